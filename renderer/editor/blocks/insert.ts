// Whole blocks put into the text: clauses from the library, sections of an earlier declaration. Each keeps its source.
import { $getSelection, $isRangeSelection, $setState, type ParagraphNode } from 'lexical'
import type { Block, Revision } from '../../../shared/model/index.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { $standing } from '../moves/paragraphs.ts'
import type { Pen } from '../session/extension.ts'
import { $blockNodes, $createBlock, formatOf } from '../statement/blocks.ts'
import { $facts, $mark, $revisions, factsState } from '../statement/state.ts'
import { $erase } from '../tracking/erase.ts'
import { $insertLines, isOwnInsertion } from '../tracking/insert.ts'
import { $fromLive, $isGone, $liveText } from '../tracking/live.ts'
import { $blockSize, $endOf, $placeCaret, $positionOf } from '../tracking/position.ts'
import type { InsertPlace } from '../types.ts'
import { $recast } from './kind.ts'

/**
 * Puts blocks in as one insertion; returns the first of them. Every block carries the insertion on its text and its own end,
 * so that rejecting it leaves the neighbours as they are. An empty paragraph under the caret (of a form) is filled.
 */
export function $insertBlocks(blocks: readonly Block[], where: InsertPlace, pen: Pen): ParagraphNode | null {
  if (blocks.length === 0) return null
  const revision = pen.tracked ? pen.revision('insertion') : null
  const taken = new Set($blockNodes().map((node) => $facts(node).id))
  const fresh = blocks.map((block) => {
    const id = taken.has(block.id) || block.id === '' ? pen.newId() : block.id
    taken.add(id)
    return stamped({ ...block, id }, revision)
  })
  const { after, fill } = $placeFor(where)
  const nodes = fill ? [$fill(fill, fresh[0]!, pen), ...fresh.slice(1).map($createBlock)] : fresh.map($createBlock)
  let previous = fill ?? after
  for (const node of fill ? nodes.slice(1) : nodes) {
    if (previous) previous.insertAfter(node, false)
    else $blockNodes()[0]!.insertBefore(node, false)
    previous = node
  }
  $placeCaret($endOf(nodes.at(-1)!))
  return nodes[0]!
}

/** An empty paragraph takes a block's text and kind, and keeps its own end. */
function $fill(node: ParagraphNode, block: Block, pen: Pen): ParagraphNode {
  const { runs: _, mark: _mark, kind, level, ...facts } = block
  node.append(...$createBlock(block).getChildren())
  $recast(node, { kind, level }, pen, pen.act())
  const { level: now, recast } = $facts(node)
  return $setState(node, factsState, {
    ...facts, id: $facts(node).id, kind, ...(now !== undefined && { level: now }), ...(recast && { recast }),
  })
}

/** A block without the changes and comments it came with, all of it under one insertion. A label belongs to its old text. */
function stamped(adopted: Block, revision: Revision | null): Block {
  const { label: _, mark: _mark, recast: _recast, ...block } = adopted
  const runs = block.runs.map(({ text, marks }) => ({ text, ...(marks && { marks }), ...(revision && { revisions: [revision] }) }))
  return { ...block, runs, ...(revision && { mark: [revision] }) }
}

/** The block to go after (null for the top), or an empty one under the caret to fill. */
function $placeFor(where: InsertPlace): { after: ParagraphNode | null; fill: ParagraphNode | null } {
  const nodes = $blockNodes()
  if (where !== 'caret') {
    const index = 'afterBlock' in where ? where.afterBlock : $lastOfSection(nodes, where.section)
    const last = nodes[Math.min(index, nodes.length - 1)]
    return { after: last ? $endOfParagraph(last, nodes) : null, fill: null }
  }
  const selection = $getSelection()
  const at = $isRangeSelection(selection) ? $positionOf(selection.focus) : null
  // No clause stands above a title or in one: from there, as without a caret, it goes to the end of the text.
  if (!at || $facts(at.block).kind === 'title') {
    return { after: nodes.findLast((node) => !CLOSING.has($facts(node).kind)) ?? null, fill: null }
  }
  if ($blockSize(at.block) === 0) return { after: null, fill: at.block }
  const before = nodes[at.block.getIndexWithinParent() - 1] ?? null
  if (at.offset === 0 && (!before || $endOfParagraph(before, nodes).is(before))) return { after: before, fill: null }
  return { after: $endOfParagraph(at.block, nodes), fill: null }
}

/** Paragraphs joined by a deleted end read as one: nothing goes between them. */
const $endOfParagraph = (node: ParagraphNode, nodes: readonly ParagraphNode[]): ParagraphNode =>
  $standing(nodes).find((paragraph) => paragraph.some((block) => block.is(node)))?.at(-1) ?? node

// What stands at the foot of a statement: clauses go before it.
const CLOSING = new Set(['place-date', 'signature', 'footnote'])

function $lastOfSection(nodes: readonly ParagraphNode[], heading: number): number {
  const level = nodes[heading] ? ($facts(nodes[heading]).level ?? 1) : 1
  for (let index = heading + 1; index < nodes.length; index++) {
    if ($isGone(nodes[index]!)) continue
    const facts = $facts(nodes[index]!)
    if (CLOSING.has(facts.kind) || (facts.kind === 'heading' && (facts.level ?? 1) <= level)) return index - 1
  }
  return nodes.length - 1
}

/** Gives a block another wording, word by word, and the source that comes with it. */
export function $replaceBlock(index: number, block: Block, pen: Pen): void {
  const node = $blockNodes()[index]
  if (!node) throw new RangeError(`no block ${index}`)
  const { own, group } = $actIn(node, pen)
  const inserted = own ?? (pen.tracked ? pen.revision('insertion', group) : undefined)
  const ops = wordDiff($liveText(node), block.runs.map((run) => run.text).join(''))
  // From the end to the start: what stands before keeps its offsets.
  let live = $liveText(node).length
  for (const { op, text } of ops.toReversed()) {
    if (op === 'insert') $insertLines($fromLive(node, live, 'after'), text, evenFormat(block), pen, inserted)
    else {
      live -= text.length
      const gone = { from: $fromLive(node, live, 'before'), to: $fromLive(node, live + text.length, 'after') }
      if (op === 'delete') $erase(gone, pen, group)
    }
  }
  $recast(node, block, pen, pen.act())
  const { source: _, ...facts } = $facts(node)
  $setState(node, factsState, { ...facts, ...(block.source && { source: block.source }) })
  $placeCaret($endOf(node))
}

/**
 * What a new wording of a block goes on with: this hand's insertion where that is all there is, else this hand's earlier
 * replacement in it. So a clause put in stays one change, however often another takes its place.
 */
function $actIn(node: ParagraphNode, pen: Pen): { own?: Revision; group?: string } {
  const stacks = node.getChildren().map($revisions)
  const mine = [...stacks, $mark(node)].flat().filter((revision) => pen.owns(revision))
  const own = stacks.every((stack) => isOwnInsertion(stack, pen))
    && mine.find((revision) => revision.kind === 'insertion' && revision.move === undefined)
  if (pen.tracked && own) return { own }
  return { group: mine.find((revision) => revision.group !== undefined)?.group ?? pen.newId() }
}

// A wording that is bold throughout stays so.
const evenFormat = (block: Block): number => {
  const first = block.runs[0]?.marks
  const even = block.runs.every((run) => (run.marks ?? []).join() === (first ?? []).join())
  return even ? formatOf(first) : 0
}
