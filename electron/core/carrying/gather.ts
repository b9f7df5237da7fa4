// What a library holds as records of a carry file: what is there, not what was taken out; settings stay at home.
import type { CarriedDeclaration, CarriedDraft, CarriedVersion, CarryChoice, CarryRecord } from '../../../shared/model/carry.ts'
import { clausesOf } from '../../../shared/model/declaration.ts'
import type { DraftDetails } from '../../../shared/model/draft.ts'
import type { Dismissal } from '../../../shared/model/finding.ts'
import type { DeclarationId, DraftId, VersionId } from '../../../shared/model/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { detailsOf, readDraft } from '../drafts/rows.ts'
import { readNoted, UNNOTED } from '../library/curating/rows.ts'
import { clauseId } from '../library/putIn.ts'
import { metadataOf, readDeclarations } from '../library/rows.ts'
import { correctionsAmong } from './corrections.ts'
import { documentsAmong } from './documents.ts'
import { sayingsAmong } from './languages.ts'
import { searchesIn } from './searches.ts'

export interface Gathered {
  total: number
  records: Generator<CarryRecord>
}

/** `choice` null carries all. */
export function gather(db: LibraryFile, choice: CarryChoice | null): Gathered {
  const drafts = db.all<{ id: DraftId; base: DeclarationId | null }>('SELECT id, base FROM draft WHERE removed IS NULL ORDER BY created, id')
    .filter(({ id }) => choice === null || choice.drafts.includes(id))
  const wanted = choice && new Set<string>([...choice.declarations, ...drafts.flatMap(({ base }) => base ?? [])])
  const declarations = readDeclarations(db).filter(({ id, removed }) => removed === null && (wanted === null || wanted.has(id)))
  const versions = drafts.reduce((sum, { id }) => sum + db.get<{ count: number }>('SELECT count(*) AS count FROM version WHERE draft = ?', id)!.count, 0)
  const ids = new Set(declarations.map(({ id }) => id))
  const [corrections, languages, documents] = [correctionsAmong(db, declarations), sayingsAmong(db, ids), documentsAmong(db, ids)]
  const searches = choice === null ? searchesIn(db) : []
  return { total: [declarations, corrections, languages, documents, searches, drafts].reduce((sum, { length }) => sum + length, versions), records: records() }

  function* records(): Generator<CarryRecord> {
    for (const declaration of declarations) {
      const row = db.get<Row>('SELECT file_name, hash, statement FROM declaration WHERE id = ?', declaration.id)!
      const statement = JSON.parse(String(row['statement'])) as Statement
      yield {
        kind: 'declaration', id: declaration.id, metadata: metadataOf(declaration), fileName: String(row['file_name']), hash: String(row['hash']),
        sample: declaration.sample, added: declaration.added, statement,
        notes: notesOn(db, declaration.id, statement),
      } satisfies CarriedDeclaration
    }
    for (const correction of corrections) yield { kind: 'correction', ...correction }
    for (const language of languages) yield { kind: 'language', ...language }
    yield* documents
    yield* searches
    for (const { id } of drafts) {
      yield draftRecord(db, id)
      for (const { id: version } of db.all<{ id: VersionId }>('SELECT id FROM version WHERE draft = ? ORDER BY position', id)) yield versionRecord(db, version)
    }
  }
}

function notesOn(db: LibraryFile, id: DeclarationId, statement: Statement): CarriedDeclaration['notes'] {
  const noted = (block: number | null, subject: string) => {
    const found = readNoted(db, subject)
    return found === UNNOTED ? [] : [{ block, ...found }]
  }
  return [...noted(null, id), ...clausesOf(statement, clauseId(id)).flatMap((clause) => noted(clause.block, clause.id))]
}

function draftRecord(db: LibraryFile, id: DraftId): CarriedDraft {
  const draft = readDraft(db, id)!
  return {
    kind: 'draft', id, details: detailsOf(draft), rev: draft.rev, created: draft.created, saved: draft.saved, statement: draft.statement,
    formerly: db.all<{ content: string }>('SELECT content FROM carried WHERE origin = ? AND draft = ? ORDER BY content', id, id).map(({ content }) => content),
    dismissals: db.all<Dismissal>('SELECT block, kind, found, near FROM dismissal WHERE draft = ?', id),
  }
}

function versionRecord(db: LibraryFile, id: VersionId): CarriedVersion {
  const row = db.get<Row>('SELECT id, draft, name, created, author, details, statement FROM version WHERE id = ?', id)!
  return {
    kind: 'version', id, draft: row['draft'] as DraftId, name: String(row['name']), created: String(row['created']), author: String(row['author']),
    details: JSON.parse(String(row['details'])) as DraftDetails, statement: JSON.parse(String(row['statement'])) as Statement,
  }
}
