// The screen while the library is locked: nothing of it is here, only the way in.
import { useState, type FormEvent, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Protection } from '../../../shared/contract/protection.ts'
import { useClient } from '../../api/context.tsx'
import { useAttempt } from '../../api/useAttempt.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Button, TextLink } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { TextField } from '../../ui/Field.tsx'
import { LockKeyhole } from '../../ui/icons.ts'
import { isChosen, NewPassphrase, NOTHING_CHOSEN } from './NewPassphrase.tsx'
import styles from './protection.module.css'

/** A recovery file has some hundred letters. */
const MAX_RECOVERY_BYTES = 10_000

interface LockScreenProps {
  state: Protection
  /** What helps to find out why the library does not open. */
  diagnosis: ReactNode
}

export const LockScreen = ({ state, diagnosis }: LockScreenProps) => {
  const { t } = useTranslation('protection')
  const [at, setAt] = useState<'unlock' | 'recover' | 'diagnose'>('unlock')
  const back = () => setAt('unlock')
  return (
    <main className={styles.locked}>
      <div className={cx(styles.door, at === 'diagnose' && styles.wide)}>
        <LockKeyhole size={24} aria-hidden />
        <h1 className={styles.doorTitle}>{t(`${at}.title`)}</h1>
        {at === 'unlock' && (
          <>
            <Unlocking state={state} onForgotten={() => setAt('recover')} />
            <TextLink onPress={() => setAt('diagnose')}>{t('diagnose.act')}</TextLink>
          </>
        )}
        {at === 'recover' && <Recovering onBack={back} />}
        {at === 'diagnose' && (
          <>
            <TextLink onPress={back}>{t('recover.back')}</TextLink>
            {diagnosis}
          </>
        )}
      </div>
    </main>
  )
}

const toFirstField = (form: HTMLFormElement | null) => form?.querySelector('input')?.focus()

const Unlocking = ({ state, onForgotten }: { state: Protection; onForgotten: () => void }) => {
  const { t } = useTranslation('protection')
  const errorText = useErrorText()
  const client = useClient()
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, attempt, error } = useAttempt()
  const unlock = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => client.call('protection.unlock', { passphrase }))
  }
  return (
    <form className={styles.form} onSubmit={unlock} ref={toFirstField}>
      {state.isKeychainLost && <p className={styles.note}>{t('unlock.keychainLost')}</p>}
      <TextField
        label={t('field.passphrase')}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        error={error === null ? undefined : errorText(error)}
      />
      <div className={styles.acts}>
        <Button variant="primary" type="submit" isDisabled={isBusy || passphrase === ''}>
          {t(isBusy ? 'unlock.opening' : 'unlock.act')}
        </Button>
        <TextLink onPress={onForgotten}>{t('unlock.forgotten')}</TextLink>
      </div>
    </form>
  )
}

const Recovering = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation('protection')
  const errorText = useErrorText()
  const client = useClient()
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  const { isBusy, attempt, error } = useAttempt()
  const recovery = file?.text ?? code
  const choose = async (files: FileList | null) => {
    const [picked] = files ?? []
    if (picked) setFile({ name: picked.name, text: await picked.slice(0, MAX_RECOVERY_BYTES).text() })
  }
  const recover = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => client.call('protection.recover', { recovery, passphrase: chosen.first }))
  }
  return (
    <form className={styles.form} onSubmit={recover}>
      <p className={styles.note}>{t('recover.note')}</p>
      <div className={styles.acts}>
        <FileTrigger acceptedFileTypes={['.json', 'application/json', 'text/plain']} onSelect={(files) => void choose(files)}>
          <Button>{t('recover.choose')}</Button>
        </FileTrigger>
        {file && <span className={styles.note}>{t('recover.chosen', { name: file.name })}</span>}
      </div>
      {!file && <TextField label={t('recover.code')} value={code} maxLength={100} autoComplete="off" onChange={setCode} />}
      <NewPassphrase label={t('field.next')} value={chosen} onChange={setChosen} />
      {error !== null && (
        <p className={styles.error} role="alert">
          {errorText(error)}
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="primary" type="submit" isDisabled={isBusy || recovery === '' || !isChosen(chosen)}>
          {t(isBusy ? 'unlock.opening' : 'recover.act')}
        </Button>
        <TextLink onPress={onBack}>{t('recover.back')}</TextLink>
      </div>
    </form>
  )
}
