// The library that a start of the desktop names: `--library FILE`, or a file of ours that was opened with Alternat.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** Full path of it, or null; whatever else Electron and the system put among the arguments. */
export function libraryNamed(args: readonly string[], folder: string): string | null {
  const { values, positionals } = parseArgs({ args: [...args], options: { library: { type: 'string' } }, strict: false, allowPositionals: true })
  const named = typeof values['library'] === 'string' ? values['library'] : positionals.find(isLibrary)
  return named === undefined ? null : resolve(folder, named)
}

export const isLibrary = (path: string): boolean => /\.alternat$/i.test(path)
