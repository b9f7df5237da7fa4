// The head of the report: how many clauses were dropped, the fates that add up, a bar of them, and every clause in its order.
import type { PointerEvent } from 'react'
import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FATES, type ClauseFate, type Fate, type Report } from '../../../shared/model/report.ts'
import { Flag } from '../../ui/Bars.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './report.module.css'

export interface SummaryProps {
  report: Report
  fate: Fate
  onFate: (fate: Fate) => void
  /** A pointer's short cut to one clause; the keys reach it by its fate. */
  onClause: (clause: ClauseFate) => void
}

export function Summary({ report, fate, onFate, onClause }: SummaryProps) {
  const { t } = useTranslation('reporting')
  const { fates, old, clauses } = report
  return (
    <section className={styles.top} aria-label={t('title')}>
      <div className={styles.sum}>
        <h1>{old.clauses === 0 ? t('none') : t('heading', { count: fates.dropped, total: old.clauses })}</h1>
        {old.clauses > 0 && (
          <Flag tone="ok">{t('sum', { parts: FATES.map((one) => fates[one]).join(' + '), total: old.clauses })}</Flag>
        )}
      </div>
      <div className={styles.bar} aria-hidden>
        {FATES.filter((one) => fates[one] > 0).map((one) => (
          <i key={one} className={styles[one]} style={{ flexGrow: fates[one] }} />
        ))}
      </div>
      <ToggleButtonGroup
        aria-label={t('fates.label')}
        className={styles.legend!}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[fate]}
        onSelectionChange={(keys: Set<Key>) => {
          const [first] = keys
          if (first !== undefined) onFate(first as Fate)
        }}
      >
        {FATES.map((one) => (
          <ToggleButton key={one} id={one} className={cx(styles.entry, one === 'dropped' && fates[one] > 0 && styles.alarming)}>
            <i className={cx(styles.swatch, styles[one])} />
            <b>{fates[one]}</b>
            {t(`fates.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Strip clauses={clauses} onClause={onClause} />
    </section>
  )
}

/** Sections of the strip: a heading and how many clauses stand under it. */
function sectionsOf(clauses: readonly ClauseFate[]): { heading: string | null; count: number }[] {
  const sections: { heading: string | null; count: number }[] = []
  for (const { place } of clauses) {
    const last = sections.at(-1)
    if (last && last.heading === place.section) last.count++
    else sections.push({ heading: place.section, count: 1 })
  }
  return sections
}

/** More clauses than this are too thin to tell apart. */
const MOST = 400

function Strip({ clauses, onClause }: { clauses: readonly ClauseFate[]; onClause: SummaryProps['onClause'] }) {
  if (clauses.length === 0 || clauses.length > MOST) return null
  const go = ({ target }: PointerEvent) => {
    const clause = target instanceof HTMLElement ? clauses[Number(target.dataset['index'])] : undefined
    if (clause) onClause(clause)
  }
  return (
    <div className={styles.strip} aria-hidden>
      <div className={styles.cells} onPointerDown={go}>
        {clauses.map((clause, index) => (
          <i key={clause.place.paragraph} data-index={index} className={styles[clause.fate]} title={clause.text.slice(0, 120)} />
        ))}
      </div>
      <div className={styles.sections}>
        {sectionsOf(clauses).map(({ heading, count }, index) => (
          <span key={index} style={{ flexGrow: count }}>
            {heading}
          </span>
        ))}
      </div>
    </div>
  )
}
