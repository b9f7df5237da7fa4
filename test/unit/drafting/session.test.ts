// An open draft among other windows: what is loaded, what is kept, what never gets lost.
import { describe, expect, test } from 'vitest'
import { createSession } from '../../../renderer/features/drafting/session.ts'
import type { Clock } from '../../../renderer/features/drafting/autosave.ts'
import type { TrailChange } from '../../../shared/model/trail.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { Resumed } from '../../../shared/contract/drafts.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { Draft } from '../../../shared/model/draft.ts'
import { draftIdSchema, fileHandleSchema, versionIdSchema } from '../../../shared/model/ids.ts'
import { patched, type StatementPatch } from '../../../shared/model/patch.ts'
import type { Statement } from '../../../shared/model/statement.ts'

const id = draftIdSchema.parse('d1')
const statement = (text: string): Statement => ({
  format: 1,
  language: 'en',
  numbering: { sections: 'none', clauses: 'none', items: 'none' },
  blocks: [{ id: 'b1', kind: 'paragraph', runs: [{ text }] }],
})
const textOf = (one: Statement) => one.blocks[0]!.runs[0]!.text

/** Timers run only when asked to: nothing here saves by itself. */
const stopped: Clock = { now: () => 0, after: () => () => {} }
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A backend of one draft that several sessions may write. */
function backend() {
  let rev = 1
  let stored = statement('first')
  let title = 'Draft'
  const copies: { title: string; text: string }[] = []
  const versions: { name: string; text: string }[] = []
  const heard = new Set<(payload: { id: string; rev: number }) => void>()
  const sent: string[] = []
  const trails: (TrailChange | null)[] = []
  let broken = false
  let forgetful = false
  let resumed: Resumed = { place: null, trail: null }
  const draft = (): Draft => ({
    id,
    rev,
    created: '',
    saved: `saved ${rev}`,
    title,
    form: 'other',
    language: 'en',
    date: null,
    place: null,
    parties: [],
    base: null,
    statement: stored,
  })
  const write = () => {
    rev += 1
    heard.forEach((push) => push({ id, rev }))
  }
  const operations: Record<string, (input: never) => unknown> = {
    'draft.open': draft,
    'draft.resume': () => resumed,
    'draft.save': ({ baseRev, ...save }: { baseRev: number; statement?: Statement; patch?: StatementPatch; trail?: TrailChange }) => {
      sent.push(save.patch ? 'patch' : 'statement')
      trails.push(save.trail ?? null)
      if (broken) throw new AppError('disk-full', 'full')
      if (baseRev !== rev) throw new AppError('conflict', 'stale', { rev })
      const next = save.patch && !forgetful ? patched(stored, save.patch) : save.statement
      if (!next) throw new AppError('invalid', 'does not fit')
      stored = next
      write()
      return { rev, saved: `saved ${rev}` }
    },
    'draft.describe': ({ details }: { details: { title?: string; place?: string } }) => {
      title = details.title ?? title
      if (details.place !== undefined) {
        stored = statement(`met in ${details.place}`)
        write()
      }
      return draft()
    },
    'draft.copy': (copy: { title: string; statement: Statement }) => {
      copies.push({ title: copy.title, text: textOf(copy.statement) })
      return { ...draft(), id: 'd2' }
    },
    'version.create': ({ name }: { name: string }) => void versions.push({ name, text: textOf(stored) }),
    'version.restore': ({ baseRev, keptAs }: { baseRev: number; keptAs: string }) => {
      if (baseRev !== rev) throw new AppError('conflict', 'stale', { rev })
      versions.push({ name: keptAs, text: textOf(stored) })
      stored = statement('restored')
      write()
      return draft()
    },
    'return.take': ({ baseRev, keptAs, version }: { baseRev: number; keptAs: string; version: string | null }) => {
      if (baseRev !== rev) throw new AppError('conflict', 'stale', { rev })
      if (version === 'gone') throw new AppError('not-found', 'no such version')
      versions.push({ name: keptAs, text: textOf(stored) })
      stored = statement(`${textOf(stored)} and theirs`)
      write()
      return draft()
    },
  }
  const client = {
    call: async (name: string, input: never) => operations[name]!(input),
    on: (_event: string, push: (payload: { id: string; rev: number }) => void) => {
      heard.add(push)
      return () => heard.delete(push)
    },
  } as unknown as Client
  return {
    client,
    copies,
    versions,
    /** What each save handed over. */
    sent,
    trails,
    resume(from: Resumed) {
      resumed = from
    },
    forget() {
      forgetful = true
    },
    get text() {
      return textOf(stored)
    },
    get title() {
      return title
    },
    break(now: boolean) {
      broken = now
    },
  }
}

