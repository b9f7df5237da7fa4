// Whatever is done and undone between saves, what is kept is what was told, and a step is handed over once.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeptTrail } from '../../../renderer/features/drafting/keptTrail.ts'
import type { Step, TrailChange } from '../../../shared/model/trail.ts'
import '../../support/seeds.ts'

const step = (): Step => ({ blocks: [], comments: [], before: null, after: null })

/** The backend's side: steps by number. */
function shelf() {
  const kept = new Map<number, Step>()
  let done = 0
  return {
    take(change: TrailChange) {
      for (const number of kept.keys()) if (number >= change.from) kept.delete(number)
      change.steps.forEach((one, index) => kept.set(change.from + index, one))
      done = change.done
    },
    get all() {
      const numbers = [...kept.keys()].sort((a, b) => a - b)
      return { from: numbers[0] ?? 0, numbers, steps: numbers.map((number) => kept.get(number)!), done }
    },
  }
}

test('one step more is one step handed over; undoing hands over none', () => {
  const trail = new KeptTrail()
  const [a, b, c] = [step(), step(), step()]
  const save = (steps: Step[], done: number) => {
    const { change, keep } = trail.changeTo({ steps, done, caret: null })
    keep()
    return [change.from, change.steps.length, change.done]
  }
  expect(save([a, b], 2)).toEqual([0, 2, 2])
  expect(save([a, b, c], 3)).toEqual([2, 1, 3])
  expect(save([a, b, c], 1)).toEqual([3, 0, 1])
  expect(save([b, c], 1)).toEqual([3, 0, 2])
})

test('what was not stored is handed over again', () => {
  const trail = new KeptTrail()
  const told = { steps: [step()], done: 1, caret: null }
  expect(trail.changeTo(told).change.steps).toHaveLength(1)
  expect(trail.changeTo(told).change.steps).toHaveLength(1)
})

test('law: the backend has what the editor told, however it came to be', () => fc.assert(fc.property(
  fc.array(fc.record({ act: fc.constantFrom('do', 'undo', 'redo', 'let go', 'anew'), isStored: fc.boolean() }), { maxLength: 40 }),
  (acts) => {
    const trail = new KeptTrail()
    const backend = shelf()
    let steps: Step[] = []
    let done = 0
    for (const { act, isStored } of acts) {
      if (act === 'do') steps = [...steps.slice(0, done++), step()]
      if (act === 'undo') done = Math.max(0, done - 1)
      if (act === 'redo') done = Math.min(steps.length, done + 1)
      if (act === 'let go' && done > 0) {
        steps = steps.slice(1)
        done--
      }
      if (act === 'anew') [steps, done] = [[step()], 1]
      if (!isStored) continue
      const { change, keep } = trail.changeTo({ steps, done, caret: null })
      backend.take(change)
      keep()
      const { numbers, steps: all, done: then } = backend.all
      expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
      // What was let go here may be there still, before all others.
      const more = all.length - steps.length
      expect(all.slice(more)).toEqual(steps)
      expect(all.slice(more).every((one, index) => one === steps[index])).toBe(true)
      expect(then - more).toBe(done + (numbers[0] ?? 0))
    }
  },
)))
