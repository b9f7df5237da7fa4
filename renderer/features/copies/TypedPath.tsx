// The full path of a file or folder, typed where the host has no dialog for it.
import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './copies.module.css'

interface TypedPathProps {
  label: string
  note: string
  act: string
  /** What stands there at first. */
  first?: string
  isBusy: boolean
  onChosen(path: string): void
}

/** Somebody has just asked for it. */
const toField = (form: HTMLFormElement | null) => form?.querySelector('input')?.focus()

export function TypedPath({ label, note, act, first = '', isBusy, onChosen }: TypedPathProps) {
  const [path, setPath] = useState(first)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (path.trim() !== '') onChosen(path.trim())
  }
  return (
    <form className={styles.typed} onSubmit={submit} ref={toField}>
      <TextField label={label} note={note} value={path} onChange={setPath} maxLength={4000} />
      <Button type="submit" isDisabled={isBusy || path.trim() === ''}>
        {act}
      </Button>
    </form>
  )
}
