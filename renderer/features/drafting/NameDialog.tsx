// Asks for one name, in a field that takes the caret with its words selected.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/Field.tsx'

export interface NameDialogProps {
  title: string
  label: string
  note: string
  /** Names the act. */
  act: string
  /** What stands in the field first. */
  suggestion: string
  isRequired: boolean
  /** The dialog closes once it is done. */
  onName: (name: string) => Promise<void> | void
  onClose: () => void
}

const selectFirst = (form: HTMLFormElement | null): void => {
  const field = form?.querySelector('input')
  field?.focus()
  field?.select()
}

export function NameDialog({ title, label, note, act, suggestion, isRequired, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation()
  const [written, setWritten] = useState(suggestion)
  const [busy, setBusy] = useState(false)
  const form = useId()
  const name = written.trim()
  const isDisabled = busy || (isRequired && name === '')
  const save = async () => {
    setBusy(true)
    try {
      await onName(name)
      onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <ActDialog
      title={title}
      onClose={onClose}
      closeLabel={t('common:close')}
      cancelLabel={t('common:cancel')}
      width="narrow"
      act={act}
      isDisabled={isDisabled}
      onAct={{ form }}
    >
      <form
        id={form}
        ref={selectFirst}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isDisabled) void save()
        }}
      >
        <TextField label={label} value={written} onChange={setWritten} note={note} maxLength={200} />
      </form>
    </ActDialog>
  )
}
