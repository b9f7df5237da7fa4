// Whether two texts in different languages are one document, and which clause of one is which of the other. Numbers must be the
// same in every language version, as must be the day and the parties.
import { sameLanguage } from '../language/same.ts'
import type { Party } from '../model/declaration.ts'
import type { LanguageEvidence, LanguageMatch, Shape, Version } from '../model/languageVersion.ts'

export type { Version } from '../model/languageVersion.ts'

export interface Placed {
  number: string | null
  section: readonly string[]
}

export const shapeOf = (clauses: readonly Placed[]): Shape => ({
  sections: new Set(clauses.flatMap(({ section }) => (section.length > 0 ? section.join('\n') : []))).size,
  clauses: clauses.length,
  numbers: clauses.filter(({ number }) => number !== null).length,
})

/** Texts whose counts of clauses are further apart, as a share of the larger, are two. */
const APART = 0.2

/** Why they are one document; null where they are not, or nothing tells. */
export function inOtherLanguage(one: Version, other: Version): LanguageMatch | null {
  if (sameLanguage(one.language, other.language) || one.date === null || one.date !== other.date) return null
  if (one.grade === 'press-report' || other.grade === 'press-report') return null
  const [mine, theirs] = [one.shape, other.shape]
  if (Math.abs(mine.clauses - theirs.clauses) > APART * Math.max(mine.clauses, theirs.clauses)) return null
  const hasShape = mine.clauses === theirs.clauses && mine.sections === theirs.sections && mine.numbers === theirs.numbers
  const parties = sameParties(one.parties, other.parties)
  const forms = one.form === 'other' || other.form === 'other' ? null : one.form === other.form
  if ((parties === false || forms === false) && !hasShape) return null
  const reasons: LanguageEvidence[] = [
    'date',
    ...(parties ? ['parties' as const] : []),
    ...(forms ? ['form' as const] : []),
    ...(mine.sections > 0 && mine.sections === theirs.sections ? ['sections' as const] : []),
    ...(mine.clauses > 0 && mine.clauses === theirs.clauses ? ['clauses' as const] : []),
    ...(mine.numbers > 0 && mine.numbers === theirs.numbers ? ['numbers' as const] : []),
  ]
  if (!parties && !hasShape) return null
  return reasons.length >= 3 ? { reasons, isSure: parties === true && forms === true && hasShape, shape: theirs } : null
}

/** null where the parties of one are not known by their codes. */
function sameParties(one: readonly Party[], other: readonly Party[]): boolean | null {
  const [mine, theirs] = [codesOf(one), codesOf(other)]
  if (mine === null || theirs === null) return null
  return mine.size === theirs.size && [...mine].every((code) => theirs.has(code))
}

const codesOf = (parties: readonly Party[]): Set<string> | null =>
  parties.length > 0 && parties.every(({ code }) => code !== undefined) ? new Set(parties.map(({ code }) => code!)) : null

/** The clause of the other text that stands for one of this; null where the two are built so differently that none can be told. */
export function counterpart(clauses: readonly Placed[], others: readonly Placed[], index: number): number | null {
  const clause = clauses[index]
  if (!clause) return null
  if (clause.number !== null && placesOf(clauses, clause.number).length === 1) {
    const [place, more] = placesOf(others, clause.number)
    if (place !== undefined && more === undefined) return place
  }
  if (clauses.length === others.length) return index
  const [mine, theirs] = [runsOf(clauses), runsOf(others)]
  if (mine.length !== theirs.length) return null
  const at = mine.findLastIndex(({ from }) => from <= index)
  const [run, same] = [mine[at]!, theirs[at]!]
  return run.length === same.length ? same.from + index - run.from : null
}

const placesOf = (clauses: readonly Placed[], number: string): number[] =>
  clauses.flatMap((clause, index) => (clause.number === number ? [index] : []))

/** Stretches of clauses under one heading. */
function runsOf(clauses: readonly Placed[]): { path: string; from: number; length: number }[] {
  const runs: { path: string; from: number; length: number }[] = []
  clauses.forEach(({ section }, from) => {
    const path = section.join('\n')
    const last = runs.at(-1)
    if (last?.path === path) last.length++
    else runs.push({ path, from, length: 1 })
  })
  return runs
}
