// A dock at the side of the text, with an edge that can be dragged or moved by arrow keys.
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './panes.module.css'

const NARROWEST = 240
const WIDEST = 440
const STEP = 16

const within = (width: number) => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)))

export interface DockProps {
  side: 'left' | 'right'
  label: string
  /** Name of the edge for screen readers. */
  resizeLabel: string
  /** Width in px; null takes the token's width for the window. */
  width: number | null
  /** Called once a drag ends or a key moved the edge. */
  onResize: (width: number) => void
  children: ReactNode
  className?: string | undefined
}

/** A dock between 240 and 440 px wide. */
export const Dock = ({ side, label, resizeLabel, width, onResize, children, className }: DockProps) => {
  const [dragged, setDragged] = useState<number | null>(null)
  const shown = dragged ?? width
  const standard = side === 'left' ? 'var(--dock-l)' : 'var(--dock-r)'

  const grab = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget
    const start = event.clientX
    const from = edge.parentElement!.getBoundingClientRect().width
    let latest = from
    edge.setPointerCapture(event.pointerId)
    edge.dataset['dragging'] = ''
    const move = (moved: globalThis.PointerEvent) => {
      latest = within(from + (moved.clientX - start) * (side === 'left' ? 1 : -1))
      setDragged(latest)
    }
    const end = () => {
      edge.removeEventListener('pointermove', move)
      delete edge.dataset['dragging']
      setDragged(null)
      if (latest !== from) onResize(latest)
    }
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', end, { once: true })
  }

  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const from = event.currentTarget.parentElement!.getBoundingClientRect().width
    const wider = (event.key === 'ArrowRight') === (side === 'left')
    onResize(within(from + (wider ? STEP : -STEP)))
  }

  return (
    <aside
      aria-label={label}
      className={cx(styles.dock, side === 'left' ? styles.dockLeft : styles.dockRight, className)}
      style={{ width: shown === null ? standard : `${shown}px` }}
    >
      {children}
      <div
        // A separator that can be moved is a widget; hr is not one.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="separator"
        aria-label={resizeLabel}
        aria-orientation="vertical"
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={shown ?? NARROWEST}
        tabIndex={0}
        className={styles.resizer}
        onPointerDown={grab}
        onKeyDown={step}
      />
    </aside>
  )
}
