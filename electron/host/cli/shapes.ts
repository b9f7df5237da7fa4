// What the command line prints for a declaration. These shapes are documented and stay as they are.
import type { OpenedDeclaration } from '../../../shared/contract/library.ts'
import type { DeclarationSummary, Metadata, Section } from '../../../shared/model/declaration.ts'
import type { Warning } from '../../../shared/model/proposal.ts'
import { say, type Word } from '../words.ts'

const partiesOf = (metadata: Metadata) => metadata.parties.map(({ state, person, title }) => ({
  state,
  ...(person === undefined ? {} : { person }),
  ...(title === undefined ? {} : { title }),
}))

/** Title, form, metadata, sections and clauses. */
export const declarationShape = ({ declaration, sections, clauses }: OpenedDeclaration) => ({
  title: declaration.title,
  form: declaration.form,
  language: declaration.language,
  grade: declaration.grade,
  date: declaration.date,
  place: declaration.place,
  parties: partiesOf(declaration),
  definedTerms: declaration.definedTerms,
  sections: sections.map((section) => ({ level: section.level, number: section.number, heading: section.heading, clauses: section.clauses })),
  clauses: clauses.filter((clause) => clause.kind === 'clause')
    .map((clause) => ({ id: clause.id, number: clause.number, section: clause.section.map(withoutNumber(sections)), text: clause.text })),
})

/** A heading as `sections` gives it, its number apart. */
const withoutNumber = (sections: readonly Section[]) => (path: string): string =>
  sections.find(({ number, heading }) => number !== null && path.endsWith(` ${heading}`) && path.startsWith(number))?.heading ?? path

export const summaryShape = (declaration: DeclarationSummary) => ({
  id: declaration.id,
  title: declaration.title,
  form: declaration.form,
  language: declaration.language,
  grade: declaration.grade,
  date: declaration.date,
  place: declaration.place,
  parties: partiesOf(declaration),
  clauses: declaration.clauses,
  sample: declaration.sample,
})

export const warningShape = ({ code, message }: Warning) => ({ code, message })

/** "2024-09-17, Ташкент, official translation": what is known, in one line. */
export const aboutLine = (metadata: Pick<Metadata, 'date' | 'place' | 'grade'>): string =>
  [metadata.date, metadata.place, say(`grade-${metadata.grade}` satisfies Word)].filter(Boolean).join(', ')

/** A title as it stands in the text may run over lines; in a list it is one. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
