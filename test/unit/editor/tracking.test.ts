// Random edits by two hands on the model operations, without a browser. Laws: everything rejected is the original, everything
// accepted is what is shown, and the order in which changes are resolved does not matter.
import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot, type LexicalEditor } from 'lexical'
import { array, assert, boolean, infiniteStream, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Statement } from '../../../shared/model/index.ts'
import { acceptAll, rejectAll, resolve } from '../../../shared/redline/index.ts'
import { defaultSession, penOf, type Pen } from '../../../renderer/editor/session/extension.ts'
import { $blockNodes, $createBlock, $readBlock } from '../../../renderer/editor/statement/blocks.ts'
import { $erase } from '../../../renderer/editor/tracking/erase.ts'
import { $insertLineBreak, $insertText, $splitBlock } from '../../../renderer/editor/tracking/insert.ts'
import { $liveText, $unitAt } from '../../../renderer/editor/tracking/live.ts'
import { $blockSize, $compare, type Position } from '../../../renderer/editor/tracking/position.ts'
import { $replace, $replaceWithParagraphs } from '../../../renderer/editor/tracking/replace.ts'
import { $resolve } from '../../../renderer/editor/tracking/resolve.ts'
import { $insertBlocks } from '../../../renderer/editor/blocks/insert.ts'
import { ME, OTHER, mixed } from '../../support/editor-harness/texts.ts'

function open(blocks: readonly Block[]): LexicalEditor {
  const editor = createHeadlessEditor({ onError: (error) => { throw error } })
  editor.update(() => { $getRoot().append(...blocks.map($createBlock)) }, { discrete: true })
  return editor
}

let ids = 0
const pens = (tracked: boolean): Pen[] => [ME, OTHER].map((me) =>
  penOf({ ...defaultSession(), me, mode: tracked ? 'suggesting' : 'editing', newId: () => `n${++ids}`, now: () => new Date(0) }))

type Step = [kind: number, hand: number, at: number, to: number, flag: boolean]
const step = tuple(nat(99), nat(1), nat(), nat(), boolean())

function $position(pick: number): Position {
  const nodes = $blockNodes()
  const block = nodes[pick % nodes.length]!
  return { block, offset: Math.floor(pick / nodes.length) % ($blockSize(block) + 1) }
}

function $edit([kind, hand, at, to, flag]: Step, hands: readonly Pen[]): void {
  const pen = hands[hand]!
  const place = $position(at)
  const other = $position(to)
  const [from, end] = $compare(place, other) <= 0 ? [place, other] : [other, place]
  if (kind < 25) $insertText(place, 'xy', flag ? 1 : 0, pen)
  else if (kind < 40) $splitBlock(place, pen)
  else if (kind < 45) $insertLineBreak(place, pen)
  else if (kind < 65) {
    const unit = $unitAt(place, flag, to % 3 === 0 ? 'word' : 'character')
    if (unit) $erase(unit, pen)
  } else if (kind < 80) $erase({ from, to: end }, pen)
  else if (kind < 90) $replace({ from, to: end }, 'new', 0, pen)
  else if (kind < 95) $replaceWithParagraphs({ from, to: end }, [[{ text: 'one' }], [], [{ text: 'two', marks: ['bold'] }]], pen)
  else {
    const afterBlock = (at % ($blockNodes().length + 1)) - 1
    $insertBlocks([{ id: '', kind: 'item', runs: [{ text: 'clause' }] }], { afterBlock }, pen)
  }
}

const blocksOf = (editor: LexicalEditor) => editor.read(() => $blockNodes().map($readBlock))
const asStatement = (blocks: Block[]): Statement => ({ ...mixed(), blocks })
const content = (s: Statement) => s.blocks.map(({ kind, runs }) =>
  ({ kind, runs: runs.map(({ text, marks }) => ({ text, marks: marks ?? [] })) }))
const words = (s: Statement) => s.blocks.map(({ runs }) => runs.map((run) => run.text).join(''))

