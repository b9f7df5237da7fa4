// A host that stops waits for its calls, and for those that an announcement still brings.
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { UnderWay } from '../../../../electron/core/underWay.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

/** How long settling took, in ms of the clock. */
async function timeOf(settling: Promise<void>): Promise<number> {
  const started = performance.now()
  const took = settling.then(() => performance.now() - started)
  await vi.advanceTimersByTimeAsync(5000)
  return took
}

const callOf = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })

describe('settling', () => {
  test('takes the quiet time where nothing runs', async () => {
    expect(await timeOf(new UnderWay().settled(100, 1000))).toBe(100)
  })

  test('takes no time where none is asked for', async () => {
    expect(await timeOf(new UnderWay().settled(0, 1000))).toBe(0)
  })

  test('waits for a call, and then for quiet', async () => {
    const calls = new UnderWay()
    void calls.track(callOf(300))
    expect(await timeOf(calls.settled(100, 1000))).toBe(400)
  })

  test('waits for a call that came meanwhile', async () => {
    const calls = new UnderWay()
    setTimeout(() => void calls.track(callOf(300)), 50)
    expect(await timeOf(calls.settled(100, 1000))).toBe(450)
  })

  test('leaves no timer behind that would keep the process', async () => {
    const calls = new UnderWay()
    const call = Promise.withResolvers<void>()
    void calls.track(call.promise)
    const settling = calls.settled(0, 1000)
    call.resolve()
    await settling
    expect(vi.getTimerCount()).toBe(0)
  })

  test('gives up a call that does not end', async () => {
    const calls = new UnderWay()
    void calls.track(new Promise(() => {}))
    expect(await timeOf(calls.settled(100, 1000))).toBe(1000)
  })

  test('a call that fails is over', async () => {
    const calls = new UnderWay()
    await expect(calls.track(Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await timeOf(calls.settled(0, 1000))).toBe(0)
  })
})
