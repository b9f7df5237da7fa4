// What lets a redline be recognised when it comes back: the draft and the version it holds, as document properties, and one
// bookmark a paragraph, which Word and LibreOffice keep while the paragraph is edited, split, joined or moved. Numbers only, no
// name; never in a final copy.
import { createHash } from 'node:crypto'
import type { Block } from '../../../../../shared/model/statement.ts'
import { element } from '../elements.ts'
import type { Anchors } from './anchors.ts'

/** Names of the document properties. */
export const TRACE = { draft: 'AlternatDraft', version: 'AlternatVersion' } as const

/**
 * Name of a paragraph's bookmark. Made of a digest: Word takes 40 letters, digits and underscores and no difference of case,
 * ids of paragraphs know no such limits. Word hides bookmarks that begin with an underscore.
 */
export const bookmarkOf = (block: string): string =>
  `_alt_${createHash('sha256').update(block).digest('hex').slice(0, 24)}`

export function anchorParagraphs(blocks: readonly Block[], anchors: Anchors): void {
  const seen = new Set<string>()
  blocks.forEach(({ id, runs }, block) => {
    const name = bookmarkOf(id)
    if (seen.has(name)) return
    seen.add(name)
    let number: number
    anchors.before({ block, run: 0 }, (pen) => {
      number = pen.number()
      return [element('w:bookmarkStart', { 'w:id': number, 'w:name': name })]
    })
    // Before the paragraph's end, not after it: the bookmark never reaches into the next paragraph.
    anchors.before({ block, run: runs.length }, () => [element('w:bookmarkEnd', { 'w:id': number })])
  })
}
