// Looks for words in every file of a folder, as they would stand there in any of the encodings that text is kept in.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const formsOf = (marker: string): Buffer[] => [
  Buffer.from(marker), Buffer.from(marker, 'utf16le'), Buffer.from(marker.toUpperCase()), Buffer.from(marker.toLowerCase()), Buffer.from(marker, 'utf16le').swap16(),
]

/** Every file below `folder`. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile())

/** Names of the files in which a marker stands. */
export function filesWith(folder: string, markers: readonly string[]): string[] {
  const wanted = markers.flatMap(formsOf)
  return filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file)
    return wanted.some((form) => bytes.includes(form))
  }).map((file) => relative(folder, file)).sort()
}
