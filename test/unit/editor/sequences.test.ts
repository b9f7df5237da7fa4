// Random sequences of everything an editor can do, by two hands, through the real editor without a page: letters, deletions,
// paragraphs, formats, kinds, moves, clauses, replacing, accepting and rejecting, undoing. Laws after every step: everything
// rejected is the original, to the format and kind; everything accepted is what is shown; no edit slipped past the commands.
import {
  CONTROLLED_TEXT_INSERTION_COMMAND, DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, FORMAT_TEXT_COMMAND, HISTORY_PUSH_TAG,
  INSERT_LINE_BREAK_COMMAND, INSERT_PARAGRAPH_COMMAND, REMOVE_TEXT_COMMAND, $addUpdateTag, $getSelection, $isRangeSelection,
} from 'lexical'
import { array, assert, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { statementSchema, stepSchema, type Block, type Statement } from '../../../shared/model/index.ts'
import { acceptAll, changesOf, rejectAll, resolve } from '../../../shared/redline/index.ts'
import { trailOf } from '../../../renderer/editor/history/trail.ts'
import { $moveBehind, $moveSelected } from '../../../renderer/editor/moves/act.ts'
import { penOf, sessionOf, tune } from '../../../renderer/editor/session/extension.ts'
import { $blockNodes, $readBlock } from '../../../renderer/editor/statement/blocks.ts'
import { $blockSize, $rangeOf, $select, type Position } from '../../../renderer/editor/tracking/position.ts'
import { openHeadless, type Headless } from '../../support/editor-harness/headless.ts'
import { looksOf } from '../../support/editor-harness/looks.ts'
import { ME, OTHER, styled } from '../../support/editor-harness/texts.ts'

type Step = [kind: number, hand: number, at: number, to: number, dice: number]
const step = tuple(nat(99), nat(1), nat(), nat(), nat(99))

function $position(pick: number): Position {
  const nodes = $blockNodes()
  const block = nodes[pick % nodes.length]!
  return { block, offset: Math.floor(pick / nodes.length) % ($blockSize(block) + 1) }
}

/** A caret, or now and then a selection, forwards or backwards. */
function select({ editor }: Headless, at: number, to: number, wide: boolean): void {
  editor.update(() => {
    const place = $position(at)
    $select({ from: place, to: wide ? $position(to) : place })
  }, { discrete: true })
}

const KINDS: [Block['kind'], number | undefined][] =
  [['paragraph', undefined], ['heading', 1], ['heading', 2], ['item', undefined], ['title', undefined]]
const CLAUSE: Block = { id: 'clause', kind: 'item', runs: [{ text: 'a new ' }, { text: 'clause', marks: ['italic'] }] }

/** What one step did to the laws: nothing, or it settled something; `moved` keeps every paragraph as it reads. */
type Outcome = 'tracked' | 'moved' | 'direct' | 'accepted' | 'rejected' | 'history'

function act(open: Headless, [kind, hand, at, to, dice]: Step): Outcome {
  const { editor, handle } = open
  tune(editor, { me: [ME, OTHER][hand]! })
  const session = sessionOf(editor)
  const wide = dice % 2 === 0
  const direct = dice > 90
  tune(editor, { mode: direct ? 'editing' : 'suggesting' })
  if (kind < 88) select(open, at, to, wide && kind % 3 !== 0)
  if (kind < 18) editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, ['x', 'yz', ' '][dice % 3]!)
  else if (kind < 26) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, dice % 4 < 2)
  else if (kind < 32) editor.dispatchCommand(DELETE_WORD_COMMAND, dice % 4 < 2)
  else if (kind < 36) editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  else if (kind < 43) editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  else if (kind < 45) editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
  else if (kind < 57) editor.dispatchCommand(FORMAT_TEXT_COMMAND, (['bold', 'italic', 'underline'] as const)[dice % 3]!)
  else if (kind < 65) handle.setBlockKind(...KINDS[dice % KINDS.length]!)
  else if (kind < 80) {
    editor.update(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      $addUpdateTag(HISTORY_PUSH_TAG)
      if (kind < 76) $moveSelected(selection, dice % 4 < 2, penOf(session))
      else $moveBehind($rangeOf(selection), (to % ($blockNodes().length + 1)) - 1, penOf(session))
    }, { discrete: true })
    if (!direct) return 'moved'
  } else if (kind < 82) handle.insertBlocks([CLAUSE], wide ? 'caret' : { afterBlock: -1 })
  else if (kind < 84) handle.replaceBlock(at % blocks(open), { ...CLAUSE, kind: 'paragraph' })
  else if (kind < 86) {
    handle.find('o')
    handle.replaceAll('oo')
    handle.find('')
  } else if (kind < 88) undoable(open, dice)
  else if (kind < 94) return settle(open, at, dice % 2 === 0)
  else {
    if (dice % 3 > 0) handle.undo()
    else handle.redo()
    return 'history'
  }
  return direct ? 'direct' : 'tracked'
}

