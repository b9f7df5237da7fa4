// The one name a DOCX revision carries, and back: "A. Karimov (KZ)" is the person and the delegation spoken for.
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import type { RevisionBy } from '../../../shared/model/statement.ts'

/**
 * Whose changes are nobody's: of a comparison, or made before a name was given. Word wants a name; "Author", which it writes
 * itself after "remove personal information", would read as the reader's own or as the other side's.
 */
export const NOBODY = 'Alternat'

/** The name to write. With `delegation` no person's name gets into the file, even where a change has no delegation. */
export function nameOf(by: Pick<RevisionBy, 'author' | 'delegation'>, attribution: ExportOptions['attribution']): string {
  if (attribution === 'delegation') return by.delegation || NOBODY
  if (by.delegation === '') return by.author || NOBODY
  return by.author === '' ? by.delegation : `${by.author} (${by.delegation})`
}

/** Who a written name means. */
export function whoIs(name: string): { author: string; delegation: string } {
  if (name === NOBODY) return { author: '', delegation: '' }
  const both = /^(.+) \(([A-Z]{2,12})\)$/u.exec(name)
  if (both) return { author: both[1]!, delegation: both[2]! }
  return /^[A-Z]{2,3}$/u.test(name) ? { author: '', delegation: name } : { author: name.slice(0, 200), delegation: '' }
}
