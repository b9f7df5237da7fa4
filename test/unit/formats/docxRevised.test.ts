// A DOCX redline as a statement with its changes open: what it is accepted and rejected, and what travels with it.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { isReviewed, revisedStatement } from '../../../electron/core/formats/docx/revised.ts'
import { propose } from '../../../electron/core/importing/propose.ts'
import { blockText, statementSchema } from '../../../shared/model/statement.ts'
import { acceptAll, changesOf, rejectAll } from '../../../shared/redline/index.ts'
import { del, docxOf, ins, p, r } from '../../support/docx.ts'

const revised = (bytes: Uint8Array) => revisedStatement(readDocx(bytes), propose(bytes, 'a.docx'))
const texts = (statement: ReturnType<typeof revised>) => statement.blocks.map(blockText)
const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-01-01T00:00:00Z"`

describe('the texts of the statement', () => {
  const row = (content: string, change = '') =>
    `<w:tr>${change && `<w:trPr><w:${change} ${by('Row')}/></w:trPr>`}${content}</w:tr>`
  const cell = (content: string) => `<w:tc>${content}</w:tc>`
  it.each([
    ['an inserted row', p(r('before')) + `<w:tbl>${row(cell(p(r('a'))) + cell(p('')), 'ins') + row(cell(p(r('b'))))}</w:tbl>` +
      p(r('after'))],
    ['a deleted row', p(r('before')) + `<w:tbl>${row(cell(p(r('a')) + p(r('a2'))), 'del') + row(cell(p(r('b'))))}</w:tbl>` +
      p(r('after'))],
    ['a deleted row with an insertion inside', `<w:tbl>${row(cell(p(ins('a'))), 'del')}</w:tbl>` + p(r('after'))],
    ['a deleted end that is the last of a cell', `<w:tbl>${row(cell(p(r('a'), { end: 'del' })) + cell(p(r('b'))))}</w:tbl>` +
      p(r('z'))],
    ['a deleted paragraph that is the last of a cell',
      `<w:tbl>${row(cell(p(r('x')) + p(del('a'), { end: 'del' })) + cell(p(r('b'))))}</w:tbl>` + p(r('z'))],
    ['text that runs on into a deleted last one',
      `<w:tbl>${row(cell(p(r('x'), { end: 'del' }) + p(del('a'), { end: 'del' })) + cell(p(r('b'))))}</w:tbl>` + p(r('z'))],
    ['a deleted paragraph before a table', p(del('x'), { end: 'del' }) + `<w:tbl>${row(cell(p(r('a'))))}</w:tbl>` + p(r('z'))],
    ['a deleted end before a table', p(r('x'), { end: 'del' }) + `<w:tbl>${row(cell(p(r('a'))))}</w:tbl>` + p(r('z'))],
    ['a text box on joined paragraphs', p(r('a'), { end: 'del' }) +
      p(r('b') + `<w:r><w:txbxContent>${p(r('c'), { end: 'ins' }) + p(r('d'), { end: 'del' })}</w:txbxContent></w:r>`) +
      p(r('z'))],
  ])('%s', (_, body) => {
    const bytes = docxOf(body)
    const doc = readDocx(bytes)
    expect(texts(acceptAll(revised(bytes)))).toEqual(docxParagraphs(doc, 'accepted'))
    expect(texts(rejectAll(revised(bytes)))).toEqual(docxParagraphs(doc, 'rejected'))
  })

  const content = fc.array(fc.constantFrom(r('a '), r('b '), ins('new '), del('old '),
    `<w:ins ${by('B')}>${del('both ', 'C')}</w:ins>`), { maxLength: 3 }).map((parts) => parts.join(''))
  const paragraph = fc.tuple(content, fc.constantFrom('', '', 'ins', 'del')).map(([text, end]) => p(text, { end: end as '' }))
  const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
  const boxed = fc.tuple(paragraphs, content).map(([inner, text]) =>
    p(`<w:r><w:txbxContent>${inner}</w:txbxContent></w:r>${text}`))
  const table = fc.array(fc.tuple(fc.array(paragraphs, { minLength: 1, maxLength: 2 }), fc.constantFrom('', 'ins', 'del')),
    { minLength: 1, maxLength: 3 })
    .map((rows) => `<w:tbl>${rows.map(([cells, change]) => row(cells.map(cell).join(''), change)).join('')}</w:tbl>`)
  const body = fc.tuple(fc.array(fc.oneof(paragraphs, table, boxed), { minLength: 1, maxLength: 5 }),
    paragraph).map(([parts, last]) => p(r('Joint statement')) + parts.join('') + last + p(r('end')))

  it('are those of the file, for any tables, boxes and changes in them', { timeout: 60_000 }, () => {
    fc.assert(fc.property(body, (xml) => {
      const bytes = docxOf(xml)
      const doc = readDocx(bytes)
      const statement = revised(bytes)
      expect(texts(acceptAll(statement))).toEqual(docxParagraphs(doc, 'accepted'))
      expect(texts(rejectAll(statement))).toEqual(docxParagraphs(doc, 'rejected'))
      expect(statementSchema.safeParse(statement).success).toBe(true)
    }), { numRuns: 300 })
  })
})

