// Puts clauses into the text: at the caret, into a section, by drop, or in place of the current paragraph. One that is not to be
// reused goes in only after the officer was asked.
import { useMemo, useState } from 'react'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import { clauseIdSchema } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import type { EditorHandle } from '../../editor/index.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { notices } from '../../ui/notices.ts'
import { clauseBlock, newBlockId } from './clauseBlock.ts'
import { textOf } from './earlier.ts'

/** A clause that is not to be reused, on its way into the text. */
export interface Asked {
  hit: ClauseHit
  put: () => void
}

export interface ClauseActs {
  /** Waits for the officer's word. */
  asked: Asked | null
  answer: (put: boolean) => void

  insert: (hit: ClauseHit, section?: number) => void
  replace: (hit: ClauseHit) => void
  drop: (payload: string, at: { afterBlock: number }) => void
  /** The paragraph at the caret keeps its words and takes a clause for its earlier text. */
  adopt: (hit: ClauseHit) => void
  /** The paragraph at the caret gets its earlier wording back. */
  restore: () => void
}

/** `onPut` follows each clause that went in. */
export function useClauseActs(editor: EditorHandle | null, onPut: () => void): ClauseActs {
  const client = useClient()
  const errorText = useErrorText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const acts = useMemo(() => {
    const unlessBarred = (hit: ClauseHit, put: () => void) => (hit.barred === null ? put() : setAsked({ hit, put }))
    const current = () => {
      // Asked of the editor, not of what is drawn: a press right after a click must not reach the paragraph of before.
      const index = editor?.selection().blockIndex ?? -1
      const block = editor?.getStatement().blocks[index]
      return block ? { index, block } : null
    }
    return {
      insert: (hit: ClauseHit, section?: number) => unlessBarred(hit, () => {
        editor?.insertBlocks([clauseBlock(hit, newBlockId())], section === undefined ? 'caret' : { section })
        onPut()
      }),
      replace: (hit: ClauseHit) => unlessBarred(hit, () => {
        const at = current()
        if (!at) return
        const { source, runs } = clauseBlock(hit, at.block.id)
        editor!.replaceBlock(at.index, { ...at.block, runs, ...(source && { source }) })
        editor!.focus()
        onPut()
      }),
      drop: (payload: string, at: { afterBlock: number }) => {
        const id = clauseIdSchema.safeParse(payload)
        if (!id.success) return
        void client
          .call('clause.open', { id: id.data })
          .then((hit) => unlessBarred(hit, () => {
            editor?.insertBlocks([clauseBlock(hit, newBlockId())], at)
            onPut()
          }))
          .catch((error: unknown) => notices.add({ tone: 'bad', text: errorText(error) }))
      },
      adopt: (hit: ClauseHit) => {
        const at = current()
        const { source } = clauseBlock(hit, '')
        if (!at || !source) return
        editor!.replaceBlock(at.index, { ...at.block, runs: [{ text: textOf(at.block) }], source })
        editor!.focus()
      },
      restore: () => {
        const at = current()
        if (!at?.block.source) return
        editor!.replaceBlock(at.index, { ...at.block, runs: [{ text: at.block.source.text }] })
        editor!.focus()
      },
    }
  }, [client, editor, errorText, onPut])
  return {
    ...acts,
    asked,
    answer: (put) => {
      setAsked(null)
      if (put) asked?.put()
    },
  }
}
