// Figures: the same one whatever way it is written, and nothing where there is none.
import { describe, expect, test } from 'vitest'
import { findFigures } from '../../../../shared/language/figures.ts'

const keys = (text: string) => findFigures(text).map(({ key }) => key)

describe('written differently, the same', () => {
  test.each([
    ['8 июня 2022 года', 'восьмого июня две тысячи двадцать второго года', 'date:2022-06-08'],
    ['8 June 2022', 'the eighth of June 2022', 'date:2022-06-08'],
    ['18-19 октября 2022 г.', '18 – 19 октября 2022 года', 'date:2022-10-19 from 18'],
    ['2018-2028 гг.', '2018–2028 годы', 'date:2018–2028'],
    ['в августе 2022 года', 'август 2022 г.', 'date:2022-08'],
    ['не менее двадцати пяти специалистов', 'не менее 25 специалистов', 'number:25'],
    ['сто двадцать километров', 'на 120 км', 'number:120'],
    ['one hundred and twenty kilometres', '120 kilometres', 'number:120'],
    ['1 000 000 тонн', '1000000 тонн', 'number:1000000'],
    ['2,5 млн долларов США', '2,5 миллиона долларов', 'sum:2500000 USD'],
    ['twelve million crowns', '12 million crowns', 'sum:12000000 crown'],
    ['$5 million', '5 million US dollars', 'sum:5000000 USD'],
    ['30 %', 'тридцати процентов', 'number:30 %'],
    ['thirty per cent', '30 percent', 'number:30 %'],
    ['третья встреча', '3-й встречи', 'ordinal:3'],
    ['семьдесят седьмой сессии', '77-й сессии', 'ordinal:77'],
    ['the twenty-first session', 'the 21st session', 'ordinal:21'],
    ['п. 5', 'в пункте 5', 'reference:paragraph 5'],
    ['paragraph 12', 'para. 12', 'reference:paragraph 12'],
    ['статьи 3', 'ст. 3', 'reference:article 3'],
  ])('%s, %s: %s', (one, other, key) => {
    expect(keys(one)).toEqual([key])
    expect(keys(other)).toEqual([key])
  })
})

test.each([
  'в первую очередь', 'преодоление последствий COVID-19', 'одним из важнейших факторов', 'миллионы людей', 'третьих стран',
  'first of all', 'third countries', 'one of the Parties',
])('no figure: %s', (text) => expect(keys(text)).toEqual([]))

test('the word that is counted is shown, an adjective not alone', () => {
  expect(findFigures('на двенадцати гидропостах и у десяти предыдущих встреч').map(({ text }) => text))
    .toEqual(['двенадцати гидропостах', 'десяти предыдущих встреч'])
  expect(findFigures('at twelve gauging stations').map(({ text }) => text)).toEqual(['twelve gauging stations'])
})
