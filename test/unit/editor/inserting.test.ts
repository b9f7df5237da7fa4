// Where a clause from the library goes by the caret.
import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import type { Block } from '../../../shared/model/index.ts'
import { $insertBlocks } from '../../../renderer/editor/blocks/insert.ts'
import { defaultSession, penOf } from '../../../renderer/editor/session/extension.ts'
import { $blockNodes, $createBlock, $readBlock } from '../../../renderer/editor/statement/blocks.ts'
import { $placeCaret } from '../../../renderer/editor/tracking/position.ts'
import type { InsertPlace } from '../../../renderer/editor/types.ts'
import { deletion } from '../../support/editor-harness/texts.ts'

const BLOCKS: Block[] = [
  { id: 't', kind: 'title', runs: [{ text: 'Statement' }] },
  { id: 'c', kind: 'chapeau', runs: [{ text: 'The Parties state:' }] },
  { id: 'p', kind: 'paragraph', runs: [{ text: 'First.' }] },
  { id: 'd', kind: 'place-date', runs: [{ text: 'Olmin' }] },
]

/** Ids of the blocks after a clause ("n") was put in with the caret in a block. */
function insertedAt(block: number | null, offset = 0, blocks = BLOCKS, where: InsertPlace = 'caret'): string[] {
  const editor = createHeadlessEditor({ onError: (error) => { throw error } })
  editor.update(() => {
    $getRoot().append(...blocks.map($createBlock))
    if (block !== null) $placeCaret({ block: $blockNodes()[block]!, offset })
    $insertBlocks([{ id: 'n', kind: 'paragraph', runs: [{ text: 'Clause.' }] }], where, penOf(defaultSession()))
  }, { discrete: true })
  return editor.read(() => $blockNodes().map($readBlock).map(({ id }) => id))
}

test.each([
  ['no caret: the end of the text, before place and date', null, 0, 'tcpnd'],
  ['the start of the title', 0, 0, 'tcpnd'],
  ['the end of the title', 0, 9, 'tcpnd'],
  ['the start of a paragraph: before it', 2, 0, 'tcnpd'],
  ['within a paragraph: after it', 2, 3, 'tcpnd'],
  ['the end of the chapeau: after it', 1, 18, 'tcnpd'],
])('%s', (_where, block, offset, expected) => {
  expect(insertedAt(block, offset).join('')).toBe(expected)
})

const gone = { mark: [deletion('d1')] }
const JOINED: Block[] = [
  { id: 'h', kind: 'heading', level: 1, runs: [{ text: 'One' }] },
  { id: 'a', kind: 'paragraph', runs: [{ text: 'first' }], ...gone },
  { id: 'b', kind: 'paragraph', runs: [{ text: 'goes on' }] },
  { id: 'x', kind: 'heading', level: 1, runs: [{ text: 'Gone', revisions: [deletion('d1')] }], ...gone },
  { id: 'c', kind: 'paragraph', runs: [{ text: 'last' }] },
]

test.each<[string, number, number, InsertPlace, string]>([
  ['at the start of joined paragraphs: before both', 1, 0, 'caret', 'hnabxc'],
  ['within the first of them: after both', 1, 2, 'caret', 'habnxc'],
  ['at the start of the second: after both', 2, 0, 'caret', 'habnxc'],
  ['dropped between them: after both', 1, 0, { afterBlock: 1 }, 'habnxc'],
  ['at the end of a section: past a heading that is gone', 1, 0, { section: 0 }, 'habxcn'],
])('%s', (_where, block, offset, where, expected) => {
  expect(insertedAt(block, offset, JOINED, where).join('')).toBe(expected)
})
