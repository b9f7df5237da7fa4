// What Alternat writes it reads back: the same texts in both views, and each letter under the same hands, times and looks.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import { blockText, type Revision, type RevisionBy, type Run, type Statement } from '../../../shared/model/statement.ts'
import { acceptAll, rejectAll } from '../../../shared/redline/index.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { revisedStatement } from '../../../electron/core/formats/docx/revised.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { propose } from '../../../electron/core/importing/propose.ts'
import { partsOf } from '../../support/docx.ts'
import { discussed, redlined } from '../../support/redlines.ts'

const about = { title: 'Joint statement', header: null, delegations: ['AL', 'BK'], time: '2026-01-05T10:00:00.000Z' }
const options: ExportOptions = {
  format: 'docx', mode: 'redline', openChanges: 'refuse', lineNumbers: false, attribution: 'author', comments: 'all',
}
const texts = (statement: Statement) => statement.blocks.map(blockText)

/** Numbers would be text in the file, or not, as Word can count them. */
const unnumbered = (statement: Statement): Statement =>
  ({ ...statement, numbering: { sections: 'none', clauses: 'none', items: 'none' } })

const hand = ({ author, delegation, time }: RevisionBy) => `${author}/${delegation} ${new Date(time).toISOString().slice(0, 19)}`
/** A text insertion that LibreOffice would join with the one before its paragraph is dated two minutes later. */
const LATER = 120_000

interface Letter {
  letter: string
  looks: string
  inserted: RevisionBy | null
  deleted: RevisionBy | null
}

const lettersOf = (runs: readonly Run[]): Letter[] => runs.flatMap(({ text, marks = [], revisions = [], restyled = [] }) => {
  const of = (kind: Revision['kind']) => revisions.find((revision) => revision.kind === kind) ?? null
  const looks = [marks.join('+'), ...restyled.map((one) => `${hand(one)} ${one.marks.join('+')}`)].join('; ')
  return [...text].map((letter) => ({ letter, looks, inserted: of('insertion'), deleted: of('deletion') }))
})

/** What one hand put in and took out again is not written. */
const isWithdrawn = ({ inserted, deleted }: Letter) =>
  inserted !== null && deleted !== null && inserted.author === deleted.author && inserted.delegation === deleted.delegation

const signed = ({ letter, looks, inserted, deleted }: Letter) =>
  ({ letter, looks, inserted: inserted && hand(inserted), deleted: deleted && hand(deleted) })

/** A run that two hands restyled has one change of looks in Word: such are left out here. */
const ofOneHand = (statement: Statement): Statement => ({
  ...statement,
  blocks: statement.blocks.map((block) => ({
    ...block,
    runs: block.runs.map(({ restyled = [], ...run }) => ({ ...run, ...(restyled.length === 1 && { restyled }) })),
  })),
})

describe('a redline that was written and read back', () => {
  it('has every letter under the same hands and times, in the same looks', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(redlined.map(unnumbered).map(ofOneHand), async (statement) => {
        const doc = readDocx(await writeDocx(statement, about, options))
        const written = statement.blocks.flatMap(({ runs }) => lettersOf(runs)).filter((letter) => !isWithdrawn(letter))
        const read = doc.paragraphs.flatMap(({ runs }) => lettersOf(runs))
        const sameTime = read.map((letter, index) => {
          const { inserted } = written[index] ?? {}
          const moved = letter.inserted && inserted && Date.parse(letter.inserted.time) - Date.parse(inserted.time) === LATER
          return moved ? { ...letter, inserted: { ...letter.inserted!, time: inserted.time } } : letter
        })
        expect(sameTime.map(signed)).toEqual(written.map(signed))
      }),
      { numRuns: 100 },
    )
  })

  it('is the same statement accepted and rejected, with its moves, kinds and comments', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(discussed, async (statement) => {
        const bytes = await writeDocx(statement, about, options)
        const doc = readDocx(bytes)
        expect(docxParagraphs(doc, 'accepted')).toEqual(texts(acceptAll(statement)))
        expect(docxParagraphs(doc, 'rejected')).toEqual(texts(rejectAll(statement)))
        const back = revisedStatement(doc, propose(bytes, 'a.docx'))
        expect(texts(acceptAll(back))).toEqual(texts(acceptAll(statement)))
        expect(texts(rejectAll(back))).toEqual(texts(rejectAll(statement)))
        const said = (all: Statement['comments'] = []) => all.map(({ text, resolved, replies, ...by }) => ({
          text, resolved, by: hand(by), replies: replies.map((reply) => `${hand(reply)} ${reply.text}`),
        }))
        expect(said(doc.comments)).toEqual(expect.arrayContaining(said(statement.comments)))
        const ranges = partsOf(bytes)['word/document.xml']!.matchAll(/<w:moveFromRangeStart [^>]*w:name="(\w+)"/gu)
        const moves = back.blocks.flatMap(({ runs, mark = [] }) => [...runs.flatMap(({ revisions = [] }) => revisions), ...mark])
          .flatMap(({ move, kind }) => (move === undefined ? [] : [`${move} ${kind}`]))
        expect(new Set(moves).size).toBe(2 * [...ranges].length)
      }),
      { numRuns: 100 },
    )
  })
})
