// The editor's handle: what the screen may ask of it.
import {
  $addUpdateTag, $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { goToPlace, caretIn, placeOf } from './caret/place.ts'
import { commentActs } from './comments/extension.ts'
import { $insertBlocks, $replaceBlock } from './blocks/insert.ts'
import { $setKind } from './blocks/kind.ts'
import { doubtsOf } from './doubts/extension.ts'
import { noveltyOf } from './novelty/extension.ts'
import { trailOf } from './history/trail.ts'
import { $moveSelected } from './moves/act.ts'
import { $labels } from './numbering/extension.ts'
import { $outline, $wordCount } from './outline/outline.ts'
import { changesIn, explainRevisions, goToChange, resolveCurrent, resolveRevisions, selectionInfo } from './review/extension.ts'
import { giveKeyboard, reveal } from './review/reveal.ts'
import { searchOf } from './search/extension.ts'
import { penOf, sessionOf } from './session/extension.ts'
import { $blockNodes } from './statement/blocks.ts'
import { statementOf } from './statement/extension.ts'
import { $placeCaret } from './tracking/position.ts'
import type { EditorHandle } from './types.ts'

export function createHandle(editor: LexicalEditor): EditorHandle {
  const session = sessionOf(editor)
  const trail = trailOf(editor)
  const search = searchOf(editor)
  const allowed = () => editor.isEditable() && !session.readOnly
  /** An edit asked for by the screen: one undo step, on screen when it returns. */
  const edit = ($edit: () => void) => {
    if (!allowed()) return
    editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      $edit()
    }, { discrete: true })
  }
  /** On screen when it returns, so that the next one goes on from there. */
  const travel = (command: typeof UNDO_COMMAND) => {
    editor.dispatchCommand(command, undefined)
    editor.read(() => {})
  }
  return {
    getStatement: () => statementOf(editor),
    selection: () => selectionInfo(editor),
    insertBlocks: (blocks, where) => {
      edit(() => $insertBlocks(blocks, where, penOf(session)))
      reveal(editor)
    },
    replaceBlock: (index, block) => edit(() => $replaceBlock(index, block, penOf(session))),
    resolve: (ids, decision) => {
      if (!session.readOnly) resolveRevisions(editor, ids, decision)
    },
    explain: (ids, reason) => {
      if (!session.readOnly) explainRevisions(editor, ids, reason)
    },
    comments: commentActs(editor),
    doubts: doubtsOf(editor),
    novelty: noveltyOf(editor),
    goToChange: (which) => goToChange(editor, which),
    resolveCurrent: (decision) => !session.readOnly && resolveCurrent(editor, decision),
    format: (mark) => {
      if (allowed()) editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark)
    },
    move: (direction) => edit(() => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) $moveSelected(selection, direction === 'down', penOf(session))
    }),
    setBlockKind: (kind, level) => edit(() => $setKind(kind, level, penOf(session))),
    find: (query, options = {}) => search.find(query, options),
    findNext: () => search.go(1),
    findPrevious: () => search.go(-1),
    replace: (replacement) => allowed() && search.replace(replacement),
    replaceAll: (replacement) => (allowed() ? search.replaceAll(replacement) : 0),
    undo: () => travel(UNDO_COMMAND),
    redo: () => travel(REDO_COMMAND),
    canUndo: () => trail.canUndo,
    canRedo: () => trail.canRedo,
    trail: () => ({ ...trail.told(), caret: caretIn(editor, editor.getEditorState()) }),
    place: () => placeOf(editor),
    goToPlace: (place) => goToPlace(editor, place),
    goToBlock: (index) => goToBlock(editor, index),
    wordCount: () => editor.read(() => $wordCount(session.language)),
    outline: () => editor.read(() => $outline(session)),
    labels: () => editor.read(() => $labels(session)),
    changes: () => changesIn(editor),
    focus: () => giveKeyboard(editor),
  }
}

function goToBlock(editor: LexicalEditor, index: number): void {
  editor.update(() => {
    const block = $blockNodes()[index]
    if (block) $placeCaret({ block, offset: 0 })
  }, { discrete: true })
  giveKeyboard(editor)
  reveal(editor)
}
