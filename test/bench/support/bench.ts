// What a bench is, and the few tools all of them share: time, chance by seed, and lines of figures.

/** One measured figure; with a bar it passes or fails. */
export interface Figure {
  name: string
  value: number
  unit: string
  bar?: { atMost: number } | { atLeast: number }
}

/** Measures and hands each figure to `tell` as soon as it is known; `say` prints a line of explanation. `large` asks for the long form. */
export type Bench = (tell: (figure: Figure) => void, say: (line: string) => void, large: boolean) => void | Promise<void>

export const passes = ({ value, bar }: Figure): boolean =>
  bar === undefined || ('atMost' in bar ? value <= bar.atMost : value >= bar.atLeast)

/** Milliseconds of the median of several runs, after one run to warm up. */
export function median(runs: number, work: () => unknown): number {
  work()
  const times = Array.from({ length: runs }, () => timed(work)).sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)]!
}

/** Milliseconds of the fastest of several runs: what the work itself takes, whatever else the machine does. */
export const fastest = (runs: number, work: () => unknown): number => Math.min(...Array.from({ length: runs }, () => timed(work)))

/** The value that a share of all, 0…1, does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Milliseconds of one run. */
export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Milliseconds of one run of work that others may interrupt. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
