// The folder of real source texts. Named by ALTERNAT_CORPUS it must exist; unnamed it is used if it is there.
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const named = process.env['ALTERNAT_CORPUS']
const folder = resolve(named ?? '../shared/corpus')

if (named && !existsSync(folder)) throw new Error(`ALTERNAT_CORPUS names a folder that is missing: ${named}`)

/** The folder, or null where there is none: then say that the corpus tests are skipped. */
export const corpus: string | null = existsSync(folder) ? folder : null

if (!corpus) console.warn('corpus tests skipped: ALTERNAT_CORPUS is not set and ../shared/corpus is not there')

/** Full path of the corpus file whose name starts with `prefix` ("000"). */
export function corpusFile(prefix: string): string {
  if (!corpus) throw new Error('no corpus')
  const name = readdirSync(corpus).find((file) => file.startsWith(prefix))
  if (!name) throw new Error(`no corpus file ${prefix}`)
  return join(corpus, name)
}
