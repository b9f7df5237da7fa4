// Which snapshots are kept: the newest of every hour for a day and of every day for a fortnight, the last three taken before a
// change of the schema, and always the newest.
import type { Snapshot } from '../db/snapshot.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const DAYS = 14
const SCHEMAS = 3

/** The snapshots whose time has passed. `snapshots` come the newest first. */
export function outdated(snapshots: readonly Snapshot[], now: Date): Snapshot[] {
  const kept = new Set(snapshots.slice(0, 1))
  const seen = new Set<string>()
  const keepFirst = (key: string, snapshot: Snapshot) => {
    if (!seen.has(key)) kept.add(snapshot)
    seen.add(key)
  }
  for (const snapshot of snapshots) {
    const age = now.getTime() - Date.parse(snapshot.taken)
    if (age < DAY) keepFirst(snapshot.taken.slice(0, 13), snapshot)
    if (age < DAYS * DAY) keepFirst(snapshot.taken.slice(0, 10), snapshot)
  }
  for (const snapshot of snapshots.filter(({ before }) => before !== null).slice(0, SCHEMAS)) kept.add(snapshot)
  return snapshots.filter((snapshot) => !kept.has(snapshot))
}
