// Declarations as a table, clauses as search results, and the filters that hold for both.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ClauseFilter } from '../../../shared/contract/library.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import { filtersInUse, sameFilter } from '../../../shared/searching/index.ts'
import { links } from '../../api/links.ts'
import { useLibrary, useRead, useSettings, useSetSettings } from '../../api/queries.ts'
import { useSavedSearches } from '../../api/searches.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { useSavedSearchesProps } from '../../i18n/savedSearches.ts'
import { Flag, Grow, StatusBar, ToolBar } from '../../ui/Bars.tsx'
import { Button, TextLink } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Dock } from '../../ui/Dock.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { Columns2, Import, Search, SlidersHorizontal, Tag } from '../../ui/icons.ts'
import type { MarkOf } from '../../ui/parties.ts'
import { SavedSearches } from '../../ui/SavedSearches.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { ClauseResults } from './ClauseResults.tsx'
import { CurateDialog, type Chosen } from './CurateDialog.tsx'
import { DeclarationTable } from './DeclarationTable.tsx'
import { Facets } from './Facets.tsx'
import { declarationFacets, isNamed, letThrough, namedBy, sorted, type Sort } from './filters.ts'
import { LanguagesDialog } from './LanguagesDialog.tsx'
import styles from './library.module.css'
import { Missing } from './Missing.tsx'
import { useCurating } from './useCurating.ts'
import { isMissing, useKnownDocuments } from './useKnownDocuments.ts'
import { useLanguageVersions } from './useLanguageVersions.ts'

export interface OverviewState {
  query: string
  filter: ClauseFilter
  sort: Sort
  selected: ReadonlySet<DeclarationId>
  selectedClauses: ReadonlySet<ClauseId>
  tab: 'declarations' | 'clauses' | 'missing'
}

export const START: OverviewState = {
  query: '',
  filter: {},
  sort: { column: 'date', descending: true },
  selected: new Set(),
  selectedClauses: new Set(),
  tab: 'declarations',
}

const PAGE = 50
const NONE: never[] = []
const MOST = 500
const TYPING_MS = 120

export interface OverviewProps {
  state: OverviewState
  onState: (state: OverviewState) => void
  markOf: MarkOf
}

