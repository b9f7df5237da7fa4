// Puts a declaration in the library: its row, what is known about it, its clauses and their index, and the documents that a report
// names. By import and by carry file.
import type { Clause, Metadata } from '../../../shared/model/declaration.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { noteNamed } from '../documents/naming.ts'
import { rememberLikeness } from './likeness.ts'
import { writeLists } from './rows.ts'
import { indexClauses } from './search/clauseIndex.ts'

export interface NewDeclaration {
  id: DeclarationId
  metadata: Metadata
  /** Of the file that it came from. */
  fileName: string
  hash: string
  sample: boolean
  /** ISO time. */
  added: string
  statement: Statement
}

/** A clause keeps its id as long as its declaration is in the library. */
export const clauseId = (declaration: DeclarationId) => (block: Block) => `${declaration}-${block.id}` as ClauseId

/** The words of a declaration, by which it is known again. */
export const wordsOf = (clauses: readonly Clause[]): string => clauses.map(({ text }) => text).join('\n')

/** Inside a write. `clauses` are those of the statement. */
export function putIn(db: LibraryFile, declaration: NewDeclaration, clauses: readonly Clause[]): void {
  const { id, metadata, fileName, hash, sample, added, statement } = declaration
  const { title, form, language, grade, date, place, source, definedTerms } = metadata
  db.run(
    `INSERT INTO declaration (id, title, form, language, grade, date, place, source, defined_terms, clauses, sample, file_name, hash, added, statement)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id, title, form, language, grade, date, place, source, JSON.stringify(definedTerms), clauses.length, sample ? 1 : 0,
    fileName, hash, added, JSON.stringify(statement),
  )
  writeLists(db, id, metadata)
  const keyed = clauses.map((clause, position) => ({ ...clause, key: insertClause(db, id, clause, position) }))
  indexClauses(db, keyed, statement.language)
  rememberLikeness(db, id, wordsOf(clauses))
  noteNamed(db, { date, blocks: statement.blocks }, clauseId(id))
}

/** Returns its key. */
const insertClause = (db: LibraryFile, declaration: DeclarationId, clause: Clause, position: number): number => db.get<{ key: number }>(
  'INSERT INTO clause (id, declaration, position, number, section, kind, text) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING key',
  clause.id, declaration, position, clause.number, JSON.stringify(clause.section), clause.kind, clause.text,
)!.key
