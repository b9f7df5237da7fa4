// Tracked changes of every kind as Word and others write them: who, when, what; and those that are damaged.
import { describe, expect, it } from 'vitest'
import { listRevisions } from '../../../electron/core/formats/docx/listed.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import type { Revision, Run } from '../../../shared/model/statement.ts'
import { del, docxOf, ins, p, r } from '../../support/docx.ts'

const by = (author: string, id = 1) => `w:id="${id}" w:author="${author}" w:date="2026-01-01T00:00:00Z"`
const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const STYLES =
  ['1', '2'].map((n) => `<w:style w:type="paragraph" w:styleId="H${n}"><w:name w:val="heading ${n}"/></w:style>`).join('') +
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Own"><w:basedOn w:val="Strong"/><w:rPr><w:i/></w:rPr></w:style>'
const read = (body: string, parts: Parameters<typeof docxOf>[1] = {}) => readDocx(docxOf(body, { styles: STYLES, ...parts }))
const runsOf = (body: string) => read(body).paragraphs.flatMap(({ runs }) => runs)
const listed = (body: string) =>
  listRevisions(read(body)).map(({ kind, author, text, paragraph, from }) =>
    `${kind} ${author} ${paragraph}${from === undefined ? '' : `<${from}`} ${text}`.trim())

const range = (side: 'From' | 'To', name: string, content: string, id = 7) =>
  `<w:move${side}RangeStart w:id="${id}" w:name="${name}" w:author="A"/>${content}<w:move${side}RangeEnd w:id="${id}"/>`
const away = (text: string, author = 'A') => `<w:moveFrom ${by(author)}>${r(text)}</w:moveFrom>`
const here = (text: string, author = 'A') => `<w:moveTo ${by(author)}>${r(text)}</w:moveTo>`

