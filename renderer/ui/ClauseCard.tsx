// A clause as found: its words, where they come from, who agreed to them. Shared by the library and the drafting dock.
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { DelegationMark, GradeMark, type DelegationMarkProps, type GradeName } from './Marks.tsx'
import { Marked } from './Marked.tsx'
import { Noted, type NotedProps } from './Noted.tsx'
import styles from './clause.module.css'

export interface ClauseCardProps {
  text: string
  marks?: readonly (readonly [number, number])[]
  /** "Ташкент, 14.05.2024, п. 12". */
  citation: string
  /** Full title of the declaration, in the tooltip. */
  declaration?: string | undefined
  grade: GradeName
  gradeLabel: string
  parties: readonly DelegationMarkProps[]
  /** How many parties to show before "+3"; all of them are in the tooltip. */
  shownParties?: number
  /** What is noted about it, below its provenance. */
  noted?: NotedProps
  /** Flags at the end of the last line. */
  flags?: ReactNode
  /** Buttons below; shown where given. */
  actions?: ReactNode
  isSelected?: boolean
  /** Lines of text before it is cut; absent shows all of it. */
  lines?: number
}

/** Presentational: give every word through props. */
export const ClauseCard = (props: ClauseCardProps) => {
  const shown = props.parties.slice(0, props.shownParties ?? 6)
  const rest = props.parties.slice(shown.length)
  return (
    <article className={cx(styles.card, props.isSelected && styles.selected)}>
      <p
        className={cx(styles.text, props.lines !== undefined && styles.cut, props.noted?.barred && styles.barred)}
        {...(props.lines !== undefined && { style: { WebkitLineClamp: props.lines } })}
      >
        <Marked text={props.text} marks={props.marks ?? []} />
      </p>
      <div className={styles.line}>
        <span className={styles.citation} title={props.declaration}>
          {props.citation}
        </span>
        <GradeMark grade={props.grade} label={props.gradeLabel} />
      </div>
      {(props.parties.length > 0 || props.flags) && (
        <div className={styles.line}>
          <span className={styles.parties}>
            {shown.map((party) => (
              <DelegationMark key={party.code} {...party} />
            ))}
            {rest.length > 0 && (
              <span title={rest.map((party) => party.name ?? party.code).join(', ')}>{`+${rest.length}`}</span>
            )}
          </span>
          {props.flags}
        </div>
      )}
      {props.noted && <Noted {...props.noted} />}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </article>
  )
}
