// The versions of the draft on screen: one open for reading, one made of the text as it stands, one put back.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { notices } from '../../ui/notices.ts'
import type { DraftSession } from './session.ts'

export interface Versions {
  /** The one that is read instead of the draft. */
  version: VersionId | null
  setVersion: (id: VersionId | null) => void
  save: (name: string) => Promise<void>
  /** `name` is that of the version being read. */
  restore: (name: string) => Promise<void>
}

export function useVersions(session: DraftSession, draft: DraftId): Versions {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const createVersion = useWrite('version.create')
  const [version, setVersion] = useState<VersionId | null>(null)
  return {
    version,
    setVersion,
    async save(name) {
      if (!(await session.flush())) return void notices.add({ tone: 'bad', text: t('versions.unsaved') })
      await createVersion.mutateAsync({ draft, name })
      notices.add({ text: t('versions.saved', { name }) })
    },
    async restore(name) {
      if (!version) return
      try {
        await session.restoreVersion(version, t('versions.keptAs'))
        setVersion(null)
        notices.add({ text: t('versions.restored', { name }) })
      } catch (error) {
        notices.add({ tone: 'bad', text: errorText(error) })
      }
    },
  }
}
