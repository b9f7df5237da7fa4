// Documents that reports name: stored with who names them, tied to their texts by import, by hand or not at all, and gone with the
// last report that names them.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { KnownDocument } from '../../../../../shared/model/document.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'
import { proposalOf } from '../../../../support/proposals.ts'
import { NAMED, reportOf } from '../../../../support/named.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

type Services = ReturnType<typeof openServices>

function listed({ documents }: Services): KnownDocument[] {
  const steps = documents.list()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const missing = (services: Services) => listed(services).filter(({ declaration, dismissed }) => declaration === null && !dismissed)
const names = (all: readonly KnownDocument[]) => all.map(({ name }) => name)
const byName = (services: Services, name: string) => listed(services).find((each) => each.name.includes(name))!
const text = (title: string, date: string | null = '2024-05-12') => proposalOf([['title', title], ['clause', `Стороны приняли ${title}.`]], { title, date }, undefined, `${title}.txt`)

test('a report tells which documents there are, in which paragraph, and their texts are missing', () => {
  const services = openServices()
  const { id } = services.library.store(reportOf(NAMED))
  const all = missing(services)
  expect(names(all)).toEqual([...NAMED])
  const { clauses } = services.library.open(id)
  all.forEach(({ namedBy }, index) => expect(namedBy).toEqual([{ report: id, title: 'Встреча в Орме', date: '2024-05-14', clause: clauses[index + 2]!.id }]))
})

test('a declaration that cites documents names none', () => {
  const services = openServices()
  services.library.store(proposalOf([['title', 'Заявление'], ['clause', 'Стороны подписали следующие документы:'], ['clause', 'Концепция «Чистые реки» региона.']]))
  expect(listed(services)).toEqual([])
})

test('named by several reports, in other quotes, letters and cases, it is one; the day of one report is that of all', () => {
  const services = openServices()
  const first = services.library.store(reportOf(NAMED, { date: '2024-05-20' })).id
  const second = services.library.store(reportOf(['совместное заявление министров транспорта Вёстрии и Алвании (12 мая 2024 г.)', 'Концепция "Чистые реки" региона'], { title: 'Ещё раз об Орме', date: '2024-05-15' }, 'second.txt')).id
  expect(listed(services)).toHaveLength(3)
  const statement = byName(services, 'Совместное заявление')
  expect(statement.date).toBe('2024-05-12')
  expect(statement.namedBy.map(({ report }) => report)).toEqual([second, first])
  services.library.store(reportOf([NAMED[0]], { date: '2025-05-20' }, 'third.txt'))
  expect(names(missing(services)).filter((name) => name.startsWith('Совместное'))).toHaveLength(2)
})

describe('an imported text', () => {
  test('of the same title and day is it at once, and no longer so when it is taken out', () => {
    const services = openServices()
    services.library.store(reportOf(NAMED))
    const { id } = services.library.store(text(NAMED[0]))
    expect(byName(services, 'Совместное').declaration).toBe(id)
    expect(missing(services)).toHaveLength(2)
    services.library.remove(id)
    expect(missing(services)).toHaveLength(3)
    services.library.restore(id)
    expect(missing(services)).toHaveLength(2)
    services.library.remove(id)
    services.library.deleteForGood(id)
    expect(missing(services)).toHaveLength(3)
  })

  test('is asked about before it is stored, and is what the officer says, or nothing', () => {
    const services = openServices()
    services.library.store(reportOf(NAMED))
    const proposal = text(NAMED[0])
    const [match] = services.documents.match(proposal.metadata)
    expect(match).toMatchObject({ name: NAMED[0], reasons: ['title', 'report', 'form'], isSure: true })
    services.library.store(proposal, { known: { documents: [], languages: [] } })
    expect(missing(services)).toHaveLength(3)
    expect(byName(services, 'Совместное').candidates).toMatchObject([{ isSure: true }])
    const plan = byName(services, 'План')
    const { id } = services.library.store(text('Рабочие меры'), { known: { documents: [plan.id], languages: [] } })
    expect(byName(services, 'План').declaration).toBe(id)
  })

  test('that was there before the report is no missing one', () => {
    const services = openServices()
    const { id } = services.library.store(text(NAMED[0]))
    services.library.store(reportOf(NAMED))
    expect(byName(services, 'Совместное').declaration).toBe(id)
    expect(missing(services)).toHaveLength(2)
  })
})

test('an officer says which it is, or that it is none, and takes either back', () => {
  const services = openServices()
  services.library.store(reportOf(NAMED))
  const { id } = services.library.store(text('Нечто иное', null))
  const { documents } = services
  const plan = byName(services, 'План').id
  documents.dismiss(plan, true)
  expect(names(missing(services))).not.toContain(NAMED[2])
  documents.dismiss(plan, false)
  documents.tie(plan, id)
  expect(byName(services, 'План').declaration).toBe(id)
  documents.tie(plan, null)
  expect(missing(services)).toHaveLength(3)
  const notFound = expect.objectContaining({ code: 'not-found' })
  expect(() => documents.tie(plan, 'none' as DeclarationId)).toThrow(notFound)
  expect(() => documents.tie(4711, id)).toThrow(notFound)
  expect(() => documents.dismiss(4711, true)).toThrow(notFound)
})

describe('a report that goes', () => {
  test('takes what it alone named along while it is out, and brings it back', () => {
    const services = openServices()
    const { id } = services.library.store(reportOf(NAMED))
    services.documents.dismiss(byName(services, 'План').id, true)
    services.library.remove(id)
    expect(listed(services)).toEqual([])
    // Another report on the same meanwhile makes no second one.
    services.library.store(reportOf([NAMED[0]], {}, 'again.txt'))
    services.library.restore(id)
    expect(names(listed(services))).toEqual([...NAMED])
    expect(byName(services, 'План').dismissed).toBe(true)
  })

  test('for good leaves no word of what it alone named, and what others name stays', () => {
    const path = temporaryFile()
    const services = openServices(path)
    const { id } = services.library.store(reportOf([...NAMED, 'Протокол о погрузке зелёных фонарей']))
    services.library.store(reportOf([NAMED[0]], {}, 'again.txt'))
    services.library.remove(id)
    services.library.deleteForGood(id)
    expect(names(listed(services))).toEqual([NAMED[0]])
    services.db.emptyLog()
    services.db.close()
    expect(readFileSync(path).includes('погрузке зелёных')).toBe(false)
  })
})

test('reports that an earlier version stored are read when the list is asked for, once', () => {
  const services = openServices()
  const { id } = services.library.store(reportOf(NAMED))
  services.db.write(() => {
    services.db.run('DELETE FROM known_document')
    services.db.run('INSERT INTO unread_report (declaration) VALUES (?)', id)
  })
  expect(names(listed(services))).toEqual([...NAMED])
  expect(services.db.all('SELECT * FROM unread_report')).toEqual([])
})
