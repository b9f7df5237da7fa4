// Invented proposals for tests of what comes after segmenting.
import { createHash } from 'node:crypto'
import type { Metadata } from '../../shared/model/declaration.ts'
import type { NumberingProfile } from '../../shared/model/numbering.ts'
import type { Proposal, ProposedParagraph, Role } from '../../shared/model/proposal.ts'

/** One paragraph: its role, its text and, where it has one, its number as written. */
export type Line = readonly [Role, string, string?]

const ROMAN: NumberingProfile = { sections: 'roman', clauses: 'none', items: 'parenthesis' }

/** A proposal with these paragraphs; its hash follows from them and from the name. */
export function proposalOf(lines: readonly Line[], about: Partial<Metadata> = {}, numbering: NumberingProfile = ROMAN, fileName = 'invented.txt'): Proposal {
  const paragraphs = lines.map(([role, text, label], index): ProposedParagraph => ({
    role, text, raw: [index], confidence: 1, reasons: [], ...(label && { label }), ...(role === 'heading' && { level: 1 }),
  }))
  return {
    fileName,
    hash: createHash('sha256').update(fileName + JSON.stringify(lines)).digest('hex'),
    format: 'txt',
    encoding: 'utf-8',
    raw: lines.map(([, text, label], index) => ({ text: label ? `${label} ${text}` : text, line: index + 1 })),
    paragraphs,
    metadata: {
      title: 'Совместное заявление', form: 'joint-statement', language: 'ru', grade: 'official', date: '2023-10-12', place: 'Тервен',
      parties: [{ state: 'Вестрия', code: 'VT' }, { state: 'Алвания', code: 'AV' }], definedTerms: ['Стороны'], source: fileName, ...about,
    },
    numbering,
    warnings: [],
  }
}
