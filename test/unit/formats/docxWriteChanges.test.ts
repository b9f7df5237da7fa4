// Writing DOCX: changes of look and kind, moves and comments, as Word writes them.
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { partsOf } from '../../support/docx.ts'

const about = { title: 'Joint statement', header: null, delegations: ['AL', 'BK'], time: '2026-01-05T10:00:00.000Z' }
const options: ExportOptions = {
  format: 'docx',
  mode: 'redline',
  openChanges: 'refuse',
  lineNumbers: false,
  attribution: 'author',
}
const by = { author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' }
const revision = (kind: 'insertion' | 'deletion', id = kind as string) => ({ id, kind, ...by })
const statementOf = (blocks: Partial<Block>[], numbering: Partial<Statement['numbering']> = {}): Statement => ({
  format: 1,
  language: 'ru',
  numbering: { sections: 'roman', clauses: 'continuous', items: 'letter', ...numbering },
  blocks: blocks.map((block, index) => ({ id: `b${index}`, kind: 'paragraph', runs: [{ text: `t${index}` }], ...block })),
})
const xmlOf = async (statement: Statement, as = options) => partsOf(await writeDocx(statement, about, as))

describe('changes of look and kind', () => {
  it('a restyled run says how it looked, and who changed that', async () => {
    const { 'word/document.xml': document } = await xmlOf(
      statementOf([{ runs: [{ text: 'x', marks: ['bold'], restyled: [{ id: 's', ...by, marks: ['bold', 'italic'] }] }] }]),
    )
    expect(document).toContain('<w:rPr><w:b/><w:bCs/><w:rPrChange w:id="')
    expect(document).toMatch(
      /"\d+" w:author="A. Aliyev \(AL\)" w:date="2026-01-05T10:00:00Z"><w:rPr><w:i\/><w:iCs\/><\/w:rPr><\/w:rPrChange><\/w:rPr>/,
    )
  })

  it('of two hands the later one takes back both', async () => {
    const { 'word/document.xml': document } = await xmlOf(
      statementOf([
        {
          runs: [
            {
              text: 'x',
              marks: ['bold', 'italic'],
              restyled: [
                { id: 's', author: 'B. Bek', delegation: 'BK', time: '2026-01-06T10:00:00.000Z', marks: ['bold'] },
                { id: 't', ...by, marks: ['italic'] },
              ],
            },
          ],
        },
      ]),
    )
    expect(document!.match(/<w:rPrChange/g)).toHaveLength(1)
    expect(document).toMatch(/<w:rPrChange [^>]*w:author="B. Bek \(BK\)"[^>]*><w:rPr\/>/)
  })

  it('a recast paragraph says its former style, list and indent', async () => {
    const parts = await xmlOf(
      statementOf([{ kind: 'heading', recast: { id: 'k', ...by, was: { kind: 'item', level: 2 } } }, {}]),
    )
    const [, properties] = /<w:pStyle w:val="Heading1"\/>(.*?)<\/w:pPrChange>/.exec(parts['word/document.xml']!)!
    const [, author, former] = /<w:pPrChange [^>]*w:author="([^"]*)"[^>]*><w:pPr>(.*)<\/w:pPr>/.exec(properties!)!
    expect(author).toBe('A. Aliyev (AL)')
    expect(former).toMatch(/^<w:pStyle w:val="ListParagraph"\/><w:numPr>.*<\/w:numPr><w:ind w:left="709" w:firstLine="709"\/>$/)
  })

  it('a number written as text that a recast paragraph gained is itself a change', async () => {
    const blocks: Partial<Block>[] = Array.from({ length: 28 }, () => ({ kind: 'item' as const }))
    blocks[27] = { ...blocks[27], recast: { id: 'k', ...by, was: { kind: 'chapeau' } } }
    const doc = readDocx(await writeDocx(statementOf(blocks, { clauses: 'none' }), about, options))
    expect(docxParagraphs(doc, 'accepted').at(-1)).toMatch(/^ab\) t27$/)
    expect(docxParagraphs(doc, 'rejected').at(-1)).toBe('t27')
  })
})

