// Work in steps leaves the thread between two of them, and newer work of the same asker ends it.
import { expect, test } from 'vitest'
import { createTurns } from '../../../../electron/core/turns.ts'

function* counting(log: string[], name: string, steps: number): Generator<void, string> {
  for (let step = 1; step <= steps; step++) {
    log.push(`${name}${step}`)
    yield
  }
  return name
}

test('two pieces of work take turns', async () => {
  const log: string[] = []
  const inTurns = createTurns()
  expect(await Promise.all([inTurns(counting(log, 'a', 2), 'one'), inTurns(counting(log, 'b', 2), 'other')])).toEqual(['a', 'b'])
  expect(log).toEqual(['a1', 'b1', 'a2', 'b2'])
})

test('newer work of the same asker ends the older one, and only that', async () => {
  const log: string[] = []
  const inTurns = createTurns()
  const older = inTurns(counting(log, 'old', 3), 'caret')
  const newer = inTurns(counting(log, 'new', 3), 'caret')
  await expect(older).rejects.toMatchObject({ code: 'cancelled' })
  expect(await newer).toBe('new')
  expect(log).toEqual(['old1', 'new1', 'new2', 'new3'])
  expect(await inTurns(counting(log, 'later', 1), 'caret')).toBe('later')
})

test('work of nobody is ended by nobody', async () => {
  const inTurns = createTurns()
  expect(await Promise.all([inTurns(counting([], 'a', 2)), inTurns(counting([], 'b', 2))])).toEqual(['a', 'b'])
})

test('a failure comes through', async () => {
  const failing = function* (): Generator<void, never> { yield; throw new RangeError('no') }
  await expect(createTurns()(failing(), 'caret')).rejects.toThrow('no')
})
