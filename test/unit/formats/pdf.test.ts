// PDF: what is set, in which order it reads, and what is refused. Outside tools judge where the machine has them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import { pageData } from '../../../electron/core/formats/pdf/data.ts'
import { setPages, writePdf } from '../../../electron/core/formats/pdf/write.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { findTool, printed } from '../../support/tools.ts'

const about = {
  title: 'Joint statement',
  header: 'Draft, 5 January 2026',
  delegations: ['AL', 'BK'],
  time: '2026-01-05T10:00:00.000Z',
}
const redline: ExportOptions = {
  format: 'pdf',
  mode: 'redline',
  openChanges: 'refuse',
  lineNumbers: false,
  attribution: 'author',
}
const final: ExportOptions = { ...redline, mode: 'final' }
const templates = 'templates'

const revision = (kind: 'insertion' | 'deletion', delegation = 'AL') => ({
  id: `${kind}${delegation}`,
  kind,
  author: 'A. Aliyev',
  delegation,
  time: '2026-01-05T10:00:00.000Z',
})
const statementOf = (blocks: Partial<Block>[], language = 'ru'): Statement => ({
  format: 1,
  language,
  numbering: { sections: 'roman', clauses: 'continuous', items: 'letter' },
  blocks: blocks.map((block, index) => ({ id: `b${index}`, kind: 'paragraph', runs: [{ text: `t${index}` }], ...block })),
})

const LONG =
  'Стороны отмечают необходимость дальнейшего углубления взаимовыгодного сотрудничества в торгово-экономической и транспортно-коммуникационной сферах. '
const full = (paragraphs: number): Statement =>
  statementOf([
    { kind: 'title', runs: [{ text: 'Совместное заявление' }] },
    { kind: 'heading', runs: [{ text: 'Вода и энергия' }] },
    ...Array.from({ length: paragraphs }, (_, index) => ({ runs: [{ text: `Пункт ${index}. ${LONG.repeat(3)}` }] })),
    { kind: 'place-date', runs: [{ text: 'г.\u00a0Ташкент, 8\u00a0июня 2026\u00a0года' }] },
    { kind: 'signature', runs: [{ text: 'За Республику' }] },
  ])

