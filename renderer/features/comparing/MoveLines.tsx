// Lines in the gutter from where a paragraph stood to where it stands now. Moves that overlap take lanes of their own;
// where the lanes run out only the current move is drawn, and the chips still jump.
import { useLayoutEffect, useState, type RefObject } from 'react'
import styles from './compare.module.css'
import { lanes } from './lanes.ts'
import type { Shown } from './layout.ts'

const LANE_WIDTH = 8
const LANES = 3

interface Line {
  at: number
  path: string
  x: number
  from: number
}

export interface MoveLinesProps {
  sheet: RefObject<HTMLElement | null>
  shown: readonly Shown[]
  /** The row of the current change. */
  current: number | null
}

export function MoveLines({ sheet, shown, current }: MoveLinesProps) {
  const [{ height, lines }, setDrawn] = useState<{ height: number; lines: Line[] }>({ height: 0, lines: [] })

  useLayoutEffect(() => {
    const box = sheet.current
    if (!box) return
    const moves = shown.flatMap((one) => (one.show === 'ghost' ? [one.at] : []))
    const draw = () => setDrawn({ height: box.scrollHeight, lines: measure(box, moves, current) })
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(box)
    return () => watch.disconnect()
  }, [sheet, shown, current])

  if (lines.length === 0) return null
  return (
    <svg className={styles.lines} aria-hidden="true" style={{ height }}>
      {lines.map(({ at, path, x, from }) => (
        <g key={at} className={current === null || current === at ? undefined : styles.otherMove}>
          <circle cx={x} cy={from} r={3.5} />
          <path d={path} />
        </g>
      ))}
    </svg>
  )
}

function measure(box: HTMLElement, moves: readonly number[], current: number | null): Line[] {
  const origin = box.getBoundingClientRect()
  const middle = (row: Element) => {
    const cell = row.children[1]!.getBoundingClientRect()
    return { y: cell.top - origin.top + 20, left: cell.left - origin.left, right: cell.right - origin.left }
  }
  const ends = moves.flatMap((at) => {
    const ghost = box.querySelector(`[data-show="ghost"][data-at="${at}"]`)
    const row = box.querySelector(`[data-show="row"][data-at="${at}"]`)
    return ghost && row ? [{ at, from: middle(ghost), to: middle(row) }] : []
  })
  const lane = lanes(ends.map(({ from, to }) => [Math.min(from.y, to.y), Math.max(from.y, to.y)]))
  return ends.flatMap(({ at, from, to }, index) => {
    if (lane[index]! >= LANES && at !== current) return []
    const x = from.left + 4 + Math.min(lane[index]!, LANES - 1) * LANE_WIDTH
    const bend = Math.sign(to.y - from.y) * Math.min(10, Math.abs(to.y - from.y) / 2)
    const path =
      `M${from.left} ${from.y}Q${x} ${from.y} ${x} ${from.y + bend}V${to.y - bend}Q${x} ${to.y} ${x + 10} ${to.y}` +
      `M${to.right - 7} ${to.y - 5}L${to.right} ${to.y}L${to.right - 7} ${to.y + 5}M${to.right} ${to.y}H${to.right - 12}`
    return [{ at, path, x: from.left, from: from.y }]
  })
}
