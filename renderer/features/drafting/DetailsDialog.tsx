// Title, place, date and party order of a draft that exists already. They go into its text where the form had left room for
// them and nobody has worked on the paragraph.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft, DraftDetails } from '../../../shared/model/draft.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { DetailsFields, type DraftFields } from './DetailsFields.tsx'

export interface DetailsDialogProps {
  draft: Pick<Draft, 'title' | 'place' | 'date' | 'parties' | 'language'>
  onSave: (details: Partial<DraftDetails>) => Promise<void>
  onClose: () => void
}

export function DetailsDialog({ draft, onSave, onClose }: DetailsDialogProps) {
  const { t } = useTranslation('drafting')
  const [fields, setFields] = useState<DraftFields>({
    title: draft.title,
    place: draft.place ?? '',
    date: draft.date,
    parties: draft.parties,
  })
  const [busy, setBusy] = useState(false)
  const [dateWrong, setDateWrong] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await onSave({ title: fields.title.trim(), place: fields.place.trim() || null, date: fields.date, parties: fields.parties })
      onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <ActDialog
      title={t('details.title')}
      onClose={onClose}
      closeLabel={t('common:close')}
      cancelLabel={t('common:cancel')}
      act={t('details.save')}
      isDisabled={busy || dateWrong || fields.title.trim() === ''}
      onAct={() => void save()}
    >
      <DetailsFields
        value={fields}
        language={draft.language}
        onChange={(change) => setFields({ ...fields, ...change })}
        onWrongDate={setDateWrong}
      />
    </ActDialog>
  )
}