describe('what is set', () => {
  it('labels as on screen, changes as slots of delegations', () => {
    const statement = statementOf([
      { kind: 'heading', runs: [{ text: 'H' }] },
      {
        runs: [
          { text: 'a' },
          { text: 'b', marks: ['bold'], revisions: [revision('insertion', 'BK'), revision('deletion', 'AL')] },
        ],
        mark: [revision('deletion', 'CC')],
      },
    ])
    expect(pageData(statement, about, redline)).toMatchObject({
      language: 'ru',
      region: 'RU',
      header: 'Draft, 5 January 2026',
      legend: [
        { name: 'A. Aliyev (BK)', slot: 1 },
        { name: 'A. Aliyev (AL)', slot: 0 },
        { name: 'A. Aliyev (CC)', slot: 2 },
      ],
      blocks: [
        { label: 'I.', runs: [{ text: 'H', inserted: null, deleted: null }], end: null },
        {
          label: '1.',
          runs: [{ text: 'a' }, { text: 'b', bold: true, inserted: 1, deleted: 0 }],
          end: { inserted: null, deleted: 2 },
        },
      ],
    })
  })

  it('names delegations only, where asked, and no header in a final copy', () => {
    const statement = statementOf([{ runs: [{ text: 'x', revisions: [revision('insertion')] }] }])
    expect(JSON.stringify(pageData(statement, about, { ...redline, attribution: 'delegation' }))).not.toContain('Aliyev')
    const nobodys = statementOf([{ runs: [{ text: 'x', revisions: [revision('insertion', '')] }] }])
    expect(pageData(nobodys, about, { ...redline, attribution: 'delegation' }).legend).toEqual([])
    expect(pageData(statementOf([{}]), about, final)).toMatchObject({ header: null, legend: [] })
  })

  it('tells moves, changes of look and of kind, each by its hand', () => {
    const by = { author: 'B. Bek', delegation: 'BK', time: '2026-01-06T10:00:00.000Z' }
    const statement = statementOf([
      {
        runs: [
          { text: 'a', revisions: [{ ...revision('deletion'), move: 'm' }] },
          { text: 'b', marks: ['bold'], restyled: [{ id: 's', ...by, marks: ['bold'] }] },
        ],
        recast: { id: 'k', ...by, was: { kind: 'heading' } },
      },
      { runs: [{ text: 'a', revisions: [{ ...revision('insertion'), move: 'm' }] }], mark: [revision('insertion')] },
    ])
    expect(pageData(statement, about, redline)).toMatchObject({
      legend: [{ name: 'A. Aliyev (AL)' }, { name: 'B. Bek (BK)' }],
      blocks: [
        {
          recast: 1,
          runs: [
            { deleted: 0, inserted: null, moved: true, restyled: null },
            { deleted: null, moved: false, restyled: 1 },
          ],
        },
        { recast: null, runs: [{ inserted: 0, moved: true }], end: { inserted: 0, moved: false } },
      ],
    })
  })

  it('numbers comments where their words end, with replies and reasons; only in a redline, only where asked', () => {
    const by = { author: 'B. Bek', delegation: 'BK', time: '2026-01-06T10:00:00.000Z' }
    const statement: Statement = {
      ...statementOf([
        { runs: [{ text: 'a', comments: ['c'] }, { text: 'b', comments: ['c'] }, { text: 'c' }] },
        { runs: [{ text: 'd', revisions: [{ ...revision('insertion'), reason: 'As agreed' }] }] },
        { runs: [], mark: [{ ...revision('deletion'), reason: 'One paragraph is enough' }] },
        {},
      ]),
      comments: [{ id: 'c', ...by, text: 'Why?', resolved: true, replies: [{ id: 'r', ...by, author: '', text: 'So.' }] }],
    }
    const { blocks, comments } = pageData(statement, about, { ...redline, comments: 'all' })
    expect(blocks.map(({ runs, notes }) => [runs.map((run) => run.notes), notes])).toEqual([
      [[[], [1], []], []],
      [[[2]], []],
      [[], [3]],
      [[[]], []],
    ])
    expect(comments).toMatchObject([
      { name: 'B. Bek (BK)', slot: 1, text: 'Why?', resolved: true, replies: [{ name: 'BK', text: 'So.' }] },
      { name: 'A. Aliyev (AL)', slot: 0, text: 'Причина: As agreed', resolved: false, replies: [] },
      { text: 'Причина: One paragraph is enough' },
    ])
    expect(pageData(statement, about, redline).comments).toEqual([])
    const settled = { ...statement, blocks: statement.blocks.slice(0, 1) }
    expect(pageData(settled, about, { ...final, comments: 'all' }).comments).toEqual([])
  })

  it('refuses a final copy of a text with open changes', () => {
    expect(() => setPages(statementOf([{ mark: [revision('insertion')] }, {}]), about, final, templates)).toThrow(
      expect.objectContaining({ code: 'open-changes' }),
    )
  })

  it('names a letter that no font has', () => {
    // A code point that is no letter yet: whatever fonts a machine has, none has this one.
    const statement = statementOf([{ runs: [{ text: 'a\u0378b' }] }], 'en')
    expect(() => writePdf(statement, about, final, templates)).toThrow(
      expect.objectContaining({ code: 'font-missing', details: { letter: '\u0378', font: 'Noto Sans' } }),
    )
  })

  it('has every letter of the languages of the region', () => {
    const letters = 'Ёё Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ӣӣ Ӯӯ Ҳҳ Ҷҷ Oʻoʻ Gʻgʻ Şş Çç Ňň Ýý Žž Əə Її Єє Ґґ “quotes” «ёлочки» – — № § ‑ …'
    expect(
      writePdf(
        statementOf([{ runs: [{ text: letters }, { text: letters, marks: ['bold', 'italic'] }] }], 'kk'),
        about,
        final,
        templates,
      ).pages,
    ).toBe(1)
  })

  it('takes text for text, never for markup', () => {
    const text = '#import "x" $a$ *b* _c_ `d` <e> @f // g /* h \\ " ] ) ~'
    expect(writePdf(statementOf([{ runs: [{ text }] }], 'en'), about, final, templates).pages).toBe(1)
  })
})

describe('pages as pictures', () => {
  it('one SVG a page, with the glyphs it uses and nothing that runs', () => {
    const set = setPages(full(12), about, { ...final, lineNumbers: true }, templates)
    const svgs = set.svgs()
    expect(set.pages).toBeGreaterThan(2)
    expect(svgs).toHaveLength(set.pages)
    for (const svg of svgs) {
      const used = [...svg.matchAll(/xlink:href="#([^"]+)"/g)].map((match) => match[1]!)
      expect(used.length).toBeGreaterThan(100)
      for (const id of new Set(used)) expect(svg).toContain(`id="${id}"`)
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 595\.\d+ 841\.\d+"/)
      expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|javascript:/)
    }
  })
})

