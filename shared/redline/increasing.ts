// The heaviest increasing subsequence: of all ways to keep some elements whose values only grow, the one that weighs most.
// What it leaves out is what moved; weighing by length lets the shorter paragraph be the one that moved.

/** Indexes of the elements kept, in order. Values are whole numbers from 0, weights are positive. */
export function heaviestIncreasing(values: readonly number[], weights: readonly number[]): number[] {
  const size = values.reduce((most, value) => Math.max(most, value + 1), 0)
  // A Fenwick tree over values: the heaviest subsequence that ends with a value below a given one, in logarithmic time.
  const heaviest = new Float64Array(size + 1)
  const endsWith = new Int32Array(size + 1).fill(-1)
  const before = new Int32Array(values.length).fill(-1)
  let last = -1
  let total = 0
  for (const [index, value] of values.entries()) {
    let best = 0
    for (let at = value; at > 0; at -= at & -at) {
      if (heaviest[at]! > best) {
        best = heaviest[at]!
        before[index] = endsWith[at]!
      }
    }
    const weight = best + weights[index]!
    for (let at = value + 1; at <= size; at += at & -at) {
      if (weight > heaviest[at]!) {
        heaviest[at] = weight
        endsWith[at] = index
      }
    }
    if (weight > total) {
      total = weight
      last = index
    }
  }
  const kept: number[] = []
  for (let index = last; index >= 0; index = before[index]!) kept.push(index)
  return kept.reverse()
}
