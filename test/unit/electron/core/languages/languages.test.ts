// Language versions: proposed by evidence, joined, parted and undone act by act, and clause by clause from one to the other.
import { describe, expect, test } from 'vitest'
import type { LanguageVersions } from '../../../../../shared/contract/languages.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'
import { proposalOf, type Line } from '../../../../support/proposals.ts'
import { openServices } from '../../../../support/services.ts'

type Services = ReturnType<typeof openServices>

function listed({ languages }: Services): LanguageVersions {
  const steps = languages.list()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const RU: Line[] = [['title', 'Совместное заявление'], ['heading', 'Вода', 'I.'], ['clause', 'Стороны отмечают рост.'], ['clause', 'Стороны приветствуют обмен.'], ['heading', 'Мир', 'II.'], ['clause', 'Стороны подтверждают мир.']]
const EN: Line[] = [['title', 'Joint Statement'], ['heading', 'Water', 'I.'], ['clause', 'The Parties note growth.'], ['clause', 'The Parties welcome the exchange.'], ['heading', 'Peace', 'II.'], ['clause', 'The Parties reaffirm peace.']]
const KK: Line[] = EN.map(([role, words, label]): Line => (label ? [role, `${words} (kk)`, label] : [role, `${words} (kk)`]))

const inEnglish = { title: 'Joint Statement', language: 'en', parties: [{ state: 'Alvania', code: 'AV' }, { state: 'Vestria', code: 'VT' }] }
function three() {
  const services = openServices()
  const store = (lines: Line[], about = {}) => services.library.store(proposalOf(lines, about)).id
  const [ru, en, kk] = [store(RU), store(EN, inEnglish), store(KK, { ...inEnglish, title: 'Бірлескен мәлімдеме', language: 'kk' })]
  return { services, ru, en, kk }
}
const sorted = (groups: DeclarationId[][]) => groups.map((group) => [...group].sort()).sort()

test('texts of one day that are built alike are proposed with what both have the same', () => {
  const { services, ru, en } = three()
  services.library.store(proposalOf(RU, { date: '2020-01-01' }, undefined, 'other-day.txt'))
  const { groups, proposed } = listed(services)
  expect(groups).toEqual([])
  expect(proposed).toHaveLength(3)
  expect(proposed).toContainEqual(expect.objectContaining({ isSure: true, reasons: ['date', 'parties', 'form', 'sections', 'clauses'], shape: { sections: 2, clauses: 3, numbers: 0 } }))
  expect(proposed.some(({ one, other }) => new Set([one, other]).has(ru) && new Set([one, other]).has(en))).toBe(true)
})

test('a text about to be stored is asked about, and joined with what the officer says', () => {
  const services = openServices()
  const ru = services.library.store(proposalOf(RU)).id
  const proposal = proposalOf(EN, inEnglish)
  const asked = { language: 'en', date: proposal.metadata.date, form: proposal.metadata.form, grade: proposal.metadata.grade, parties: proposal.metadata.parties, shape: { sections: 2, clauses: 3, numbers: 0 } }
  expect(services.languages.match(asked)).toMatchObject([{ declaration: ru, isSure: true }])
  expect(services.languages.match({ ...asked, date: null })).toEqual([])
  const en = services.library.store(proposal, { known: { documents: [], languages: [ru] } }).id
  expect(sorted(listed(services).groups)).toEqual([[ru, en].sort()])
})

describe('an officer', () => {
  test('joins pair by pair; what hangs together is one document, and is no longer proposed', () => {
    const { services: all, ru, en, kk } = three()
    all.languages.join(ru, en)
    expect(listed(all).proposed).toHaveLength(2)
    all.languages.join(kk, en)
    expect(sorted(listed(all).groups)).toEqual([[ru, en, kk].sort()])
    expect(listed(all).proposed).toEqual([])
  })

  test('parts one from the rest, which stays together, and it is not proposed again', () => {
    const { services: all, ru, en, kk } = three()
    all.languages.join(ru, en)
    all.languages.join(en, kk)
    all.languages.part(ru, en)
    expect(sorted(listed(all).groups)).toEqual([[ru, kk].sort()])
    expect(listed(all).proposed).toEqual([])
    all.languages.join(en, kk)
    expect(sorted(listed(all).groups)).toEqual([[ru, en, kk].sort()])
  })

  test('takes each act back exactly, the latest first', () => {
    const { services: all, ru, en, kk } = three()
    const before = listed(all)
    const acts = [
      () => all.languages.join(ru, en), () => all.languages.join(en, kk), () => all.languages.part(ru, en), () => all.languages.join(en, ru), () => all.languages.part(kk, ru),
    ]
    const states: LanguageVersions[] = []
    const made = acts.map((act) => {
      states.push(listed(all))
      return act().act
    })
    expect(() => all.languages.undo(made[0]!)).toThrow(expect.objectContaining({ code: 'conflict' }))
    for (const act of made.toReversed()) {
      all.languages.undo(act)
      const state = states.pop()!
      expect(sorted(listed(all).groups)).toEqual(sorted(state.groups))
      expect(listed(all).proposed).toEqual(state.proposed)
    }
    expect(listed(all)).toEqual(before)
  })

  test('cannot join what is not there, or a text with itself', () => {
    const { services: all, ru } = three()
    expect(() => all.languages.join(ru, 'none' as DeclarationId)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => all.languages.join(ru, ru)).toThrow(expect.objectContaining({ code: 'invalid' }))
    expect(() => all.languages.part(ru, ru)).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})

test('a version that was taken out is none meanwhile, and holds the others together; deleted for good it is forgotten', () => {
  const { services: all, ru, en, kk } = three()
  all.languages.join(ru, en)
  all.languages.join(en, kk)
  all.library.remove(en)
  expect(sorted(listed(all).groups)).toEqual([[ru, kk].sort()])
  all.library.restore(en)
  expect(sorted(listed(all).groups)).toEqual([[ru, en, kk].sort()])
  all.library.remove(en)
  all.library.deleteForGood(en)
  expect(sorted(listed(all).groups)).toEqual([[ru, kk].sort()])
  all.library.remove(ru)
  all.library.deleteForGood(ru)
  expect(listed(all).groups).toEqual([])
})

test('a clause leads to the same clause of the other version', () => {
  const { services: all, ru, en } = three()
  const [own, others] = [all.library.open(ru).clauses, all.library.open(en).clauses]
  own.forEach((clause, index) => expect(all.languages.clause(clause.id, en)).toBe(others[index]!.id))
})
