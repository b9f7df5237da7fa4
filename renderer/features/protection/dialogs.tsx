// The acts that ask for the present passphrase first: changing it, saving a recovery file, decrypting.
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJobs } from '../../api/jobs.tsx'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { notices } from '../../ui/notices.ts'
import { isChosen, NewPassphrase, NOTHING_CHOSEN } from './NewPassphrase.tsx'
import styles from './protection.module.css'
import { useRecoveryFile } from './useRecoveryFile.ts'

interface AskingProps {
  title: string
  act: string
  note?: string
  error: string | undefined
  isDisabled: boolean
  onClose: () => void
  onAct: (passphrase: string) => Promise<void>
  children?: ReactNode
}

const FORM = 'protection-act'

const Asking = ({ title, act, note, error, isDisabled, onClose, onAct, children }: AskingProps) => {
  const { t } = useTranslation('protection')
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '' && !isDisabled) void onAct(passphrase)
  }
  return (
    <ActDialog
      title={title}
      act={act}
      cancelLabel={t('common:cancel')}
      closeLabel={t('common:close')}
      isForm
      isDisabled={isDisabled || passphrase === ''}
      onAct={{ form: FORM }}
      onClose={onClose}
    >
      <form id={FORM} className={styles.form} onSubmit={submit}>
        {note && <p className={styles.note}>{note}</p>}
        <TextField
          label={t('field.current')}
          type="password"
          autoComplete="current-password"
          maxLength={1000}
          value={passphrase}
          onChange={setPassphrase}
          error={error}
        />
        {children}
      </form>
    </ActDialog>
  )
}

export const ChangeDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('protection')
  const errorText = useErrorText()
  const change = useWrite('protection.change', { quiet: true })
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  const act = async (passphrase: string) => {
    try {
      await change.mutateAsync({ passphrase, next: chosen.first })
      notices.add({ text: t('change.done') })
      onClose()
    } catch {
      // Shown at the field.
    }
  }
  return (
    <Asking
      title={t('change.title')}
      act={t('change.do')}
      error={change.error ? errorText(change.error) : undefined}
      isDisabled={!isChosen(chosen) || change.isPending}
      onClose={onClose}
      onAct={act}
    >
      <NewPassphrase label={t('field.next')} value={chosen} onChange={setChosen} />
    </Asking>
  )
}

export const RecoveryDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('protection')
  const { save, isBusy, error } = useRecoveryFile()
  const act = async (passphrase: string) => {
    if (await save(passphrase)) onClose()
  }
  return (
    <Asking title={t('recovery.title')} act={t('recovery.do')} note={t('recovery.note')} error={error} isDisabled={isBusy} onClose={onClose} onAct={act} />
  )
}

export const DecryptDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('protection')
  const errorText = useErrorText()
  const jobs = useJobs()
  const decrypt = useWrite('protection.decrypt', { quiet: true })
  const act = async (passphrase: string) => {
    try {
      const { left } = await jobs.run(t('decrypt.job'), (job) => decrypt.mutateAsync({ passphrase, copies: 'convert', job }))
      notices.add({ text: left > 0 ? t('left', { count: left }) : t('decrypt.done') })
      onClose()
    } catch {
      // Shown at the field.
    }
  }
  return (
    <Asking
      title={t('decrypt.title')}
      act={t('decrypt.do')}
      note={t('decrypt.note')}
      error={decrypt.error ? errorText(decrypt.error) : undefined}
      isDisabled={decrypt.isPending}
      onClose={onClose}
      onAct={act}
    />
  )
}
