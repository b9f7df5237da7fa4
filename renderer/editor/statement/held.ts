// The text of each state of the editor, read once: after an edit only the paragraphs that it touched are read anew, and all others
// keep their very objects. So what changed between two states is told by looking at the objects alone.
import { $getNodeByKey, $isParagraphNode, type EditorState, type LexicalEditor, type LexicalNode, type NodeKey, type ParagraphNode } from 'lexical'
import type { Block, Comment } from '../../../shared/model/index.ts'
import { isSame } from '../../../shared/model/splices.ts'
import { $discussion } from '../comments/anchors.ts'
import { $blockNodes, $readBlock } from './blocks.ts'

export interface HeldText {
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
}

/** A text and the nodes it was read from. */
interface Reading extends HeldText {
  readonly places: ReadonlyMap<NodeKey, number>
}

const ROOT = 'root'

export class HeldTexts {
  readonly #editor: LexicalEditor
  readonly #readings = new WeakMap<EditorState, Reading>()
  /** What a block was read from: its paragraph and the leaves of it. */
  readonly #nodes = new WeakMap<Block, readonly LexicalNode[]>()
  #latest: Reading = { blocks: [], comments: [], places: new Map() }

  constructor(editor: LexicalEditor) {
    this.#editor = editor
  }

  of(state: EditorState): HeldText {
    return this.#readings.get(state) ?? this.#keep(state, state.read(() => this.#$readAll(), { editor: this.#editor }))
  }

  /**
   * Goes on from one state to the next, of which these elements may have become others. Without `dirty` a whole state came in the
   * place of another, and nothing tells what it changed.
   */
  follow(before: EditorState, state: EditorState, dirty: ReadonlyMap<NodeKey, boolean> | null): void {
    const earlier = this.#readings.get(before)
    if (!earlier || !dirty) this.of(state)
    else this.#keep(state, dirty.size === 0 ? earlier : state.read(() => this.#$readTouched(earlier, dirty), { editor: this.#editor }))
  }

  #keep(state: EditorState, reading: Reading): Reading {
    this.#readings.set(state, reading)
    this.#latest = reading
    return reading
  }

  #$readTouched(earlier: Reading, dirty: ReadonlyMap<NodeKey, boolean>): Reading {
    // The root itself became another where a paragraph came, went or moved; it carries the comments too.
    if (dirty.get(ROOT)) return this.#$readAll(earlier, dirty)
    const blocks = [...earlier.blocks]
    for (const key of dirty.keys()) {
      if (key === ROOT) continue
      const node = $getNodeByKey(key)
      const place = earlier.places.get(key)
      if (!$isParagraphNode(node) || place === undefined) return this.#$readAll()
      blocks[place] = this.#$read(node, blocks[place])
    }
    return { ...earlier, blocks }
  }

  /** Every paragraph, those that are not `touched` as they were read before; without `touched` each is looked at. */
  #$readAll(earlier = this.#latest, touched?: ReadonlyMap<NodeKey, boolean>): Reading {
    const nodes = $blockNodes()
    const blocks = nodes.map((node) => {
      const key = node.getKey()
      const known = earlier.blocks[earlier.places.get(key) ?? -1]
      return known && touched && !touched.has(key) ? known : this.#$read(node, known)
    })
    return { blocks, comments: $discussion(), places: new Map(nodes.map((node, index) => [node.getKey(), index])) }
  }

  #$read(node: ParagraphNode, known: Block | undefined): Block {
    const nodes = [node, ...node.getChildren()]
    const were = known && this.#nodes.get(known)
    if (were && were.length === nodes.length && nodes.every((one, index) => one === were[index])) return known
    const read = $readBlock(node)
    const block = known && isSame(known, read) ? known : read
    this.#nodes.set(block, nodes)
    return block
  }
}
