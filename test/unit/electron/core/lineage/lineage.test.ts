// Lineages over a real library: found as declarations come in, drawn in order of date, corrected by hand, undone.
import { beforeEach, describe, expect, test } from 'vitest'
import { keepPairs } from '../../../../../electron/core/lineage/kinship.ts'
import { createLineageService } from '../../../../../electron/core/lineage/service.ts'
import type { Lineage } from '../../../../../shared/contract/lineage.ts'
import type { ClauseId, DeclarationId } from '../../../../../shared/model/ids.ts'
import { proposalOf, type Line } from '../../../../support/proposals.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const FIRST = 'Стороны намерены обмениваться гидрологическими данными на ежегодной основе.'
const SECOND = 'Стороны подтверждают намерение обмениваться гидрологическими данными на ежеквартальной основе.'
const THIRD = 'Стороны обязуются обмениваться гидрологическими данными на ежеквартальной основе.'
const OTHERS = ['Стороны поддерживают стажировки молодых специалистов.', 'Стороны приветствуют открытие моста у города Халлеска.', 'Стороны отмечают рост перевозок зерна.']

let services: ReturnType<typeof openServices>
let ids: Record<'first' | 'second' | 'third', DeclarationId>
beforeEach(async () => {
  services = openServices()
  ids = { first: store(FIRST, '2019-05-01'), second: store(SECOND, '2021-05-01'), third: store(THIRD, '2023-05-01') }
  await services.lineage.prepare()
})

function store(text: string, date: string | null, about: object = {}, more: readonly string[] = OTHERS): DeclarationId {
  return services.library.store(proposalOf([text, ...more].map((one): Line => ['clause', one]), { date, ...about }, undefined, `${date}${text}`), { again: true }).id
}
const clause = (id: DeclarationId, at = 0): ClauseId => services.library.open(id).clauses[at]!.id