const pdftotext = findTool('pdftotext')
const qpdf = findTool('qpdf')
if (!pdftotext || !qpdf)
  console.warn(`PDF checks skipped: ${[!pdftotext && 'pdftotext', !qpdf && 'qpdf'].filter(Boolean).join(', ')} not installed`)

describe.skipIf(!pdftotext || !qpdf)('judged from outside', () => {
  const folder = temporaryFolder()
  const saved = (name: string, statement: Statement, options: ExportOptions) => {
    const path = join(folder, `${name}.pdf`)
    writeFileSync(path, writePdf(statement, about, options, templates).bytes)
    return path
  }
  const textOf = (path: string, ...args: string[]) => printed(pdftotext!, [...args, path, '-'])

  it('is sound, and says what it is', async () => {
    const path = saved('sound', full(4), { ...final, lineNumbers: true })
    expect(await printed(qpdf!, ['--check', path])).toContain('No syntax or stream encoding errors found')
    const metadata = await printed(qpdf!, ['--qdf', '--object-streams=disable', path, '-'])
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(metadata).toContain('/Lang (ru-RU)')
    for (const name of ['Aliyev', '/Author', 'dc:creator', 'Draft,']) expect(metadata).not.toContain(name)
  })

  it('reads in order, hyphens of words kept and those of lines not', async () => {
    const text = (await textOf(saved('order', full(6), final))).replaceAll(/\s+/g, ' ')
    const places = [
      'Совместное заявление',
      'I. Вода и энергия',
      ...Array.from({ length: 6 }, (_, index) => `${index + 1}. Пункт ${index}.`),
      'Ташкент, 8 июня',
      'За Республику',
    ].map((part) => text.replaceAll('\u00a0', ' ').indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toContain('торгово-экономической')
  })

  it('shows both sides of a change in a redline', async () => {
    const statement = statementOf(
      [
        {
          runs: [
            { text: 'The sides ' },
            { text: 'condemn', revisions: [revision('deletion')] },
            { text: 'note', revisions: [revision('insertion', 'BK')] },
            { text: ' it.' },
          ],
        },
      ],
      'en',
    )
    const text = await textOf(saved('redline', statement, redline))
    expect(text.replaceAll(/\s+/g, ' ')).toContain('The sides condemnnote it.')
    expect(text).toContain('Changes: A. Aliyev (AL), A. Aliyev (BK)')
    expect(text).toContain('Draft, 5 January 2026')
  })

  it('prints comments after the text, with their numbers in it', async () => {
    const said = { author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z', text: 'Since when?' }
    const statement: Statement = {
      ...statementOf([{ runs: [{ text: 'The sides ' }, { text: 'agree', comments: ['c'] }, { text: '.' }] }, {}], 'en'),
      comments: [{ id: 'c', ...said, resolved: true, replies: [{ id: 'r', ...said, text: 'Since May.' }] }],
    }
    const text = (await textOf(saved('comments', statement, { ...redline, comments: 'all' }))).replaceAll(/\s+/g, ' ')
    expect(text).toContain('The sides agree[1].')
    expect(text).toMatch(/Comments \[1\] A. Aliyev \(AL\): Since when\? \(resolved\) – A. Aliyev \(AL\): Since May\./)
  })

  // Statements that end at every height of a page, and such whose last paragraph fills a page itself.
  const ENDINGS: [name: string, statement: Statement][] = [
    ...[0, 4, 8, 12, 16, 20, 24, 28, 32].map((lines): [string, Statement] => {
      const statement = full(4)
      statement.blocks.splice(2, 0, {
        id: 'filler',
        kind: 'chapeau',
        runs: [{ text: Array.from({ length: lines + 1 }, (_, line) => `line ${line}`).join('\n') }],
      })
      return [`lower by ${lines} lines`, statement]
    }),
    ...[16, 17, 18, 35, 36].map((times): [string, Statement] => {
      const statement = full(1)
      statement.blocks[2] = { ...statement.blocks[2]!, runs: [{ text: LONG.repeat(times) }] }
      return [`after one paragraph of ${times * 2} lines`, statement]
    }),
  ]

  it.each(ENDINGS)('never leaves the date and signatures alone on a page: %s', async (name, statement) => {
    const set = writePdf(statement, about, final, templates)
    const path = join(folder, `${name}.pdf`)
    writeFileSync(path, set.bytes)
    const page = await textOf(path, '-f', String(set.pages), '-l', String(set.pages))
    expect(page).toContain('Республику')
    expect(page.slice(0, page.indexOf('Ташкент'))).toMatch(/Стороны|сотрудничества|сферах/)
  })
})
