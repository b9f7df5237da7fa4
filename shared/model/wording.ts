// A paragraph's wording in one text of a chain, see `redline/chain.ts`.
import type { ComparedParagraph, Row } from './comparison.ts'

export interface Wording {
  /** Empty where it is not in that text. */
  paragraphs: ComparedParagraph[]
  /** How it came from the wording before, or went: several where it had been split. None for the first text. */
  rows: Row[]
}
