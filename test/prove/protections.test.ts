// Each protection is taken away, one at a time, and a test must notice: what no test misses is not protected. Prints its figures.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROTECTIONS } from '../support/protections/table.ts'
import { copyProject, type Copy, type Outcome } from '../support/protections/weaken.ts'

const LONG = 10 * 60_000
let copy: Copy
const untouched = new Map<string, Outcome[]>()
let noticed = 0

beforeAll(async () => {
  copy = copyProject()
  await copy.build()
  for (const file of new Set(PROTECTIONS.map(({ shownBy: [file] }) => file))) untouched.set(file, await copy.run(file))
}, LONG)

afterAll(() => {
  copy.remove()
  console.log(`protections: ${PROTECTIONS.length} taken away one at a time, ${noticed} noticed`)
})

const titled = (outcomes: Outcome[], title: string) => outcomes.filter((outcome) => outcome.title.includes(title))

describe.each(PROTECTIONS)('without: $name', ({ file, from, to, shownBy: [tests, title] }) => {
  test(`“${title}” fails`, async () => {
    const before = titled(untouched.get(tests)!, title)
    expect(before.length).toBeGreaterThan(0)
    expect(before.filter(({ passed }) => !passed)).toEqual([])
    const restore = copy.weaken(file, from, to)
    try {
      if (tests.endsWith('.spec.ts')) await copy.build()
      const after = titled(await copy.run(tests, title), title)
      expect(after.length).toBeGreaterThan(0)
      const failed = after.filter(({ passed }) => !passed)
      expect(failed.length).toBeGreaterThan(0)
      noticed++
      console.log(`without ${file}: ${from.slice(0, 60)} → ${failed[0]!.why}`)
    } finally {
      restore()
    }
  }, LONG)
})
