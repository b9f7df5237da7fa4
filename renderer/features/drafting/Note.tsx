// A few lines to write beside the text: a comment, a reply, a reason. Ctrl+Enter saves, Escape lets it be.
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './changes.module.css'

export interface NoteProps {
  label: string
  text?: string
  /** Whether saving nothing means something: it takes the note away. */
  mayBeEmpty?: boolean
  onSave: (text: string) => void
  onCancel: () => void
}

export function Note({ label, text = '', mayBeEmpty = false, onSave, onCancel }: NoteProps) {
  const { t } = useTranslation('drafting')
  const [written, setWritten] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const trimmed = written.trim()
  const isEmpty = trimmed === '' && !mayBeEmpty
  useEffect(() => area.current?.focus(), [])
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty) onSave(trimmed)
      }}
    >
      <label htmlFor={id} className={styles.spoken}>
        {label}
      </label>
      <textarea
        id={id} ref={area} rows={3} maxLength={2000} value={written} placeholder={label} spellCheck={false}
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            onCancel()
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) {
            event.preventDefault()
            onSave(trimmed)
          }
        }}
      />
      <span className={styles.noteActs}>
        <Button type="submit" size="small" isDisabled={isEmpty}>
          {t('note.save')}
        </Button>
        <Button size="small" variant="ghost" onPress={onCancel}>
          {t('note.cancel')}
        </Button>
        <kbd>{t('note.keys')}</kbd>
      </span>
    </form>
  )
}
