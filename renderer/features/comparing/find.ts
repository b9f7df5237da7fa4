// Finding words in both texts of a comparison. It looks at the comparison and not at the page, so that folded and unseen
// paragraphs are searched too.
import type { Row } from '../../../shared/model/comparison.ts'
import { sideText, type ShownGhost, type ShownRow } from './layout.ts'

export interface FindOptions {
  matchCase: boolean
  wholeWord: boolean
}

/** Words found on one side of a row; offsets are those of `sideText`. */
export interface Hit {
  at: number
  side: 'old' | 'new'
  from: number
  to: number
}

// Folding keeps the length: an offset in the folded text is one in the text. A no-break space is found by a space.
const fold = (text: string, matchCase: boolean): string => {
  const spaced = text.replaceAll(/[\u00a0\u202f\n]/g, ' ')
  if (matchCase) return spaced
  const lower = (letter: string) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)
  return spaced.replaceAll(/\p{Lu}/gu, lower).replaceAll('ё', 'е')
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u

/** Every hit in reading order, the earlier text before the later one; a moved paragraph has its earlier text where it stood. */
export function findHits(order: readonly (ShownRow | ShownGhost)[], query: string, options: FindOptions): Hit[] {
  const wanted = fold(query, options.matchCase)
  if (wanted === '') return []
  return order.flatMap(({ show, row, at }) => {
    const sides = row.kind !== 'moved' ? (['old', 'new'] as const) : show === 'ghost' ? (['old'] as const) : (['new'] as const)
    return sides.flatMap((side) => hitsIn(row, side, wanted, options).map(([from, to]): Hit => ({ at, side, from, to })))
  })
}

function hitsIn(row: Row, side: 'old' | 'new', wanted: string, { matchCase, wholeWord }: FindOptions): [number, number][] {
  const text = fold(sideText(row, side), matchCase)
  const free = (index: number) => !LETTER.test(text[index] ?? '')
  const hits: [number, number][] = []
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
    const to = from + wanted.length
    if (!wholeWord || (free(from - 1) && free(to))) hits.push([from, to])
  }
  return hits
}

/** Hits of one row, as its view draws them. */
export interface RowHits {
  hits: readonly Hit[]
  current: Hit | null
}

/** Hits by row; a row without hits has no entry, so that it is not drawn anew. */
export function byRow(hits: readonly Hit[], current: Hit | null): ReadonlyMap<number, RowHits> {
  const rows = new Map<number, { hits: Hit[]; current: Hit | null }>()
  for (const hit of hits) {
    const row = rows.get(hit.at) ?? { hits: [], current: null }
    row.hits.push(hit)
    if (hit === current) row.current = hit
    rows.set(hit.at, row)
  }
  return rows
}

export interface Part {
  text: string
  hit: Hit | null
}

/** A stretch of a side's text that begins at `from`, cut where hits begin and end. */
export function cutAtHits(text: string, from: number, hits: readonly Hit[]): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const hit of hits) {
    const start = Math.max(hit.from - from, done)
    const end = Math.min(hit.to - from, text.length)
    if (end <= start) continue
    if (start > done) parts.push({ text: text.slice(done, start), hit: null })
    parts.push({ text: text.slice(start, end), hit })
    done = end
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: null })
  return parts
}
