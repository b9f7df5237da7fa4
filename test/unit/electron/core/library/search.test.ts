// Search finds word forms, phrases and beginnings in Russian and English, filters, marks what it found, and never fails.
import { describe, expect, test } from 'vitest'
import { openServices } from '../../../../support/services.ts'
import { proposalOf } from '../../../../support/proposals.ts'

const { library } = openServices()

library.store(proposalOf([
  ['title', 'Совместное заявление'],
  ['chapeau', 'Министры встретились в Тервене.'],
  ['heading', 'Вода и энергетика', 'I.'],
  ['clause', 'Стороны отмечают значение трансграничных рек, учёт водных ресурсов и безопасность гидроузлов.'],
  ['clause', 'Стороны приветствуют открытие рынков на ближайшие годы.'],
  ['heading', 'Человек и культура', 'II.'],
  ['clause', 'Стороны поддерживают обмен молодёжью; ИИ служит людям.'],
  ['clause', 'Стороны подтверждают, что за десять лет уровень перевозок вырос, и День реки отмечается ежегодно.'],
]))
library.store(proposalOf([
  ['title', 'Ольминская декларация'],
  ['heading', 'Мир и безопасность', 'I.'],
  ['clause', 'Лидеры отметили учет рисков и безопасность границ. Река Селена объединяет народы.', '1.'],
  ['clause', 'Лидеры решили провести встречу через год.', '2.'],
], { title: 'Ольминская декларация', form: 'declaration', date: '2021-05-14', place: 'Ольмин', parties: [{ state: 'Даррония' }, { state: 'Алвания', code: 'AV' }] },
{ sections: 'roman', clauses: 'continuous', items: 'parenthesis' }))
library.store(proposalOf([
  ['title', 'Joint Statement'],
  ['heading', 'Water'],
  ['clause', 'The Parties welcomed the exchange of hydrological data and agreed on joint rivers.'],
], { title: 'Joint Statement', language: 'en', grade: 'unofficial-translation', date: null, place: null, parties: [{ state: 'Alvania', code: 'AV' }] }))

const texts = (query: string, filter = {}) => library.search(query, filter, 50, 0).hits.map((hit) => hit.text.slice(0, 30))
const total = (query: string, filter = {}) => library.search(query, filter, 50, 0).total

