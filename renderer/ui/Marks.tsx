// Marks that say who, how sure and how authoritative: by shape and letters, never by colour alone.
import { cx } from './cx.ts'
import styles from './marks.module.css'

/** A drawing: 1–6 full shapes, 7–12 the same shapes hollow, 0 none: the letters alone. */
export type Slot = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

export interface DelegationMarkProps {
  code: string
  slot: Slot
  /** Full name, read out instead of the letters. */
  name?: string | undefined
}

/** Shape, colour and letters of a delegation. */
export const DelegationMark = ({ code, slot, name }: DelegationMarkProps) => (
  <span className={cx(styles.delegation, styles[`slot${slot}`])} {...(name && { title: name })}>
    {code}
  </span>
)

export type GradeName = 'official' | 'unofficial-translation' | 'press-report'

/** Full, half or empty circle with the word beside it. */
export const GradeMark = ({ grade, label }: { grade: GradeName; label: string }) => (
  <span
    className={cx(
      styles.grade,
      grade === 'official' && styles.official,
      grade === 'unofficial-translation' && styles.translation,
    )}
  >
    <i />
    {label}
  </span>
)

/** Three bars: how sure a proposal is, from 0 to 1. `label` says it in words. */
export const Confidence = ({ value, isLow, label }: { value: number; isLow: boolean; label: string }) => {
  const full = value >= 0.8 ? 3 : value >= 0.5 ? 2 : 1
  return (
    <span title={label} className={styles.dots} {...(isLow && { 'data-low': '' })}>
      {[1, 2, 3].map((bar) => (
        <i key={bar} {...(bar <= full && { 'data-full': '' })} />
      ))}
      <span className="sr-only">{label}</span>
    </span>
  )
}

/** Keys that do the same. */
export const Keys = ({ children }: { children: string }) => <kbd className={styles.keys}>{children}</kbd>
