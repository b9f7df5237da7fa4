// The concordance as text for a table elsewhere: columns parted by tabs, one line a row.
import type { CollatedCell, Collation } from '../../../../shared/model/collation.ts'
import type { ComparedText } from '../../../../shared/model/comparison.ts'
import { placeOf } from '../place.ts'
import { holdersOf, severalRows } from './rows.ts'

export interface ConcordanceWords {
  fate: (cell: CollatedCell, version: ComparedText) => string
  added: string
  base: string
}

/** A tab or line break inside a cell would begin another one. */
const oneCell = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

export function concordanceText(collation: Collation, words: ConcordanceWords): string {
  const { base, versions } = collation
  const lines = [['', words.base, ...versions.map(({ name }) => name)]]
  for (const row of severalRows(collation, { fold: false, opened: new Set() })) {
    if (row.show === 'base') {
      const { text } = base.paragraphs[row.index]!
      lines.push([placeOf(base, row.index), text, ...row.cells.map((cell, version) => words.fate(cell, versions[version]!))])
    } else if (row.show === 'added') {
      const holders = holdersOf(row.addition)
      lines.push(['+', row.addition.text, ...versions.map((_, version) => (holders.includes(version) ? words.added : ''))])
    }
  }
  return lines.map((cells) => cells.map(oneCell).join('\t')).join('\n')
}
