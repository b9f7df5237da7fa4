// Identity of tracked changes read from a DOCX. Word cuts one act into many elements (per run, per paragraph end) and its ids
// neither hold across saves nor, in foreign files, differ; pieces that touch and have the same kind, name and time are one
// revision here.
import type { Restyling, Revision, RevisionBy, TextMark } from '../../../../shared/model/statement.ts'
import { whoIs } from '../attribution.ts'
import type { Hand } from './written.ts'
import type { Attribute } from './xml.ts'

/** A revision as it is written, its move found. */
export interface NamedRevision extends Hand {
  kind: Revision['kind']
  move?: string | undefined
}

/** Gives changes their ids; to be asked in reading order, also for what carries none. */
export interface Identities {
  /** For a piece of text, or the end of a paragraph. */
  stack(revisions: readonly NamedRevision[]): Revision[]
  /** For a piece of text: the change of its looks. */
  restyling(change: { by: Hand; marks: readonly TextMark[] } | null): Restyling[]
  /** For a change that stands alone. */
  single(by: Hand): RevisionBy
}

/** Of a run or an end, as the model has it. A stack that is higher than this is nobody's work. */
const MOST = 16

export function identities(): Identities {
  let count = 0
  let open = new Map<string, Revision>()
  let openStyle: { key: string; restyling: Restyling } | null = null
  const single = (by: Hand): RevisionBy => ({ id: `r${++count}`, ...whoIs(by.name), time: by.time })
  return {
    single,
    stack(revisions) {
      const next = new Map<string, Revision>()
      for (const { kind, move, ...by } of revisions) {
        const key = `${kind}\n${by.name}\n${by.time}\n${move ?? ''}`
        if (next.has(key) || next.size >= MOST) continue
        next.set(key, open.get(key) ?? { ...single(by), kind, ...(move !== undefined && { move }) })
      }
      open = next
      // What is inserted comes first: a deletion stands on it.
      return [...next.values()].sort((a, b) => Number(a.kind === 'deletion') - Number(b.kind === 'deletion'))
    },
    restyling(change) {
      if (!change || change.marks.length === 0) {
        openStyle = null
        return []
      }
      const key = `${change.by.name}\n${change.by.time}\n${change.marks.join()}`
      if (openStyle?.key !== key) openStyle = { key, restyling: { ...single(change.by), marks: [...change.marks] } }
      return [openStyle.restyling]
    },
  }
}

/**
 * Who and when, by a change's attributes. Word's own date is local time that says UTC; newer files tell the true one beside it.
 */
export const handOf = (attribute: Attribute): Hand =>
  ({ name: (attribute('author') ?? '').slice(0, 300), time: momentOf(attribute('dateUtc') ?? attribute('date') ?? '') })

/** A time as ISO 8601 in UTC; empty where it is none. */
function momentOf(written: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(written) && !Number.isNaN(Date.parse(written))) return written
  const date = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(written) ? written : `${written}Z`)
  return Number.isNaN(date) ? '' : new Date(date).toISOString()
}
