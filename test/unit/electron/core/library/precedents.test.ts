// Earlier wordings of a text: the closest first, each once, with what is verbatim and what is new.
import { describe, expect, test } from 'vitest'
import type { Asked } from '../../../../../shared/contract/precedents.ts'
import { openServices } from '../../../../support/services.ts'
import { proposalOf, type Line } from '../../../../support/proposals.ts'

const WATER = 'Стороны подтверждают намерение обмениваться гидрологическими данными на ежегодной основе.'
/** Set with no-break spaces: typography makes no other wording. */
const EXACT_LATER = WATER.replaceAll(' на ', ' на\u00a0')
const OTHER_VERB = 'Стороны приветствуют намерение обмениваться гидрологическими данными раз в месяц.'
const YOUTH = 'Стороны поддерживают обмен молодёжью и студентами между университетами.'

const services = openServices()
const { library } = services
const store = (name: string, texts: readonly string[], about: Parameters<typeof proposalOf>[1] = {}) =>
  library.store(proposalOf(texts.map((text): Line => [about.grade === 'press-report' ? 'passage' : 'clause', text]), about, undefined, name)).id

const first = store('2019', [WATER, YOUTH], { date: '2019-05-01', place: 'Ольмин', title: 'Ольминская декларация' })
const second = store('2023', [EXACT_LATER, OTHER_VERB], { date: '2023-10-12' })
store('press', [WATER], { date: '2024-01-01', grade: 'press-report' })
store('english', ['The Parties confirm the exchange of hydrological data.'], { date: '2024-01-01', language: 'en' })
const removed = store('removed', [WATER], { date: '2025-01-01' })
library.remove(removed)

function ask(text: string, options: Partial<Asked> = {}) {
  const steps = library.precedents({ text, language: 'ru', limit: 5, ...options })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const EDITED = 'Министры подтверждают намерение обмениваться гидрологическими данными на ежемесячной основе.'

test('the closest wording comes first, with who agreed, how much is verbatim and what is new', () => {
  const [best, next] = ask(EDITED)
  expect(best).toMatchObject({ share: 75, hit: { declarationId: second, text: EXACT_LATER, date: '2023-10-12', parties: [{ code: 'VT' }, { code: 'AV' }] } })
  expect(best!.ops.filter(({ op }) => op === 'insert').map(({ text }) => text.trim())).toEqual(['Министры', 'ежемесячной'])
  expect(next!.hit.text).toBe(OTHER_VERB)
  expect(next!.share).toBeLessThan(best!.share)
})

test('the operations lead from the earlier wording to the text, to the letter', () => {
  for (const { hit, ops } of ask(EDITED)) {
    expect(ops.filter(({ op }) => op !== 'delete').map(({ text }) => text).join('')).toBe(EDITED)
    expect(hit.text).toContain(ops.find(({ op }) => op === 'delete')!.text.trim())
  }
})

test('questions that go on side by side, and one that was given up, answer as each alone', () => {
  const alone = [EDITED, YOUTH].map((text) => ask(text))
  expect(alone.every((found) => found.length > 0)).toBe(true)
  const abandoned = library.precedents({ text: YOUTH, language: 'ru', limit: 5 })
  for (let steps = 0; steps < 4; steps++) abandoned.next()
  abandoned.return([])
  const together = [EDITED, YOUTH].map((text) => library.precedents({ text, language: 'ru', limit: 5 }))
  const answers = together.map(() => undefined as ReturnType<typeof ask> | undefined)
  while (answers.includes(undefined)) {
    together.forEach((steps, index) => {
      const step = steps.next()
      if (step.done && step.value) answers[index] = step.value
    })
  }
  expect(answers).toEqual(alone)
})

test('a wording that several declarations carry is told once, by the latest, with the others beside it', () => {
  const found = ask(WATER)
  expect(found[0]).toMatchObject({ share: 100, hit: { declarationId: second }, also: [{ declarationId: first, citation: expect.stringContaining('2019') }] })
  expect(found.filter(({ share }) => share === 100)).toHaveLength(1)
})

test('half a sentence is enough', () => {
  expect(ask('обмениваться гидрологическими данными на ежегодной основе')[0]).toMatchObject({ share: 100, hit: { text: EXACT_LATER } })
})

describe('no precedent is', () => {
  const from = (options: Partial<Asked>) => ask(WATER, options).flatMap(({ hit, also }) => [hit, ...also]).map((hit) => hit.declarationId)
  test('a press report, a text in another language or one that was taken out', () => {
    expect(new Set(from({ limit: 20 }))).toEqual(new Set([first, second]))
  })
  test('what was agreed after the day asked for', () => {
    expect(new Set(from({ until: '2020-01-01' }))).toEqual(new Set([first]))
    expect(from({ until: '2018-01-01' })).toEqual([])
  })
  test('a text that one of the parties asked for did not join', () => {
    expect(new Set(from({ parties: ['VT', 'Алвания'] }))).toEqual(new Set([first, second]))
    expect(from({ parties: ['VT', 'OV'] })).toEqual([])
  })
  test('a declaration that is left out', () => expect(from({ except: [first, second] })).toEqual([]))
  test('a text of other words, of too few or of none', () => {
    for (const text of ['Космическое агентство запустит спутники.', 'Стороны', '', '!!!', 'обмен данными']) expect(ask(text)).toEqual([])
  })
})

test('only so many as are wanted', () => expect(ask(WATER, { limit: 1 })).toHaveLength(1))

test('a text of a hundred thousand letters and one of a single repeated word are answered', () => {
  expect(ask(`${WATER} ${'Космическое агентство запустит спутники. '.repeat(2)}`)[0]!.hit.text).toBe(EXACT_LATER)
  expect(() => ask(`${WATER} `.repeat(1000))).not.toThrow()
  expect(() => ask('стороны '.repeat(10_000))).not.toThrow()
  expect(() => ask('"NEAR( * ^ " OR NOT " { } : - "')).not.toThrow()
})

test('a change of the language of a declaration moves its words', () => {
  const other = openServices()
  const { id } = other.library.store(proposalOf([['clause', WATER]]))
  const counted = () => other.db.get<{ sum: number }>('SELECT sum(clauses) AS sum FROM stem')!.sum
  const before = counted()
  other.library.update(id, { language: 'kk' })
  other.library.update(id, { language: 'ru' })
  expect(counted()).toBe(before)
})
