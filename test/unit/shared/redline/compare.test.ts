// Comparing texts: what an officer must see, and what holds for any two texts.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../../shared/redline/index.ts'
import type { Comparison, Row } from '../../../../shared/model/comparison.ts'
import { judge } from '../../../bench/support/judge.ts'
import { plant } from '../../../bench/support/planted.ts'
import { writer } from '../../../bench/support/prose.ts'
import { vary } from '../../../bench/support/variants.ts'
import { paragraphs, text, twoTexts } from './texts.ts'

const compare = (old: readonly string[], now: readonly string[]) => compareTexts(text(old), text(now))
const shown = (row: Row) => `${row.kind} ${row.old.join('+')}→${row.new.join('+')}`
const rows = (comparison: Comparison) => comparison.rows.map(shown)
const marked = (row: Row) =>
  row.ops.map(({ op, text }) => (op === 'equal' ? text : op === 'insert' ? `{+${text}}` : `{-${text}}`)).join('')

const WATER = 'Стороны подтверждают важность справедливого и рационального использования водных ресурсов трансграничных рек.'
const ENERGY = 'Стороны приветствуют развитие возобновляемой энергетики и обмен опытом между энергетическими компаниями региона.'
const TRADE = 'Министры отметили рост взаимной торговли и договорились упростить таможенные процедуры на границе.'
const CULTURE = 'Участники поддержали проведение Дней культуры и студенческих обменов между ведущими университетами.'
const HEALTH = 'Лидеры согласились создать сеть лабораторий для раннего выявления опасных инфекций.'
// Alike by about a third: enough only where one stands in the other's place.
const REWRITTEN = [
  'Государства намерены углублять сотрудничество в сфере образования и науки, расширяя программы для молодых исследователей.',
  'Страны намерены углублять сотрудничество в сфере туризма и спорта, открывая новые маршруты для путешественников региона.',
] as const
const CHAPTERS = ['о торговле и таможне', 'о транспорте и связи', 'о культуре и спорте', 'об энергетике и климате', 'о здоровье и науке']
/** The phrases of three words in the opposite order. */
const shuffled = (text: string) => text.match(/(\S+ ?){1,3}/gu)!.map((phrase) => phrase.trim()).reverse().join(' ')

