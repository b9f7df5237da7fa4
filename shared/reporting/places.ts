// Where every paragraph of a text stands: its number, which clause it is, its section and which clause of the section.
import type { ComparedText } from '../model/comparison.ts'
import type { BlockKind } from '../model/statement.ts'
import type { Place } from '../model/report.ts'

const CLAUSES: ReadonlySet<BlockKind> = new Set(['paragraph', 'item', 'passage'])

/** Clauses are counted; titles, headings, the chapeau, place and date are told apart. */
export const isClause = (kind: BlockKind): boolean => CLAUSES.has(kind)

const bare = (label: string | null) => label?.replace(/[.)\s]+$/u, '').replace(/^\(/u, '') || null

/** The place of each paragraph, in order. */
export function placesOf({ paragraphs }: ComparedText): Place[] {
  let clause = 0
  let section: string | null = null
  let inSection = 0
  let number: string | null = null
  return paragraphs.map(({ kind, label, text }, paragraph) => {
    if (kind === 'heading') {
      section = label ? `${label} ${text}` : text
      inSection = 0
    }
    if (!isClause(kind)) return { paragraph, kind, number: null, clause: null, section: kind === 'heading' ? null : section, inSection: 0 }
    if (kind === 'paragraph') number = bare(label)
    const own = kind === 'item' && number !== null && bare(label) ? `${number}(${bare(label)!})` : bare(label)
    return { paragraph, kind, number: own, clause: ++clause, section, inSection: ++inSection }
  })
}

/** How a clause is cited: by its number, else by its section and the count in it, else by its count in the text. */
export type Citing =
  | { by: 'number'; number: string }
  | { by: 'section'; section: string; paragraph: number }
  | { by: 'heading'; section: string; paragraph: number }
  | { by: 'clause'; paragraph: number }
  | { by: 'kind'; kind: 'title' | 'chapeau' | 'section-title' | 'place-date' | 'signature' | 'footnote' }

export function citingOf({ kind, number, clause, section, inSection }: Place): Citing {
  if (clause === null) return { by: 'kind', kind: kind === 'heading' ? 'section-title' : (kind as 'title' | 'chapeau' | 'place-date' | 'signature' | 'footnote') }
  if (number !== null) return { by: 'number', number }
  if (section === null) return { by: 'clause', paragraph: clause }
  const numbered = /^([IVXLC]+|\d+(?:\.\d+)*)[.)]?\s/u.exec(section)?.[1]
  return numbered ? { by: 'section', section: numbered, paragraph: inSection } : { by: 'heading', section, paragraph: inSection }
}
