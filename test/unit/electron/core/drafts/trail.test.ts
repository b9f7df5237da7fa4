// What could be undone is kept with the text it leads to, and nowhere else: bounded, gone when the text is replaced, after a day, and
// with the draft.
import { describe, expect, test } from 'vitest'
import { forgetOldTrails } from '../../../../../electron/core/drafts/trail.ts'
import { gather } from '../../../../../electron/core/carrying/gather.ts'
import type { DraftId } from '../../../../../shared/model/ids.ts'
import { patchBetween } from '../../../../../shared/model/patch.ts'
import type { Block, Statement } from '../../../../../shared/model/statement.ts'
import { stepBetween, trailChangeSchema, type Step, type TrailChange } from '../../../../../shared/model/trail.ts'
import { openServices } from '../../../../support/services.ts'

const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const CARET = { anchor: { block: 'b1', offset: 3 }, focus: { block: 'b1', offset: 5 } }
const block = (text: string): Block => ({ id: 'b1', kind: 'paragraph', runs: [{ text }] })
const step = (from: string, to: string): Step => stepBetween({ blocks: [block(from)], comments: [] }, { blocks: [block(to)], comments: [] }, { before: null, after: CARET })

/** A draft of one paragraph; `save` stores its next text, with what can be undone. */
function opened() {
  const services = openServices()
  const { id, statement: empty } = services.drafts.start({ ...FORM, parties: [] })
  const statement = (text: string): Statement => ({ ...empty, blocks: [block(text)] })
  let rev = 1
  const save = (text: string, trail?: TrailChange) => {
    rev = services.drafts.save(id, rev, statement(text), trail).rev
  }
  const steps = () => services.db.all<{ number: number }>('SELECT number FROM draft_step WHERE draft = ? ORDER BY number', id).map(({ number }) => number)
  return { ...services, id, statement, save, steps, resume: () => services.drafts.resume(id), get rev() { return rev } }
}

describe('a trail', () => {
  test('comes back with the caret, as it was saved', () => {
    const { save, resume } = opened()
    expect(resume()).toEqual({ place: null, trail: null })
    save('ab', { from: 0, steps: [step('', 'a'), step('a', 'ab')], done: 2, caret: CARET })
    expect(resume()).toEqual({ place: { caret: CARET, top: null }, trail: { from: 0, steps: [step('', 'a'), step('a', 'ab')], done: 2 } })
  })

  test('goes on: steps are added, undone, and others take their place', () => {
    const { save, resume } = opened()
    save('ab', { from: 0, steps: [step('', 'a'), step('a', 'ab')], done: 2, caret: null })
    save('a', { from: 2, steps: [], done: 1, caret: null })
    expect(resume().trail).toMatchObject({ done: 1, steps: [{}, {}] })
    save('ac', { from: 1, steps: [step('a', 'ac')], done: 2, caret: null })
    expect(resume().trail).toEqual({ from: 0, steps: [step('', 'a'), step('a', 'ac')], done: 2 })
  })

  test('is kept with a change too, and when the text is written whole in passing', () => {
    const { drafts, id, statement, resume } = opened()
    let text = ''
    let { rev } = drafts.save(id, 1, statement(text), { from: 0, steps: [], done: 0, caret: null })
    for (let made = 0; made < 30; made++) {
      const next = `${text}a`
      rev = drafts.change(id, rev, patchBetween(statement(text), statement(next))!, { from: made, steps: [step(text, next)], done: made + 1, caret: null }).rev
      text = next
      expect(resume().trail).toMatchObject({ from: 0, done: made + 1 })
    }
  })

  test('lets the oldest steps go where they are many, or long', () => {
    const { save, resume, steps } = opened()
    const many = (count: number, from: number, text: string) => Array.from({ length: count }, (_, index) => step(`${text}${from + index}`, `${text}${from + index + 1}`))
    save('x400', { from: 0, steps: many(400, 0, 'x'), done: 400, caret: null })
    save('x450', { from: 400, steps: many(50, 400, 'x'), done: 450, caret: null })
    expect([steps()[0], steps().length]).toEqual([50, 400])
    expect(resume().trail).toMatchObject({ from: 50, done: 450 })
    save('y', { from: 450, steps: many(3, 0, 'y'.repeat(900_000)), done: 453, caret: null })
    expect(steps()).toEqual([451, 452])
  })

  test('that has a gap, or is of another rev, leads nowhere', () => {
    const { db, save, resume } = opened()
    save('abc', { from: 0, steps: [step('', 'a'), step('a', 'ab'), step('ab', 'abc')], done: 3, caret: null })
    db.write(() => db.run('DELETE FROM draft_step WHERE number = 1'))
    expect(resume().trail).toBeNull()
    save('b', { from: 5, steps: [step('a', 'b')], done: 9, caret: null })
    expect(resume().trail).toBeNull()
    save('c', { from: 0, steps: [step('b', 'c')], done: 1, caret: null })
    expect(resume().trail).not.toBeNull()
    db.write(() => db.run('UPDATE draft SET rev = rev + 1'))
    expect(resume().trail).toBeNull()
  })
})

