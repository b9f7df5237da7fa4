// All that a Word file may hold between its paragraphs' letters: fields, controls, boxes, symbols, wrappers, and what is only told of.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noFindings, warningsOf } from '../../../electron/core/formats/docx/findings.ts'
import { docxParagraphs, readDocx, toRawParagraphs } from '../../../electron/core/formats/docx/read.ts'
import { docxOf, ins, p, r, zipOf } from '../../support/docx.ts'

const texts = (body: string, parts: Parameters<typeof docxOf>[1] = {}) =>
  docxParagraphs(readDocx(docxOf(body, parts)), 'accepted')
const field = (type: string, more = '') => `<w:r><w:fldChar w:fldCharType="${type}">${more}</w:fldChar></w:r>`
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const alternatives = (...choices: string[]) => `<mc:AlternateContent>${choices.join('')}</mc:AlternateContent>`
const choice = (content: string) => `<mc:Choice Requires="wps">${content}</mc:Choice>`
const fallback = (content: string) => `<mc:Fallback>${content}</mc:Fallback>`
const drawing = (content: string) =>
  `<w:drawing><wp:inline><wp:positionH><wp:posOffset>12700</wp:posOffset></wp:positionH><a:graphic>${content}</a:graphic></wp:inline></w:drawing>`
const sdt = (content: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

const CASES: [name: string, body: string, texts: string[]][] = [
  ['a field’s result', p(field('begin') + code('REF a') + field('separate') + r('Article 5') + field('end') + r('.')),
    ['Article 5.']],
  ['a simple field', p('<w:fldSimple w:instr="DATE">' + r('5 May') + '</w:fldSimple>'), ['5 May']],
  ['a field within a field’s condition',
    p(field('begin') + code('IF ') + field('begin') + code('REF x') + field('separate') + r('1') + field('end') +
    r(' = 1 ') + code('"yes"') + field('separate') + r('yes') + field('end')), ['yes']],
  ['a field over paragraphs', p(field('begin') + code('TOC') + field('separate') + r('One')) + p(r('Two') + field('end')) +
    p(r('Text')), ['One', 'Two', 'Text']],
  ['a field that never ends hides nothing', p(field('begin') + r('text') + code('IF')) + p(r('more')), ['text', 'more']],
  ['ends without a field', p(field('end') + field('separate') + r('text')), ['text']],
  ['boxes of a form', p(field('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>') +
    code('FORMCHECKBOX') + field('end') + r(' yes ') +
    field('begin', '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>') + field('end') + r(' no')),
      ['☒ yes ☐ no']],
  ['a choice of a form',
    p(field('begin', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList></w:ffData>') + field('end')), ['b']],
  ['content controls around paragraphs, rows and runs', sdt(p(r('a'))) +
    p(r('b ') + sdt(r('c'), '<w:rPr><w:b/></w:rPr><w:dropDownList><w:listItem w:value="x"/></w:dropDownList>')) +
    `<w:tbl>${sdt(`<w:tr>${sdt(`<w:tc>${p(r('d'))}</w:tc>`)}</w:tr>`)}</w:tbl>`, ['a', 'b c', 'd']],
  ['a text box before its paragraph', p(r('x')) +
    p(r('host') + `<w:r>${alternatives(choice(drawing(`<wps:txbx>${box(p(r('box')))}</wps:txbx>`)), fallback(`<w:pict><v:textbox>${box(p(r('box')))}</v:textbox></w:pict>`))}</w:r>`),
    ['x', 'box', 'host']],
  ['a box in a box', p(`<w:r>${box(p(r('outer') + `<w:r>${box(p(r('inner')))}</w:r>`))}</w:r>` + r('host')),
    ['inner', 'outer', 'host']],
  ['the first of several choices',
    p(`<w:r>${alternatives(choice('<w:t>a</w:t>'), choice('<w:t>b</w:t>'), fallback('<w:t>c</w:t>'))}</w:r>`), ['a']],
  ['the fallback of an empty choice', p(`<w:r>${alternatives(choice(''), fallback('<w:t>c</w:t>'))}</w:r>`), ['c']],
  ['a fallback alone', p(`<w:r>${alternatives(fallback('<w:t>c</w:t>'))}</w:r>`), ['c']],
  ['the fallback of a picture is not read for it',
    p(`<w:r>${alternatives(choice(drawing('<pic:pic/>')), fallback('<w:t>[picture]</w:t>'))}</w:r>` + r('x')), ['x']],
  ['wrappers', p(`<w:hyperlink>${r('a')}</w:hyperlink><w:smartTag><w:smartTagPr/>${r('b')}</w:smartTag><w:customXml>${r('c')}</w:customXml><w:bdo>${r('d')}</w:bdo><w:dir>${r('e')}</w:dir>`), ['abcde']],
  ['symbols of Symbol, Wingdings and others',
    p('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/>' +
    '<w:sym w:font="Wingdings" w:char="F021"/><w:sym w:font="Segoe UI" w:char="2605"/><w:sym w:font="X" w:char="zz"/></w:r>'),
      ['α≥✓•★']],
  ['letters in the font Symbol', p(r('\uF062\uF0A3', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>') + r('\uF062')), ['β≤\uF062']],
  ['hyphens, tabs, breaks',
    p('<w:r><w:t>a</w:t><w:softHyphen/><w:noBreakHyphen/><w:tab/><w:ptab/><w:cr/><w:br w:type="textWrapping"/><w:t>b</w:t></w:r>'), ['a\u00ad\u2011\t\t\n\nb']],
  ['a page break before a text is none in it',
    p('<w:r><w:br w:type="page"/><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'), ['a\nb']],
  ['tab stops are no tabs', p(r('a'), { properties: '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>' }), ['a']],
  ['spaces as Word keeps them', p('<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b\n c </w:t></w:r>'), ['a b  c ']],
  ['equations as their letters',
    p('<m:oMath><m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>E=mc</m:t></m:r><m:sSup><m:ctrlPr><w:rPr><w:ins w:id="1" w:author="A"/></w:rPr></m:ctrlPr><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'), ['E=mc2']],
  ['a base text without its reading aid',
    p('<w:ruby><w:rubyPr/><w:rt><w:r><w:t>toukyou</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby>'),
    ['東京']],
  ['a table in a table, row by row',
    `<w:tbl><w:tr><w:tc>${p(r('a'))}<w:tbl><w:tr><w:tc>${p(r('b'))}</w:tc></w:tr></w:tbl>${p(r('c'))}</w:tc><w:tc>${p(r('d'))}</w:tc></w:tr></w:tbl>`, ['a', 'b', 'c', 'd']],
  ['an element by the name of a built-in', p('<w:constructor/><w:toString/>' + r('x', '<w:rPr><w:__proto__/></w:rPr>')), ['x']],
]

describe('the text of a file', () => {
  it.each(CASES)('%s', (_, body, expected) => expect(texts(body)).toEqual(expected))

  it('in files of the strict kind of the standard', () => {
    const strict = 'http://purl.oclc.org/ooxml'
    const bytes = zipOf({
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${strict}/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="${strict}/wordprocessingml/main"><w:body>${p(r('a') + ins('b'))}</w:body></w:document>`,
    })
    expect(docxParagraphs(readDocx(bytes), 'rejected')).toEqual(['a'])
  })

  it('with parts under names of their own', () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const relations = (...all: [string, string, string?][]) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([name, target, more = '']) => `<Relationship Id="${name}" Type="${type}/${name}" Target="${target}" ${more}/>`).join('')}</Relationships>`
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const bytes = zipOf({
      '_rels/.rels': relations(['officeDocument', 'Main/Document2.xml']),
      'Main/_rels/Document2.xml.rels': relations(['styles', '../other/./styles2.xml'],
        ['comments', 'https://example.org/x', 'TargetMode="External"'], ['header', 'top.xml']),
      'Main/document2.xml': `<w:document ${w}><w:body>${p(r('a'), { properties: '<w:pStyle w:val="S"/>' })}</w:body></w:document>`,
      'other/Styles2.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="S"><w:name w:val="heading 3"/></w:style></w:styles>`,
      'Main/top.xml': `<w:hdr ${w}>${p(r('DRAFT'))}</w:hdr>`,
    })
    const doc = readDocx(bytes)
    expect(toRawParagraphs(doc, 'accepted')).toEqual([{ text: 'a', line: 1, hint: { heading: 3 } }])
    expect(doc.warnings.map(({ code }) => code)).toEqual(['docx-margins'])
  })

  it('keeps Word’s own ids of paragraphs', () => {
    expect(readDocx(docxOf('<w:p w14:paraId="0A1B2C3D"/>')).paragraphs[0]!.paraId).toBe('0A1B2C3D')
  })

  it('puts a number that is too long for a label before the text, its marks in place', () => {
    const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Annex No. %1 to the Agreement"/></w:lvl>'
    const numbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const body = p(r('Text', '<w:rPr><w:b/></w:rPr>'),
      { properties: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' })
    expect(toRawParagraphs(readDocx(docxOf(body, { numbering })), 'accepted')).toEqual([
      { text: 'Annex No. 1 to the Agreement Text', line: 1, hint: { marks: [{ from: 29, to: 33, mark: 'bold' }] } },
    ])
  })
})

describe('what is not text', () => {
  const found = (body: string) => readDocx(docxOf(body)).warnings.map(({ code, message }) => `${code} ${/\d+$/.exec(message)}`)
  it.each([
    ['a picture', p(`<w:r>${drawing('<pic:pic/>')}</w:r>`), ['docx-pictures 1']],
    ['a picture of old', p('<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>'), ['docx-pictures 1']],
    ['a chart', p(`<w:r>${drawing('<c:chart/>')}</w:r>`), ['docx-charts 1']],
    ['a text box is no picture', p(`<w:r>${drawing(`<wps:txbx>${box(p(r('a')))}</wps:txbx>`)}</w:r>`), ['docx-text-boxes 1']],
    ['equations', p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><m:oMath/>'), ['docx-equations 2']],
    ['a reading aid', p('<w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt></w:ruby>'), ['docx-phonetic 1']],
    ['an unknown sign', p('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'), ['docx-symbols 1']],
    ['a field without an end', p(field('begin') + r('a')), ['docx-fields 1']],
    ['elements with text that no one knows',
      p('<w:r><w:futureText>a <w:b/>b</w:futureText></w:r><foo xmlns="urn:foo">text</foo>'), ['docx-unknown 3']],
    ['letters along a line', p('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'),
      ['docx-pictures 1', 'docx-unknown 1']],
    ['text outside of paragraphs', r('lost') + p(''), ['docx-unknown 1']],
    ['a document within', '<w:subDoc/>' + p(''), ['docx-embedded 1']],
    ['instructions and places of drawings are no text', p(code('PAGE') + `<w:r>${drawing('<pic:pic/>')}</w:r>`),
      ['docx-pictures 1']],
  ])('%s is told of', (_, body, warnings) => expect(found(body)).toEqual(warnings))

  it('every such warning has its sentence on screen and in the command line, in both languages', () => {
    const codes = warningsOf(Object.fromEntries(Object.keys(noFindings()).map((kind) =>
      [kind, 1])) as ReturnType<typeof noFindings>).map(({ code }) => code)
    for (const language of ['en', 'ru']) {
      const json = (path: string) =>
        JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as Record<string, Record<string, string>>
      const screen = json(`renderer/i18n/locales/${language}/importing.json`)['warning']!
      const line = json(`electron/host/words/${language}.json`)
      for (const code of codes) expect([code, screen[code], line[`warning-${code}`]]).toEqual([code,
        expect.stringContaining('{{count}}'), expect.stringContaining('{{count}}')])
    }
  })
})
