// The map at the right edge: every change of the sheet at its height, and the part in view. A pointer's short cut; the keys
// walk the same changes by Alt+↓ and Alt+↑.
import { useEffect, useState, type PointerEvent, type RefObject } from 'react'
import styles from './compare.module.css'
import { changeKind, type Shown } from './layout.ts'
import type { RowKind } from '../../../shared/model/comparison.ts'

interface Tick {
  top: number
  kind: RowKind
}

interface Measure {
  ticks: Tick[]
  /** Shares of the height, 0…1. */
  viewTop: number
  viewHeight: number
}

export interface ChangeMapProps {
  scroller: RefObject<HTMLElement | null>
  shown: readonly Shown[]
}

export function ChangeMap({ scroller, shown }: ChangeMapProps) {
  const [{ ticks, viewTop, viewHeight }, setMeasure] = useState<Measure>({ ticks: [], viewTop: 0, viewHeight: 1 })

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const changed = shown.flatMap((one) =>
      one.show === 'row' && one.row.kind !== 'same' ? [{ at: one.at, kind: one.row.kind }] : [],
    )
    let ticks: Tick[] = []
    const view = () =>
      setMeasure({ ticks, viewTop: box.scrollTop / box.scrollHeight, viewHeight: box.clientHeight / box.scrollHeight })
    const measure = () => {
      const top = box.getBoundingClientRect().top - box.scrollTop
      ticks = changed.flatMap(({ at, kind }) => {
        const row = box.querySelector(`[data-show="row"][data-at="${at}"]`)
        return row ? [{ top: (row.getBoundingClientRect().top - top) / box.scrollHeight, kind }] : []
      })
      view()
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    if (box.firstElementChild) watch.observe(box.firstElementChild)
    box.addEventListener('scroll', view, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', view)
    }
  }, [scroller, shown])

  const go = (event: PointerEvent<HTMLDivElement>) => {
    const box = scroller.current
    if (!box || event.buttons !== 1) return
    const map = event.currentTarget.getBoundingClientRect()
    box.scrollTo({ top: ((event.clientY - map.top) / map.height) * box.scrollHeight - box.clientHeight / 2 })
  }

  return (
    <div
      className={styles.map}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      {ticks.map(({ top, kind }, index) => (
        <i key={index} className={styles.tick} data-kind={changeKind(kind)} style={{ top: `${(top * 100).toFixed(2)}%` }} />
      ))}
      <i className={styles.view} style={{ top: `${viewTop * 100}%`, height: `${viewHeight * 100}%` }} />
    </div>
  )
}
