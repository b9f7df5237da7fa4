// What is noted about a declaration or a clause, as it stands beside its words.
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Ban, StickyNote, Star, TriangleAlert } from './icons.ts'
import styles from './noted.module.css'

export interface NotedProps {
  /** Says that it is a favourite; absent where it is none. */
  favourite?: string | undefined
  /** Says that it is not to be reused, and why. */
  barred?: string | undefined
  /** Says that a declaration is superseded or unverified. */
  status?: string | undefined
  labels?: readonly string[]
  note?: string | undefined
}

/** An icon that says something, with its word as tooltip and for screen readers. */
export const Sign = ({ icon: Icon, name, tone }: { icon: typeof Star; name: string; tone: 'accent' | 'bad' | 'warn' }) => (
  <span className={cx(styles.sign, styles[tone])} title={name}>
    <Icon size={13} aria-hidden />
    <span className={styles.unseen}>{name}</span>
  </span>
)

const Line = ({ icon, children, className }: { icon: ReactNode; children: ReactNode; className?: string | undefined }) => (
  <span className={cx(styles.line, className)}>
    {icon}
    <span>{children}</span>
  </span>
)

/** Presentational: give every word through props. Nothing noted draws nothing. */
export const Noted = ({ favourite, barred, status, labels = [], note }: NotedProps) => {
  if (!favourite && !barred && !status && labels.length === 0 && !note) return null
  return (
    <div className={styles.noted}>
      {barred && (
        <Line className={styles.barred} icon={<Ban size={13} aria-hidden />}>
          {barred}
        </Line>
      )}
      {status && (
        <Line className={styles.status} icon={<TriangleAlert size={13} aria-hidden />}>
          {status}
        </Line>
      )}
      {note && (
        <Line icon={<StickyNote size={13} aria-hidden />} className={styles.note}>
          {note}
        </Line>
      )}
      {(favourite || labels.length > 0) && (
        <span className={styles.labels}>
          {favourite && <Sign icon={Star} name={favourite} tone="accent" />}
          {labels.map((label) => (
            <span key={label} className={styles.label}>
              {label}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}
