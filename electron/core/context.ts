// What every handler factory receives: the services of the backend, as interfaces, so that no area imports another's code.
import type { Settings } from '../../shared/contract/app.ts'
import type { Bulk } from '../../shared/contract/copies.ts'
import type { CurationEdit, CurationStep, SavedSearch } from '../../shared/contract/curating.ts'
import type { DocumentMatch } from '../../shared/contract/documents.ts'
import type { DraftStart, Resumed } from '../../shared/contract/drafts.ts'
import type { Events, Input } from '../../shared/contract/index.ts'
import type { Alike, ClauseFilter, ClauseHit, ClauseSearchResult, Known, LibraryFacets, OpenedDeclaration } from '../../shared/contract/library.ts'
import type { LanguageAct, LanguageVersions } from '../../shared/contract/languages.ts'
import type { Correction, Lineage } from '../../shared/contract/lineage.ts'
import type { Converted, Protection, SavedRecovery } from '../../shared/contract/protection.ts'
import type { Asked, Precedent } from '../../shared/contract/precedents.ts'
import type { DeclarationSummary, Metadata } from '../../shared/model/declaration.ts'
import type { KnownDocument } from '../../shared/model/document.ts'
import type { Draft, DraftDetails, DraftSummary, Version } from '../../shared/model/draft.ts'
import type { FormTemplate } from '../../shared/model/form.ts'
import type { ClauseId, DeclarationId, DraftId, FileHandle, SavedSearchId, VersionId } from '../../shared/model/ids.ts'
import type { LanguageMatch, Version as LanguageVersion } from '../../shared/model/languageVersion.ts'
import type { StatementPatch } from '../../shared/model/patch.ts'
import type { Proposal } from '../../shared/model/proposal.ts'
import type { Statement } from '../../shared/model/statement.ts'
import type { WindowPlace, TrailChange } from '../../shared/model/trail.ts'
import type { JobRunner } from './jobs/task.ts'
import type { LibraryFile } from './db/libraryFile.ts'
import type { Log } from './log.ts'
import type { Ports } from './ports.ts'

export interface LibraryService {
  /** Every declaration in the library, newest text first. */
  declarations(): readonly DeclarationSummary[]
  list(): { declarations: DeclarationSummary[]; facets: LibraryFacets; clauses: number }
  /** Throws `not-found` for an unknown or removed declaration. */
  open(id: DeclarationId): OpenedDeclaration
  /** The declaration in the library that came from this very file (SHA-256, hex), if any. */
  findByHash(hash: string): { id: DeclarationId; title: string } | null
  /** A declaration whose text is that of the proposal, or nearly so. */
  findAlike(proposal: Proposal): Alike | null
  /**
   * Throws `already-imported` for the same file unless `again`. One that is `quiet` is not told to the windows. `known` says which
   * documents and language versions it is; without it the text is every missing document that it surely is.
   */
  store(proposal: Proposal, options?: { again?: boolean; sample?: boolean; quiet?: boolean; known?: Known }): { id: DeclarationId; clauses: number; passages: number }
  /** Changes with what is known about a declaration; null where it is not in the library. */
  markOf(id: DeclarationId): string | null
  /** Makes older declarations known to `findAlike`; in steps. */
  rememberAll(): Generator<void, void>
  update(id: DeclarationId, change: Partial<Metadata>): DeclarationSummary
  remove(id: DeclarationId): void
  restore(id: DeclarationId): void
  /** Deletes a removed declaration with its clauses. Drafts that took language from it keep that language. */
  deleteForGood(id: DeclarationId): void
  /** Takes declarations out at once, or brings them back; windows are told once. */
  setRemoved(ids: readonly DeclarationId[], removed: boolean): void
  search(query: string, filter: ClauseFilter, limit: number, offset: number, facets?: boolean): ClauseSearchResult
  openClause(id: ClauseId): ClauseHit
  /** Earlier wordings close to a text, the closest first; in steps, so that windows are answered between two of them. */
  precedents(asked: Asked): Generator<void, Precedent[]>
}

export interface LineageService {
  /** The family of a clause in order of date; in steps, so that windows are answered between two of them. */
  open(clause: ClauseId): Generator<void, Lineage>
  join(one: ClauseId, other: ClauseId): Correction
  takeOut(clause: ClauseId): Correction
  /** Holds the clauses together as they are, or no longer. */
  pin(clauses: readonly ClauseId[], pinned: boolean): Correction
  /** Throws `conflict` where another correction was made since. */
  undo(act: number): void
  /** Resolves once every clause has been compared with the others; tells how far it is, and stops, as the job of that name. */
  prepare(job?: string): Promise<void>
  /** Begins to compare clauses that came in, unless an officer stopped it. */
  consider(): void
}

export interface DocumentService {
  /** All that reports name, the newest first, with the declarations that may be those whose text is missing; in steps. */
  list(): Generator<void, KnownDocument[]>
  /** The missing documents that such a text may be; first the one that was wanted, whatever speaks for it. */
  match(text: Pick<Metadata, 'title' | 'date' | 'form' | 'parties'>, wanted?: number): DocumentMatch[]
  /** Says which declaration is its text, or that none is. Throws `not-found`. */
  tie(document: number, declaration: DeclarationId | null): void
  dismiss(document: number, dismissed: boolean): void
}

