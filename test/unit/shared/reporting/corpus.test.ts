// The real statement against a copy that was edited by script, so that the truth is known: every fate, every figure, every
// verb. Its words stay out of this file as far as they are not the edits themselves.
import { describe, expect, test } from 'vitest'
import type { ComparedParagraph, ComparedText } from '../../../../shared/model/comparison.ts'
import type { Fate, Report } from '../../../../shared/model/report.ts'
import { corpus, corpusFile } from '../../../support/corpus.ts'
import { reportOn, textOf } from '../../../support/reports.ts'

/** Edits by the count of the clause in the earlier text, from 1. */
class Edited {
  readonly #paragraphs: (ComparedParagraph & { clause: number })[]

  constructor(text: ComparedText) {
    let clause = 0
    this.#paragraphs = text.paragraphs.map((paragraph) => ({ ...paragraph, clause: paragraph.kind === 'paragraph' ? ++clause : 0 }))
  }

  #at(clause: number): number {
    const index = this.#paragraphs.findIndex((paragraph) => paragraph.clause === clause)
    if (index < 0) throw new RangeError(`no clause ${clause}`)
    return index
  }

  replace(clause: number, from: string | RegExp, to: string): void {
    const at = this.#at(clause)
    const { text } = this.#paragraphs[at]!
    const changed = text.replace(from, to)
    if (changed === text) throw new RangeError(`clause ${clause} has no ${from}`)
    this.#paragraphs[at] = { ...this.#paragraphs[at]!, text: changed }
  }

  drop(clause: number): void {
    this.#paragraphs.splice(this.#at(clause), 1)
  }

  /** Puts a clause before another. */
  move(clause: number, before: number): void {
    const [taken] = this.#paragraphs.splice(this.#at(clause), 1)
    this.#paragraphs.splice(this.#at(before), 0, taken!)
  }

  /** Makes each sentence a paragraph. */
  split(clause: number): void {
    const at = this.#at(clause)
    const [first, ...rest] = this.#paragraphs[at]!.text.split(/(?<=\p{L}{4}\.) (?=\p{Lu})/u)
    if (rest.length === 0) throw new RangeError(`clause ${clause} is one sentence`)
    const { kind, label } = this.#paragraphs[at]!
    this.#paragraphs.splice(at, 1, { ...this.#paragraphs[at]!, text: first! }, ...rest.map((text) => ({ text, kind, label, clause: 0 })))
  }

  /** Joins a clause to the one before it, or to the end of any other. */
  merge(clause: number, into: number): void {
    const [taken] = this.#paragraphs.splice(this.#at(clause), 1)
    const at = this.#at(into)
    this.#paragraphs[at] = { ...this.#paragraphs[at]!, text: `${this.#paragraphs[at]!.text.trim()} ${taken!.text.trim()}` }
  }

  insert(before: number, text: string): void {
    this.#paragraphs.splice(this.#at(before), 0, { text, kind: 'paragraph', label: null, clause: 0 })
  }

  text(): ComparedParagraph[] {
    return this.#paragraphs.map(({ text, kind, label }) => ({ text, kind, label }))
  }
}

const fatesBut = (report: Report, fate: Fate) =>
  Object.fromEntries(report.clauses.filter((clause) => clause.fate !== fate).map((clause) => [clause.place.clause!, clause.fate]))

describe.skipIf(!corpus)('an edited copy of the statement', () => {
  const old = corpus ? textOf(corpusFile('000')) : null!
  const made = (edit: (copy: Edited) => void): Report => {
    const copy = new Edited(old)
    edit(copy)
    return reportOn(old, { ...old, paragraphs: copy.text() })
  }

  test('every clause has the fate that the script gave it, and they add up', () => {
    const report = made((copy) => {
      copy.drop(15)
      copy.drop(54)
      copy.replace(2, '«зелёных»', '"зеленых"')
      copy.replace(4, 'поддерживают', 'отмечают')
      copy.replace(8, '18-19 октября 2022 г.', '20–21 октября 2023 г.')
      copy.replace(12, ' и Кыргызстана', '')
      copy.split(21)
      copy.move(6, 41)
      copy.merge(29, 28)
      // Not a neighbour: the comparison alone takes it for deleted.
      copy.merge(57, 10)
      copy.replace(30, 'выразила готовность продолжать', 'изучит возможность')
      copy.replace(31, 'Стороны', 'Китайская сторона')
      copy.insert(65, 'Стороны договорились учредить премию имени первого мореплавателя озера и вручать её раз в четыре года.')
    })
    expect(fatesBut(report, 'kept')).toEqual({
      4: 'edited', 6: 'moved', 8: 'edited', 10: 'merged', 12: 'edited', 15: 'dropped', 21: 'split', 28: 'merged', 29: 'merged', 30: 'edited',
      31: 'edited', 54: 'dropped', 57: 'merged',
    })
    expect(Object.values(report.fates).reduce((sum, count) => sum + count)).toBe(71)
    expect(report.old.clauses).toBe(71)
    expect(report.added.map(({ text }) => text)).toEqual([expect.stringContaining('премию')])
    expect(report.apart).toEqual([])
    expect(report.facts.filter(({ at }) => at.old).map(({ kind, old: was, new: is, at }) => [at.old!.clause, kind, was, is])).toEqual([
      [8, 'date', '18-19 октября 2022 г.', '20–21 октября 2023 г.'],
      [12, 'state', 'Кыргызстана', null],
      [15, 'ordinal', '4-го Регионального диалога', null],
      [15, 'name', 'Регионального диалога', null],
      [15, 'date', '26-27 мая 2022 г.', null],
    ])
    expect(report.verbs.map(({ kind, old: was, new: is, shift, subject, at }) => [at.old.clause, kind, was, is, shift, subject])).toEqual([
      [4, 'verb', 'поддерживают', 'отмечают', -2, null],
      [30, 'verb', 'выразила готовность', 'изучит возможность', -2, null],
      [31, 'subject', 'Стороны', 'Китайская сторона', null, 'narrowed'],
    ])
  })

  test('any clause that is deleted is told, whatever else was done', () => {
    for (let clause = 1; clause <= 71; clause++) {
      const report = made((copy) => {
        copy.drop(clause)
        for (const [moved, before] of [[3, 60], [40, 5], [66, 20]] as const) if (moved !== clause && before !== clause) copy.move(moved, before)
        for (const other of [9, 33, 52]) if (other !== clause) copy.replace(other, /Стороны/u, 'Участники')
      })
      expect(report.clauses.filter(({ fate }) => fate === 'dropped').map(({ place }) => place.clause)).toEqual([clause])
    }
  })
})

test.skipIf(!corpus)('two different statements: nothing is made to look alike', () => {
  const report = reportOn(textOf(corpusFile('000')), textOf(corpusFile('004')))
  expect(report.fates).toEqual({ kept: 0, edited: 0, moved: 0, split: 0, merged: 0, dropped: 71 })
  expect(report.added).toHaveLength(53)
  expect(report.verbs).toEqual([])
})
