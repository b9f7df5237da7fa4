// An empty place: one sentence, one action.
import type { ReactNode } from 'react'
import styles from './panes.module.css'

export interface EmptyStateProps {
  title: string
  note?: string | undefined
  actions?: ReactNode
}

/** Says why there is nothing here and what to do about it. */
export const EmptyState = ({ title, note, actions }: EmptyStateProps) => (
  <div className={styles.empty}>
    <p className={styles.emptyTitle}>{title}</p>
    {note && <p>{note}</p>}
    {actions && <div className={styles.emptyActions}>{actions}</div>}
  </div>
)
