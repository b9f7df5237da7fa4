// Attacks on a library that is being saved to, and the judgement: is every save that was acknowledged there, whole?
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { encryptInPlace, isEncrypted, openSqlite, type LibraryKey } from '../../electron/core/db/cipher.ts'
import { APPLICATION_ID } from '../../electron/core/db/header.ts'
import { migrate } from '../../electron/core/db/migrate.ts'
import { migrations } from '../../electron/core/db/migrations/index.ts'
import { openLibrary } from '../../electron/core/db/open.ts'
import type { Block } from '../../shared/model/statement.ts'
import type { TrailChange } from '../../shared/model/trail.ts'
import { cuts, layOut, seeded, type Loss } from './disk/powerCut.ts'
import { record, type Fault, type Recording } from './disk/recording.ts'
import { filesWith } from './markers.ts'
import { openServices } from './services.ts'

const opener = fileURLToPath(new URL('../fixtures/opener.ts', import.meta.url))
export const saver = fileURLToPath(new URL('../fixtures/saver.ts', import.meta.url))

/** Of every encrypted library that is attacked. */
export const ATTACKED_KEY: LibraryKey = { id: '0123456789abcdef', secret: Buffer.alloc(32, 0x5e) }

/** The key that opens it, whichever it is. */
export const keyOf = (library: string): LibraryKey | null => (isEncrypted(library) ? ATTACKED_KEY : null)

/** A new library that is encrypted from its first word on. */
export function encryptedLibrary(path: string): void {
  openLibrary(path).close()
  const sqlite = openSqlite(path, { fileMustExist: true }, null)
  encryptInPlace(sqlite, ATTACKED_KEY)
  sqlite.close()
}

/** The text of a rev, long enough for several pages: of one and the next, three paragraphs differ. */
export const savedText = (rev: number): Block[] =>
  Array.from({ length: 20 + (rev % 3) }, (_, index) => {
    const last = rev - ((((rev - index) % 10) + 10) % 10)
    return { id: `b${index}`, kind: 'paragraph' as const, runs: [{ text: `rev ${last} `.repeat(80 + ((((last * 7 + index) % 40) + 40) % 40)) }] }
  })

/** What is stored with a rev for undoing: the one step that led to it, of as many characters as a sentence has. */
export const savedTrail = (rev: number): TrailChange => {
  const put: Block = { id: 'b0', kind: 'paragraph', runs: [{ text: `undone rev ${rev} `.repeat(10) }] }
  return { from: rev, steps: [{ blocks: [{ at: 0, out: [], put: [put] }], comments: [], before: null, after: null }], done: rev + 1, caret: null }
}

/** The last rev that was acknowledged; 0 where none was. */
export const acknowledged = (printed: string): number =>
  Number(printed.slice(0, printed.lastIndexOf('\n') + 1).match(/saved (\d+)\n(?![^]*saved \d+\n)/)?.[1] ?? 0)

export const failures = (printed: string): string[] => [...printed.matchAll(/failed (\S+)\n/g)].map(([, code]) => code!)

/** What is wrong with the library after an attack; null where all that was acknowledged is there and it can be written again. */
export function harm(library: string, rev: number): string | null {
  try {
    return harmTo(openServices(library, keyOf(library)), rev)
  } catch (error) {
    return `not opened: ${String(error)}`
  }
}

function harmTo({ db, drafts }: ReturnType<typeof openServices>, rev: number): string | null {
  try {
    if (!db.writable) return 'not writable'
    if (db.sqlite.pragma('integrity_check', { simple: true }) !== 'ok') return 'damaged'
    const summary = drafts.list()[0]
    if (!summary) return rev === 0 ? null : `rev ${rev} lost, no draft`
    const draft = drafts.open(summary.id)
    if (draft.rev < rev) return `rev ${rev} lost, rev ${draft.rev} found`
    if (draft.rev > 1 && !isDeepStrictEqual(draft.statement.blocks, savedText(draft.rev))) return `rev ${draft.rev} is not its text`
    if (draft.rev > 1 && !isDeepStrictEqual(drafts.resume(draft.id).trail?.steps.at(-1), savedTrail(draft.rev).steps[0])) return `rev ${draft.rev} cannot be undone`
    return null
  } finally {
    db.close()
  }
}

/** Runs the saver until it has acknowledged `saves` saves, kills it, and tells the last rev it acknowledged. */
export function killAfter(saves: number, library: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [saver, library, '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let heard = ''
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      if (heard.split('\n').length > saves) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => resolve(acknowledged(heard)))
  })
}

