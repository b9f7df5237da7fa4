// What a program did to the files of one folder, in order, with the lines it printed in between. Made by `recorder.c`, which a C
// compiler has to be there for.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Step =
  | { kind: 'create' | 'open'; inode: string; path: string }
  | { kind: 'write'; inode: string; at: number; bytes: Buffer }
  | { kind: 'truncate'; inode: string; size: number }
  | { kind: 'sync'; inode: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'rename'; from: string; to: string }
  /** A write or a sync that was made to fail. */
  | { kind: 'fault' }
  | { kind: 'print'; text: string }

export interface Recording {
  /** Files as they were before, all on disk. */
  before: Map<string, Buffer>
  steps: Step[]
}

export interface Fault {
  call: 'write' | 'sync'
  /** Which one, counted from 1. */
  at: number
  error: 'EIO' | 'ENOSPC'
}

/** Full path of the recorder, built now; null with a word where it cannot be. */
export function buildRecorder(): string | null {
  const target = join(mkdtempSync(join(tmpdir(), 'alternat-recorder-')), 'recorder.so')
  const source = fileURLToPath(new URL('recorder.c', import.meta.url))
  const built = process.platform === 'linux' && spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', target, source, '-ldl', '-lpthread']).status === 0
  process.once('exit', () => rmSync(join(target, '..'), { recursive: true, force: true }))
  if (built) return target
  console.warn('power cuts and failing disks not tried: no C compiler here')
  return null
}

/** Runs a script to its end on a folder. */
export async function record(recorder: string, folder: string, script: string, args: readonly string[], fault?: Fault): Promise<Recording> {
  const before = new Map(readdirSync(folder).map((name) => [join(folder, name), readFileSync(join(folder, name))]))
  const notes = mkdtempSync(join(tmpdir(), 'alternat-notes-'))
  const file = join(notes, 'notes')
  try {
    const env: NodeJS.ProcessEnv = { ...process.env, LD_PRELOAD: recorder, DISK_FOLDER: folder, DISK_NOTES: file }
    if (fault) env['DISK_FAIL'] = `${fault.call === 'write' ? 'w' : 's'}:${fault.at}:${constants.errno[fault.error]}`
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    const ended = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
    if (ended !== 0) throw new Error(`the script ended with ${ended}`)
    return { before, steps: parse(readFileSync(file)) }
  } finally {
    rmSync(notes, { recursive: true, force: true })
  }
}

function parse(notes: Buffer): Step[] {
  const steps: Step[] = []
  for (let at = 0; at < notes.length;) {
    const end = notes.indexOf(10, at)
    const [kind, inode, place, length, ...rest] = notes.toString('utf8', at, end).split(' ') as [string, string, string, string, string]
    const bytes = notes.subarray(end + 1, end + 1 + Number(length))
    steps.push(stepOf(kind, inode, Number(place), rest.join(' '), bytes))
    at = end + 1 + Number(length)
  }
  return steps
}

function stepOf(kind: string, inode: string, at: number, path: string, bytes: Buffer): Step {
  switch (kind) {
    case 'C': return { kind: 'create', inode, path }
    case 'O': return { kind: 'open', inode, path }
    case 'W': return { kind: 'write', inode, at, bytes }
    case 'T': return { kind: 'truncate', inode, size: at }
    case 'S': return { kind: 'sync', inode }
    case 'U': return { kind: 'unlink', path }
    case 'R': return { kind: 'rename', from: path, to: bytes.toString('utf8') }
    case 'F': return { kind: 'fault' }
    case 'P': return { kind: 'print', text: bytes.toString('utf8') }
    default: throw new RangeError(`unknown note ${kind}`)
  }
}
