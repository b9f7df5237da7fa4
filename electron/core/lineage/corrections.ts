// What officers corrected about families. A correction names clauses by id; where a declaration was taken out and imported again,
// the clause of the same words and the same date stands for the one that is gone.
import { AppError } from '../../../shared/contract/error.ts'
import type { ByHand } from '../../../shared/lineage/index.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { CORRECTION, named, Standing, type CorrectionRow, type Named } from './standing.ts'

type Kind = CorrectionRow['kind']

export class Corrections {
  readonly #db: LibraryFile
  readonly #present: () => readonly DeclarationSummary[]

  constructor(db: LibraryFile, present: () => readonly DeclarationSummary[]) {
    this.#db = db
    this.#present = present
  }

  /** The latest act that counts; null where there is none. */
  latest(): number | null {
    return latestAct(this.#db)
  }

  /** Corrections in force, by the clauses that stand for them now. */
  inForce(): ByHand & { kinds: ReadonlyMap<string, 'joined' | 'pinned'> } {
    const pinned: [string, string][] = []
    const joined: [string, string][] = []
    const apart = new Set<string>()
    const kinds = new Map<string, 'joined' | 'pinned'>()
    const standing = new Standing(this.#db, this.#present())
    for (const row of this.#rows()) {
      const ids = named(row).flatMap((clause) => standing.for(clause) ?? [])
      if (row.kind === 'apart') ids.forEach((id) => apart.add(id))
      else if (ids.length === 2) {
        ;(row.kind === 'joined' ? joined : pinned).push([ids[0]!, ids[1]!])
        for (const id of ids) if (kinds.get(id) !== 'joined') kinds.set(id, row.kind)
      }
    }
    return { pinned, joined, apart, kinds }
  }

  /** Holds two clauses together; whoever was taken out is in again. */
  join(one: Named, other: Named): number {
    return this.#act((act) => {
      for (const row of this.#rows()) if (row.kind === 'apart' && [one, other].some((clause) => names(row, 'one', clause))) this.#revoke(row, act)
      this.#hold('joined', one, other, act)
    })
  }

  /** Takes a clause out. Those that were held together through it stay together. */
  takeOut(clause: Named): number {
    return this.#act((act) => {
      const neighbours: Named[] = []
      for (const row of this.#rows()) {
        if (row.kind === 'apart') continue
        const side = names(row, 'one', clause) ? 'other' : names(row, 'other', clause) ? 'one' : null
        if (side === null) continue
        const neighbour = named(row)[side === 'one' ? 0 : 1]!
        // Two pairs may have held the same two together.
        if (!neighbours.some(({ id }) => id === neighbour.id)) neighbours.push(neighbour)
        this.#revoke(row, act)
      }
      neighbours.slice(1).forEach((one, index) => this.#hold('pinned', neighbours[index]!, one, act))
      this.#db.run('INSERT INTO correction (kind, one, one_print, one_date, since) VALUES (?, ?, ?, ?, ?)', 'apart', clause.id, clause.print, clause.date, act)
    })
  }

  /** Holds the clauses together in a chain, or lets go of every pair among them. */
  pin(clauses: readonly Named[], pinned: boolean): number {
    return this.#act((act) => {
      if (pinned) clauses.slice(1).forEach((one, index) => this.#hold('pinned', clauses[index]!, one, act))
      else for (const row of this.#rows()) {
        const isAmong = (side: 'one' | 'other') => clauses.some((clause) => names(row, side, clause))
        if (row.kind === 'pinned' && isAmong('one') && isAmong('other')) this.#revoke(row, act)
      }
    })
  }

  undo(act: number): void {
    this.#db.write(() => {
      if (this.latest() !== act) throw new AppError('conflict', 'another correction was made since')
      this.#db.run('DELETE FROM correction WHERE since = ?', act)
      this.#db.run('UPDATE correction SET until = NULL WHERE until = ?', act)
    })
  }

  #act(change: (act: number) => void): number {
    return this.#db.write(() => {
      const act = (this.latest() ?? 0) + 1
      change(act)
      return act
    })
  }

  #rows(): CorrectionRow[] {
    return this.#db.all<CorrectionRow>(`SELECT ${CORRECTION} FROM correction WHERE until IS NULL ORDER BY rowid`)
  }

  #revoke({ rowid }: CorrectionRow, act: number): void {
    this.#db.run('UPDATE correction SET until = ? WHERE rowid = ?', act, rowid)
  }

  #hold(kind: Kind, one: Named, other: Named, act: number): void {
    this.#db.run(
      'INSERT INTO correction (kind, one, one_print, one_date, other, other_print, other_date, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      kind, one.id, one.print, one.date, other.id, other.print, other.date, act,
    )
  }
}

const names = (row: CorrectionRow, side: 'one' | 'other', clause: Named): boolean =>
  row[side] === clause.id || (row[`${side}_print`] === clause.print && row[`${side}_date`] === clause.date)

export const latestAct = (db: LibraryFile): number | null =>
  db.get<{ act: number | null }>('SELECT max(act) AS act FROM (SELECT since AS act FROM correction UNION SELECT until FROM correction)')!.act

/**
 * Before a declaration is deleted for good; inside a write. A clause of its words and date that is here takes the place of each of
 * its clauses; what was corrected of one that none stands for goes with it, undone acts too.
 */
export function forgetCorrections(db: LibraryFile, declaration: DeclarationId, present: readonly DeclarationSummary[]): void {
  const own = new Set(db.all<{ id: string }>('SELECT id FROM clause WHERE declaration = ?', declaration).map(({ id }) => id))
  const standing = new Standing(db, present)
  for (const row of db.all<CorrectionRow>(`SELECT ${CORRECTION} FROM correction`)) {
    const clauses = named(row)
    if (!clauses.some(({ id }) => own.has(id))) continue
    const now = clauses.map((clause) => (own.has(clause.id) ? standing.for(clause) : clause.id))
    if (now.includes(null)) db.run('DELETE FROM correction WHERE rowid = ?', row.rowid)
    else db.run('UPDATE correction SET one = ?, other = ? WHERE rowid = ?', now[0]!, now[1] ?? null, row.rowid)
  }
}
