// Every file under a folder, in order of names. Links are followed only where they stay inside, a folder is walked once however
// many links lead to it, and what cannot be read is told and does not end the walk.
import { opendir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { MAX_FILE_BYTES } from '../../../shared/contract/app.ts'
import type { ErrorCode } from '../../../shared/contract/error.ts'

/** Folders within folders; deeper is no shelf of documents. */
const DEEPEST = 32

/** A path within the folder, with slashes; `bytes` of what stands there, or why it cannot be read. */
export type Walked = { path: string; bytes: Uint8Array } | { path: string; problem: ErrorCode }

/** Walks `root`; of what `isNoDocument` says is none the name is told, and nothing is read. */
export async function* walkFolder(root: string, isNoDocument: (path: string) => boolean): AsyncGenerator<Walked, void> {
  const home = await realpath(root)
  const seen = new Set([home])
  yield* walk('', 0)

  async function* walk(folder: string, depth: number): AsyncGenerator<Walked, void> {
    for (const name of await namesIn(join(home, folder)).catch(() => null) ?? []) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (isNoDocument(path)) yield { path, bytes: new Uint8Array() }
      else yield* one(path, depth)
    }
  }

  async function* one(path: string, depth: number): AsyncGenerator<Walked, void> {
    const place = join(home, path)
    const real = await realpath(place).catch((error: NodeJS.ErrnoException) => error)
    if (typeof real !== 'string') return yield { path, problem: real.code === 'ENOENT' ? 'file-missing' : 'file-unreadable' }
    if (real !== home && !real.startsWith(home.endsWith(sep) ? home : home + sep)) return yield { path, problem: 'link-outside' }
    const about = await stat(real).catch(() => null)
    if (about?.isDirectory()) {
      if (seen.has(real)) return
      seen.add(real)
      if (depth >= DEEPEST) return yield { path, problem: 'folder-too-deep' }
      if (await namesIn(real).catch(() => null) === null) return yield { path, problem: 'file-unreadable' }
      return yield* walk(path, depth + 1)
    }
    // A pipe or a device would be waited for without end.
    if (!about?.isFile()) return yield { path, problem: 'file-unreadable' }
    if (about.size > MAX_FILE_BYTES) return yield { path, problem: 'file-too-large' }
    const bytes = await readFile(real).catch(() => null)
    yield bytes ? { path, bytes } : { path, problem: 'file-unreadable' }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = []
  for await (const entry of await opendir(folder)) names.push(entry.name)
  return names.sort()
}
