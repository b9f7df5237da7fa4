// Which lane each stretch takes so that no two in one lane overlap: the first free one, short stretches first.

export function lanes(stretches: readonly (readonly [from: number, to: number])[]): number[] {
  const taken: (readonly [number, number])[][] = []
  const out: number[] = Array.from({ length: stretches.length }, () => 0)
  const shortFirst = stretches
    .map((stretch, index) => ({ stretch, index }))
    .sort((a, b) => a.stretch[1] - a.stretch[0] - (b.stretch[1] - b.stretch[0]))
  for (const { stretch, index } of shortFirst) {
    let lane = 0
    while (taken[lane]?.some((other) => stretch[0] <= other[1] && other[0] <= stretch[1])) lane++
    ;(taken[lane] ??= []).push(stretch)
    out[index] = lane
  }
  return out
}