export interface CutSaving {
  recorder: string
  saves: number
  cuts: number
  loss: Loss
  manner?: 'careful' | 'careless'
  isEncrypted?: boolean
}

/** Cuts the power `cuts` times, evenly over a run of `saves` saves from a new library on, and tells the harm done. */
export async function cutPower({ recorder, saves, cuts: count, loss, manner = 'careful', isEncrypted = false }: CutSaving): Promise<{ cuts: number; harm: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-cuts-'))
  try {
    const library = join(folder, 'library.alternat')
    if (isEncrypted) encryptedLibrary(library)
    const recording = await record(recorder, folder, saver, [library, String(saves), manner])
    return await cutRecording(recording, count, loss, (copy, printed) =>
      (isEncrypted && filesWith(copy, [' rev ']).length > 0 ? 'plain text on the disk' : harm(join(copy, 'library.alternat'), acknowledged(printed))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Cuts the power `count` times, evenly over what was recorded; `judge` tells the harm done to the files that were left. */
export async function cutRecording(
  recording: Recording, count: number, loss: Loss, judge: (folder: string, printed: string) => string | null | Promise<string | null>,
): Promise<{ cuts: number; harm: string[] }> {
  const copies = mkdtempSync(join(tmpdir(), 'alternat-cuts-'))
  try {
    const places = new Set(Array.from({ length: count }, (_, index) => Math.floor((recording.steps.length * (index + 1)) / count)))
    const done: string[] = []
    for (const cut of cuts(recording, places, loss, seeded(count))) {
      const copy = layOut(cut, copies)
      const wrong = await judge(copy, cut.printed)
      if (wrong) done.push(`step ${cut.at}: ${wrong}`)
      rmSync(copy, { recursive: true })
    }
    return { cuts: places.size, harm: done }
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

/** Saves while one call fails, then cuts the power: what was acknowledged must not have needed the call that failed. */
export async function failDisk(recorder: string, library: string, saves: number, fault: Fault): Promise<{ fired: boolean; told: string[]; harm: string | null }> {
  const recording = await record(recorder, dirname(library), saver, [library, String(saves)], fault)
  const copies = mkdtempSync(join(tmpdir(), 'alternat-faults-'))
  try {
    const [end] = cuts(recording, new Set([recording.steps.length]), 'all', seeded(1))
    return {
      fired: recording.steps.some(({ kind }) => kind === 'fault'),
      told: failures(end!.printed),
      harm: harm(join(layOut(end!, copies), basename(library)), acknowledged(end!.printed)),
    }
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

/** A library of an earlier schema, made by the steps that were published then, with one declaration. */
export function olderLibrary(path: string, steps: number): void {
  const sqlite = new Database(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(sqlite, migrations.slice(0, steps))
  sqlite.exec(`INSERT INTO declaration VALUES ('d1', 'Kept', 'declaration', 'en', 'adopted', NULL, NULL, '', '[]', 0, 0, '', '', '2026-01-01T00:00:00Z', NULL, '{"language":"en","blocks":[]}')`)
  sqlite.close()
}

/** Cuts the power `count` times while a library of an earlier schema is brought up to date. */
export async function cutMigration(recorder: string, steps: number, count: number): Promise<{ cuts: number; harm: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-cuts-'))
  try {
    olderLibrary(join(folder, 'library.alternat'), steps)
    const recording = await record(recorder, folder, opener, [join(folder, 'library.alternat')])
    return await cutRecording(recording, count, 'some', (copy) => schemaHarm(join(copy, 'library.alternat')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is wrong where a library is neither of a published schema, whole, nor goes on to the newest. */
function schemaHarm(library: string): string | null {
  const schema = (sqlite: Database.Database) => JSON.stringify(sqlite.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all())
  const found = new Database(library)
  try {
    const version = Number(found.pragma('user_version', { simple: true }))
    const wanted = new Database(':memory:')
    migrate(wanted, migrations.filter((step) => step.version <= version))
    if (schema(found) !== schema(wanted)) return `version ${version} with another schema`
  } finally {
    found.close()
  }
  const db = openLibrary(library)
  try {
    return db.get("SELECT 1 FROM declaration WHERE id = 'd1' AND title = 'Kept'") ? null : 'what it held is gone'
  } finally {
    db.close()
  }
}
