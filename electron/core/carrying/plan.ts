// What each record of a carry file is to this library, decided before anything is written: new, there already, older, newer, or
// changed on both sides.
import type { CarriedCorrection, CarriedDeclaration, CarriedDocument, CarriedDraft, CarriedSearch, CarriedVersion, CarrySummary } from '../../../shared/model/carry.ts'
import type { ClauseId, DeclarationId, DraftId } from '../../../shared/model/ids.ts'
import { clausesOf, type Metadata } from '../../../shared/model/declaration.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { detailsOf, readDraft } from '../drafts/rows.ts'
import { clauseId } from '../library/putIn.ts'
import { metadataOf, readDeclarations, type StoredDeclaration } from '../library/rows.ts'
import { compareCorrections, correctionHere } from './corrections.ts'
import { compareDocuments, documentHere, latestDocument } from './documents.ts'
import { declarationKey, draftKey, textKey, versionKey } from './identity.ts'
import { compareLanguages, languageHere, type Saying } from './languages.ts'
import { compareSearches, searchHere } from './searches.ts'
import type { Carry } from './unpack.ts'
import type { Report } from '../jobs/task.ts'

export type DraftFate = 'new' | 'same' | 'older' | 'newer' | 'both'

export interface DeclarationPlan {
  /** The declaration here that has this text; null where it is new. */
  here: DeclarationId | null
  /** Whether its id is free here. */
  isFree: boolean
}

export interface DraftPlan {
  fate: DraftFate
  /** The draft here that it belongs to; null where it comes as a draft of its own. */
  here: DraftId | null
  isFree: boolean
  /** By what it is known when the file comes again. */
  content: string
}

export interface Plan {
  declarations: Map<string, DeclarationPlan>
  drafts: Map<string, DraftPlan>
  /** Ids of versions in the file that are here already. */
  known: Set<string>
  /** Ids of clauses in the file → ids here. */
  clauses: Map<string, ClauseId>
  summary: CarrySummary
}

const MOST_TITLES = 100

/** Reads the file once. */
export function planCarry(db: LibraryFile, carry: Carry, report?: Report): Plan {
  const shelf = new Shelf(db)
  const { made, program, counts } = carry.manifest
  const summary: CarrySummary = {
    made, program, counts,
    declarations: { new: 0, same: 0, differing: 0 }, corrections: { new: 0, same: 0, revoked: 0, contrary: 0 },
    languages: { new: 0, same: 0, revoked: 0, contrary: 0 }, documents: { new: 0, same: 0, settled: 0, contrary: 0 }, searches: { new: 0, same: 0, renamed: 0 },
    drafts: { new: 0, same: 0, older: 0, newer: 0, both: 0 }, versions: { new: 0, same: 0 }, keptTwice: [],
  }
  const plan: Plan = { declarations: new Map(), drafts: new Map(), known: new Set(), clauses: new Map(), summary }
  const corrections: CarriedCorrection[] = []
  const languages: Saying[] = []
  const documents: CarriedDocument[] = []
  const searches: CarriedSearch[] = []
  const idHere = (id: DeclarationId) => plan.declarations.get(id) && (plan.declarations.get(id)!.here ?? id)
  let open: { draft: CarriedDraft; versions: CarriedVersion[] } | null = null
  const close = () => {
    if (open) planDraft(db, shelf, plan, open.draft, open.versions)
    open = null
  }
  for (const record of carry.records(report)) {
    if (record.kind === 'declaration') planDeclaration(shelf, plan, record)
    else if (record.kind === 'correction') corrections.push(...correctionHere(record, plan.clauses))
    else if (record.kind === 'language') languages.push(...languageHere(record, idHere))
    else if (record.kind === 'document') documents.push(...documentHere(record, plan.clauses, idHere))
    else if (record.kind === 'search') searches.push(searchHere(record, (id) => idHere(id) ?? id))
    else if (record.kind === 'draft') {
      close()
      open = { draft: record, versions: [] }
    } else open!.versions.push(record)
  }
  close()
  summary.corrections = compareCorrections(db, shelf.present, corrections).counts
  summary.languages = compareLanguages(db, languages).counts
  summary.documents = compareDocuments(db, documents, latestDocument(db)).counts
  summary.searches = compareSearches(db, searches).counts
  return plan
}

function planDeclaration(shelf: Shelf, plan: Plan, record: CarriedDeclaration): void {
  const { declarations: counts } = plan.summary
  const here = shelf.declarationLike(record.statement)
  plan.declarations.set(record.id, { here: here?.id ?? null, isFree: !shelf.hasDeclaration(record.id) })
  const ids = idsOf(record)
  const own = here ? shelf.clausesIn(here) : ids
  ids.forEach((id, index) => plan.clauses.set(id, own[index]!))
  if (!here) {
    counts.new++
    shelf.expect(record)
    return
  }
  counts.same++
  if (JSON.stringify(metadataOf(here.metadata)) !== JSON.stringify(metadataOf(record.metadata))) counts.differing++
}

function planDraft(db: LibraryFile, shelf: Shelf, plan: Plan, record: CarriedDraft, versions: readonly CarriedVersion[]): void {
  const { drafts, versions: counts, keptTwice } = plan.summary
  const content = draftKey(record.details, record.statement)
  const { fate, here, isFree } = fateOf(db, shelf, record, content, versions)
  plan.drafts.set(record.id, { fate, here, isFree, content })
  drafts[fate]++
  if (fate === 'both' && keptTwice.length < MOST_TITLES) keptTwice.push(record.details.title)
  const own = here ? shelf.versionsOf(here) : new Set<string>()
  for (const version of versions) {
    const isKnown = own.has(versionKey(version.name, version.created, version.statement))
    if (isKnown) plan.known.add(version.id)
    counts[isKnown ? 'same' : 'new']++
  }
}

