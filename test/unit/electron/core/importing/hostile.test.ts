// Texts made to hold a reader up: each is read in moments (a pattern tried at every sign of an endless paragraph would take
// minutes, past the test's time), and what is proposed of it can be stored.
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../../../../electron/core/importing/paragraphs.ts'
import { propose } from '../../../../../electron/core/importing/propose.ts'
import { proposalSchema } from '../../../../../shared/model/proposal.ts'
import { statementSchema } from '../../../../../shared/model/statement.ts'
import { assemble } from '../../../../../shared/segmenting/index.ts'

const proposalOf = (text: string) => propose(new TextEncoder().encode(text), 'a.txt')
const statement = (chapeau: string) => `Совместное заявление\n${chapeau}\n1. Стороны отметили рост.\n2. Стороны одобрили план.`
const long = (letter: string) => letter.toUpperCase() + letter.repeat(300)

test.each([
  ['letters', 'а', ''], ['brackets', ')', 'x'], ['dashes', '– ', 'заявляют'], ['commas', ', ', 'заявляют'], ['dates', '1 мая ', ''],
  ['states', 'Казахстан ', ''], ['offices', 'Президент Казахстана ', ''], ['openings of terms', '(далее ', ''],
])('a paragraph of nothing but %s', (_, pump, end) => {
  const text = statement(`Мы, Президент Узбекистана, ${pump.repeat(180_000 / pump.length)}${end}`)
  expect(proposalOf(text).paragraphs.flatMap(({ raw }) => raw)).toEqual([0, 1, 2, 3])
})

test('an endless line among wrapped ones', () => {
  const wrapped = Array.from({ length: 100 }, () => 'стороны подтверждают приверженность целям и принципам устава и').join('\n')
  expect(paragraphsOf(`${wrapped}\n${'а'.repeat(1_000_000)}`).at(-1)!.text).toMatch(/а{1000000}$/u)
})

test('thousands of headings', () => {
  const { paragraphs } = proposalOf(`Декларация\nСтороны заявляют о нижеследующем.\n${'О воде\nСтороны отметили рост.\n'.repeat(3000)}`)
  expect(paragraphs.filter(({ role, level }) => role === 'heading' && level === 1)).toHaveLength(3000)
})

test.each([
  ['a person', statement(`Мы, Президент Казахстана ${long('а')} Иванов, Президент Узбекистана ${long('б')} Петров, заявляем о нижеследующем.`)],
  ['a state', statement(`Мы, Президент Республики ${long('а')} Иван Иванов, Президент Республики ${long('б')} Пётр Петров, заявляем о нижеследующем.`)],
  ['a town of news', `Заголовок\n${long('а')}, 16 ноября\nПо его словам, сообщает корреспондент, сегодня всё хорошо.`],
  ['a heading of thousands of lines', statement(`Стороны заявляют о нижеследующем.\nI. Вода и\n${'вода и\n'.repeat(6000)}`)],
])('%s too long for any form', (_, text) => {
  const proposal = proposalOf(text)
  expect(() => proposalSchema.parse(proposal)).not.toThrow()
  expect(() => statementSchema.parse(assemble(proposal))).not.toThrow()
})