describe('moves', () => {
  const half = (kind: 'insertion' | 'deletion', move = 'm') => ({ ...revision(kind, `${kind} ${move}`), move })
  const moved = (kind: 'insertion' | 'deletion'): Partial<Block> => ({
    runs: [{ text: 'moved', revisions: [half(kind)] }],
    mark: [half(kind)],
  })
  const rangesOf = (document: string) =>
    [...document.matchAll(/<w:(move\w+Range)Start [^>]*w:name="(\w+)"/g)].map(([, range, name]) => `${range} ${name}`)

  it('are two ranges of one name, the text in them moved, their ends too', async () => {
    const { 'word/document.xml': document } = await xmlOf(statementOf([moved('deletion'), {}, moved('insertion'), {}]))
    expect(rangesOf(document!)).toEqual(['moveFromRange move1', 'moveToRange move1'])
    expect(document).toMatch(/<w:moveFrom [^>]*><w:r><w:t [^>]*>moved</)
    expect(document).toMatch(/<w:moveTo [^>]*><w:r><w:t [^>]*>moved</)
    expect(document!.match(/<w:rPr><w:move(From|To) /g)).toHaveLength(2)
    expect(document).not.toMatch(/<w:(ins|del) /)
  })

  it.each<[string, Partial<Block>[]]>([
    ['half a move', [moved('deletion'), {}]],
    ['a move to the very end, where Word keeps no end', [moved('deletion'), {}, moved('insertion')]],
    ['a move with text between that stays', [moved('deletion'), {}, moved('deletion'), {}, moved('insertion'), {}]],
    [
      'moves that cross',
      [
        { runs: [{ text: 'a', revisions: [half('deletion')] }, { text: 'b', revisions: [half('deletion', 'n')] }] },
        {
          runs: [
            { text: 'c', revisions: [half('insertion')] },
            { text: 'd', revisions: [half('insertion', 'n')] },
            { text: 'a', revisions: [half('insertion')] },
          ],
        },
      ],
    ],
  ])('%s is a deletion and an insertion', async (name, blocks) => {
    const { 'word/document.xml': document } = await xmlOf(statementOf(blocks))
    const moves = name === 'moves that cross' ? ['moveFromRange move1', 'moveToRange move1'] : []
    expect(rangesOf(document!)).toEqual(moves)
    expect(document).toMatch(/<w:(ins|del) /)
  })

  it('are written apart where asked', async () => {
    const statement = statementOf([moved('deletion'), {}, moved('insertion'), {}])
    const { 'word/document.xml': document } = await xmlOf(statement, { ...options, movesApart: true })
    expect(document).not.toContain('w:move')
    expect(document).toMatch(/<w:rPr><w:del /)
    expect(document).toMatch(/<w:rPr><w:ins /)
  })
})

describe('comments', () => {
  const other = { author: 'B. Bek', delegation: 'BK', time: '2026-01-06T10:00:00.000Z' }
  const talkedOver: Statement = {
    ...statementOf([
      { runs: [{ text: 'The sides ' }, { text: 'agree', comments: ['c'] }, { text: ' on', comments: ['c'] }, { text: ' it.' }] },
      { runs: [{ text: 'new', revisions: [{ ...revision('insertion'), reason: 'As the host asked' }] }] },
    ]),
    comments: [
      { id: 'c', ...by, text: 'Why?\nSince when?', resolved: true, replies: [{ id: 'r', ...other, text: 'Since May.' }] },
      { id: 'lost', ...other, text: 'On words that are gone', resolved: false, replies: [] },
    ],
  }
  const textsIn = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map((match) => match[1])
  const said = (parts: Record<string, string>) =>
    [...parts['word/comments.xml']!.matchAll(/<w:comment [^>]*w:author="([^"]*)".*?<\/w:comment>/g)].map(([xml, author]) => [
      author,
      textsIn(xml).join('|'),
    ])

  it('stand on their words, with replies, settled ones settled; those without words come first in the text', async () => {
    const parts = await xmlOf(talkedOver, { ...options, comments: 'all' })
    expect(said(parts)).toEqual([
      ['A. Aliyev (AL)', 'Why?|Since when?'],
      ['B. Bek (BK)', 'Since May.'],
      ['A. Aliyev (AL)', 'Причина: As the host asked'],
      ['B. Bek (BK)', 'On words that are gone'],
    ])
    const threads = [...parts['word/commentsExtended.xml']!.matchAll(/<w15:commentEx ([^>]*)\/>/g)].map((match) => match[1]!)
    expect(threads.map((thread) => [thread.includes('w15:paraIdParent'), /w15:done="(\d)"/.exec(thread)![1]])).toEqual([
      [false, '1'],
      [true, '1'],
      [false, '0'],
      [false, '0'],
    ])
    const [, about] = /<w:commentRangeStart w:id="1"\/>(.*?)<w:commentRangeEnd w:id="1"\/>/.exec(parts['word/document.xml']!)!
    expect(textsIn(about!)).toEqual(['agree', ' on'])
  })

  it('a reason goes with the words it is given for', async () => {
    const parts = await xmlOf(talkedOver, { ...options, comments: 'reasons' })
    expect(said(parts)).toEqual([['A. Aliyev (AL)', 'Причина: As the host asked']])
    expect(parts['word/document.xml']).toMatch(/<w:ins [^>]*><w:r><w:commentReference /)
  })

  it('stay at home unless asked for', async () => {
    const parts = await xmlOf(talkedOver)
    expect(Object.keys(parts).filter((name) => name.includes('comment'))).toEqual([])
    expect(parts['word/document.xml']).not.toContain('comment')
  })
})
