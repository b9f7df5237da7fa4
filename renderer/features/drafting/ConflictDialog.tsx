// The draft was stored by another window while this one was typing. Whatever is chosen, both texts are kept.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useErrorText } from '../../i18n/errors.ts'

export interface ConflictDialogProps {
  onCopy: () => Promise<void>
  onKeepMine: () => Promise<void>
}

export function ConflictDialog({ onCopy, onKeepMine }: ConflictDialogProps) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const [choice, setChoice] = useState<'copy' | 'mine'>('copy')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const settle = async () => {
    setBusy(true)
    setError(null)
    try {
      await (choice === 'copy' ? onCopy() : onKeepMine())
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('conflict.title')}
      role="alertdialog"
      isOpen
      onClose={() => void settle()}
      closeLabel={t('conflict.go')}
      footer={
        <Button variant="primary" isDisabled={busy} onPress={() => void settle()}>
          {t('conflict.go')}
        </Button>
      }
    >
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
      <p>{t('conflict.note')}</p>
      <RadioGroup
        label={t('conflict.question')}
        value={choice}
        onChange={setChoice}
        options={[
          { id: 'copy', label: t('conflict.copy'), note: t('conflict.copyNote') },
          { id: 'mine', label: t('conflict.mine'), note: t('conflict.mineNote') },
        ]}
      />
    </Dialog>
  )
}
