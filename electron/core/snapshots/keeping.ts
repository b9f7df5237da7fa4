// Which snapshots are kept: the newest of every hour for a day and of every day for a fortnight, the last three taken before a
// change of the schema, the last five of a fortnight taken before an act that changed much at once, and always the newest.
import type { Bulk } from '../../../shared/contract/copies.ts'
import type { Snapshot } from '../db/snapshot.ts'

const DAY = 24 * 60 * 60_000
const DAYS = 14
const SCHEMAS = 3
const BULKS = 5

/** From so many on an act is worth a copy of the library; below it the act is taken back one by one. */
const LEAST: Record<Bulk['act'], number> = { import: 10, merge: 1, edit: 10, delete: 2, restore: 1 }

export const isBulk = ({ act, count }: Bulk): boolean => count >= LEAST[act]

/** The snapshots whose time has passed. `snapshots` come the newest first. */
export function outdated(snapshots: readonly Snapshot[], now: Date): Snapshot[] {
  const kept = new Set(snapshots.slice(0, 1))
  const seen = new Set<string>()
  const keepFirst = (key: string, snapshot: Snapshot) => {
    if (!seen.has(key)) kept.add(snapshot)
    seen.add(key)
  }
  const isWithin = (snapshot: Snapshot, days: number) => now.getTime() - Date.parse(snapshot.taken) < days * DAY
  // One taken before an act has a rule of its own; it stands for its hour only where there is no other.
  const isPassing = ({ before, bulk }: Snapshot) => before === null && bulk === null
  for (const snapshot of [...snapshots.filter(isPassing), ...snapshots.filter((each) => !isPassing(each))]) {
    if (isWithin(snapshot, 1)) keepFirst(snapshot.taken.slice(0, 13), snapshot)
    if (isWithin(snapshot, DAYS)) keepFirst(snapshot.taken.slice(0, 10), snapshot)
  }
  for (const snapshot of snapshots.filter(({ before }) => before !== null).slice(0, SCHEMAS)) kept.add(snapshot)
  for (const snapshot of snapshots.filter((each) => each.bulk !== null && isWithin(each, DAYS)).slice(0, BULKS)) kept.add(snapshot)
  return snapshots.filter((snapshot) => !kept.has(snapshot))
}
