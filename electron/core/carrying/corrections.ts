// Corrections of lineages between two libraries: both histories are kept.
import type { CarriedCorrection, CarrySummary } from '../../../shared/model/carry.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { latestAct } from '../lineage/corrections.ts'
import { CORRECTION, named, printOf, Standing, type CorrectionRow } from '../lineage/standing.ts'
import { actsBehind, differenceOf, together, type Difference } from './acts.ts'

type Present = readonly Pick<DeclarationSummary, 'id' | 'date'>[]
type Correction = Omit<CarriedCorrection, 'kind'>
type Here = Correction & { rowid: number }

type Corrected = Difference<Correction> & { counts: CarrySummary['corrections'] }

/** Those of which every clause stands in one of these declarations, in the order in which they were made. */
export const correctionsAmong = (db: LibraryFile, declarations: Present): Correction[] => standingAmong(db, declarations).map(({ rowid: _rowid, ...correction }) => correction)

function standingAmong(db: LibraryFile, declarations: Present): Here[] {
  const standing = new Standing(db, declarations)
  return db.all<CorrectionRow>(`SELECT ${CORRECTION} FROM correction ORDER BY since, rowid`).flatMap((row) => {
    const [one, other = null] = named(row).map((clause) => standing.for(clause) as ClauseId | null)
    if (!one || (row.kind !== 'apart' && other === null)) return []
    return { rowid: row.rowid, as: row.kind, one, other, since: row.since, until: row.until }
  })
}

/** By the ids that its clauses have here; none where it names one that the file does not hold. */
export function correctionHere(correction: CarriedCorrection, clauses: ReadonlyMap<string, ClauseId>): CarriedCorrection[] {
  const one = clauses.get(correction.one)
  const other = correction.other === null ? null : clauses.get(correction.other)
  return one === undefined || other === undefined || one === other ? [] : [{ ...correction, one, other }]
}

/** What those of a carry file, by the ids that their clauses have here, are to this library. */
export function compareCorrections(db: LibraryFile, present: Present, theirs: readonly Correction[]): Corrected {
  const here = standingAmong(db, present)
  const difference = differenceOf(here, theirs, nameOf)
  const { fresh, revoked } = difference
  const before = contraryIn(here)
  const contrary = [...contraryIn(together(here, difference))].filter((clause) => !before.has(clause)).length
  return { fresh, revoked, counts: { new: fresh.length, same: theirs.length - fresh.length, revoked: revoked.length, contrary } }
}

/** Inside a write. */
export function writeCorrections(db: LibraryFile, difference: Corrected): void {
  const { fresh, revoked } = difference
  const actOf = actsBehind(latestAct(db) ?? 0, difference)
  for (const { as, one, other, since, until } of fresh) {
    const [first, second] = [one, other].map((id) => (id === null ? null : knownAs(db, id)))
    db.run(
      'INSERT INTO correction (kind, one, one_print, one_date, other, other_print, other_date, since, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      as, one, first!.print, first!.date, other, second?.print ?? null, second?.date ?? null, actOf(since), until === null ? null : actOf(until),
    )
  }
  for (const { rowid, until } of revoked) db.run('UPDATE correction SET until = ? WHERE rowid = ?', actOf(until), rowid)
}

function knownAs(db: LibraryFile, id: ClauseId): { print: string; date: string | null } {
  const { text, date } = db.get<{ text: string; date: string | null }>(
    'SELECT clause.text, declaration.date FROM clause JOIN declaration ON declaration.id = clause.declaration WHERE clause.id = ?', id,
  )!
  return { print: printOf(text), date }
}

/** A pair is the same whichever of its clauses was named first. */
const nameOf = ({ as, one, other }: Correction): string => [as, ...[one, other ?? ''].sort()].join(' ')

/** Clauses that are taken out and held with others at once. */
function contraryIn(corrections: readonly Correction[]): Set<string> {
  const inForce = corrections.filter(({ until }) => until === null)
  const held = new Set(inForce.flatMap(({ as, one, other }) => (as === 'apart' ? [] : [one, other!])))
  return new Set(inForce.flatMap(({ as, one }) => (as === 'apart' && held.has(one) ? [one as string] : [])))
}
