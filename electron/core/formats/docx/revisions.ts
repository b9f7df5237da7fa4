// Identity of tracked changes read from a DOCX. Word cuts one act into many elements (per run, per paragraph end) and its ids
// do not hold across saves; pieces that touch and have the same kind, name and time are one revision here.
import type { Revision } from '../../../../shared/model/statement.ts'
import { whoIs } from '../attribution.ts'

export interface WrittenRevision {
  kind: Revision['kind']
  name: string
  time: string
}

/**
 * Gives the revisions of each piece of text, or of a paragraph's end, their ids; called in reading order, with an empty list
 * where a piece carries none.
 */
export function revisionIdentity(prefix = 'r'): (revisions: WrittenRevision[]) => Revision[] {
  let open = new Map<string, Revision>()
  let count = 0
  return (revisions) => {
    const next = new Map<string, Revision>()
    for (const { kind, name, time } of revisions) {
      const key = `${kind}\n${name}\n${time}`
      const known = next.get(key) ?? open.get(key)
      next.set(key, known ?? { id: `${prefix}${++count}`, kind, ...whoIs(name), time: time.slice(0, 40) })
    }
    open = next
    return [...next.values()]
  }
}
