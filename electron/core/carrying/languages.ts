// What was said of language versions, between two libraries: both histories are kept. Pairs that are one document on either side are
// one here, whatever the other side said.
import type { CarriedLanguage, CarrySummary } from '../../../shared/model/carry.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { groupsOf, latestSaying, pairs, type Pair } from '../languages/links.ts'
import { actsBehind, differenceOf, together, type Difference } from './acts.ts'

export type Saying = Omit<CarriedLanguage, 'kind'>
type Here = Saying & { rowid: number }
type Compared = Difference<Saying> & { counts: CarrySummary['languages'] }

const sayings = (db: LibraryFile): Here[] =>
  db.all<Here>('SELECT rowid, kind AS "as", one, other, since, until FROM language_version ORDER BY since, rowid')

/** Of these declarations, in the order in which it was said. What hangs together by a text that stays at home hangs together without it. */
export function sayingsAmong(db: LibraryFile, declarations: ReadonlySet<DeclarationId>): Saying[] {
  const among = sayings(db).filter(({ one, other }) => declarations.has(one) && declarations.has(other)).map(({ rowid: _rowid, ...saying }) => saying)
  const whole = groupsOf(pairs(db, 'same'))
  const left = groupsOf(inForce(among))
  for (const group of new Set(whole.values())) {
    const pieces = new Map([...group].filter((id) => declarations.has(id)).map((id) => [left.get(id) ?? id, id]))
    const [first, ...rest] = pieces.values()
    for (const other of rest) among.push({ as: 'same', one: first!, other, since: latestSaying(db)!, until: null })
  }
  return among
}

/** By the ids that its declarations have here; none where it names one that the file does not hold, or two that are one text here. */
export function languageHere(saying: CarriedLanguage, idHere: (id: DeclarationId) => DeclarationId | undefined): Saying[] {
  const [one, other] = [idHere(saying.one), idHere(saying.other)]
  return one === undefined || other === undefined || one === other ? [] : [{ as: saying.as, one, other, since: saying.since, until: saying.until }]
}

/** What those of a carry file, by the ids that their declarations have here, are to this library. */
export function compareLanguages(db: LibraryFile, theirs: readonly Saying[]): Compared {
  const here = sayings(db)
  const difference = differenceOf<Saying>(here, theirs, nameOf)
  const { fresh, revoked } = difference
  const before = contraryIn(here)
  const contrary = [...contraryIn(together<Saying>(here, difference))].filter((pair) => !before.has(pair)).length
  return { fresh, revoked, counts: { new: fresh.length, same: theirs.length - fresh.length, revoked: revoked.length, contrary } }
}

/** Inside a write. */
export function writeLanguages(db: LibraryFile, difference: Compared): void {
  const actOf = actsBehind(latestSaying(db) ?? 0, difference)
  for (const { as, one, other, since, until } of difference.fresh) {
    db.run(
      'INSERT INTO language_version (kind, one, other, since, until) VALUES (?, ?, ?, ?, ?)',
      as, one, other, actOf(since), until === null ? null : actOf(until),
    )
  }
  for (const { rowid, until } of difference.revoked) db.run('UPDATE language_version SET until = ? WHERE rowid = ?', actOf(until), rowid)
}

/** A pair is the same whichever of its texts was named first. */
const nameOf = ({ as, one, other }: Saying): string => [as, ...[one, other].sort()].join(' ')

const inForce = (said: readonly Saying[]): Pair[] => said.filter(({ as, until }) => as === 'same' && until === null)

/** Pairs that were said to be two, and hang together. */
function contraryIn(said: readonly Saying[]): Set<string> {
  const groups = groupsOf(inForce(said))
  return new Set(said.filter(({ as, one, other, until }) => as === 'apart' && until === null && groups.get(one)?.has(other)).map(nameOf))
}
