// What a diagnostic bundle holds: versions, sizes, counts, states and the log; no text, title, name or path of the officer's. Nothing is
// taken over as a whole: each value is named here, or is a number.
import Database from 'better-sqlite3'
import { readdirSync, statfsSync, statSync } from 'node:fs'
import { arch, cpus, homedir, platform, release, totalmem, userInfo } from 'node:os'
import { dirname } from 'node:path'
import type { AppInfo, Settings } from '../../../shared/contract/app.ts'
import { BATCH_STATES, type BatchState } from '../../../shared/contract/batches.ts'
import type { DiagnosisEntry } from '../../../shared/contract/diagnosing.ts'
import type { ErrorCode } from '../../../shared/contract/error.ts'
import about from '../../../package.json' with { type: 'json' }
import { isEncrypted } from '../db/cipher.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { schemaVersion } from '../db/migrate.ts'
import { keptOf } from '../db/place.ts'
import { isOnSameDisk, readSecond, reachedSecond } from '../db/second.ts'
import { keyFileOf } from '../protection/keyFile.ts'

export interface Diagnosed {
  library: string
  /** null where it is not open. */
  db: LibraryFile | null
  refusal: ErrorCode | null
  /** null where it was not checked. */
  isWhole: boolean | null
  settings: Settings | null
  host: AppInfo['host']
  locale: string
  now: Date
  log: string
}

/** Of the log its end, so much. */
const MOST_LOG = 200_000
const LAST_ERRORS = 50

export function diagnose(from: Diagnosed): DiagnosisEntry[] {
  const log = scrubbed(from.log, from.library).slice(-MOST_LOG)
  const errors = log.split('\n').filter((line) => line.includes('"level":"error"')).slice(-LAST_ERRORS)
  return [
    asJson('about.json', aboutMachine(from)),
    asJson('library.json', aboutLibrary(from)),
    asJson('settings.json', from.settings && aboutSettings(from.settings)),
    asJson('work.json', from.db && aboutWork(from.db)),
    { name: 'errors.log', text: errors.join('\n') },
    { name: 'alternat.log', text: log },
  ]
}

const asJson = (name: string, value: unknown): DiagnosisEntry => ({ name, text: JSON.stringify(value, null, 2) })

const aboutMachine = ({ host, locale, now }: Diagnosed) => ({
  version: about.version, made: now.toISOString(), host, language: locale.slice(0, 2),
  system: platform(), release: release(), processor: arch(), processors: cpus().length, memory: totalmem(),
  node: process.versions.node, electron: process.versions['electron'] ?? null, sqlite: sqliteVersion(),
})

function sqliteVersion(): string {
  const sqlite = new Database(':memory:')
  try {
    return String(sqlite.prepare('SELECT sqlite_version()').pluck().get())
  } finally {
    sqlite.close()
  }
}

function aboutLibrary({ library, db, refusal, isWhole }: Diagnosed) {
  if (library === ':memory:') return { file: 'in memory' }
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? null
  const second = readSecond(library)
  return {
    isWhole, refusal, isEncrypted: isEncrypted(library), hasKeyFile: sizeOf(keyFileOf(library)) !== null,
    size: sizeOf(library), log: sizeOf(`${library}-wal`), free: freeAt(dirname(library)),
    schema: db && schemaVersion(db.sqlite), tables: db && rowsOf(db), beside: readdirSync(dirname(library)).length,
    kept: keptOf(library).map(({ place, kind, taken, size }) => ({ place, kind, taken, size })),
    second: second && { isReached: reachedSecond(library) !== null, isOnSameDisk: isOnSameDisk(library), failure: second.failure, owed: second.owed.length },
  }
}

function freeAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** A damaged table has no count. A table that is none of ours is not named. */
function rowsOf(db: LibraryFile): Record<string, number | null> {
  const names = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) => name)
  return Object.fromEntries(names.filter((name) => /^[a-z_]{1,40}$/.test(name)).map((name) => {
    try {
      return [name, db.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`)!.rows]
    } catch {
      return [name, null]
    }
  }))
}

const aboutSettings = ({ locale, theme, author, delegation, introSeen, trackChanges, docks, hands, lockAfter }: Settings) => ({
  locale, theme, introSeen, trackChanges, lockAfter,
  hasAuthor: author !== '', hasDelegation: delegation !== '', docks: Object.keys(docks).length, hands: Object.keys(hands).length,
})

/** Batches by the states of their files. */
function aboutWork(db: LibraryFile) {
  try {
    const filesOf = (state: BatchState) => db.get<{ files: number }>('SELECT count(*) AS files FROM batch_file WHERE state = ?', state)!.files
    return { batches: Object.fromEntries(BATCH_STATES.map((state) => [state, filesOf(state)])) }
  } catch {
    return { batches: null }
  }
}

/** Places of this machine and the name of its user are not told. */
function scrubbed(log: string, library: string): string {
  const places: [string, string][] = [[library, '<library>'], [dirname(library), '<folder>'], [homedir(), '~']]
  const plain = places.filter(([place]) => place.length > 1).reduce((text, [place, as]) =>
    text.replaceAll(JSON.stringify(place).slice(1, -1), as).replaceAll(place, as), log)
  const { username } = userInfo()
  return username.length > 2 ? plain.replaceAll(new RegExp(`(?<=[/\\\\])${username.replaceAll(/[^\w]/g, '.')}(?=[/\\\\])`, 'g'), '<user>') : plain
}
