// Numbers as written before a paragraph, and what only looks like one.
import { describe, expect, it } from 'vitest'
import { cutLabel, readLabel, romanValue } from '../../../../shared/segmenting/labels.ts'

describe('readLabel', () => {
  it.each([
    ['12.\u00A0Лидеры решили', 'arabic', 12, '12.'],
    ['\t7. The Parties', 'arabic', 7, '7.'],
    ['3.Стороны', 'arabic', 3, '3.'],
    ['5) лес', 'arabic-bracket', 5, '5)'],
    ['(2) The Office', 'brackets', 2, '(2)'],
    ['（3）事務局', 'brackets', 3, '（3）'],
    ['IV. Вода', 'roman', 4, 'IV.'],
    ['Х. Вода', 'roman', 10, 'Х.'],
    ['VIII', 'roman', 8, 'VIII'],
    ['iv) water', 'roman-bracket', 4, 'iv)'],
    ['B. Water', 'letter', 2, 'B.'],
    ['б) вода', 'letter-bracket', 2, 'б)'],
    ['十二、水', 'cjk', 12, '十二、'],
    ['Статья 5. Вода', 'article', 5, 'Статья 5.'],
    ['Article 2', 'article', 2, 'Article 2'],
    ['第三条 水', 'article', 3, '第三条'],
    ['• Леса', 'bullet', 0, '•'],
    ['– Леса', 'dash', 0, '–'],
  ])('%s', (text, kind, value, written) => expect(readLabel(text)).toMatchObject({ kind, value, text: written }))

  it.each(['3.5 млрд', '8 июня 2030 года', '2030. Год', 'г. Ош', 'I am', 'и т. д.', 'XVX. ', '-лес', ''])('not in %j', (text) =>
    expect(readLabel(text)).toBeNull())

  it('notices a doubled number and cuts both', () => {
    expect(readLabel('1. 1. Стороны едины')).toMatchObject({ value: 1, doubled: true })
    expect(cutLabel('1. 1. Стороны едины')).toEqual({ label: '1.', text: 'Стороны едины' })
    expect(cutLabel('1. 2. Стороны едины')).toEqual({ label: '1.', text: '2. Стороны едины' })
  })
})

it('reads Roman numerals only where they are well formed', () => {
  expect(['I', 'IX', 'XIV', 'XL', 'XCIX', 'ІІІ'].map(romanValue)).toEqual([1, 9, 14, 40, 99, 3])
  expect(['IIII', 'VX', 'IC', '', 'ABC'].map(romanValue)).toEqual([0, 0, 0, 0, 0])
})
