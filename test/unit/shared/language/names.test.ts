// Names: one name in every case, told from offices, terms and the first word of a sentence.
import { describe, expect, test } from 'vitest'
import { nameReader } from '../../../../shared/language/names.ts'

const CHAPEAU = 'Приняли участие Президент Республики Орлании Эмиль Ганс, Министр энергетики Дарронской Республики Лейла Орсо и Президент '
  + 'Республики Казахстан Арман Толе (далее – Стороны).'
const read = nameReader([{ text: `${CHAPEAU} Орлания и Даррония.`, chapeau: CHAPEAU, language: 'ru', terms: ['Стороны'] }])
const english = nameReader([{
  text: 'the President of the Republic of Orland, Emil Gans', chapeau: 'the President of the Republic of Orland, Emil Gans; the Minister of Water Resources '
    + 'and Energy of Vestland, Leila Orso', language: 'en', terms: ['the Parties'],
}])
const told = (names: ReturnType<typeof read>) => names.map(({ kind, text }) => `${kind} ${text}`)

describe('one name', () => {
  test.each([
    ['с Кыргызской Республикой', 'Кыргызская Республика'],
    ['для Казахстана', 'Республика Казахстан'],
    ['в Республике Орлании', 'вместе с Орланией'],
    ['Дарронской Республикой', 'и Дарронии'],
    ['при участии Эмиля Ганса', 'вместе с Эмилем Гансом'],
    ['в городе Нур-Султане', 'г. Нур-Султан'],
    ['Генеральной Ассамблеи ООН', 'Генеральной Ассамблеей ООН'],
    ['в рамках Парижского соглашения', 'по Парижскому соглашению'],
    ['концепции «Безопасного Шёлкового пути»', 'концепция «Безопасный Шёлковый путь»'],
  ])('%s, %s', (one, other) => {
    expect(read(`Стороны ${one}`).map(({ key }) => key)).toEqual(read(`Стороны ${other}`).map(({ key }) => key))
    expect(read(`Стороны ${one}`)).toHaveLength(1)
  })
})

test.each([
  ['Стороны поддержали инициативу Туркменистана.', ['state Туркменистана']],
  ['Президент Республики Орлании Эмиль Ганс', ['state Республики Орлании', 'person Эмиль Ганс']],
  ['Важность сотрудничества. Министры отметили роль Сторон.', []],
  ['по Уставу Организации Объединённых Наций', ['document Уставу Организации Объединённых Наций']],
  ['сопряжение инициативы «Один пояс, один путь»', ['document Один пояс, один путь']],
  ['формирование «зелёных коридоров»', []],
  ['спасения Аральского моря', ['place Аральского моря']],
  ['регионов Центральной и Южной Азии', ['name Южной Азии']],
])('%s', (text, names) => expect(told(read(text))).toEqual(names))

test.each([
  ['The Minister of Water Resources and Energy of the Republic of Orland, Leila Orso, spoke.', ['state Republic of Orland', 'person Leila Orso']],
  ['The Parties note the Charter of the United Nations.', ['document Charter of the United Nations']],
  ['The Parties welcome the accession of the Republic of Orland in May.', ['state Republic of Orland']],
  ['along the Selena River', ['place Selena River']],
])('%s', (text, names) => expect(told(english(text))).toEqual(names))

test('a paragraph that is a whole book is read once through, not once for each name', () => {
  const book = Array.from({ length: 20_000 }, (_, index) => `абв Где${index % 997} жзи Клм.`).join(' ')
  expect(read(book)).toHaveLength(40_000)
})
