// Holds the statement: reads it in when the editor opens, gives it out at any time.
import { $getRoot, defineExtension, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { blockText, type Block, type Statement } from '../../../shared/model/index.ts'
import { sessionOf } from '../session/extension.ts'
import { $discuss } from '../comments/anchors.ts'
import { SPACER } from '../tracking/composition.ts'
import { $createBlock } from './blocks.ts'
import { dirtyElementsOf } from './dirty.ts'
import { HeldTexts } from './held.ts'

export const StatementExtension = defineExtension({
  name: 'alternat/statement',
  namespace: 'alternat',
  build: (editor) => new HeldTexts(editor),
  register: (editor, _config, state) => {
    const held = state.getOutput()
    return editor.registerUpdateListener((update) => held.follow(update.prevEditorState, update.editorState, dirtyElementsOf(update)))
  },
})

/** Fills an empty editor. A statement always has a block for the caret to stand in. */
export function $openStatement(statement: Statement, newId: () => string): void {
  const blocks: Block[] = statement.blocks.length > 0 ? statement.blocks : [{ id: newId(), kind: 'paragraph', runs: [] }]
  $getRoot().clear().append(...blocks.map($createBlock))
  if (statement.comments) $discuss(statement.comments)
}

/** The statement as it stands; what a composition in progress holds as a spacer is no text. */
export function statementOf(editor: LexicalEditor): Statement {
  const { language, numbering } = sessionOf(editor)
  // Brings what is under way to its end.
  const state = editor.read(() => editor.getEditorState())
  const { blocks, comments } = getExtensionDependencyFromEditor(editor, StatementExtension).output.of(state)
  return {
    format: 1, language, numbering,
    blocks: editor.isComposing() ? blocks.map(withoutSpacer) : [...blocks],
    ...(comments.length > 0 && { comments: [...comments] }),
  }
}

function withoutSpacer(block: Block): Block {
  if (!blockText(block).includes(SPACER)) return block
  const runs = block.runs.map((run) => ({ ...run, text: run.text.replaceAll(SPACER, '') }))
  return { ...block, runs: runs.filter((run) => run.text !== '') }
}