describe('moves', () => {
  const moved = p(range('From', 'm', away('Moved.')), { end: 'moveFrom' }) + p(r('Stays.')) +
    p(range('To', 'm', here('Moved.'), 8), { end: 'moveTo' }) + p(r('End.'))

  it('are pairs by the name of their ranges, ends of paragraphs included', () => {
    const halves = read(moved).paragraphs.flatMap(({ runs, mark = [] }) =>
      [...runs.flatMap(({ revisions = [] }) => revisions), ...mark])
    expect(halves.map(({ kind, move }) => [kind, move])).toEqual([
      ['deletion', 'm1'], ['deletion', 'm1'], ['insertion', 'm1'], ['insertion', 'm1'],
    ])
    expect(listed(moved)).toEqual(['move A 2<0 Moved.'])
  })

  it('over several paragraphs, their ranges around the paragraphs', () => {
    const two = (side: 'moveFrom' | 'moveTo', half: typeof away) =>
      p(half('One.'), { end: side }) + p(half('Two.'), { end: side })
    const body = p(r('Before.')) + range('From', 'm', two('moveFrom', away)) + p(r('Between.')) +
      range('To', 'm', two('moveTo', here)) + p(r('End.'))
    expect(listed(body)).toEqual(['move A 4<1 One.\nTwo.'])
    expect(docxParagraphs(read(body), 'accepted')).toEqual(['Before.', 'Between.', 'One.', 'Two.', 'End.'])
    expect(docxParagraphs(read(body), 'rejected')).toEqual(['Before.', 'One.', 'Two.', 'Between.', 'End.'])
  })

  it('one inside a paragraph, with edits in the text that moved', () => {
    const body = p(range('From', 'm', away('word ')) + r('and ')) + p(range('To', 'm', here('wo') + del('rd', 'B') + here(' ')))
    expect(listed(body)).toEqual(['move A 1<0 wo', 'deletion B 1 rd'])
  })

  const DEGRADED: [name: string, body: string, changes: string[]][] = [
    ['no other half', p(range('From', 'm', away('a'))) + p(r('b')), ['deletion A 0 a']],
    ['no range at all', p(away('a')) + p(r('b')) + p(here('a')), ['deletion A 0 a', 'insertion A 2 a']],
    ['another name', p(range('From', 'm', away('a'))) + p(range('To', 'n', here('a'))), ['deletion A 0 a', 'insertion A 1 a']],
    [
      'a range without an end',
      p('<w:moveFromRangeStart w:id="7" w:name="m"/>' + away('a')) + p(range('To', 'm', here('a'))),
      ['deletion A 0 a', 'insertion A 1 a'],
    ],
    [
      'an end without a range',
      p('<w:moveFromRangeEnd w:id="7"/>' + away('a')) + p(range('To', 'm', here('a'))),
      ['deletion A 0 a', 'insertion A 1 a'],
    ],
    [
      'ranges that cross',
      p('<w:moveFromRangeStart w:id="1" w:name="m"/>' + away('a') + '<w:moveFromRangeStart w:id="2" w:name="n"/>' + away('b') +
        '<w:moveFromRangeEnd w:id="1"/>' + away('c') + '<w:moveFromRangeEnd w:id="2"/>') +
        p(range('To', 'm', here('ab'))) + p(range('To', 'n', here('bc'))),
      ['deletion A 0 abc', 'insertion A 1 ab', 'insertion A 2 bc'],
    ],
    [
      'a range within another',
      p(range('From', 'm', away('a') + range('From', 'n', away('b'), 9) + away('c'))) + p(range('To', 'm', here('abc'))) +
        p(range('To', 'n', here('b'))),
      ['deletion A 0 abc', 'insertion A 1 abc', 'insertion A 2 b'],
    ],
    ['a name that is empty', p(range('From', '', away('a'))) + p(range('To', '', here('a'))),
      ['deletion A 0 a', 'insertion A 1 a']],
    ['a range with nothing moved in it', p(range('From', 'm', r('a'))) + p(range('To', 'm', here('b'))), ['insertion A 1 b']],
  ]
  it.each(DEGRADED)('with %s are a deletion and an insertion', (_, body, changes) => {
    expect(listed(body)).toEqual(changes)
    const doc = read(body)
    expect(doc.paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ revisions = [] }) => revisions.map(({ move }) => move)))).not.toContain('m1')
  })

  it('degraded ones are told of', () => {
    expect(read(DEGRADED[0]![1]).warnings).toContainEqual({ code: 'docx-moves', message: expect.stringMatching(/: 1$/) })
    expect(read(moved).warnings.map(({ code }) => code)).not.toContain('docx-moves')
  })

  it('of one id are told apart by their names', () => {
    const body = p(range('From', 'm', away('a'), 0) + r('x') + range('From', 'n', away('b'), 0)) +
      p(range('To', 'n', here('b'), 0) + r('y') + range('To', 'm', here('a'), 0))
    expect(listed(body)).toEqual(['move A 1<0 a', 'move A 1<0 b'])
  })
})

