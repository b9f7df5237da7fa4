// Marks of parties: letters and drawings that stay apart however many stand on one screen.
import { expect, test } from 'vitest'
import { marksOf } from '../../../../renderer/ui/parties.ts'

const named = (...states: string[]) => states.map((state) => ({ state }))
const letters = (parties: { state: string; code?: string }[]) => {
  const markOf = marksOf(parties)
  return parties.map((party) => markOf(party).code)
}

test('no two parties carry the same letters', () => {
  expect(letters(named('Австралия', 'Австрия'))).toEqual(['АВС', 'АВТ'])
  expect(letters(named('Союз', 'Союз портов', 'Союз рек'))).toEqual(['СОЮ', 'СОЗ', 'СОР'])
  expect(letters(named('Ян', 'Ян-', 'Ян!'))).toEqual(['ЯН', 'ЯН2', 'ЯН3'])
})

test('a code is kept, also by the later of two parties', () => {
  expect(letters([{ state: 'Orvalia' }, { state: 'Orvietan League', code: 'ORV' }])).toEqual(['ORA', 'ORV'])
})

test('twelve drawings, then letters only', () => {
  const parties = named(...'абвгдежзиклмно')
  const markOf = marksOf([...parties, { state: 'а' }])
  expect(parties.map((party) => markOf(party).slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 0])
})

test('a party of another list has its letters only', () => {
  expect(marksOf(named('Алвания'))({ state: 'Вестрия', code: 'VT' })).toEqual({ code: 'VT', slot: 0, name: 'Вестрия' })
})
