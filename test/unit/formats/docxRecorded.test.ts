// Files that no one here made: LibreOffice records changes through its own interface, saves them as DOCX, and says what the texts
// are with all of them accepted and rejected. The reader must get the same.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listComments, listRevisions } from '../../../electron/core/formats/docx/listed.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { revisedStatement } from '../../../electron/core/formats/docx/revised.ts'
import { show } from '../../../electron/core/formats/docx/view.ts'
import { propose } from '../../../electron/core/importing/propose.ts'
import { blockText } from '../../../shared/model/statement.ts'
import { acceptAll, rejectAll } from '../../../shared/redline/index.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { findLibreOffice, printed } from '../../support/tools.ts'

const office = findLibreOffice()

interface Recorded {
  case: string
  file: string
  accepted: string[]
  rejected: string[]
  /** Numbers of the accepted text's paragraphs. */
  labels: string[]
  changes: { kind: string; author: string }[]
}

const withText = (paragraphs: readonly string[]) => paragraphs.filter((text) => text.trim() !== '')

describe.skipIf(!office)('DOCX that LibreOffice wrote with changes recorded', () => {
  const folder = temporaryFolder()
  let recorded: Recorded[] = []

  beforeAll(async () => {
    const out = await printed(office!.python, ['test/support/recorded.py', office!.soffice, join(folder, 'profile'), folder],
      240_000)
    recorded = out.trim().split('\n').map((line) => JSON.parse(line) as Recorded)
  }, 250_000)

  const all = <T>(of: (found: Recorded, bytes: Uint8Array) => T) =>
    recorded.map((found) => ({ case: found.case, ...of(found, readFileSync(found.file)) }))

  it('reads as the texts that LibreOffice has when all is accepted, and when all is rejected', () => {
    expect(recorded.length).toBeGreaterThan(40)
    expect(recorded.flatMap(({ changes }) => changes).length).toBeGreaterThan(150)
    expect(all((_, bytes) => {
      const doc = readDocx(bytes)
      return { accepted: docxParagraphs(doc, 'accepted'), rejected: docxParagraphs(doc, 'rejected') }
    })).toEqual(all(({ accepted, rejected }) => ({ accepted, rejected })))
  })

  it('numbers the accepted text as LibreOffice does', () => {
    expect(recorded.find((found) => found.case === 'numbered')!.labels).toEqual(['I.', 'II.', 'I.', 'II.', 'III.'])
    expect(all((_, bytes) => ({
      labels: show(readDocx(bytes), 'accepted').filter(({ paragraph }) => !paragraph.cell).map(({ label }) => label ?? ''),
    }))).toEqual(all(({ labels }) => ({ labels })))
  })

  it('as a statement with its changes open, too', () => {
    expect(all((_, bytes) => {
      const statement = revisedStatement(readDocx(bytes), propose(bytes, 'a.docx'))
      const texts = (resolved: typeof statement) => withText(resolved.blocks.map(blockText))
      return { accepted: texts(acceptAll(statement)), rejected: texts(rejectAll(statement)) }
    })).toEqual(all(({ accepted, rejected }) => ({ accepted: withText(accepted), rejected: withText(rejected) })))
  })

  it('tells who changed something, and that formats changed', () => {
    const authors = (changes: readonly { author: string }[]) => [...new Set(changes.map(({ author }) => author))].sort()
    expect(all((_, bytes) => {
      const revisions = listRevisions(readDocx(bytes))
      return { authors: authors(revisions), format: revisions.some(({ kind }) => kind === 'format') }
    })).toEqual(all(({ changes }) => ({ authors: authors(changes), format: changes.some(({ kind }) => kind === 'Format') })))
  })

  it.each([
    ['typed', ['insertion:  firmly']],
    ['split', ['split: ']],
    ['joined', ['join: ']],
    ['across', ['deletion: the role of water.\nClosing']],
    ['typed_in_deletion', ['deletion: peace', 'insertion: X', 'deletion:  and trade']],
    ['bold', ['format: support', 'format: note the role']],
    ['row_deleted', ['deletion: a2\nb2']],
    ['two_hands', ['insertion:  firmly and fully', 'deletion: firmly and ', 'deletion: peace and ', 'split: ',
      'insertion:  remarks']],
  ])('%s is told as what was done', (name, changes) => {
    const { file } = recorded.find((found) => found.case === name)!
    expect(listRevisions(readDocx(readFileSync(file))).map(({ kind, text }) => `${kind}: ${text}`)).toEqual(changes)
  })

  it('bold and italic that were put on come back as restylings', () => {
    const { file } = recorded.find((found) => found.case === 'bold')!
    const restyled = readDocx(readFileSync(file)).paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ text, marks, restyled }) => (restyled ? [{ text, marks, on: restyled[0]!.marks }] : [])))
    expect(restyled).toEqual([
      { text: 'support', marks: ['bold'], on: ['bold'] },
      { text: 'note the role', marks: ['italic'], on: ['italic'] },
    ])
  })

  it('comments, resolved or not, over words or at a point', { timeout: 120_000 }, async () => {
    writeFileSync(join(folder, 'commented.fodt'), COMMENTED)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await printed(office!.soffice,
      ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, join(folder, 'commented.fodt')],
      100_000)
    const doc = readDocx(readFileSync(join(folder, 'commented.docx')))
    expect(listComments(doc)).toEqual([
      { author: 'B. Bek', date: '2026-01-06T10:00:00Z', text: 'Which peace?\nSay more.', resolved: true, paragraph: 0,
        about: 'peace', replies: [] },
      { author: 'C. Chen', date: '2026-01-07T10:00:00Z', text: 'At a point.', resolved: false, paragraph: 1, about: 'note',
        replies: [] },
    ])
    expect(listRevisions(doc)).toEqual([{ kind: 'insertion', author: 'A. Aliyev (AL)', date: '2026-01-05T10:00:00Z',
      text: 'firmly ', paragraph: 0 }])
  })
})

const named = (element: string, who: string, day: number) =>
  `${element}<dc:creator>${who}</dc:creator><dc:date>2026-01-0${day}T10:00:00</dc:date>`
/** LibreOffice's own format: a program that gives it comments ends it, a file does not. */
const COMMENTED = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:tracked-changes><text:changed-region xml:id="ct1" text:id="ct1"><text:insertion>${named('<office:change-info>', 'A. Aliyev (AL)', 5)}</office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:p>The sides <text:change-start text:change-id="ct1"/>firmly <text:change-end text:change-id="ct1"/>support ${named('<office:annotation office:name="a1" loext:resolved="true">', 'B. Bek', 6)}<text:p>Which peace?</text:p><text:p>Say more.</text:p></office:annotation>peace<office:annotation-end office:name="a1"/> and trade.</text:p>
<text:p>They note${named('<office:annotation>', 'C. Chen', 7)}<text:p>At a point.</text:p></office:annotation> the role of water.</text:p>
</office:text></office:body></office:document>`
