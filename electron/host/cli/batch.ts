// Whole folders and archives from the command line, as batches of the library: the screen shows them, and either goes on with
// what the other began.
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { BatchFile, BatchSummary } from '../../../shared/contract/batches.ts'
import { isNoDocument } from '../../core/importing/batch/intake.ts'
import { errorSentence } from '../../hosting/language.ts'
import { isWord, say, tongue } from '../words.ts'
import { walkFolder, type Walked } from './folder.ts'
import { readInput, type Session } from './session.ts'

/** Files are handed over so many at a time, or so many bytes. */
const MOST_AT_ONCE = { files: 200, bytes: 4 * 1024 * 1024 }

export interface BatchOptions {
  /** Goes on with the unfinished batch of that name where there is one. */
  resume: boolean
  /** Stores also what an officer should look at first, but for what is nearly in the library. */
  all: boolean
  /** Goes on where no snapshot can be taken first. */
  withoutSnapshot: boolean
}

export interface ReadBatch {
  batch: BatchSummary
  files: BatchFile[]
}

export const isUnfinished = ({ sealed, counts }: BatchSummary): boolean => !sealed || counts.waiting > 0

/** Whether an argument is imported as a batch. */
export async function isBatch(path: string): Promise<boolean> {
  return /\.zip$/iu.test(path) || ((await stat(path).catch(() => null))?.isDirectory() ?? false)
}

/** Reads a folder or an archive into the library. */
export async function importBatch(session: Session, path: string, options: BatchOptions): Promise<ReadBatch> {
  const name = basename(resolve(path)) || path
  const known = options.resume ? (await session.call('batch.list', {})).find((batch) => batch.name === name && isUnfinished(batch)) : undefined
  const { id } = known ?? await session.call('batch.start', { name, announced: 0, direct: true })
  await session.job(say('handing-over', { name }), async (job) => {
    for await (const files of chunks(filesOf(path))) {
      await session.call('batch.add', { batch: id, files: files.map(given), job })
    }
  })
  const batch = await session.call('batch.seal', { batch: id })
  return runBatch(session, batch, options)
}

/** Goes on with a batch until nothing of it waits. */
export async function runBatch(session: Session, { id, name }: BatchSummary, { all, withoutSnapshot }: Omit<BatchOptions, 'resume'>): Promise<ReadBatch> {
  const run = () => session.job(name, (job) => session.call('batch.run', { batch: id, withoutSnapshot, job }))
  await run()
  const read = await session.call('batch.open', { batch: id })
  const unsure = read.files.filter(({ state, reasons }) => state === 'look' && !reasons.includes('near')).map(({ key }) => key)
  if (!all || unsure.length === 0) return read
  await session.call('batch.decide', { batch: id, files: unsure, as: 'keep' })
  await run()
  return session.call('batch.open', { batch: id })
}

async function* filesOf(path: string): AsyncGenerator<Walked, void> {
  if ((await stat(path)).isDirectory()) yield* walkFolder(path, isNoDocument)
  else {
    const { name, bytes } = await readInput(path)
    yield { path: name, bytes }
  }
}

async function* chunks(files: AsyncGenerator<Walked, void>): AsyncGenerator<Walked[], void> {
  let held: Walked[] = []
  let size = 0
  for await (const file of files) {
    const bytes = 'bytes' in file ? file.bytes.length : 0
    if (held.length > 0 && (held.length === MOST_AT_ONCE.files || size + bytes > MOST_AT_ONCE.bytes)) {
      yield held
      held = []
      size = 0
    }
    held.push(file)
    size += bytes
  }
  if (held.length > 0) yield held
}

const given = (file: Walked) => 'bytes' in file ? { path: file.path, data: Buffer.from(file.bytes).toString('base64') } : file

/** What scripts get of a batch. */
export const batchShape = ({ batch, files }: ReadBatch) => ({
  batch: batch.id,
  name: batch.name,
  counts: batch.counts,
  files: files.map(({ path, state, error, reasons, alike, declaration }) => ({
    file: path,
    state,
    ...(error && { error: { code: error.code, message: errorSentence(error, tongue) } }),
    ...(reasons.length > 0 && { reasons }),
    ...(alike && { alike: { id: alike.id, title: alike.title, share: alike.share } }),
    ...(declaration && { declaration }),
  })),
})

/** What people read of it: sums that add up, what was not read and why, what waits to be looked at. */
export const batchLines = ({ batch, files }: ReadBatch): string[] => [
  say('batch-counts', { name: batch.name, ...batch.counts, out: batch.counts['left-out'], total: files.length }),
  ...files.flatMap(({ path, state, error, reasons, alike }) => {
    if (state === 'failed' && error) return [`  ${path}: ${errorSentence(error, tongue)}`]
    if (state === 'look') return [`  ${path}: ${say('batch-look', { reasons: reasons.map((reason) => reasonOf(reason, alike)).join(', ') })}`]
    return []
  }),
  ...(batch.counts.look > 0 ? [say('batch-look-how')] : []),
]

function reasonOf(reason: string, alike: BatchFile['alike']): string {
  const word = `look-${reason}`
  return isWord(word) ? say(word, { share: alike?.share ?? 0, title: alike?.title.replaceAll(/\s+/gu, ' ') ?? '' }) : reason
}