describe('tracked edits by two hands', () => {
  it('leave the original under everything rejected, to the kind and format', () => {
    assert(property(array(step, { maxLength: 40 }), (steps) => {
      const start = mixed()
      const editor = open(start.blocks)
      const original = content(rejectAll(start))
      const hands = pens(true)
      for (const one of steps) {
        editor.update(() => $edit(one, hands), { discrete: true })
        expect(content(rejectAll(asStatement(blocksOf(editor))))).toEqual(original)
      }
    }), { numRuns: 150 })
  })

  it('show what is there when everything is accepted', () => {
    assert(property(array(step, { maxLength: 40 }), (steps) => {
      const editor = open(mixed().blocks)
      const hands = pens(true)
      for (const one of steps) editor.update(() => $edit(one, hands), { discrete: true })
      const live = editor.read(() => $blockNodes().map($liveText).join(''))
      expect(words(acceptAll(asStatement(blocksOf(editor)))).join('')).toBe(live)
    }), { numRuns: 100 })
  })

  it('can be resolved one by one in any order', () => {
    assert(property(array(step, { maxLength: 25 }), infiniteStream(nat()), (steps, dice) => {
      const editor = open(mixed().blocks)
      const hands = pens(true)
      for (const one of steps) editor.update(() => $edit(one, hands), { discrete: true })
      const blocks = blocksOf(editor)
      const revisions = blocks.flatMap((b) => [...(b.mark ?? []), ...b.runs.flatMap((run) => run.revisions ?? [])])
      const all = [...new Set(revisions.map((r) => r.id))]
      const roll = () => dice.next().value as number
      const decided = new Map(all.map((id) => [id, roll() % 2 === 0 ? 'accept' as const : 'reject' as const]))
      const inSomeOrder = () => {
        const copy = open(blocks)
        for (const id of all.toSorted(() => (roll() % 2) - 0.5)) {
          copy.update(() => { $resolve((r) => r.id === id, decided.get(id)!) }, { discrete: true })
        }
        return words(asStatement(blocksOf(copy)))
      }
      expect(inSomeOrder()).toEqual(inSomeOrder())
    }), { numRuns: 60 })
  })

  it('are resolved as shared/redline resolves them', () => {
    assert(property(array(step, { maxLength: 25 }), boolean(), (steps, accept) => {
      const editor = open(mixed().blocks)
      const hands = pens(true)
      for (const one of steps) editor.update(() => $edit(one, hands), { discrete: true })
      const wanted = resolve(asStatement(blocksOf(editor)), (r) => r.author === ME.author, accept ? 'accept' : 'reject')
      editor.update(() => { $resolve((r) => r.author === ME.author, accept ? 'accept' : 'reject') }, { discrete: true })
      expect(content(asStatement(blocksOf(editor)))).toEqual(content(wanted))
    }), { numRuns: 60 })
  })
})

describe('direct edits', () => {
  it('add no revision, and change the text as they say', () => {
    assert(property(array(step, { maxLength: 40 }), (steps) => {
      const editor = open(mixed().blocks)
      const known = new Set(['x1', 'x2', 'x3'])
      const hands = pens(false)
      for (const one of steps) editor.update(() => $edit(one, hands), { discrete: true })
      for (const b of blocksOf(editor)) {
        for (const r of [...(b.mark ?? []), ...b.runs.flatMap((run) => run.revisions ?? [])]) expect(known).toContain(r.id)
      }
    }), { numRuns: 100 })
  })
})

describe('blocks', () => {
  it('keep ids apart and come out as they went in', () => {
    const editor = open(mixed().blocks)
    const hands = pens(true)
    editor.update(() => {
      for (let i = 0; i < 12; i++) $splitBlock($position(i * 7 + 3), hands[0]!)
    }, { discrete: true })
    const seen = blocksOf(editor).map((b) => b.id)
    expect(new Set(seen).size).toBe(seen.length)
    expect(blocksOf(open(blocksOf(editor)))).toEqual(blocksOf(editor))
  })
})
