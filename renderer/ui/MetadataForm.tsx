// What is known about a text: the form used when a file is checked and when a declaration is edited. Words come as props.
import { useState } from 'react'
import { RadioGroup } from './Choice.tsx'
import { TextField } from './Field.tsx'
import styles from './metadata.module.css'
import type { GradeName } from './Marks.tsx'
import { parseDate, type MarkOf } from './parties.ts'
import { PartiesEditor, type PartiesWords, type PartyValue } from './PartiesEditor.tsx'
import { Select } from './Select.tsx'

export interface MetadataValue<F extends string = string> {
  title: string
  form: F
  language: string
  grade: GradeName
  date: string | null
  place: string | null
  parties: PartyValue[]
  definedTerms: string[]
  numbers?: string[] | undefined
  source: string
}

export interface MetadataWords<F extends string = string> extends PartiesWords {
  title: string
  titleMissing: string
  form: string
  forms: readonly { id: F; label: string }[]
  language: string
  languages: readonly { id: string; label: string }[]
  date: string
  datePattern: string
  dateWrong: string
  /** "30.06.2019" from an ISO date. */
  showDate: (iso: string) => string
  place: string
  terms: string
  termsNote: string
  numbers: string
  numbersNote: string
  source: string
  grade: string
  grades: readonly { id: GradeName; label: string; note: string }[]
}

export interface MetadataFormProps<F extends string> {
  value: MetadataValue<F>
  words: MetadataWords<F>
  markOf: MarkOf
  onChange: (changes: Partial<MetadataValue<F>>) => void
  /** Told whether what stands in the date field is no date: nothing should be stored then, it would be the date before. */
  onWrongDate?: (isWrong: boolean) => void
}

/** Calls `onChange` at every change that can be stored; a date that is none yet stays in its field. */
export function MetadataForm<F extends string>({ value, words, markOf, onChange, onWrongDate }: MetadataFormProps<F>) {
  const [date, setDate] = useState<string | null>(null)
  const shownDate = date ?? (value.date ? words.showDate(value.date) : '')
  const dateWrong = date !== null && parseDate(date) === undefined
  const languages = words.languages.some((each) => each.id === value.language)
    ? words.languages
    : [...words.languages, { id: value.language, label: value.language }]
  return (
    <div className={styles.form}>
      <TextField
        label={words.title}
        value={value.title}
        onChange={(title) => onChange({ title: title.replace(/\n{2,}/g, '\n') })}
        multiline
        quoted
        maxLength={2000}
        error={value.title.trim() === '' ? words.titleMissing : undefined}
      />
      <div className={styles.two}>
        <Select labelled label={words.form} value={value.form} options={words.forms} onChange={(form) => onChange({ form })} />
        <Select
          labelled
          label={words.language}
          value={value.language}
          options={languages}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <div className={styles.two}>
        <TextField
          label={words.date}
          value={shownDate}
          placeholder={words.datePattern}
          error={dateWrong ? words.dateWrong : undefined}
          onChange={(typed) => {
            setDate(typed)
            const parsed = parseDate(typed)
            onWrongDate?.(parsed === undefined)
            if (parsed !== undefined) onChange({ date: parsed })
          }}
          onBlur={() => {
            if (!dateWrong) setDate(null)
          }}
        />
        <TextField
          label={words.place}
          value={value.place ?? ''}
          maxLength={200}
          onChange={(place) => onChange({ place: place || null })}
        />
      </div>
      <PartiesEditor value={value.parties} words={words} markOf={markOf} onChange={(parties) => onChange({ parties })} />
      <ListField
        label={words.terms}
        note={words.termsNote}
        value={value.definedTerms}
        most={50}
        onChange={(definedTerms) => onChange({ definedTerms })}
      />
      <ListField
        label={words.numbers}
        note={words.numbersNote}
        value={value.numbers ?? []}
        most={20}
        onChange={(numbers) => onChange({ numbers })}
      />
      <TextField label={words.source} value={value.source} maxLength={1000} onChange={(source) => onChange({ source })} />
      <RadioGroup label={words.grade} value={value.grade} options={words.grades} onChange={(grade) => onChange({ grade })} />
    </div>
  )
}

interface ListFieldProps {
  label: string
  note: string
  value: readonly string[]
  most: number
  onChange: (value: string[]) => void
}

/** Several short words in one field, parted by commas; what is typed stays as typed until the field is left. */
const ListField = ({ label, note, value, most, onChange }: ListFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      note={note}
      value={typed ?? value.join(', ')}
      onChange={(text) => {
        setTyped(text)
        onChange(
          text
            .split(',')
            .map((each) => each.trim())
            .filter(Boolean)
            .slice(0, most),
        )
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