describe('finds', () => {
  const rows: [query: string, found: number, why: string][] = [
    ['реки', 3, 'another case and number'],
    ['РЕКА', 3, 'whatever the case of the letters'],
    ['учет', 2, 'е where the text has ё'],
    ['учёт', 2, 'ё where the text has е'],
    ['водный', 1, 'an adjective by its dictionary form'],
    ['год', 3, 'another root: лет'],
    ['лет', 3, 'and back'],
    ['человек', 1, 'another root: людям'],
    ['дни', 1, 'a vowel that comes and goes: день'],
    ['рынок', 1, 'a vowel that comes and goes: рынков'],
    ['уровня', 1, 'a vowel that comes and goes: уровень'],
    ['перевозка', 1, 'a vowel that comes and goes: перевозок'],
    ['приветствовать', 1, 'an infinitive where the text has the present'],
    ['подтверждая', 1, 'a participle where the text has the present'],
    ['ИИ', 1, 'a word of two letters'],
    ['ии', 1, 'the same in small letters'],
    ['river', 1, 'an English plural'],
    ['welcome', 1, 'an English past tense'],
    ['стороны безопасность', 1, 'only where both words stand'],
    ['безопасность', 2, 'in both Russian texts'],
    ['гидроуз', 1, 'a word that is still being typed'],
    ['ги', 0, 'two letters are no beginning'],
    ['гидроуз реки', 0, 'only the last word as a beginning'],
    ['"значение трансграничных рек"', 1, 'a phrase'],
    ['«значение трансграничной реки»', 1, 'a phrase in other forms'],
    ['"рек трансграничных"', 0, 'a phrase only in its order'],
    ['"обмен молодежью" ИИ', 1, 'a phrase and a word'],
    ['"обмен молодёжью', 1, 'a phrase that is not closed yet'],
    ['hydrological data', 1, 'English words'],
    ['самолёт', 0, 'nothing that is not there'],
    ['учёт, рек!', 2, 'words between punctuation'],
    ['река AND NOT "', 0, 'no operators: these are words'],
    ['text:река', 0, 'no column names: this is a word'],
    ['подтвердить', 1, 'the other aspect of a verb'],
    ['стороны -безопасность', 3, 'without what stands after a minus'],
    ['стороны −рынок', 3, 'a minus sign from a text, and forms of what is taken out'],
    ['река -"трансграничных рек"', 2, 'without a phrase'],
    ['стороны -безопасность -рынков -ИИ', 1, 'without several'],
    ['-стороны', 3, 'everything else'],
    ['река - граница', 1, 'a dash between words is no minus'],
    ['-', 0, 'nothing'],
    ['обмен+молодёжью', 1, 'names with a plus have their parts side by side'],
    ['молодёжью+обмен', 0, 'and in their order'],
    ['*гранич*', 1, 'a part of a word: трансграничных'],
    ['*ГРАНИЧНЫЙ', 1, 'the end of a word, in another form'],
    ['*граничный*', 1, 'a part that goes on into an ending'],
    ['транс*', 1, 'a beginning'],
    ['тра*ич*', 1, 'pieces with anything between'],
    ['гранич*', 0, 'without a star in front only a beginning'],
    ['*граничных рек', 1, 'a part and a word'],
    ['стороны -*граничных*', 3, 'without a part'],
    ['*самолёт*', 0, 'no part that is nowhere'],
    ['*и*', 0, 'one letter is no part'],
    ['*', 0, 'a star is no part'],
    ['*hydro*', 1, 'in English'],
  ]
  for (const [query, found, why] of rows) test(`${query} → ${found}: ${why}`, () => expect(total(query)).toBe(found))
})

describe('never fails', () => {
  for (const query of ['"', '""', '« »', '!!! ??? …', '—', '*', '(', ')', '^', '\'', '{}', '\u0000', '🙂', '-', '.', '“”„']) {
    test(`${JSON.stringify(query)} finds nothing`, () => expect(library.search(query, {}, 50, 0)).toMatchObject({ total: 0, more: false, hits: [], asked: 'nothing' }))
  }
  for (const query of ['a"b', 'река"', "o'clock", 'NEAR(a b)', 'река*', '"река" OR "', 'x'.repeat(1000), 'а '.repeat(500)]) {
    test(`${JSON.stringify(query.slice(0, 20))} is only words`, () => expect(() => library.search(query, {}, 50, 0)).not.toThrow())
  }
})

test('a query of 10,000 letters, signs or quotes is cut, and answered', () => {
  const long = ['р', '*', '(', '^', '-', '«', '"река', ' NEAR('].map((part) => part.repeat(10_000))
  for (const query of [...long, 'река '.repeat(2000), '-река '.repeat(1600), '"'.repeat(10_000), '"река" '.repeat(1400), 'NOT OR AND ( '.repeat(770), '-"'.repeat(5000)]) {
    expect(() => library.search(query.slice(0, 10_000), {}, 50, 0)).not.toThrow()
  }
  expect(total('река '.repeat(2000))).toBe(3)
})

test('what was not looked for is told', () => {
  const rows: [query: string, asked: string][] = [
    ['река', 'whole'], ['', 'whole'], ['  ', 'whole'], ['« — »', 'nothing'], ['река '.repeat(33), 'cut'], ['река '.repeat(32), 'whole'], [`${'x'.repeat(2100)}`, 'cut'],
  ]
  for (const [query, asked] of rows) expect([query.slice(0, 9), library.search(query, {}, 1, 0).asked]).toEqual([query.slice(0, 9), asked])
})

