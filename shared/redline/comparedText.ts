// A statement as a text to compare: with its changes accepted or rejected, and the numbers that its paragraphs then show.
import type { ComparedText } from '../model/comparison.ts'
import { labelBlocks } from '../model/numbering.ts'
import { blockText, type Statement } from '../model/statement.ts'
import { acceptAll, rejectAll } from './resolve.ts'

export function comparedText(
  statement: Statement, name: string, date: string | null = null, view: 'accepted' | 'rejected' = 'accepted',
): ComparedText {
  const { blocks, language, numbering } = view === 'accepted' ? acceptAll(statement) : rejectAll(statement)
  const labels = labelBlocks(blocks, numbering)
  const paragraphs = blocks.map((block, index) => ({ text: blockText(block), label: labels[index]!, kind: block.kind }))
  return { name, language, date, paragraphs }
}
