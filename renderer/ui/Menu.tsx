// A menu of acts behind a button.
import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { cx } from './cx.ts'
import { Check } from './icons.ts'
import styles from './overlays.module.css'

export interface MenuEntry {
  id: string
  label: string
  icon?: ReactNode
  keys?: string | undefined
  isDisabled?: boolean
  /** Set for entries that can be on or off. */
  isChecked?: boolean
  danger?: boolean
  /** Draws a line above. */
  separated?: boolean
  onAction: () => void
}

/** `trigger` is a Button or IconButton; it opens the entries. */
export const Menu = ({ trigger, label, entries }: { trigger: ReactElement; label: string; entries: readonly MenuEntry[] }) => (
  <MenuTrigger>
    {trigger}
    <Popover className={styles.popover!} offset={4}>
      <AriaMenu
        aria-label={label}
        className={styles.list!}
        disabledKeys={entries.filter((entry) => entry.isDisabled).map((entry) => entry.id)}
        onAction={(key) => entries.find((entry) => entry.id === key)?.onAction()}
      >
        {entries.flatMap((entry) => [
          ...(entry.separated ? [<Separator key={`${entry.id}-line`} className={styles.separator!} />] : []),
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={cx(styles.option, entry.danger && styles.danger)}
          >
            {(entry.icon || entry.isChecked !== undefined) && (
              <span className={styles.check}>{entry.isChecked ? <Check size={14} aria-hidden /> : entry.icon}</span>
            )}
            <span>{entry.label}</span>
            {entry.keys && <kbd>{entry.keys}</kbd>}
          </MenuItem>,
        ])}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)