test('a query that only takes out finds what the words do not, under every filter and in every count', () => {
  const { curation, library: own } = openServices()
  const ids = [2020, 2021, 2022].map((year) => own.store(
    proposalOf([['clause', `Обмен ${year}.`], ['clause', 'Новая река.'], ['clause', 'Старый мост.']], { date: `${year}-01-01` }, undefined, `${year}`)).id)
  curation.edit({ declarations: [], clauses: [0, 1].map((at) => own.open(ids[0]!).clauses[at]!.id), change: { favourite: true } })
  for (const filter of [{}, { years: { from: 2021 } }, { favourites: true }]) {
    const [all, held, without] = ['', 'река', '-река'].map((query) => own.search(query, filter, 9, 0, true))
    expect(without!.total).toBe(all!.total - held!.total)
    expect(without!.hits.map(({ text }) => text)).toEqual(all!.hits.map(({ text }) => text).filter((text) => !text.includes('река')))
    expect(without!.facets!.languages).toEqual([{ value: 'ru', count: without!.total }])
    expect(without!.facets!.favourites).toBe(all!.facets!.favourites - held!.facets!.favourites)
  }
})

test('what was taken out with a minus is not marked', () => {
  expect(library.search('стороны -ИИ', {}, 50, 0).hits.every((hit) => hit.marks.length === 1)).toBe(true)
})

describe('a common word', () => {
  const { library } = openServices()
  const lines = (from: number) => Array.from({ length: 1001 }, (_, at) => ['clause', `Стороны отметили пункт ${from + at}.`] as const)
  for (const from of [0, 2000, 4000]) library.store(proposalOf(lines(from), {}, undefined, `${from}.txt`))

  test('is counted up to a limit', () => {
    expect(library.search('стороны', {}, 5, 0)).toMatchObject({ total: 3000, more: true })
    expect(library.search('стороны', {}, 5, 2999).hits).toHaveLength(1)
    expect(library.search('-вода', {}, 5, 3002)).toMatchObject({ total: 3003, more: false, hits: [expect.anything()] })
    expect(library.search('', {}, 5, 0)).toMatchObject({ total: 3003, more: false })
  })

  test('keeps a rare one exact', () => {
    expect(library.search('стороны "пункт 2005"', {}, 5, 0)).toMatchObject({ total: 1, more: false })
  })
})

describe('filters', () => {
  const rows: [name: string, filter: object, found: number][] = [
    ['party by code', { parties: ['AV'] }, 7],
    ['party by code in small letters', { parties: ['vt'] }, 4],
    ['party by name', { parties: ['даррония'] }, 2],
    ['every party must have been one', { parties: ['VT', 'Даррония'] }, 0],
    ['years', { years: { from: 2022 } }, 4],
    ['years to', { years: { to: 2022 } }, 2],
    ['language', { languages: ['en'] }, 1],
    ['grade', { grades: ['unofficial-translation'] }, 1],
    ['section by word form', { section: 'воды' }, 2],
    ['section while it is typed', { section: 'энерг' }, 2],
    ['section of punctuation', { section: '!!' }, 0],
    ['form', { forms: ['declaration'] }, 2],
    ['status', { statuses: ['superseded'] }, 0],
    ['nothing chosen', { parties: [], languages: [], grades: [], declarations: [], section: '' }, 7],
  ]
  for (const [name, filter, found] of rows) test(`${name} → ${found}`, () => expect(total('', filter)).toBe(found))
  test('together with words', () => expect(texts('безопасность', { years: { to: 2022 } })).toEqual(['Лидеры отметили учет рисков и ']))
})

describe('facets', () => {
  const facets = (query: string, filter = {}) => library.search(query, filter, 1, 0, true).facets!
  const counts = (list: readonly { value: string | number; count: number }[]) => Object.fromEntries(list.map(({ value, count }) => [value, count]))

  test('count the clauses found, not the library', () => {
    const found = facets('безопасность')
    expect(counts(found.forms)).toEqual({ declaration: 1, 'joint-statement': 1 })
    expect(counts(found.years)).toEqual({ 2021: 1, 2023: 1 })
    expect(Object.fromEntries(found.parties.map(({ state, count }) => [state, count]))).toEqual({ Алвания: 2, Вестрия: 1, Даррония: 1 })
    expect(counts(facets('').languages)).toEqual({ ru: 6, en: 1 })
  })

  test('of a kind that is chosen from still tell the others', () => {
    expect(counts(facets('безопасность', { forms: ['declaration'] }).forms)).toEqual({ declaration: 1, 'joint-statement': 1 })
    expect(counts(facets('безопасность', { forms: ['declaration'] }).years)).toEqual({ 2021: 1 })
    expect(counts(facets('', { languages: ['en'] }).languages)).toEqual({ ru: 6, en: 1 })
  })

  test('are those of nothing where nothing is found, and absent unless asked for', () => {
    expect(facets('самолёт').languages).toEqual([])
    expect(facets('!!!').languages).toEqual([])
    expect(library.search('река', {}, 1, 0).facets).toBeNull()
  })
})

