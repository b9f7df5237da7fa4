// Clauses found by their words: a list that the arrow keys walk through and Enter opens.
import { useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ClauseHit, ClauseSearchResult } from '../../../shared/contract/library.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ClauseCard } from '../../ui/ClauseCard.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BookOpen, Copy, Waypoints } from '../../ui/icons.ts'
import { Keys } from '../../ui/Marks.tsx'
import { notices } from '../../ui/notices.ts'
import type { MarkOf } from '../../ui/parties.ts'
import styles from './library.module.css'

export interface ClauseResultsProps {
  result: ClauseSearchResult
  markOf: MarkOf
  onOpen: (hit: ClauseHit) => void
  onLineage: (hit: ClauseHit) => void
  onMore: () => void
}

export const ClauseResults = ({ result, markOf, onOpen, onLineage, onMore }: ClauseResultsProps) => {
  const { t, i18n } = useTranslation('library')
  const format = useFormats()
  const [chosen, setChosen] = useState<string | null>(null)
  const current = result.hits.find((hit) => hit.clauseId === chosen) ?? result.hits[0]

  const cite = (hit: ClauseHit) =>
    [hit.citation, format.date(hit.date), hit.number && t('clauseNumber', { number: hit.number })].filter(Boolean).join(', ')
  const copy = async (hit: ClauseHit) => {
    const number = hit.number && t('clauseNumber', { number: hit.number })
    const from = [hit.declaration.replaceAll('\n', ' '), format.date(hit.date), number].filter(Boolean).join(', ')
    await navigator.clipboard.writeText(`${hit.text}\n(${from})`)
    notices.add({ text: t('copied') })
  }

  if (result.hits.length === 0) return <EmptyState title={t('noClauses.title')} note={t('noClauses.note')} />
  return (
    <>
      <GridList
        aria-label={t('results')}
        className={styles.results!}
        items={result.hits.map((hit) => ({ id: hit.clauseId, hit }))}
        dependencies={[current?.clauseId, i18n.resolvedLanguage]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={current ? [current.clauseId] : []}
        onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0] ?? ''))}
        onAction={(key) => {
          const hit = result.hits.find((each) => each.clauseId === key)
          if (hit) onOpen(hit)
        }}
      >
        {({ id, hit }) => (
          <GridListItem id={id} textValue={hit.text.slice(0, 120)} className={styles.result!}>
            <ClauseCard
              text={hit.text}
              marks={hit.marks}
              citation={cite(hit)}
              declaration={hit.declaration}
              grade={hit.grade}
              gradeLabel={t(`common:gradeShort.${hit.grade}`)}
              parties={hit.parties.map(markOf)}
              flags={hit.section.length > 0 && <span className={styles.sectionPath}>{hit.section.join(' › ')}</span>}
              isSelected={hit.clauseId === current?.clauseId}
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
