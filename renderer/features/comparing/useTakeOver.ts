// Takes a wording over into the draft that is on one side of the comparison, or whose version is. It goes into the draft as it
// stands now, as a tracked change of the person at the desk, and can be taken back at once.
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { Comparison } from '../../../shared/model/comparison.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { takeOver } from '../../../shared/returning/index.ts'
import { useClient } from '../../api/context.tsx'
import { links } from '../../api/links.ts'
import { useSettings } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { notices } from '../../ui/notices.ts'

export interface TakeOver {
  /** The side that the draft is on. */
  draft: 'old' | 'new'
  take: (row: number) => void
}

const isDraft = (ref: TextRef) => ref.kind === 'draft' && ref.changes !== 'rejected'
const isVersion = (ref: TextRef) => ref.kind === 'version' && ref.changes !== 'rejected'

/** The side that a draft is on: the later one where both are; a draft goes before a version. */
function sideOfDraft(old: TextRef, later: TextRef): 'old' | 'new' | null {
  for (const is of [isDraft, isVersion]) {
    if (is(later)) return 'new'
    if (is(old)) return 'old'
  }
  return null
}

/** Null where neither side is a draft. */
export function useTakeOver(old: TextRef, later: TextRef, comparison: Comparison | undefined): TakeOver | null {
  const { t } = useTranslation('comparing')
  const client = useClient()
  const [, go] = useLocation()
  const errorText = useErrorText()
  const settings = useSettings().data
  const draft = sideOfDraft(old, later)
  const author = settings?.author ?? ''
  const delegation = settings?.delegation ?? ''

  const take = useCallback(
    async (at: number) => {
      const ref = draft === 'old' ? old : later
      if (!draft || !comparison || (ref.kind !== 'draft' && ref.kind !== 'version')) return
      const toDraft = (id: DraftId) => ({ label: t('take.open'), run: () => go(links.draft(id)) })
      try {
        const id = ref.kind === 'draft' ? ref.id : (await client.call('version.open', { id: ref.id })).version.draftId
        const before = await client.call('draft.open', { id })
        const by = {
          author,
          delegation: before.parties.some(({ code }) => code === delegation) ? delegation : '',
          time: new Date().toISOString(),
        }
        const taken = takeOver({
          statement: before.statement, comparison, row: comparison.rows[at]!, draft, by, newId: () => crypto.randomUUID(),
        })
        if ('refused' in taken) {
          notices.add({ tone: 'bad', text: t(`take.${taken.refused}`), action: toDraft(id) })
          return
        }
        const { rev } = await client.call('draft.save', { id, baseRev: before.rev, statement: taken.statement })
        const undo = () =>
          client.call('draft.save', { id, baseRev: rev, statement: before.statement }).then(
            () => void notices.add({ text: t('take.undone') }),
            (error: unknown) => void notices.add({ tone: 'bad', text: errorText(error), action: toDraft(id) }),
          )
        notices.add({
          text: t('take.done', { title: before.title.replaceAll('\n', ' ') }),
          undo: () => void undo(),
        })
      } catch (error) {
        notices.add({ tone: 'bad', text: errorText(error) })
      }
    },
    [t, client, go, errorText, author, delegation, draft, old, later, comparison],
  )
  return useMemo(() => draft && { draft, take: (row: number) => void take(row) }, [draft, take])
}
