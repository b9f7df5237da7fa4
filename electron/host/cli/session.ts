// One command's use of the backend: opened on a library, called, and closed again; Ctrl+C cancels the work under way.
import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MAX_CARRY_BYTES, MAX_FILE_BYTES } from '../../../shared/contract/app.ts'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { connect, type Client } from '../../../shared/contract/index.ts'
import { declarationIdSchema, draftIdSchema, versionIdSchema, type FileHandle } from '../../../shared/model/ids.ts'
import { createBackend, type Backend } from '../../core/backend.ts'
import { machinePorts } from '../../core/ports.ts'
import { systemLocale } from '../../hosting/language.ts'
import { openLog, readLog } from '../../hosting/logFile.ts'
import { dataFolder, defaultLibrary, places } from '../../hosting/places.ts'
import { say } from '../words.ts'
import type { Invocation } from './command.ts'
import { libraryKey } from './passphrase.ts'
import type { Printer } from './printer.ts'

export interface Session {
  call: Client['call']
  /** Hands a file to the backend. */
  stage(path: string): Promise<FileHandle>
  /** The same for a carry file, which may be larger than one message. */
  stageCarry(path: string): Promise<FileHandle>
  /** What an argument names: a file on disk, or the id of a declaration, a draft or a version. */
  refOf(argument: string): Promise<TextRef>
  /** Runs long work under a job id: its progress is shown as `label`, and Ctrl+C cancels it. */
  job<T>(label: string, work: (job: string) => Promise<T>): Promise<T>
  /** Names the file that the next export is written to. */
  saveTo(path: string): void
}

/** A library for commands that read files only: it is gone with the command. */
const NO_LIBRARY = ':memory:'

/** How long a command that writes waits for another one to leave the library, in ms, and how often it looks. */
const PATIENCE_MS = 10_000
const AGAIN_MS = 100

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Whether an argument names a file rather than something in the library. */
export async function isFile(argument: string): Promise<boolean> {
  return (await stat(argument).catch(() => null)) !== null
}

/** Whether every argument is a file, so that no library is needed. */
export const libraryFor = async (invocation: Invocation, textArguments: string[]): Promise<string> =>
  invocation.text('library') ?? ((await Promise.all(textArguments.map(isFile))).every(Boolean) ? NO_LIBRARY : defaultLibrary())

/** The library that is asked beside the texts: the named one, else the officer's own where there is one. */
export const libraryBeside = async (invocation: Invocation, textArguments: string[]): Promise<string> =>
  invocation.text('library') ?? (await isFile(defaultLibrary()) ? defaultLibrary() : libraryFor(invocation, textArguments))

/** The library a command is told to use, else the officer's own. */
export const namedLibrary = (invocation: Invocation): string => invocation.text('library') ?? defaultLibrary()

/**
 * Opens the backend on `library`, runs `work`, and closes it whatever happens. With `writes` it waits a while for another
 * command on the same library to end, then throws `library-locked`. An encrypted library is unlocked first.
 */
