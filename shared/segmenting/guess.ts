// Roles for paragraphs that the officer says belong to the declaration: the same evidence, without the answer "none".
import type { Role } from '../model/proposal.ts'
import { decide } from './decide.ts'
import { headingLevels } from './headings.ts'

export interface GuessedRole { role: Role; level?: number }

/** One role for each text, in order; none of them is left out. */
export function guessRoles(texts: readonly string[]): GuessedRole[] {
  const { decisions } = decide(texts.map((text, i) => ({ text, line: i + 1 })), true)
  const roles = decisions.map(({ role }): Role => (role === 'left-out' ? 'clause' : role))
  const levels = headingLevels(roles.map((role, i) => ({ role, label: decisions[i]!.line?.label?.text })))
  return roles.map((role, i) => (levels.has(i) ? { role, level: levels.get(i)! } : { role }))
}
