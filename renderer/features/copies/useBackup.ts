// Making a backup, from its screen and from the palette: the long work, what is told of it, and the folder that the next one goes to.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { MadeBackup } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { links } from '../../api/links.ts'
import { useAppInfo, useRead, useSetSettings, useSettings } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useCommands } from '../../ui/commands.tsx'
import { notices } from '../../ui/notices.ts'
import { backupPath, folderOf } from './backupPath.ts'
import { useSize } from './size.ts'

export interface Backup {
  /** A dialog of the system asks for the place; elsewhere its full path is typed. */
  byDialog: boolean
  /** Full path of a new file in the folder of the last one; empty where no folder is known, or a dialog asks. */
  next(): string
  /** null where the officer thought better of it. */
  make(path?: string, replace?: boolean): Promise<MadeBackup | null>
}

export function useBackup(): Backup {
  const { t } = useTranslation('copies')
  const client = useClient()
  const jobs = useJobs()
  const folder = useSettings().data?.backupFolder ?? ''
  const setSettings = useSetSettings()
  const byDialog = useRead('copies.second', {}).data?.byDialog ?? false
  return {
    byDialog,
    next: () => (byDialog || folder === '' ? '' : backupPath(folder, new Date())),
    async make(path, replace = false) {
      const made = await jobs.run(
        t('backup.making'),
        (job) => client.call('copies.backup', { ...(path !== undefined && { path }), replace, job }),
        { checking: t('backup.checking') },
      )
      if (made.kind === 'cancelled') return null
      if (path !== undefined) setSettings({ backupFolder: folderOf(path) })
      return made
    },
  }
}

/** What a library holds, in words. */
export function useHolds() {
  const { t } = useTranslation('copies')
  return ({ declarations, drafts, versions }: Pick<MadeBackup, 'declarations' | 'drafts' | 'versions'>) =>
    [t('declarations', { count: declarations }), t('drafts', { count: drafts }), t('versions', { count: versions })].join(', ')
}

/** What is told of a backup that was made. */
export function useMadeText(): (made: MadeBackup) => string {
  const { t } = useTranslation('copies')
  const size = useSize()
  const holds = useHolds()
  return (made) => {
    const about = t('backup.made', { path: made.path, size: size(made.size), holds: holds(made) })
    return made.keyFile === null ? about : `${about} ${t('backup.key', { file: made.keyFile })}`
  }
}

/** The palette's command: in one step where a place is known or a dialog asks for it, else by way of the screen. */
export function useBackupCommand(): void {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const madeText = useMadeText()
  const [, go] = useLocation()
  const info = useAppInfo().data
  const { byDialog, next, make } = useBackup()
  const run = async () => {
    const path = next()
    if (!byDialog && path === '') return go(links.copies)
    try {
      const made = await make(path === '' ? undefined : path)
      if (made) notices.add({ text: madeText(made) })
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      notices.add({ tone: 'bad', text: errorText(error), action: { label: t('backup.choosePlace'), run: () => go(links.copies) } })
    }
  }
  const path = next()
  useCommands([
    {
      id: 'make-backup',
      label: path === '' ? t('backup.make') : t('backup.makeIn', { folder: folderOf(path) }),
      isDisabled: info?.refusal === 'library-damaged',
      run: () => void run(),
    },
  ])
}
