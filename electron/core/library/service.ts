// The clause library: declarations and their clauses, stored, opened, changed, taken out and searched.
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import type { ClauseHit, ClauseSearchResult, OpenedDeclaration } from '../../../shared/contract/library.ts'
import { citationOf } from '../../../shared/drafting/citation.ts'
import { assemble } from '../../../shared/segmenting/assemble.ts'
import { clausesOf, sectionsOf, type Clause, type Metadata } from '../../../shared/model/declaration.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import type { Context, LibraryService } from '../context.ts'
import type { Row } from '../db/libraryFile.ts'
import { facetsOf, narrows, passes } from './facets.ts'
import { forgetPairs } from '../lineage/kinship.ts'
import { findAlike, forgetLikeness, rememberAll, rememberLikeness } from './likeness.ts'
import { precedentsFor } from './precedents.ts'
import { CLAUSE, metadataOf, readDeclarations, storedClause, summaryOf, writeMetadata, type StoredClause, type StoredDeclaration } from './rows.ts'
import { findClauses, forget, indexAll, indexClause } from './search/clauseIndex.ts'
import { marksOf } from './search/highlight.ts'
import { parseQuery, type Term } from './search/query.ts'

const NOTHING: ClauseSearchResult = { total: 0, more: false, hits: [] }

const gone = (what: string) => new AppError('not-found', `no such ${what}`)

const textOf = (clauses: readonly Clause[]) => clauses.map(({ text }) => text).join('\n')

/** A clause keeps its id as long as its declaration is in the library. */
const clauseId = (declaration: DeclarationId) => (block: Block) => `${declaration}-${block.id}` as ClauseId

