// The screen while the library is locked: nothing of it is here, only the way in.
import { useState, type FormEvent } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Protection } from '../../../shared/contract/protection.ts'
import { useClient } from '../../api/context.tsx'
import { useErrorText } from '../../i18n/errors.ts'
import { Button, TextLink } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { LockKeyhole } from '../../ui/icons.ts'
import { isChosen, NewPassphrase, NOTHING_CHOSEN } from './NewPassphrase.tsx'
import styles from './protection.module.css'

/** A recovery file has some hundred letters. */
const MAX_RECOVERY_BYTES = 10_000

export const LockScreen = ({ state }: { state: Protection }) => {
  const { t } = useTranslation('protection')
  const [isRecovering, setRecovering] = useState(false)
  return (
    <main className={styles.locked}>
      <div className={styles.door}>
        <LockKeyhole size={24} aria-hidden />
        <h1 className={styles.doorTitle}>{t(isRecovering ? 'recover.title' : 'unlock.title')}</h1>
        {isRecovering ? <Recovering onBack={() => setRecovering(false)} /> : <Unlocking state={state} onForgotten={() => setRecovering(true)} />}
      </div>
    </main>
  )
}

const toFirstField = (form: HTMLFormElement | null) => form?.querySelector('input')?.focus()

/** Runs one call at a time and keeps what went wrong. */
function useAttempt() {
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (act: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await act()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, attempt, error: error === null ? undefined : errorText(error) }
}

const Unlocking = ({ state, onForgotten }: { state: Protection; onForgotten: () => void }) => {
  const { t } = useTranslation('protection')
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
        error={error}
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
      {error && (
        <p className={styles.error} role="alert">
          {error}
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
