// Documents that reports name, between two libraries. That they exist is read off the reports; what goes along is which declaration is
// the text of each, and which an officer said are none. What is settled here stays, what is open here is settled as the file has it.
import type { CarriedDocument, CarrySummary } from '../../../shared/model/carry.ts'
import { keyOf, readName } from '../../../shared/identity/index.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { knownAs } from '../documents/naming.ts'
import { readDocuments, type StoredDocument } from '../documents/rows.ts'

type Settled = Pick<StoredDocument, 'declaration' | 'dismissed'>

export interface ComparedDocuments {
  /** Documents here that become as the file has them. */
  settle: ({ id: number } & Settled)[]
  counts: CarrySummary['documents']
}

/** Those that reports among these declarations name; a text that stays at home is none. */
export const documentsAmong = (db: LibraryFile, declarations: ReadonlySet<DeclarationId>): CarriedDocument[] =>
  readDocuments(db).flatMap(({ name, date, declaration, dismissed, namedBy }) => {
    const named = namedBy.filter(({ report }) => declarations.has(report)).map(({ clause, date }) => ({ clause, date }))
    return named.length === 0 ? [] : [{
      kind: 'document', name, date, dismissed, declaration: declaration !== null && declarations.has(declaration) ? declaration : null, namedBy: named,
    }]
  })

/** By the ids that its paragraphs and its text have here; none where the file holds none of its reports. */
export function documentHere(
  document: CarriedDocument, clauses: ReadonlyMap<string, ClauseId>, idHere: (id: DeclarationId) => DeclarationId | undefined,
): CarriedDocument[] {
  const namedBy = document.namedBy.flatMap(({ clause, date }) => {
    const here = clauses.get(clause)
    return here === undefined ? [] : [{ clause: here, date }]
  })
  return namedBy.length === 0 ? [] : [{ ...document, namedBy, declaration: document.declaration && (idHere(document.declaration) ?? null) }]
}

/** What those of a carry file, by the ids that all of them have here, are to this library; `last` is the latest document that it had before. */
export function compareDocuments(db: LibraryFile, theirs: readonly CarriedDocument[], last: number): ComparedDocuments {
  const settle = new Map<number, { id: number } & Settled>()
  const counts = { new: 0, same: 0, settled: 0, contrary: 0 }
  for (const document of theirs) {
    const here = standingFor(db, document)
    const known = here.filter(({ id }) => id <= last)
    const open = known.filter((each) => answerOf(settle.get(each.id) ?? each) === null)
    const answer = answerOf(document)
    if (known.length === 0) counts.new++
    else if (answer === null || known.some((each) => answerOf(settle.get(each.id) ?? each) === answer)) counts.same++
    else if (open.length > 0) counts.settled++
    else counts.contrary++
    const { declaration, dismissed } = document
    // One that came with its report is as it was there, also where another text was taken for it on the way.
    const fresh = here.filter(({ id }) => id > last && !settle.has(id))
    for (const { id } of [...fresh, ...(answer === null ? [] : open)]) settle.set(id, { id, declaration, dismissed })
  }
  return { settle: [...settle.values()], counts }
}

/** Inside a write. */
export function writeDocuments(db: LibraryFile, { settle }: ComparedDocuments): void {
  for (const { id, declaration, dismissed } of settle) {
    db.run('UPDATE known_document SET declaration = ?, dismissed = ? WHERE id = ?', declaration, dismissed ? 1 : 0, id)
  }
}

export const latestDocument = (db: LibraryFile): number => db.get<{ id: number | null }>('SELECT max(id) AS id FROM known_document')!.id ?? 0

/** The documents here that its paragraphs name so; before its reports are here, the one that they would name. */
function standingFor(db: LibraryFile, { name: written, date, namedBy }: CarriedDocument): StoredDocument[] {
  const name = readName(written)
  const key = keyOf(name)
  const found = readDocuments(db, 'WHERE naming.clause IN (SELECT value FROM json_each(?))', JSON.stringify(namedBy.map(({ clause }) => clause)))
    .filter((document) => keyOf(readName(document.name)) === key)
  if (found.length > 0) return found
  const known = knownAs(db, { ...name, date, reported: namedBy.map((each) => each.date) })
  return known ? readDocuments(db, 'WHERE known_document.id = ?', known.id) : []
}

/** What is settled about it; null where nothing is. */
const answerOf = ({ declaration, dismissed }: Settled): string | null => declaration ?? (dismissed ? 'none' : null)
