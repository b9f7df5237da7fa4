// The full path of a file or folder, typed where the host has no dialog for it.
import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './copies.module.css'

interface TypedPathProps {
  label: string
  note: string
  act: string
  isBusy: boolean
  onChosen(path: string): void
}

export function TypedPath({ label, note, act, isBusy, onChosen }: TypedPathProps) {
  const [path, setPath] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (path.trim() !== '') onChosen(path.trim())
  }
  return (
    <form className={styles.typed} onSubmit={submit}>
      <TextField label={label} note={note} value={path} onChange={setPath} maxLength={4000} />
      <Button type="submit" isDisabled={isBusy || path.trim() === ''}>
        {act}
      </Button>
    </form>
  )
}
