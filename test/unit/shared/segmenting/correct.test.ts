// Corrections by hand and the statement that comes of them: nothing is lost, whatever an officer does.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProposedParagraph, RawParagraph, Role } from '../../../../shared/model/proposal.ts'
import { blockText, statementSchema } from '../../../../shared/model/statement.ts'
import { assemble, mergeWithNext, relabel, segment, setEnd, setStart, splitAt } from '../../../../shared/segmenting/index.ts'

const TEXT = `Новости дня
Совместное заявление
Стороны заявляют о нижеследующем.
I. Вода
1. Стороны отметили рост.
2. Стороны одобрили план. Они призвали к миру.
/// ABC`
const raw: RawParagraph[] = TEXT.split('\n').map((text, i) => ({ text, line: i + 1 }))
const proposed = () => segment(raw, { fileName: 'a.txt', format: 'txt' })
const shown = (paragraphs: readonly ProposedParagraph[]) => paragraphs.map(({ role, label, text }) => [role, label, text].filter(Boolean).join(' | '))

describe('corrections', () => {
  it('starts from a sound proposal', () => {
    expect(shown(proposed().paragraphs)).toEqual(['left-out | Новости дня', 'title | Совместное заявление', 'chapeau | Стороны заявляют о нижеследующем.',
      'heading | I. | Вода', 'clause | 1. | Стороны отметили рост.', 'clause | 2. | Стороны одобрили план. Они призвали к миру.', 'left-out | /// ABC'])
  })

  it('relabel cuts a number off where the role has one, and puts it back where it has none', () => {
    const out = relabel(proposed().paragraphs, 4, 'left-out')
    expect(shown(out)[4]).toBe('left-out | 1. Стороны отметили рост.')
    expect(shown(relabel(out, 4, 'clause'))[4]).toBe('clause | 1. | Стороны отметили рост.')
    expect(relabel(out, 4, 'heading', 2)[4]).toMatchObject({ level: 2, confidence: 1, reasons: ['by-hand'] })
  })

  it('merges with the next, its number included', () => {
    const out = mergeWithNext(proposed().paragraphs, 4)
    expect(shown(out)[4]).toBe('clause | 1. | Стороны отметили рост. 2. Стороны одобрили план. Они призвали к миру.')
    expect(out[4]!.raw).toEqual([4, 5])
  })

  it('splits, and splits a merged one back', () => {
    const text = 'Стороны одобрили план.'
    expect(shown(splitAt(proposed().paragraphs, 5, text.length)).slice(5, 7)).toEqual(['clause | 2. | Стороны одобрили план.', 'clause | Они призвали к миру.'])
    const merged = mergeWithNext(proposed().paragraphs, 4)
    const back = splitAt(merged, 4, 'Стороны отметили рост.'.length, raw)
    expect(back).toMatchObject([{}, {}, {}, {}, { raw: [4] }, { raw: [5], label: '2.' }, {}])
    expect(shown(back)).toEqual(shown(proposed().paragraphs))
  })

  it('does not split at an end', () => expect(splitAt(proposed().paragraphs, 4, 0)).toEqual(proposed().paragraphs))

  it('moves the start down and up again', () => {
    const down = setStart(proposed().paragraphs, 3)
    expect(down.slice(0, 3).every(({ role }) => role === 'left-out')).toBe(true)
    expect(down[4]).toEqual(proposed().paragraphs[4])
    const up = setStart(down, 1)
    expect(shown(up).slice(1, 3)).toEqual(['title | Совместное заявление', 'chapeau | Стороны заявляют о нижеследующем.'])
  })

  it('moves the end', () => {
    expect(shown(setEnd(proposed().paragraphs, 4)).slice(5)).toEqual(['left-out | 2. Стороны одобрили план. Они призвали к миру.', 'left-out | /// ABC'])
    expect(setEnd(proposed().paragraphs, 6)[6]!.role).not.toBe('left-out')
  })

  it('finds a declaration where a press report was seen', () => {
    const news: ProposedParagraph[] = ['Новости', 'Стороны отметили рост.', '1. Вода'].map((text, i) => ({ role: 'passage', text, raw: [i], confidence: 1, reasons: [] }))
    expect(shown(setStart(news, 1)).slice(0, 2)).toEqual(['left-out | Новости', 'clause | Стороны отметили рост.'])
  })

  it('refuses an index that is none', () => expect(() => relabel([], 0, 'clause')).toThrow(RangeError))
})

