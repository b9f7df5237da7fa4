// Reading DOCX: changes of text and of paragraph ends, both views, what stands in tables, and what is only reported.
import { describe, expect, it } from 'vitest'
import { docxParagraphs, readDocx, toRawParagraphs } from '../../../electron/core/formats/docx/read.ts'
import { del, docxOf, ins, p, r } from '../../support/docx.ts'

const cell = (content: string) => `<w:tc>${content}</w:tc>`
const row = (cells: string, change = '') =>
  `<w:tr>${change ? `<w:trPr><w:${change} w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:trPr>` : ''}${cells}</w:tr>`

const VIEWS: [name: string, body: string, accepted: string[], rejected: string[]][] = [
  ['plain text', p(r('One')) + p(r('Two')), ['One', 'Two'], ['One', 'Two']],
  ['a replacement', p(r('We ') + del('condemn') + ins('note') + r(' it')), ['We note it'], ['We condemn it']],
  ['a deletion inside an insertion', p(r('a') + `<w:ins w:id="1" w:author="B">${del('x')}</w:ins>`), ['a'], ['a']],
  ['an inserted end: a split', p(r('One'), { end: 'ins' }) + p(r(' two')), ['One', ' two'], ['One two']],
  ['a deleted end: a join', p(r('One'), { end: 'del' }) + p(r(' two')), ['One two'], ['One', ' two']],
  ['an inserted paragraph', p(ins('New'), { end: 'ins' }) + p(r('Old')), ['New', 'Old'], ['Old']],
  ['a deleted paragraph', p(del('Old'), { end: 'del' }) + p(r('Left')), ['Left'], ['Old', 'Left']],
  ['an appended last paragraph', p(r('Old'), { end: 'ins' }) + p(ins('New')), ['Old', 'New'], ['Old']],
  ['a deleted last paragraph', p(r('Left'), { end: 'del' }) + p(del('Old')), ['Left'], ['Left', 'Old']],
  [
    'a move',
    p(`<w:moveFrom w:id="1" w:author="A">${r('m')}</w:moveFrom>`) +
      p(r('x')) +
      p(`<w:moveTo w:id="2" w:author="A">${r('m')}</w:moveTo>`),
    ['', 'x', 'm'],
    ['m', 'x', ''],
  ],
  [
    'a table, row by row',
    `<w:tbl>${row(cell(p(r('a'))) + cell(p(r('b'))))}${row(cell(p(r('c'))))}</w:tbl>`,
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ],
  ['an inserted row', `<w:tbl>${row(cell(p(ins('a'))), 'ins')}</w:tbl>` + p(r('z')), ['a', 'z'], ['z']],
  ['a deleted row', `<w:tbl>${row(cell(p(del('a'))), 'del')}</w:tbl>` + p(r('z')), ['z'], ['a', 'z']],
  [
    'a deleted end at the end of a cell joins nothing',
    `<w:tbl>${row(cell(p(r('a'), { end: 'del' })) + cell(p(r('b'))))}</w:tbl>`,
    ['a', 'b'],
    ['a', 'b'],
  ],
  [
    'a deleted paragraph before a table',
    p(del('x'), { end: 'del' }) + `<w:tbl>${row(cell(p(r('a'))))}</w:tbl>`,
    ['a'],
    ['x', 'a'],
  ],
  [
    'tabs, breaks and special hyphens',
    p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>'),
    ['a\tb\nc\u2011d\u00ad'],
    ['a\tb\nc\u2011d\u00ad'],
  ],
  [
    'the result of a field, not its code',
    p(
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>' +
        r('7'),
    ),
    ['7'],
    ['7'],
  ],
  [
    'one of two versions of a drawing',
    p(
      '<w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r>',
    ),
    ['a'],
    ['a'],
  ],
  [
    'an inserted number is no inserted end',
    p(r('a'), { properties: '<w:numPr><w:ilvl w:val="0"/><w:ins w:id="1" w:author="A"/></w:numPr>' }) + p(r('b')),
    ['a', 'b'],
    ['a', 'b'],
  ],
  [
    'former properties hold no changes of their own',
    p(r('a'), {
      properties: '<w:pPrChange w:id="1" w:author="A"><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr></w:pPrChange>',
    }) + p(r('b')),
    ['a', 'b'],
    ['a', 'b'],
  ],
]

describe('views of a DOCX', () => {
  it.each(VIEWS)('%s', (_, body, accepted, rejected) => {
    const doc = readDocx(docxOf(body))
    expect(docxParagraphs(doc, 'accepted')).toEqual(accepted)
    expect(docxParagraphs(doc, 'rejected')).toEqual(rejected)
  })
})

