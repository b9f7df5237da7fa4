// An outside oracle: LibreOffice accepts and rejects all changes of redlines that Alternat wrote, and must get our texts.
import * as fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import { blockText, type Block, type Statement } from '../../../shared/model/statement.ts'
import { acceptAll, redline, rejectAll } from '../../../shared/redline/index.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { partsOf } from '../../support/docx.ts'
import { redlined } from '../../support/redlines.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { findLibreOffice, printed } from '../../support/tools.ts'

const office = findLibreOffice()
const about = { title: 'Statement', header: null, delegations: [], time: '2026-01-05T10:00:00.000Z' }
const options: ExportOptions = {
  format: 'docx',
  mode: 'redline',
  openChanges: 'refuse',
  lineNumbers: false,
  attribution: 'author',
}
const texts = (statement: Statement) => statement.blocks.map(blockText)

const by = { author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' }
const insertion = [{ id: 'i', kind: 'insertion' as const, ...by }]
const deletion = [{ id: 'd', kind: 'deletion' as const, ...by }]
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

/** What LibreOffice makes of each file. */
async function judge(
  folder: string,
  statements: readonly Statement[],
): Promise<{ accepted: string[]; rejected: string[]; left: number }[]> {
  const files = statements.map((_, index) => join(folder, `${index}.docx`))
  for (const [index, statement] of statements.entries()) writeFileSync(files[index]!, await writeDocx(statement, about, options))
  const out = await printed(
    office!.python,
    ['test/support/libreoffice.py', office!.soffice, join(folder, 'profile'), ...files],
    240_000,
  )
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; view: 'accepted' | 'rejected'; paragraphs: string[]; left: number })
  return files.map((file) => {
    const [accepted, rejected] = ['accepted', 'rejected'].map(
      (view) => lines.find((line) => line.file === file && line.view === view)!,
    )
    return { accepted: accepted!.paragraphs, rejected: rejected!.paragraphs, left: accepted!.left + rejected!.left }
  })
}

/** LibreOffice holds one change a paragraph end, and loses the insertion of one that another hand deletes. */
async function hasStackedEnd(statement: Statement): Promise<boolean> {
  const { 'word/document.xml': document } = partsOf(await writeDocx(statement, about, options))
  return /<w:rPr><w:ins [^>]*\/><w:del [^>]*\/><\/w:rPr>/.test(document!)
}

describe.skipIf(!office)('LibreOffice on redlines of ours', () => {
  const folder = temporaryFolder()

  it('gets the accepted and the rejected text', { timeout: 300_000 }, async () => {
    const generated: Statement[] = []
    for (const statement of fc.sample(redlined, { numRuns: 36, seed: 20260105 }))
      if (!(await hasStackedEnd(statement))) generated.push(statement)
    expect(generated.length).toBeGreaterThan(15)
    const statements = [...Object.values(CASES), ...generated]
    const names = [...Object.keys(CASES), ...generated.map((_, index) => `generated ${index}`)]
    const judged = await judge(folder, statements)
    const ours = statements.map((statement, index) => ({
      name: names[index],
      accepted: texts(acceptAll(statement)),
      rejected: texts(rejectAll(statement)),
      left: 0,
    }))
    expect(judged.map((found, index) => ({ name: names[index], ...found }))).toEqual(ours)
  })

  it('and so does our own reader', async () => {
    for (const statement of Object.values(CASES)) {
      const doc = readDocx(await writeDocx(statement, about, options))
      expect(docxParagraphs(doc, 'accepted')).toEqual(texts(acceptAll(statement)))
      expect(docxParagraphs(doc, 'rejected')).toEqual(texts(rejectAll(statement)))
    }
  })
})
