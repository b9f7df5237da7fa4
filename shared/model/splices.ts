// How one list of blocks or comments becomes another: the stretches that are taken out, and what is put in their place. Both sides
// are named by id, so that a change of one item among thousands is a change of one item.

/** Stands at `at` in the list as it was; of several, in the order of the list. */
export interface Splice<Out, Put = Out> {
  at: number
  out: Out[]
  put: Put[]
}

interface Named {
  id: string
}

/** The splices that make `after` of `before`; none where they are the same. */
export function splicesBetween<T extends Named>(before: readonly T[], after: readonly T[]): Splice<T>[] {
  let start = 0
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start++
  let end = 0
  while (end < Math.min(before.length, after.length) - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end++
  const [oldEnd, newEnd] = [before.length - end, after.length - end]
  const oldPlaces = placesOf(before, start, oldEnd)
  const newPlaces = placesOf(after, start, newEnd)
  const found: Splice<T>[] = []
  let open: Splice<T> | null = null
  const splice = (at: number) => {
    if (!open) found.push(open = { at, out: [], put: [] })
    return open
  }
  for (let i = start, j = start; i < oldEnd || j < newEnd;) {
    if (i < oldEnd && j < newEnd && isSame(before[i], after[j])) {
      open = null
      i++
      j++
      continue
    }
    // How far each side would have to go to reach what the other one has next; what is not ahead at all is out, or new.
    const toNew = i < oldEnd ? ahead(newPlaces.get(before[i]!.id), j) : Infinity
    const toOld = j < newEnd ? ahead(oldPlaces.get(after[j]!.id), i) : Infinity
    const at = i
    const takes = i < oldEnd && (j === newEnd || toNew >= toOld)
    const puts = j < newEnd && (i === oldEnd || toOld >= toNew)
    if (takes) splice(at).out.push(before[i++]!)
    if (puts) splice(at).put.push(after[j++]!)
  }
  return found
}

const ahead = (place: number | undefined, from: number): number => (place === undefined || place < from ? Infinity : place - from)

const placesOf = (list: readonly Named[], start: number, end: number): Map<string, number> =>
  new Map(list.slice(start, end).map(({ id }, index) => [id, start + index]))

/** `list` with the splices made; null where they do not fit: what is to be taken out does not stand there. */
export function splice<T extends Named>(list: readonly T[], splices: readonly Splice<string, T>[]): T[] | null {
  const made: T[] = []
  let copied = 0
  for (const { at, out, put } of splices) {
    if (at < copied || at + out.length > list.length || out.some((id, index) => list[at + index]!.id !== id)) return null
    for (; copied < at; copied++) made.push(list[copied]!)
    for (const item of put) made.push(item)
    copied = at + out.length
  }
  for (; copied < list.length; copied++) made.push(list[copied]!)
  return made
}

/** The splices that lead back. */
export function reversed<T>(splices: readonly Splice<T>[]): Splice<T>[] {
  let shift = 0
  return splices.map(({ at, out, put }) => {
    const back = { at: at + shift, out: put, put: out }
    shift += put.length - out.length
    return back
  })
}

/** With what is taken out named only. */
export const named = <T extends Named>(splices: readonly Splice<T>[]): Splice<string, T>[] =>
  splices.map(({ at, out, put }) => ({ at, out: out.map(({ id }) => id), put }))

/** Whether both are the same as JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => isSame(one, b[index]))
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return Object.keys({ ...one, ...other }).every((key) => isSame(one[key], other[key]))
}
