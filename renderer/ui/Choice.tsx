// Checkboxes, radio buttons with a line of explanation, switches.
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup, Radio, RadioGroup as AriaRadioGroup, Switch as AriaSwitch } from 'react-aria-components'
import { cx } from './cx.ts'
import { Label } from './Field.tsx'
import styles from './fields.module.css'
import { Check, Minus } from './icons.ts'
import { useTakesFocus } from './useTakesFocus.ts'

export interface CheckboxProps {
  isSelected: boolean
  isIndeterminate?: boolean
  isDisabled?: boolean
  onChange: (isSelected: boolean) => void
  children?: ReactNode
  /** Name where there are no children. */
  label?: string
  className?: string | undefined
}

/** A checkbox with whatever stands beside it. */
export const Checkbox = ({ children, label, className, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} {...(label && { 'aria-label': label })} className={cx(styles.checkbox, className)}>
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className={styles.box}>
          {isIndeterminate ? (
            <Minus size={10} strokeWidth={3} aria-hidden />
          ) : (
            isSelected && <Check size={10} strokeWidth={3} aria-hidden />
          )}
        </span>
        {children}
      </>
    )}
  </AriaCheckbox>
)

export interface CheckboxGroupProps {
  label: string
  value: readonly string[]
  options: readonly string[]
  /** A line under them that says what the choice means. */
  note?: string | undefined
  onChange: (value: string[]) => void
}

/** Any of a few that stand side by side. */
export const CheckboxGroup = ({ label, value, options, note, onChange }: CheckboxGroupProps) => (
  <AriaCheckboxGroup value={[...value]} onChange={onChange} className={styles.choices!}>
    <Label>{label}</Label>
    <div className={styles.side}>
      {options.map((option) => (
        <AriaCheckbox key={option} value={option} className={styles.checkbox!}>
          {({ isSelected }) => (
            <>
              <span className={styles.box}>{isSelected && <Check size={10} strokeWidth={3} aria-hidden />}</span>
              {option}
            </>
          )}
        </AriaCheckbox>
      ))}
    </div>
    {note && <small>{note}</small>}
  </AriaCheckboxGroup>
)

export interface RadioGroupProps<T extends string> {
  label: string
  value: T
  options: readonly { id: T; label: string; note?: string | undefined }[]
  onChange: (value: T) => void
  /** Takes the keyboard when it appears. */
  takesFocus?: boolean
}

/** One of a few, each with a line that says what it means. */
export const RadioGroup = <T extends string>({ label, value, options, onChange, takesFocus = false }: RadioGroupProps<T>) => (
  <AriaRadioGroup ref={useTakesFocus(takesFocus)} value={value} onChange={(chosen) => onChange(chosen as T)} className={styles.choices!}>
    <Label>{label}</Label>
    <div className={styles.radios}>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={styles.radio!}>
          <span className={styles.dot} />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </Radio>
      ))}
    </div>
  </AriaRadioGroup>
)

/** On or off, at once. */
export const Switch = ({
  isSelected,
  onChange,
  children,
}: {
  isSelected: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}) => (
  <AriaSwitch isSelected={isSelected} onChange={onChange} className={styles.switch!}>
    <span className={styles.track}>
      <i />
    </span>
    {children}
  </AriaSwitch>
)
