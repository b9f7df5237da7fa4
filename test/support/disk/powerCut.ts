// What a power cut may leave of recorded writes. What was synced is there. Of what was not, each write is there, gone or torn at a
// sector, whatever came before or after it; of names, those given first (a file system keeps their order).
import { basename, join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Recording, Step } from './recording.ts'

export interface Cut {
  /** Index of the first step that did not happen. */
  at: number
  /** Everything printed before the cut. */
  printed: string
  /** Content of every file by its name in the folder. */
  files: Map<string, Buffer>
}

/** What becomes of writes that were not synced. */
export type Loss = 'all' | 'some'

type Change = { at: number; bytes: Buffer } | { size: number }
interface Content { durable: Buffer; pending: Change[] }
type Naming = { give: string; content: Content } | { take: string } | { from: string; to: string }

const SECTOR = 512

/** Walks once through the recording and cuts the power before each step that `wanted` names. */
export function* cuts({ before, steps }: Recording, wanted: ReadonlySet<number>, loss: Loss, random: () => number): Generator<Cut> {
  const names = new Map([...before].map(([path, bytes]) => [path, { durable: bytes, pending: [] as Change[] }]))
  let current = new Map<string, Content>(names)
  const durable = new Map<string, Content>(names)
  const namings: Naming[] = []
  const open = new Map<string, Content | 'folder'>()
  let printed = ''

  const take = (step: Step) => {
    switch (step.kind) {
      case 'create': {
        const content: Content = { durable: Buffer.alloc(0), pending: [] }
        open.set(step.inode, content)
        note({ give: step.path, content })
        return
      }
      case 'open':
        open.set(step.inode, current.get(step.path) ?? 'folder')
        return
      case 'write': return void fileOf(step.inode).pending.push({ at: step.at, bytes: step.bytes })
      case 'truncate': return void fileOf(step.inode).pending.push({ size: step.size })
      case 'sync': return sync(step.inode)
      case 'unlink': return note({ take: step.path })
      case 'rename': return note({ from: step.from, to: step.to })
      case 'print': printed += step.text
    }
  }
  const note = (naming: Naming) => {
    namings.push(naming)
    current = named(current, [naming])
  }
  const fileOf = (inode: string): Content => {
    const file = open.get(inode)
    if (!file || file === 'folder') throw new RangeError('a write to no known file')
    return file
  }
  const sync = (inode: string) => {
    const file = open.get(inode)
    if (file === 'folder') {
      const all = named(durable, namings.splice(0))
      durable.clear()
      for (const [path, content] of all) durable.set(path, content)
    } else if (file) {
      file.durable = changed(file.durable, file.pending)
      file.pending = []
    }
  }
  const left = (): Map<string, Buffer> => {
    const kept = loss === 'all' ? [] : namings.slice(0, Math.floor(random() * (namings.length + 1)))
    return new Map([...named(durable, kept)].map(([path, { durable, pending }]) =>
      [basename(path), changed(durable, loss === 'all' ? [] : pending.flatMap((change) => survivor(change, random)))]))
  }

  for (const [index, step] of steps.entries()) {
    if (wanted.has(index)) yield { at: index, printed, files: left() }
    take(step)
  }
  if (wanted.has(steps.length)) yield { at: steps.length, printed, files: left() }
}

function named(names: ReadonlyMap<string, Content>, namings: readonly Naming[]): Map<string, Content> {
  const result = new Map(names)
  for (const naming of namings) {
    if ('give' in naming) result.set(naming.give, naming.content)
    else if ('take' in naming) result.delete(naming.take)
    else {
      const content = result.get(naming.from)
      result.delete(naming.from)
      if (content) result.set(naming.to, content)
    }
  }
  return result
}

/** The change, none of it, or some of its sectors. */
function survivor(change: Change, random: () => number): Change[] {
  const chance = random()
  if (chance < 1 / 3) return [change]
  if (chance < 2 / 3 || !('bytes' in change)) return []
  const sectors = Math.ceil(change.bytes.length / SECTOR)
  return Array.from({ length: sectors }, (_, sector) => sector).filter(() => random() < 0.5).map((sector) =>
    ({ at: change.at + sector * SECTOR, bytes: change.bytes.subarray(sector * SECTOR, (sector + 1) * SECTOR) }))
}

function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  let result = Buffer.from(bytes)
  for (const change of changes) {
    const size = 'size' in change ? change.size : Math.max(result.length, change.at + change.bytes.length)
    if (size !== result.length) {
      const sized = Buffer.alloc(size)
      result.copy(sized)
      result = sized
    }
    if ('bytes' in change) change.bytes.copy(result, change.at)
  }
  return result
}

/** Puts the files of a cut in a new folder and tells its path. */
export function layOut(cut: Cut, parent: string): string {
  const folder = join(parent, `cut-${cut.at}`)
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of cut.files) writeFileSync(join(folder, name), bytes)
  return folder
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
