// An adopted earlier text: what is known about it, and the clauses that are cut from it.
import { z } from './schema.ts'
import type { Curation, Status } from './curation.ts'
import type { ClauseId, DeclarationId } from './ids.ts'
import { blockText, type Block, type Statement } from './statement.ts'
import { formKindSchema, gradeSchema, languageSchema } from './words.ts'

export const partySchema = z.strictObject({
  /** The state or organisation, as named in the language of the text, short form ("Казахстан"). */
  state: z.string().min(1).max(200),
  /** ISO 3166 alpha-2 where it has one ("KZ"); invented states of samples use any two or three letters. */
  code: z.string().regex(/^[A-Z]{2,3}$/).optional(),
  person: z.string().max(200).optional(),
  /** Office of the person ("Министр иностранных дел"). */
  title: z.string().max(400).optional(),
})
export type Party = z.infer<typeof partySchema>

export const dateSchema = z.iso.date()

export const metadataSchema = z.strictObject({
  title: z.string().max(2000),
  form: formKindSchema,
  language: languageSchema,
  grade: gradeSchema,
  /** ISO date of adoption; null where unknown. */
  date: dateSchema.nullable(),
  place: z.string().max(200).nullable(),
  /** In the order in which the text names them. */
  parties: z.array(partySchema).max(250),
  /** "Стороны", "Лидеры": terms the text defines for its parties. */
  definedTerms: z.array(z.string().max(200)).max(50),
  /** Numbers that the document bears ("A/RES/72/283", "№ 5"); none where it is not told. */
  numbers: z.array(z.string().min(1).max(60)).max(20).optional(),
  /** Where the text was found, in the officer's words; a file name at first. */
  source: z.string().max(1000),
})
export type Metadata = z.infer<typeof metadataSchema>

export interface Clause {
  id: ClauseId
  /** Index of the block in the statement. */
  block: number
  /** As written, without its point ("14"; "5(1)" for an item); null in unnumbered forms. */
  number: string | null
  /** Headings above it, outermost first, with their numbers ("IV. Вода"). */
  section: string[]
  text: string
  /** `passage`: text of a press report or a note under a text: searchable, but never agreed language. */
  kind: 'clause' | 'passage'
}

export interface Section {
  level: number
  /** "IV"; null for an unnumbered heading. */
  number: string | null
  heading: string
  /** How many clauses stand in it, down to the next heading. */
  clauses: number
}

export interface Declaration extends Metadata {
  id: DeclarationId
  statement: Statement
  /** ISO time of import. */
  added: string
}

export interface DeclarationSummary extends Metadata {
  id: DeclarationId
  added: string
  /** Clauses of agreed language; the paragraphs of a press report are none. */
  clauses: number
  /** Paragraphs of a press report, and notes under a text. */
  passages: number
  /** A sample that came with Alternat. */
  sample: boolean
  status: Status
  curation: Curation
}

const bare = (label: string | undefined) => label?.replace(/[.)\s]+$/u, '').replace(/^\(/u, '') || null

/** Words that can be found but were agreed by nobody, or not as a clause. */
const isApart = ({ kind }: Block) => kind === 'passage' || kind === 'footnote'

/** Clauses of an adopted statement in order; `idOf` names each by its block. */
export function clausesOf(statement: Statement, idOf: (block: Block) => ClauseId): Clause[] {
  const path: { level: number; heading: string }[] = []
  let number: string | null = null
  const clauses: Clause[] = []
  statement.blocks.forEach((block, index) => {
    const text = blockText(block)
    if (block.kind === 'heading') {
      const level = block.level ?? 1
      while (path.length > 0 && path.at(-1)!.level >= level) path.pop()
      path.push({ level, heading: block.label ? `${block.label} ${text}` : text })
      return
    }
    if (block.kind !== 'paragraph' && block.kind !== 'item' && !isApart(block)) return
    if (block.kind === 'paragraph') number = bare(block.label)
    clauses.push({
      id: idOf(block),
      block: index,
      number: block.kind === 'item' && number !== null && bare(block.label) ? `${number}(${bare(block.label)})` : bare(block.label),
      section: path.map((entry) => entry.heading),
      text,
      kind: isApart(block) ? 'passage' : 'clause',
    })
  })
  return clauses
}

/** Sections in order, each with the clauses that stand directly under its heading. */
export function sectionsOf(statement: Statement): Section[] {
  const sections: Section[] = []
  for (const block of statement.blocks) {
    if (block.kind === 'heading') sections.push({ level: block.level ?? 1, number: bare(block.label), heading: blockText(block), clauses: 0 })
    else if ((block.kind === 'paragraph' || block.kind === 'item') && sections.length > 0) sections.at(-1)!.clauses++
  }
  return sections
}
