// Progress of long work: a thin bar that names the work and can be cancelled.
import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './marks.module.css'

export interface JobBarProps {
  /** Names the work ("Reading statement.docx"). */
  label: string
  done: number
  /** 0 where it is not known. */
  total: number
  cancelLabel: string
  onCancel?: (() => void) | undefined
}

/** A 2-px bar with the name of the work and a way to stop it. */
export const JobBar = ({ label, done, total, cancelLabel, onCancel }: JobBarProps) => {
  const known = total > 0
  return (
    <AriaProgressBar
      className={styles.progress!}
      aria-label={label}
      {...(known ? { value: done, maxValue: total } : { isIndeterminate: true })}
    >
      {({ percentage, valueText }) => (
        <>
          <span>{label}</span>
          <span className={styles.bar} {...(!known && { 'data-unknown': '' })}>
            <i style={known ? { width: `${percentage ?? 0}%` } : undefined} />
          </span>
          {known && <span className={styles.percent}>{valueText}</span>}
          {onCancel && (
            <Button size="small" variant="ghost" onPress={onCancel}>
              {cancelLabel}
            </Button>
          )}
        </>
      )}
    </AriaProgressBar>
  )
}
