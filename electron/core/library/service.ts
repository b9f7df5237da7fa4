// The clause library: declarations and their clauses, stored, opened, changed, taken out and searched.
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import type { ClauseHit, OpenedDeclaration } from '../../../shared/contract/library.ts'
import { citationOf } from '../../../shared/drafting/citation.ts'
import { assemble } from '../../../shared/segmenting/assemble.ts'
import { clausesOf, sectionsOf, type Metadata } from '../../../shared/model/declaration.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { holdsLabel } from '../../../shared/model/curation.ts'
import { facetsOf } from '../../../shared/searching/index.ts'
import type { Context, LibraryService } from '../context.ts'
import type { Row } from '../db/libraryFile.ts'
import { carryNotes } from './curating/carried.ts'
import { forgetNotes } from './curating/rows.ts'
import { tieTo } from '../documents/tying.ts'
import { forgetVersion, join } from '../languages/links.ts'
import { forgetCorrections } from '../lineage/corrections.ts'
import { forgetPairs } from '../lineage/kinship.ts'
import { findAlike, forgetLikeness, rememberAll } from './likeness.ts'
import { precedentsFor } from './precedents.ts'
import { clauseId, putIn, wordsOf } from './putIn.ts'
import { CLAUSE, metadataOf, storedClause, summaryOf, writeMetadata, type StoredClause } from './rows.ts'
import { searchClauses } from './searching.ts'
import { createShelf } from './shelf.ts'
import { forget, indexDeclaration } from './search/clauseIndex.ts'
import { marksOf } from './search/highlight.ts'
import type { Term } from './search/query.ts'

const gone = (what: string) => new AppError('not-found', `no such ${what}`)

