// A lasting message across the window or a pane: read-only library, a failed load.
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { TriangleAlert } from './icons.ts'
import styles from './notices.module.css'

export interface BannerProps {
  tone?: 'warn' | 'bad'
  children: ReactNode
  /** Buttons at its end. */
  actions?: ReactNode
}

/** Says what happened, what is safe, what to do. */
export const Banner = ({ tone = 'warn', children, actions }: BannerProps) => (
  <div role={tone === 'bad' ? 'alert' : 'status'} className={cx(styles.banner, tone === 'bad' && styles.bad)}>
    <TriangleAlert size={16} aria-hidden />
    <span>{children}</span>
    {actions}
  </div>
)
