// The frame around every screen: title bar, banners, running jobs, the palette, notices, files dropped anywhere.
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useJobs, useSlowJobs } from '../api/jobs.tsx'
import type { DraftId } from '../../shared/model/ids.ts'
import { links } from '../api/links.ts'
import { useAppInfo, useRead, useRefreshOnEvents, useSetSettings, useSettings, useWrite } from '../api/queries.ts'
import { useErrorText } from '../i18n/errors.ts'
import { SecondBanner, useBackupCommand } from '../features/copies/index.ts'
import { useImportQueue, useIntake } from '../features/importing/index.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useCommands } from '../ui/commands.tsx'
import { useLastFileTarget } from '../ui/fileTargets.ts'
import { notices } from '../ui/notices.ts'
import { NoticeRegion } from '../ui/NoticeRegion.tsx'
import { JobBar } from '../ui/Progress.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Introduction } from './Introduction.tsx'
import { Palette } from './Palette.tsx'
import styles from './shell.module.css'
import { useAppearance } from './theme.ts'
import { TitleBar } from './TitleBar.tsx'
import { useFileDrop } from './useFileDrop.ts'

/** Not on the import screen: there every file shows its own progress. */
const RunningJobs = () => {
  const { t } = useTranslation()
  const [location] = useLocation()
  const jobs = useJobs()
  const slow = useSlowJobs()
  if (location.startsWith(links.import)) return null
  return slow.map((job) => (
    <div key={job.id} className={styles.jobs}>
      <JobBar
        label={job.label}
        done={job.done}
        total={job.total}
        cancelLabel={t('cancel')}
        onCancel={() => jobs.cancel(job.id)}
      />
    </div>
  ))
}

/** What stands in the way of all work: no session, or a library that cannot be written. */
const Banners = () => {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const info = useAppInfo()
  const [location, go] = useLocation()
  const reopen = useWrite('copies.reopen')
  const told = ({ writable }: { writable: boolean }) => {
    if (!writable) notices.add({ text: t('readOnly.still') })
  }
  if (info.error) {
    return (
      <Banner
        tone="bad"
        actions={
          <Button size="small" onPress={() => void info.refetch()}>
            {t('retry')}
          </Button>
        }
      >
        {errorText(info.error)}
      </Banner>
    )
  }
  if (!info.data || info.data.writable) return null
  const why = info.data.refusal
  if (why === 'library-damaged') {
    if (location.startsWith(links.rescue)) return null
    return (
      <Banner
        tone="bad"
        actions={
          <Button size="small" onPress={() => go(links.rescue)}>
            {t('readOnly.choose')}
          </Button>
        }
      >
        {t('readOnly.damaged')}
      </Banner>
    )
  }
  return (
    <Banner
      actions={
        <Button size="small" isDisabled={reopen.isPending} onPress={() => reopen.mutate({}, { onSuccess: told })}>
          {t('retry')}
        </Button>
      }
    >
      {t(`readOnly.${why === 'library-locked' ? 'inUse' : why === 'disk-full' ? 'full' : 'protected'}`)}
    </Banner>
  )
}

/** A library that is damaged when the window opens leads to the choice; one found so later leaves the screen as it is, with its text. */
function useRescue(): void {
  const [, go] = useLocation()
  const info = useAppInfo()
  const isKnown = info.data !== undefined
  const isDamaged = info.data?.refusal === 'library-damaged'
  useEffect(() => {
    if (isKnown && isDamaged) go(links.rescue, { replace: true })
    // Only what the first answer says.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isKnown])
}

const DRAFT = links.draft('' as DraftId)

export const Shell = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation()
  const [location, go] = useLocation()
  const [palette, setPalette] = useState(false)
  const settings = useSettings()
  const theme = useAppearance(settings.data)
  const set = useSetSettings()
  const queue = useImportQueue()
  const protection = useRead('protection.state', {})
  const lock = useWrite('protection.lock')
  const intake = useIntake()
  useRefreshOnEvents()
  useRescue()
  useBackupCommand()
  const isRescue = location.startsWith(links.rescue)
  const target = useLastFileTarget()
  const dropping = useFileDrop(({ files, folders }) => {
    if (files.length > 0 && target?.take(files)) return
    if (files.length > 0) queue.add(files)
    for (const folder of folders) void intake.begin(folder)
    if (files.length + folders.length > 0) go(links.import)
  })
  const undoable = useSyncExternalStore(notices.listen, notices.undoable)
  useCommands([
    {
      id: 'undo',
      label: undoable ? t('undoThis', { what: undoable.text }) : t('undo'),
      keys: 'Ctrl+Z',
      outsideFields: true,
      // In a draft the keys belong to its text.
      isDisabled: undoable === null || location.startsWith(DRAFT),
      run: () => undoable && notices.undo(undoable.id),
    },
    { id: 'palette', label: t('palette.open'), keys: 'Ctrl+K', run: () => setPalette(true) },
    { id: 'go-library', label: t('command.library'), keys: 'Alt+1', run: () => go(links.library) },
    { id: 'go-import', label: t('command.import'), keys: 'Alt+2', run: () => go(links.import) },
    { id: 'go-drafts', label: t('command.drafts'), keys: 'Alt+3', run: () => go(links.drafts) },
    { id: 'go-new-draft', label: t('drafting:new.title'), keys: 'Ctrl+Alt+N', run: () => go(links.draftNew) },
    { id: 'go-compare', label: t('command.compare'), keys: 'Alt+4', run: () => go(links.compare()) },
    { id: 'go-copies', label: t('command.copies'), run: () => go(links.copies) },
    { id: 'go-diagnosis', label: t('command.diagnosis'), run: () => go(links.diagnosis) },
    { id: 'go-removed', label: t('removed:title'), run: () => go(links.removed) },
    { id: 'go-settings', label: t('command.settings'), keys: 'Ctrl+,', run: () => go(links.settings) },
    {
      id: 'lock',
      label: t('protection:lock'),
      keys: 'Ctrl+L',
      anywhere: true,
      run: () => (protection.data?.isEncrypted ? lock.mutate({}) : notices.add({ text: t('protection:notEncrypted') })),
    },
    {
      id: 'theme',
      label: t(theme === 'dark' ? 'theme.toLight' : 'theme.toDark'),
      run: () => set({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'speak-ru', label: t('command.russian'), run: () => set({ locale: 'ru' }) },
    { id: 'speak-en', label: t('command.english'), run: () => set({ locale: 'en' }) },
  ])
  return (
    <>
      <TitleBar theme={theme} onPalette={() => setPalette(true)} />
      <Banners />
      <SecondBanner />
      <RunningJobs />
      <main className={styles.main}>
        <ErrorBoundary resetKey={location}>{children}</ErrorBoundary>
      </main>
      <Palette isOpen={palette} onClose={() => setPalette(false)} />
      {settings.data && <Introduction isOpen={!settings.data.introSeen && !isRescue} onDone={() => set({ introSeen: true })} />}
      <NoticeRegion label={t('notices')} closeLabel={t('close')} undoLabel={t('undo')} />
      {dropping && (
        <div className={styles.drop} aria-hidden>
          {target?.label ?? t('drop')}
        </div>
      )}
    </>
  )
}