/** A window with the draft open; `type` writes and tells the session. */
async function window(client: Client) {
  const session = createSession(client, id, stopped)
  const leave = session.start()
  await settle()
  let shown = 'first'
  session.lend(() => statement(shown))
  return {
    session,
    leave,
    type(text: string) {
      shown = text
      session.changed()
    },
    get state() {
      const state = session.read()
      if (state.kind !== 'open') throw new Error(state.kind)
      return state
    },
  }
}

test('opens, saves, and says so', async () => {
  const store = backend()
  const one = await window(store.client)
  one.type('second')
  expect(one.state.save.kind).toBe('pending')
  expect(await one.session.flush()).toBe(true)
  expect(store.text).toBe('second')
  expect(one.state.save).toEqual({ kind: 'saved', at: 'saved 2' })
})

describe('what is handed over', () => {
  test('is what became another', async () => {
    const store = backend()
    const one = await window(store.client)
    for (const text of ['second', 'third']) {
      one.type(text)
      await one.session.flush()
    }
    expect(store.sent).toEqual(['patch', 'patch'])
    expect(store.text).toBe('third')
  })

  test('is nothing where the text is as it was, and it is called saved as it was', async () => {
    const store = backend()
    const one = await window(store.client)
    one.type('second')
    await one.session.flush()
    one.type('second')
    expect(await one.session.flush()).toBe(true)
    expect(store.sent).toEqual(['patch'])
    expect(one.state.save).toEqual({ kind: 'saved', at: 'saved 2' })
  })

  test('is all of it where the change does not fit what is stored', async () => {
    const store = backend()
    const one = await window(store.client)
    store.forget()
    one.type('second')
    expect(await one.session.flush()).toBe(true)
    expect(store.sent).toEqual(['patch', 'statement'])
    expect(store.text).toBe('second')
  })

  test('is what can be undone too, each step once, and not where it was refused: the text matters more', async () => {
    const store = backend()
    const one = await window(store.client)
    const step = () => ({ blocks: [], comments: [], before: null, after: null })
    const steps = [step(), step()]
    let shown = 'second'
    one.session.lend(() => statement(shown), () => ({ steps, done: steps.length, caret: null }))
    const save = async (text: string) => {
      shown = text
      one.session.changed()
      await one.session.flush()
      return store.trails.map((trail) => trail && [trail.from, trail.steps.length, trail.done])
    }
    expect(await save('second')).toEqual([[0, 2, 2]])
    steps.push(step())
    expect(await save('third')).toEqual([[0, 2, 2], [2, 1, 3]])
    store.forget()
    expect((await save('fourth')).slice(2)).toEqual([[3, 0, 3], null])
    expect((await save('fifth')).at(-2)).toEqual([0, 3, 3])
    expect(store.text).toBe('fifth')
  })

  test('goes on with what can be undone after another window', async () => {
    const store = backend()
    const step = { blocks: [], comments: [], before: null, after: null }
    store.resume({ place: null, trail: { from: 5, steps: [step], done: 6 } })
    const one = await window(store.client)
    expect(one.state.resumed?.trail).toEqual({ from: 5, steps: [step], done: 6 })
    const more = { ...step }
    one.session.lend(() => statement('second'), () => ({ steps: [step, more], done: 2, caret: null }))
    one.session.changed()
    await one.session.flush()
    expect(store.trails).toEqual([{ from: 6, steps: [more], done: 7, caret: null }])
  })

  test('is the change again after a refusal: what was refused is not taken for stored', async () => {
    const store = backend()
    const one = await window(store.client)
    store.break(true)
    one.type('second')
    expect(await one.session.flush()).toBe(false)
    store.break(false)
    expect(await one.session.flush()).toBe(true)
    expect(store.sent).toEqual(['patch', 'patch'])
    expect(store.text).toBe('second')
  })
})

test('another window with nothing typed takes the new text over', async () => {
  const store = backend()
  const [one, two] = [await window(store.client), await window(store.client)]
  const before = two.state.documentKey
  one.type('second')
  await one.session.flush()
  await settle()
  expect(textOf(two.state.draft.statement)).toBe('second')
  expect(two.state.documentKey).not.toBe(before)
  expect(one.state.save.kind).toBe('saved')
})

