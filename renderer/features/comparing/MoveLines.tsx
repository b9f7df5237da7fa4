// Lines in the gutter from where a paragraph stood to where it stands now. Moves that overlap take lanes of their own;
// where the lanes run out only the current move is drawn, and the chips still jump.
import { useLayoutEffect, useMemo, useState, type RefObject } from 'react'
import styles from './compare.module.css'
import { lanes } from './lanes.ts'
import type { Shown, ShownRow } from './layout.ts'

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
  /** Where each of them begins, in pixels of the sheet. */
  starts: () => readonly number[]
  /** What is on the page: lines that pass elsewhere are not drawn. */
  first: number
  last: number
  /** The row of the current change. */
  current: number | null
}

const NOTHING: { height: number; lines: Line[] } = { height: 0, lines: [] }

export function MoveLines({ sheet, shown, starts, first, last, current }: MoveLinesProps) {
  const [{ height, lines }, setDrawn] = useState(NOTHING)
  const moves = useMemo(() => movesOf(shown), [shown])

  useLayoutEffect(() => {
    const box = sheet.current
    if (!box) return
    const passing = moves.filter(({ from, to, at }) =>
      at === current || (Math.min(from, to) <= last && Math.max(from, to) >= first))
    const draw = () =>
      setDrawn(passing.length === 0 ? NOTHING : { height: box.scrollHeight, lines: drawn(box, passing, starts(), current) })
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(box)
    return () => watch.disconnect()
  }, [sheet, moves, starts, first, last, current])

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

/** A move from one place among what is shown to another, in its lane. */
interface Move {
  at: number
  from: number
  to: number
  lane: number
}

function movesOf(shown: readonly Shown[]): Move[] {
  const stood = new Map(shown.flatMap((one, index) => (one.show === 'ghost' ? [[one.at, index] as const] : [])))
  const ends = shown.flatMap((one, to) => {
    const from = one.show === 'row' ? stood.get(one.at) : undefined
    return from === undefined ? [] : [{ at: (one as ShownRow).at, from, to }]
  })
  const lane = lanes(ends.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)]))
  return ends.map((end, index) => ({ ...end, lane: lane[index]! }))
}

/** The middle of a row's first line below its top. */
const FIRST_LINE = 20

function drawn(box: HTMLElement, moves: readonly Move[], starts: readonly number[], current: number | null): Line[] {
  const gutter = box.querySelector('th:nth-child(2)')!.getBoundingClientRect()
  const left = gutter.left - box.getBoundingClientRect().left
  const right = left + gutter.width
  return moves.flatMap(({ at, from, to, lane }) => {
    if (lane >= LANES && at !== current) return []
    const [top, end] = [starts[from]! + FIRST_LINE, starts[to]! + FIRST_LINE]
    const x = left + 4 + Math.min(lane, LANES - 1) * LANE_WIDTH
    const bend = Math.sign(end - top) * Math.min(10, Math.abs(end - top) / 2)
    const path =
      `M${left} ${top}Q${x} ${top} ${x} ${top + bend}V${end - bend}Q${x} ${end} ${x + 10} ${end}` +
      `M${right - 7} ${end - 5}L${right} ${end}L${right - 7} ${end + 5}M${right} ${end}H${right - 12}`
    return [{ at, path, x: left, from: top }]
  })
}
