// Notes of Word files and pages stand below the text with their marks in it, as those of a plain text do; hostile ones stay bounded.
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../../../electron/core/formats/docx/write.ts'
import { proposeFile } from '../../../../../electron/core/importing/propose.ts'
import { readFile } from '../../../../../electron/core/importing/read.ts'
import { withNotes } from '../../../../../electron/core/importing/notes.ts'
import type { ExportOptions } from '../../../../../shared/contract/exporting.ts'
import { assemble } from '../../../../../shared/segmenting/index.ts'
import { about } from '../../../../support/oracle.ts'
import { del, docxOf, ins, p, r } from '../../../../support/docx.ts'

const OPTIONS: ExportOptions = {
  format: 'docx', mode: 'final', openChanges: 'refuse', lineNumbers: false, attribution: 'author', comments: 'none', traceable: false,
}

const to = (id: number | string, more = '', kind = 'footnote') => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"${more}/></w:r>`
const note = (id: number | string, text: string, kind = 'footnote') =>
  `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}</w:p></w:${kind}>`
const separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'

const wordTexts = async (body: string, parts: Parameters<typeof docxOf>[1]) =>
  (await readFile(docxOf(body, parts), 'a.docx')).paragraphs.map(({ text, hint }) => (hint?.note === undefined ? text : [hint.note, text]))

describe('of a Word file', () => {
  it('are the same blocks as of a plain text', async () => {
    const lines = ['Совместное заявление', '1. Стороны намерены открыть мост¹ через реку.', '2. Стороны поддерживают обмен².', '¹ Паромный мост.', '² См. приложение.']
    const word = docxOf(p(r(lines[0]!)) + p(r('1. Стороны намерены открыть мост') + to(2) + r(' через реку.')) + p(r('2. Стороны поддерживают обмен') + to(3) + r('.')), {
      footnotes: separators + note(3, 'См. приложение.') + note(2, 'Паромный мост.'),
    })
    const shown = async (bytes: Uint8Array, name: string) => (await proposeFile(bytes, name)).paragraphs.map(({ role, label, text }) => [role, label, text])
    const fromWord = await shown(word, 'a.docx')
    expect(fromWord).toEqual(await shown(new TextEncoder().encode(lines.join('\n\n')), 'a.txt'))
    expect(fromWord.at(-1)).toEqual(['footnote', '²', 'См. приложение.'])
    expect(await shown(await writeDocx(assemble(await proposeFile(word, 'a.docx')), about, OPTIONS), 'b.docx')).toEqual(fromWord)
  })

  it('are numbered as they are referred to, footnotes before endnotes, each kind with marks of its own', async () => {
    expect(await wordTexts(p(r('a') + to(1, '', 'endnote') + r(' b') + to(7)) + p(r('c') + to(5)), {
      footnotes: note(5, 'five') + note(7, 'seven'), endnotes: note(1, 'end', 'endnote'),
    })).toEqual(['a[1] b¹', 'c²', ['¹', '¹ seven'], ['²', '² five'], ['[1]', '[1] end']])
    expect(await wordTexts(p(r('a') + to(1, '', 'endnote')), { footnotes: separators, endnotes: note(1, 'end', 'endnote') })).toEqual(['a¹', ['¹', '¹ end']])
  })

  it('keep the sign that their writer chose, and all their paragraphs with bold and italic', async () => {
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>'
    const { paragraphs } = await readFile(docxOf(p(r('a') + to(2, ' w:customMarkFollows="1"') + r('*') + to(3)), {
      footnotes: `<w:footnote w:id="2">${p(r('* own'))}${p(r('more'))}</w:footnote><w:footnote w:id="3">${p(r(' ') + bold)}</w:footnote>`,
    }), 'a.docx')
    expect(paragraphs.map(({ text, hint }) => [text, hint?.note])).toEqual([['a*¹', undefined], ['* own', '*'], ['more', ''], ['¹ bold', '¹']])
    expect(paragraphs.at(-1)!.hint?.marks).toEqual([{ from: 2, to: 6, mark: 'bold' }])
  })

  it('follow the changes of the text: what was deleted has none, what was inserted has', async () => {
    expect(await wordTexts(p(r('a') + `<w:del w:id="1" w:author="A">${to(2)}</w:del><w:ins w:id="2" w:author="A">${to(3)}</w:ins>`), {
      footnotes: note(2, 'gone') + `<w:footnote w:id="3">${p(r('see ') + del('II') + ins('III'))}</w:footnote>`,
    })).toEqual(['a¹', ['¹', '¹ see III']])
  })

  it.each<[string, string, string, unknown[]]>([
    ['that are not there', p(r('a') + to(9)), note(2, 'n'), ['a']],
    ['without an id', p(r('a') + '<w:r><w:footnoteReference/></w:r>'), '<w:footnote><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>', ['a¹', ['¹', '¹ n']]],
    ['without words', p(r('a') + to(2)), '<w:footnote w:id="2"><w:p/></w:footnote>', ['a']],
    ['of one id', p(r('a') + to(2)), note(2, 'first') + note(2, 'second'), ['a¹', ['¹', '¹ first']]],
    ['that refer to themselves', p(r('a') + to(2)), `<w:footnote w:id="2">${p(r('n') + to(2))}</w:footnote>`, ['a¹', ['¹', '¹ n']]],
    ['that are referred to twice', p(r('a') + to(2) + r(' b') + to(2)), note(2, 'n'), ['a¹ b¹', ['¹', '¹ n']]],
  ])('%s do no harm', async (_, body, footnotes, expected) => expect(await wordTexts(body, { footnotes })).toEqual(expected))

  it('beyond what a text may hold are told and left out', async () => {
    const { paragraphs, warnings } = await readFile(docxOf(p(r('a') + to(2) + to(3)), {
      footnotes: note(2, 'n') + `<w:footnote w:id="3">${p(r('n')).repeat(19_999)}</w:footnote>`,
    }), 'a.docx')
    expect(paragraphs).toHaveLength(2)
    expect(warnings).toContainEqual({ code: 'docx-notes', message: 'Footnotes left out: 1' })
    expect(withNotes([], [[{ text: 'n', line: 1 }]], 1)).toMatchObject({ leftOut: 0 })
  })
})

