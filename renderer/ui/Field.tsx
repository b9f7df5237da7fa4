// Fields of forms: one line, several lines, search. The browser is to remember nothing of what is typed into them: it would keep
// it in its profile, in plain text.
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import {
  Button,
  FieldError,
  Input,
  Label as AriaLabel,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './fields.module.css'
import { Search, X } from './icons.ts'
import { useTakesFocus } from './useTakesFocus.ts'

/** The label above a field. */
export const Label = ({ children }: { children: ReactNode }) => <AriaLabel className={styles.label!}>{children}</AriaLabel>

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'onChange' | 'value'> {
  label: string
  /** false only names the field for screen readers. */
  labelled?: boolean
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  /** A line of help below. */
  note?: string | undefined
  /** What is wrong; shown below and announced. */
  error?: string | undefined
  /** Several lines that grow with the text. */
  multiline?: boolean
  /** The text quotes a document: set it in serif. */
  quoted?: boolean
  /** Takes the caret when it appears. */
  takesFocus?: boolean
  className?: string | undefined
}

/** A text field with its label, help and error. */
export const TextField = ({
  label,
  labelled = true,
  placeholder,
  note,
  error,
  multiline,
  quoted,
  takesFocus = false,
  className,
  ...rest
}: TextFieldProps) => {
  const inner = { className: cx(styles.input, quoted && styles.quoted), ...(placeholder && { placeholder }) }
  return (
    <AriaTextField
      ref={useTakesFocus(takesFocus)}
      autoComplete="off"
      {...rest}
      {...(!labelled && { 'aria-label': label })}
      isInvalid={Boolean(error)}
      // What was wrong at the last try must not keep the browser from sending the form again.
      validationBehavior="aria"
      className={cx(styles.field, className)}
    >
      {labelled && <Label>{label}</Label>}
      {multiline ? <TextArea rows={1} {...inner} /> : <Input {...inner} />}
      {note && (
        <Text slot="description" className={styles.note!}>
          {note}
        </Text>
      )}
      <FieldError className={styles.error!}>{error}</FieldError>
    </AriaTextField>
  )
}

export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  placeholder?: string | undefined
  /** Keys that bring the caret here. */
  keys?: string | undefined
  clearLabel: string
  inputRef?: RefObject<HTMLInputElement | null>
  /** Takes the caret when it appears, for a field that opens with its panel. */
  takesFocus?: boolean
  /** Holds the list of what is found: down goes from the field into it. */
  results?: RefObject<HTMLElement | null>
  className?: string | undefined
}

/** So much is looked for; what is pasted beyond it is left out. */
export const LONGEST_SEARCH = 10_000

/** Search as you type; Escape empties it. */
export const SearchField = (props: SearchFieldProps) => {
  const own = useRef<HTMLInputElement>(null)
  const input = props.inputRef ?? own
  const { takesFocus = false } = props
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus, input])
  return (
    <AriaSearchField
      autoComplete="off"
      aria-label={props.label}
      value={props.value}
      onChange={(text) => props.onChange(text.slice(0, LONGEST_SEARCH))}
      {...(props.onSubmit && { onSubmit: props.onSubmit })}
      className={cx(styles.search, props.className)}
    >
      <Search size={14} aria-hidden />
      <Input
        ref={input}
        {...(props.placeholder && { placeholder: props.placeholder })}
        {...(props.results && {
          onKeyDown: (event) => {
            if (event.key !== 'ArrowDown' || event.altKey || event.ctrlKey) return
            event.preventDefault()
            props.results?.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
          },
        })}
      />
      {props.value === '' ? (
        props.keys && <kbd>{props.keys}</kbd>
      ) : (
        <Button aria-label={props.clearLabel} className={styles.clear!}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  )
}
