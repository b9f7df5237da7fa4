// The real editor without a page: every extension, every command, no root element.
import { $getRoot, $isTextNode, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { createStatementEditor } from '../../../renderer/editor/create.ts'
import { createHandle } from '../../../renderer/editor/handle.ts'
import { defaultSession, type Session } from '../../../renderer/editor/session/extension.ts'
import { $mark, $revisions, $facts, isDeleted } from '../../../renderer/editor/statement/state.ts'
import { $blockNodes, marksOf } from '../../../renderer/editor/statement/blocks.ts'
import { TrackingExtension } from '../../../renderer/editor/tracking/extension.ts'
import type { EditorHandle } from '../../../renderer/editor/types.ts'
import type { Statement } from '../../../shared/model/index.ts'
import { look, type Look } from './looks.ts'

/** What only a page has: frames in which margins are drawn, and marks on found text. */
function withoutPage(): void {
  const page = globalThis as Record<string, unknown>
  page['requestAnimationFrame'] ??= () => 0
  page['cancelAnimationFrame'] ??= () => {}
  page['CSS'] ??= {}
}

export interface Headless {
  editor: LexicalEditor
  handle: EditorHandle
  repairs: () => number
  /** What a reader sees, taken from the nodes alone. */
  seen: () => Look[]
}

export function openHeadless(statement: Statement, how: Partial<Session>): Headless {
  withoutPage()
  const { language, numbering } = statement
  const editor = createStatementEditor({ ...defaultSession(), language, numbering, ...how }, statement)
  // Lexical keeps no history where there is no window.
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false
  // A page draws the text when it gets one: the state that undoing ends at.
  editor.update(() => { $getRoot().markDirty() }, { discrete: true, tag: HISTORY_MERGE_TAG })
  return {
    editor,
    handle: createHandle(editor),
    repairs: () => getExtensionDependencyFromEditor(editor, TrackingExtension).output.repairs,
    seen: () => editor.read($seen),
  }
}

function $seen(): Look[] {
  const paragraphs: Look[] = []
  let pieces: [string, string][] = []
  const nodes = $blockNodes()
  for (const node of nodes) {
    for (const leaf of node.getChildren()) {
      if (!isDeleted($revisions(leaf))) {
        pieces.push($isTextNode(leaf) ? [leaf.getTextContent(), marksOf(leaf.getFormat()).join()] : ['\n', ''])
      }
    }
    const last = node.is($getRoot().getLastChild())
    if (isDeleted($mark(node)) && !(last && pieces.length > 0)) continue
    const { kind, level } = $facts(node)
    paragraphs.push(look(kind, level, pieces))
    pieces = []
  }
  return paragraphs
}
