// Autosave says "saved" only after the reply, keeps to its times, retries failures and stops at a conflict.
import { describe, expect, test } from 'vitest'
import { Autosave, type Clock, type SaveState } from '../../../renderer/features/drafting/autosave.ts'
import { AppError } from '../../../shared/contract/error.ts'

/** A clock moved by hand. */
function handClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async pass(ms) {
      const end = now + ms
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        now = next.at
        timers = timers.filter((other) => other !== next)
        next.run()
        await settle()
      }
      now = end
    },
  }
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

/** A backend whose replies come when the test says so. */
function bench() {
  const clock = handClock()
  const states: SaveState['kind'][] = []
  const sent: { text: string; baseRev: number; at: number }[] = []
  const replies: { succeed(): Promise<void>; fail(error: unknown): Promise<void> }[] = []
  let text = 'a'
  const autosave = new Autosave<string>({
    rev: 7,
    saved: '2026-01-01T00:00:00Z',
    clock,
    read: () => text,
    save: (saved, baseRev) =>
      new Promise((resolve, reject) => {
        sent.push({ text: saved, baseRev, at: clock.now() })
        replies.push({
          succeed: () => {
            resolve({ rev: baseRev + 1, saved: '2026-01-01T00:00:01Z' })
            return settle()
          },
          fail: (error) => {
            reject(error)
            return settle()
          },
        })
      }),
    onState: (state) => states.push(state.kind),
  })
  return {
    clock,
    states,
    sent,
    autosave,
    type(next: string) {
      text = next
      autosave.changed()
    },
    reply: () => replies.shift()!,
  }
}

describe('when it saves', () => {
  test('300 ms after the last key', async () => {
    const { clock, sent, type } = bench()
    type('ab')
    await clock.pass(200)
    type('abc')
    await clock.pass(299)
    expect(sent).toEqual([])
    await clock.pass(1)
    expect(sent).toEqual([{ text: 'abc', baseRev: 7, at: 500 }])
  })

  test('at least every 2 s while keys keep coming', async () => {
    const { clock, sent, type } = bench()
    for (let key = 0; key < 21; key++) {
      type(`a${key}`)
      await clock.pass(100)
    }
    expect(sent.map((save) => save.at)).toEqual([2000])
  })

  test('never two at a time; what was typed meanwhile goes next, on the new rev', async () => {
    const { clock, sent, type, reply } = bench()
    type('ab')
    await clock.pass(300)
    type('abc')
    await clock.pass(5000)
    expect(sent).toHaveLength(1)
    await reply().succeed()
    await clock.pass(300)
    expect(sent.map(({ text, baseRev }) => ({ text, baseRev }))).toEqual([
      { text: 'ab', baseRev: 7 },
      { text: 'abc', baseRev: 8 },
    ])
  })

  test('flush sends at once and waits for the reply', async () => {
    const { autosave, sent, type, reply } = bench()
    type('ab')
    const done = autosave.flush()
    await settle()
    expect(sent).toHaveLength(1)
    await reply().succeed()
    expect(await done).toBe(true)
  })

  test('nothing is sent once it is closed', async () => {
    const { autosave, clock, sent, type } = bench()
    type('ab')
    autosave.close()
    await clock.pass(5000)
    expect(sent).toEqual([])
  })
})

describe('what it says', () => {
  test('saved only after the reply', async () => {
    const { clock, states, type, reply } = bench()
    type('ab')
    type('abc')
    await clock.pass(300)
    expect(states).toEqual(['pending', 'saving'])
    await reply().succeed()
    expect(states).toEqual(['pending', 'saving', 'saved'])
  })

  test('not saved while a key typed during the save is still unsent', async () => {
    const { autosave, clock, states, type, reply } = bench()
    type('ab')
    await clock.pass(300)
    type('abc')
    await reply().succeed()
    expect(autosave.state).toMatchObject({ kind: 'pending', since: 300 })
    // Not for a moment either.
    expect(states).toEqual(['pending', 'saving', 'pending'])
    expect(autosave.unsaved).toBe(true)
  })

  test('a failure tells since when nothing is on disk, and is tried again', async () => {
    const { autosave, clock, sent, type, reply } = bench()
    type('ab')
    await clock.pass(300)
    await reply().fail(new AppError('disk-full', 'no space'))
    expect(autosave.state).toMatchObject({ kind: 'failed', since: 0, error: { code: 'disk-full' }, retryAt: 1300 })
    type('abc')
    await clock.pass(999)
    expect(sent).toHaveLength(1)
    await clock.pass(1)
    expect(sent).toHaveLength(2)
    await reply().succeed()
    expect(autosave.state.kind).toBe('saved')
    expect(autosave.unsaved).toBe(false)
  })

  test('retries grow apart up to 30 s', async () => {
    const { clock, sent, type, reply } = bench()
    type('ab')
    await clock.pass(300)
    for (const wait of [1000, 2000, 5000, 10_000, 30_000, 30_000]) {
      await reply().fail(new Error('gone'))
      await clock.pass(wait)
    }
    const gaps = sent
      .map((save) => save.at)
      .map((at, index, all) => at - (all[index - 1] ?? at))
      .slice(1)
    expect(gaps).toEqual([1000, 2000, 5000, 10_000, 30_000, 30_000])
  })

  test('a conflict stops saving until it is resolved', async () => {
    const { autosave, clock, sent, type, reply } = bench()
    type('ab')
    await clock.pass(300)
    await reply().fail(new AppError('conflict', 'stale', { rev: 9 }))
    expect(autosave.state).toMatchObject({ kind: 'conflict', rev: 9 })
    type('abc')
    await clock.pass(60_000)
    expect(sent).toHaveLength(1)
    autosave.advance(9)
    autosave.goOn()
    type('abcd')
    await clock.pass(300)
    expect(sent.at(-1)).toMatchObject({ text: 'abcd', baseRev: 9 })
  })
})

describe('a push that the draft was stored', () => {
  test.each([
    ['our own save', 7, false, 'ours'],
    ['another window, nothing typed here', 8, false, 'load'],
    ['another window, typed here too', 8, true, 'conflict'],
  ] as const)('%s', async (_name, rev, typed, verdict) => {
    const { autosave, type } = bench()
    if (typed) type('ab')
    expect(await autosave.storedElsewhere(rev)).toBe(verdict)
  })

  test.each([
    ['the one that save stored', 8, 'succeed', 'ours', 'saved'],
    ['one stored after it by another window', 9, 'succeed', 'load', 'saved'],
    ['another window’s, and the save cannot reach the backend', 8, 'fail', 'conflict', 'conflict'],
  ] as const)('announced during a save: %s', async (_name, rev, reply, verdict, state) => {
    const { autosave, type, clock, reply: answer } = bench()
    type('ab')
    await clock.pass(300)
    const asked = autosave.storedElsewhere(rev)
    if (reply === 'succeed') await answer().succeed()
    else await answer().fail(new AppError('unauthorised', 'no answer'))
    expect(await asked).toBe(verdict)
    expect(autosave.state.kind).toBe(state)
  })
})
