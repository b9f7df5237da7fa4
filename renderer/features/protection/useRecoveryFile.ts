// Makes a recovery file and puts it where the officer chooses: by the host's dialog, or as a download.
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { notices } from '../../ui/notices.ts'

export interface RecoveryFile {
  /** true once it is saved; false where the officer thought better of it, or it failed. */
  save(passphrase: string): Promise<boolean>
  isBusy: boolean
  error: string | undefined
}

export function useRecoveryFile(): RecoveryFile {
  const { t } = useTranslation('protection')
  const errorText = useErrorText()
  const recovery = useWrite('protection.recovery', { quiet: true })
  return {
    async save(passphrase) {
      try {
        const saved = await recovery.mutateAsync({ passphrase })
        if (saved.kind === 'cancelled') return false
        if (saved.kind === 'download') download(saved)
        notices.add({
          text: saved.kind === 'saved' ? t('recovery.saved', { path: saved.path }) : t('recovery.downloaded', { name: saved.fileName }),
        })
        return true
      } catch {
        return false
      }
    },
    isBusy: recovery.isPending,
    error: recovery.error ? errorText(recovery.error) : undefined,
  }
}