describe('rows', () => {
  test.each([
    ['nothing changed', [WATER, ENERGY], [WATER, ENERGY], ['same 0→0', 'same 1→1']],
    ['a new paragraph', [WATER, ENERGY], [WATER, TRADE, ENERGY], ['same 0→0', 'inserted →1', 'same 1→2']],
    ['a dropped paragraph', [WATER, TRADE, ENERGY], [WATER, ENERGY], ['same 0→0', 'deleted 1→', 'same 2→1']],
    ['one for another: the dropped one first', [WATER, TRADE, ENERGY], [WATER, HEALTH, ENERGY],
      ['same 0→0', 'deleted 1→', 'inserted →1', 'same 2→2']],
    ['an edit', [WATER], [WATER.replace('важность', 'приоритет')], ['edited 0→0']],
    ['a move', [WATER, ENERGY, TRADE], [ENERGY, TRADE, WATER], ['same 1→0', 'same 2→1', 'moved 0→2']],
    ['a move with an edit', [WATER, ENERGY, TRADE, CULTURE], [ENERGY, TRADE, CULTURE, WATER.replace('важность', 'приоритет')],
      ['same 1→0', 'same 2→1', 'same 3→2', 'moved 0→3']],
    ['the shorter one moved', [HEALTH, WATER], [WATER, HEALTH], ['same 1→0', 'moved 0→1']],
    ['the shorter one moved, the other way', [WATER, HEALTH], [HEALTH, WATER], ['moved 1→0', 'same 0→1']],
    ['the same phrases in another order are no move', [HEALTH, ENERGY, TRADE], [ENERGY, TRADE, shuffled(HEALTH)],
      ['deleted 0→', 'same 1→0', 'same 2→1', 'inserted →2']],
    ['a heading in capitals', [ENERGY, 'ВОДА И КЛИМАТ', TRADE], [ENERGY, 'Вода и климат', TRADE],
      ['same 0→0', 'edited 1→1', 'same 2→2']],
    ['a heading without ё', [ENERGY, 'Учёт всё ещё чёткий', TRADE], [ENERGY, 'Учет все еще четкий', TRADE],
      ['same 0→0', 'edited 1→1', 'same 2→2']],
    ['what repeats a neighbour was not split from it', [`${WATER} Пункт первый.`], [`${WATER} Пункт второй.`, WATER],
      ['inserted →0', 'edited 0→1']],
    ['a rewritten paragraph at its place', [ENERGY, REWRITTEN[0], TRADE], [ENERGY, REWRITTEN[1], TRADE],
      ['same 0→0', 'edited 1→1', 'same 2→2']],
    ['a rewritten paragraph at another place is another one', [REWRITTEN[0], ENERGY, TRADE, CULTURE, WATER],
      [ENERGY, TRADE, CULTURE, WATER, REWRITTEN[1]],
      ['deleted 0→', 'same 1→0', 'same 2→1', 'same 3→2', 'same 4→3', 'inserted →4']],
    ['a split', [`${WATER} ${ENERGY}`, TRADE], [WATER, ENERGY, TRADE], ['split 0→0+1', 'same 1→2']],
    ['a split in three', [`${WATER} ${ENERGY} ${HEALTH}`], [WATER, ENERGY, HEALTH], ['split 0→0+1+2']],
    ['a split in four, of which none is half, one edited', [`${WATER} ${ENERGY} ${HEALTH} ${TRADE}`, CULTURE],
      [WATER, ENERGY.replace('развитие возобновляемой энергетики', 'рост'), HEALTH, TRADE, CULTURE], ['split 0→0+1+2+3', 'same 1→4']],
    ['a merge of three', [WATER, ENERGY, HEALTH, TRADE], [`${WATER} ${ENERGY} ${HEALTH}`, TRADE], ['merged 0+1+2→0', 'same 3→1']],
    ['a move found by what a term replaced throughout left of it',
      ['Стороны', ...CHAPTERS.map((about) => `Стороны ${about}`), WATER],
      [...CHAPTERS.map((about) => `Участники ${about}`), WATER.replace('Стороны', 'Участники'), 'Участники'],
      [...CHAPTERS.map((_, at) => `edited ${at + 1}→${at}`), `edited ${CHAPTERS.length + 1}→${CHAPTERS.length}`,
        `moved 0→${CHAPTERS.length + 1}`]],
    ['numbers written out and all moved on', ['1. Вода', '2. Мир', '3. Итог'], ['1. Введение', '2. Вода', '3. Мир', '4. Итог'],
      ['inserted →0', 'edited 0→1', 'edited 1→2', 'edited 2→3']],
    ['a merge', [WATER, ENERGY, TRADE], [`${WATER} ${ENERGY}`, TRADE], ['merged 0+1→0', 'same 2→1']],
    ['repeated lines keep their places', ['* * *', WATER, '* * *', ENERGY], ['* * *', WATER, '* * *', ENERGY],
      ['same 0→0', 'same 1→1', 'same 2→2', 'same 3→3']],
    ['a paragraph said twice', [WATER, ENERGY], [WATER, ENERGY, WATER], ['same 0→0', 'same 1→1', 'inserted →2']],
    ['a blank line at the start', ['', WATER], ['', HEALTH], ['same 0→0', 'deleted 1→', 'inserted →1']],
    ['empty paragraphs', ['', WATER, ''], [WATER, ''], ['deleted 0→', 'same 1→0', 'same 2→1']],
    ['nothing against something', [], [WATER, ENERGY], ['inserted →0', 'inserted →1']],
    ['something against nothing', [WATER], [], ['deleted 0→']],
    ['nothing against nothing', [], [], []],
  ])('%s', (_, old, now, expected) => expect(rows(compare(old, now))).toEqual(expected))

  test('a term changed everywhere is marked where it stands and nowhere else', () => {
    const old = [WATER, ENERGY, TRADE, CULTURE]
    const { rows, counts } = compare(old,
      old.map((paragraph) => paragraph.replace(/^(Стороны|Министры|Участники)/u, 'Государства')))
    expect(counts).toMatchObject({ edited: 4 })
    for (const row of rows) expect(marked(row)).toMatch(/^\{-\S+\}\{\+Государства\} [^{]+$/u)
  })

  test('a paragraph of which little stayed in order is replaced as a whole', () => {
    const [first, ...rest] = HEALTH.split(' ')
    const now = [first, ...rest.reverse()].join(' ')
    expect(marked(compare([ENERGY, HEALTH], [ENERGY, now]).rows[1]!)).toBe(`{-${HEALTH}}{+${now}}`)
  })

  test('a split shows the end of a paragraph as inserted', () => {
    expect(marked(compare([`${WATER} ${HEALTH}`], [WATER, HEALTH]).rows[0]!)).toBe(`${WATER}{- }{+\n}${HEALTH}`)
  })

  test('a word in capitals after the end of a paragraph that is new is still no more than that', () => {
    const { ops } = compare([`${WATER} ${HEALTH}`], [WATER, HEALTH.replace('Лидеры', 'ЛИДЕРЫ')]).rows[0]!
    expect(ops.filter((op) => op.typographic)).toEqual([
      { op: 'delete', text: 'Лидеры', typographic: true }, { op: 'insert', text: 'ЛИДЕРЫ', typographic: true },
    ])
  })

  test('a line break within a paragraph is not taken for the end of one', () => {
    const [row] = compare([`${WATER}\n${HEALTH}`], [WATER, HEALTH]).rows
    expect(marked(row!)).toBe(`${WATER}{-\n}{+\n}${HEALTH}`)
  })

  test('case and ё find partners but are shown', () => {
    const [row] = compare(['Стороны ещё раз ПОДТВЕРЖДАЮТ приверженность миру.'],
      ['Стороны еще раз подтверждают приверженность миру.']).rows
    expect(marked(row!)).toBe('Стороны {-ещё}{+еще} раз {-ПОДТВЕРЖДАЮТ}{+подтверждают} приверженность миру.')
  })

  test('numbers of paragraphs are not looked at', () => {
    const numbered = (label: string) => ({ ...text([WATER]), paragraphs: [{ text: WATER, label, kind: 'paragraph' as const }] })
    expect(rows(compareTexts(numbered('4.'), numbered('5.')))).toEqual(['same 0→0'])
  })
})

describe('typographic', () => {
  const numbered = (label: string | null, line: string) =>
    ({ ...text([line]), paragraphs: [{ text: line, label, kind: 'paragraph' as const }] })
  test.each([
    ['nothing changed', '4.', 'Стороны', '4.', 'Стороны', false],
    ['only the number', '4.', 'Стороны', '5.', 'Стороны', true],
    ['a number that came', null, 'Стороны', '1.', 'Стороны', true],
    ['letter case', null, 'ВОДА И КЛИМАТ', null, 'Вода и климат', true],
    ['ё and the number', '4.', 'Стороны ещё раз', '5.', 'Стороны еще раз', true],
    ['quotes', null, 'форум "Дружба"', null, 'форум «Дружба»', true],
    ['dashes and spaces', null, 'г. Астана - столица', null, 'г.\u00a0Астана – столица', true],
    ['a soft hyphen', null, 'co\u00adoperation', null, 'cooperation', true],
    ['composed letters', null, 'e\u0301tat', null, 'état', true],
    ['quotes and a word', null, 'форум "Дружба"', null, 'форум «Мир»', false],
    ['case and a word', null, 'СТОРОНЫ отмечают важность', null, 'Стороны подчеркнули важность', false],
    ['a comma', null, 'мир, дружба и труд', null, 'мир дружба и труд', false],
    ['a number written out in front', null, '12. Стороны отмечают', null, '13. Стороны отмечают', true],
    ['a number written out that came', null, 'Стороны отмечают', null, '(a) Стороны отмечают', true],
    ['a number in front and a word', null, '12. Стороны отмечают', null, '13. Стороны подчеркнули', false],
    ['a number within', null, 'до 2030 года', null, 'до 2035 года', false],
  ])('%s', (_, oldLabel, old, newLabel, now, expected) => {
    expect(compareTexts(numbered(oldLabel, old), numbered(newLabel, now)).rows.map((row) => row.typographic)).toEqual([expected])
  })

  test('a move, a split, an insertion and a deletion are more than that', () => {
    const { rows } = compare([HEALTH, WATER, `${ENERGY} ${TRADE}`], [WATER, ENERGY, TRADE, HEALTH.toUpperCase(), CULTURE])
    expect(rows.filter((row) => row.typographic)).toEqual([])
  })
})

const spelled = (row: Row, side: 'insert' | 'delete') =>
  row.ops.filter(({ op }) => op === 'equal' || op === side).map(({ text }) => text).join('')

/** Paragraphs that stand in no row or in several, and rows that do not spell theirs to the letter. */
function faults({ rows }: Comparison, old: readonly string[], now: readonly string[]): string[] {
  const places = (list: readonly string[], side: 'old' | 'new') => {
    const used = rows.flatMap((row) => row[side])
    return list.flatMap((_, at) => (used.filter((one) => one === at).length === 1 ? [] : [`${side} ${at}`]))
  }
  return [...places(old, 'old'), ...places(now, 'new'), ...rows.filter((row) =>
    spelled(row, 'delete') !== row.old.map((at) => old[at]).join('\n') || spelled(row, 'insert') !== row.new.map((at) => now[at]).join('\n'),
  ).map(shown)]
}

describe('for any two texts', () => {
  test('every paragraph stands in exactly one row, and rows spell both sides to the letter', () => {
    fc.assert(fc.property(twoTexts, ([old, now]) => {
      expect(faults(compare(old, now), old, now)).toEqual([])
    }), { numRuns: 400 })
  })

  test('a kind says what its row holds', () => {
    fc.assert(fc.property(twoTexts, ([old, now]) => {
      const comparison = compare(old, now)
      const shape: Record<Row['kind'], (row: Row) => boolean> = {
        same: (row) => row.old.length === 1 && row.new.length === 1 && row.ops.every(({ op }) => op === 'equal'),
        edited: (row) => row.old.length === 1 && row.new.length === 1 && row.ops.some(({ op }) => op !== 'equal'),
        inserted: (row) => row.old.length === 0 && row.new.length === 1,
        deleted: (row) => row.old.length === 1 && row.new.length === 0,
        moved: (row) => row.old.length > 0 && row.new.length > 0,
        split: (row) => row.old.length === 1 && row.new.length > 1,
        merged: (row) => row.old.length > 1 && row.new.length === 1,
      }
      for (const row of comparison.rows) expect(shape[row.kind](row)).toBe(true)
      const counted = Object.values(comparison.counts).reduce((sum, count) => sum + count, 0)
      expect(counted).toBe(comparison.rows.length)
    }), { numRuns: 200 })
  })

  test('rows that did not move keep the order of the earlier text', () => {
    fc.assert(fc.property(twoTexts, ([old, now]) => {
      const kept = compare(old, now).rows.filter((row) => row.kind !== 'moved').flatMap((row) => row.old)
      expect(kept).toEqual(kept.toSorted((a, b) => a - b))
    }), { numRuns: 200 })
  })

  test('a text is the same as itself', () => {
    fc.assert(fc.property(paragraphs, (list) => {
      expect(compare(list, list).rows.every((row) => row.kind === 'same')).toBe(true)
    }))
  })

  test('a text is all new against an empty one', () => {
    fc.assert(fc.property(paragraphs, (list) => {
      expect(rows(compare([], list))).toEqual(list.map((_, at) => `inserted →${at}`))
      expect(rows(compare(list, []))).toEqual(list.map((_, at) => `deleted ${at}→`))
    }))
  })

  /** The row seen from the other side; at one place deletions come first there too. */
  const mirrored = ({ kind, old, new: now, ops, typographic }: Row) => ({
    kind: { inserted: 'deleted', deleted: 'inserted', split: 'merged', merged: 'split' }[kind as string] ?? kind,
    old: now, new: old, typographic,
    before: ops.filter(({ op }) => op === 'insert').map(({ text }) => text),
    after: ops.filter(({ op }) => op === 'delete').map(({ text }) => text),
  })
  const seen = ({ kind, old, new: now, ops, typographic }: Row) => ({
    kind, old, new: now, typographic,
    before: ops.filter(({ op }) => op === 'delete').map(({ text }) => text),
    after: ops.filter(({ op }) => op === 'insert').map(({ text }) => text),
  })
  const inOrder = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort()

  test('the comparison back is the mirror image', () => {
    fc.assert(fc.property(twoTexts, ([old, now]) => {
      expect(inOrder(compare(now, old).rows.map(seen))).toEqual(inOrder(compare(old, now).rows.map(mirrored)))
    }), { numRuns: 300 })
  })

  test.each([['ru', 1], ['ru', 2], ['en', 3], ['en', 4]] as const)('long texts edited at random, %s %i', (language, seed) => {
    const write = writer(language, seed)
    const planted = plant(Array.from({ length: 150 }, write), write, seed)
    for (const variant of ['edited', 'term', 'renumbered', 'typography'] as const) {
      const { old, new: now, ...truth } = vary(planted, variant, language)
      const comparison = compare(old, now)
      expect(faults(comparison, old, now)).toEqual([])
      expect(comparison.rows.flatMap((row) => row.new)).toEqual(now.map((_, index) => index))
      expect(inOrder(compare(now, old).rows.map(seen))).toEqual(inOrder(comparison.rows.map(mirrored)))
      const found = judge({ old, new: now, ...truth }, comparison.rows)
      expect(found.moves.found).toBe(found.moves.planted)
      expect(found.falseMoves).toBe(0)
      expect(found.marked / found.least).toBeLessThan(1.08)
    }
  })
})
