// Notes of structured files stand below the text with their marks in it, as those of a plain text do; hostile ones stay bounded.
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
