// Declarations and clauses between their rows and the model.
import type { Clause, DeclarationSummary, Metadata, Party } from '../../../shared/model/declaration.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { readDeclarationsNoted, UNNOTED, type Noted } from './curating/rows.ts'

export interface StoredDeclaration extends DeclarationSummary {
  removed: string | null
  /** Key of its first clause; null where it has none. */
  firstKey: number | null
}

/** Columns of a declaration but for its text, which is long. */
export const SUMMARY = 'id, title, form, language, grade, date, place, source, defined_terms, clauses, sample, added, removed'
/** Of the paragraphs of a declaration that can be found, those of a press report. */
const PASSAGES = "(SELECT count(*) FROM clause WHERE clause.declaration = declaration.id AND clause.kind = 'passage') AS passages"

const FIRST_KEY = '(SELECT key FROM clause WHERE clause.declaration = declaration.id AND clause.position = 0) AS first_key'

const BY_DATE = 'ORDER BY date IS NULL, date DESC, title, id'

/** Every declaration, also those taken out, newest text first. */
export function readDeclarations(db: LibraryFile): StoredDeclaration[] {
  const numbers = new Map<string, string[]>()
  for (const row of db.all<Row>('SELECT declaration, number FROM document_number ORDER BY declaration, position')) {
    const id = String(row['declaration'])
    numbers.set(id, [...numbers.get(id) ?? [], String(row['number'])])
  }
  const parties = new Map<string, Party[]>()
  for (const row of db.all<Row>('SELECT declaration, state, code, person, title FROM party ORDER BY declaration, position')) {
    const list = parties.get(String(row['declaration'])) ?? []
    parties.set(String(row['declaration']), list)
    list.push(partyOf(row))
  }
  const noted = readDeclarationsNoted(db)
  return db.all<Row>(`SELECT ${SUMMARY}, ${PASSAGES}, ${FIRST_KEY} FROM declaration ${BY_DATE}`).map((row) => {
    const id = String(row['id'])
    return storedDeclaration(row, { parties: parties.get(id) ?? [], numbers: numbers.get(id) }, noted.get(id) ?? UNNOTED)
  })
}

const partyOf = (row: Row): Party => ({
  state: String(row['state']),
  ...(row['code'] !== null && { code: String(row['code']) }),
  ...(row['person'] !== null && { person: String(row['person']) }),
  ...(row['title'] !== null && { title: String(row['title']) }),
})

const storedDeclaration = (row: Row, { parties, numbers }: Pick<Metadata, 'parties' | 'numbers'>, { curation, status }: Noted): StoredDeclaration => ({
  id: row['id'] as DeclarationId,
  title: String(row['title']),
  form: row['form'] as Metadata['form'],
  language: String(row['language']),
  grade: row['grade'] as Metadata['grade'],
  date: row['date'] as string | null,
  place: row['place'] as string | null,
  parties,
  definedTerms: JSON.parse(String(row['defined_terms'])) as string[],
  ...(numbers && { numbers }),
  source: String(row['source']),
  clauses: Number(row['clauses']) - Number(row['passages']),
  passages: Number(row['passages']),
  sample: row['sample'] === 1,
  added: String(row['added']),
  removed: row['removed'] as string | null,
  firstKey: row['first_key'] as number | null,
  status,
  curation,
})

/** Writes what is known about a declaration that has its row; inside a write. */
export function writeMetadata(db: LibraryFile, id: DeclarationId, about: Metadata): void {
  db.run(
    'UPDATE declaration SET title = ?, form = ?, language = ?, grade = ?, date = ?, place = ?, source = ?, defined_terms = ? WHERE id = ?',
    about.title, about.form, about.language, about.grade, about.date, about.place, about.source, JSON.stringify(about.definedTerms), id,
  )
  db.run('DELETE FROM party WHERE declaration = ?', id)
  db.run('DELETE FROM document_number WHERE declaration = ?', id)
  writeLists(db, id, about)
}

/** Writes the parties and the numbers of documents of a declaration that has none; inside a write. */
export function writeLists(db: LibraryFile, id: DeclarationId, { parties, numbers }: Pick<Metadata, 'parties' | 'numbers'>): void {
  parties.forEach(({ state, code, person, title }, position) => db.run(
    'INSERT INTO party (declaration, position, state, code, person, title) VALUES (?, ?, ?, ?, ?, ?)',
    id, position, state, code ?? null, person ?? null, title ?? null,
  ))
  numbers?.forEach((number, position) =>
    db.run('INSERT INTO document_number (declaration, position, number) VALUES (?, ?, ?)', id, position, number))
}

export interface StoredClause {
  key: number
  id: ClauseId
  declaration: DeclarationId
  number: string | null
  section: string[]
  kind: Clause['kind']
  text: string
}

export const CLAUSE = 'key, id, declaration, number, section, kind, text'

/** A clause from the columns of `CLAUSE`. */
export const storedClause = (row: Row): StoredClause => ({
  key: Number(row['key']),
  id: row['id'] as ClauseId,
  declaration: row['declaration'] as DeclarationId,
  number: row['number'] as string | null,
  section: JSON.parse(String(row['section'])) as string[],
  kind: row['kind'] as Clause['kind'],
  text: String(row['text']),
})

/** Only the metadata of a declaration, as it may be edited and shown. */
export const metadataOf = ({ title, form, language, grade, date, place, parties, definedTerms, numbers, source }: Metadata): Metadata =>
  ({ title, form, language, grade, date, place, parties, definedTerms, ...(numbers?.length && { numbers }), source })

/** A declaration as a list shows it. */
export const summaryOf = (stored: StoredDeclaration): DeclarationSummary =>
  ({
    ...metadataOf(stored), id: stored.id, added: stored.added, clauses: stored.clauses, passages: stored.passages, sample: stored.sample,
    status: stored.status, curation: stored.curation,
  })
