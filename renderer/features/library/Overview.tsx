// Declarations as a table, clauses as search results, and the filters that hold for both.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useLibrary, useRead, useSettings, useSetSettings } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Flag, Grow, StatusBar, ToolBar } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Dock } from '../../ui/Dock.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { Columns2, Import, Search, SlidersHorizontal } from '../../ui/icons.ts'
import type { MarkOf } from '../../ui/parties.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { ClauseResults } from './ClauseResults.tsx'
import { DeclarationTable } from './DeclarationTable.tsx'
import { Facets } from './Facets.tsx'
import {
  filtersInUse,
  isLetThrough,
  isNamed,
  NO_FILTER,
  sorted,
  toClauseFilter,
  type LibraryFilter,
  type Sort,
} from './filters.ts'
import styles from './library.module.css'

export interface OverviewState {
  query: string
  filter: LibraryFilter
  sort: Sort
  selected: ReadonlySet<DeclarationId>
  tab: 'declarations' | 'clauses'
}

export const START: OverviewState = {
  query: '',
  filter: NO_FILTER,
  sort: { column: 'date', descending: true },
  selected: new Set(),
  tab: 'declarations',
}

const PAGE = 50
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

  const all = library.data?.declarations ?? []
  const query = useSettled(state.query.trim(), TYPING_MS)
  const filtered = all.filter((each) => isLetThrough(each, state.filter))
  const rows = sorted(
    filtered.filter((each) => isNamed(each, state.query)),
    state.sort,
    i18n.resolvedLanguage ?? 'en',
  )
  const clauseFilter = toClauseFilter(state.filter, all)
  const seeksClauses = query !== '' || state.filter.section.trim() !== ''
  const clauses = useRead(
    'clause.search',
    { query, limit, offset: 0, ...(clauseFilter && { filter: clauseFilter }) },
    { enabled: seeksClauses && clauseFilter !== null, keepPrevious: true },
  )
  const found = seeksClauses && clauseFilter !== null ? clauses.data : undefined

  const chosen = rows.filter((row) => state.selected.has(row.id))
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
    const tab = state.query === '' && text !== '' ? 'clauses' : text === '' ? 'declarations' : state.tab
    put({ query: text, tab })
  }
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
      isDisabled: filtersInUse(state.filter) === 0,
      run: () => put({ filter: NO_FILTER }),
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
  if (all.length === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        note={t('empty.note')}
        actions={
          <Button variant="primary" onPress={() => go(links.import)}>
            <Import size={16} aria-hidden />
            {t('import')}
          </Button>
        }
      />
    )
  }

  const facets = (
    <Facets
      facets={library.data.facets}
      declarations={all}
      filter={state.filter}
      markOf={markOf}
      onFilter={(filter) => put({ filter })}
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
        {narrow && (
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
        {chosen.length > 0 && (
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
        {!narrow && (
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
                  />
                ),
              },
              {
                id: 'clauses',
                label: t('tab.clauses'),
                count: found?.total,
                content: clauses.error ? (
                  <EmptyState title={errorText(clauses.error)} />
                ) : found ? (
                  <ClauseResults
                    result={found}
                    markOf={markOf}
                    onOpen={(hit) => go(links.clause(hit.declarationId, hit.clauseId))}
                    onLineage={(hit) => go(links.lineage(hit.clauseId))}
                    onMore={() => setLimit(Math.min(MOST, limit + PAGE))}
                  />
                ) : (
                  <EmptyState
                    title={t(clauseFilter ? 'typeToSearch.title' : 'noClauses.title')}
                    note={t(clauseFilter ? 'typeToSearch.note' : 'noClauses.note')}
                  />
                ),
              },
            ]}
          />
        </section>
      </div>
      <StatusBar>
        {state.tab === 'declarations' && <span>{t('shown', { shown: rows.length, of: all.length })}</span>}
        {chosen.length > 0 && <span>{t('ticked', { count: chosen.length })}</span>}
        {found && state.tab === 'clauses' && <span>{t(found.more ? 'foundMoreClauses' : 'foundClauses', { count: found.total, shown: format.number(found.total) })}</span>}
        <Grow />
        {filtersInUse(state.filter) > 0 && <Flag>{t('filtersOn', { count: filtersInUse(state.filter) })}</Flag>}
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
