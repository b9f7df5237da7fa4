// Undo in human steps. Lexical groups keys by what changed in the text, and a marked deletion changes none: every key would be
// a step of its own. So each edit names its kind, and edits of one kind that follow each other at the same caret are one step.
import {
  $addUpdateTag, $getSelection, $isRangeSelection, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG, defineExtension,
} from 'lexical'
import { HistoryExtension } from '@lexical/history'
import { configExtension } from '@lexical/extension'

/** Kinds whose repetition is one step; `once` never joins another. */
export type StepKind = 'type' | 'erase-back' | 'erase-forward' | 'once'

export interface Steps {
  /** Runs an edit as a step, or as part of the step before. */
  $step: (kind: StepKind, edit: () => void) => void
}

// A pause this long (ms) ends a step.
const PAUSE = 1000

function $caretKey(): string {
  const selection = $getSelection()
  return $isRangeSelection(selection) && selection.isCollapsed() ? `${selection.anchor.key}:${selection.anchor.offset}` : ''
}

export const StepsExtension = defineExtension({
  name: 'alternat/history-steps',
  dependencies: [configExtension(HistoryExtension, { delay: 0 })],
  build: (): Steps => {
    let last: { kind: StepKind; time: number; caret: string } = { kind: 'once', time: 0, caret: '' }
    return {
      $step: (kind, edit) => {
        const time = performance.now()
        const caret = $caretKey()
        const goesOn = kind !== 'once' && kind === last.kind && time - last.time < PAUSE && caret !== '' && caret === last.caret
        $addUpdateTag(goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG)
        edit()
        last = { kind, time, caret: $caretKey() }
      },
    }
  },
})
