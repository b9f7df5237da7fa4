// Fates: one for every clause, and none of them hides that a clause was dropped.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FATES, type Report } from '../../../../shared/model/report.ts'
import { templates } from '../../../support/services.ts'
import { clausesText, reportBetween, reportOn, textOf } from '../../../support/reports.ts'

const WATER = 'Стороны подтверждают важность справедливого и рационального использования водных ресурсов трансграничных рек.'
const ENERGY = 'Стороны приветствуют развитие возобновляемой энергетики и обмен опытом между энергетическими компаниями региона.'
const TRADE = 'Министры отметили рост взаимной торговли и договорились упростить таможенные процедуры на границе.'
const CULTURE = 'Участники поддержали проведение Дней культуры и студенческих обменов между ведущими университетами.'
const HEALTH = 'Лидеры согласились создать сеть лабораторий для раннего выявления опасных инфекций.'
const ALL = [WATER, ENERGY, TRADE, CULTURE, HEALTH]

const fates = (report: Report) => report.clauses.map(({ fate }) => fate).join(' ')

describe('fates', () => {
  test.each([
    ['the same text', ALL, ALL, 'kept kept kept kept kept', 0],
    ['only typography', [WATER, 'Стороны подтвердили «зелёный» курс – и мир.'], [WATER, 'стороны подтвердили "зеленый" курс - и мир.'], 'kept kept', 0],
    ['an edit', [WATER, ENERGY], [WATER.replace('важность', 'приоритет'), ENERGY], 'edited kept', 0],
    ['a move', ALL, [ENERGY, TRADE, CULTURE, HEALTH, WATER], 'moved kept kept kept kept', 0],
    ['one for another', [WATER, TRADE, ENERGY], [WATER, HEALTH, ENERGY], 'kept dropped kept', 1],
    ['one for another that shares the formula only', ['Стороны подтверждают важность обмена опытом в области туризма.'],
      ['Стороны подтверждают важность строительства железных дорог через перевалы.'], 'dropped', 1],
    ['reworded, its words in other cases', [WATER, 'Стороны проводят ежегодные учения спасательных служб на приграничных участках рек.', ENERGY],
      [WATER, 'Лидеры поддержали проведение ежегодных учений спасательных служб на приграничных участках рек и расширение их программы.', ENERGY],
      'kept edited kept', 0],
    ['merged with its neighbour', [WATER, ENERGY, TRADE], [WATER, `${ENERGY} ${TRADE}`], 'kept merged merged', 0],
    ['merged into one far away', ALL, [`${WATER} ${HEALTH}`, ENERGY, TRADE, CULTURE], 'merged kept kept kept merged', 0],
    ['split', [`${WATER} ${ENERGY}`, TRADE], [WATER, ENERGY, TRADE], 'split kept', 0],
    ['split, the second half far away', [`${ENERGY} ${HEALTH}`, TRADE, CULTURE], [ENERGY, TRADE, CULTURE, HEALTH], 'split kept kept', 0],
    ['all gone', ALL, [], 'dropped dropped dropped dropped dropped', 0],
    ['all new', [], ALL, '', 5],
  ])('%s', (_, old, now, expected, added) => {
    const report = reportBetween(old, now)
    expect(fates(report)).toBe(expected)
    expect(report.added).toHaveLength(added)
  })

  test('a clause that is dropped beside one very like it is told', () => {
    const twin = WATER.replace('справедливого', 'разумного')
    const report = reportBetween([WATER, ENERGY, twin], [WATER, ENERGY])
    expect(fates(report)).toBe('kept kept dropped')
    expect(report.clauses[2]!.nearest).toMatchObject({ text: WATER, place: { clause: 1 } })
    expect(report.clauses[2]!.nearest!.share).toBeGreaterThan(85)
  })

  test('a formula that both use is no wording of a dropped clause', () => {
    const sample = (name: string) => textOf(join(templates, 'samples', `${name}.txt`))
    const report = reportOn(sample('olmin-2021-en'), sample('terven-2023-en'))
    // Of "The Parties note the importance of …" the other text has one more.
    expect(report.clauses[4]).toMatchObject({ fate: 'dropped', nearest: null })
  })

  test('a phrase that is lost is told, one that stands elsewhere is not', () => {
    const old = [`${WATER.slice(0, -1)}, в том числе в интересах государств нижнего течения.`, ENERGY]
    expect(reportBetween(old, [WATER, ENERGY]).clauses[0]!.lost).toEqual(['в том числе в интересах государств нижнего течения'])
    const moved = [WATER, `${ENERGY.slice(0, -1)}, в том числе в интересах государств нижнего течения.`]
    expect(reportBetween(old, moved).clauses[0]!.lost).toEqual([])
  })

  test('places tell number, section and the count within it; headings are told apart', () => {
    const text = (clauses: string[]) => ({
      ...clausesText([]),
      paragraphs: [
        { text: 'Вода', label: 'I.', kind: 'heading' as const },
        ...clauses.map((one, index) => ({ text: one, label: `${index + 1}.`, kind: 'paragraph' as const })),
      ],
    })
    const report = reportOn(text([WATER, ENERGY]), { ...text([WATER]), paragraphs: text([WATER]).paragraphs.slice(1) })
    expect(report.clauses[1]!.place).toEqual({ paragraph: 2, kind: 'paragraph', number: '2', clause: 2, section: 'I. Вода', inSection: 2 })
    expect(report.apart.map(({ fate, text: words }) => [fate, words])).toEqual([['dropped', 'Вода']])
    expect(report.old.clauses).toBe(2)
  })
})

