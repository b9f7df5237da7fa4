// Several versions against one base: what each did to each paragraph, and the law that every version can be read back exactly.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollatedCell, Collation } from '../../../../shared/model/collation.ts'
import { collate, compareTexts, overlay, textOfHand } from '../../../../shared/redline/index.ts'
import { text, twoTexts } from './texts.ts'

const of = (base: readonly string[], ...versions: readonly string[][]) =>
  collate(versions.map((version) => compareTexts(text(base), text(version))))

const WATER = 'Стороны подтверждают важность справедливого использования водных ресурсов трансграничных рек.'
const ENERGY = 'Стороны приветствуют развитие возобновляемой энергетики и обмен опытом между компаниями региона.'
const TRADE = 'Министры отметили рост взаимной торговли и договорились упростить таможенные процедуры на границе.'
const HEALTH = 'Лидеры согласились создать сеть лабораторий для раннего выявления опасных инфекций.'
const BASE = [WATER, ENERGY, TRADE]

const fates = (collation: Collation, version: number) => collation.cells.map((cells) => cells[version]!.fate).join(' ')

describe('what a version did', () => {
  test.each([
    ['nothing', BASE, 'kept kept kept'],
    ['an edit', [WATER.replace('важность', 'приоритет'), ENERGY, TRADE], 'edited kept kept'],
    ['a paragraph left out', [WATER, TRADE], 'kept dropped kept'],
    ['a move', [ENERGY, TRADE, WATER], 'moved kept kept'],
    ['a merge', [`${WATER} ${ENERGY}`, TRADE], 'merged merged kept'],
    ['a split', [WATER.slice(0, 51), WATER.slice(52), ENERGY, TRADE], 'split kept kept'],
  ])('%s', (_, version, expected) => {
    expect(fates(of(BASE, version), 0)).toBe(expected)
  })

  test('additions stand where they were made, and the same words of two versions are one', () => {
    const { added } = of(BASE, [WATER, HEALTH, ENERGY, TRADE], [WATER, HEALTH, ENERGY, TRADE, 'Конец.'], BASE)
    expect(added.map((list) => list.map(({ text, by }) => `${text.slice(0, 6)} ${by.map(({ version }) => version).join('+')}`)))
      .toEqual([[], ['Лидеры 0+1'], [], ['Конец. 1']])
  })

  test('a merge deletes the end of the first paragraph alone', () => {
    const { cells } = of(BASE, [`${WATER} ${ENERGY}`, TRADE])
    expect(cells.map(([cell]) => cell!.endGone)).toEqual([true, false, false])
  })
})

describe('changes laid over each other', () => {
  const shown = (base: string, ...hands: string[]) =>
    overlay(base, hands.map((hand) => compareTexts(text([base]), text([hand])).rows.flatMap(({ ops }) => ops)))
      .map(({ text, insertedBy, deletedBy }) =>
        insertedBy.length > 0 ? `{+${text}|${insertedBy.join('')}}` : deletedBy.length > 0 ? `{-${text}|${deletedBy.join('')}}` : text)
      .join('')
  test.each([
    ['two hands on one word', 'Стороны отмечают рост', ['Стороны приветствуют рост', 'Стороны поддерживают рост'],
      'Стороны {-отмечают|01}{+приветствуют|0}{+поддерживают|1} рост'],
    ['the same change twice', 'Стороны отмечают рост', ['Стороны приветствуют рост', 'Стороны приветствуют рост'],
      'Стороны {-отмечают|01}{+приветствуют|01} рост'],
    ['deletions that overlap', 'один два три четыре пять шесть семь восемь', ['один четыре пять шесть семь восемь', 'один два пять шесть семь восемь'],
      'один {-два |0}{-три |01}{-четыре |1}пять шесть семь восемь'],
  ])('%s', (_, base, hands, expected) => {
    expect(shown(base, ...hands)).toBe(expected)
  })
})

/** Paragraphs of a version put together again from what was collated, by their indexes there; several of one row joined. */
function readBack({ base, versions, cells, added }: Collation, version: number): Map<number, string> {
  const found = new Map<number, string>()
  const rows = new Map<string, { cell: CollatedCell; text: string }[]>()
  for (const [index, ofAll] of cells.entries()) {
    const cell = ofAll[version]!
    if (cell.now.length === 0) continue
    const pieces = overlay(base.paragraphs[index]!.text, ofAll.map(({ ops }) => ops))
    rows.set(cell.now.join(), [...(rows.get(cell.now.join()) ?? []), { cell, text: textOfHand(pieces, version) }])
  }
  for (const parts of rows.values()) {
    const joined = parts.map(({ cell, text }, at) => text + (cell.endGone || at === parts.length - 1 ? '' : '\n')).join('')
    expect(joined).toBe(parts[0]!.cell.now.map((at) => versions[version]!.paragraphs[at]!.text).join('\n'))
    for (const at of parts[0]!.cell.now) found.set(at, versions[version]!.paragraphs[at]!.text)
  }
  for (const { text, by } of added.flat()) {
    for (const one of by) {
      if (one.version !== version) continue
      expect(found.has(one.paragraph)).toBe(false)
      found.set(one.paragraph, text)
    }
  }
  return found
}

test('every version can be read back to the letter, and every paragraph of the base has one fate in each', () => {
  fc.assert(fc.property(twoTexts, twoTexts, ([base, first], [second]) => {
    const versions = [first, base.toReversed(), second]
    const collation = of(base, ...versions)
    for (const [version, paragraphs] of versions.entries()) {
      expect(collation.cells.every((cells) => cells.length === versions.length)).toBe(true)
      const back = readBack(collation, version)
      expect([...back].sort(([a], [b]) => a - b).map(([, text]) => text)).toEqual(paragraphs)
    }
  }), { numRuns: 300 })
})

test('nothing to collate is a mistake of the caller', () => {
  expect(() => collate([])).toThrow(RangeError)
})
