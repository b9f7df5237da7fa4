// The settings' group on protection: what is encrypted, when it locks, the ways in, and the acts on them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protection } from '../../../shared/contract/protection.ts'
import { useJobs } from '../../api/jobs.tsx'
import { useRead, useSetSettings, useSettings, useWrite } from '../../api/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Choice.tsx'
import { Select } from '../../ui/Select.tsx'
import { ChangeDialog, DecryptDialog, RecoveryDialog } from './dialogs.tsx'
import { EncryptDialog } from './EncryptDialog.tsx'
import styles from './protection.module.css'

type Act = 'encrypt' | 'change' | 'recovery' | 'decrypt'

export const ProtectionSettings = () => {
  const state = useRead('protection.state', {})
  const [act, setAct] = useState<Act | null>(null)
  if (!state.data) return null
  const close = () => setAct(null)
  return (
    <div className={styles.group}>
      {state.data.isEncrypted ? <Encrypted state={state.data} onAct={setAct} /> : <Plain state={state.data} onAct={setAct} />}
      {/* Stays when the library is encrypted meanwhile: its second step offers the recovery file. */}
      {act === 'encrypt' && <EncryptDialog state={state.data} onClose={close} />}
      {act === 'change' && <ChangeDialog onClose={close} />}
      {act === 'recovery' && <RecoveryDialog onClose={close} />}
      {act === 'decrypt' && <DecryptDialog onClose={close} />}
    </div>
  )
}

interface PartProps {
  state: Protection
  onAct: (act: Act) => void
}

const Plain = ({ state, onAct }: PartProps) => {
  const { t } = useTranslation('protection')
  return (
    <>
      <p className={styles.note}>{t('plain.note')}</p>
      <Button isDisabled={!state.canChange} onPress={() => onAct('encrypt')}>
        {t('plain.act')}
      </Button>
    </>
  )
}

const Encrypted = ({ state, onAct }: PartProps) => {
  const { t } = useTranslation('protection')
  const lock = useWrite('protection.lock')
  const keychain = useWrite('protection.keychain')
  return (
    <>
      <p className={styles.note}>{t('on.note')}</p>
      {!state.hasRecovery && <p className={styles.warn}>{t('on.noRecovery')}</p>}
      {state.plainCopies > 0 && <PlainCopies count={state.plainCopies} />}
      <LockAfter />
      {state.keychain === 'ready' && (
        <Switch isSelected={state.inKeychain} onChange={(on) => keychain.mutate({ on })}>
          {t('keychain.on')}
        </Switch>
      )}
      {state.keychain === 'weak' && <p className={styles.note}>{t('keychain.weak')}</p>}
      <div className={styles.acts}>
        <Button onPress={() => lock.mutate({})}>{t('lock')}</Button>
        <Button onPress={() => onAct('recovery')}>{t('recovery.act')}</Button>
        <Button onPress={() => onAct('change')}>{t('change.act')}</Button>
        <Button isDisabled={!state.canChange} onPress={() => onAct('decrypt')}>
          {t('decrypt.act')}
        </Button>
      </div>
    </>
  )
}

const PlainCopies = ({ count }: { count: number }) => {
  const { t } = useTranslation('protection')
  const jobs = useJobs()
  const write = useWrite('protection.copies')
  const settle = (copies: 'convert' | 'delete') =>
    void jobs.run(t('encrypt.job'), (job) => write.mutateAsync({ copies, job })).catch(() => {})
  return (
    <div className={styles.acts}>
      <span className={styles.warn}>{t('on.copies', { count })}</span>
      <Button size="small" onPress={() => settle('convert')}>
        {t('on.copiesConvert')}
      </Button>
      <Button size="small" onPress={() => settle('delete')}>
        {t('on.copiesDelete')}
      </Button>
    </div>
  )
}

const MINUTES = [5, 15, 30, 60, 0]

const LockAfter = () => {
  const { t } = useTranslation('protection')
  const settings = useSettings()
  const set = useSetSettings()
  if (!settings.data) return null
  const { lockAfter } = settings.data
  return (
    <Select
      label={t('lockAfter.label')}
      labelled
      className={styles.lockAfter}
      value={String(lockAfter)}
      onChange={(minutes) => set({ lockAfter: Number(minutes) })}
      options={[...new Set([...MINUTES, lockAfter])].map((count) => ({
        id: String(count),
        label: count === 0 ? t('lockAfter.never') : t('lockAfter.minutes', { count }),
      }))}
    />
  )
}