/** The clause library of one file; see `LibraryService` for what each method promises. */
export function createLibraryService({ db, events, ports }: Pick<Context, 'db' | 'events' | 'ports'>): LibraryService {
  const shelf = createShelf(db)
  const declarations = () => shelf().byId
  const present = () => shelf().present
  const stored = (id: DeclarationId) => {
    const entry = declarations().get(id)
    if (!entry || entry.removed !== null) throw gone('declaration')
    return entry
  }
  /** Labels that only clauses have; of declarations they count none. */
  const labelsOfClauses = (kind: 'tags' | 'topics', known: readonly string[]) =>
    [...new Set([...shelf().curations.values()].flatMap((curation) => curation[kind]))]
      .filter((label) => !holdsLabel(known, label)).sort((a, b) => a.localeCompare(b)).map((value) => ({ value, count: 0 }))
  const notedIn = (id: DeclarationId) => {
    const { curationOf } = shelf()
    return db.all<{ id: ClauseId; key: number }>('SELECT clause.id, clause.key FROM clause JOIN curation ON curation.subject = clause.id WHERE clause.declaration = ?', id)
      .map(({ id: clause, key }) => ({ clause, curation: curationOf(key) }))
  }
  const statementOf = (id: DeclarationId) =>
    JSON.parse(db.get<{ statement: string }>('SELECT statement FROM declaration WHERE id = ?', id)!.statement) as Statement

  const hitOf = (clause: StoredClause, terms: readonly Term[]): ClauseHit => {
    const { byId, curationOf } = shelf()
    const from = byId.get(clause.declaration)!
    const curation = curationOf(clause.key)
    return {
      clauseId: clause.id,
      declarationId: from.id,
      declaration: from.title,
      citation: citationOf(from),
      form: from.form,
      language: from.language,
      grade: from.grade,
      date: from.date,
      place: from.place,
      parties: from.parties.map(({ code, state }) => ({ code: code ?? '', state })),
      number: clause.number,
      section: clause.section,
      text: clause.text,
      kind: clause.kind,
      curation,
      barred: curation.barred ?? from.curation.barred,
      status: from.status,
      marks: marksOf(clause.text, from.language, terms),
    }
  }

  const setRemoved = (ids: readonly DeclarationId[], removed: boolean) => {
    const time = removed ? ports.now().toISOString() : null
    db.write(() => {
      for (const id of ids) db.run('UPDATE declaration SET removed = ? WHERE id = ?', time, id)
    })
    events.push('library.changed', { id: ids.length === 1 ? ids[0]! : null })
  }

  const service: LibraryService = {
    declarations: present,

    list() {
      const entries = present().map(summaryOf)
      const facets = facetsOf(entries.map((from) => ({ from, own: null, count: 1 })))
      for (const kind of ['tags', 'topics'] as const) facets[kind].push(...labelsOfClauses(kind, facets[kind].map(({ value }) => value)))
      return { declarations: entries, facets, clauses: entries.reduce((sum, entry) => sum + entry.clauses, 0) }
    },

    open(id): OpenedDeclaration {
      const entry = stored(id)
      const statement = statementOf(id)
      return {
        declaration: { ...metadataOf(entry), id, statement, added: entry.added },
        clauses: clausesOf(statement, clauseId(id)),
        sections: sectionsOf(statement),
        status: entry.status,
        curation: entry.curation,
        noted: notedIn(id),
      }
    },

    findByHash(hash) {
      const row = db.get<Row>('SELECT id, title FROM declaration WHERE hash = ? AND removed IS NULL ORDER BY added LIMIT 1', hash)
      return row ? { id: row['id'] as DeclarationId, title: String(row['title']) } : null
    },

    findAlike: (proposal) => findAlike(db, wordsOf(clausesOf(assemble(proposal), clauseId('proposed' as DeclarationId)))),

    markOf(id) {
      const entry = declarations().get(id)
      return entry && entry.removed === null ? createHash('sha256').update(JSON.stringify(metadataOf(entry))).digest('hex') : null
    },

    rememberAll: () => rememberAll(db),

    store(proposal, { again = false, sample = false, quiet = false, known } = {}) {
      const statement = assemble(proposal)
      if (statement.blocks.length === 0) throw new AppError('invalid', 'every paragraph was left out')
      const id = ports.newId() as DeclarationId
      const clauses = clausesOf(statement, clauseId(id))
      db.write(() => {
        const earlier = service.findByHash(proposal.hash)
        if (earlier && !again) {
          throw new AppError('already-imported', 'this file is in the library', { name: proposal.fileName, title: earlier.title, id: earlier.id })
        }
        const { metadata, fileName, hash } = proposal
        putIn(db, { id, metadata, fileName, hash, sample, added: ports.now().toISOString(), statement }, clauses)
        carryNotes(db, { ...metadata, id, hash, clauses })
        if (known || metadata.grade !== 'press-report') tieTo(db, id, metadata, known?.documents)
        for (const other of known?.languages ?? []) if (declarations().get(other)?.removed === null) join(db, id, other)
      })
      if (!quiet) events.push('library.changed', { id })
      const passages = clauses.filter((clause) => clause.kind === 'passage').length
      return { id, clauses: clauses.length - passages, passages }
    },

    update(id, change) {
      const before = stored(id)
      const about: Metadata = { ...metadataOf(before), ...change }
      const speaksAnother = about.language !== before.language
      db.write(() => {
        if (speaksAnother) {
          forget(db, id)
          forgetPairs(db, id)
        }
        writeMetadata(db, id, about)
        if (speaksAnother) {
          db.run('UPDATE declaration SET statement = ? WHERE id = ?', JSON.stringify({ ...statementOf(id), language: about.language }), id)
          indexDeclaration(db, id)
        }
      })
      events.push('library.changed', { id })
      return summaryOf(stored(id))
    },

    remove(id) {
      stored(id)
      setRemoved([id], true)
    },

    restore(id) {
      const entry = declarations().get(id)
      if (!entry) throw gone('declaration')
      if (entry.removed !== null) setRemoved([id], false)
    },

    deleteForGood(id) {
      if (!declarations().get(id)?.removed) throw gone('declaration')
      db.write(() => {
        forget(db, id)
        forgetNotes(db, id)
        forgetCorrections(db, id, present())
        db.run('UPDATE draft SET base = NULL WHERE base = ?', id)
        forgetLikeness(db, id)
        forgetVersion(db, id)
        db.run('DELETE FROM declaration WHERE id = ?', id)
      })
      events.push('library.changed', { id })
    },

    setRemoved,

    search: (query, filter, limit, offset, facets = false) =>
      searchClauses({ query, filter, limit, offset, facets }, { db, shelf: shelf(), hitOf }),

    openClause(id) {
      const row = db.get<Row>(`SELECT ${CLAUSE} FROM clause WHERE id = ?`, id)
      if (!row) throw gone('clause')
      const clause = storedClause(row)
      if (declarations().get(clause.declaration)?.removed !== null) throw gone('clause')
      return hitOf(clause, [])
    },

    precedents: (asked) => precedentsFor(asked, { db, declarations: declarations(), hitOf: (clause) => hitOf(clause, []) }),
  }
  return service
}
