// Names, terms and ordinals in the case of those they replace.
import { describe, expect, test } from 'vitest'
import { inSameCase, nameForms, termForms } from '../../../../shared/language/declension.ts'
import { findOrdinals, ordinalLike, type Gender } from '../../../../shared/language/ordinals.ts'

describe('a name in the case of another', () => {
  const rows: [before: string, found: string, from: string, to: string, text: string, sure: boolean][] = [
    ['в ', 'Нур-Султане', 'Нур-Султан', 'Астана', 'Астане', true],
    ['в ', 'Нур-Султан', 'Нур-Султан', 'Астана', 'Астану', true],
    ['г. ', 'Нур-Султан', 'Нур-Султан', 'Астана', 'Астана', true],
    ['', 'Нур-Султан', 'Нур-Султан', 'Астана', 'Астана', true],
    ['жители ', 'Нур-Султана', 'Нур-Султан', 'Астана', 'Астаны', true],
    ['перед ', 'Нур-Султаном', 'Нур-Султан', 'Астана', 'Астаной', true],
    ['в ', 'Токио', 'Токио', 'Бишкек', 'Бишкеке', false],
    ['из ', 'Токио', 'Токио', 'Бишкек', 'Бишкека', true],
    ['с ', 'Тюркским советом', 'Тюркский совет', 'Организация тюркских государств', 'Организацией тюркских государств', true],
    ['', 'НУР-СУЛТАН', 'Нур-Султан', 'Астана', 'АСТАНА', true],
  ]
  for (const [before, found, from, to, text, sure] of rows) {
    test(`${before}${found} → ${text}`, () => expect(inSameCase(found, nameForms(from)!, nameForms(to)!, before)).toEqual({ text, sure }))
  }

  test('a name that no rule covers has no forms', () => {
    expect(['Казань', 'Череповец', 'Osh'].map(nameForms)).toEqual([null, null, null])
  })
})

describe('a term in the case of another', () => {
  const rows: [before: string, found: string, from: string, to: string, text: string, sure: boolean][] = [
    ['', 'Стороны', 'Стороны', 'Лидеры', 'Лидеры', true],
    ['между ', 'Сторонами', 'Стороны', 'Лидеры', 'Лидерами', true],
    ['призывают ', 'Стороны', 'Стороны', 'Лидеры', 'Лидеры', false],
    ['доклад ', 'Лидеров', 'Лидеры', 'Стороны', 'Сторон', false],
    ['для ', 'Лидеров', 'Лидеры', 'Стороны', 'Сторон', true],
    ['о ', 'Сторонах', 'Стороны', 'Главы государств', 'Главах государств', true],
    ['', 'Стороны', 'Стороны', 'Государства-участники', 'Государства-участники', true],
    ['', 'Сторонам', 'Стороны', 'Представители', 'Представителям', true],
  ]
  for (const [before, found, from, to, text, sure] of rows) {
    test(`${before}${found} → ${text}`, () => expect(inSameCase(found, termForms(from)!, termForms(to)!, before)).toEqual({ text, sure }))
  }

  test('a word that is no term for speakers has no forms', () => expect(termForms('Объекты')).toBeNull())
})

describe('an ordinal as another number', () => {
  const rows: [found: string, value: number, wanted: number, gender: Gender | null, text: string | null][] = [
    ['третьей', 3, 4, 'f', 'четвертой'], ['Третья', 3, 5, 'f', 'Пятая'], ['третьего', 3, 2, 'n', 'второго'], ['второй', 2, 3, 'f', 'третьей'],
    ['второй', 2, 3, 'm', 'третий'], ['вторую', 2, 7, 'f', 'седьмую'], ['четвёртая', 4, 24, 'f', 'двадцать четвёртая'], ['двадцать первой', 21, 22, 'f', 'двадцать второй'],
    ['VII', 7, 8, null, 'VIII'], ['IX', 9, 14, null, 'XIV'], ['4-го', 4, 5, 'm', '5-го'], ['Third', 3, 4, null, 'Fourth'], ['twentieth', 20, 21, null, 'twenty-first'],
    ['3rd', 3, 11, null, '11th'], ['2nd', 2, 22, null, '22nd'], ['третья', 3, 40, 'f', null],
  ]
  for (const [found, value, wanted, gender, text] of rows) {
    test(`${found} → ${text}`, () => expect(ordinalLike(found, value, wanted, gender)).toBe(text))
  }

  test('Roman numbers count before a word, and are no initials', () => {
    expect(findOrdinals('VII встреча, Иоанн I. Третья').map(({ value }) => value)).toEqual([7, 3])
  })
})