describe('what travels with it', () => {
  const STYLES = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Paragraph"/></w:style>'
  const level = (at: number, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const place = (at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`
  const former = (properties: string) => `<w:pPrChange ${by('B')}><w:pPr>${properties}</w:pPr></w:pPrChange>`
  const frame = (middle: string) => p(r('Joint declaration')) +
    p(r('The Parties agreed as follows on the waters of the river.'), { properties: place(0) }) + middle +
    p(r('The Parties note the role of trade between their peoples.'), { properties: place(0) })
  const recastAt = (middle: string) => {
    const { kind, level, recast } = revised(docxOf(frame(middle), { styles: STYLES, numbering })).blocks[2]!
    return { now: [kind, level], was: recast?.was }
  }

  it.each([
    ['a heading that was a paragraph', p(r('Water'), { properties: '<w:pStyle w:val="H1"/>' + former('') }), ['heading', 1],
      { kind: 'paragraph' }],
    ['a paragraph that was a heading',
      p(r('The Parties welcome the outcome of the forum on water.'),
      { properties: place(0) + former('<w:pStyle w:val="H1"/>') }), ['paragraph', undefined], { kind: 'heading', level: 1 }],
    ['an item that was a clause', p(r('to share data on floods;'), { properties: place(1) + former(place(0)) }), ['item', 1],
      { kind: 'paragraph' }],
    ['a clause that was an item',
      p(r('The Parties share data on floods in the basin of the river.'), { properties: place(0) + former(place(1)) }),
      ['paragraph', undefined], { kind: 'item', level: 1 }],
    ['a clause in another style',
      p(r('The Parties share data on floods in the basin of the river.'),
      { properties: '<w:pStyle w:val="L"/>' + place(0) + former(place(0)) }), ['paragraph', undefined], undefined],
    ['a clause aligned anew',
      p(r('The Parties share data on floods in the basin of the river.'),
      { properties: place(0) + '<w:jc w:val="both"/>' + former(place(0)) }), ['paragraph', undefined], undefined],
  ])('%s', (_, middle, now, was) => expect(recastAt(middle)).toEqual({ now, was }))

  it('numbers stand as Word counts them, as if all were accepted; of what goes, as if nothing were', () => {
    const clause = (content: string, end: 'ins' | 'del' | '' = '') => p(content, { end, properties: place(0) })
    const bytes = docxOf(clause(r('one')) + clause(ins('new'), 'ins') + clause(del('old'), 'del') + clause(r('joined '), 'del') +
      clause(r('two')) + p(r('z')), { numbering })
    expect(revised(bytes).blocks.map(({ label }) => label)).toEqual(['1.', '2.', '2.', '3.', '3.', undefined])
    expect(acceptAll(revised(bytes)).blocks.map((block) => `${block.label} ${blockText(block)}`)).toEqual(['1. one', '2. new',
      '3. joined two', 'undefined z'])
  })

  it('moves, restylings and comments', () => {
    const move = (side: 'From' | 'To') =>
      `<w:move${side}RangeStart w:id="7" w:name="m"/><w:move${side} ${by('A')}>${r('moved')}</w:move${side}><w:move${side}RangeEnd w:id="7"/>`
    const bold = `<w:rPr><w:b/><w:rPrChange ${by('B')}><w:rPr/></w:rPrChange></w:rPr>`
    const body = p(move('From')) + p('<w:commentRangeStart w:id="0"/>' + r('bold', bold) + '<w:commentRangeEnd w:id="0"/>') +
      p(move('To'))
    const comments = `<w:comment w:id="0" w:author="C">${p(r('Why?'))}</w:comment>`
    const statement = revised(docxOf(body, { comments }))
    expect(changesOf(statement).map(({ kind, author }) => `${kind} ${author}`).sort()).toEqual(['format B', 'move A'])
    expect(statement.comments).toMatchObject([{ id: 'c1', author: 'C', text: 'Why?' }])
    expect(statement.blocks[1]!.runs).toMatchObject([{ text: 'bold', comments: ['c1'], restyled: [{ marks: ['bold'] }] }])
  })

  it.each([
    ['nothing', p(r('a')), false],
    ['an insertion', p(ins('a')), true],
    ['a split', p(r('a'), { end: 'ins' }) + p(''), true],
    ['a change of style', p(r('a'), { properties: '<w:pStyle w:val="H1"/>' + former('') }), true],
    ['a change of alignment only', p(r('a'), { properties: former('') }), false],
  ])('a file with %s is reviewed: %s', (_, body, is) => expect(isReviewed(readDocx(docxOf(body, { styles: STYLES })))).toBe(is))
})