export const Overview = ({ state, onState, markOf }: OverviewProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  const errorText = useErrorText()
  const [, go] = useLocation()
  const library = useLibrary()
  const settings = useSettings()
  const setSettings = useSetSettings()
  const search = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLElement>(null)
  const narrow = useMedia('(max-width: 1100px)')
  const [facetsOpen, setFacetsOpen] = useState(false)
  const [limit, setLimit] = useState(PAGE)
  const put = (changes: Partial<OverviewState>) => onState({ ...state, ...changes })

  const all = library.data?.declarations ?? NONE
  const isEmpty = library.data !== undefined && all.length === 0
  const removed = useRead('removed.list', {}, { enabled: isEmpty })
  const query = useSettled(state.query.trim(), TYPING_MS)
  const language = i18n.resolvedLanguage ?? 'en'
  const inOrder = useMemo(() => sorted(all, state.sort, language), [all, state.sort, language])
  const rows = useMemo(
    () => letThrough(inOrder, state.filter).filter((each) => isNamed(each, state.query)),
    [inOrder, state.filter, state.query],
  )
  const declared = useMemo(() => declarationFacets(all, state.query, state.filter), [all, state.query, state.filter])
  // A filter alone lists the clauses that pass it, once their tab is open.
  const seeksClauses = query !== '' || state.filter.section !== undefined || (state.tab === 'clauses' && filtersInUse(state.filter) > 0)
  const clauses = useRead(
    'clause.search',
    { query, limit, offset: 0, filter: state.filter, facets: true },
    { enabled: seeksClauses, keepPrevious: true },
  )
  const found = seeksClauses ? clauses.data : undefined
  const counted = state.tab === 'clauses' && found?.facets ? found.facets : declared

  const chosen = useMemo(() => rows.filter((row) => state.selected.has(row.id)), [rows, state.selected])
  const chosenClauses = (found?.hits ?? []).filter((hit) => state.selectedClauses.has(hit.clauseId))
  const toNote: Chosen | null =
    state.tab === 'missing' ? null : state.tab === 'declarations'
      ? chosen.length > 0 ? { kind: 'declarations', all: chosen } : null
      : chosenClauses.length > 0 ? { kind: 'clauses', all: chosenClauses } : null
  const [noting, setNoting] = useState<Chosen | null>(null)
  const curating = useCurating()
  const known = useKnownDocuments()
  const named = useMemo(() => known.all.filter(namedBy(state.query)), [known.all, state.query])
  const missing = named.filter(isMissing).length
  const versions = useLanguageVersions()
  const [joining, setJoining] = useState(false)
  const searches = useSavedSearchesProps(useSavedSearches(), {
    query: state.query.trim(),
    filter: state.filter,
    canSave: state.query.trim() !== '' || filtersInUse(state.filter) > 0,
    isThis: (search) => search.query === state.query.trim() && sameFilter(search.filter, state.filter),
    onRun: (search) => {
      setLimit(PAGE)
      put({ query: search.query, filter: search.filter, tab: 'clauses' })
    },
  })
  const compare = () => {
    const [one, two] = [...chosen].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    if (one && two) go(links.compare({ kind: 'declaration', id: one.id }, { kind: 'declaration', id: two.id }))
  }
  const searchIn = () => {
    put({ filter: { ...state.filter, declarations: chosen.map((row) => row.id) }, tab: 'clauses' })
    search.current?.focus()
  }
  const type = (text: string) => {
    setLimit(PAGE)
    // The first letter turns to the clauses; an emptied field turns back to the declarations.
    const tab = state.tab === 'missing' ? state.tab : state.query === '' && text !== '' ? 'clauses' : text === '' ? 'declarations' : state.tab
    put({ query: text, tab })
  }
  /** null where none is set. */
  const clearFilters = filtersInUse(state.filter) === 0 ? null : () => put({ filter: {} })
  useCommands([
    { id: 'library-search', label: t('command.search'), keys: 'Ctrl+F', run: () => search.current?.select() },
    {
      id: 'library-search-shift',
      label: t('command.clauses'),
      keys: 'Ctrl+Shift+F',
      run: () => {
        put({ tab: 'clauses' })
        search.current?.select()
      },
    },
    { id: 'library-compare', label: t('compareSelected'), isDisabled: chosen.length !== 2, run: compare },
    {
      id: 'library-clear',
      label: t('facet.clear'),
      isDisabled: clearFilters === null,
      run: () => clearFilters?.(),
    },
    { id: 'library-missing', label: t('missing.command'), run: () => put({ tab: 'missing' }) },
    { id: 'library-languages', label: t('languages.title'), isDisabled: versions.proposed.length === 0, run: () => setJoining(true) },
    { id: 'library-note', label: t('curate.open'), keys: 'Ctrl+E', isDisabled: toNote === null, run: () => setNoting(toNote) },
    {
      id: 'library-undo-notes',
      label: t('curate.undoLast', { count: curating.last?.subjects ?? 0 }),
      isDisabled: curating.last === null,
      run: () => curating.last && curating.undo(curating.last),
    },
  ])

  if (library.error) {
    return (
      <EmptyState
        title={errorText(library.error)}
        actions={<Button onPress={() => void library.refetch()}>{t('common:retry')}</Button>}
      />
    )
  }
  if (!library.data) return null
  if (isEmpty) {
    return (
      <EmptyState
        title={t('empty.title')}
        note={t('empty.note')}
        actions={
          <>
            <Button variant="primary" onPress={() => go(links.import)}>
              <Import size={16} aria-hidden />
              {t('import')}
            </Button>
            {(removed.data?.length ?? 0) > 0 && <Button onPress={() => go(links.removed)}>{t('removed:title')}</Button>}
          </>
        }
      />
    )
  }

  // They are of declarations and clauses.
  const hasFilters = state.tab !== 'missing'
  const facets = (
    <Facets
      all={library.data.facets}
      found={counted}
      atLeast={state.tab === 'clauses' && (found?.more ?? false)}
      declarations={all}
      filter={state.filter}
      markOf={markOf}
      saved={<SavedSearches {...searches} />}
      onFilter={(filter) => {
        setLimit(PAGE)
        put({ filter })
      }}
    />
  )
  return (
    <>
      <ToolBar>
        <SearchField
          label={t('search')}
          placeholder={t('search')}
          keys={t('searchKeys')}
          clearLabel={t('common:clear')}
          value={state.query}
          onChange={type}
          inputRef={search}
          results={results}
          className={styles.search}
        />
        {narrow && hasFilters && (
          <Button onPress={() => setFacetsOpen(true)}>
            <SlidersHorizontal size={16} aria-hidden />
            {t('filters', { count: filtersInUse(state.filter) })}
          </Button>
        )}
        {!narrow && (
          <span className={styles.total}>
            {t('declarations', { count: all.length, shown: format.number(all.length) })}
            {', '}
            {t('clauses', { count: library.data.clauses, shown: format.number(library.data.clauses) })}
          </span>
        )}
        <Grow />
        {toNote && (
          <Button onPress={() => setNoting(toNote)}>
            <Tag size={16} aria-hidden />
            {t('curate.open')}
          </Button>
        )}
        {chosen.length > 0 && state.tab === 'declarations' && (
          <Button onPress={searchIn}>
            <Search size={16} aria-hidden />
            {t('searchIn')}
          </Button>
        )}
        <Button onPress={compare} isDisabled={chosen.length !== 2}>
          <Columns2 size={16} aria-hidden />
          {t('compareSelected')}
        </Button>
        <Button variant="primary" onPress={() => go(links.import)}>
          <Import size={16} aria-hidden />
          {t('import')}
        </Button>
      </ToolBar>
      <div className={styles.body}>
        {!narrow && hasFilters && (
          <Dock
            side="left"
            label={t('facets')}
            resizeLabel={t('common:resize')}
            width={settings.data?.docks['library'] ?? 248}
            onResize={(width) => setSettings({ docks: { ...settings.data?.docks, library: width } })}
          >
            <div className={styles.facets}>{facets}</div>
          </Dock>
        )}
        <section ref={results} className={styles.main} aria-label={t('common:nav.library')}>
          <Tabs
            label={t('views')}
            value={state.tab}
            onChange={(tab) => put({ tab })}
            entries={[
              {
                id: 'declarations',
                label: t('tab.declarations'),
                count: rows.length,
                content: (
                  <DeclarationTable
                    rows={rows}
                    sort={state.sort}
                    onSort={(sort) => put({ sort })}
                    selected={state.selected}
                    onSelect={(selected) => put({ selected })}
                    onOpen={(id) => go(links.declaration(id))}
                    markOf={markOf}
                    versions={versions}
                    onClearFilters={clearFilters}
                  />
                ),
              },
              {
                id: 'clauses',
                label: t('tab.clauses'),
                count: found?.total,
                isMore: found?.more,
                content: clauses.error ? (
                  <EmptyState title={errorText(clauses.error)} />
                ) : found ? (
                  <ClauseResults
                    result={found}
                    missing={query === '' ? 0 : missing}
                    onMissing={() => put({ tab: 'missing' })}
                    onClearFilters={clearFilters}
                    markOf={markOf}
                    selected={state.selectedClauses}
                    onSelect={(selectedClauses) => put({ selectedClauses })}
                    onNote={(hit) => setNoting({ kind: 'clauses', all: [hit] })}
                    onOpen={(hit) => go(links.clause(hit.declarationId, hit.clauseId))}
                    onLineage={(hit) => go(links.lineage(hit.clauseId))}
                    onMore={() => setLimit(Math.min(MOST, limit + PAGE))}
                  />
                ) : (
                  <EmptyState title={t('typeToSearch.title')} note={t('typeToSearch.note')} />
                ),
              },
              { id: 'missing', label: t('tab.missing'), count: missing, content: <Missing shown={named} known={known} declarations={all} /> },
            ]}
          />
        </section>
      </div>
      <StatusBar>
        {state.tab === 'declarations' && <span>{t('shown', { shown: format.number(rows.length), of: format.number(all.length) })}</span>}
        {state.tab === 'missing' && (
          <span>{state.query === '' ? t('missing.count', { count: missing }) : t('missing.shown', { shown: format.number(missing), of: format.number(known.all.filter(isMissing).length) })}</span>
        )}
        {toNote && <span>{t('ticked', { count: toNote.all.length })}</span>}
        {found && state.tab === 'clauses' && <span>{t(found.more ? 'foundMoreClauses' : 'foundClauses', { count: found.total, shown: format.number(found.total) })}</span>}
        {versions.proposed.length > 0 && state.tab === 'declarations' && (
          <TextLink onPress={() => setJoining(true)}>{t('languages.proposed', { count: versions.proposed.length })}</TextLink>
        )}
        <Grow />
        <TextLink onPress={() => go(links.removed)}>{t('removed:title')}</TextLink>
        {curating.last && (
          <TextLink onPress={() => curating.last && curating.undo(curating.last)}>
            {t('curate.undoLast', { count: curating.last.subjects })}
          </TextLink>
        )}
        {hasFilters && filtersInUse(state.filter) > 0 && <Flag>{t('filtersOn', { count: filtersInUse(state.filter) })}</Flag>}
      </StatusBar>
      <Dialog
        title={t('facets')}
        isOpen={narrow && facetsOpen}
        onClose={() => setFacetsOpen(false)}
        closeLabel={t('common:close')}
        width="narrow"
      >
        <div className={styles.facetDialog}>{facets}</div>
      </Dialog>
      {joining && <LanguagesDialog versions={versions} declarations={all} onClose={() => setJoining(false)} />}
      {noting && <CurateDialog chosen={noting} facets={library.data.facets} onEdit={curating.edit} onClose={() => setNoting(null)} />}
    </>
  )
}

/** The value once it has rested for a moment. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value === '' ? '' : settled
}
