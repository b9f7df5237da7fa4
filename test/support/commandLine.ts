// Runs the command line from its sources: arguments in, two streams and an exit code out. As a process of its own where the
// process matters (language, signals, working folder), else in this one, which is faster.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Stream } from '../../electron/host/cli/printer.ts'
import { runCommandLine } from '../../electron/host/cli/run.ts'

const ENTRY = resolve(import.meta.dirname, '../../electron/host/cli/index.ts')

export interface Ran {
  /** null where a signal ended it. */
  code: number | null
  out: string
  err: string
}

export interface Running {
  ended: Promise<Ran>
  /** Resolves with everything printed so far once a whole line is there. */
  firstLine: Promise<string>
  kill(signal: NodeJS.Signals): void
}

/** `folder` holds everything the run writes of its own: the log, the default library, files without a path. */
export function startAlternat(folder: string, args: string[], lang = 'en_GB.UTF-8'): Running {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: folder,
    env: { ...process.env, XDG_DATA_HOME: folder, LC_ALL: lang, LANG: lang, ALTERNAT_LIBRARY: '', DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const line = Promise.withResolvers<string>()
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    if (out.includes('\n')) line.resolve(out)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text })
  return {
    ended: new Promise((resolve) => { child.on('close', (code) => resolve({ code, out, err })) }),
    firstLine: line.promise,
    kill: (signal) => { child.kill(signal) },
  }
}

export const alternatProcess = (folder: string, args: string[], lang?: string): Promise<Ran> => startAlternat(folder, args, lang).ended

/** In this process; what it writes of its own goes to `folder`. `onProgress` makes it a terminal and hears its passing lines. */
export async function alternat(folder: string, args: string[], onProgress?: (line: string) => void): Promise<Ran> {
  process.env['XDG_DATA_HOME'] = folder
  let out = ''
  let err = ''
  const code = await runCommandLine(args, { write: (text: string) => { out += text } } as unknown as Stream, {
    isTTY: onProgress !== undefined,
    write: (text: string) => {
      if (text.endsWith('\n')) err += text
      else onProgress?.(text)
    },
  } as unknown as Stream)
  return { code, out, err }
}

/** The one JSON value on standard output. */
export const json = <T>(ran: Ran): T => JSON.parse(ran.out) as T

/** The errors on standard error, one JSON value a line. */
export const errors = (ran: Ran): { code: string; message: string; file?: string }[] =>
  ran.err.trim().split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { error: { code: string; message: string; file?: string } }).error)