function open(id: ClauseId): Lineage {
  const steps = services.lineage.open(id)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const texts = (id: ClauseId) => open(id).appearances.map(({ hit }) => hit.text)

describe('a lineage', () => {
  test('is one from whichever clause it is opened, in order of date, with words, verbs and what was agreed last', () => {
    for (const id of Object.values(ids)) expect(texts(clause(id))).toEqual([FIRST, SECOND, THIRD])
    const { appearances, ladder, lastAgreed, gaps } = open(clause(ids.first))
    expect(lastAgreed).toBe(2)
    expect(ladder).toHaveLength(5)
    expect(gaps).toEqual([])
    const [first, second, third] = appearances
    expect(first).toMatchObject({ ops: [], changes: [], byHand: null })
    expect(second!.ops.filter(({ op }) => op !== 'delete').map(({ text }) => text).join('')).toBe(SECOND)
    expect(second!.changes).toContainEqual(expect.objectContaining({ kind: 'verb', new: 'подтверждают', shift: 1 }))
    expect(third).toMatchObject({ verb: { text: 'обязуются', rank: 5 } })
  })

  test('tells a declaration of the same parties that has nothing like it, and none that has a part of it', async () => {
    const silent = store('Стороны выступают за сохранение лесов.', '2024-05-01', { place: 'Сельта' })
    store('Стороны подтверждают обмен данными и гидрологическими картами на ежеквартальной основе, а также совместные экспедиции в верховья.', '2025-05-01')
    await services.lineage.prepare()
    expect(open(clause(ids.first)).gaps).toEqual([{ declarationId: silent, citation: 'Сельта 2024', date: '2024-05-01', after: 2 }])
  })

  test('leaves out what was taken out of the library, and has it again', () => {
    services.library.remove(ids.second)
    expect(texts(clause(ids.first))).toEqual([FIRST, THIRD])
    services.library.restore(ids.second)
    expect(texts(clause(ids.first))).toEqual([FIRST, SECOND, THIRD])
  })

  test('goes on as the language of a declaration is corrected', async () => {
    services.library.update(ids.third, { language: 'uk' })
    await services.lineage.prepare()
    expect(texts(clause(ids.first))).toEqual([FIRST, SECOND])
    services.library.update(ids.third, { language: 'ru' })
    await services.lineage.prepare()
    expect(texts(clause(ids.first))).toEqual([FIRST, SECOND, THIRD])
  })

  test('is the same whatever came in first', async () => {
    const known = texts(clause(ids.first))
    services = openServices()
    for (const [text, date] of [[THIRD, '2023-05-01'], [FIRST, '2019-05-01'], [SECOND, '2021-05-01']] as const) store(text, date)
    await services.lineage.prepare()
    const [any] = services.library.declarations()
    expect(texts(clause(any!.id))).toEqual(known)
  })

  test('of a paragraph of a press report is that paragraph alone', async () => {
    const { id } = services.library.store(proposalOf([['passage', FIRST]], { grade: 'press-report' }, undefined, 'press'))
    await services.lineage.prepare()
    expect(open(clause(id))).toMatchObject({ appearances: [{ hit: { text: FIRST } }], lastAgreed: null })
  })

  test('tells how many clauses were not compared yet', () => {
    store(FIRST, '2024-01-01')
    expect(open(clause(ids.first)).pending).toBe(4)
  })
})

describe('a library on disk', () => {
  test('is compared in a worker, which can be stopped and goes on', async () => {
    services = openServices(temporaryFile())
    ids = { first: store(FIRST, '2019-05-01'), second: store(SECOND, '2021-05-01'), third: store(THIRD, '2023-05-01') }
    const lineage = createLineageService(services, 0)
    const stopped = lineage.prepare('kinship')
    services.jobs.cancel('kinship')
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    await lineage.prepare()
    expect(texts(clause(ids.first))).toEqual([FIRST, SECOND, THIRD])
    await services.jobs.close()
    services.db.close()
  })

  test('has the same pairs whether a worker compared it or its own thread did', async () => {
    const pairs = async (few: number) => {
      services = openServices(temporaryFile())
      for (const text of [FIRST, SECOND, THIRD]) for (const year of [2019, 2021, 2023]) store(text, `${year}-05-01`)
      await createLineageService(services, few).prepare()
      const found = services.db.all('SELECT one, other FROM kinship ORDER BY one, other')
      await services.jobs.close()
      services.db.close()
      return found
    }
    const here = await pairs(400)
    expect(here.length).toBeGreaterThan(20)
    expect(await pairs(0)).toEqual(here)
  })
})

describe('what changes while clauses are compared', () => {
  test('is compared too, also with each other', async () => {
    services = openServices()
    store(FIRST, '2019-05-01')
    const prepared = services.lineage.prepare()
    const late = [store(OTHERS[0]!, '2020-05-01', {}, []), store(OTHERS[0]!.replace('Стороны', 'Главы'), '2021-05-01', {}, [])]
    await prepared
    expect(open(clause(late[0]!)).appearances.map(({ hit }) => hit.declarationId)).toEqual(expect.arrayContaining(late))
    expect(open(clause(late[0]!)).pending).toBe(0)
  })

  test('leaves no pair of a declaration that is deleted', () => {
    const { db } = services
    const key = db.get<{ key: number }>('SELECT min(key) AS key FROM clause')!.key
    db.write(() => keepPairs(db, { keys: [], pairs: [[key, 9999]] }))
    expect(db.all('SELECT one FROM kinship WHERE other = 9999')).toEqual([])
  })
})

describe('an officer', () => {
  const bridge = () => clause(ids.first, 2)

  test('joins clauses that nothing else brings together, and undoes it', () => {
    const { act } = services.lineage.join(clause(ids.first), bridge())
    expect(texts(bridge())).toEqual(expect.arrayContaining([FIRST, SECOND, THIRD, OTHERS[1]]))
    expect(open(clause(ids.first)).appearances[0]).toMatchObject({ byHand: 'joined' })
    services.lineage.undo(act)
    expect(texts(clause(ids.first))).toEqual([FIRST, SECOND, THIRD])
  })

  test('takes a clause out: it is alone, the others stay, and joining it brings it back', () => {
    services.lineage.takeOut(clause(ids.second))
    expect(texts(clause(ids.second))).toEqual([SECOND])
    expect(open(clause(ids.second)).apart).toBe(true)
    expect(texts(clause(ids.third))).toEqual([FIRST, THIRD])
    services.lineage.join(clause(ids.second), clause(ids.first))
    expect(texts(clause(ids.third))).toEqual([FIRST, SECOND, THIRD])
  })

  test('takes out a clause that two joins held with one other: nothing is held with itself', () => {
    for (const [one, other] of [[ids.first, ids.second], [ids.second, ids.first]] as const) services.lineage.join(clause(one), clause(other))
    services.lineage.takeOut(clause(ids.first))
    expect(open(clause(ids.second)).appearances.map(({ byHand }) => byHand)).toEqual([null, null])
  })

  test('pins a family: it holds though its words are no longer alike; the pin comes off', () => {
    services.lineage.join(clause(ids.first), bridge())
    const all = open(bridge()).appearances.map(({ hit }) => hit.clauseId)
    services.lineage.pin(all, true)
    services.lineage.takeOut(all[1]!)
    expect(texts(all[0]!)).toHaveLength(all.length - 1)
    const { act } = services.lineage.pin(all, false)
    expect(open(clause(ids.third)).appearances.every(({ byHand }) => byHand !== 'pinned')).toBe(true)
    services.lineage.undo(act)
    expect(open(clause(ids.third)).appearances.some(({ byHand }) => byHand === 'pinned')).toBe(true)
  })

  test('has the last word after the declaration is imported again', async () => {
    services.lineage.takeOut(clause(ids.second))
    services.lineage.join(clause(ids.third), clause(ids.third, 2))
    services.library.remove(ids.second)
    services.library.remove(ids.third)
    const [second, third] = [store(SECOND, '2021-05-01'), store(THIRD, '2023-05-01')]
    await services.lineage.prepare()
    expect(texts(clause(second))).toEqual([SECOND])
    expect(texts(clause(third))).toEqual(expect.arrayContaining([FIRST, THIRD, OTHERS[1]]))
  })

  test('undoes the latest correction only', () => {
    const before = services.lineage.takeOut(clause(ids.second))
    const latest = services.lineage.takeOut(clause(ids.third))
    expect(() => services.lineage.undo(before.act)).toThrow(expect.objectContaining({ code: 'conflict' }))
    services.lineage.undo(latest.act)
    services.lineage.undo(before.act)
    expect(texts(clause(ids.first))).toEqual([FIRST, SECOND, THIRD])
    expect(open(clause(ids.first)).latest).toBeNull()
  })
})
