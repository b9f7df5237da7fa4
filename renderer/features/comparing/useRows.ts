// The rows on the page. A text of ordinary length is there as a whole, so that it is read and selected like any other; of a
// long one only what is in view is, and the rest is room of the height it will have.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Comparison } from '../../../shared/model/comparison.ts'
import type { Shown } from './layout.ts'

/** More rows than this are drawn only as they come into view. */
const MANY = 400
/** Rows drawn above and below the view. */
const BESIDE = 12

// A guess until a row is measured: letters on a line of half the sheet, and the heights of lines, edges and folds in pixels.
const LETTERS = 62
const LINE = 23
const EDGES = 16
const FOLD = 34

export interface Rows {
  virtualizer: Virtualizer<HTMLElement, Element>
  /** Where every row begins, in pixels of the sheet. */
  starts: () => readonly number[]
  /** Brings a row to the middle of the view. */
  goTo: (index: number) => void
}

export interface RowsOptions {
  comparison: Comparison
  shown: readonly Shown[]
  scroller: RefObject<HTMLElement | null>
  /** The element that holds the rows. */
  body: RefObject<HTMLElement | null>
}

const keyOf = (one: Shown) => (one.show === 'fold' ? `fold ${one.from}` : `${one.show} ${one.at}`)

export function useRows({ comparison, shown, scroller, body }: RowsOptions): Rows {
  const [above, setAbove] = useState(0)
  const printing = usePrinting()
  const many = shown.length > MANY
  useLayoutEffect(() => {
    const rows = body.current!
    const box = scroller.current!
    setAbove(rows.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop)
  }, [body, scroller])

  const guess = (one: Shown) => {
    if (one.show === 'fold') return FOLD
    const letters = (side: 'old' | 'new') =>
      one.row[side].reduce((sum, at) => sum + comparison[side].paragraphs[at]!.text.length, 0)
    return EDGES + LINE * Math.max(1, Math.ceil(Math.max(letters('old'), letters('new')) / LETTERS))
  }
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and rows get only functions that stay
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(shown[index]!),
    getItemKey: (index) => keyOf(shown[index]!),
    overscan: BESIDE,
    scrollMargin: above,
    ...((!many || printing) && {
      rangeExtractor: ({ count }) => defaultRangeExtractor({ startIndex: 0, endIndex: count - 1, overscan: 0, count }),
    }),
  })

  const starts = useCallback(() => virtualizer.measurementsCache.map(({ start }) => start), [virtualizer])
  const goTo = useCallback(
    (index: number) => {
      const row = body.current?.querySelector(`[data-index="${index}"]`)
      // Heights that are still guessed move under a slow scroll.
      const behavior = many || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
      if (row) row.scrollIntoView({ block: 'center', behavior })
      else virtualizer.scrollToIndex(index, { align: 'center' })
    },
    [body, virtualizer, many],
  )
  return { virtualizer, starts, goTo }
}

/** While the page goes to a printer all of it has to be there. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
