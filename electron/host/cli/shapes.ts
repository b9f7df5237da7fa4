// What the command line prints for a declaration. These shapes are documented and stay as they are.
import type { OpenedDeclaration } from '../../../shared/contract/library.ts'
import type { DeclarationSummary, Metadata, Section } from '../../../shared/model/declaration.ts'
import type { KnownDocument } from '../../../shared/model/document.ts'
import type { Proposal, Warning } from '../../../shared/model/proposal.ts'
import { isWord, say, type Word } from '../words.ts'

/** What both the list and a single declaration tell, in this order. */
const headOf = ({ title, form, language, grade, date, place, parties }: Metadata) => ({
  title,
  form,
  language,
  grade,
  date,
  place,
  parties: parties.map(({ state, person, title: office }) => ({
    state,
    ...(person === undefined ? {} : { person }),
    ...(office === undefined ? {} : { title: office }),
  })),
})

/** Title, form, metadata, sections and clauses. */
export const declarationShape = ({ declaration, sections, clauses }: OpenedDeclaration) => ({
  ...headOf(declaration),
  definedTerms: declaration.definedTerms,
  numbers: declaration.numbers ?? [],
  sections: sections.map((section) => ({ level: section.level, number: section.number, heading: section.heading, clauses: section.clauses })),
  clauses: clauses.filter((clause) => clause.kind === 'clause')
    .map((clause) => ({ id: clause.id, number: clause.number, section: clause.section.map(withoutNumber(sections)), text: clause.text })),
})

/** A heading as `sections` gives it, its number apart. */
const withoutNumber = (sections: readonly Section[]) => (path: string): string =>
  sections.find(({ number, heading }) => number !== null && path.endsWith(` ${heading}`) && path.startsWith(number))?.heading ?? path

/** A declaration in the list. */
export const summaryShape = (declaration: DeclarationSummary) => ({
  id: declaration.id,
  ...headOf(declaration),
  clauses: declaration.clauses,
  sample: declaration.sample,
})

export const isMissing = ({ declaration, dismissed }: KnownDocument): boolean => declaration === null && !dismissed

/** A document that reports name. */
export const documentShape = ({ id, name, date, namedBy }: KnownDocument) =>
  ({ id, name, date, namedBy: namedBy.map(({ report, title, date: day, clause }) => ({ id: report, title, date: day, clause })) })

/** "Joint statement (2024-05-12; named by: Ministers met, 2024-05-14)". */
export const missingLine = ({ name, date, namedBy }: KnownDocument): string => {
  const reports = namedBy.map(({ title, date: day }) => [oneLine(title), day].filter(Boolean).join(', ')).join('; ')
  return `  ${name} (${[date, say('missing-named-by', { reports })].filter(Boolean).join('; ')})`
}

/** Warnings whose message is what the text says: a script wants it bare. */
const QUOTING: ReadonlySet<string> = new Set(['names-documents', 'date-without-year'])

/** A warning as scripts get it: in the user's language, as errors are, or what it quotes of the text. */
export const warningShape = (warning: Warning, paragraphs: Proposal['paragraphs']) =>
  ({ code: warning.code, message: QUOTING.has(warning.code) ? warning.message : warningLine(warning, paragraphs) })

/** A warning as people read it; one that has no sentence here is told as it came. */
export function warningLine({ code, message, paragraph }: Warning, paragraphs: Proposal['paragraphs']): string {
  const word = `warning-${code}`
  const number = paragraph === undefined ? '' : paragraphs[paragraph]?.label ?? ''
  const count = /\d+$/u.exec(message)?.[0] ?? ''
  return isWord(word) ? say(word, { message, number, count }) : message
}

/** "2024-09-17, Ташкент, official translation": what is known, in one line. */
export const aboutLine = (metadata: Pick<Metadata, 'date' | 'place' | 'grade'>): string =>
  [metadata.date, metadata.place, say(`grade-${metadata.grade}` satisfies Word)].filter(Boolean).join(', ')

/** A title as it stands in the text may run over lines; in a list it is one. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
