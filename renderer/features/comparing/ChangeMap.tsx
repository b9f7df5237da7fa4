// The map at the right edge: every change of the sheet at its height, and the part in view. A pointer's short cut; the keys
// walk the same changes by Alt+↓ and Alt+↑.
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import styles from './map.module.css'
import { changeKind, type ChangeKind, type Shown } from './layout.ts'

interface Tick {
  /** Share of the height, 0…1. */
  top: number
  kind: ChangeKind
}

export interface ChangeMapProps {
  scroller: RefObject<HTMLElement | null>
  shown: readonly Shown[]
  /** Where each of them begins, in pixels of the sheet. */
  starts: () => readonly number[]
}

/** Ticks closer than this share of the height are one on any screen. */
const FINEST = 0.002

export function ChangeMap({ scroller, shown, starts }: ChangeMapProps) {
  const [ticks, setTicks] = useState<Tick[]>([])
  const view = useRef<HTMLElement>(null)

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const look = () => {
      if (!view.current) return
      view.current.style.top = `${(100 * box.scrollTop) / box.scrollHeight}%`
      view.current.style.height = `${(100 * box.clientHeight) / box.scrollHeight}%`
    }
    const measure = () => {
      setTicks(ticksOf(shown, starts(), box.scrollHeight))
      look()
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    if (box.firstElementChild) watch.observe(box.firstElementChild)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller, shown, starts])

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
        <i key={index} className={styles.tick} data-kind={kind} style={{ top: `${(top * 100).toFixed(2)}%` }} />
      ))}
      <i ref={view} className={styles.view} />
    </div>
  )
}

function ticksOf(shown: readonly Shown[], starts: readonly number[], height: number): Tick[] {
  const last = new Map<ChangeKind, number>()
  return shown.flatMap((one, index) => {
    const kind = one.show === 'row' && one.change !== null ? changeKind(one.row) : null
    const top = (starts[index] ?? 0) / height
    if (!kind || top - (last.get(kind) ?? -1) < FINEST) return []
    last.set(kind, top)
    return [{ top, kind }]
  })
}
