// One choice of a few, all of them in view.
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components'
import styles from './controls.module.css'

export interface SegmentedProps<T extends string> {
  label: string
  value: T
  options: readonly { id: T; label: ReactNode; isDisabled?: boolean; name?: string }[]
  onChange: (value: T) => void
}

/** A row of joined buttons of which exactly one is pressed. `name` labels an option whose `label` is an icon. */
export const Segmented = <T extends string>({ label, value, options, onChange }: SegmentedProps<T>) => (
  <ToggleButtonGroup
    aria-label={label}
    className={styles.segmented!}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys: Set<Key>) => {
      const [first] = keys
      if (first !== undefined) onChange(first as T)
    }}
  >
    {options.map((option) => (
      <ToggleButton
        key={option.id}
        id={option.id}
        className={styles.segment!}
        isDisabled={option.isDisabled ?? false}
        {...(option.name && { 'aria-label': option.name })}
      >
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