describe('typed in two windows', () => {
  const clash = async () => {
    const store = backend()
    const [one, two] = [await window(store.client), await window(store.client)]
    two.type('mine')
    one.type('theirs')
    await one.session.flush()
    await settle()
    expect(two.state.save.kind).toBe('conflict')
    return { store, two }
  }

  test('mine becomes a copy, the stored one is loaded', async () => {
    const { store, two } = await clash()
    await two.session.keepMineAsCopy('Draft (copy)')
    expect(store.copies).toEqual([{ title: 'Draft (copy)', text: 'mine' }])
    expect(textOf(two.state.draft.statement)).toBe('theirs')
    expect(two.state.save.kind).toBe('saved')
  })

  test('mine goes on here, the stored one becomes a version', async () => {
    const { store, two } = await clash()
    await two.session.keepMineHere('Theirs')
    expect(store.versions).toEqual([{ name: 'Theirs', text: 'theirs' }])
    expect(store.text).toBe('mine')
    expect(two.state.save.kind).toBe('saved')
  })

  test('leaving without a choice keeps mine as a copy', async () => {
    const { store, two } = await clash()
    two.leave()
    await settle()
    expect(store.copies.map(({ text }) => text)).toEqual(['mine'])
    expect(store.text).toBe('theirs')
  })
})

test('leaving saves what was just typed', async () => {
  const store = backend()
  const one = await window(store.client)
  one.type('last words')
  one.leave()
  await settle()
  expect(store.text).toBe('last words')
})

test('a new title is no other window', async () => {
  const store = backend()
  const one = await window(store.client)
  const before = one.state.documentKey
  await one.session.describe({ title: 'Better title' })
  await settle()
  expect(one.state).toMatchObject({ documentKey: before, draft: { title: 'Better title' } })
  one.type('second')
  expect(await one.session.flush()).toBe(true)
})

test('a new place that went into the text is shown at once, and written on', async () => {
  const store = backend()
  const one = await window(store.client)
  const before = one.state.documentKey
  one.type('second')
  await one.session.describe({ place: 'Olmin' })
  await settle()
  expect(one.state.documentKey).not.toBe(before)
  expect(textOf(one.state.draft.statement)).toBe('met in Olmin')
  // The editor of the new text lends it.
  one.session.lend(() => statement('third'))
  one.session.changed()
  expect(await one.session.flush()).toBe(true)
  expect(store.text).toBe('third')
})

test('a new place does not stand in for what could not be saved', async () => {
  const store = backend()
  const one = await window(store.client)
  store.break(true)
  one.type('unsaved')
  await one.session.describe({ place: 'Olmin' })
  expect(one.session.unsaved).toBe(true)
  store.break(false)
  await one.session.flush()
  expect(one.state.save.kind).toBe('conflict')
  expect(store.text).toBe('met in Olmin')
})

test('restoring a version saves first and keeps the replaced text', async () => {
  const store = backend()
  const one = await window(store.client)
  one.type('second')
  await one.session.restoreVersion(versionIdSchema.parse('v1'), 'Before restoring')
  expect(store.versions).toEqual([{ name: 'Before restoring', text: 'second' }])
  expect(textOf(one.state.draft.statement)).toBe('restored')
})

const taking = (version: string) =>
  ({ file: fileHandleSchema.parse('f1'), version: versionIdSchema.parse(version), hands: {}, takeTheirs: [] })

test('a returned file is taken into the text as it stands, which is kept', async () => {
  const store = backend()
  const one = await window(store.client)
  one.type('second')
  await one.session.takeIn(taking('v1'), 'Before taking in')
  expect(store.versions).toEqual([{ name: 'Before taking in', text: 'second' }])
  expect(textOf(one.state.draft.statement)).toBe('second and theirs')
  expect(one.state.save.kind).toBe('saved')
})

test('where taking in or restoring fails, the text on screen is still the one that is saved', async () => {
  const store = backend()
  const one = await window(store.client)
  one.type('second')
  await expect(one.session.takeIn(taking('gone'), 'kept')).rejects.toMatchObject({ code: 'not-found' })
  one.type('third')
  expect(await one.session.flush()).toBe(true)
  expect(store.text).toBe('third')
})

test('nothing is restored over a text that could not be saved', async () => {
  const store = backend()
  const one = await window(store.client)
  one.type('second')
  store.break(true)
  await expect(one.session.restoreVersion(versionIdSchema.parse('v1'), 'kept')).rejects.toMatchObject({ code: 'conflict' })
  expect(one.state.save.kind).toBe('failed')
  expect(one.session.unsaved).toBe(true)
})

test('a draft that is gone says so', async () => {
  const store = backend()
  const session = createSession(
    {
      ...store.client,
      call: async () => {
        throw new AppError('not-found', 'gone')
      },
    },
    id,
    stopped,
  )
  session.start()
  await settle()
  expect(session.read()).toMatchObject({ kind: 'failed', error: { code: 'not-found' } })
})