describe('what could be undone is gone', () => {
  const trail = { from: 0, steps: [step('secret', 'b')], done: 1, caret: CARET }
  test.each<[string, (of: ReturnType<typeof opened>) => void]>([
    ['with a save that does not tell it', ({ save }) => save('c')],
    ['with a version put back', ({ drafts, id, save }) => {
      const version = drafts.createVersion(id, 'v')
      save('c', trail)
      drafts.restoreVersion(version.id, 3, 'kept')
    }],
    ['a day after the last save', ({ db }) => db.write(() => forgetOldTrails(db, new Date(Date.UTC(2026, 0, 2, 1))))],
    ['with the draft', ({ drafts, id }) => {
      drafts.remove(id)
      drafts.deleteForGood(id)
    }],
  ])('%s', (_when, act) => {
    const one = opened()
    one.save('b', trail)
    expect(one.steps()).toEqual([0])
    act(one)
    expect(one.steps()).toEqual([])
    expect(JSON.stringify(one.db.all('SELECT * FROM draft_step'))).not.toContain('secret')
  })

  test('and stays where less than a day went by', () => {
    const { db, save, steps } = opened()
    save('b', trail)
    db.write(() => forgetOldTrails(db, new Date(Date.UTC(2026, 0, 1, 23))))
    expect(steps()).toEqual([0])
  })

  test('and goes into no copy, version or carry file', () => {
    const { db, drafts, id, save } = opened()
    save('b', trail)
    const copy = drafts.copy(id, 'Copy')
    expect(drafts.resume(copy.id)).toEqual({ place: null, trail: null })
    const version = drafts.createVersion(id, 'v')
    expect(JSON.stringify(drafts.openVersion(version.id))).not.toContain('secret')
    expect(JSON.stringify([...gather(db, null).records])).not.toContain('secret')
  })
})

test('a place is kept by itself, changes no rev, and needs a draft', () => {
  const { drafts, id, resume, pushed } = opened()
  const before = pushed.length
  const place = { caret: CARET, top: { block: 'b1', over: 12 } }
  drafts.place(id, place)
  expect(resume()).toEqual({ place, trail: null })
  expect(drafts.open(id).rev).toBe(1)
  expect(pushed).toHaveLength(before)
  expect(() => drafts.place('none' as DraftId, place)).toThrow(expect.objectContaining({ code: 'not-found' }))
  expect(() => drafts.resume('none' as DraftId)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test.each<[string, unknown]>([
  ['a step without its sides', { from: 0, steps: [{}], done: 0, caret: null }],
  ['a place before the first', { from: -1, steps: [], done: 0, caret: null }],
  ['a block with more than a block has', { from: 0, steps: [{ ...step('', 'a'), blocks: [{ at: 0, out: [], put: [{ ...block('a'), html: '' }] }] }], done: 1, caret: null }],
  ['more steps than are kept', { from: 0, steps: Array(401).fill(step('', 'a')), done: 1, caret: null }],
])('the parser refuses %s', (_what, raw) => expect(trailChangeSchema.safeParse(raw).success).toBe(false))
