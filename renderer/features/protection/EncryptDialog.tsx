// Encrypting the library in two steps: a passphrase, then the recovery file that makes up for a forgotten one.
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protection } from '../../../shared/contract/protection.ts'
import { useJobs } from '../../api/jobs.tsx'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { notices } from '../../ui/notices.ts'
import { isChosen, NewPassphrase, NOTHING_CHOSEN } from './NewPassphrase.tsx'
import styles from './protection.module.css'
import { useRecoveryFile } from './useRecoveryFile.ts'

const FORM = 'encrypt-library'

export const EncryptDialog = ({ state, onClose }: { state: Protection; onClose: () => void }) => {
  const [passphrase, setPassphrase] = useState<string | null>(null)
  return passphrase === null ? (
    <Choosing state={state} onClose={onClose} onDone={setPassphrase} />
  ) : (
    <Afterwards passphrase={passphrase} onClose={onClose} />
  )
}

interface ChoosingProps {
  state: Protection
  onClose: () => void
  onDone: (passphrase: string) => void
}

const Choosing = ({ state, onClose, onDone }: ChoosingProps) => {
  const { t } = useTranslation('protection')
  const errorText = useErrorText()
  const jobs = useJobs()
  const encrypt = useWrite('protection.encrypt', { quiet: true })
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  const [copies, setCopies] = useState<'convert' | 'delete'>('convert')
  const [keychain, setKeychain] = useState(false)
  // As it was asked: while the library is encrypted the count changes.
  const [plainCopies] = useState(state.plainCopies)
  const act = async (event: FormEvent) => {
    event.preventDefault()
    if (!isChosen(chosen)) return
    try {
      const { left } = await jobs.run(t('encrypt.job'), (job) => encrypt.mutateAsync({ passphrase: chosen.first, copies, keychain, job }))
      notices.add({ text: left > 0 ? t('left', { count: left }) : t('encrypt.done') })
      onDone(chosen.first)
    } catch {
      // Shown in the dialog.
    }
  }
  return (
    <Dialog
      title={t('encrypt.title')}
      isOpen
      isForm
      onClose={onClose}
      closeLabel={t('common:close')}
      footer={
        <>
          <Button variant="primary" type="submit" form={FORM} isDisabled={!isChosen(chosen) || encrypt.isPending}>
            {t('encrypt.do')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form id={FORM} className={styles.form} onSubmit={(event) => void act(event)}>
        <p className={styles.note}>{t('encrypt.note')}</p>
        <NewPassphrase label={t('field.passphrase')} value={chosen} onChange={setChosen} />
        {plainCopies > 0 && (
          <RadioGroup
            label={t('encrypt.copies', { count: plainCopies })}
            value={copies}
            onChange={setCopies}
            options={[
              { id: 'convert', label: t('encrypt.copiesConvert') },
              { id: 'delete', label: t('encrypt.copiesDelete') },
            ]}
          />
        )}
        {state.keychain === 'ready' && (
          <Checkbox isSelected={keychain} onChange={setKeychain}>
            {t('encrypt.keychain')}
          </Checkbox>
        )}
        {state.keychain === 'weak' && <p className={styles.note}>{t('keychain.weak')}</p>}
        <p className={styles.note}>{t('encrypt.remains')}</p>
        {encrypt.error && (
          <p className={styles.error} role="alert">
            {errorText(encrypt.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}

const Afterwards = ({ passphrase, onClose }: { passphrase: string; onClose: () => void }) => {
  const { t } = useTranslation('protection')
  const { save, error } = useRecoveryFile()
  const act = async () => {
    if (await save(passphrase)) onClose()
  }
  return (
    <Dialog
      title={t('after.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      footer={
        <>
          <Button variant="primary" onPress={() => void act()}>
            {t('recovery.do')}
          </Button>
          <Button onPress={onClose}>{t('after.later')}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('after.text')}</p>
        <p className={styles.note}>{t('recovery.note')}</p>
        {error && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </Dialog>
  )
}
