// Roles for paragraphs that the officer says belong to the declaration.
import type { Role } from '../model/proposal.ts'
import { readLabel } from './labels.ts'

export interface GuessedRole { role: Role; level?: number }

/** One role for each text, in order. */
export function guessRoles(texts: readonly string[]): GuessedRole[] {
  return texts.map((text) => {
    const label = readLabel(text)
    const heading = text.length < 120 && !/[.;:]\s*$/u.test(text)
    if (label?.kind === 'roman' || (heading && !label)) return { role: 'heading', level: 1 }
    return { role: 'clause' }
  })
}