export async function withSession<T>(
  invocation: Invocation, library: string, work: (session: Session) => Promise<T>, { writes = false } = {},
): Promise<T> {
  let savePath: string | null = null
  let cancelJob = () => {}
  const interrupted = Promise.withResolvers<never>()
  interrupted.promise.catch(() => {})
  const interrupt = () => {
    cancelJob()
    interrupted.reject(new AppError('cancelled', 'interrupted'))
  }
  const key = await libraryKey(invocation, library)
  const open = () => createBackend({
    library,
    key,
    mustWrite: writes,
    host: 'command-line',
    templates: places.templates,
    worker: places.worker,
    ports: { ...machinePorts, readLog: () => readLog(dataFolder()), saveFile: () => Promise.resolve(savePath) },
    locale: systemLocale(),
    log: openLog(dataFolder()),
  })
  // Before the library is opened: from here on Ctrl+C leaves it closed properly.
  for (const signal of SIGNALS) process.once(signal, interrupt)
  try {
    const backend = writes ? await patiently(open, invocation.printer, interrupted.promise) : open()
    try {
      return await Promise.race([work(sessionOn(backend)), interrupted.promise])
    } finally {
      await backend.close()
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt)
  }

  function sessionOn(backend: Backend): Session {
    const { call, on } = connect(backend)
    return {
      call: (name, input) => Promise.race([call(name, input), interrupted.promise]),
      stage: (path) => stage(call, path),
      stageCarry: (path) => stageCarry(call, path),
      refOf: (argument) => refOf(call, argument),
      async job(label, run) {
        const job = randomUUID()
        cancelJob = () => void call('job.cancel', { job }).catch(() => {})
        const silence = on('job.progress', (progress) => {
          if (progress.job === job) invocation.printer.progress(progressLine(label, progress.done, progress.total))
        })
        invocation.printer.progress(progressLine(label, 0, 0))
        try {
          return await Promise.race([run(job), interrupted.promise])
        } finally {
          silence()
          cancelJob = () => {}
          invocation.printer.progress(null)
        }
      },
      saveTo(path) { savePath = path },
    }
  }
}

/** What `open` gives; where the library is locked, tried again until it is free or patience ends. */
async function patiently<T>(open: () => T, printer: Printer, interrupted: Promise<never>): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  try {
    for (;;) {
      try {
        return open()
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'library-locked') || performance.now() > end) throw error
      }
      printer.progress(say('waiting'))
      await Promise.race([pause(AGAIN_MS), interrupted])
    }
  } finally {
    printer.progress(null)
  }
}

const progressLine = (label: string, done: number, total: number): string =>
  total > 0 ? say('progress', { label, percent: Math.floor((100 * done) / total) }) : say('progress-unknown', { label })

/** Reads a file that is small enough to be read at all. */
export async function readInput(path: string, most: number = MAX_FILE_BYTES): Promise<{ name: string; bytes: Buffer }> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new AppError('file-is-folder', 'a folder', { name: path })
  if (!found?.isFile()) throw new AppError('file-missing', 'no such file', { name: path })
  if (found.size > most) throw new AppError('file-too-large', 'file too large', { name, limit: most / 1024 / 1024 })
  return { name, bytes: await readFile(path) }
}

async function stage(call: Client['call'], path: string): Promise<FileHandle> {
  const { name, bytes } = await readInput(path)
  return (await call('file.stage', { name, data: bytes.toString('base64') })).file
}

async function stageCarry(call: Client['call'], path: string): Promise<FileHandle> {
  const { name, bytes } = await readInput(path, MAX_CARRY_BYTES)
  const chunk = (from: number) => bytes.subarray(from, from + MAX_FILE_BYTES).toString('base64')
  const { file } = await call('file.stage', { name, data: chunk(0) })
  for (let from = MAX_FILE_BYTES; from < bytes.length; from += MAX_FILE_BYTES) await call('file.append', { file, data: chunk(from) })
  return file
}

async function refOf(call: Client['call'], argument: string): Promise<TextRef> {
  if (await isFile(argument)) return { kind: 'file', file: await stage(call, argument) }
  const declaration = declarationIdSchema.safeParse(argument)
  if (!declaration.success) throw new AppError('file-missing', 'neither a file nor an id', { name: argument })
  const draft = draftIdSchema.parse(argument)
  const version = versionIdSchema.parse(argument)
  return await found(call('declaration.open', { id: declaration.data })) ? { kind: 'declaration', id: declaration.data }
    : await found(call('draft.open', { id: draft })) ? { kind: 'draft', id: draft }
      : await found(call('version.open', { id: version })) ? { kind: 'version', id: version }
        : refuse(argument)
}

async function found(opening: Promise<unknown>): Promise<boolean> {
  try {
    await opening
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false
    throw error
  }
}

function refuse(argument: string): never {
  throw new AppError('file-missing', 'neither a file nor an id', { name: argument })
}