function fateOf(db: LibraryFile, shelf: Shelf, record: CarriedDraft, content: string, versions: readonly CarriedVersion[]): Omit<DraftPlan, 'content'> {
  const came = db.get<{ draft: DraftId }>(
    'SELECT draft FROM carried JOIN draft ON draft.id = carried.draft WHERE origin = ? AND content = ? AND draft.removed IS NULL', record.id, content,
  )
  if (came) return { fate: 'same', here: came.draft, isFree: false }
  const row = db.get<Row>('SELECT removed FROM draft WHERE id = ?', record.id)
  const isFree = row === undefined
  if (!row || row['removed'] !== null) {
    const alike = shelf.draftLike(content)
    return alike ? { fate: 'same', here: alike, isFree } : { fate: 'new', here: null, isFree }
  }
  const mine = readDraft(db, record.id)!
  const myContent = draftKey(mine, mine.statement)
  if (myContent === content) return { fate: 'same', here: mine.id, isFree }
  // Untouched since it came from there, or known there before it was changed.
  const isUntouched = db.get('SELECT 1 FROM carried WHERE origin = ? AND content = ? AND draft = ?', record.id, myContent, mine.id) !== undefined
  if (isUntouched || record.formerly.includes(myContent)) return { fate: 'newer', here: mine.id, isFree }
  // A text that is a version of the other side's was worked on there, from here.
  const [myText, theirText] = [textKey(mine.statement), textKey(record.statement)]
  if (myText !== theirText && shelf.textsOf(mine.id).has(theirText)) return { fate: 'older', here: mine.id, isFree }
  if (myText !== theirText && versions.some(({ statement }) => textKey(statement) === myText)) return { fate: 'newer', here: mine.id, isFree }
  const alike = shelf.draftLike(content)
  return alike ? { fate: 'same', here: alike, isFree } : { fate: 'both', here: null, isFree }
}

const idsOf = ({ id, statement }: { id: DeclarationId; statement: Statement }): ClauseId[] => clausesOf(statement, clauseId(id)).map((clause) => clause.id)

/** A declaration that is here or will be; its key and clauses where they were asked for. */
interface Shelved {
  id: DeclarationId
  metadata: Metadata
  key?: string
  clauses?: readonly ClauseId[]
}

/** What is here, by its words. Texts are read when one like them comes, and once. */
class Shelf {
  readonly #db: LibraryFile
  readonly #ids: Set<string>
  readonly present: readonly StoredDeclaration[]
  readonly #bySize = new Map<string, Shelved[]>()
  #drafts: Map<string, DraftId> | null = null
  readonly #versions = new Map<DraftId, { keys: Set<string>; texts: Set<string> }>()

  constructor(db: LibraryFile) {
    this.#db = db
    const all = readDeclarations(db)
    this.#ids = new Set(all.map(({ id }) => id))
    this.present = all.filter(({ removed }) => removed === null)
    for (const metadata of this.present) this.#put(sizeKey(metadata.language, metadata.clauses + metadata.passages), { id: metadata.id, metadata })
  }

  #put(size: string, entry: Shelved): void {
    this.#bySize.set(size, [...(this.#bySize.get(size) ?? []), entry])
  }

  hasDeclaration(id: string): boolean {
    return this.#ids.has(id)
  }

  declarationLike(statement: Statement): Shelved | null {
    const candidates = this.#bySize.get(sizeOf(statement)) ?? []
    if (candidates.length === 0) return null
    const key = declarationKey(statement)
    return candidates.find((one) => (one.key ??= declarationKey(this.#statement('declaration', one.id))) === key) ?? null
  }

  /** It will be here: a second one of the same words is the same. */
  expect({ id, metadata, statement }: CarriedDeclaration): void {
    this.#put(sizeOf(statement), { id, metadata, key: declarationKey(statement), clauses: idsOf({ id, statement }) })
  }

  draftLike(content: string): DraftId | null {
    if (!this.#drafts) {
      this.#drafts = new Map()
      for (const { id } of this.#db.all<{ id: DraftId }>('SELECT id FROM draft WHERE removed IS NULL')) {
        const draft = readDraft(this.#db, id)!
        this.#drafts.set(draftKey(detailsOf(draft), draft.statement), id)
      }
    }
    return this.#drafts.get(content) ?? null
  }

  clausesIn = (shelved: Shelved): readonly ClauseId[] =>
    (shelved.clauses ??= idsOf({ id: shelved.id, statement: this.#statement('declaration', shelved.id) }))

  versionsOf = (draft: DraftId): ReadonlySet<string> => this.#versionKeys(draft).keys
  textsOf = (draft: DraftId): ReadonlySet<string> => this.#versionKeys(draft).texts

  #versionKeys(draft: DraftId): { keys: Set<string>; texts: Set<string> } {
    let known = this.#versions.get(draft)
    if (!known) {
      known = { keys: new Set(), texts: new Set() }
      for (const { id, name, created } of this.#db.all<{ id: string; name: string; created: string }>('SELECT id, name, created FROM version WHERE draft = ?', draft)) {
        const statement = this.#statement('version', id)
        known.keys.add(versionKey(name, created, statement))
        known.texts.add(textKey(statement))
      }
      this.#versions.set(draft, known)
    }
    return known
  }

  #statement(table: 'declaration' | 'version', id: string): Statement {
    return JSON.parse(this.#db.get<{ statement: string }>(`SELECT statement FROM ${table} WHERE id = ?`, id)!.statement) as Statement
  }
}

const sizeKey = (language: string, clauses: number) => `${language} ${clauses}`
const sizeOf = (statement: Statement) => sizeKey(statement.language, clausesOf(statement, clauseId('' as DeclarationId)).length)
