// Reads the documents that a stored report names. A document that is known already gets one more that names it; one whose text is in
// the library, told by title and day, is tied to it.
import { daysOf, isSameDocument, keyOf, matchOf, readName, type Named } from '../../../shared/identity/index.ts'
import type { Metadata } from '../../../shared/model/declaration.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import { documentsNamed } from '../../../shared/segmenting/index.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { readDescribed } from './described.ts'

/** Inside a write, once the clauses of the report are stored. */
export function noteNamed(db: LibraryFile, { date, blocks }: Pick<Metadata, 'date'> & Pick<Statement, 'blocks'>, clauseOf: (block: Block) => ClauseId): void {
  for (const { name: written, block } of documentsNamed(blocks)) {
    const name = readName(written)
    if (name.stems.length === 0) continue
    const named: Named = { ...name, reported: [date] }
    const known = knownAs(db, named)
    if (known?.date === null && named.date !== null) db.run('UPDATE known_document SET date = ? WHERE id = ?', named.date, known.id)
    const id = known?.id ?? added(db, named)
    db.run('INSERT OR IGNORE INTO naming (document, clause) VALUES (?, ?)', id, clauseOf(blocks[block]!))
  }
}

/** Also one that only reports name that were taken out: they may come back. A report that gives the day tells it for the others. */
export function knownAs(db: LibraryFile, named: Named): { id: number; date: string | null } | null {
  const rows = db.all<{ id: number; date: string | null; reported: string }>(
    `SELECT known_document.id, known_document.date, json_group_array(report.date) AS reported
     FROM known_document JOIN naming ON naming.document = known_document.id JOIN clause ON clause.id = naming.clause
       JOIN declaration AS report ON report.id = clause.declaration
     WHERE stems = ? GROUP BY known_document.id`, keyOf(named),
  )
  return rows.find(({ date, reported }) => isSameDocument({ ...named, date, reported: JSON.parse(reported) as (string | null)[] }, named)) ?? null
}

function added(db: LibraryFile, named: Named): number {
  const days = daysOf(named)
  const text = days && readDescribed(db, days).find((each) => matchOf(named, each)?.isSure)
  const row = db.get<{ id: number }>(
    'INSERT INTO known_document (name, stems, date, declaration) VALUES (?, ?, ?, ?) RETURNING id', named.name, keyOf(named), named.date, text?.id ?? null,
  )
  return row!.id
}