/** What a person does in a row: select, format, move, and go on. */
function undoable({ editor }: Headless, dice: number): void {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')
  editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, dice % 2 === 0 ? 'a' : 'b')
}

const blocks = ({ handle }: Headless) => handle.getStatement().blocks.length

function settle({ handle }: Headless, at: number, accept: boolean): Outcome {
  const changes = handle.changes()
  if (changes.length > 0) handle.resolve(changes[at % changes.length]!.revisions, accept ? 'accept' : 'reject')
  return accept ? 'accepted' : 'rejected'
}

/** The paragraphs that are seen, in no order. */
const sorted = (open: Headless) => open.seen().map((paragraph) => JSON.stringify(paragraph)).toSorted()

const key = (statement: Statement) => JSON.stringify(looksOf(statement))

/** Letters and formats; of the last paragraph not the kind, since its end never joins and may stand in for one that went. */
function texts(statement: Statement): string {
  const looks = looksOf(statement)
  return JSON.stringify(looks.map(({ kind, text }, index) => (index === looks.length - 1 ? { text } : { kind, text })))
}

/** Decided one by one, every change the same way, in whatever order: the same text. */
function expectAnyOrder(statement: Statement, steps: readonly Step[]): void {
  const changes = changesOf(statement)
  const dice = (index: number) => steps[index % steps.length]![2] + index * 7919
  const decide = (order: readonly number[]) => texts(order.reduce((text, index) => {
    const ids = new Set(changes[index]!.revisions)
    return resolve(text, ({ id }) => ids.has(id), dice(index) % 2 === 0 ? 'accept' : 'reject')
  }, statement))
  const inOrder = changes.map((_, index) => index)
  const shuffled = inOrder.toSorted((a, b) => (dice(a) % 101) - (dice(b) % 101))
  expect(decide(shuffled)).toBe(decide(inOrder))
}

function play(steps: readonly Step[]): void {
  let ids = 0
  const open = openHeadless(styled(), { newId: () => `n${++ids}`, now: () => new Date(0) })
  const { handle } = open
  const start = handle.getStatement()
  let original = key(rejectAll(start))
  const originals = new Map([[JSON.stringify(start), original]])
  for (const one of steps) {
    const before = key(acceptAll(handle.getStatement()))
    const paragraphs = sorted(open)
    const outcome = act(open, one)
    const now = handle.getStatement()
    // Accepting settles text, so does direct editing, and undoing goes back to a state that was.
    if (outcome === 'accepted' || outcome === 'direct') original = key(rejectAll(now))
    if (outcome === 'history') original = originals.get(JSON.stringify(now)) ?? 'a state that never was'
    expect(key(rejectAll(now))).toBe(original)
    expect(key(acceptAll(now))).toBe(outcome === 'accepted' ? before : key(acceptAll(now)))
    expect(sorted(open)).toEqual(outcome === 'moved' ? paragraphs : sorted(open))
    originals.set(JSON.stringify(now), original)
    expect(open.seen()).toEqual(looksOf(acceptAll(now)))
    // Paragraphs that were not touched were not read again.
    expect(now.blocks).toEqual(open.editor.read(() => $blockNodes().map($readBlock)))
    expect(open.repairs()).toBe(0)
    expect(statementSchema.safeParse(now).error?.issues).toBeUndefined()
    expect(new Set(now.blocks.map((block) => block.id)).size).toBe(now.blocks.length)
  }
  while (handle.canRedo()) handle.redo()
  const end = handle.getStatement()
  expectAnyOrder(end, steps)
  while (handle.canUndo()) handle.undo()
  expect(handle.getStatement()).toEqual(start)
  while (handle.canRedo()) handle.redo()
  expect(handle.getStatement()).toEqual(end)
  expectResumed(open, start, end)
}

/** Another window that is told what could be undone here goes back as far, and forth again. */
function expectResumed({ handle }: Headless, start: Statement, end: Statement): void {
  const { steps, done } = handle.trail()
  const { editor, handle: other } = openHeadless(end, {})
  trailOf(editor).resume({ from: 7, steps: stepSchema.array().parse(JSON.parse(JSON.stringify(steps))), done: 7 + done })
  while (other.canUndo()) other.undo()
  expect(other.getStatement()).toEqual(start)
  while (other.canRedo()) other.redo()
  expect(other.getStatement()).toEqual(end)
  other.undo()
  expect(other.trail().steps).toHaveLength(steps.length)
}

// Another seed with ALTERNAT_SEED, more runs with ALTERNAT_RUNS.
const seed = Number(process.env['ALTERNAT_SEED'] ?? 20260203)
const numRuns = Number(process.env['ALTERNAT_RUNS'] ?? 60)

test(`random sequences keep the laws (seed ${seed}, ${numRuns} of up to 40 steps)`, { timeout: 300_000 }, () => {
  assert(property(array(step, { minLength: 5, maxLength: 40, size: 'max' }), play), { seed, numRuns })
})
