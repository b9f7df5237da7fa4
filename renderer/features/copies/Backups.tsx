// A backup as one file, made and opened: chosen by the system's dialog, or by its full path where the host has none.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFile, MadeBackup } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { useAttempt } from '../../api/useAttempt.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './copies.module.css'
import { useSize } from './size.ts'
import { TypedPath } from './TypedPath.tsx'
import { useBackup, useHolds, useMadeText } from './useBackup.ts'
import { Way } from './Way.tsx'

type Act = 'make' | 'open'

export function Backups({ isHeld, isDamaged, onRestored }: { isHeld: boolean; isDamaged: boolean; onRestored: (kept: string | null) => void }) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const madeText = useMadeText()
  const client = useClient()
  const jobs = useJobs()
  const backup = useBackup()
  const [typing, setTyping] = useState<Act | null>(null)
  const [inTheWay, setInTheWay] = useState<string | null>(null)
  const [made, setMade] = useState<MadeBackup | null>(null)
  const [picked, setPicked] = useState<BackupFile | null>(null)
  const { isBusy, attempt, error } = useAttempt()

  const make = (path?: string, replace = false) =>
    attempt(async () => {
      setInTheWay(null)
      setMade(null)
      try {
        setMade(await backup.make(path, replace))
        setTyping(null)
      } catch (failure) {
        if (path === undefined || !(failure instanceof AppError) || failure.code !== 'backup-there') throw failure
        setInTheWay(path)
      }
    })
  const pick = (path?: string) =>
    attempt(async () => {
      setMade(null)
      const file = await jobs.run(t('backup.looking'), (job) => client.call('copies.pick', { ...(path !== undefined && { path }), job }))
      setTyping(null)
      setPicked(file)
    })
  const begin = (act: Act) => {
    if (!backup.byDialog) setTyping(act)
    else void (act === 'make' ? make() : pick())
  }
  return (
    <Way title={t('backup.title')} note={t('backup.note')}>
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
      {made && <output className={styles.done}>{madeText(made)}</output>}
      {typing && (
        <TypedPath
          key={typing}
          label={t(`backup.path.${typing}`)}
          note={t('backup.pathNote')}
          act={t(`backup.go.${typing}`)}
          first={typing === 'make' ? backup.next() : ''}
          isBusy={isBusy}
          onChosen={(path) => void (typing === 'make' ? make(path) : pick(path))}
        />
      )}
      <div className={styles.acts}>
        <Button size="small" isDisabled={isBusy || isDamaged} onPress={() => begin('make')}>
          {t('backup.make')}
        </Button>
        <Button size="small" isDisabled={isBusy || isHeld} onPress={() => begin('open')}>
          {t('backup.open')}
        </Button>
      </div>
      {inTheWay !== null && (
        <ActDialog
          title={t('backup.replaceTitle')}
          act={t('backup.replace')}
          cancelLabel={t('common:cancel')}
          closeLabel={t('common:close')}
          width="narrow"
          onAct={() => void make(inTheWay, true)}
          onClose={() => setInTheWay(null)}
        >
          <p>{t('backup.replaceNote', { path: inTheWay })}</p>
        </ActDialog>
      )}
      {picked && <OpenDialog file={picked} isDamaged={isDamaged} onRestored={onRestored} onClose={() => setPicked(null)} />}
    </Way>
  )
}

/** What the file holds, before it takes the library's place. */
function OpenDialog({ file, isDamaged, onRestored, onClose }: { file: BackupFile; isDamaged: boolean; onRestored: (kept: string | null) => void; onClose: () => void }) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const { moment } = useFormats()
  const size = useSize()
  const holds = useHolds()
  const client = useClient()
  const jobs = useJobs()
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, attempt, error } = useAttempt()
  const needsPassphrase = file.needs === 'passphrase'
  const open = () =>
    attempt(async () => {
      const { kept } = await jobs.run(t('restoring'), (job) => client.call('copies.open', { id: file.id, ...(needsPassphrase && { passphrase }), job }))
      onRestored(kept)
      onClose()
    })
  return (
    <ActDialog
      title={t('backup.openTitle')}
      act={t('confirm.act')}
      cancelLabel={t('common:cancel')}
      closeLabel={t('common:close')}
      width="narrow"
      isForm={needsPassphrase}
      isDisabled={isBusy || file.needs === 'key-file' || (needsPassphrase && passphrase === '')}
      onAct={() => void open()}
      onClose={onClose}
    >
      <p className={styles.path}>{t('backup.file', { name: file.name, saved: moment(file.saved), size: size(file.size) })}</p>
      {file.contents && <p>{holds(file.contents)}</p>}
      {file.needs === 'key-file' && <p>{t('backup.needsKeyFile')}</p>}
      {needsPassphrase && (
        <TextField label={t('backup.passphrase')} note={t('backup.passphraseNote')} type="password" value={passphrase} onChange={setPassphrase} maxLength={1000} />
      )}
      <p>{t(isDamaged ? 'confirm.damaged' : 'confirm.note')}</p>
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
    </ActDialog>
  )
}
