// The phrasebooks of `templates/phrasebooks`, read anew for every report, so that an edit counts at once.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { phrasebookSchema } from '../../../shared/model/phrasebook.ts'
import type { BookGiven } from '../../../shared/reporting/index.ts'
import { describeError, type Log } from '../log.ts'

/** The phrasebook in a language; why there is none where it cannot be used. */
export function readPhrasebook(language: string, templates: string, log: Log): BookGiven {
  const file = `${language.split('-')[0]!}.json`
  const path = join(templates, 'phrasebooks', file)
  if (!existsSync(path)) return 'none'
  try {
    return phrasebookSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    log.error('phrasebook.unreadable', { file, ...describeError(error) })
    return 'unreadable'
  }
}