/** The clause library of one file; see `LibraryService` for what each method promises. */
export function createLibraryService({ db, events, ports }: Pick<Context, 'db' | 'events' | 'ports'>): LibraryService {
  let known: { changes: number; byId: Map<DeclarationId, StoredDeclaration>; present: StoredDeclaration[] } | null = null

  /** Read once and kept until one of them changes: a search needs all of them. */
  const shelf = () => {
    const { count: changes } = db.get<{ count: number }>('SELECT count FROM library_changes')!
    if (known?.changes !== changes) {
      const all = readDeclarations(db)
      known = { changes, byId: new Map(all.map((entry) => [entry.id, entry])), present: all.filter((entry) => entry.removed === null) }
    }
    return known
  }
  const declarations = () => shelf().byId
  const present = () => shelf().present
  const stored = (id: DeclarationId) => {
    const entry = declarations().get(id)
    if (!entry || entry.removed !== null) throw gone('declaration')
    return entry
  }
  const statementOf = (id: DeclarationId) =>
    JSON.parse(db.get<{ statement: string }>('SELECT statement FROM declaration WHERE id = ?', id)!.statement) as Statement

  const hitOf = (clause: StoredClause, terms: readonly Term[]): ClauseHit => {
    const from = declarations().get(clause.declaration)!
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
      marks: marksOf(clause.text, from.language, terms),
    }
  }
  const byKey = (key: number) => storedClause(db.get<Row>(`SELECT ${CLAUSE} FROM clause WHERE key = ?`, key)!)

  /** Without words to look for: every clause of the declarations, newest text first, in the order of the text. */
  const browse = (from: readonly StoredDeclaration[], limit: number, offset: number) => {
    const found: StoredClause[] = []
    let skip = offset
    for (const { id, clauses, passages } of from) {
      if (found.length >= limit) break
      if (skip >= clauses + passages) {
        skip -= clauses + passages
        continue
      }
      const rows = db.all<Row>(`SELECT ${CLAUSE} FROM clause WHERE declaration = ? ORDER BY position LIMIT ? OFFSET ?`, id, limit - found.length, skip)
      found.push(...rows.map(storedClause))
      skip = 0
    }
    return { total: from.reduce((sum, entry) => sum + entry.clauses + entry.passages, 0), more: false, hits: found.map((clause) => hitOf(clause, [])) }
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
      return { declarations: entries, facets: facetsOf(entries), clauses: entries.reduce((sum, entry) => sum + entry.clauses, 0) }
    },

    open(id): OpenedDeclaration {
      const entry = stored(id)
      const statement = statementOf(id)
      return {
        declaration: { ...metadataOf(entry), id, statement, added: entry.added },
        clauses: clausesOf(statement, clauseId(id)),
        sections: sectionsOf(statement),
      }
    },

    findByHash(hash) {
      const row = db.get<Row>('SELECT id, title FROM declaration WHERE hash = ? AND removed IS NULL ORDER BY added LIMIT 1', hash)
      return row ? { id: row['id'] as DeclarationId, title: String(row['title']) } : null
    },

    findAlike: (proposal) => findAlike(db, textOf(clausesOf(assemble(proposal), clauseId('proposed' as DeclarationId)))),

    markOf(id) {
      const entry = declarations().get(id)
      return entry && entry.removed === null ? createHash('sha256').update(JSON.stringify(metadataOf(entry))).digest('hex') : null
    },

    rememberAll: () => rememberAll(db),

    store(proposal, { again = false, sample = false, quiet = false } = {}) {
      const statement = assemble(proposal)
      if (statement.blocks.length === 0) throw new AppError('invalid', 'every paragraph was left out')
      const id = ports.newId() as DeclarationId
      const clauses = clausesOf(statement, clauseId(id))
      db.write(() => {
        const earlier = service.findByHash(proposal.hash)
        if (earlier && !again) {
          throw new AppError('already-imported', 'this file is in the library', { name: proposal.fileName, title: earlier.title, id: earlier.id })
        }
        insertDeclaration(id, proposal, statement, clauses.length, sample)
        writeMetadata(db, id, proposal.metadata)
        clauses.forEach((clause, position) => insertClause(id, clause, position, statement.language))
        rememberLikeness(db, id, textOf(clauses))
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
          indexAll(db, id)
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
        db.run('UPDATE draft SET base = NULL WHERE base = ?', id)
        forgetLikeness(db, id)
        db.run('DELETE FROM declaration WHERE id = ?', id)
      })
      events.push('library.changed', { id })
    },

    setRemoved,

    search(query, filter, limit, offset) {
      const terms = { text: parseQuery(query), section: parseQuery(filter.section ?? '') }
      const nothingAsked = (words: string | undefined, parsed: readonly Term[]) => words?.trim() && parsed.length === 0
      if (nothingAsked(query, terms.text) || nothingAsked(filter.section, terms.section)) return NOTHING
      const from = narrows(filter) ? present().filter((entry) => passes(entry, filter)) : present()
      if (from.length === 0) return NOTHING
      if (terms.text.length === 0 && terms.section.length === 0) return browse(from, limit, offset)
      const all = from.length === declarations().size
      const { total, more, keys } = findClauses(db, terms, all ? null : from.map((entry) => entry.id), limit, offset)
      return { total, more, hits: keys.map((key) => hitOf(byKey(key), terms.text)) }
    },

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

  function insertDeclaration(id: DeclarationId, proposal: Proposal, statement: Statement, clauses: number, sample: boolean): void {
    const { title, form, language, grade, source, definedTerms } = proposal.metadata
    db.run(
      `INSERT INTO declaration (id, title, form, language, grade, source, defined_terms, clauses, sample, file_name, hash, added, statement)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id, title, form, language, grade, source, JSON.stringify(definedTerms), clauses, sample ? 1 : 0,
      proposal.fileName, proposal.hash, ports.now().toISOString(), JSON.stringify(statement),
    )
  }

  function insertClause(declaration: DeclarationId, clause: Clause, position: number, language: string): void {
    db.run(
      'INSERT INTO clause (id, declaration, position, number, section, kind, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
      clause.id, declaration, position, clause.number, JSON.stringify(clause.section), clause.kind, clause.text,
    )
    const { key } = db.get<{ key: number }>('SELECT key FROM clause WHERE id = ?', clause.id)!
    indexClause(db, key, clause, language)
  }
}
