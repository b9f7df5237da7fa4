// A backup as one file, made and opened: chosen by the system's dialog, or by its full path where the host has none.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFile, MadeBackup } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { useRead } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './copies.module.css'
import { useSize } from './size.ts'
import { TypedPath } from './TypedPath.tsx'

type Way = 'make' | 'open'

export function Backups({ isDamaged, onRestored }: { isDamaged: boolean; onRestored: (kept: string | null) => void }) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const client = useClient()
  const jobs = useJobs()
  const byDialog = useRead('copies.second', {}).data?.byDialog ?? false
  const [typing, setTyping] = useState<Way | null>(null)
  const [inTheWay, setInTheWay] = useState<string | null>(null)
  const [made, setMade] = useState<MadeBackup | null>(null)
  const [picked, setPicked] = useState<BackupFile | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    setMade(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const make = (path?: string, replace = false) =>
    act(async () => {
      setInTheWay(null)
      try {
        const done = await jobs.run(t('backup.making'), (job) => client.call('copies.backup', { ...(path !== undefined && { path }), replace, job }))
        setTyping(null)
        if (done.kind === 'saved') setMade(done)
      } catch (failure) {
        if (path === undefined || !(failure instanceof AppError) || failure.code !== 'backup-there') throw failure
        setInTheWay(path)
      }
    })
  const pick = (path?: string) =>
    act(async () => {
      const file = await jobs.run(t('backup.looking'), (job) => client.call('copies.pick', { ...(path !== undefined && { path }), job }))
      setTyping(null)
      setPicked(file)
    })
  const begin = (way: Way) => {
    if (!byDialog) setTyping(way)
    else void (way === 'make' ? make() : pick())
  }
  return (
    <section className={styles.way} aria-label={t('backup.title')}>
      <h2 className={styles.heading}>{t('backup.title')}</h2>
      <p className={styles.note}>{t('backup.note')}</p>
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
      {made && <Made made={made} />}
      {typing && (
        <TypedPath
          key={typing}
          label={t(`backup.path.${typing}`)}
          note={t('backup.pathNote')}
          act={t(`backup.go.${typing}`)}
          isBusy={busy}
          onChosen={(path) => void (typing === 'make' ? make(path) : pick(path))}
        />
      )}
      <div className={styles.acts}>
        <Button size="small" isDisabled={busy || isDamaged} onPress={() => begin('make')}>
          {t('backup.make')}
        </Button>
        <Button size="small" isDisabled={busy} onPress={() => begin('open')}>
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
    </section>
  )
}

function Made({ made }: { made: MadeBackup }) {
  const { t } = useTranslation('copies')
  const size = useSize()
  const holds = useHolds()
  return (
    <output className={styles.done}>
      {t('backup.made', { path: made.path, size: size(made.size), holds: holds(made) })}
      {made.keyFile !== null && ` ${t('backup.key', { file: made.keyFile })}`}
    </output>
  )
}

function useHolds() {
  const { t } = useTranslation('copies')
  return ({ declarations, drafts, versions }: { declarations: number; drafts: number; versions: number }) =>
    [t('declarations', { count: declarations }), t('drafts', { count: drafts }), t('versions', { count: versions })].join(', ')
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
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const needsPassphrase = file.needs === 'passphrase'
  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const { kept } = await jobs.run(t('restoring'), (job) => client.call('copies.open', { id: file.id, ...(needsPassphrase && { passphrase }), job }))
      onRestored(kept)
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <ActDialog
      title={t('backup.openTitle')}
      act={t('confirm.act')}
      cancelLabel={t('common:cancel')}
      closeLabel={t('common:close')}
      width="narrow"
      isForm={needsPassphrase}
      isDisabled={busy || file.needs === 'key-file' || (needsPassphrase && passphrase === '')}
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
