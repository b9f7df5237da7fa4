// Tabs of a dock or of a narrow screen.
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './panes.module.css'

export interface TabEntry<T extends string> {
  id: T
  label: string
  /** A count after the label. */
  count?: number | undefined
  content: ReactNode
}

export interface TabsProps<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
  entries: readonly TabEntry<T>[]
  className?: string | undefined
}

/** Tabs with their panels; the panel fills what is left of the height. */
export const Tabs = <T extends string>({ label, value, onChange, entries, className }: TabsProps<T>) => (
  <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange(key as T)} className={cx(styles.tabsRoot, className)}>
    <TabList aria-label={label} className={styles.tabs!}>
      {entries.map((entry) => (
        <Tab key={entry.id} id={entry.id} className={styles.tab!}>
          {entry.label}
          {entry.count !== undefined && <span className={styles.count}>{entry.count}</span>}
        </Tab>
      ))}
    </TabList>
    {entries.map((entry) => (
      <TabPanel key={entry.id} id={entry.id} className={styles.panel!}>
        {entry.content}
      </TabPanel>
    ))}
  </AriaTabs>
)
