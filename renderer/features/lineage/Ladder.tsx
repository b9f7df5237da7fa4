// The line of a clause: dates to scale from left to right, the firmness of its verb from bottom to top. A point is as full as its
// grade; a stretch that rises is blue, one that falls is rust, and says so by its direction. The list below tells the same in words.
import { useTranslation } from 'react-i18next'
import type { Lineage } from '../../../shared/contract/lineage.ts'
import { useFormats } from '../../i18n/format.ts'
import styles from './lineage.module.css'

export interface LadderProps {
  lineage: Lineage
  current: number
  onChoose: (index: number) => void
}

const STEP = 24
/** Percent of the width that a date needs. */
const ROOM = 9

export function Ladder({ lineage: { appearances, ladder }, current, onChoose }: LadderProps) {
  const { t } = useTranslation('lineage')
  const { date } = useFormats()
  const lowest = Math.max(1, Math.min(...appearances.map(({ verb }) => verb?.rank ?? ladder.length)) - 1)
  const steps = ladder.map((name, index) => ({ name, rank: index + 1 })).filter(({ rank }) => rank >= lowest)
  const unranked = appearances.some(({ verb }) => !verb?.rank)
  const rows = [...steps.toReversed(), ...(unranked ? [{ name: t('unranked'), rank: 0 }] : [])]
  const rowOf = (rank: number | null | undefined) => rows.findIndex((row) => row.rank === (rank ?? 0))
  const places = placesOf(appearances.map(({ hit }) => hit.date))
  const top = (index: number) => (rowOf(appearances[index]!.verb?.rank) + 0.5) * STEP
  const nameOf = (index: number) => {
    const { hit, verb } = appearances[index]!
    return [date(hit.date), hit.citation, verb?.text].filter(Boolean).join(', ')
  }
  const shown = new Set<number>()
  places.forEach((left, index) => {
    const last = [...shown].at(-1)
    if (last === undefined || left - places[last]! >= ROOM) shown.add(index)
  })
  return (
    <div className={styles.ladder} aria-hidden>
      <ol className={styles.steps}>
        {rows.map(({ name, rank }) => (
          <li key={rank} data-unranked={rank === 0 || undefined}>
            {name}
          </li>
        ))}
      </ol>
      <div className={styles.plot} style={{ height: rows.length * STEP + 20 }}>
        {rows.map(({ rank }, index) => (
          <i key={rank} className={styles.rule} style={{ top: (index + 0.5) * STEP }} />
        ))}
        <svg className={styles.lines}>
          {places.slice(1).map((left, index) => {
            const [from, to] = [appearances[index]!.verb?.rank ?? null, appearances[index + 1]!.verb?.rank ?? null]
            const tone = from === null || to === null ? 'unknown' : to > from ? 'stronger' : to < from ? 'weaker' : 'same'
            return <line key={index} className={styles[tone]} x1={`${places[index]}%`} y1={top(index)} x2={`${left}%`} y2={top(index + 1)} />
          })}
        </svg>
        {appearances.map(({ hit }, index) => (
          <button
            key={hit.clauseId}
            type="button"
            tabIndex={-1}
            className={styles.point}
            data-grade={hit.grade}
            data-current={index === current || undefined}
            style={{ left: `${places[index]}%`, top: top(index) }}
            title={nameOf(index)}
            aria-label={nameOf(index)}
            onClick={() => onChoose(index)}
          />
        ))}
        {appearances.map(({ hit }, index) => shown.has(index) && (
          <span key={hit.clauseId} className={styles.tick} style={{ left: `${places[index]}%` }}>
            {hit.date ? hit.date.slice(0, 4) : '–'}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Percent from the left, dates to scale; what has none stands at the end. */
function placesOf(dates: readonly (string | null)[]): number[] {
  const times = dates.flatMap((one) => (one ? Date.parse(one) : []))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  return dates.map((one) => (one === null ? 98 : last === first ? 50 : 2 + (90 * (Date.parse(one) - first)) / (last - first)))
}
