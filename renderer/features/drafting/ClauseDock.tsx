// Search of the clause library beside the paper: as you type, with filters, and three ways to put a clause in.
import { memo, useDeferredValue, useEffect, useRef, useState, type RefObject } from 'react'
import { Button as DragHandle, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ClauseFilter, ClauseHit, ClauseSearchResult } from '../../../shared/contract/library.ts'
import { filtersInUse, sameFilter } from '../../../shared/searching/index.ts'
import { useRead } from '../../api/queries.ts'
import { useSavedSearches } from '../../api/searches.ts'
import { CLAUSE_TYPE, type OutlineEntry } from '../../editor/index.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { useNotedWords } from '../../i18n/noted.ts'
import { useSavedSearchesProps } from '../../i18n/savedSearches.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ClauseCard } from '../../ui/ClauseCard.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { ChevronDown, GripVertical } from '../../ui/icons.ts'
import { Keys } from '../../ui/Marks.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MarkOf } from '../../ui/parties.ts'
import styles from './clauses.module.css'
import { ClauseFilters } from './ClauseFilters.tsx'
import { marksBeside, type Delegation } from './delegations.ts'

export interface ClauseDockProps {
  query: string
  onQuery: (query: string) => void
  searchRef: RefObject<HTMLInputElement | null>
  language: string
  delegations: readonly Delegation[]
  outline: readonly OutlineEntry[]
  /** Codes or names of the draft's parties. */
  present: readonly string[]
  readOnly: boolean
  /** The clause that Alt+Ins puts in. */
  onPick: (hit: ClauseHit | null) => void
  onInsert: (hit: ClauseHit, section?: number) => void
  onReplace: (hit: ClauseHit) => void
}

const PAGE = 50

export const ClauseDock = memo(function ClauseDock(props: ClauseDockProps) {
  const { query, onQuery, searchRef, language, onPick, onInsert, readOnly } = props
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const { number } = useFormats()
  const [filter, setFilter] = useState<ClauseFilter>({ languages: [language] })
  const [limit, setLimit] = useState(PAGE)
  const dock = useRef<HTMLDivElement>(null)
  const asked = useDeferredValue(query.trim())
  const found = useRead('clause.search', { query: asked, filter, limit, offset: 0, facets: true }, { keepPrevious: true })
  const hits = found.data?.hits ?? []
  const searches = useSavedSearchesProps(useSavedSearches(), {
    query: query.trim(),
    filter,
    canSave: query.trim() !== '' || filtersInUse(filter) > 0,
    isThis: (search) => search.query === query.trim() && sameFilter(search.filter, filter),
    onRun: (search) => {
      onQuery(search.query)
      setFilter(search.filter)
      setLimit(PAGE)
    },
  })
  const countOf = ({ total, more }: ClauseSearchResult) =>
    more ? t('clauses.countMore', { shown: number(total) }) : t('clauses.count', { count: total })

  return (
    <div ref={dock} className={styles.dock}>
      <div className={styles.ask}>
        <SearchField
          label={t('clauses.search')}
          placeholder={t('clauses.search')}
          clearLabel={t('common:clear')}
          keys="Ctrl+Shift+F"
          value={query}
          inputRef={searchRef}
          results={dock}
          className={styles.field}
          onChange={(words) => {
            onQuery(words)
            setLimit(PAGE)
          }}
          onSubmit={() => {
            const [first] = hits
            if (first && !readOnly) onInsert(first)
          }}
        />
        <ClauseFilters
          filter={filter}
          found={found.data?.facets ?? null}
          atLeast={found.data?.more ?? false}
          searches={searches}
          onChange={setFilter}
          present={props.present}
        />
      </div>
      <div className={styles.count}>
        <span aria-live="polite">{found.data ? countOf(found.data) : ''}</span>
        {hits.length > 0 && !readOnly && <Keys>{t('clauses.insertKeys')}</Keys>}
      </div>
      {found.error && (
        <Banner
          tone="bad"
          actions={
            <Button size="small" onPress={() => void found.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {errorText(found.error)}
        </Banner>
      )}
      {found.data?.asked === 'cut' && <Banner>{t('clauses.cut')}</Banner>}
      {found.data && hits.length === 0 ? (
        <EmptyState
          title={t(found.data.asked === 'nothing' ? 'clauses.noWords' : 'clauses.none')}
          note={t(found.data.asked === 'nothing' ? 'clauses.noWordsNote' : 'clauses.noneNote')}
        />
      ) : (
        <Hits
          {...props}
          hits={hits}
          onPick={onPick}
          more={(found.data?.total ?? 0) - hits.length}
          onMore={() => setLimit(Math.min(500, limit + PAGE))}
        />
      )}
    </div>
  )
})

type HitsProps = ClauseDockProps & { hits: readonly ClauseHit[]; more: number; onMore: () => void }

function Hits({ hits, more, onMore, delegations, outline, readOnly, onPick, onInsert, onReplace }: HitsProps) {
  const { t } = useTranslation('drafting')
  const [focused, setFocused] = useState<string | null>(null)
  const current = hits.find((hit) => hit.clauseId === focused) ?? hits[0]
  useEffect(() => onPick(current ?? null), [current, onPick])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [CLAUSE_TYPE]: String(key) })),
    isDisabled: readOnly,
  })
  const markOf = marksBeside(delegations)
  return (
    <>
      <GridList
        aria-label={t('clauses.results')}
        className={styles.hits!}
        dragAndDropHooks={dragAndDropHooks}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={current ? [current.clauseId] : []}
        onSelectionChange={(keys) => setFocused(String([...keys][0] ?? ''))}
        items={hits.map((hit) => ({ id: hit.clauseId, hit, isCurrent: hit === current }))}
        onAction={(key) => {
          const hit = hits.find((one) => one.clauseId === key)
          if (hit && !readOnly) onInsert(hit)
        }}
      >
        {({ id, hit, isCurrent }) => (
          <GridListItem id={id} textValue={hit.text.slice(0, 120)} className={styles.hit!}>
            <DragHandle slot="drag" className={styles.grip!} aria-label={t('clauses.drag')}>
              <GripVertical size={14} aria-hidden />
            </DragHandle>
            <HitCard
              hit={hit}
              isCurrent={isCurrent}
              markOf={markOf}
              outline={outline}
              readOnly={readOnly}
              onInsert={onInsert}
              onReplace={onReplace}
            />
          </GridListItem>
        )}
      </GridList>
      {more > 0 && (
        <div className={styles.more}>
          <Button size="small" onPress={onMore}>
            {t('clauses.more', { count: more })}
          </Button>
        </div>
      )}
    </>
  )
}

