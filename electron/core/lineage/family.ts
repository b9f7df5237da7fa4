// The family of one clause: follows the pairs that were kept, closest first, measures each anew, and parts what it met by the rule.
import { familiesOf, LEAST_LIKENESS, likenessTo, stemsIn, type ByHand, type Pair, type Stems } from '../../../shared/lineage/index.ts'
import { sameLanguage } from '../../../shared/language/same.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { CLAUSE, storedClause, type StoredClause } from '../library/rows.ts'
import { WORTH_COMPARING } from './comparer.ts'
import { rarities } from './kinship.ts'

/** Clauses followed from one; beyond them it is what every statement says. */
const MOST = 400

interface Met {
  clause: StoredClause
  language: string
  stems: Stems
}

export interface Family {
  /** Ids of its clauses, in no order. */
  clauses: string[]
  /** Declarations with a clause that is like one of them and in no family with it: a part of it may stand there. */
  near: ReadonlySet<string>
  /** Kin were left out. */
  more: boolean
}

/** In steps of a few milliseconds. */
export function* familyOf(
  start: StoredClause, db: LibraryFile, present: ReadonlyMap<string, DeclarationSummary>, byHand: ByHand,
): Generator<void, Family> {
  const met = new Map<number, Met>()
  const reached = new Map<number, number>()
  const pairs = new Map<string, Pair>()
  const rarityOf = rarities(db)
  const beside = new Map<string, string[]>()
  for (const [one, other] of [...byHand.pinned, ...byHand.joined]) {
    beside.set(one, [...(beside.get(one) ?? []), other])
    beside.set(other, [...(beside.get(other) ?? []), one])
  }
  const meet = (clause: StoredClause): Met | null => {
    const known = met.get(clause.key)
    if (known) return known
    const from = present.get(clause.declaration)
    if (!from || clause.kind !== 'clause') return null
    const entry = { clause, language: from.language, stems: stemsIn(clause.text, from.language) }
    met.set(clause.key, entry)
    return entry
  }
  const done = new Set<number>()
  // A paragraph of a press report is no agreed language: it has no family.
  if (!meet(start)) return { clauses: [start.id], near: new Set(), more: false }
  reached.set(start.key, 2)
  while (reached.size > 0 && done.size < MOST) {
    const [key] = [...reached].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best))
    reached.delete(key)
    done.add(key)
    const here = met.get(key)!
    const likenessOf = likenessTo(here.stems, rarityOf)
    for (const clause of clausesBy(db, 'id', beside.get(here.clause.id) ?? [])) if (meet(clause) && !done.has(clause.key)) reached.set(clause.key, 2)
    for (const clause of clausesBy(db, 'key', neighbours(db, key))) {
      const there = meet(clause)
      if (!there || !sameLanguage(here.language, there.language)) continue
      const name = [here.clause.id, clause.id].sort().join(' ')
      if (pairs.has(name)) continue
      const like = likenessOf(there.stems)
      pairs.set(name, { one: here.clause.id, other: clause.id, likeness: like })
      if (like >= LEAST_LIKENESS && !done.has(clause.key)) reached.set(clause.key, Math.max(like, reached.get(clause.key) ?? 0))
    }
    yield
  }
  const members = [...done].map((key) => met.get(key)!.clause).sort((a, b) => a.key - b.key)
  const families = familiesOf(members, [...pairs.values()], byHand)
  const clauses = families.find((family) => family.includes(start.id))!
  const within = new Set(clauses)
  const declarationOf = new Map([...met.values()].map(({ clause }) => [clause.id as string, clause.declaration as string]))
  const near = new Set([...pairs.values()].flatMap(({ one, other, likeness: like }) =>
    like >= WORTH_COMPARING && within.has(one) !== within.has(other) ? [declarationOf.get(within.has(one) ? other : one)!] : []))
  return { clauses, near, more: reached.size > 0 }
}

const neighbours = (db: LibraryFile, key: number): number[] => db.all<{ key: number }>(
  'SELECT other AS key FROM kinship WHERE one = ? UNION ALL SELECT one FROM kinship WHERE other = ?', key, key,
).map((row) => row.key)

export function clausesBy(db: LibraryFile, column: 'id' | 'key', values: readonly (string | number)[]): StoredClause[] {
  if (values.length === 0) return []
  return db.all<Row>(`SELECT ${CLAUSE} FROM clause WHERE ${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values)).map(storedClause)
}
