// Reads the source files and finds what they import, without compiling them.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

/** Paths from the root, with `/`, of all files under `folder` whose name ends in one of `endings`. */
export function filesUnder(folder: string, endings: string[]): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesUnder(path, endings)
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
  })
}

export const readSource = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

const IMPORTS = [
  /^\s*(?:import|export)\s[^'"`;]*?\sfrom\s+['"]([^'"]+)['"]/gm,
  /^\s*import\s+['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\brequire\(\s*['"]([^'"]+)['"]/g,
]

/** What a file imports: paths from the root for its own files, names for packages. */
export function importsOf(file: string, text: string): ({ path: string } | { package: string })[] {
  const specifiers = new Set(IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!)))
  return [...specifiers].map((specifier) => specifier.startsWith('.')
    ? { path: posix.join(posix.dirname(file), specifier.split('?')[0]!) }
    : { package: specifier })
}
