// What officers corrected about families. A correction names clauses by id; where a declaration was taken out and imported again,
// the clause of the same words and the same date stands for the one that is gone.
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import type { ByHand } from '../../../shared/lineage/index.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import { plain } from '../../../shared/reporting/index.ts'
import type { LibraryFile } from '../db/libraryFile.ts'

type Kind = 'joined' | 'pinned' | 'apart'

/** A clause as a correction knows it. */
export interface Named {
  id: string
  print: string
  date: string | null
}

interface Row {
  rowid: number
  kind: Kind
  one: string
  one_print: string
  one_date: string | null
  other: string | null
  other_print: string | null
  other_date: string | null
}

export const printOf = (text: string): string => createHash('sha256').update(plain(text)).digest('base64url').slice(0, 22)

export class Corrections {
  readonly #db: LibraryFile
  readonly #present: () => readonly DeclarationSummary[]

  constructor(db: LibraryFile, present: () => readonly DeclarationSummary[]) {
    this.#db = db
    this.#present = present
  }

  /** The latest act that counts; null where there is none. */
  latest(): number | null {
    return this.#db.get<{ act: number | null }>('SELECT max(act) AS act FROM (SELECT since AS act FROM correction UNION SELECT until FROM correction)')!.act
  }

  /** Corrections in force, by the clauses that stand for them now. */
  inForce(): ByHand & { kinds: ReadonlyMap<string, 'joined' | 'pinned'> } {
    const pinned: [string, string][] = []
    const joined: [string, string][] = []
    const apart = new Set<string>()
    const kinds = new Map<string, 'joined' | 'pinned'>()
    const standing = new Standing(this.#db, this.#present())
    for (const row of this.#rows()) {
      const one = standing.for({ id: row.one, print: row.one_print, date: row.one_date })
      if (row.kind === 'apart') {
        if (one !== null) apart.add(one)
        continue
      }
      const other = standing.for({ id: row.other!, print: row.other_print!, date: row.other_date })
      if (one === null || other === null) continue
      ;(row.kind === 'joined' ? joined : pinned).push([one, other])
      for (const id of [one, other]) if (kinds.get(id) !== 'joined') kinds.set(id, row.kind)
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
        neighbours.push(side === 'one' ? { id: row.one, print: row.one_print, date: row.one_date } : { id: row.other!, print: row.other_print!, date: row.other_date })
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

  #rows(): Row[] {
    return this.#db.all<Row & Record<string, string | number | null>>('SELECT rowid, * FROM correction WHERE until IS NULL ORDER BY rowid')
  }

  #revoke({ rowid }: Row, act: number): void {
    this.#db.run('UPDATE correction SET until = ? WHERE rowid = ?', act, rowid)
  }

  #hold(kind: Kind, one: Named, other: Named, act: number): void {
    this.#db.run(
      'INSERT INTO correction (kind, one, one_print, one_date, other, other_print, other_date, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      kind, one.id, one.print, one.date, other.id, other.print, other.date, act,
    )
  }
}

const names = (row: Row, side: 'one' | 'other', clause: Named): boolean =>
  row[side] === clause.id || (row[`${side}_print`] === clause.print && row[`${side}_date`] === clause.date)

/** Which clause in the library stands for one that a correction names. */
class Standing {
  readonly #db: LibraryFile
  readonly #present: ReadonlyMap<string, DeclarationSummary>
  readonly #byDate = new Map<string | null, Map<string, string>>()

  constructor(db: LibraryFile, present: readonly DeclarationSummary[]) {
    this.#db = db
    this.#present = new Map(present.map((declaration) => [declaration.id as string, declaration]))
  }

  for({ id, print, date }: Named): string | null {
    const row = this.#db.get<{ declaration: string }>('SELECT declaration FROM clause WHERE id = ?', id)
    return row && this.#present.has(row.declaration) ? id : this.#of(date).get(print) ?? null
  }

  /** Clauses of one date by their print. */
  #of(date: string | null): Map<string, string> {
    const known = this.#byDate.get(date)
    if (known) return known
    const ids = [...this.#present.values()].filter((declaration) => declaration.date === date).map((declaration) => declaration.id)
    const rows = this.#db.all<{ id: string; text: string }>('SELECT id, text FROM clause WHERE declaration IN (SELECT value FROM json_each(?)) ORDER BY key', JSON.stringify(ids))
    const found = new Map(rows.map(({ id, text }) => [printOf(text), id]))
    this.#byDate.set(date, found)
    return found
  }
}