const words = fc.constantFrom('Стороны', 'отметили', 'рост', 'вода', 'план', 'ОШ', 'мая', '2030', 'года', 'We', 'agree', 'the', 'Sides', 'I.', '1.', '(2)', '•', 'Article 3',
  '«лес»', '—', 'далее –', '\u00A0', '\t', 'сообщает', 'Фото:', 'заявляют о нижеследующем.', ',', ':', '😀')
const line = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' ')).filter((text) => text.trim() !== '')
const texts = fc.array(line, { maxLength: 25 }).map((list): RawParagraph[] => list.map((text, i) => ({ text, line: i + 1 })))

const squeeze = (text: string) => text.replace(/\s+/gu, '')
const squeezed = (paragraphs: readonly ProposedParagraph[]) => squeeze(paragraphs.map(({ label, text }) => (label ?? '') + text).join(''))
/** A number that stands there twice ("1. 1.") is cut off whole; otherwise every letter stays. */
const hasDoubled = (source: readonly RawParagraph[]) => squeeze(source.map(({ text }) => text).join('')).includes('1.1.')
const ROLES: readonly Role[] = ['left-out', 'title', 'chapeau', 'heading', 'clause', 'item', 'place-date', 'signature', 'passage']

describe('whatever the text', () => {
  it('every raw paragraph is in exactly one proposed one, and no letter is lost', () => {
    fc.assert(fc.property(texts, (source) => {
      fc.pre(!hasDoubled(source))
      const { paragraphs } = segment(source, { fileName: 'a.txt', format: 'txt' })
      expect(paragraphs.flatMap((paragraph) => paragraph.raw)).toEqual(source.map((_, i) => i))
      expect(squeezed(paragraphs)).toBe(squeeze(source.map(({ text }) => text).join('')))
    }), { numRuns: 300 })
  })

  it('assembling keeps all text that is not left out', () => {
    fc.assert(fc.property(texts, (source) => {
      const proposal = { ...segment(source, { fileName: 'a.txt', format: 'txt' }), raw: source }
      const statement = statementSchema.parse(assemble(proposal))
      const kept = proposal.paragraphs.filter((paragraph) => paragraph.role !== 'left-out')
      expect(squeeze(statement.blocks.map((block) => (block.label ?? '') + blockText(block)).join(''))).toBe(squeezed(kept))
      expect(statement.blocks.map((block) => block.id)).toEqual(kept.map((_, i) => `b${i + 1}`))
    }), { numRuns: 200 })
  })

  it('corrections keep every raw paragraph and every letter', () => {
    const step = fc.record({ act: fc.constantFrom('relabel', 'merge', 'split', 'start', 'end'), at: fc.nat(30), offset: fc.nat(40), role: fc.constantFrom(...ROLES) })
    fc.assert(fc.property(texts.filter((source) => source.length > 0), fc.array(step, { maxLength: 12 }), (source, steps) => {
      fc.pre(!hasDoubled(source))
      let { paragraphs } = segment(source, { fileName: 'a.txt', format: 'txt' })
      const before = squeezed(paragraphs)
      for (const { act, at, offset, role } of steps) {
        const index = at % paragraphs.length
        if (act === 'relabel') paragraphs = relabel(paragraphs, index, role)
        else if (act === 'merge' && index + 1 < paragraphs.length) paragraphs = mergeWithNext(paragraphs, index)
        else if (act === 'split') paragraphs = splitAt(paragraphs, index, offset, source)
        else if (act === 'start') paragraphs = setStart(paragraphs, index)
        else if (act === 'end') paragraphs = setEnd(paragraphs, index)
      }
      expect([...new Set(paragraphs.flatMap((paragraph) => paragraph.raw))].sort((a, b) => a - b)).toEqual(source.map((_, i) => i))
      expect(squeezed(paragraphs)).toBe(before)
    }), { numRuns: 200 })
  })
})

