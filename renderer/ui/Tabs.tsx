// Tabs of a dock or of a narrow screen. Where their names do not all fit, those with a picture show it instead, but for the one in
// front.
import { useEffect, useRef, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs, useLocale } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './panes.module.css'

export interface TabEntry<T extends string> {
  id: T
  label: string
  /** A count after the label. */
  count?: number | undefined
  /** There are more than were counted: "3,000+". */
  isMore?: boolean | undefined
  /** Stands for the label where there is no room for it. */
  icon?: ReactNode
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
export function Tabs<T extends string>({ label, value, onChange, entries, className }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null)
  const { locale } = useLocale()
  useEffect(() => (list.current ? keepFitting(list.current) : undefined), [])
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange(key as T)} className={cx(styles.tabsRoot, className)}>
      <TabList ref={list} aria-label={label} className={styles.tabs!}>
        {entries.map(({ id, label: name, count, isMore, icon }) => (
          <Tab key={id} id={id} className={styles.tab!}>
            {icon && <span className={styles.picture} title={name}>{icon}</span>}
            <span className={styles.name}>{name}</span>
            {count !== undefined && <span className={styles.count}>{count.toLocaleString(locale) + (isMore ? '+' : '')}</span>}
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
}

/** Marks the list as tight while its names do not fit; the words may change, and the width. */
function keepFitting(list: HTMLElement): () => void {
  const fit = () => {
    list.removeAttribute('data-tight')
    const end = list.lastElementChild?.getBoundingClientRect().right ?? 0
    list.toggleAttribute('data-tight', end > list.getBoundingClientRect().right)
  }
  fit()
  const sizes = new ResizeObserver(fit)
  const words = new MutationObserver(fit)
  sizes.observe(list)
  words.observe(list, { childList: true, characterData: true, subtree: true })
  return () => {
    sizes.disconnect()
    words.disconnect()
  }
}
