// Which numbers count: the longest run of next numbers among paragraphs that read as clauses, in the text and in each annex
// for itself. What only looks like a number (an initial, a sum) is none.
import { isHeadingLike, type Line } from './line.ts'
import type { Label, LabelKind } from './labels.ts'

/** Marks the lines whose number belongs to the count of clauses. */
export function countClauses(lines: readonly Line[]): void {
  dropInitials(lines)
  dropSums(lines)
  const annexes = lines.flatMap((line, i) => (line.annex ? [i] : []))
  const starts = [0, ...annexes.filter((i) => i > 0)]
  starts.forEach((from, k) => countPart(lines.slice(from, starts[k + 1])))
  countDecimals(lines)
}

const without = (line: Line) =>
  Object.assign(line, { label: null, body: line.text, bodyAt: 0, words: line.text.split(/\s+/u).length })

/** A single capital before a point is a number only where its neighbours in the alphabet stand too; else it is an initial. */
function dropInitials(lines: readonly Line[]): void {
  const letters = new Map<number, number>()
  const count = ({ value }: Label, by: number) => letters.set(value, (letters.get(value) ?? 0) + by)
  const has = (value: number) => (letters.get(value) ?? 0) > 0
  for (const { label } of lines) if (label?.kind === 'letter') count(label, 1)
  for (const line of lines) {
    const { label } = line
    if (label?.kind !== 'letter' || line.labelOutside || (has(1) && has(label.value === 1 ? 2 : label.value - 1))) continue
    count(label, -1)
    without(line)
  }
}

const above = (path: readonly number[]) => path.slice(0, -1).join('.')
const beside = (path: readonly number[], by: number) => [...path.slice(0, -1), path.at(-1)! + by].join('.')

/** "2.1" is a number only where 2, 2.0, 2.2 or 2.1.1 is one too; else it is a sum or a day. */
function dropSums(lines: readonly Line[]): void {
  const paths = new Set<string>()
  for (const { label } of lines) {
    if (label?.kind === 'arabic') paths.add(String(label.value))
    if (label?.path) paths.add(label.path.join('.')).add(`${above(label.path)}.*`)
  }
  for (const line of lines) {
    const path = line.label?.path
    if (!path || line.labelOutside) continue
    const near = [above(path), beside(path, 1), beside(path, -1), `${path.join('.')}.*`]
    if (!near.some((other) => paths.has(other))) without(line)
  }
}

const COUNTING: readonly LabelKind[] = ['arabic', 'arabic-bracket', 'brackets', 'roman', 'cjk', 'article']

const hasFinite = (line: Line) => line.act.verb !== null

/** A clause with a number: it has a verb, or is as long as a sentence with its point. */
const clauseLike = (line: Line) =>
  line.label !== null && (hasFinite(line) || line.act.opening !== 'none' || (line.body.length > 110 && /[.。;]/u.test(line.end)))

/** One text with one count. A list of the same kind that stands before the count begins is no part of it. */
function countPart(lines: readonly Line[]): void {
  const opened = openedByTransition(lines)
  const reads = (line: Line) => clauseLike(line) || opened.has(line)
  let best: { kind: LabelKind; run: number[] } | null = null
  for (const kind of COUNTING) {
    const run = longestRun(lines, kind, reads)
    if (run.length > (best?.run.length ?? 0)) best = { kind, run }
  }
  if (!best) return
  const { kind, run } = best
  if (run.length < 2 && lines[run[0]!]!.label!.value !== 1) return
  const inRun = new Set(run)
  const first = run[0]!
  let before: number | null = null
  lines.forEach((line, i) => {
    if (line.label?.kind !== kind) return
    if (reads(line)) {
      const { value } = line.label
      const fits = value === 1 || (before !== null && value >= before && value <= before + 3)
      if (fits || inRun.has(i)) {
        line.inCount = true
        before = value
      }
    } else if (i < first && line.label.value >= lines[first]!.label!.value) line.beforeRestart = true
  })
  fillGaps(lines.filter((line) => line.label?.kind === kind))
  // Bullets under a list that turned out to stand before the document belong to that list.
  for (let i = 1; i < first; i++) {
    const line = lines[i]!
    if (lines[i - 1]!.beforeRestart && (line.label?.kind === 'bullet' || line.label?.kind === 'dash')) line.beforeRestart = true
  }
}

/** Right after a number that counts, or right before the first, the next one counts too, though its verb is not known. */
function fillGaps(labelled: readonly Line[]): void {
  const joins = (line: Line, neighbour: Line | undefined, by: 1 | -1) =>
    !line.inCount && !line.beforeRestart && neighbour?.inCount === true && line.label!.value === neighbour.label!.value + by && !isHeadingLike(line)
  labelled.forEach((line, i) => { if (joins(line, labelled[i - 1], 1)) line.inCount = true })
  labelled.toReversed().forEach((line, i, reversed) => { if (joins(line, reversed[i - 1], -1)) line.inCount = true })
}

/** The list that a chapeau opens ("has decided: 1. To approve …") is the text itself, whatever words it begins with. */
function openedByTransition(lines: readonly Line[]): Set<Line> {
  const opened = new Set<Line>()
  const chapeau = lines.findIndex((line) => line.transition || line.label !== null)
  let last = lines[chapeau]?.transition ? lines[chapeau + 1]?.label : null
  if (last?.value !== 1 || isHeadingLike(lines[chapeau + 1]!)) return opened
  opened.add(lines[chapeau + 1]!)
  for (const line of lines.slice(chapeau + 2)) {
    if (line.label?.kind !== last.kind || line.label.value !== last.value + 1) continue
    opened.add(line)
    last = line.label
  }
  return opened
}

/** Indexes of the longest run of numbers of one kind, each the next one or at most two further. */
function longestRun(lines: readonly Line[], kind: LabelKind, reads: (line: Line) => boolean): number[] {
  const runs = new Map<number, { length: number; previous: number | null }>()
  const lastWith = new Map<number, number>()
  let bestEnd: number | null = null
  lines.forEach((line, i) => {
    if (line.label?.kind !== kind || !reads(line)) return
    const { value } = line.label
    let length = 1
    let previous: number | null = null
    for (const [step, cost] of [[1, 0], [2, 0.5], [3, 0.8]] as const) {
      const at = lastWith.get(value - step)
      const candidate = at === undefined ? 0 : runs.get(at)!.length + 1 - cost
      if (candidate > length) [length, previous] = [candidate, at!]
    }
    runs.set(i, { length, previous })
    lastWith.set(value, i)
    if (bestEnd === null || length > runs.get(bestEnd)!.length) bestEnd = i
  })
  const run: number[] = []
  for (let at: number | null = bestEnd; at !== null; at = runs.get(at)!.previous) run.unshift(at)
  return run
}

/** "2.1" and "2.1.1" count, but for those that a paragraph above them opens as its list. */
function countDecimals(lines: readonly Line[]): void {
  const opens = new Map<string, boolean>()
  for (const line of lines) {
    const path = line.label?.path ?? (line.label?.kind === 'arabic' ? [line.label.value] : null)
    if (!path) continue
    opens.set(path.join('.'), line.end === ':')
    line.inCount ||= path.length > 1 && opens.get(above(path)) !== true && !isHeadingLike(line)
  }
}
