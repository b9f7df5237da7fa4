// What a stretch of blocks is with everything rejected: letters, formats, kinds. Tracked edits leave it as it was.
import type { Block, Statement, TextMark } from '../../../shared/model/index.ts'
import { rejectAll } from '../../../shared/redline/index.ts'

// A stretch whose last end is inserted is told from one whose end is not by what follows.
const GUARD: Block = { id: 'guard', kind: 'paragraph', runs: [{ text: '\u0001' }] }
const NOT_COUNTED: Statement['numbering'] = { sections: 'none', clauses: 'none', items: 'none' }

/** One text for stretches that are the same with everything rejected. */
export function settledKey(blocks: readonly Block[]): string {
  const settled = rejectAll({ format: 1, language: 'en', numbering: NOT_COUNTED, blocks: [...blocks, GUARD] })
  return JSON.stringify(settled.blocks.map((block) => [block.kind, block.level ?? 1, lookOf(block)]))
}

/** Text and marks; neighbours of one look are one, whatever else sets them apart. A line break has no look. */
function lookOf({ runs }: Block): [text: string, marks: string][] {
  const look: [string, string][] = []
  for (const { text, marks } of runs) {
    for (const piece of text.split(/(\n)/)) {
      const key = piece === '\n' ? '' : inOrder(marks)
      const last = look.at(-1)
      if (piece === '') continue
      if (last && last[1] === key) last[0] += piece
      else look.push([piece, key])
    }
  }
  return look
}

const inOrder = (marks: readonly TextMark[] = []) => marks.toSorted().join()
