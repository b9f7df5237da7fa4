// Which snapshots stay: hourly for a day, daily for a fortnight, a few from before changes of the
// schema and before bulk acts, the newest for ever.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Snapshot } from '../../../../../electron/core/db/snapshot.ts'
import { outdated } from '../../../../../electron/core/snapshots/keeping.ts'

const NOW = new Date('2026-03-31T12:30:00Z')
const taken = (time: string, before: number | null = null, bulk: Snapshot['bulk'] = null): Snapshot => ({ name: time, taken: time, size: 1, before, bulk })
const beforeMerge = (time: string) => taken(time, null, { act: 'merge', count: 3 })
const hoursAgo = (hours: number) => taken(new Date(NOW.getTime() - hours * 3_600_000).toISOString())
const kept = (snapshots: Snapshot[]) => {
  const gone = new Set(outdated(snapshots, NOW))
  return snapshots.filter((snapshot) => !gone.has(snapshot)).map(({ taken }) => taken)
}

test.each<[what: string, snapshots: Snapshot[], kept: string[]]>([
  ['the newest of an hour', [taken('2026-03-31T11:50:00Z'), taken('2026-03-31T11:10:00Z'), taken('2026-03-31T10:10:00Z')], ['2026-03-31T11:50:00Z', '2026-03-31T10:10:00Z']],
  ['the newest of a day', [taken('2026-03-31T11:50:00Z'), taken('2026-03-28T18:00:00Z'), taken('2026-03-28T09:00:00Z')], ['2026-03-31T11:50:00Z', '2026-03-28T18:00:00Z']],
  ['nothing after a fortnight', [taken('2026-03-31T11:50:00Z'), taken('2026-03-17T12:00:00Z')], ['2026-03-31T11:50:00Z']],
  ['the newest, however old', [taken('2025-01-02T00:00:00Z'), taken('2025-01-01T00:00:00Z')], ['2025-01-02T00:00:00Z']],
  ['the last three from before a change of the schema', [
    taken('2026-03-31T11:50:00Z'), ...[50, 40, 30, 20].map((schema) => taken(`2025-01-01T00:00:${schema}Z`, schema)),
  ], ['2026-03-31T11:50:00Z', '2025-01-01T00:00:50Z', '2025-01-01T00:00:40Z', '2025-01-01T00:00:30Z']],
  ['several before bulk acts of one hour', [taken('2026-03-31T12:20:00Z'), beforeMerge('2026-03-31T12:10:00Z'), beforeMerge('2026-03-31T12:05:00Z')],
    ['2026-03-31T12:20:00Z', '2026-03-31T12:10:00Z', '2026-03-31T12:05:00Z']],
  ['the newest of an hour taken in passing beside those before bulk acts, which stand for an hour without one', [
    beforeMerge('2026-03-31T12:10:00Z'), taken('2026-03-31T12:05:00Z'), taken('2026-03-31T12:01:00Z'), ...[5, 4, 3, 2, 1].map((minute) => beforeMerge(`2026-03-31T11:0${minute}:00Z`)), beforeMerge('2026-03-31T03:00:00Z'),
  ], ['2026-03-31T12:10:00Z', '2026-03-31T12:05:00Z', ...[5, 4, 3, 2].map((minute) => `2026-03-31T11:0${minute}:00Z`), '2026-03-31T03:00:00Z']],
  ['no more than the last five before bulk acts', [taken('2026-03-31T11:50:00Z'), ...[50, 40, 30, 20, 15, 10].map((minute) => beforeMerge(`2026-03-25T10:${minute}:00Z`))],
    ['2026-03-31T11:50:00Z', ...[50, 40, 30, 20, 15].map((minute) => `2026-03-25T10:${minute}:00Z`)]],
  ['none before a bulk act after a fortnight', [taken('2026-03-31T11:50:00Z'), beforeMerge('2026-03-17T12:00:00Z')], ['2026-03-31T11:50:00Z']],
])('%s', (_what, snapshots, expected) => expect(kept(snapshots)).toEqual(expected))

test('never more than one an hour and one a day, and what is kept once is kept when asked again', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 24 * 30 * 4 }), { minLength: 1, maxLength: 200 }), (quarters) => {
    const snapshots = quarters.sort((a, b) => a - b).map((quarter) => hoursAgo(quarter / 4))
    const once = kept(snapshots)
    expect(once[0]).toBe(snapshots[0]!.taken)
    expect(once.length).toBeLessThanOrEqual(25 + 15 + 1)
    expect(kept(snapshots.filter(({ taken }) => once.includes(taken)))).toEqual(once)
  }))
})
