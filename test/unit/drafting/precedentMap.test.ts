// The map of precedents: each paragraph verbatim, edited or new, every word counted once, and the novel words where they stand.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn, clausesIn, mappedOf, totalsOf } from '../../../renderer/features/drafting/map/precedentMap.ts'
import type { Precedent } from '../../../shared/contract/precedents.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { settled, sharesOf } from '../../../shared/reporting/index.ts'

const AGREED = 'Стороны подтверждают обмен гидрологическими данными на ежегодной основе.'
const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ id: `b${text.length}`, kind, runs: [{ text }] })

/** As the library answers. */
function precedent(earlier: string, text: string): Precedent {
  const ops = settled(wordDiff(earlier, text))
  return { hit: { citation: 'Ольмин 2021', number: '6' } as Precedent['hit'], share: sharesOf(ops).new, ops, also: [] }
}
const mapped = (text: string, earlier: string | null) => mappedOf({ block: block(text), index: 0, text }, earlier === null ? null : precedent(earlier, text))
const novelWords = (text: string, earlier: string | null) => mapped(text, earlier).novel.map(([from, to]) => text.slice(from, to))

describe('a paragraph', () => {
  const rows: [what: string, text: string, earlier: string | null, state: string, kept: number, fresh: number, novel: string[]][] = [
    ['to the letter is verbatim', AGREED, AGREED, 'verbatim', 8, 0, []],
    ['with other spaces and quotes is verbatim', AGREED.replace(' на ', '\u00a0на '), AGREED, 'verbatim', 8, 0, []],
    ['with another word is edited, and the word is novel', AGREED.replace('ежегодной', 'ежемесячной'), AGREED, 'edited', 7, 1, ['ежемесячной']],
    ['with words taken out is edited, without a novel one', AGREED.replace(' на ежегодной основе', ''), AGREED, 'edited', 5, 0, []],
    ['without precedent is new as a whole', 'Стороны открыли музей.', null, 'new', 0, 3, ['Стороны открыли музей.']],
    ['that shares too little is new', 'Стороны открыли новый музей рек.', AGREED, 'new', 0, 5, ['Стороны открыли новый музей рек.']],
  ]
  test.each(rows)('%s', (_what, text, earlier, state, kept, fresh, novel) => {
    expect(mapped(text, earlier)).toMatchObject({ state, kept, fresh })
    expect(novelWords(text, earlier)).toEqual(novel)
  })

  test('counts where it is a clause with words, as it reads with every change accepted', () => {
    const statement = { blocks: [block('Заявление', 'title'), block(AGREED), block('  '), block('а) пункт', 'item'), {
      ...block(''), id: 'changed', runs: [{ text: 'Было', revisions: [{ id: 'r', kind: 'deletion' as const, author: '', delegation: '', time: '' }] }, { text: 'Стало' }],
    }] } as Pick<Statement, 'blocks'> as Statement
    expect(clausesIn(statement).map(({ index, text }) => [index, text])).toEqual([[1, AGREED], [3, 'а) пункт'], [4, 'Стало']])
  })
})

const words = fc.array(fc.constantFrom('вода', 'река', 'данные', 'обмен', 'мост', 'Стороны'), { minLength: 1, maxLength: 15 }).map((list) => list.join(' '))

test('the sums add up, whatever is compared', () => fc.assert(fc.property(fc.array(fc.tuple(words, fc.option(words)), { maxLength: 8 }), (pairs) => {
  const all = pairs.map(([text, earlier]) => mapped(text, earlier))
  const { verbatim, edited, new: fresh, words: whole } = totalsOf(all)
  expect(verbatim + edited + fresh).toBe(whole)
  expect(whole).toBe(pairs.reduce((sum, [text]) => sum + text.split(' ').length, 0))
})))

test('novel words are told where they stand in the text, and are as many as are counted', () => fc.assert(fc.property(words, words, (text, earlier) => {
  const one = mapped(text, earlier)
  const { novel, blocks } = drawn([one])
  for (const { from, to, found } of novel) expect(text.slice(from, to)).toBe(found)
  expect(novel.flatMap(({ found }) => found.trim().split(/\s+/u)).length).toBe(one.fresh)
  expect(blocks.get(one.blockId)!.verbatim === 1).toBe(one.state === 'verbatim')
})))
