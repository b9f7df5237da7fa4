// An outside oracle: LibreOffice accepts and rejects all changes of redlines that Alternat wrote, and must get our texts.
import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Block, Statement } from '../../../shared/model/statement.ts'
import { redline } from '../../../shared/redline/index.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { bookmarkOf } from '../../../electron/core/formats/docx/writing/trace.ts'
import { about, hasStackedEnd, judge, options, ours, resaved, withSingleEnds, type Judged } from '../../support/oracle.ts'
import { discussed } from '../../support/redlines.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { findLibreOffice } from '../../support/tools.ts'

const office = findLibreOffice()
const GENERATED = 200
const SEED = 20260105

const by = { author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' }
const insertion = [{ id: 'i', kind: 'insertion' as const, ...by }]
const deletion = [{ id: 'd', kind: 'deletion' as const, ...by }]
const half = (kind: 'insertion' | 'deletion') => [{ id: `half ${kind}`, kind, move: 'm', ...by }]
const moved = (kind: 'insertion' | 'deletion') => [{ text: 'Moved.', revisions: half(kind) }]
const whole = (kind: 'insertion' | 'deletion'): Partial<Block> => ({ runs: moved(kind), mark: half(kind) })
const of = (...blocks: Partial<Block>[]): Statement => ({
  format: 1,
  language: 'en',
  numbering: { sections: 'roman', clauses: 'continuous', items: 'letter' },
  blocks: [{ kind: 'title' as const }, ...blocks].map((block, index) => ({
    id: `b${index}`,
    kind: 'paragraph',
    runs: [{ text: `Text ${index}.` }],
    ...block,
  })),
})
const paragraphs = (...texts: string[]): Statement => of(...texts.map((text) => ({ runs: [{ text }] })))

const CASES: Record<string, Statement> = {
  'a split': of({ mark: insertion }, {}),
  'a join': of({ mark: deletion }, {}),
  'an inserted paragraph': of({}, { runs: [{ text: 'New.', revisions: insertion }], mark: insertion }, {}),
  'a deleted paragraph': of({}, { runs: [{ text: 'Old.', revisions: deletion }], mark: deletion }, {}),
  'an appended paragraph': of({}, { runs: [{ text: 'New.', revisions: insertion }], mark: insertion }),
  'two appended paragraphs': of(
    {},
    { runs: [{ text: 'New.', revisions: insertion }], mark: insertion },
    { runs: [{ text: 'Newer.', revisions: insertion }], mark: insertion },
  ),
  'a deleted last paragraph': of({}, { runs: [{ text: 'Old.', revisions: deletion }], mark: deletion }),
  'an appended signature': of({}, { kind: 'signature', runs: [{ text: 'For …', revisions: insertion }], mark: insertion }),
  'an insertion that another deletes': of({
    runs: [{ text: 'a' }, { text: 'b', revisions: [...insertion, { ...deletion[0]!, author: 'B. Bek' }] }, { text: 'c' }],
  }),
  'insertions on both sides of an end that stays': of(
    { runs: [{ text: 'a' }, { text: 'b', revisions: insertion }] },
    { runs: [{ text: 'c', revisions: insertion }, { text: 'd' }] },
  ),
  'text that its own author took back': of({ runs: [{ text: 'a' }, { text: 'b', revisions: [...insertion, ...deletion] }] }),
  'an empty inserted paragraph': of({ runs: [], mark: insertion }, {}),
  'an inserted heading and list': of(
    { kind: 'heading', runs: [{ text: 'H', revisions: insertion }], mark: insertion },
    { kind: 'item' },
    {},
  ),
  'a replaced last paragraph': of(
    {},
    { runs: [{ text: 'Old.', revisions: deletion }], mark: deletion },
    { kind: 'signature', runs: [{ text: 'New.', revisions: insertion }], mark: insertion },
  ),
  'a last paragraph replaced by two': of(
    {},
    { runs: [{ text: 'New.', revisions: insertion }], mark: insertion },
    { runs: [{ text: 'Newer.', revisions: insertion }], mark: insertion },
    { runs: [{ text: 'Old.', revisions: deletion }], mark: deletion },
  ),
  'a moved paragraph': of(whole('deletion'), {}, whole('insertion'), {}),
  'a paragraph moved up, with words of others in it': of(
    {
      runs: [
        { text: 'Moved ', revisions: half('insertion') },
        { text: 'old', revisions: [...half('insertion'), { ...deletion[0]!, author: 'B. Bek' }] },
        { text: 'new', revisions: insertion },
      ],
      mark: half('insertion'),
    },
    {},
    { runs: [{ text: 'Moved old', revisions: half('deletion') }], mark: half('deletion') },
    {},
  ),
  'two paragraphs moved': of(whole('deletion'), whole('deletion'), {}, whole('insertion'), whole('insertion'), {}),
  'a paragraph moved to the end': of(whole('deletion'), {}, whole('insertion')),
  'words moved': of({ runs: [...moved('deletion'), { text: ' Rest.' }] }, { runs: [{ text: 'Start. ' }, ...moved('insertion')] }),
  'half a move': of(whole('deletion'), {}),
  'a restyled word in a recast paragraph': of(
    {
      kind: 'heading',
      runs: [{ text: 'Bold', marks: ['bold'], restyled: [{ id: 's', ...by, marks: ['bold', 'italic'] }] }, { text: ' word' }],
      recast: { id: 'k', ...by, was: { kind: 'item', level: 2 } },
    },
    { kind: 'item', level: 1, recast: { id: 'k2', ...by, was: { kind: 'paragraph' } } },
  ),
  'a restyled word that was inserted, and one that was deleted': of({
    runs: [
      { text: 'in', revisions: insertion, marks: ['italic'], restyled: [{ id: 's', ...by, marks: ['italic'] }] },
      { text: 'out', revisions: deletion, restyled: [{ id: 's', ...by, marks: ['bold'] }] },
    ],
  }),
  'a redline of two unlike texts': redline(
    paragraphs('The sides support peace.', 'Closing words.'),
    paragraphs('Water is scarce, and energy dear.', 'Thanks to the host city.'),
    by,
  ),
  'a redline of two texts': redline(
    paragraphs(
      'The sides support peace and trade.',
      'They note the role of water. They welcome the forum.',
      'Old closing.',
      'Last words.',
    ),
    paragraphs(
      'A quite new opening of another kind.',
      'The sides firmly support peace and open trade.',
      'They note the role of water.',
      'They welcome the forum.',
      'Last words.',
    ),
    by,
  ),
}

describe.skipIf(!office)('LibreOffice on redlines of ours', () => {
  const folder = temporaryFolder()

  it('gets the accepted and the rejected text of every case', { timeout: 120_000 }, async () => {
    const judged = await judge(office!, folder, Object.values(CASES))
    const named = (found: readonly Judged[]) =>
      Object.fromEntries(Object.keys(CASES).map((name, index) => [name, found[index]]))
    expect(named(judged)).toEqual(named(Object.values(CASES).map(ours)))
  })

  it(`gets those of ${GENERATED} redlines with moves, formats and stacked changes`, { timeout: 300_000 }, async () => {
    const statements: Statement[] = []
    for (const made of fc.sample(discussed, { numRuns: GENERATED * 1.2, seed: SEED })) {
      const statement = withSingleEnds(made)
      if (statements.length < GENERATED && !(await hasStackedEnd(statement))) statements.push(statement)
    }
    expect(statements).toHaveLength(GENERATED)
    const judged = await judge(office!, folder, statements)
    const wrong = judged.flatMap((found, index) => {
      const expected = ours(statements[index]!)
      return isDeepStrictEqual(found, expected) ? [] : [{ seed: SEED, index, found, expected }]
    })
    expect(wrong).toEqual([])
  })

  it('keeps, when it saves the file, what the file is recognised by, and what was said', { timeout: 120_000 }, async () => {
    const said = { ...by, delegation: 'BK', author: 'B. Bek' }
    const statement: Statement = {
      ...of({ runs: [{ text: 'The sides ' }, { text: 'agree', comments: ['c'], revisions: insertion }, { text: '.' }] }, {}),
      comments: [{ id: 'c', ...said, text: 'Why so?', resolved: true, replies: [{ id: 'r', ...by, text: 'As agreed.' }] }],
    }
    const [parts] = await resaved(office!, folder, [await writeDocx(statement, about, { ...options, comments: 'all' })])
    expect(parts!['docProps/custom.xml']).toContain('name="AlternatDraft"><vt:lpwstr>draft-1<')
    expect(parts!['docProps/custom.xml']).toContain('name="AlternatVersion"><vt:lpwstr>version-1<')
    for (const { id } of statement.blocks) expect(parts!['word/document.xml']).toContain(`w:name="${bookmarkOf(id)}"`)
    // In no order of its own.
    expect(parts!['word/comments.xml']).toMatch(/w:author="B. Bek \(BK\)"(?:(?!<\/w:comment>).)*Why so\?/su)
    expect(parts!['word/comments.xml']).toMatch(/w:author="A. Aliyev \(AL\)"(?:(?!<\/w:comment>).)*As agreed\./su)
    expect(parts!['word/commentsExtended.xml']).toContain('w15:done="1"')
  })
})

describe('our own reader on redlines of ours', () => {
  it('gets the texts of every case', async () => {
    for (const [name, statement] of Object.entries(CASES)) {
      const doc = readDocx(await writeDocx(statement, about, options))
      const { accepted, rejected } = ours(statement)
      const found = { accepted: docxParagraphs(doc, 'accepted'), rejected: docxParagraphs(doc, 'rejected') }
      expect({ name, ...found }).toEqual({ name, accepted, rejected })
    }
  })
})