describe('assemble', () => {
  const paragraph = (text: string, rawIndex: number, rest: Partial<ProposedParagraph> = {}): ProposedParagraph =>
    ({ role: 'clause', text, raw: [rawIndex], confidence: 1, reasons: [], ...rest })
  const about = { ...proposed(), raw }

  it('keeps bold and italic in their places, the number cut off', () => {
    const source: RawParagraph[] = [{ text: '1. Стороны отметили рост', line: 1, hint: { marks: [{ from: 0, to: 10, mark: 'bold' }, { from: 11, to: 19, mark: 'italic' }] } }]
    const { blocks } = assemble({ ...about, raw: source, paragraphs: [paragraph('Стороны отметили рост', 0, { label: '1.' })] })
    expect(blocks[0]!.runs).toEqual([{ text: 'Стороны ', marks: ['bold'] }, { text: 'отметили ', marks: ['italic'] }, { text: 'рост' }])
  })

  it('keeps marks that lie over each other', () => {
    const source: RawParagraph[] = [{ text: 'да нет да', line: 1, hint: { marks: [{ from: 0, to: 9, mark: 'italic' }, { from: 3, to: 6, mark: 'bold' }, { from: 5, to: 9, mark: 'italic' }] } }]
    const { blocks } = assemble({ ...about, raw: source, paragraphs: [paragraph('да нет да', 0)] })
    expect(blocks[0]!.runs).toEqual([{ text: 'да ', marks: ['italic'] }, { text: 'нет ', marks: ['bold', 'italic'] }, { text: 'да', marks: ['italic'] }])
  })

  it('keeps marks in thousands of parts of one paragraph', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `слово${i}`)
    const source: RawParagraph[] = [{ text: words.join(' '), line: 1, hint: { marks: [{ from: 0, to: 5, mark: 'bold' }] } }]
    const { blocks } = assemble({ ...about, raw: source, paragraphs: words.map((text) => paragraph(text, 0)) })
    expect(blocks.flatMap((block) => block.runs.filter((run) => run.marks).map((run) => run.text))).toEqual(['слово'])
  })

  it('keeps marks in both parts of a paragraph split by hand', () => {
    const source: RawParagraph[] = [{ text: 'да да', line: 1, hint: { marks: [{ from: 3, to: 5, mark: 'bold' }] } }]
    const { blocks } = assemble({ ...about, raw: source, paragraphs: [paragraph('да', 0), paragraph('да', 0)] })
    expect(blocks.map((block) => block.runs)).toEqual([[{ text: 'да' }], [{ text: 'да', marks: ['bold'] }]])
  })

  it('gives marks up where the words were rewritten', () => {
    const source: RawParagraph[] = [{ text: 'да', line: 1, hint: { marks: [{ from: 0, to: 2, mark: 'bold' }] } }]
    expect(assemble({ ...about, raw: source, paragraphs: [paragraph('нет', 0)] }).blocks[0]!.runs).toEqual([{ text: 'нет' }])
  })

  it('says of a heading without a number that it has none, where others have', () => {
    const { blocks } = assemble({ ...about, numbering: { sections: 'roman', clauses: 'none', items: 'none' }, paragraphs: [
      paragraph('Вода', 3, { role: 'heading', level: 1, label: 'I.' }), paragraph('Лес', 3, { role: 'heading', level: 1 }), paragraph('Рост', 4)] })
    expect(blocks.map((block) => [block.kind, block.label, block.numbered])).toEqual([['heading', 'I.', undefined], ['heading', undefined, false], ['paragraph', undefined, undefined]])
  })
})
