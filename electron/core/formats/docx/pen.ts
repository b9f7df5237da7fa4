// Writes the changes of one file in reading order: every one with a number of its own, a name and a time.
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Revision } from '../../../../shared/model/statement.ts'
import { nameOf } from '../attribution.ts'
import { sanitized } from '../text.ts'

/** A change as Word writes it. */
export interface Change {
  kind: Revision['kind']
  id: number
  author: string
  date: string
}

export interface Pen {
  /** Changes of the next piece of text, as a stack reduced to what Word knows: one insertion, one deletion inside it. */
  text(revisions: readonly Revision[]): Change[]
  /** Changes of the end of the paragraph whose text was written last. */
  end(revisions: readonly Revision[]): Change[]
  /** A change that stands apart from the text. */
  apart(revision: Revision): Change
}

/**
 * LibreOffice takes an insertion at the end of a paragraph and one of the same name at the start of the next, within a minute of
 * each other, for one insertion over the paragraph's end, and joins the two paragraphs when it is rejected. Where that end was
 * not inserted, the second is therefore dated two minutes apart.
 */
const TAKEN_FOR_ONE = 60_000
const APART = 120_000

export function createPen(attribution: ExportOptions['attribution'], time: string): Pen {
  let count = 0
  const fallback = Date.parse(time)
  const dateOf = (revision: Revision) => {
    const date = Date.parse(revision.time)
    // A malformed time would make the file unreadable.
    return Number.isNaN(date) ? fallback : date
  }
  const nameOfHand = (revision: Revision) => sanitized(nameOf(revision, attribution))
  // A number used twice makes the file unreadable to Word.
  const written = (revision: Revision, date: number): Change =>
    ({ kind: revision.kind, id: ++count, author: nameOfHand(revision), date: wordTime(date) })

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
    apart: (revision) => written(revision, dateOf(revision)),
  }
}

/** The insertion and the deletion of a stack, in this order. */
export const layers = (revisions: readonly Revision[] = []): Revision[] =>
  (['insertion', 'deletion'] as const).flatMap((kind) => revisions.find((revision) => revision.kind === kind) ?? [])

/** Word takes whole seconds. */
const wordTime = (date: number) => `${new Date(date).toISOString().slice(0, 19)}Z`
