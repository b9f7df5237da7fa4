// The best way through a document: front → title → place and date → chapeau → [heading → clause → item]* → place and date →
// signature → annex → tail; "no declaration" is one more way, and the margin between ways is the confidence.
import { opensClause, type Line } from './line.ts'
import { STATES, type Evidence, type State } from './rules.ts'

const NEVER = -1e6

type Costs = Partial<Record<State, number>>

const START: Costs = {
  front: 0, title: 0, subtitle: -6, 'place-top': -4, chapeau: -2, heading: -3, clause: -3.5, item: -7, passage: 0,
}

const NEXT: Record<State, Costs> = {
  front: { front: 0, title: 0, 'place-top': -5, chapeau: -3, heading: -5, clause: -5 },
  title: { subtitle: 0, note: 0, 'place-top': 0, chapeau: 0, heading: -2.5, clause: -2.5 },
  subtitle: { subtitle: -0.3, note: 0, 'place-top': 0, chapeau: 0, heading: -2.5, clause: -2.5 },
  note: { note: 0, 'place-top': 0, chapeau: 0, heading: -2.5, clause: -2.5 },
  'place-top': { 'place-top': -1, subtitle: -1, note: 0, chapeau: 0, heading: -2, clause: -2 },
  chapeau: { chapeau: 0, heading: 0, clause: 0, item: -4, 'place-end': -4 },
  heading: { heading: -1, 'heading-more': 0, clause: 0, item: -1.5, chapeau: -5 },
  'heading-more': { heading: -1, 'heading-more': -0.5, clause: 0, item: -1.5 },
  clause: { clause: 0, heading: 0, item: 0, 'place-end': 0, signature: -1, annex: 0, tail: -1 },
  item: { clause: 0, heading: 0, item: 0, 'place-end': 0, signature: -1.5, annex: 0, tail: -1.5 },
  'place-end': { 'place-end': -0.5, signature: 0, annex: 0, tail: 0 },
  signature: { signature: 0, 'place-end': 0, annex: 0, tail: 0 },
  annex: { heading: 0, clause: 0, item: 0, annex: -1 },
  tail: { tail: 0, annex: -0.5 },
  passage: { passage: 0 },
}

const LAST: Costs = {
  clause: 0, item: 0, 'place-end': 0, signature: 0, tail: 0, passage: 0,
  chapeau: -4, heading: -3, 'heading-more': -3, annex: -2, title: -5, subtitle: -5, front: -9, note: -9, 'place-top': -6,
}

/** Whether the text may be no declaration at all: what speaks for and against it as a whole. */
function priorOfPress(lines: readonly Line[]): number {
  const some = (holds: (line: Line) => boolean) => (lines.some(holds) ? 1 : 0)
  const many = Math.min(6, lines.filter((line) => line.press > 0 || line.speech || line.dateline || line.furniture).length)
  return many - 3 * some((line) => line.transition) - 2 * some((line) => line.defines) - 2.5 * some((line) => line.inCount)
}

const index = (state: State) => STATES.indexOf(state)
const row = (costs: Costs) => STATES.map((state) => costs[state] ?? NEVER)

export interface Way {
  states: State[]
  /** 0…1 for each line. */
  confidence: number[]
  /** For each line the state of another role that came nearest; null where no other was open. */
  rivals: (State | null)[]
  /** How far the best way stands above its rival: a declaration above none, or none above a declaration. */
  margin: number
}

