// What is read off a text: numbers, words, hits, provenance, plain paragraphs from a clipboard.
import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import type { Block, Source } from '../../../shared/model/index.ts'
import { paragraphsOfText } from '../../../renderer/editor/clipboard/sanitise.ts'
import { provenanceOf } from '../../../renderer/editor/margins/provenance.ts'
import { $labels } from '../../../renderer/editor/numbering/extension.ts'
import { $outline, $wordCount } from '../../../renderer/editor/outline/outline.ts'
import { $find } from '../../../renderer/editor/search/find.ts'
import { defaultSession, type Session } from '../../../renderer/editor/session/extension.ts'
import { $createBlock } from '../../../renderer/editor/statement/blocks.ts'
import { block, deletion, insertion, paragraph as p } from '../../support/editor-harness/texts.ts'

function reading<T>(blocks: Block[], $read: () => T): T {
  const editor = createHeadlessEditor({ onError: (error) => { throw error } })
  editor.update(() => { $getRoot().append(...blocks.map($createBlock)) }, { discrete: true })
  return editor.read($read)
}

const session = (view: Session['view'] = 'all'): Session =>
  ({ ...defaultSession(), view, numbering: { sections: 'roman', clauses: 'continuous', items: 'letter' } })
const deleted = (text: string) => ({ text, revisions: [deletion('d')] })
const joined = { mark: [deletion('d')] }
const split = { mark: [insertion('i')] }

describe('numbers', () => {
  const cases: [what: string, blocks: Block[], all: (string | null)[], original: (string | null)[]][] = [
    ['count on', [block('heading', 'h'), p('a'), block('item', 'i'), p('b')], ['I.', '1.', 'a)', '2.'], ['I.', '1.', 'a)', '2.']],
    ['leave out what is deleted with its end', [p('a'), { ...p(deleted('b')), ...joined }, p('c')],
      ['1.', null, '2.'], ['1.', '2.', '3.']],
    ['count two joined paragraphs once, in front', [p('a'), { ...p('b'), ...joined }, p('c'), p('d')],
      ['1.', '2.', null, '3.'], ['1.', '2.', '3.', '4.']],
    ['count a split twice, and once in the original', [{ ...p('a'), ...split }, p('b'), p('c')],
      ['1.', '2.', '3.'], ['1.', null, '2.']],
    ['keep a label as written', [{ ...p('a'), label: '7 bis.' }, p('b')], ['7 bis.', '1.'], ['7 bis.', '1.']],
  ]
  it.each(cases)('%s', (_what, blocks, all, original) => {
    expect(reading(blocks, () => $labels(session()))).toEqual(all)
    expect(reading(blocks, () => $labels(session('original')))).toEqual(original)
  })
})

describe('words', () => {
  const cases = [['one two', 2], ['water-energy nexus', 2], ['2,5 млн. тонн', 3], ['Cap d’Ail – 1991', 3], ['', 0]] as const
  it.each(cases)('%j', (text, count) => {
    expect(reading([p(text), p(deleted('not this'))], () => $wordCount('ru'))).toBe(count)
  })
  it('of a language without spaces', () => {
    expect(reading([p('共同声明')], () => $wordCount('ja'))).toBeGreaterThan(0)
  })
})

describe('hits', () => {
  const cases: [text: string, query: string, options: Parameters<typeof $find>[1], found: [number, number][]][] = [
    ['Ёлка елка', 'ёлка', {}, [[0, 4], [5, 9]]],
    ['Ёлка елка', 'ёлка', { matchCase: true }, []],
    ['a\u00a0b', 'a b', {}, [[0, 3]]],
    ['aaaa', 'aa', {}, [[0, 2], [2, 4]]],
    ['waters water', 'water', { wholeWord: true }, [[7, 12]]],
    ['İ water', 'water', {}, [[2, 7]]],
    ['any', '', {}, []],
  ]
  it.each(cases)('in %j for %j', (text, query, options, found) => {
    expect(reading([p(text)], () => $find(query, options)).map(({ from, to }) => [from, to])).toEqual(found)
  })
})

describe('provenance', () => {
  const source = (text: string) => ({ citation: 'Oslo', number: '3', text }) as Source
  it.each([
    ['a b c d', 'a b c d', 'verbatim', 1],
    ['a b x d', 'a b c d', 'edited', 0.75],
    ['a b, c d', 'a b c d', 'edited', 0.99],
    ['x y', 'a b', 'edited', 0],
  ] as const)('%j against %j', (text, earlier, state, verbatim) => {
    expect(provenanceOf(text, source(earlier))).toMatchObject({ state, verbatim })
  })
  it('is new without a source', () => expect(provenanceOf('a', undefined).state).toBe('new'))
})

it('the outline leaves out headings that are deleted', () => {
  const blocks = [block('heading', 'One'), block('heading', deleted('Two')), { ...block('heading', 'Three'), level: 2 }]
  expect(reading(blocks, () => $outline(session())).map(({ text, level }) => [text, level])).toEqual([['One', 1], ['Three', 2]])
})

it('plain text of a clipboard loses what cannot be seen', () => {
  expect(paragraphsOfText('one\r\n\r\ntwo\u200b\u0007\u00ad\r\n')).toEqual([[{ text: 'one' }], [], [{ text: 'two' }]])
})
