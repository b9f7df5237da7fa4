// The way of a returned file into the draft on screen: asked for or dropped here, looked at in a dialog, then taken in.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Taking } from '../../../shared/contract/returning.ts'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import { links } from '../../api/links.ts'
import { useFormats } from '../../i18n/format.ts'
import { useFileTarget } from '../../ui/fileTargets.ts'
import { notices } from '../../ui/notices.ts'
import type { DraftSession } from './session.ts'

export interface Returning {
  isOpen: boolean
  /** Dropped, or brought from the screen of another draft; null where it is still to be chosen. */
  file: File | null
  /** Counts files: a new one starts the dialog anew. */
  turn: number
  start: () => void
  close: () => void
  /** Takes the file in; throws what the backend throws. */
  takeIn: (taking: Omit<Taking, 'draft'>, about: { name: string; changes: number }) => Promise<void>
  /** Goes with the file to the draft it belongs to. */
  passOn: (draft: DraftId, file: File) => void
}

/** A file that goes with the officer from one draft to the draft it belongs to. */
let passed: { draft: DraftId; file: File } | null = null

const LONGEST_NAME = 120

export function useReturning(session: DraftSession, draft: DraftId, openVersion: (id: VersionId) => void): Returning {
  const { t } = useTranslation('returning')
  const { moment } = useFormats()
  const client = useClient()
  const [, go] = useLocation()
  const [state, setState] = useState<Pick<Returning, 'isOpen' | 'file' | 'turn'>>(() => {
    const file = passed?.draft === draft ? passed.file : null
    return { isOpen: file !== null, file, turn: 0 }
  })
  useEffect(() => {
    passed = null
  }, [])
  const start = async (file: File | null) => {
    // What the file is compared with is the stored text.
    if (await session.flush()) setState(({ turn }) => ({ isOpen: true, file, turn: turn + 1 }))
    else notices.add({ tone: 'bad', text: t('unsaved') })
  }
  useFileTarget(t('drop'), (files) => {
    const [file, ...more] = files
    if (!file || more.length > 0 || !(state.isOpen || /\.docx$/iu.test(file.name))) return false
    void start(file)
    return true
  })
  /** With the way back. */
  const tell = async (keptAs: string, text: string) => {
    const versions = await client.call('version.list', { draft }).catch(() => [])
    const kept = versions.find((version) => version.name === keptAs)
    notices.add({ text, ...(kept && { action: { label: t('openKept'), run: () => openVersion(kept.id) } }) })
  }
  return {
    ...state,
    start: () => void start(null),
    close: () => setState((now) => ({ ...now, isOpen: false, file: null })),
    async takeIn(taking, { name, changes }) {
      const keptAs = t('keptAs', { name: name.slice(0, LONGEST_NAME), time: moment(new Date().toISOString()) })
      await session.takeIn(taking, keptAs)
      void tell(keptAs, t('taken', { count: changes, name }))
    },
    passOn: (other, file) => {
      passed = { draft: other, file }
      go(links.draft(other))
    },
  }
}
