// The table of successors of `templates/phrasebooks`, read anew for every draft that is opened, so that an edit counts at once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { successorsSchema, type Successor } from '../../../shared/model/successors.ts'
import { describeError, type Log } from '../log.ts'

const FILE = 'successors.json'

/** Null where the file cannot be used. */
export function readSuccessors(templates: string, log: Log): Successor[] | null {
  try {
    return successorsSchema.parse(JSON.parse(readFileSync(join(templates, 'phrasebooks', FILE), 'utf8'))).successors
  } catch (error) {
    log.error('successors.unreadable', { file: FILE, ...describeError(error) })
    return null
  }
}
