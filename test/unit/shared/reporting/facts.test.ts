// Figures and names: what changed, came or went, each told once and at its place.
import { describe, expect, test } from 'vitest'
import type { ComparedText } from '../../../../shared/model/comparison.ts'
import { reportBetween, reportOn } from '../../../support/reports.ts'

const RIVERS = 'Стороны подтверждают важность совместного обследования ледников и рек бассейна'
const OTHER = 'Стороны приветствуют развитие возобновляемой энергетики и обмен опытом между компаниями региона.'

/** Lines: kind, both sides, and whether the other text has the name elsewhere. */
const facts = (old: string[], now: string[]) =>
  reportBetween(old, now).facts.map(({ kind, old: was, new: is, elsewhere }) => [kind, was, is, ...(elsewhere ? ['elsewhere'] : [])])

describe('in a clause that stayed', () => {
  test.each([
    ['another number', `${RIVERS} на двадцати постах.`, `${RIVERS} на 30 постах.`, [['number', 'двадцати постах', '30 постах']]],
    ['the same in digits', `${RIVERS} на двадцати постах.`, `${RIVERS} на 20 постах.`, []],
    ['another day', `${RIVERS} к 8 июня 2027 года.`, `${RIVERS} к 9 июня 2027 г.`, [['date', '8 июня 2027 года', '9 июня 2027 г.']]],
    ['a number that became a sum', `${RIVERS} за 5 лет.`, `${RIVERS} за 5 млн евро.`, [['sum', '5 лет', '5 млн евро']]],
    ['a state that left', `${RIVERS} с Казахстаном и Узбекистаном.`, `${RIVERS} с Казахстаном.`, [['state', 'Узбекистаном', null]]],
    ['a state in another case', `${RIVERS} с Кыргызской Республикой.`, `${RIVERS} и Кыргызстана.`, []],
    ['a date that became a name is two changes', `${RIVERS} с 2027 года.`, `${RIVERS} с Узбекистаном.`, [['date', '2027 года', null], ['state', null, 'Узбекистаном']]],
  ])('%s', (_, old, now, expected) => expect(facts([old, OTHER], [now, OTHER])).toEqual(expected))

  test('a name that stands in another clause too says so', () => {
    const other = `${OTHER.slice(0, -1)} с Узбекистаном.`
    expect(facts([`${RIVERS} с Узбекистаном.`, other], [`${RIVERS}.`, other])).toEqual([['state', 'Узбекистаном', null, 'elsewhere']])
  })
})

test('of a dropped clause only what the later text has nowhere is told', () => {
  const dropped = 'Министры учредили в городе Орлинске фонд Узбекистана с бюджетом 5 млн евро.'
  expect(facts([RIVERS, dropped, `${OTHER} Узбекистан поддержал это.`], [RIVERS, `${OTHER} Узбекистан поддержал это.`]))
    .toEqual([['place', 'Орлинске', null], ['sum', '5 млн евро', null]])
})

test('who speaks for a state follows who spoke for it, in whatever order', () => {
  const text = (chapeau: string): ComparedText => ({
    name: '', language: 'ru', date: null,
    paragraphs: [{ text: chapeau, label: null, kind: 'chapeau' }, { text: OTHER, label: null, kind: 'paragraph' }],
  })
  const report = reportOn(
    text('Министр транспорта Республики Казахстан Ивар Секст и Министр энергетики Республики Узбекистан Лейла Орсо (далее – Стороны)'),
    text('Президент Республики Узбекистан Саида Морв и Президент Республики Казахстан Юхан Альт (далее – Стороны)'),
  )
  expect(report.facts.map(({ old, new: now }) => [old, now])).toEqual([['Ивар Секст', 'Юхан Альт'], ['Лейла Орсо', 'Саида Морв']])
})
