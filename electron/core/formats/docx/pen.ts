// Writes the changes of one file in reading order: every one with a number of its own, a name and a time.
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Revision, RevisionBy } from '../../../../shared/model/statement.ts'
import { nameOf } from '../attribution.ts'
import { sanitized } from '../text.ts'

/** Number, name and time of something that was changed or said, as Word writes them. */
export interface Signature {
  id: number
  author: string
  date: string
}

/** A change of text or of a paragraph's end. */
export interface Change extends Signature {
  element: 'w:ins' | 'w:del' | 'w:moveFrom' | 'w:moveTo'
}

export interface Pen {
  /** Changes of the next piece of text, as a stack reduced to what Word knows: one insertion, one deletion inside it. */
  text(revisions: readonly Revision[]): Change[]
  /** Changes of the end of the paragraph whose text was written last. */
  end(revisions: readonly Revision[]): Change[]
  /** A change that stands apart from the text. */
  apart(revision: RevisionBy): Signature
  /** A number that nothing else in the file has. */
  number(): number
}

/**
 * LibreOffice takes an insertion at the end of a paragraph and one of the same name at the start of the next, within a minute of
 * each other, for one insertion over the paragraph's end, and joins the two paragraphs when it is rejected. Where that end was
 * not inserted, the second is therefore dated two minutes apart.
 */
const TAKEN_FOR_ONE = 60_000
const APART = 120_000

/** `moves` holds the ids of the moves that are written as moves; others are a deletion and an insertion. */
export function createPen(attribution: ExportOptions['attribution'], time: string, moves: ReadonlySet<string>): Pen {
  let count = 0
  const fallback = Date.parse(time)
  const dateOf = (by: RevisionBy) => {
    const date = Date.parse(by.time)
    // A malformed time would make the file unreadable.
    return Number.isNaN(date) ? fallback : date
  }
  const nameOfHand = (by: RevisionBy) => sanitized(nameOf(by, attribution))
  // A number used twice makes the file unreadable to Word.
  const signed = (by: RevisionBy, date: number): Signature =>
    ({ id: ++count, author: nameOfHand(by), date: wordTime(date) })
  const written = (revision: Revision, date: number): Change => {
    const moved = revision.move !== undefined && moves.has(revision.move)
    const element = revision.kind === 'insertion' ? (moved ? 'w:moveTo' : 'w:ins') : moved ? 'w:moveFrom' : 'w:del'
    return { element, ...signed(revision, date) }
  }

  /** Dates, as written, of the insertions that the piece written last carries, by revision. */
  let touching = new Map<string, { author: string; date: number }>()
  /** Those of them that did not go on over the paragraph's end. */
  let cut: { author: string; date: number }[] = []

  const dateFor = (revision: Revision): number => {
    const date = dateOf(revision)
    const author = nameOfHand(revision)
    const before = cut.find((insertion) => insertion.author === author && Math.abs(insertion.date - date) <= TAKEN_FOR_ONE)
    return touching.get(revision.id)?.date ?? (before ? before.date + APART : date)
  }

  const place = (revisions: readonly Revision[], isEnd: boolean): Change[] => {
    const next = new Map<string, { author: string; date: number }>()
    const changes = layers(revisions).map((revision) => {
      if (revision.kind === 'deletion') return written(revision, dateOf(revision))
      const date = dateFor(revision)
      next.set(revision.id, { author: nameOfHand(revision), date })
      return written(revision, date)
    })
    const goesOn = (author: string) => [...next.values()].some((insertion) => insertion.author === author)
    cut = isEnd ? [...touching.values()].filter((insertion) => !goesOn(insertion.author)) : []
    touching = next
    return changes
  }
  return {
    text: (revisions) => place(revisions, false),
    end: (revisions) => place(revisions, true),
    apart: (revision) => signed(revision, dateOf(revision)),
    number: () => ++count,
  }
}

/**
 * The insertion and the deletion of a stack, in this order; of several, the one that is half a move, since a move is whole or
 * none.
 */
export const layers = (revisions: readonly Revision[] = []): Revision[] =>
  (['insertion', 'deletion'] as const).flatMap((kind) => {
    const found = revisions.filter((revision) => revision.kind === kind)
    return found.find((revision) => revision.move !== undefined) ?? found[0] ?? []
  })

/** Word takes whole seconds. */
const wordTime = (date: number) => `${new Date(date).toISOString().slice(0, 19)}Z`