/** Finds the best way; `declaration` forbids the answer "none". */
export function bestWay(lines: readonly Line[], evidence: readonly Evidence[], declaration = false): Way {
  const n = lines.length
  if (n === 0) return { states: [], confidence: [], rivals: [], margin: 0 }
  const S = STATES.length
  const start = row(START)
  start[index('passage')] = declaration ? NEVER : priorOfPress(lines)
  const last = row(LAST)
  const next = STATES.map((state) => row(NEXT[state]))

  const step = (from: number, to: number, line: number) => next[from]![to]! + adjust(STATES[from]!, STATES[to]!, lines, line)
  const forward = [Float64Array.from(start, (cost, s) => cost + evidence[0]!.weights[s]!)]
  const back: Int8Array[] = [new Int8Array(S)]
  for (let i = 1; i < n; i++) {
    const scores = new Float64Array(S).fill(NEVER)
    const from = new Int8Array(S)
    for (let to = 0; to < S; to++) {
      for (let f = 0; f < S; f++) {
        if (next[f]![to]! <= NEVER) continue
        const score = forward[i - 1]![f]! + step(f, to, i)
        if (score > scores[to]!) [scores[to], from[to]] = [score, f]
      }
      scores[to]! += evidence[i]!.weights[to]!
    }
    forward.push(scores)
    back.push(from)
  }
  const ends = forward[n - 1]!.map((score, s) => score + last[s]!)
  let state = ends.indexOf(Math.max(...ends))
  const best = ends[state]!
  const states = Array.from<State>({ length: n })
  for (let i = n - 1; i >= 0; i--) {
    states[i] = STATES[state]!
    state = back[i]![state]!
  }

  // Backwards, the same sums: together they give for every line the best way that puts it in another role.
  let after = Float64Array.from(last)
  const confidence = Array.from<number>({ length: n })
  const rivals = Array.from<State | null>({ length: n })
  const press = index('passage')
  for (let i = n - 1; i >= 0; i--) {
    const chosen = roleOf(states[i]!)
    let rival = NEVER / 2
    rivals[i] = null
    for (let s = 0; s < S; s++) {
      // Whether there is a declaration at all is one question, asked once by `margin`.
      if (roleOf(STATES[s]!) === chosen || (s === press) !== (chosen === 'passage')) continue
      const other = forward[i]![s]! + after[s]!
      if (other > rival) [rival, rivals[i]] = [other, STATES[s]!]
    }
    confidence[i] = 1 - Math.exp(-Math.max(0, best - rival) / 3)
    if (i === 0) break
    const earlier = new Float64Array(S).fill(NEVER)
    for (let f = 0; f < S; f++) {
      for (let to = 0; to < S; to++) {
        if (next[f]![to]! <= NEVER) continue
        earlier[f] = Math.max(earlier[f]!, step(f, to, i) + evidence[i]!.weights[to]! + after[to]!)
      }
    }
    after = earlier
  }
  const isPress = states[0] === 'passage'
  const other = Math.max(...ends.filter((_, s) => (s === press) !== isPress))
  return { states, confidence, rivals, margin: best - other }
}

/** Two states that give the same role are no rivals. */
function roleOf(state: State): string {
  if (state === 'front' || state === 'tail' || state === 'note') return 'left-out'
  if (state === 'subtitle') return 'title'
  if (state === 'heading-more' || state === 'annex') return 'heading'
  return state === 'place-top' ? 'place-end' : state
}

/** What the pair of neighbours says beyond each alone. */
function adjust(from: State, to: State, lines: readonly Line[], i: number): number {
  const above = lines[i - 1]!
  const line = lines[i]!
  if (from === 'chapeau') {
    if (above.transition) return to === 'chapeau' ? -5 : 2
    // A chapeau that has not come to its transition goes on, unless a number or a heading ends it.
    if (to === 'clause' && !line.inCount) return transitionAhead(lines, i) ? -4 : -0.5
    return 0
  }
  if ((from === 'title' || from === 'subtitle') && to === 'subtitle') {
    return line.form !== null || line.continues || !opensClause(line) ? 0 : -3
  }
  if (from === 'heading' && to === 'chapeau') return -2
  return 0
}

function transitionAhead(lines: readonly Line[], i: number): boolean {
  for (let k = i; k < Math.min(lines.length, i + 12); k++) {
    if (lines[k]!.inCount || lines[k]!.label?.kind === 'roman') return false
    if (lines[k]!.transition) return true
  }
  return false
}
