// Every appearance of a clause in order of date: where it stands, who agreed, its whole wording against the one before, what its
// verb does now; and between them the declarations of the same parties that are silent.
import { useTranslation } from 'react-i18next'
import type { Appearance, Lineage, LineageGap } from '../../../shared/contract/lineage.ts'
import { useFormats } from '../../i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { Check, CircleAlert, PenLine } from '../../ui/icons.ts'
import { DelegationMark, GradeMark } from '../../ui/Marks.tsx'
import type { MarkOf } from '../../ui/parties.ts'
import { WordOps } from '../../ui/WordOps.tsx'
import styles from './lineage.module.css'
import { shiftOf } from './words.ts'

export interface TimelineProps {
  lineage: Lineage
  current: number
  markOf: MarkOf
  onChoose: (index: number) => void
  onOpen: (index: number) => void
}

export function Timeline({ lineage, current, markOf, onChoose, onOpen }: TimelineProps) {
  const { t } = useTranslation('lineage')
  return (
    <ol className={styles.timeline} aria-label={t('appearances')}>
      {lineage.appearances.map((appearance, index) => (
        <li key={appearance.hit.clauseId}>
          {/* A click chooses a wording; for the keyboard its date is a button. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
          <div className={styles.appearance} data-current={index === current || undefined} onClick={() => onChoose(index)}>
            <About
              appearance={appearance}
              markOf={markOf}
              isLastAgreed={lineage.lastAgreed === index}
              isCurrent={index === current}
              onChoose={() => onChoose(index)}
              onOpen={() => onOpen(index)}
            />
            <div>
              <Words appearance={appearance} isFirst={index === 0} />
              <Changes appearance={appearance} isFirst={index === 0} />
            </div>
          </div>
          <Gaps gaps={lineage.gaps.filter(({ after }) => after === index)} isEnd={index === lineage.appearances.length - 1} />
        </li>
      ))}
    </ol>
  )
}

interface AboutProps {
  appearance: Appearance
  markOf: MarkOf
  isLastAgreed: boolean
  isCurrent: boolean
  onChoose: () => void
  onOpen: () => void
}

function About({ appearance: { hit, byHand }, markOf, isLastAgreed, isCurrent, onChoose, onOpen }: AboutProps) {
  const { t } = useTranslation('lineage')
  const { date } = useFormats()
  return (
    <div className={styles.about}>
      {/* Enter opens it in its text; a click of the pointer has no more to do than to choose. */}
      <button
        type="button"
        data-walk
        className={styles.date}
        aria-pressed={isCurrent}
        onFocus={onChoose}
        onClick={(event) => event.detail === 0 && onOpen()}
      >
        {date(hit.date)}
      </button>
      <span title={hit.declaration.replaceAll('\n', ' ')}>
        {[hit.citation, hit.number && t('clauseNumber', { number: hit.number })].filter(Boolean).join(', ')}
      </span>
      <GradeMark grade={hit.grade} label={t(`common:gradeShort.${hit.grade}`)} />
      <span className={styles.parties}>
        {hit.parties.map((party) => (
          <DelegationMark key={party.code || party.state} {...markOf(party)} />
        ))}
      </span>
      {isLastAgreed && (
        <span className={styles.note}>
          <Check size={12} aria-hidden />
          {t('lastAgreed')}
        </span>
      )}
      {byHand && (
        <span className={styles.note}>
          <PenLine size={12} aria-hidden />
          {t(`byHand.${byHand}`)}
        </span>
      )}
    </div>
  )
}

function Words({ appearance: { hit, ops }, isFirst }: { appearance: Appearance; isFirst: boolean }) {
  return (
    <p className={styles.words} lang={hit.language}>
      {isFirst ? hit.text : <WordOps ops={ops} />}
    </p>
  )
}

/** Changes of the act since the wording before. */
function Changes({ appearance, isFirst }: { appearance: Appearance; isFirst: boolean }) {
  const { t } = useTranslation('lineage')
  const { changes, tenses, ops, hit } = appearance
  if (isFirst) return null
  const verbatim = ops.every(({ op, typographic }) => op === 'equal' || typographic)
  return (
    <ul className={styles.changes}>
      {verbatim && <li>{t('verbatim')}</li>}
      {changes.map((change, index) => (
        <li key={index}>
          <span lang={hit.language} className={styles.quoted}>
            {`${change.old ?? '–'} → ${change.new ?? '–'}`}
          </span>{' '}
          <span className={cx((change.shift ?? 0) > 0 && styles.isStronger, (change.shift ?? 0) < 0 && styles.isWeaker)}>{shiftOf(t, change)}</span>
        </li>
      ))}
      {tenses > 0 && <li>{t('tenses', { count: tenses })}</li>}
    </ul>
  )
}

/** Declarations of the same parties without a wording of it. */
function Gaps({ gaps, isEnd }: { gaps: readonly LineageGap[]; isEnd: boolean }) {
  const { t } = useTranslation('lineage')
  const { date } = useFormats()
  return gaps.map(({ declarationId, citation, date: day }) => (
    <p key={declarationId} className={styles.gap}>
      <CircleAlert size={14} aria-hidden />
      {t(isEnd ? 'gapAfter' : 'gap', { citation, date: date(day) })}
    </p>
  ))
}