interface HitCardProps extends Pick<ClauseDockProps, 'outline' | 'readOnly' | 'onInsert' | 'onReplace'> {
  hit: ClauseHit
  isCurrent: boolean
  markOf: MarkOf
}

function HitCard({ hit, isCurrent, markOf, outline, readOnly, onInsert, onReplace }: HitCardProps) {
  const { t } = useTranslation('drafting')
  const { date } = useFormats()
  const notedWords = useNotedWords()
  // The title heads the whole text: it is no section.
  const sections = outline.filter(({ level }) => level > 0)
  const cited = [hit.place ?? hit.citation, date(hit.date), hit.number && t('clauseNumber', { number: hit.number })]
    .filter((word) => word && word !== '–')
    .join(', ')
  return (
    <ClauseCard
      text={hit.text}
      marks={hit.marks}
      citation={cited}
      declaration={hit.declaration}
      grade={hit.grade}
      gradeLabel={t(`common:gradeShort.${hit.grade}`)}
      parties={hit.parties.map(markOf)}
      shownParties={4}
      noted={notedWords(hit.curation, hit.barred, hit.status)}
      isSelected={isCurrent}
      lines={isCurrent ? 16 : 5}
      {...(isCurrent &&
        !readOnly && {
          actions: (
            <>
              <Button size="small" variant="primary" onPress={() => onInsert(hit)}>
                {t('clauses.insert')}
              </Button>
              <Button size="small" onPress={() => onReplace(hit)}>
                {t('clauses.replace')}
              </Button>
              {sections.length > 0 && (
                <Menu
                  label={t('clauses.section')}
                  trigger={
                    <Button size="small" aria-label={t('clauses.section')}>
                      {t('clauses.sectionShort')}
                      <ChevronDown size={12} aria-hidden />
                    </Button>
                  }
                  entries={sections.map((entry) => ({
                    id: String(entry.blockIndex),
                    label: [entry.label, entry.text].filter(Boolean).join(' '),
                    onAction: () => onInsert(hit, entry.blockIndex),
                  }))}
                />
              )}
            </>
          ),
        })}
    />
  )
}
