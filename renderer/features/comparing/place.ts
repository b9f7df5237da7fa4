// The place of a paragraph as a reader names it.
import type { ComparedText } from '../../../shared/model/comparison.ts'
import { bare } from './layout.ts'

/** "13" where the paragraph has a number, "¶7" where it has none. */
export function placeOf(text: Pick<ComparedText, 'paragraphs'>, index: number): string {
  const label = text.paragraphs[index]?.label
  return label ? bare(label) : `¶${index + 1}`
}
