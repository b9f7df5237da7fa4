// A screen and its bars: tool bar above, column of words, sub-bar of a pane, status bar below, flags inside them.
import type { ReactNode } from 'react'
import { Separator as AriaSeparator } from 'react-aria-components'
import { Button } from './Button.tsx'
import controls from './controls.module.css'
import { cx } from './cx.ts'
import { ArrowLeft, Check, CircleAlert, Info, TriangleAlert } from './icons.ts'
import styles from './panes.module.css'

/** A screen with its bars, one under another; what lies between them takes the rest. */
export const Screen = ({ label, isBusy, children }: { label: string; isBusy?: boolean; children?: ReactNode }) => (
  <section className={styles.screen} aria-label={label} aria-busy={isBusy}>
    {children}
  </section>
)

/** The name of a screen, in its tool bar. */
export const ScreenTitle = ({ children }: { children: ReactNode }) => <h1 className={styles.title}>{children}</h1>

/** The bar under the title bar: the document and what can be done with it. */
export const ToolBar = ({ children }: { children: ReactNode }) => <div className={styles.toolbar}>{children}</div>

/** The tool bar of a screen that was opened from another: the way back, and its name. */
export const BackBar = ({ title, back, onBack }: { title: string; back: string; onBack: () => void }) => (
  <ToolBar>
    <Button size="small" variant="ghost" onPress={onBack}>
      <ArrowLeft size={14} aria-hidden />
      {back}
    </Button>
    <ScreenTitle>{title}</ScreenTitle>
  </ToolBar>
)

/** What a screen of words holds: one column on paper that scrolls. */
export const Column = ({ children }: { children: ReactNode }) => (
  <div className={styles.paper}>
    <div className={styles.column}>{children}</div>
  </div>
)

/** The heading of a pane. */
export const SubBar = ({ children, className }: { children: ReactNode; className?: string | undefined }) => (
  <div className={cx(styles.subbar, className)}>{children}</div>
)

/** The bottom line of a screen. */
export const StatusBar = ({ children }: { children: ReactNode }) => <footer className={styles.status}>{children}</footer>

/** Pushes what follows to the end of a bar. */
export const Grow = () => <span className={styles.grow} />

export const Separator = () => <AriaSeparator orientation="vertical" className={controls.separator!} />

const FLAG_ICON = { plain: Info, ok: Check, warn: CircleAlert, bad: TriangleAlert }

/** A short remark with an icon; never a verdict by colour alone. */
export const Flag = ({ tone = 'plain', children }: { tone?: 'plain' | 'ok' | 'warn' | 'bad'; children: ReactNode }) => {
  const Icon = FLAG_ICON[tone]
  return (
    <span className={cx(styles.flag, tone !== 'plain' && styles[tone])}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  )
}
