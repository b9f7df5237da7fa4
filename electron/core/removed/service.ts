// Texts that were taken out: listed, and deleted so that no word of them stays in the library's files or, if wanted, in its copies.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import type { LibraryCopy, RemovedRef, RemovedText } from '../../../shared/contract/removed.ts'
import type { Context } from '../context.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'
import { flushFolder } from '../db/folder.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { listSnapshots, snapshotFolder } from '../db/snapshot.ts'

/** What was taken out, the latest first. */
export const listRemoved = (db: LibraryFile): RemovedText[] => db.all<RemovedText>(`
  SELECT 'declaration' AS kind, id, title, date, removed FROM declaration WHERE removed IS NOT NULL
  UNION ALL SELECT 'draft', id, title, date, removed FROM draft WHERE removed IS NOT NULL
  ORDER BY removed DESC, id`)

/** The copies beside the library that hold one of these texts. A copy that cannot be read counts: nobody can say what it holds. */
export function* copiesHolding({ path: library, key }: Pick<LibraryFile, 'path' | 'key'>, texts: readonly RemovedRef[]): Generator<void, LibraryCopy[]> {
  const found: LibraryCopy[] = []
  for (const { path, copy } of copiesOf(library)) {
    if (holds(path, texts, key)) found.push(copy)
    yield
  }
  return found
}

/**
 * Deletes these texts; in steps, so that windows are answered between two of them. SQLite overwrites what is freed
 * (`secure_delete`), but the full-text index only marks what is forgotten: it is merged, which leaves the marked terms behind.
 */
export function* deleteForGood(
  texts: readonly RemovedRef[],
  withCopies: boolean,
  { db, library, drafts, log }: Pick<Context, 'db' | 'library' | 'drafts' | 'log'>,
  throwIfCancelled: () => void = () => {},
): Generator<void, { texts: number; copies: number }> {
  const waiting = new Set(listRemoved(db).map(({ kind, id }) => `${kind} ${id}`))
  if (texts.some(({ kind, id }) => !waiting.has(`${kind} ${id}`))) throw new AppError('not-found', 'a text was put back meanwhile')
  const copies = withCopies ? yield* copiesHolding(db, texts) : []
  throwIfCancelled()
  for (const text of texts) {
    if (text.kind === 'draft') drafts.deleteForGood(text.id)
    else library.deleteForGood(text.id)
    yield
  }
  yield* mergeIndex(db)
  for (let tries = 0; tries < TRIES && !db.emptyLog(); tries++) yield
  for (const copy of copies) deleteCopy(db.path, copy)
  if (copies.length > 0) flushFolder(dirname(db.path))
  log.info('removed.deleted', { texts: texts.length, copies: copies.length })
  return { texts: texts.length, copies: copies.length }
}

/** A reader that is at work for long keeps the log; it is emptied at the latest when the library is closed. */
const TRIES = 20

/** Pages of the full-text index that one step merges. */
const STEP = 256

function* mergeIndex(db: LibraryFile): Generator<void, void> {
  const changes = () => db.get<{ count: number }>('SELECT total_changes() AS count')!.count
  // A negative number begins to merge all there is into one, see "The 'merge' command" in SQLite's documentation of FTS5.
  for (let pages = -STEP, before = -1; changes() - before >= 2; pages = STEP) {
    before = changes()
    db.write(() => db.run("INSERT INTO clause_index (clause_index, rank) VALUES ('merge', ?)", pages))
    yield
  }
}

/** What follows the library's name in those of what `db/place.ts` and a salvage keep beside it; two of one second are numbered. */
const FORMER = /^-(?:replaced|damaged|salvaged)-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)Z(?:-\d+)?\.(?:alternat|txt)$/

function copiesOf(library: string): { path: string; copy: LibraryCopy }[] {
  const snapshots = listSnapshots(library).map(({ name, taken, size }) =>
    ({ path: join(snapshotFolder(library), name), copy: { name, kind: 'snapshot', taken, size } as const }))
  const folder = dirname(library)
  const own = basename(library)
  const formers = readdirSync(folder).sort().reverse().flatMap((name) => {
    const [, day, hour, minute, second] = (name.startsWith(own) && FORMER.exec(name.slice(own.length))) || []
    if (day === undefined) return []
    const path = join(folder, name)
    return [{ path, copy: { name, kind: 'former', taken: `${day}${hour}:${minute}:${second}Z`, size: statSync(path).size } as const }]
  })
  return [...snapshots, ...formers]
}

function holds(path: string, texts: readonly RemovedRef[], key: LibraryKey | null): boolean {
  try {
    const sqlite = openSqlite(path, { readonly: true, fileMustExist: true }, key)
    try {
      return texts.some(({ kind, id }) => sqlite.prepare(`SELECT 1 FROM ${kind} WHERE id = ?`).get(id) !== undefined)
    } finally {
      sqlite.close()
    }
  } catch {
    return true
  }
}

function deleteCopy(library: string, { kind, name }: LibraryCopy): void {
  const path = join(kind === 'snapshot' ? snapshotFolder(library) : dirname(library), name)
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
}
