// What stands beside the text of an exported redline: comments with their replies, and the reasons given for changes, each with
// the stretch of text that it is about.
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import type { Comment } from '../../../shared/model/comment.ts'
import type { RevisionBy, Statement } from '../../../shared/model/statement.ts'
import { wordsFor } from './words.ts'

/** A run of a block; past the last one it is the paragraph's end. */
interface Place {
  block: number
  run: number
}

export interface Remark extends Omit<Comment, 'id'> {
  /** From its first word to its last; null where those words are gone. */
  about: { first: Place; last: Place } | null
}

/** In the order of the text; those without a place come last. */
export function remarksOn(statement: Statement, comments: ExportOptions['comments'] = 'none'): Remark[] {
  if (comments === 'none') return []
  const remarks = comments === 'all' ? [...commentsOn(statement), ...reasonsIn(statement)] : reasonsIn(statement)
  const order = ({ about }: Remark) => (about ? about.first.block * 100_000 + about.first.run : Infinity)
  return remarks.map((remark) => ({ remark, at: order(remark) })).sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ remark }) => remark)
}

function commentsOn({ blocks, comments = [] }: Statement): Remark[] {
  const places = new Map<string, { here: Place[]; away: Place[] }>()
  blocks.forEach(({ runs }, block) => runs.forEach(({ comments: ids = [], revisions = [] }, run) => {
    const moved = revisions.some(({ kind, move }) => kind === 'deletion' && move !== undefined)
    for (const id of ids) {
      const known = places.get(id) ?? { here: [], away: [] }
      // Words that were moved are spoken of where they now stand.
      known[moved ? 'away' : 'here'].push({ block, run })
      places.set(id, known)
    }
  }))
  return comments.map(({ id, ...comment }) => {
    const { here, away } = places.get(id) ?? { here: [], away: [] }
    const found = here.length > 0 ? here : away
    return { ...comment, about: found.length > 0 ? { first: found[0]!, last: found.at(-1)! } : null }
  })
}

interface Reasoned {
  by: RevisionBy
  about: { first: Place; last: Place }
  /** What it was read at last, to tell whether it goes on. */
  at: number
  /** Of the place a text was moved away from. */
  away: boolean
}

/** One a change: a replacement or a move has two halves and one reason. */
function reasonsIn({ blocks, language }: Statement): Remark[] {
  const found = new Map<string, Reasoned>()
  let at = 0
  const note = (by: RevisionBy & { move?: string | undefined; kind?: string }, first: Place, last = first) => {
    if (!by.reason) return
    const away = by.move !== undefined && by.kind === 'deletion'
    const key = by.move ?? by.group ?? by.id
    const known = found.get(key)
    if (!known || (known.away && !away)) found.set(key, { by, about: { first, last }, at, away })
    else if (known.away === away && known.at >= at - 1) Object.assign(known, { about: { first: known.about.first, last }, at })
  }
  blocks.forEach(({ runs, mark = [], recast }, block) => {
    if (recast) note(recast, { block, run: 0 }, { block, run: runs.length })
    runs.forEach(({ text, revisions = [], restyled = [] }, run) => {
      if (text === '') return
      at++
      for (const by of [...revisions, ...restyled]) note(by, { block, run })
    })
    at++
    for (const by of mark) note(by, { block, run: runs.length })
  })
  return [...found.values()].map(({ by, about }) => {
    const { author, delegation, time, reason } = by
    return { author, delegation, time, text: reasonText(reason!, language), resolved: false, replies: [], about }
  })
}

/** A reason as it stands among the comments of a file. */
export const reasonText = (reason: string, language: string): string => `${wordsFor(language).reason}: ${reason}`
