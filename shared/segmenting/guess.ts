// Roles for paragraphs that the officer says belong to the declaration: the same evidence, without the answer "none".
import type { Role } from '../model/proposal.ts'
import { headingLevels } from './headings.ts'
import { readLines } from './lines.ts'
import { bestWay } from './path.ts'
import { ROLE_OF, weigh } from './rules.ts'

export interface GuessedRole { role: Role; level?: number }

/** One role for each text, in order; none of them is left out. */
export function guessRoles(texts: readonly string[]): GuessedRole[] {
  const lines = readLines(texts.map((text, i) => ({ text, line: i + 1 })))
  const { states } = bestWay(lines, weigh(lines), true)
  const roles = states.map((state): Role => (ROLE_OF[state] === 'left-out' ? 'clause' : ROLE_OF[state]))
  const levels = headingLevels(roles.map((role, i) => ({ role, label: lines[i]!.label?.text })))
  return roles.map((role, i) => (levels.has(i) ? { role, level: levels.get(i)! } : { role }))
}
