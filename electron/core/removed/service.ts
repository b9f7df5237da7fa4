// Texts that were taken out: listed, and deleted so that no word of them stays in the library's files or, if wanted, in its copies.
import { AppError } from '../../../shared/contract/error.ts'
import type { RemovedRef, RemovedText } from '../../../shared/contract/removed.ts'
import type { Context } from '../context.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { keptOf, removeKept, type Kept } from '../db/place.ts'
import { readSecond, reachedSecond, writeSecond } from '../db/second.ts'
import { holds } from './holding.ts'

/** What was taken out, the latest first. */
export const listRemoved = (db: LibraryFile): RemovedText[] => db.all<RemovedText>(`
  SELECT 'declaration' AS kind, id, title, date, removed FROM declaration WHERE removed IS NOT NULL
  UNION ALL SELECT 'draft', id, title, date, removed FROM draft WHERE removed IS NOT NULL
  ORDER BY removed DESC, id`)

/** The copies of the library that hold one of these texts. A copy that cannot be read counts: nobody can say what it holds. */
export function* copiesHolding({ path: library, key }: Pick<LibraryFile, 'path' | 'key'>, texts: readonly RemovedRef[]): Generator<void, Kept[]> {
  const found: Kept[] = []
  for (const kept of keptOf(library)) {
    if (holds(kept.path, texts, key)) found.push(kept)
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
  for (const { path } of copies) removeKept(path)
  if (withCopies) oweSecond(db.path, texts)
  log.info('removed.deleted', { texts: texts.length, copies: copies.length })
  return { texts: texts.length, copies: copies.length }
}

/** A copy that was begun before the deletion and ended after it: looked for once none is under way. Tells how many there were. */
export function* deleteLateCopies(db: LibraryFile, texts: readonly RemovedRef[]): Generator<void, number> {
  const late = yield* copiesHolding(db, texts)
  for (const { path } of late) removeKept(path)
  return late.length
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

/** The folder in which there may be copies that cannot be looked at now; null where there is none. */
export const unreachedSecond = (library: string): string | null =>
  reachedSecond(library) === null ? readSecond(library)?.folder ?? null : null

/** Copies in a folder that cannot be reached go when it returns. */
function oweSecond(library: string, texts: readonly RemovedRef[]): void {
  const second = readSecond(library)
  if (second && unreachedSecond(library) !== null) writeSecond(library, { ...second, owed: [...second.owed, ...texts] })
}