describe('changes', () => {
  it('keep author, delegation, time and kind', () => {
    const [paragraph] = readDocx(docxOf(p(ins('new', 'A. Karimov (KZ)') + del('old', 'UZ')))).paragraphs
    expect(paragraph!.runs.map((run) => run.revisions?.[0])).toEqual([
      { id: 'r1', kind: 'insertion', author: 'A. Karimov', delegation: 'KZ', time: '2026-01-01T00:00:00Z' },
      { id: 'r2', kind: 'deletion', author: '', delegation: 'UZ', time: '2026-01-01T00:00:00Z' },
    ])
  })

  it('are one where they touch, two where text stands between', () => {
    const ids = (body: string) =>
      readDocx(docxOf(body))
        .paragraphs.flatMap(({ runs, mark }) => [...runs.flatMap((run) => run.revisions ?? []), ...(mark ?? [])])
        .map((revision) => revision.id)
    expect(new Set(ids(p(ins('a') + ins('b'), { end: 'ins' }) + p(ins('c')))).size).toBe(1)
    expect(new Set(ids(p(ins('a') + r('x') + ins('b')))).size).toBe(2)
    expect(new Set(ids(p(ins('a')) + p(ins('b')))).size).toBe(2)
  })
})

describe('what the file says of a paragraph', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="1"/></w:style>'
  const style = (id: string) => ({ properties: `<w:pStyle w:val="${id}"/>` })

  it('heading depth, title, centred, bold and italic', () => {
    const body =
      p(r('T'), style('T')) +
      p(r('H'), style('1')) +
      p(r('O'), style('Own')) +
      p(r('C'), { properties: '<w:jc w:val="center"/>' }) +
      p(r('D'), { properties: '<w:outlineLvl w:val="0"/>' }) +
      p(r('ab') + r('cd', '<w:rPr><w:b/><w:i w:val="0"/></w:rPr>'))
    expect(toRawParagraphs(readDocx(docxOf(body, { styles })), 'accepted')).toEqual([
      { text: 'T', line: 1, hint: { title: true, centered: true } },
      { text: 'H', line: 2, hint: { heading: 2 } },
      { text: 'O', line: 3, hint: { heading: 2 } },
      { text: 'C', line: 4, hint: { centered: true } },
      { text: 'D', line: 5, hint: { heading: 1 } },
      { text: 'abcd', line: 6, hint: { marks: [{ from: 2, to: 4, mark: 'bold' }] } },
    ])
  })

  it('tells what stands in a cell of a table', () => {
    const table = `<w:tbl><w:tr><w:tc>${p(r('in'))}</w:tc></w:tr></w:tbl>`
    expect(toRawParagraphs(readDocx(docxOf(table + p(r('after')))), 'accepted')).toEqual([
      { text: 'in', line: 1, hint: { cell: true } }, { text: 'after', line: 2 },
    ])
  })

  it('leaves blank paragraphs out and goes on counting', () => {
    expect(toRawParagraphs(readDocx(docxOf(p(r('a')) + p('') + p(r(' ')) + p(r('b')))), 'accepted')).toEqual([
      { text: 'a', line: 1 },
      { text: 'b', line: 4 },
    ])
  })
})

describe('nothing is left out unsaid', () => {
  const note = '<w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>'
  const CASES: [code: string, body: string][] = [
    ['docx-changes', p(ins('a'))],
    ['docx-format-changes', p(r('a', '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'))],
    ['docx-tables', `<w:tbl>${row(cell(p(r('a'))))}</w:tbl>`],
    ['docx-text-boxes', p(`<w:r><w:txbxContent>${p(r('boxed'))}</w:txbxContent></w:r>`)],
    ['docx-notes', p('<w:r><w:footnoteReference w:id="2"/></w:r>')],
    ['docx-comments', p('<w:r><w:commentReference w:id="0"/></w:r>')],
    ['docx-pictures', p('<w:r><w:drawing/></w:r>')],
    ['docx-hidden-text', p(r('a', '<w:rPr><w:vanish/></w:rPr>'))],
    ['docx-embedded', '<w:altChunk/>'],
  ]
  it.each(CASES)('%s', (code, body) => {
    expect(readDocx(docxOf(body, { footnotes: note })).warnings.map((warning) => warning.code)).toContain(code)
  })

  it('headers with words, but not page numbers alone', () => {
    expect(readDocx(docxOf(p(''), { header1: p(r('DRAFT')) })).warnings.map((warning) => warning.code)).toEqual(['docx-margins'])
    expect(readDocx(docxOf(p(''), { header1: p(r('7')) })).warnings).toEqual([])
  })

  it('keeps notes and the text of boxes', () => {
    const doc = readDocx(
      docxOf(
        p(r('x') + '<w:r><w:footnoteReference w:id="2"/></w:r>') +
          p(`<w:r><w:t>b</w:t><w:txbxContent>${p(r('boxed'))}</w:txbxContent></w:r>`),
        { footnotes: note },
      ),
    )
    expect(doc.notes.map((entry) => [entry.number, entry.paragraphs[0]!.runs[0]!.text])).toEqual([[1, 'Note']])
    expect(docxParagraphs(doc, 'accepted')).toEqual(['x', 'boxed', 'b'])
  })
})