describe('changes of format', () => {
  const change = (now: string, before: string, author = 'A') =>
    `<w:rPr>${now}<w:rPrChange ${by(author)}><w:rPr>${before}</w:rPr></w:rPrChange></w:rPr>`
  const CASES: [name: string, properties: string, run: Partial<Run>, switched: string[] | null][] = [
    ['bold on', change('<w:b/>', ''), { marks: ['bold'] }, ['bold']],
    ['bold off', change('', '<w:b/>'), {}, ['bold']],
    ['bold off by value', change('<w:b w:val="0"/>', '<w:b w:val="1"/>'), {}, ['bold']],
    ['underline to none', change('<w:u w:val="none"/>', '<w:u w:val="single"/>'), {}, ['underline']],
    ['from bold to italic', change('<w:i/>', '<w:b/>'), { marks: ['italic'] }, ['bold', 'italic']],
    ['by a character style', change('<w:rStyle w:val="Strong"/>', ''), { marks: ['bold'] }, ['bold']],
    ['from a style to its heir', change('<w:rStyle w:val="Own"/>', '<w:rStyle w:val="Strong"/>'), { marks: ['bold', 'italic'] },
      ['italic']],
    ['a style switched off by hand', change('<w:rStyle w:val="Strong"/><w:b w:val="false"/>', ''), {}, null],
    ['of size only', change('<w:b/><w:sz w:val="28"/>', '<w:b/>'), { marks: ['bold'] }, null],
  ]
  it.each(CASES)('%s', (_, properties, run, switched) => {
    const [found] = runsOf(p(r('word', properties)))
    const restyled = [{ id: 'r1', author: 'A', delegation: '', time: '2026-01-01T00:00:00Z', marks: switched }]
    expect(found).toEqual({ text: 'word', ...run, ...(switched && { restyled }) })
    expect(listed(p(r('word', properties)))).toEqual(['format A 0 word'])
  })

  it('are one over runs that touch, where they did the same', () => {
    const bold = (text: string, more = '') => r(text, change(`<w:b/>${more}`, more))
    const ids = (body: string) => runsOf(body).map(({ restyled }) => restyled?.[0]?.id)
    expect(ids(p(bold('a', '<w:i/>') + bold('b')) + p(bold('c')))).toEqual(['r1', 'r1', 'r1'])
    expect(ids(p(bold('a') + r('x') + bold('b')))).toEqual(['r1', undefined, 'r2'])
    expect(ids(p(bold('a') + r('b', change('', '<w:b/>'))))).toEqual(['r1', 'r1'])
  })

  it('stand beside insertions and deletions', () => {
    const [run] = runsOf(p(`<w:ins ${by('B')}>${r('new', change('<w:b/>', ''))}</w:ins>`))
    expect([run!.revisions![0]!.author, run!.restyled![0]!.author]).toEqual(['B', 'A'])
  })

  const former = (before: string) => `<w:pPrChange ${by('B')}><w:pPr>${before}</w:pPr></w:pPrChange>`
  it.each([
    ['made a heading', style('H1') + former(''), { style: 'heading 1', heading: 1 }, {}],
    ['was a heading', former(style('H2')), {}, { style: 'heading 2', heading: 2 }],
    ['a heading of another depth', style('H1') + former(style('H2')), { heading: 1 }, { style: 'heading 2', heading: 2 }],
    ['made the title', style('T') + former(style('H1')), { title: true }, { style: 'heading 1', heading: 1 }],
    ['an outline level', '<w:outlineLvl w:val="0"/>' + former(''), { heading: 1 }, {}],
    ['moved down in its list', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>' +
      former('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
      { list: { id: '3', level: 1 } }, { list: { level: 0 } }],
  ])('a paragraph %s', (_, properties, now, before) => {
    const [paragraph] = read(p(r('word'), { properties })).paragraphs
    expect(paragraph).toMatchObject(now)
    expect(paragraph!.former).toEqual({ id: 'r1', author: 'B', delegation: '', time: '2026-01-01T00:00:00Z', ...before })
    expect(listed(p(r('word'), { properties }))).toEqual(['format B 0 word'])
  })

  it('of alignment, of a number and of the end alone are listed and counted', () => {
    const body = p(r('word'), { properties: '<w:jc w:val="center"/>' + former('') }) +
      p(r('two'), { properties: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${by('C')}/></w:numPr>` }) +
      p(r('three'), { properties: `<w:rPr><w:b/><w:rPrChange ${by('D')}><w:rPr/></w:rPrChange></w:rPr>` })
    expect(listed(body)).toEqual(['format B 0 word', 'format C 1 two', 'format D 2 three'])
    const doc = read(body)
    expect(doc.paragraphs.every(({ former, runs }) => !former && !runs[0]!.restyled)).toBe(true)
    expect(doc.warnings).toContainEqual({ code: 'docx-format-changes', message: expect.stringMatching(/: 3$/) })
  })

  it('of tables and sections are counted', () => {
    const body = `<w:tbl><w:tblPr><w:tblPrChange ${by('A')}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid><w:tblGridChange w:id="4"/></w:tblGrid>` +
      `<w:tr><w:tc><w:tcPr><w:cellMerge ${by('A')}/><w:tcPrChange ${by('A')}><w:tcPr/></w:tcPrChange></w:tcPr>${p(r('a'))}</w:tc></w:tr></w:tbl>` +
      p('', { properties: `<w:sectPr><w:sectPrChange ${by('A')}><w:sectPr/></w:sectPrChange></w:sectPr>` }) +
      `<w:sectPr><w:sectPrChange ${by('A')}><w:sectPr/></w:sectPrChange></w:sectPr>`
    expect(read(body).warnings).toContainEqual({ code: 'docx-format-changes', message: expect.stringMatching(/: 6$/) })
  })
})

describe('changes of rows and cells', () => {
  const table = (row: string, cell = '', content = p(r('a')) + p(r('b'))) =>
    `<w:tbl><w:tr><w:trPr>${row}</w:trPr><w:tc><w:tcPr>${cell}</w:tcPr>${content}</w:tc></w:tr></w:tbl>` + p(r('z'))
  it.each([
    ['an inserted row', table(`<w:ins ${by('Row')}/>`), 'insertion Row 0 a\nb', ['a', 'b', 'z'], ['z']],
    ['a deleted row', table(`<w:del ${by('Row')}/>`), 'deletion Row 0 a\nb', ['z'], ['a', 'b', 'z']],
    ['an inserted cell', table('', `<w:cellIns ${by('Cell')}/>`), 'insertion Cell 0 a\nb', ['a', 'b', 'z'], ['z']],
    ['a deleted cell', table('', `<w:cellDel ${by('Cell')}/>`), 'deletion Cell 0 a\nb', ['z'], ['a', 'b', 'z']],
    ['an inserted row with empty cells', table(`<w:ins ${by('Row')}/>`, '', p('')), 'split Row 0', ['', 'z'], ['z']],
    ['a row and its text inserted by one', table(`<w:ins ${by('A')}/>`, '', p(ins('a'))), 'insertion A 0 a', ['a', 'z'], ['z']],
  ])('%s', (_, body, change, accepted, rejected) => {
    expect(listed(body)).toEqual([change])
    expect(docxParagraphs(read(body), 'accepted')).toEqual(accepted)
    expect(docxParagraphs(read(body), 'rejected')).toEqual(rejected)
  })
})

describe('changes in unusual places', () => {
  const wrap = (name: string, content: string) => `<w:${name}>${content}</w:${name}>`
  it.each([
    ['around a hyperlink', p(`<w:ins ${by('A')}>${wrap('hyperlink', r('link'))}</w:ins>`), ['link'], ['']],
    ['in a hyperlink', p(wrap('hyperlink', ins('link') + r('!'))), ['link!'], ['!']],
    ['around a content control',
      p(`<w:ins ${by('A')}>${wrap('sdt', '<w:sdtPr><w:text/></w:sdtPr>' + wrap('sdtContent', r('x')))}</w:ins>`), ['x'], ['']],
    ['in a smart tag in custom XML', p(wrap('customXml', wrap('smartTag', '<w:smartTagPr/>' + del('old') + ins('new')))),
      ['new'], ['old']],
    ['around whole paragraphs', `<w:ins ${by('A')}>${p(r('one')) + p(r('two'))}</w:ins>` + p(r('z')), ['one', 'two', 'z'], ['z']],
    ['an inserted text box',
      p(r('host ') + `<w:ins ${by('A')}><w:r><w:pict><v:textbox><w:txbxContent>${p(r('one')) + p(r('two'))}</w:txbxContent></v:textbox></w:pict></w:r></w:ins>`),
      ['one', 'two', 'host '], ['host ']],
    ['a text box hung on a joined paragraph', p(r('a'), { end: 'del' }) +
      p(r('b') + `<w:r><w:txbxContent>${p(r('box'))}</w:txbxContent></w:r>`), ['box', 'ab'], ['box', 'a', 'b']],
    ['a table within a text box', p(r('a'), { end: 'del' }) +
      p(`<w:r><w:txbxContent><w:tbl><w:tr><w:tc>${p(r('cell'))}</w:tc></w:tr></w:tbl>${p('')}</w:txbxContent></w:r>` + r('b')),
      ['cell', '', 'ab'], ['cell', '', 'a', 'b']],
    ['a deletion of a field',
      p(`<w:del ${by('A')}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>7</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>` + r('.')), ['.'], ['7.']],
    ['an insertion in a deletion', p(`<w:del ${by('A')}>${ins('x', 'B')}</w:del>` + r('y')), ['y'], ['y']],
    ['a conflict', p(`<w14:conflictIns w:id="1" w:author="A">${r('x')}</w14:conflictIns>` + r('y')), ['xy'], ['y']],
  ])('%s', (_, body, accepted, rejected) => {
    const doc = read(body)
    expect(docxParagraphs(doc, 'accepted')).toEqual(accepted)
    expect(docxParagraphs(doc, 'rejected')).toEqual(rejected)
  })

  it('a stack begins with the insertion, whichever element is outside', () => {
    const stacks = [`<w:ins ${by('A')}>${del('x', 'B')}</w:ins>`, `<w:del ${by('B')}>${ins('x', 'A')}</w:del>`].map((content) =>
      runsOf(p(content))[0]!.revisions!)
    for (const stack of stacks) expect(stack.map(({ kind, author }: Revision) => `${kind} ${author}`)).toEqual(['insertion A',
      'deletion B'])
  })
})

describe('who and when', () => {
  const change = (attributes: string) => runsOf(p(`<w:ins ${attributes}>${r('x')}</w:ins>`))[0]!.revisions![0]!
  it.each([
    ['w:id="1" w:author="A. Karimov (KZ)" w:date="2026-01-01T09:30:00Z"',
      { author: 'A. Karimov', delegation: 'KZ', time: '2026-01-01T09:30:00Z' }],
    ['w:id="1" w:author="A" w:date="2026-01-01T12:30:00Z" w16du:dateUtc="2026-01-01T09:30:00Z"',
      { time: '2026-01-01T09:30:00Z' }],
    ['w:id="1" w:author="A" w:date="2026-01-01T12:30:00"', { time: '2026-01-01T12:30:00.000Z' }],
    ['w:id="1" w:author="A" w:date="2026-01-01T12:30:00+03:00"', { time: '2026-01-01T09:30:00.000Z' }],
    ['w:id="1" w:author="A" w:date="yesterday"', { author: 'A', time: '' }],
    ['w:id="1" w:author="A"', { author: 'A', time: '' }],
    ['', { author: '', delegation: '', time: '' }],
    [`w:author="${'x'.repeat(500)}"`, { author: 'x'.repeat(200) }],
  ])('%s', (attributes, told) => expect(change(attributes)).toMatchObject(told))

  it('a change without a date has none in the list', () => {
    expect(listRevisions(read(p(`<w:ins w:author="A">${r('x')}</w:ins>`)))).toEqual([{ kind: 'insertion', author: 'A',
      date: null, text: 'x', paragraph: 0 }])
  })

  it('ids that a file uses twice do not mix changes up', () => {
    const body = p(ins('a', 'A') + r('x') + ins('b', 'B') + del('c', 'C'))
    expect(listed(body)).toEqual(['insertion A 0 a', 'insertion B 0 b', 'deletion C 0 c'])
  })

  it('a stack too high to be anyone’s work keeps its lowest changes and the rest of the file', () => {
    const nested = (depth: number): string =>
      (depth === 0 ? r('x') : `<w:ins w:id="1" w:author="A${depth}">${nested(depth - 1)}</w:ins>`)
    const doc = read(p(nested(40)) + p(r('after')))
    expect(doc.paragraphs[0]!.runs[0]!.revisions).toHaveLength(16)
    expect(docxParagraphs(doc, 'accepted')).toEqual(['x', 'after'])
  })
})

describe('the list', () => {
  it('tells changes of a note with the paragraph that refers to it', () => {
    const note = `<w:footnote w:id="2">${p(r('See ') + ins('Article 5', 'N'))}</w:footnote>`
    const body = p(r('a')) + p(ins('b') + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(ins('c'))
    expect(listRevisions(read(body, { footnotes: note })).map(({ text, paragraph, note }) => [text, paragraph, note])).toEqual([
      ['b', 1, undefined],
      ['Article 5', 1, 'footnote 1'],
      ['c', 2, undefined],
    ])
  })

  it('tells splits, joins and changes over several paragraphs, each once', () => {
    const body = p(r('a'), { end: 'ins' }) + p(r('b'), { end: 'del' }) + p(r('c') + ins('d'), { end: 'ins' }) + p(ins('e')) +
      p(r('f'))
    expect(listed(body)).toEqual(['split A 0', 'join A 1', 'insertion A 2 d\ne'])
  })
})
