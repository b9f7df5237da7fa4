// Places of which the page tells nothing: the other sentences of the text say whether a paragraph begins there.
import { expect, test } from 'vitest'
import { parted } from '../../../../../electron/core/importing/openings.ts'

const ONE = ['Стороны отметили рост перевозок.', 'Стороны одобрили план работ.', 'Дороги строятся совместно.', 'Планы паводков известны всем.',
  'Стороны приветствовали открытие моста.', 'Сведения о стоке передаются ежедневно.']
const doubted = (...lines: string[]) => ({ lines: lines.map((text) => ({ text })), doubtful: lines.length > 1 ? [1] : [] })
const textsOf = (paragraphs: readonly { lines: readonly { text: string }[] }[]) => paragraphs.map(({ lines }) => lines.map(({ text }) => text).join(' '))
const among = (others: readonly string[], ...lines: string[]) => textsOf(parted([...others.map((text) => doubted(text)), doubted(...lines)])).slice(others.length)

test('where every paragraph is one sentence, the next sentence is the next paragraph, whatever its first word', () => {
  expect(among(ONE, 'Лес вдоль реки охраняется.', 'Графики попусков согласуются.')).toEqual(['Лес вдоль реки охраняется.', 'Графики попусков согласуются.'])
})

test('where paragraphs hold several sentences, it goes on', () => {
  const several = ONE.map((text, i) => `${text} ${ONE[(i + 2) % ONE.length]} ${ONE[(i + 3) % ONE.length]}`)
  expect(among(several, 'Лес вдоль реки охраняется.', 'Графики попусков согласуются.')).toHaveLength(1)
})

test('the word that opens paragraphs parts where other sentences go on', () => {
  const told = ONE.map((text) => `Стороны ${text.toLowerCase()} Затем прошла беседа. Потом был приём.`)
  expect(among(told, 'Лес вдоль реки охраняется.', 'Стороны подтвердили срок.')).toHaveLength(2)
  expect(among(told, 'Лес вдоль реки охраняется.', 'Затем подписан протокол.')).toHaveLength(1)
})

test.each(['Встречу открыл министр И.', 'Встреча прошла в г.', 'Названы участники, в т. ч.', 'Стороны приняли документ'])('no sentence ends with «%s»', (line) => {
  expect(among(ONE, line, 'Стороны одобрили план.')).toHaveLength(1)
})

test('too few sentences show nothing', () => expect(among(ONE.slice(0, 2), 'Лес вдоль реки охраняется.', 'Стороны одобрили план.')).toHaveLength(1))