/** The clauses of the samples that came with Alternat, in one language. */
const samples = (language: string) => readdirSync(join(templates, 'samples')).filter((file) => file.endsWith(`${language}.txt`))
  .map((file) => textOf(join(templates, 'samples', file)).paragraphs.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text))

describe.each(['ru', 'en'] as const)('generated copies of the samples, %s', (language) => {
  const texts = samples(language)

  test('fates add up, and every later clause has a source or is new', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (old, now) => {
      const report = reportBetween(old, now, language)
      expect(FATES.reduce((sum, fate) => sum + report.fates[fate], 0)).toBe(old.length)
      expect(report.clauses.map(({ place }) => place.clause)).toEqual(old.map((_, index) => index + 1))
      const sourced = new Set(report.clauses.flatMap(({ now: places }) => places.map(({ clause }) => clause)))
      const fresh = report.added.map(({ place }) => place.clause)
      expect(fresh.every((clause) => !sourced.has(clause))).toBe(true)
      expect(new Set([...sourced, ...fresh]).size).toBe(now.length)
    }), { numRuns: 9 })
  })

  const edits = fc.array(fc.record({ kind: fc.constantFrom('move', 'word', 'term'), at: fc.nat(), to: fc.nat() }), { maxLength: 12 })

  test('one clause deleted among any moves and edits is the one that is dropped', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.nat(), edits, (clauses, gone, steps) => {
      const dropped = gone % clauses.length
      let now = clauses.filter((_, index) => index !== dropped)
      for (const { kind, at, to } of steps) {
        const index = at % now.length
        const text = now[index]!
        if (kind === 'move') now = now.toSpliced(index, 1).toSpliced(to % now.length, 0, text)
        else if (kind === 'term') now = now.map((one) => one.replaceAll(/Стороны/gu, 'Участники').replaceAll('Parties', 'Participants'))
        else {
          const words = text.split(' ')
          now = now.with(index, words.with(to % words.length, language === 'ru' ? 'соответственно' : 'accordingly').join(' '))
        }
      }
      const report = reportBetween(clauses, now, language)
      expect(report.clauses.filter(({ fate }) => fate === 'dropped').map(({ text }) => text)).toEqual([clauses[dropped]])
    }), { numRuns: 150 })
  })
})