describe('in scripts without spaces', () => {
  const { library } = openServices()
  library.store(proposalOf([
    ['clause', '双方重申加强跨境水资源管理合作，支持区域互联互通。'],
    ['clause', '各方欢迎建立紧急情况部门负责人会议机制。'],
  ], { language: 'zh', title: '联合声明' }))
  library.store(proposalOf([
    ['clause', '双方は、水資源の管理における協力を強化することを確認した。'],
    ['clause', '首脳は、国際的な輸送回廊の発展を歓迎した。'],
  ], { language: 'ja', title: '共同声明' }))
  const rows: [query: string, found: number, marked: string][] = [
    ['水资源', 1, '水资源'], ['资源', 1, '水资源'], ['水资源管理', 1, '水资源'], ['合作', 1, '合作'], ['互联互通', 1, '互联互通'], ['会议机制', 1, '会议'], ['紧急情况', 1, '紧急情况'],
    ['双方', 2, '双方'], ['水資源', 1, '水'], ['協力', 1, '協力'], ['輸送回廊', 1, '輸送'], ['国際', 1, '国際'], ['歓迎', 1, '歓迎'], ['飞机', 0, ''], ['航空', 0, ''],
  ]
  test.each(rows)('%s → %i', (query, found, marked) => {
    const { total, hits } = library.search(query, {}, 9, 0)
    expect(total).toBe(found)
    expect(hits.map((hit) => hit.marks.map(([from, to]) => hit.text.slice(from, to)).join('')).join(' ')).toContain(marked)
  })
})

describe('shows', () => {
  const marked = (query: string) => library.search(query, {}, 50, 0).hits.map((hit) => hit.marks.map(([from, to]) => hit.text.slice(from, to)))

  test('every form it found, marked whole', () => {
    expect(marked('год')).toEqual(expect.arrayContaining([['год'], ['лет'], ['годы']]))
    expect(marked('гидроуз')).toEqual([['гидроузлов']])
    expect(marked('"трансграничные реки" учёт')).toEqual([['трансграничных', 'рек', 'учёт']])
  })

  test('where a clause stands and who agreed to it', () => {
    const [hit] = library.search('встречу', {}, 50, 0).hits
    expect(hit).toMatchObject({
      declaration: 'Ольминская декларация', citation: 'Ольмин 2021', number: '2', section: ['I. Мир и безопасность'], kind: 'clause',
      grade: 'official', date: '2021-05-14', parties: [{ code: '', state: 'Даррония' }, { code: 'AV', state: 'Алвания' }],
    })
    expect(library.openClause(hit!.clauseId)).toEqual({ ...hit!, marks: [] })
  })

  test('without a query, the newest text first in the order of the text, in pages', () => {
    const all = library.search('', {}, 50, 0).hits.map((hit) => hit.clauseId)
    expect(all).toHaveLength(7)
    const pages = [0, 2, 4, 6, 8].flatMap((offset) => library.search('', {}, 2, offset).hits.map((hit) => hit.clauseId))
    expect(pages).toEqual(all)
    expect(library.search('', {}, 1, 0).hits[0]!.text).toContain('трансграничных')
  })

  test('pages of a search that make the whole', () => {
    const all = library.search('стороны', {}, 50, 0).hits.map((hit) => hit.clauseId)
    const pages = [0, 1, 2, 3, 4].flatMap((offset) => library.search('стороны', {}, 1, offset).hits.map((hit) => hit.clauseId))
    expect(pages).toEqual(all)
  })
})
