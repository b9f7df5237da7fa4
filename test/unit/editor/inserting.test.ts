// Where a clause from the library goes by the caret.
import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import type { Block } from '../../../shared/model/index.ts'
import { $insertBlocks } from '../../../renderer/editor/blocks/insert.ts'
import { defaultSession, penOf } from '../../../renderer/editor/session/extension.ts'
import { $blockNodes, $createBlock, $readBlocks } from '../../../renderer/editor/statement/blocks.ts'
import { $placeCaret } from '../../../renderer/editor/tracking/position.ts'

const BLOCKS: Block[] = [
  { id: 't', kind: 'title', runs: [{ text: 'Statement' }] },
  { id: 'c', kind: 'chapeau', runs: [{ text: 'The Parties state:' }] },
  { id: 'p', kind: 'paragraph', runs: [{ text: 'First.' }] },
  { id: 'd', kind: 'place-date', runs: [{ text: 'Olmin' }] },
]

/** Ids of the blocks after a clause ("n") was put in with the caret in a block. */
function insertedAt(block: number | null, offset = 0): string[] {
  const editor = createHeadlessEditor({ onError: (error) => { throw error } })
  editor.update(() => {
    $getRoot().append(...BLOCKS.map($createBlock))
    if (block !== null) $placeCaret({ block: $blockNodes()[block]!, offset })
    $insertBlocks([{ id: 'n', kind: 'paragraph', runs: [{ text: 'Clause.' }] }], 'caret', penOf(defaultSession()))
  }, { discrete: true })
  return editor.read(() => $readBlocks().map(({ id }) => id))
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
