// Accept, reject, next, previous; and what the screen is told about the selection.
import {
  $addUpdateTag, $getSelection, HISTORY_PUSH_TAG, defineExtension, mergeRegister, type EditorState,
  type LexicalEditor,
} from 'lexical'
import { changesOf, type Change, type Verdict } from '../../../shared/redline/index.ts'
import { SessionExtension, type Session } from '../session/extension.ts'
import { $commentsAt } from '../comments/anchors.ts'
import { marksOf } from '../statement/blocks.ts'
import { statementOf } from '../statement/extension.ts'
import { $facts } from '../statement/state.ts'
import { $liveText, $liveWords } from '../tracking/live.ts'
import { SETTLING_TAG } from '../tracking/net.ts'
import { $lookedAt, $rangeOf, $standingSelection } from '../tracking/position.ts'
import { $resolve } from '../tracking/resolve.ts'
import type { SelectionInfo } from '../types.ts'
import { $current, $goneTo, $keepCurrent } from './current.ts'
import { $explain } from './reasons.ts'
import { $nextChange, $revisionsAtSelection, $selectChange } from './changes.ts'
import { giveKeyboard, reveal } from './reveal.ts'

// The list of changes costs a walk over the text: once for each state.
const known = new WeakMap<EditorState, Change[]>()

/** Every change in the text. */
export function changesIn(editor: LexicalEditor): Change[] {
  const state = editor.getEditorState()
  let changes = known.get(state)
  if (!changes) known.set(state, (changes = changesOf(statementOf(editor))))
  return changes
}

/** Resolves revisions as one undo step; false where there were none. */
export function resolveRevisions(editor: LexicalEditor, ids: readonly string[] | 'all', verdict: Verdict): boolean {
  const wanted = ids === 'all' ? null : new Set(ids)
  let done = false
  editor.update(() => {
    $addUpdateTag(SETTLING_TAG)
    $addUpdateTag(HISTORY_PUSH_TAG)
    done = $resolve((revision) => wanted === null || wanted.has(revision.id), verdict)
  }, { discrete: true })
  return done
}

/** Gives revisions a reason as one undo step. */
export function explainRevisions(editor: LexicalEditor, ids: readonly string[], reason: string): void {
  const wanted = new Set(ids)
  editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG)
    $explain(wanted, reason)
  }, { discrete: true })
}

/** Selects a change and brings it into view; null where there is none. */
export function goToChange(editor: LexicalEditor, which: 'next' | 'previous' | { id: string }): Change | null {
  const changes = changesIn(editor)
  let found: Change | null = null
  editor.update(() => {
    const id = typeof which === 'object' ? which.id : null
    const current = $current(editor, changes)
    found = id === null
      ? $nextChange(changes, which === 'previous', current)
      : changes.find((change) => change.id === id) ?? null
    if (found && !$selectChange(found)) found = null
    if (found) $keepCurrent(editor, found)
  }, { discrete: true })
  if (found) {
    giveKeyboard(editor)
    reveal(editor)
  }
  return found
}

/** Resolves the change gone to, else every one that the selection touches, and goes on to the next; false where there is none. */
export function resolveCurrent(editor: LexicalEditor, verdict: Verdict): boolean {
  const changes = changesIn(editor)
  const current = editor.read(() => $current(editor, changes))
  const touched = editor.read(() => $revisionsAtSelection())
  const wanted = current ? [current] : changes.filter((change) => change.revisions.some((id) => touched.has(id)))
  const ids = wanted.flatMap((change) => change.revisions)
  if (ids.length === 0 || !resolveRevisions(editor, ids, verdict)) return false
  goToChange(editor, 'next')
  return true
}

/** What the screen shows of the selection, as it is this moment. */
export function selectionInfo(editor: LexicalEditor): SelectionInfo {
  return editor.read(() => {
    const selection = $standingSelection()
    if (!selection) {
      return {
        blockIndex: -1, blockId: null, source: null, text: '', selected: '', kind: null, level: null, marks: [], changeId: null, revisionIds: [],
        commentIds: [],
      }
    }
    const at = $lookedAt(selection)
    const { block } = at
    const { id, source, kind, level } = $facts(block)
    return {
      blockIndex: block.getIndexWithinParent(), blockId: id, source: source ?? null, text: $liveText(block),
      selected: selection.isCollapsed() ? '' : $liveWords($rangeOf(selection)), kind, level: level ?? null, marks: marksOf(selection.format), changeId: $goneTo(editor),
      revisionIds: [...$revisionsAtSelection()], commentIds: [...$commentsAt(at)],
    }
  })
}

// The screen hears of the caret when typing pauses this long (ms): what it shows of it costs more than a key.
const QUIET = 120

export const ReviewExtension = defineExtension({
  name: 'alternat/review',
  dependencies: [SessionExtension],
  register: (editor, _config, state) => {
    const session = state.getDependency(SessionExtension).output
    return mergeRegister(tellSelection(editor, session), tintCurrent(editor))
  },
})

function tellSelection(editor: LexicalEditor, session: Session): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, prevEditorState, editorState }) => {
    const edited = dirtyElements.size > 0 || dirtyLeaves.size > 0
    if (edited && !prevEditorState.isEmpty()) session.onChange()
    if (!edited && prevEditorState.read($getSelection) === editorState.read($getSelection)) return
    clearTimeout(timer)
    timer = setTimeout(() => session.onSelect(selectionInfo(editor)), QUIET)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** The paragraph of the caret is tinted. */
function tintCurrent(editor: LexicalEditor): () => void {
  let tinted: Element | null = null
  return editor.registerUpdateListener(({ editorState }) => {
    const key = editorState.read(() => {
      const selection = $standingSelection()
      return selection ? $lookedAt(selection).block.getKey() : null
    })
    const current = key === null ? null : editor.getElementByKey(key)
    if (current === tinted) return
    tinted?.removeAttribute('data-current')
    current?.setAttribute('data-current', '')
    tinted = current
  })
}
