// Writing DOCX: what is written is read back as the same text in both views, in a package that Word takes.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import { labelBlocks } from '../../../shared/model/numbering.ts'
import { blockText, type Block, type Statement } from '../../../shared/model/statement.ts'
import { acceptAll, rejectAll } from '../../../shared/redline/index.ts'
import { docxParagraphs, readDocx, toRawParagraphs } from '../../../electron/core/formats/docx/read.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { bookmarkOf } from '../../../electron/core/formats/docx/writing/trace.ts'
import { partsOf } from '../../support/docx.ts'
import { discussed, redlined } from '../../support/redlines.ts'

const about = {
  title: 'Joint statement',
  header: 'Draft, 5 January 2026',
  delegations: ['AL', 'BK'],
  time: '2026-01-05T10:00:00.000Z',
}
const options: ExportOptions = {
  format: 'docx',
  mode: 'redline',
  openChanges: 'refuse',
  lineNumbers: false,
  attribution: 'author',
}
const final: ExportOptions = { ...options, mode: 'final' }
const hands = ['Aliyev', 'Bek', 'Chen']

const revision = (kind: 'insertion' | 'deletion', id = kind as string) => ({
  id,
  kind,
  author: 'A. Aliyev',
  delegation: 'AL',
  time: '2026-01-05T10:00:00.000Z',
})
const statementOf = (blocks: Partial<Block>[], numbering: Partial<Statement['numbering']> = {}): Statement => ({
  format: 1,
  language: 'ru',
  numbering: { sections: 'roman', clauses: 'continuous', items: 'letter', ...numbering },
  blocks: blocks.map((block, index) => ({ id: `b${index}`, kind: 'paragraph', runs: [{ text: `t${index}` }], ...block })),
})
const texts = (statement: Statement) => statement.blocks.map(blockText)
const xmlOf = async (statement: Statement, as = options) => partsOf(await writeDocx(statement, about, as))

describe('a redline read back', () => {
  it('gives the accepted and the rejected text, for any changes', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(discussed, async (statement) => {
        const doc = readDocx(await writeDocx(statement, about, { ...options, comments: 'all', traceable: true }))
        expect(docxParagraphs(doc, 'accepted')).toEqual(texts(acceptAll(statement)))
        expect(docxParagraphs(doc, 'rejected')).toEqual(texts(rejectAll(statement)))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the final text, with the numbers of the profile', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(redlined, async (redline) => {
        const statement = acceptAll(redline)
        const doc = readDocx(await writeDocx(statement, about, final))
        expect(docxParagraphs(doc, 'accepted')).toEqual(texts(statement))
        expect(doc.paragraphs.map((paragraph) => paragraph.label)).toEqual(labelBlocks(statement.blocks, statement.numbering))
      }),
      { numRuns: 100 },
    )
  })

  it('keeps who changed what, and when', async () => {
    const statement = statementOf([
      {
        runs: [
          { text: 'a' },
          { text: 'b', revisions: [revision('insertion'), { ...revision('deletion'), author: 'B. Bek', delegation: 'BK' }] },
        ],
        mark: [revision('insertion')],
      },
      {},
    ])
    const [first] = readDocx(await writeDocx(statement, about, options)).paragraphs
    expect(first!.runs[1]!.revisions).toMatchObject([
      { kind: 'insertion', author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00Z' },
      { kind: 'deletion', author: 'B. Bek', delegation: 'BK' },
    ])
    expect(first!.mark).toMatchObject([{ kind: 'insertion', author: 'A. Aliyev', delegation: 'AL' }])
  })
})

