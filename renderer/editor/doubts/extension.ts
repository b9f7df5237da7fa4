// Places in doubt: the screen says which, the browser highlights them, and the document stays as it is. A replacement is an edit
// like any other, tracked while suggesting; one whose words are not there any more is not made.
import { $addUpdateTag, HISTORY_PUSH_TAG, defineExtension, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { giveKeyboard, reveal } from '../review/reveal.ts'
import { $domRange, $formatAt, $stretchOf, type LiveStretch } from '../search/stretch.ts'
import { SessionExtension, penOf, type Session } from '../session/extension.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts } from '../statement/state.ts'
import { $liveOffset, $liveText } from '../tracking/live.ts'
import { $rangeOf, $select, $standingSelection } from '../tracking/position.ts'
import { $replace } from '../tracking/replace.ts'
import type { Doubt, DoubtActs } from '../types.ts'

const MARKED = 'alternat-doubts'
const CURRENT = 'alternat-doubt'

class Doubts implements DoubtActs {
  private readonly editor: LexicalEditor
  private readonly session: Session

  constructor(editor: LexicalEditor, session: Session) {
    this.editor = editor
    this.session = session
  }

  mark(doubts: readonly Doubt[], current: Doubt | null): void {
    if (!('highlights' in CSS)) return
    CSS.highlights.set(MARKED, new Highlight(...rangesOf(this.editor, doubts)))
    CSS.highlights.set(CURRENT, new Highlight(...rangesOf(this.editor, current ? [current] : [])))
  }

  clear(): void {
    CSS.highlights?.delete(MARKED)
    CSS.highlights?.delete(CURRENT)
  }

  go(doubt: Doubt): boolean {
    let found = false
    this.editor.update(() => {
      const stretch = $standing(doubt, $byId())
      const range = stretch && $stretchOf(stretch)
      if (range) $select(range)
      found = range !== null
    }, { discrete: true })
    if (found) {
      giveKeyboard(this.editor)
      reveal(this.editor)
    }
    return found
  }

  replace(all: readonly { doubt: Doubt; text: string }[]): number {
    if (this.session.readOnly || !this.editor.isEditable()) return 0
    let made = 0
    this.editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      const pen = penOf(this.session)
      const blocks = $byId()
      // From the end to the start: earlier ones keep their offsets.
      for (const { doubt, text } of all.toSorted((a, b) => b.doubt.from - a.doubt.from)) {
        const stretch = $standing(doubt, blocks)
        const range = stretch && $stretchOf(stretch)
        if (!range) continue
        $replace(range, text, $formatAt(range), pen)
        made++
      }
    }, { discrete: true })
    return made
  }

  caret(): { block: number; offset: number } | null {
    return this.editor.read(() => {
      const selection = $standingSelection()
      if (!selection) return null
      const { to } = $rangeOf(selection)
      return { block: to.block.getIndexWithinParent(), offset: $liveOffset(to) }
    })
  }
}

type Blocks = ReadonlyMap<string, { key: string; text: () => string }>

const $byId = (): Blocks => new Map($blockNodes().map((node) => [$facts(node).id, { key: node.getKey(), text: () => $liveText(node) }]))

/** The stretch of a doubt, where its words still stand there. */
function $standing({ blockId, from, to, found }: Doubt, blocks: Blocks): LiveStretch | null {
  const block = blocks.get(blockId)
  return block && block.text().slice(from, to) === found ? { block: block.key, from, to } : null
}

/** Where the browser highlights them; words that do not stand there any more have none. */
export const rangesOf = (editor: LexicalEditor, doubts: readonly Doubt[]): Range[] => editor.read(() => {
  const blocks = $byId()
  return doubts.flatMap((doubt) => {
    const stretch = $standing(doubt, blocks)
    return (stretch && $domRange(editor, stretch)) ?? []
  })
})

export const DoubtsExtension = defineExtension({
  name: 'alternat/doubts',
  dependencies: [SessionExtension],
  build: (editor, _config, state) => new Doubts(editor, state.getDependency(SessionExtension).output),
  register: (_editor, _config, state) => () => state.getOutput().clear(),
})

export const doubtsOf = (editor: LexicalEditor): DoubtActs => getExtensionDependencyFromEditor(editor, DoubtsExtension).output
