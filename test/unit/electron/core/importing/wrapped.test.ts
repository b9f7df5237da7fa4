// Files that know their paragraphs, of which each is a line: a text that was wrapped by hand and then pasted into Word.
import { expect, test } from 'vitest'
import { unwrapped } from '../../../../../electron/core/importing/paragraphs.ts'
import type { RawParagraph } from '../../../../../shared/model/proposal.ts'

const LINES = [
  'Стороны подтвердили приверженность сотрудничеству в области', 'охраны лесов и водных ресурсов края и договорились делиться', 'опытом.', '',
  'Стороны приветствовали открытие постоянной выставки,', 'посвящённой истории торговых путей между двумя странами, и её', 'первых гостей.', '',
  'Стороны согласились провести следующую встречу через год и', 'поручили министрам подготовить к ней подробный план.',
]
const JOINED = LINES.join('\n').split('\n\n').map((part) => part.replaceAll('\n', ' '))

const paragraphs = (hint?: RawParagraph['hint']): RawParagraph[] =>
  LINES.flatMap((text, index) => (text === '' ? [] : [{ text, line: index + 1, ...(hint && { hint }) }]))

test('lines become the paragraphs they were', () => expect(unwrapped(paragraphs()).map(({ text }) => text)).toEqual(JOINED))

test('paragraphs of any length stay as they are', () => {
  const whole = JOINED.map((text, index): RawParagraph => ({ text, line: index + 1 }))
  expect(unwrapped(whole)).toEqual(whole)
})

test.each([[{ label: '1.' }], [{ cell: true }]])('so do those of a list or a table: %o', (hint) => expect(unwrapped(paragraphs(hint))).toEqual(paragraphs(hint)))