describe('of a page', () => {
  const page = (body: string) => new TextEncoder().encode(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`)
  const read = async (body: string) => {
    const { paragraphs, warnings } = await readFile(page(body), 'a.html')
    return { shown: paragraphs.map(({ text, hint }) => (hint?.note === undefined ? text : [hint.note, text])), codes: warnings.map(({ code }) => code) }
  }
  const words = (mark: string) => `<p>Стороны намерены открыть мост${mark} через реку Орм и вернуться к вопросу о паромах весной.</p>`

  it.each<[string, string, string]>([
    ['LibreOffice', '¹', `${words('<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>')}
      <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Паромный мост.</p></div>`],
    ['Word', '[1]', `${words('<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>')}
      <br clear=all><hr align=left size=1 width="33%"><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Паромный мост.</p></div>`],
    ['a list at the end', '¹', `${words('<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>')}
      <section role="doc-endnotes"><hr><ol><li id="fn1"><p>Паромный мост.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>`],
    ['an encyclopedia', '[1]', `${words('<sup id="cite_ref-1" class="reference"><a href="https://example.org/wiki/Orm#cite_note-1"><span>[</span>1<span>]</span></a></sup>')}
      <ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>Паромный мост.</span></li></ol>`],
    ['a note beside the text', '*', `${words('<sup><a href="#n">*</a></sup>')}<aside id="n" role="doc-footnote">Паромный мост.</aside>`],
    ['a raised figure without a link', '¹', `${words('<sup>1</sup>')}<p><sup>1</sup> Паромный мост.</p>`],
  ])('%s', async (_, mark, body) => {
    const { shown, codes } = await read(body)
    expect(shown.map((each) => [each].flat().at(-1))).toEqual([
      `Стороны намерены открыть мост${mark} через реку Орм и вернуться к вопросу о паромах весной.`, `${mark} Паромный мост.`,
    ])
    expect(codes).not.toContain('html-notes')
    const proposal = await proposeFile(page(`<p>Совместное заявление</p>${body}`), 'a.html')
    expect(proposal.paragraphs.at(-1)).toMatchObject({ role: 'footnote', label: mark, text: 'Паромный мост.' })
  })

  it('stay with an article whose list of notes a reader’s view drops', async () => {
    const article = Array.from({ length: 12 }, (_, i) => words(i === 3 ? '<sup><a href="#fn9">1</a></sup>' : '')).join('')
    const { shown } = await read(`<nav><a href="/">Home</a></nav><main><article>${article}</article></main>
      <div class="footer sidebar comment"><ol><li id="fn9">Паромный мост. <a href="#top">↑</a></li></ol></div>`)
    expect(shown.at(-1)).toEqual(['¹', expect.stringContaining('¹ Паромный мост.')])
  })

  it('are told by a sign that leads down to a block, and by nothing else', async () => {
    const contents = '<p><a href="#one">1</a> <a href="#two">[2]</a></p><h2 id="two">Вода</h2><p id="one">Стороны отмечают обмен.</p>'
    expect((await read(contents)).shown).toEqual(['1 [2]', 'Вода', 'Стороны отмечают обмен.'])
    expect((await read(words('<sup><a href="#gone">1</a></sup>'))).codes).toEqual(['html-notes'])
  })

  it('that lead to each other, to what holds them or are many stay bounded', async () => {
    const ring = '<p>а<sup><a id="a" href="#b">1</a></sup></p><p id="b">б<sup><a href="#c">2</a></sup></p><p id="c">в<sup><a href="#b">3</a></sup></p>'
    expect((await read(ring)).shown.flat().join(' ')).toContain('б')
    expect((await read('<div id="all"><p>а<sup><a href="#all">1</a></sup></p></div>')).shown.flat()).toHaveLength(1)
    const many = Array.from({ length: 3000 }, (_, i) => `<p>а<sup><a href="#n${i}">${i % 900}</a></sup></p>`).join('') + Array.from({ length: 3000 }, (_, i) => `<p id="n${i}">н</p>`).join('')
    expect((await read(many)).shown).toHaveLength(6000)
  })
})