export interface LanguageService {
  /** Declarations that are one document, and pairs that may be; in steps. */
  list(): Generator<void, LanguageVersions>
  /** The declarations that such a text may be in another language. */
  match(text: LanguageVersion): ({ declaration: DeclarationId } & LanguageMatch)[]
  join(one: DeclarationId, other: DeclarationId): LanguageAct
  /** `other` is not what `one` is. */
  part(one: DeclarationId, other: DeclarationId): LanguageAct
  /** Throws `conflict` where another act was made since. */
  undo(act: number): void
  /** The clause of the other declaration that stands for this one; null where none can be told. */
  clause(clause: ClauseId, declaration: DeclarationId): ClauseId | null
}

export interface CurationService {
  /** Changes what is noted about all of them in one step; null where nothing became another. Throws `not-found` for an unknown id. */
  edit(edit: CurationEdit): CurationStep | null
  /** The newest step that can be taken back. */
  last(): CurationStep | null
  /** Puts back exactly what was; throws `changed-since` (details.count) and changes nothing where any of it was changed again since. */
  undo(step: number): { subjects: number }
}

export interface SavedSearchService {
  /** By name. */
  list(): SavedSearch[]
  /** In the place of one that has this name. */
  save(name: string, query: string, filter: ClauseFilter): SavedSearch
  /** Throws `name-taken` where another one has this name. */
  rename(id: SavedSearchId, name: string): SavedSearch
  delete(id: SavedSearchId): void
}

export interface DraftService {
  list(): DraftSummary[]
  start(start: DraftStart): Draft
  open(id: DraftId): Draft
  /** Returns once the text is on disk; throws `conflict` (details.rev) and changes nothing where `baseRev` is stale. */
  save(id: DraftId, baseRev: number, statement: Statement, trail?: TrailChange): { rev: number; saved: string }
  /** The same of what became another; throws `invalid` where the patch does not fit. */
  change(id: DraftId, baseRev: number, patch: StatementPatch, trail?: TrailChange): { rev: number; saved: string }
  resume(id: DraftId): Resumed
  place(id: DraftId, place: WindowPlace): void
  /** Of drafts that were not saved for a day nothing can be undone any more; tells how many steps went. */
  forgetOldTrails(): number
  describe(id: DraftId, change: Partial<DraftDetails>): Draft
  copy(id: DraftId, title: string, statement?: Statement): Draft
  remove(id: DraftId): void
  restore(id: DraftId): void
  /** Deletes a removed draft with its versions. */
  deleteForGood(id: DraftId): void
  versions(id: DraftId): Version[]
  createVersion(id: DraftId, name: string): Version
  /** Keeps `draft` as it was handed over, as a version whose id was given out before; once, however often it is asked. */
  keepVersion(id: VersionId, draft: Draft, name: string): Version
  openVersion(id: VersionId): { version: Version; details: DraftDetails; statement: Statement }
  restoreVersion(id: VersionId, baseRev: number, keptAs: string): Draft
}

export interface SettingsService {
  get(): Settings
  set(change: Partial<Settings>): Settings
}

export interface ProtectionService {
  state(): Protection
  /** Throws `passphrase-wrong`, after some in a row `passphrase-paused`, and what opening the library throws. */
  unlock(passphrase: string): Promise<void>
  /** Throws `recovery-wrong`. */
  recover(recovery: string, passphrase: string): Promise<void>
  lock(): Promise<void>
  /** The library is closed meanwhile, and stands there plain or encrypted as a whole, however this ends. */
  encrypt(asked: Input<'protection.encrypt'>): Promise<Converted>
  decrypt(asked: Input<'protection.decrypt'>): Promise<Converted>
  change(asked: Input<'protection.change'>): Promise<void>
  recovery(passphrase: string): Promise<SavedRecovery>
  /** Throws `keychain-weak`. */
  keychain(on: boolean): void
  copies(asked: Input<'protection.copies'>): Promise<Converted>
  /** Ends the job of encrypting or decrypting; the library stays as it was, or is changed already. */
  cancel(job: string): void
}

export interface BulkOptions {
  /** The officer goes on without one. */
  withoutSnapshot?: boolean | undefined
  /** Cancels the taking. */
  job?: string | undefined
}

export interface SnapshotService {
  /**
   * Takes a snapshot before such an act and tells its name; null where the act is too small for one or the library is none on disk. Throws
   * `snapshot-failed` (details.reason), and then the act is not to be done.
   */
  before(bulk: Bulk, options?: BulkOptions): Promise<string | null>
  /** Resolves once those under way, here and in the second folder, are done or have failed. */
  settled(): Promise<void>
}

export interface StagedFile {
  name: string
  bytes: Uint8Array
}

/** Files handed over by a window, held in memory for this session under handles that are never paths. */
export interface FileStage {
  put(name: string, bytes: Uint8Array): FileHandle
  /** Throws `file-too-large` where the whole would pass the limit of a carry file. */
  append(handle: FileHandle, bytes: Uint8Array): void
  /** Throws `not-found` for a handle that is unknown, dropped or pushed out by newer files. */
  get(handle: FileHandle): StagedFile
  drop(handle: FileHandle): void
}

export interface FormService {
  list(): FormTemplate[]
  get(id: string): FormTemplate
}

export interface EventHub {
  push<E extends keyof Events>(event: E, payload: Events[E]): void
  subscribe(heard: (event: string, payload: unknown) => void): () => void
}

export interface Context {
  db: LibraryFile
  library: LibraryService
  lineage: LineageService
  documents: DocumentService
  languages: LanguageService
  curation: CurationService
  searches: SavedSearchService
  drafts: DraftService
  settings: SettingsService
  snapshots: SnapshotService
  protection: ProtectionService
  files: FileStage
  forms: FormService
  jobs: JobRunner
  events: EventHub
  ports: Ports
  /** Full path of the folder `templates/`. */
  templates: string
  log: Log
}