describe('numbers', () => {
  const kinds = (line: string): Partial<Block>[] =>
    line.split(' ').map(
      (kind) =>
        ({
          h: { kind: 'heading' as const },
          s: { kind: 'heading' as const, level: 2 },
          p: {},
          i: { kind: 'item' as const },
          u: { numbered: false },
          d: { runs: [{ text: 'gone', revisions: [revision('deletion')] }], mark: [revision('deletion')] },
          g: {
            kind: 'heading' as const,
            runs: [{ text: 'gone', revisions: [revision('deletion')] }],
            mark: [revision('deletion')],
          },
        })[kind]!,
    )
  const CASES: [name: string, numbering: Partial<Statement['numbering']>, blocks: string, labels: string][] = [
    ['continuous under Roman sections', {}, 'h p p h p', 'I. 1. 2. II. 3.'],
    ['from 1 in each section', { clauses: 'by-section' }, 'h p p h p', 'I. 1. 2. II. 1.'],
    ['from 1 in each unnumbered section', { clauses: 'by-section', sections: 'none' }, 'h p p h p', '– 1. 2. – 1.'],
    ['a deleted section does not begin anew', { clauses: 'by-section' }, 'h p g p', 'I. 1. 2.'],
    ['items under each clause', {}, 'p i i p i', '1. a) b) 2. a)'],
    ['items under unnumbered paragraphs', { clauses: 'none', items: 'parenthesis' }, 'p i i p i', '– 1) 2) – 1)'],
    ['items after a heading', {}, 'p i h i', '1. a) I. a)'],
    ['bullets', { items: 'bullet' }, 'p i i', '1. • •'],
    ['an item before the first clause of a section takes no number from it', { clauses: 'by-section' }, 'p h i i p i', '1. I. a) b) 1. a)'],
    ['what is kept out of the count', {}, 'p u s p', '1. – – 2.'],
    ['deleted paragraphs do not count', {}, 'p d p', '1. 2.'],
    ['beyond 26 letters, as text', { sections: 'none' }, `p ${'i '.repeat(28)}p`, `1. ${'– '.repeat(28)}2.`],
  ]
  it.each(CASES)('%s', async (_, numbering, blocks, shown) => {
    const statement = statementOf(kinds(blocks), numbering)
    const raw = toRawParagraphs(readDocx(await writeDocx(statement, about, options)), 'accepted')
    expect(raw.map((paragraph) => paragraph.hint?.label ?? '–').join(' ')).toBe(shown)
    // As text or as Word's number, it reads as on screen.
    const onScreen = acceptAll(statement)
    const labels = labelBlocks(onScreen.blocks, onScreen.numbering)
    expect(raw.map((paragraph) => `${paragraph.hint?.label ? `${paragraph.hint.label} ` : ''}${paragraph.text}`)).toEqual(
      onScreen.blocks.map((block, index) => `${labels[index] ? `${labels[index]} ` : ''}${blockText(block)}`),
    )
  })

  it('a number as written is text, and goes where all of its paragraph goes', async () => {
    const statement = statementOf([
      { label: '14.' },
      { label: '15.', runs: [{ text: 'new', revisions: [revision('insertion')] }], mark: [revision('insertion')] },
      { label: '16.' },
    ])
    const doc = readDocx(await writeDocx(statement, about, options))
    expect(docxParagraphs(doc, 'accepted')).toEqual(['14. t0', '15. new', '16. t2'])
    expect(docxParagraphs(doc, 'rejected')).toEqual(['14. t0', '16. t2'])
  })
})

describe('the package', () => {
  it('writes deleted text as deleted text', async () => {
    const { 'word/document.xml': document } = await xmlOf(
      statementOf([{ runs: [{ text: 'gone ', revisions: [revision('deletion')] }, { text: 'kept' }] }]),
    )
    expect(document).toContain('<w:delText xml:space="preserve">gone </w:delText>')
    expect(document).toContain('<w:t xml:space="preserve">kept</w:t>')
  })

  it('is in Word’s own styles, in the language of the text', async () => {
    const parts = await xmlOf(
      statementOf([
        { kind: 'title' },
        { kind: 'heading' },
        { kind: 'paragraph' },
        { kind: 'item' },
        { kind: 'place-date' },
        { kind: 'signature' },
      ]),
    )
    expect([...parts['word/document.xml']!.matchAll(/<w:pStyle w:val="(\w+)"/g)].map((match) => match[1])).toEqual([
      'Title',
      'Heading1',
      'BodyText',
      'ListParagraph',
      'Date',
      'Signature',
    ])
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="ru-RU"')
    expect(parts['word/styles.xml']).toContain('w:ascii="Times New Roman"')
  })

  it('keeps place and date with the paragraph before', async () => {
    const { 'word/document.xml': document } = await xmlOf(statementOf([{}, {}, { kind: 'place-date' }, { kind: 'signature' }]))
    const paragraphs = document!.split('<w:p>').slice(1)
    expect(paragraphs.map((paragraph) => paragraph.includes('<w:keepNext/>'))).toEqual([false, true, true, false])
  })

  it('numbers lines only when asked', async () => {
    expect((await xmlOf(statementOf([{}])))['word/document.xml']).not.toContain('lnNumType')
    expect((await xmlOf(statementOf([{}]), { ...options, lineNumbers: true }))['word/document.xml']).toContain(
      '<w:lnNumType w:countBy="5"',
    )
  })

  it('leaves characters out that XML cannot hold', async () => {
    const statement = statementOf([{ runs: [{ text: 'a\u0000b\u000bc\ud800d' }] }])
    expect(docxParagraphs(readDocx(await writeDocx(statement, about, final)), 'accepted')).toEqual(['ab\nc\ufffdd'])
  })

  it('goes on where the time of a change is unknown', async () => {
    const { 'word/document.xml': document } = await xmlOf(
      statementOf([{ runs: [{ text: 'x', revisions: [{ ...revision('insertion'), time: 'yesterday' }] }] }]),
    )
    expect(document).toContain('w:date="2026-01-05T10:00:00Z"')
  })
})

