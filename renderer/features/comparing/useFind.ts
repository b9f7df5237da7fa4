// What is being looked for in both texts, and where the reader is among the hits. A hit inside a fold opens it.
import { useCallback, useMemo, useState } from 'react'
import type { Comparison } from '../../../shared/model/comparison.ts'
import type { FindBarProps } from './FindBar.tsx'
import { byRow, findHits, type FindOptions, type Hit, type RowHits } from './find.ts'
import { inOrder, stepChange, type Shown } from './layout.ts'

export interface Find {
  open: () => void
  /** What the bar shows; null while it is closed. */
  bar: FindBarProps | null
  /** Counts requests for the bar: each takes the caret to its field. */
  asked: number
  found: ReadonlyMap<number, RowHits>
  hit: Hit | null
}

export function useFind(comparison: Comparison, shown: readonly Shown[], onUnfold: (from: number) => void): Find {
  const [asked, setAsked] = useState(0)
  const [query, setQuery] = useState('')
  const [options, setOptions] = useState<FindOptions>({ matchCase: false, wholeWord: false })
  const [at, setAt] = useState<number | null>(null)
  const order = useMemo(() => inOrder(comparison), [comparison])
  const hits = useMemo(() => (asked > 0 ? findHits(order, query, options) : []), [asked, order, query, options])
  const hit = at === null ? null : (hits[at] ?? null)
  const found = useMemo(() => byRow(hits, hit), [hits, hit])

  const step = useCallback(
    (by: 1 | -1) => {
      const next = stepChange(hits.length, at, by)
      const to = next === null ? null : hits[next]!
      const fold = shown.find((one) => one.show === 'fold' && one.hides.some((hidden) => hidden.at === to?.at))
      if (fold?.show === 'fold') onUnfold(fold.from)
      setAt(next)
    },
    [hits, at, shown, onUnfold],
  )
  const close = useCallback(() => {
    setAsked(0)
    setAt(null)
    document.querySelector<HTMLElement>('[data-print="page"] > section')?.focus({ preventScroll: true })
  }, [])
  return {
    open: () => setAsked((count) => count + 1),
    bar: asked === 0 ? null : {
      query,
      onQuery: (words) => {
        setQuery(words)
        setAt(null)
      },
      options,
      onOptions: (next) => {
        setOptions(next)
        setAt(null)
      },
      hits,
      at,
      onStep: step,
      onClose: close,
    },
    asked,
    found,
    hit,
  }
}
