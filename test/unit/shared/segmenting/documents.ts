// Documents written out line by line with the role that each line must get.
import { expect } from 'vitest'
import type { Metadata, Party } from '../../../../shared/model/declaration.ts'
import type { ProposedParagraph, RawParagraph } from '../../../../shared/model/proposal.ts'

export interface FormSample {
  name: string
  /** "role [number] | text" a line; `+` carries on the paragraph above. */
  rows: string
  facts: Partial<Omit<Metadata, 'parties'>> & { parties?: readonly Party[] }
  /** Documents that a press report names. */
  names?: readonly string[]
}

/** The raw paragraphs of a sample, and what is to come of them. */
export function laidOut(rows: string): { raw: RawParagraph[]; expected: string[] } {
  const raw: RawParagraph[] = []
  const expected: string[] = []
  for (const row of rows.trim().split('\n')) {
    const cut = row.indexOf('|')
    const role = row.slice(0, cut).trim()
    raw.push({ text: row.slice(cut + 1).trim(), line: raw.length + 1 })
    if (role === '+') expected[expected.length - 1] += ' +'
    else expected.push(role)
  }
  return { raw, expected }
}

/** Proposed paragraphs in the words of a sample. */
export const shown = (paragraphs: readonly ProposedParagraph[]): string[] =>
  paragraphs.map(({ role, label, raw }) => [role, label, ...raw.slice(1).map(() => '+')].filter(Boolean).join(' '))

/** Beside each text, so that a failure reads as the document does. */
export function expectRoles(paragraphs: readonly ProposedParagraph[], expected: readonly string[]): void {
  const beside = (roles: readonly string[]) => paragraphs.map(({ text }, i) => `${roles[i] ?? '?'} | ${text.slice(0, 60)}`)
  expect(beside(shown(paragraphs))).toEqual(beside(expected))
  expect(paragraphs.length).toBe(expected.length)
}
