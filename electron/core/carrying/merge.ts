// Brings a carry file into a library in one transaction, as it was planned: what is new comes in, what is here stays, a draft that
// was changed on both sides is kept twice, and every version comes along. Settings are not touched.
import type { CarriedCorrection, CarriedDeclaration, CarriedDocument, CarriedDraft, CarriedLanguage, CarriedSearch, CarriedVersion, CarrySummary } from '../../../shared/model/carry.ts'
import { clausesOf, type Metadata } from '../../../shared/model/declaration.ts'
import type { DraftDetails } from '../../../shared/model/draft.ts'
import type { ClauseId, DeclarationId, DraftId, VersionId } from '../../../shared/model/ids.ts'
import type { Source, Statement } from '../../../shared/model/statement.ts'
import { dismiss } from '../checking/dismissals.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { readPending } from '../documents/pending.ts'
import { surely, tieTo } from '../documents/tying.ts'
import { insertDraft, insertVersion, readDraft, writeDetails, writeStatement } from '../drafts/rows.ts'
import type { Report } from '../jobs/task.ts'
import { readNoted, UNNOTED, writeNoted, type Noted } from '../library/curating/rows.ts'
import { clauseId, putIn } from '../library/putIn.ts'
import { readDeclarations } from '../library/rows.ts'
import { compareCorrections, correctionHere, writeCorrections } from './corrections.ts'
import { compareDocuments, documentHere, latestDocument, writeDocuments } from './documents.ts'
import { compareLanguages, languageHere, writeLanguages, type Saying } from './languages.ts'
import { planCarry, type Plan } from './plan.ts'
import { compareSearches, searchHere, writeSearches } from './searches.ts'
import type { Carry } from './unpack.ts'

export interface MergeOptions {
  newId: () => string
  /** What the title of a draft that is kept twice ends with. */
  suffix: string
  /** Name of the version that keeps a text which a newer one replaces. */
  keptAs: string
  /** ISO time. */
  now: string
  report?: Report
}

export interface Merged {
  summary: CarrySummary
  /** Drafts that came or changed, with their revs. */
  drafts: { id: DraftId; rev: number }[]
}

export function mergeCarry(db: LibraryFile, carry: Carry, { report, ...options }: MergeOptions): Merged {
  return db.write(() => {
    // Documents of reports that an earlier version stored are known first.
    for (const _ of readPending(db));
    const plan = planCarry(db, carry, (_, done, total) => report?.('planning', done, 2 * total))
    const merger = new Merger(db, plan, options)
    for (const record of carry.records((_, done, total) => report?.('merging', total + done, 2 * total))) {
      if (record.kind === 'declaration') merger.declaration(record)
      else if (record.kind === 'correction') merger.correction(record)
      else if (record.kind === 'language') merger.language(record)
      else if (record.kind === 'document') merger.document(record)
      else if (record.kind === 'search') merger.search(record)
      else if (record.kind === 'draft') merger.draft(record)
      else merger.version(record)
    }
    return { summary: plan.summary, drafts: merger.finish() }
  })
}

/** Inside a write: this text of a draft is known, under the id it had where it came from. */
export function markCarried(db: LibraryFile, origin: string, content: string, draft: DraftId): void {
  db.run('INSERT OR REPLACE INTO carried (origin, content, draft) VALUES (?, ?, ?)', origin, content, draft)
}

const LONGEST_TITLE = 2000

class Merger {
  readonly #db: LibraryFile
  readonly #plan: Plan
  readonly #options: Omit<MergeOptions, 'report'>
  /** Ids in the file → ids here. */
  readonly #declarations = new Map<string, DeclarationId>()
  readonly #clauses = new Map<string, ClauseId>()
  readonly #corrections: CarriedCorrection[] = []
  readonly #languages: Saying[] = []
  readonly #documents: CarriedDocument[] = []
  readonly #searches: CarriedSearch[] = []
  /** Texts that came, and the latest document that was known before. */
  readonly #texts: { id: DeclarationId; metadata: Metadata }[] = []
  readonly #lastDocument: number
  readonly #drafts = new Map<string, DraftId>()
  readonly #touched = new Set<DraftId>()
  readonly #grown = new Set<DraftId>()

  constructor(db: LibraryFile, plan: Plan, options: Omit<MergeOptions, 'report'>) {
    this.#db = db
    this.#plan = plan
    this.#options = options
    this.#lastDocument = latestDocument(db)
  }

