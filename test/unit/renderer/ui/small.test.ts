// Small pure parts of the screen: shortcuts, dates as typed, order of parties, notices.
import { describe, expect, test } from 'vitest'
import { createNotices } from '../../../../renderer/ui/notices.ts'
import { moved, parseDate, partyCode } from '../../../../renderer/ui/parties.ts'
import { isShortcut } from '../../../../renderer/ui/shortcuts.ts'

describe('shortcuts', () => {
  const event = (code: string, held: string[] = []) => ({
    code,
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
  })
  test.each<[string, ReturnType<typeof event>, boolean]>([
    ['Ctrl+K', event('KeyK', ['Ctrl']), true],
    ['Ctrl+K', event('KeyK', ['Meta']), true],
    ['Ctrl+K', event('KeyK'), false],
    ['Ctrl+K', event('KeyK', ['Ctrl', 'Shift']), false],
    ['Ctrl+Shift+8', event('Digit8', ['Ctrl', 'Shift']), true],
    ['Alt+↓', event('ArrowDown', ['Alt']), true],
    ['F8', event('F8'), true],
    ['F8', event('F8', ['Shift']), false],
    ['Ctrl+,', event('Comma', ['Ctrl']), true],
    ['Ctrl+Shift+[', event('BracketLeft', ['Ctrl', 'Shift']), true],
    ['Ctrl+Num−', event('NumpadSubtract', ['Ctrl']), true],
  ])('%s', (keys, pressed, expected) => {
    expect(isShortcut(pressed, keys)).toBe(expected)
  })
})

test.each([
  ['30.06.2019', '2019-06-30'],
  ['1/2/2024', '2024-02-01'],
  ['2024-02-29', '2024-02-29'],
  [' 29.02.2024 ', '2024-02-29'],
  ['', null],
  ['29.02.2023', undefined],
  ['31.04.2024', undefined],
  ['2024', undefined],
  ['весной', undefined],
  ['8 Jun 2022', '2022-06-08'],
  ['8 June 2022', '2022-06-08'],
  ['8 Sept 2022', '2022-09-08'],
  ['3 мая 2026', '2026-05-03'],
  ['12 октября 2026 года', '2026-10-12'],
  ['1 июн. 2026 г.', '2026-06-01'],
  ['31 февраля 2026', undefined],
  ['31 Feb 2022', undefined],
  ['8 Floréal 1794', undefined],
  ['8 Xyz 2022', undefined],
  ['1.2.24', undefined],
])('«%s» is the date %s', (text, date) => {
  expect(parseDate(text)).toBe(date)
})

test.each([
  [{ state: 'Алвания', code: 'AV' }, 'AV'],
  [{ state: 'Лига портов' }, 'ЛИГ'],
  [{ state: '«Союз»' }, 'СОЮ'],
  [{ state: 'Orvalia', code: '' }, 'ORV'],
])('a party in a few letters: %o', (party, code) => {
  expect(partyCode(party)).toBe(code)
})

test.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
] as const)('the entry %i moved by %i', (index, by, expected) => {
  expect(moved(['a', 'b', 'c'], index, by)).toEqual(expected)
})

describe('notices', () => {
  test('the same words twice are one notice, and the newest three stay', () => {
    const notices = createNotices()
    for (const text of ['one', 'two', 'one', 'three', 'four']) notices.add({ text })
    expect(notices.read().map((notice) => notice.text)).toEqual(['one', 'three', 'four'])
  })
  test('one is closed by its id', () => {
    const notices = createNotices()
    const first = notices.add({ text: 'one' })
    notices.add({ text: 'two', tone: 'bad' })
    notices.close(first)
    expect(notices.read()).toMatchObject([{ text: 'two', tone: 'bad' }])
  })
  test('what they tell of is taken back, the latest first, also when they are gone', () => {
    const notices = createNotices()
    const taken: string[] = []
    const ids = ['one', 'two', 'three'].map((text) => notices.add({ text, undo: () => void taken.push(text) }))
    notices.add({ text: 'plain' })
    for (const { id } of notices.read()) notices.close(id)
    notices.undo(ids[1]!, true)
    for (let latest = notices.undoable(); latest; latest = notices.undoable()) notices.undo(latest.id)
    notices.undo(ids[0]!)
    expect(taken).toEqual(['three', 'one'])
  })
})
