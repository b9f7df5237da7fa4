// One choice of many, in a list that drops down.
import type { ReactNode } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import styles from './controls.module.css'
import { cx } from './cx.ts'
import { Label } from './Field.tsx'
import { Check, ChevronDown } from './icons.ts'
import overlays from './overlays.module.css'

export interface SelectOption<T extends string> {
  id: T
  label: string
  /** Drawn before the label (a delegation mark). */
  mark?: ReactNode
  /** A second, quieter line. */
  note?: string | undefined
}

export interface SelectProps<T extends string> {
  label: string
  /** true shows the label above, as in a form; false only names the control for screen readers. */
  labelled?: boolean
  /** A word shown before the value ("View:"). */
  prefix?: string
  value: T | null
  options: readonly SelectOption<T>[]
  onChange: (value: T) => void
  placeholder?: string
  isDisabled?: boolean
  className?: string | undefined
}

/** A select; in a form give `labelled`. */
export const Select = <T extends string>(props: SelectProps<T>) => (
  <AriaSelect
    value={props.value}
    onChange={(key) => {
      if (key !== null) props.onChange(key as T)
    }}
    isDisabled={props.isDisabled ?? false}
    {...(props.placeholder && { placeholder: props.placeholder })}
    {...(!props.labelled && { 'aria-label': props.label })}
    className={cx(props.className)}
  >
    {props.labelled && <Label>{props.label}</Label>}
    {/* The prefix is drawn, not written: the name of the control is its value and its label. */}
    <Button
      className={cx(styles.select, props.labelled && styles.field)}
      {...(props.prefix && { 'data-prefix': props.prefix })}
    >
      <SelectValue className={styles.selectValue!}>
        {({ selectedText, defaultChildren }) => {
          const chosen = props.options.find((option) => option.id === props.value)
          return chosen ? (
            <>
              {chosen.mark} {chosen.label}
            </>
          ) : (
            selectedText || defaultChildren
          )
        }}
      </SelectValue>
      <ChevronDown size={12} aria-hidden className={styles.chevron} />
    </Button>
    <Popover className={overlays.popover!} offset={4}>
      <ListBox className={overlays.list!} items={props.options}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={overlays.option!}>
            {({ isSelected }) => (
              <>
                <span className={overlays.check}>{isSelected && <Check size={14} aria-hidden />}</span>
                {option.mark}
                <span>
                  {option.label}
                  {option.note && <small>{option.note}</small>}
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
)
