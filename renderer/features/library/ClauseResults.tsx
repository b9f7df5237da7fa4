// Clauses found by their words: a list that the arrow keys walk through and Enter opens.
import { useState } from 'react'
import { Checkbox, GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ClauseHit, ClauseSearchResult } from '../../../shared/contract/library.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import { useFormats } from '../../i18n/format.ts'
import { useNotedWords } from '../../i18n/noted.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button, TextLink } from '../../ui/Button.tsx'
import { ClauseCard } from '../../ui/ClauseCard.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BookOpen, Check, Copy, Tag, Waypoints } from '../../ui/icons.ts'
import { Keys } from '../../ui/Marks.tsx'
import { notices } from '../../ui/notices.ts'
import type { MarkOf } from '../../ui/parties.ts'
import styles from './library.module.css'

export interface ClauseResultsProps {
  result: ClauseSearchResult
  /** Documents with these words whose text is missing. */
  missing: number
  onMissing: () => void
  /** null where no filter is set. */
  onClearFilters: (() => void) | null
  markOf: MarkOf
  selected: ReadonlySet<ClauseId>
  onSelect: (selected: ReadonlySet<ClauseId>) => void
  onOpen: (hit: ClauseHit) => void
  onNote: (hit: ClauseHit) => void
  onLineage: (hit: ClauseHit) => void
  onMore: () => void
}

export const ClauseResults = ({ result, missing, onMissing, onClearFilters, markOf, selected, onSelect, onOpen, onNote, onLineage, onMore }: ClauseResultsProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  const notedWords = useNotedWords()
  // The one whose acts are shown: what was chosen last, or the first.
  const [chosen, setChosen] = useState<string | null>(null)
  const current = result.hits.find((hit) => hit.clauseId === chosen) ?? result.hits[0]
  const here = result.hits.filter((hit) => selected.has(hit.clauseId)).map((hit) => hit.clauseId)

  const cite = (hit: ClauseHit) =>
    [hit.citation, hit.date && format.date(hit.date), hit.number && t('clauseNumber', { number: hit.number })].filter(Boolean).join(', ')
  const copy = async (hit: ClauseHit) => {
    const number = hit.number && t('clauseNumber', { number: hit.number })
    const from = [hit.declaration.replaceAll('\n', ' '), hit.date && format.date(hit.date), number].filter(Boolean).join(', ')
    await navigator.clipboard.writeText(`${hit.text}\n(${from})`)
    notices.add({ text: t('copied') })
  }

  if (result.asked === 'nothing') return <EmptyState title={t('noWords.title')} note={t('noWords.note')} />
  const found = missing > 0 && (
    <p className={styles.missing}>
      <TextLink onPress={onMissing}>{t('missing.found', { count: missing })}</TextLink>
    </p>
  )
  if (result.hits.length === 0) {
    return (
      <>
        {found}
        <EmptyState
          title={t('noClauses.title')}
          note={t('noClauses.note')}
          actions={onClearFilters && <Button onPress={onClearFilters}>{t('facet.clear')}</Button>}
        />
      </>
    )
  }
  return (
    <>
      {found}
      {result.asked === 'cut' && <Banner>{t('askedCut')}</Banner>}
      <GridList
        aria-label={t('results')}
        className={styles.results!}
        items={result.hits.map((hit) => ({ id: hit.clauseId, hit }))}
        dependencies={[current?.clauseId, here.join(), i18n.resolvedLanguage]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={here}
        onSelectionChange={(keys) => {
          const now = keys === 'all' ? result.hits.map((hit) => hit.clauseId) : ([...keys] as ClauseId[])
          setChosen(now.find((id) => !selected.has(id)) ?? now.at(-1) ?? null)
          onSelect(new Set(now))
        }}
        onAction={(key) => {
          const hit = result.hits.find((each) => each.clauseId === key)
          if (hit) onOpen(hit)
        }}
      >
        {({ id, hit }) => (
          <GridListItem id={id} textValue={hit.text.slice(0, 120)} className={styles.result!}>
            <Checkbox slot="selection" className={styles.tick!} aria-label={t('tick')}>
              {({ isSelected }) => <span className={styles.tickBox}>{isSelected && <Check size={10} strokeWidth={3} aria-hidden />}</span>}
            </Checkbox>
            <ClauseCard
              text={hit.text}
              marks={hit.marks}
              citation={cite(hit)}
              declaration={hit.declaration}
              grade={hit.grade}
              gradeLabel={t(`common:gradeShort.${hit.grade}`)}
              parties={hit.parties.map(markOf)}
              flags={hit.section.length > 0 && <span className={styles.sectionPath}>{hit.section.join(' › ')}</span>}
              noted={notedWords(hit.curation, hit.barred, hit.status)}
              isSelected={here.length > 0 ? here.includes(hit.clauseId) : hit.clauseId === current?.clauseId}
              lines={hit.clauseId === current?.clauseId ? 14 : 4}
              {...(hit.clauseId === current?.clauseId && {
                actions: (
                  <>
                    <Button size="small" onPress={() => onOpen(hit)}>
                      <BookOpen size={14} aria-hidden />
                      {t('openInText')}
                    </Button>
                    {hit.kind === 'clause' && (
                      <Button size="small" onPress={() => onLineage(hit)}>
                        <Waypoints size={14} aria-hidden />
                        {t('lineage')}
                      </Button>
                    )}
                    <Button size="small" variant="ghost" onPress={() => void copy(hit)}>
                      <Copy size={14} aria-hidden />
                      {t('copy')}
                    </Button>
                    <Button size="small" variant="ghost" onPress={() => onNote(hit)}>
                      <Tag size={14} aria-hidden />
                      {t('curate.open')}
                    </Button>
                    <Keys>{t('openKeys')}</Keys>
                  </>
                ),
              })}
            />
          </GridListItem>
        )}
      </GridList>
      {result.total > result.hits.length && (
        <div className={styles.moreResults}>
          <Button size="small" onPress={onMore}>
            {t('showMore', { count: result.total - result.hits.length })}
          </Button>
        </div>
      )}
    </>
  )
}
