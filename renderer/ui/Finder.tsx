// One choice of very many, found by typing a part of its name.
import { useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import controls from './controls.module.css'
import { cx } from './cx.ts'
import { Label } from './Field.tsx'
import fields from './fields.module.css'
import { ChevronDown } from './icons.ts'
import overlays from './overlays.module.css'
import { useTakesFocus } from './useTakesFocus.ts'

export interface FinderOption<T extends string> {
  id: T
  label: string
  /** A second, quieter line. */
  note?: string | undefined
}

export interface FinderProps<T extends string> {
  label: string
  placeholder: string
  options: readonly FinderOption<T>[]
  /** The field is empty again after each choice. */
  onChoose: (value: T) => void
  /** Takes the caret when it appears. */
  takesFocus?: boolean
  className?: string | undefined
}

/** More say nothing to a reader: typing on narrows them. */
const SHOWN = 50

export const Finder = <T extends string>({ label, placeholder, options, onChoose, takesFocus = false, className }: FinderProps<T>) => {
  const [typed, setTyped] = useState('')
  // A choice stands until it has shut the list; then the field is for the next one.
  const [chosen, setChosen] = useState<T | null>(null)
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const items: FinderOption<T>[] = []
  for (const option of options) {
    const name = `${option.label} ${option.note ?? ''}`.toLowerCase()
    if (words.every((word) => name.includes(word))) items.push(option)
    if (items.length === SHOWN) break
  }
  return (
    <ComboBox
      ref={useTakesFocus(takesFocus)}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={chosen}
      onOpenChange={(isOpen) => {
        if (!isOpen) setChosen(null)
      }}
      onSelectionChange={(key) => {
        if (key === null) return
        setTyped('')
        setChosen(key as T)
        onChoose(key as T)
      }}
      menuTrigger="focus"
      allowsEmptyCollection={false}
      className={cx(fields.field, className)}
    >
      <Label>{label}</Label>
      <div className={fields.finder}>
        <Input placeholder={placeholder} />
        <Button className={controls.chevron!}>
          <ChevronDown size={12} aria-hidden />
        </Button>
      </div>
      <Popover className={overlays.popover!} offset={4}>
        <ListBox className={overlays.list!}>
          {(option: FinderOption<T>) => (
            <ListBoxItem id={option.id} textValue={option.label} className={overlays.option!}>
              <span>
                {option.label}
                {option.note && <small>{option.note}</small>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
