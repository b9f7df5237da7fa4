// What goes onto a clipboard or a drag, and what is taken off one.
import type { LexicalEditor, RangeSelection } from 'lexical'
import type { Run } from '../../../shared/model/index.ts'
import { $rangeOf } from '../tracking/position.ts'
import { $liveParagraphs, asHtml, asText } from './copy.ts'
import { paragraphsOfHtml, paragraphsOfText } from './sanitise.ts'

/** Data type of a clause dragged from the library; its value is the clause's id. */
export const CLAUSE_TYPE = 'application/x-alternat-clause'

/** Data type of whole paragraphs that are moved; its value is `SELECTED`, or the editor's key and the id of one. */
export const PARAGRAPH_TYPE = 'application/x-alternat-paragraph'
export const SELECTED = 'selected'

/** Names a paragraph of this editor: another window may hold a text with the same ids. */
export const nameOf = (editor: LexicalEditor, id: string): string => `${editor.getKey()} ${id}`

/** Puts the selected stretch there, plain and rich. */
export function $copyTo(data: DataTransfer, selection: RangeSelection): void {
  const paragraphs = $liveParagraphs($rangeOf(selection))
  data.setData('text/plain', asText(paragraphs))
  data.setData('text/html', asHtml(paragraphs))
}

/** The paragraphs it brings: rich where it can be read, else plain. */
export function paragraphsIn(data: DataTransfer): Run[][] {
  const html = data.getData('text/html')
  const rich = html === '' ? [] : paragraphsOfHtml(html)
  if (rich.length > 0) return rich
  const text = data.getData('text/plain')
  return text === '' ? [] : paragraphsOfText(text)
}
