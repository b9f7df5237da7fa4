// What a file holds beyond plain text, counted: nothing is left out unsaid.
import type { Warning } from '../../../../shared/model/proposal.ts'

const MESSAGES = {
  changes: 'tracked changes were read',
  formatChanges: 'tracked changes of format were read as accepted',
  moves: 'moves without their other half were read as deletions and insertions',
  tables: 'tables were read row by row',
  textBoxes: 'text boxes stand before the paragraph they hang on',
  notes: 'footnotes are not part of the paragraphs',
  comments: 'comments were left out',
  pictures: 'pictures and objects were left out',
  charts: 'charts and diagrams were left out',
  equations: 'equations were read as plain text',
  phonetic: 'reading aids above the text were left out',
  symbols: 'signs of a symbol font that are not known were read as •',
  fields: 'fields without an end were read with their instruction',
  hiddenText: 'hidden text was read as text',
  embedded: 'embedded files were left out',
  margins: 'headers and footers were left out',
  unknown: 'elements with text that are not understood were left out',
}

export type Finding = keyof typeof MESSAGES
export type Findings = Record<Finding, number>

const KINDS = Object.keys(MESSAGES) as Finding[]

export const noFindings = (): Findings => Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Findings

/** Adds the counts of other parts. */
export function addFindings(to: Findings, ...more: readonly Findings[]): Findings {
  for (const one of more) for (const kind of KINDS) to[kind] += one[kind]
  return to
}

/** A warning for everything that was found, by the count in its message. */
export const warningsOf = (found: Findings): Warning[] => KINDS.flatMap((kind) => (found[kind] === 0 ? [] : [{
  code: `docx-${kind.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`,
  message: `${MESSAGES[kind]}: ${found[kind]}`,
}]))