  declaration(record: CarriedDeclaration): void {
    const planned = this.#plan.declarations.get(record.id)!
    // Two of the same words in one file: the second stands for the first.
    const here = planned.here === null ? null : this.#declarations.get(planned.here) ?? planned.here
    const id = here ?? (planned.isFree ? record.id : this.#options.newId() as DeclarationId)
    this.#declarations.set(record.id, id)
    const clauses = clausesOf(record.statement, clauseId(id))
    const { blocks } = here === null ? record.statement
      : JSON.parse(this.#db.get<{ statement: string }>('SELECT statement FROM declaration WHERE id = ?', here)!.statement) as Statement
    for (const { block } of clauses) this.#clauses.set(clauseId(record.id)(record.statement.blocks[block]!), clauseId(id)(blocks[block]!))
    if (here === null) {
      putIn(this.#db, { ...record, id }, clauses)
      if (record.metadata.grade !== 'press-report') this.#texts.push({ id, metadata: record.metadata })
    }
    for (const { block, ...noted } of record.notes) {
      const at = block === null ? null : blocks[block]
      if (at !== undefined) this.#note(at === null ? id : clauseId(id)(at), at === null ? 'declaration' : 'clause', noted)
    }
  }

  /** What is noted here stays as it is. */
  #note(subject: string, kind: 'declaration' | 'clause', noted: Noted): void {
    if (readNoted(this.#db, subject) === UNNOTED) writeNoted(this.#db, subject, kind, noted)
  }

  correction(record: CarriedCorrection): void {
    this.#corrections.push(...correctionHere(record, this.#clauses))
  }

  language(record: CarriedLanguage): void {
    this.#languages.push(...languageHere(record, (id) => this.#declarations.get(id)))
  }

  document(record: CarriedDocument): void {
    this.#documents.push(...documentHere(record, this.#clauses, (id) => this.#declarations.get(id)))
  }

  search(record: CarriedSearch): void {
    this.#searches.push(searchHere(record, (id) => this.#declarations.get(id) ?? id))
  }

  draft(record: CarriedDraft): void {
    const { fate, here, isFree, content } = this.#plan.drafts.get(record.id)!
    const id = here ?? (isFree ? record.id : this.#options.newId() as DraftId)
    this.#drafts.set(record.id, id)
    const details = this.#details(record.details)
    const statement = this.#statement(record.statement)
    if (here === null) {
      const title = fate === 'both' ? `${details.title.slice(0, LONGEST_TITLE - this.#options.suffix.length)}${this.#options.suffix}` : details.title
      insertDraft(this.#db, { ...details, title, id, rev: isFree ? record.rev : 1, created: record.created, saved: record.saved, statement })
      this.#touched.add(id)
    } else if (fate === 'newer') {
      this.#keep(id)
      writeDetails(this.#db, id, details, record.saved)
      writeStatement(this.#db, id, statement, record.saved)
      this.#touched.add(id)
    }
    if (here === null || fate === 'newer') for (const dismissal of record.dismissals) dismiss(this.#db, id, dismissal)
    markCarried(this.#db, record.id, content, id)
  }

  version(record: CarriedVersion): void {
    if (this.#plan.known.has(record.id)) return
    const draftId = this.#drafts.get(record.draft)!
    const isFree = this.#db.get('SELECT 1 FROM version WHERE id = ?', record.id) === undefined
    const { name, created, author } = record
    const version = { id: isFree ? record.id : this.#options.newId() as VersionId, draftId, name, created, author }
    insertVersion(this.#db, version, { ...this.#details(record.details), statement: this.#statement(record.statement) })
    this.#grown.add(draftId)
    this.#touched.add(draftId)
  }

  /** The text that a newer one replaces stays, as a version. */
  #keep(id: DraftId): void {
    const draft = readDraft(this.#db, id)!
    const { keptAs: name, now: created, newId } = this.#options
    insertVersion(this.#db, { id: newId() as VersionId, draftId: id, name, created, author: '' }, draft)
  }

  /** What is neither a text nor a draft is compared with what is here as a whole; versions stand in the order in which they were made, on whichever machine. */
  finish(): { id: DraftId; rev: number }[] {
    const present = readDeclarations(this.#db).filter(({ removed }) => removed === null)
    writeCorrections(this.#db, compareCorrections(this.#db, present, this.#corrections))
    writeLanguages(this.#db, compareLanguages(this.#db, this.#languages))
    writeDocuments(this.#db, compareDocuments(this.#db, this.#documents, this.#lastDocument))
    // A text that came may be what reports here name, as one that is imported.
    for (const { id, metadata } of this.#texts) tieTo(this.#db, id, metadata, surely(this.#db, metadata).filter((document) => document <= this.#lastDocument))
    writeSearches(this.#db, compareSearches(this.#db, this.#searches), this.#options)
    for (const draft of this.#grown) {
      const ids = this.#db.all<{ id: string }>('SELECT id FROM version WHERE draft = ? ORDER BY created, position', draft)
      // Below what is there first: no two may have one place at any moment.
      ids.forEach(({ id }, index) => this.#db.run('UPDATE version SET position = ? WHERE id = ?', index - ids.length, id))
      ids.forEach(({ id }, index) => this.#db.run('UPDATE version SET position = ? WHERE id = ?', index + 1, id))
    }
    return [...this.#touched].map((id) => ({ id, rev: this.#db.get<{ rev: number }>('SELECT rev FROM draft WHERE id = ?', id)!.rev }))
  }

  /** A base that neither came along nor is here is none. */
  #details(details: DraftDetails): DraftDetails {
    const { base } = details
    if (base === null) return details
    const here = this.#declarations.get(base) ?? base
    const isHere = this.#db.get<Row>('SELECT 1 AS found FROM declaration WHERE id = ?', here) !== undefined
    return { ...details, base: isHere ? here : null }
  }

  #statement(statement: Statement): Statement {
    const moved = (source: Source): Source => ({
      ...source,
      declarationId: this.#declarations.get(source.declarationId) ?? source.declarationId,
      clauseId: source.clauseId && (this.#clauses.get(source.clauseId) ?? source.clauseId),
    })
    return { ...statement, blocks: statement.blocks.map((block) => (block.source ? { ...block, source: moved(block.source) } : block)) }
  }
}
