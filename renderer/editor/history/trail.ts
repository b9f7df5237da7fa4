// Undo beyond the window: Lexical's history holds whole states and goes with the window, so what can be undone is told as steps over
// blocks, to be kept with the draft, and steps of a window before this one are gone back over once Lexical's own are at their end.
import {
  $addUpdateTag, $getRoot, $onUpdate, COMMAND_PRIORITY_LOW, HISTORIC_TAG, REDO_COMMAND, UNDO_COMMAND, defineExtension, mergeRegister,
  type EditorState, type LexicalEditor,
} from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { HistoryExtension, type HistoryState } from '@lexical/history'
import { named, splice } from '../../../shared/model/splices.ts'
import { isEmptyStep, isTooLong, MOST_STEPS, stepBack, stepBetween, type Step, type Trail } from '../../../shared/model/trail.ts'
import { $placeCaretOf, caretIn } from '../caret/place.ts'
import { $discuss, $discussion } from '../comments/anchors.ts'
import { $blockNodes, $createBlock } from '../statement/blocks.ts'
import { StatementExtension } from '../statement/extension.ts'
import type { HeldTexts } from '../statement/held.ts'
import { $facts } from '../statement/state.ts'

export const TrailExtension = defineExtension({
  name: 'alternat/trail',
  dependencies: [HistoryExtension, StatementExtension],
  build: (editor, _config, state) => {
    const { historyState } = state.getDependency(HistoryExtension).output
    return new TrailOf(editor, () => historyState.peek(), state.getDependency(StatementExtension).output)
  },
  register: (editor, _config, state) => {
    const trail = state.getOutput()
    return mergeRegister(
      editor.registerCommand(UNDO_COMMAND, () => trail.$back(), COMMAND_PRIORITY_LOW),
      editor.registerCommand(REDO_COMMAND, () => trail.$forth(), COMMAND_PRIORITY_LOW),
      editor.registerUpdateListener(({ prevEditorState, editorState, tags }) => {
        if (!tags.has(HISTORIC_TAG)) trail.wentOn(prevEditorState, editorState)
      }),
    )
  },
})

export const trailOf = (editor: LexicalEditor): TrailOf => getExtensionDependencyFromEditor(editor, TrailExtension).output

export class TrailOf {
  readonly #editor: LexicalEditor
  readonly #history: () => HistoryState
  readonly #texts: HeldTexts
  /** Of a window before this one: what can be undone after all that was done in this one, and redone after all that was undone. */
  #earlier: Step[] = []
  #later: Step[] = []
  /** By the state a step leads to. */
  readonly #steps = new WeakMap<EditorState, { from: EditorState; step: Step }>()

  constructor(editor: LexicalEditor, history: () => HistoryState, texts: HeldTexts) {
    this.#editor = editor
    this.#history = history
    this.#texts = texts
  }

  resume({ from, steps, done }: Trail): void {
    this.#earlier = steps.slice(0, done - from)
    this.#later = steps.slice(done - from)
  }

  get canUndo(): boolean {
    return this.#history().undoStack.length + this.#earlier.length > 0
  }

  get canRedo(): boolean {
    return this.#history().redoStack.length + this.#later.length > 0
  }

  /** Every step that can be undone or redone, in the order they were made; the first `done` of them are done. */
  told(): { steps: Step[]; done: number } {
    const { undoStack, redoStack } = this.#history()
    const now = this.#editor.getEditorState()
    const done = undoStack.length < MOST_STEPS ? [...this.#earlier] : []
    for (const step of this.#between([...undoStack.slice(-MOST_STEPS).map(({ editorState }) => editorState), now])) {
      if (isTooLong(step)) done.length = 0
      else done.push(step)
    }
    const undone = [...this.#between([now, ...redoStack.slice(-MOST_STEPS).toReversed().map(({ editorState }) => editorState)]), ...this.#later]
    const end = undone.findIndex(isTooLong)
    const kept = done.slice(-MOST_STEPS)
    return { steps: [...kept, ...undone.slice(0, end < 0 ? MOST_STEPS : Math.min(end, MOST_STEPS))], done: kept.length }
  }

  #between(states: readonly EditorState[]): Step[] {
    return states.slice(1).map((to, index) => this.#step(states[index]!, to)).filter((step) => !isEmptyStep(step))
  }

  #step(from: EditorState, to: EditorState): Step {
    const known = this.#steps.get(to)
    if (known?.from === from) return known.step
    const carets = { before: caretIn(this.#editor, from), after: caretIn(this.#editor, to) }
    const step = stepBetween(this.#texts.of(from), this.#texts.of(to), carets)
    this.#steps.set(to, { from, step })
    return step
  }

  /** Of a window before this one there is nothing to redo once something else was done. */
  wentOn(before: EditorState, now: EditorState): void {
    if (this.#later.length > 0 && !isEmptyStep(stepBetween(this.#texts.of(before), this.#texts.of(now), { before: null, after: null }))) this.#later = []
  }

  $back(): boolean {
    const { undoStack, redoStack } = this.#history()
    const step = undoStack.length === 0 ? this.#earlier.pop() : undefined
    return step !== undefined && this.#$go(stepBack(step), redoStack)
  }

  $forth(): boolean {
    const { undoStack, redoStack } = this.#history()
    const step = redoStack.length === 0 ? this.#later.shift() : undefined
    return step !== undefined && this.#$go(step, undoStack)
  }

  /** From here on the way back is one of Lexical's own. */
  #$go(step: Step, back: HistoryState['undoStack']): boolean {
    const editor = this.#editor
    if ($make(step)) {
      back.push({ editor, editorState: editor.getEditorState() })
      $addUpdateTag(HISTORIC_TAG)
      $onUpdate(() => { this.#history().current = { editor, editorState: editor.getEditorState() } })
    } else {
      this.#earlier = []
      this.#later = []
    }
    return true
  }
}

/** Makes a step in the text; false where the text is not the one it was made on. */
function $make({ blocks, comments, after }: Step): boolean {
  const nodes = $blockNodes()
  const said = splice($discussion(), named(comments))
  if (!said || !splice(nodes.map((node) => $facts(node)), named(blocks).map((one) => ({ ...one, put: [] })))) return false
  for (const { at, out, put } of blocks.toReversed()) {
    for (const block of put) {
      if (nodes[at]) nodes[at].insertBefore($createBlock(block))
      else $getRoot().append($createBlock(block))
    }
    for (const node of nodes.slice(at, at + out.length)) node.remove(true)
  }
  if (comments.length > 0) $discuss(said)
  if (after) $placeCaretOf(after)
  return true
}