describe('what leaves with the file', () => {
  const trace = { draft: 'draft-1', version: 'version-1' }
  const traced = async (as: ExportOptions) => partsOf(await writeDocx(statementOf([{}, {}]), { ...about, trace }, as))

  it('a redline says which draft, version and paragraphs it holds, only where asked', async () => {
    const parts = await traced({ ...options, traceable: true })
    expect(parts['docProps/custom.xml']).toMatch(/"AlternatDraft"><vt:lpwstr>draft-1<.*"AlternatVersion"><vt:lpwstr>version-1</)
    const names = [...parts['word/document.xml']!.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map((match) => match[1])
    expect(names).toEqual([bookmarkOf('b0'), bookmarkOf('b1')])
    for (const name of names) expect(name).toMatch(/^_alt_[0-9a-f]{24}$/)
    for (const untraced of [await traced(options), await traced({ ...final, traceable: true })])
      expect(Object.values(untraced).join('')).not.toMatch(/Alternat|_alt_|draft-1|version-1/)
  })

  const everything = async (statement: Statement, as: ExportOptions) => Object.values(await xmlOf(statement, as)).join('\n')

  it('a final copy has no change, no comment, no header and no name of a person or program', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(discussed, async (statement) => {
        const asked: ExportOptions = { ...final, comments: 'all', traceable: true }
        const all = await everything(acceptAll(statement), asked)
        for (const name of [...hands, 'Un-named', 'Alternat', 'Draft', 'docx']) expect(all).not.toContain(name)
        expect(all).not.toMatch(
          /<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|comment\w*)\b|w:author|trackRevisions|<dc:creator|lastModifiedBy/,
        )
      }),
      { numRuns: 30 },
    )
  })

  it.each<[string, Partial<Block>]>([
    ['look', { runs: [{ text: 'x', restyled: [{ id: 's', author: '', delegation: 'AL', time: '', marks: ['bold'] }] }] }],
    ['kind', { recast: { id: 'k', author: '', delegation: 'AL', time: '', was: { kind: 'heading' } } }],
  ])('a final copy of a text with an open change of %s is refused', async (_, block) => {
    const refusal = { code: 'open-changes', details: { open: 1 } }
    await expect(writeDocx(statementOf([block]), about, final)).rejects.toMatchObject(refusal)
  })

  it('a final copy of a text with open changes is refused', async () => {
    await expect(writeDocx(statementOf([{ mark: [revision('insertion')] }, {}]), about, final)).rejects.toMatchObject({
      code: 'open-changes',
      details: { open: 1 },
    })
  })

  it('a redline by delegation names no person', async () => {
    const statement = statementOf([
      {
        runs: [
          { text: 'x', revisions: [revision('insertion')] },
          { text: 'y', revisions: [{ ...revision('deletion'), author: 'C. Chen', delegation: '' }] },
        ],
      },
    ])
    const all = await everything(statement, { ...options, attribution: 'delegation' })
    for (const name of hands) expect(all).not.toContain(name)
    expect(all).toContain('w:author="AL"')
    expect(all).toContain('w:author="Alternat"')
  })
})
