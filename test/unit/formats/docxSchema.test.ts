// Every DOCX we write keeps the rules of ISO 29500, whatever is open in the text and whatever options it leaves with.
import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import { acceptAll } from '../../../shared/redline/index.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { discussed, redlined } from '../../support/redlines.ts'
import { faultsOf } from '../../support/wordSchema.ts'

const about = {
  title: 'Joint statement',
  header: 'Draft, 5 January 2026',
  delegations: ['AL', 'BK'],
  time: '2026-01-05T10:00:00.000Z',
  trace: { draft: 'draft-1', version: 'version-1' },
}
const options: ExportOptions = {
  format: 'docx',
  mode: 'redline',
  openChanges: 'refuse',
  lineNumbers: false,
  attribution: 'author',
  comments: 'all',
  traceable: true,
}

const variants = fc.record({
  lineNumbers: fc.boolean(),
  attribution: fc.constantFrom('author', 'delegation'),
  comments: fc.constantFrom('all', 'all', 'reasons', 'none'),
  movesApart: fc.boolean(),
  traceable: fc.boolean(),
})

describe('the schema', () => {
  it('holds for redlines with moves, formats, comments and stacked changes', { timeout: 180_000 }, async () => {
    const seen = { moves: 0, comments: 0, replies: 0, styles: 0, kinds: 0 }
    await fc.assert(
      fc.asyncProperty(discussed, variants, async (statement, variant) => {
        const bytes = await writeDocx(statement, about, { ...options, ...variant })
        expect(faultsOf(bytes)).toEqual([])
        const all = Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('')
        seen.moves += Number(all.includes('<w:moveFromRangeStart'))
        seen.comments += Number(all.includes('<w:commentReference'))
        seen.replies += Number(all.includes('w15:paraIdParent'))
        seen.styles += Number(all.includes('<w:rPrChange'))
        seen.kinds += Number(all.includes('<w:pPrChange'))
      }),
      { numRuns: 200, seed: 20260105 },
    )
    // A generator that no longer makes them would prove nothing.
    expect(Object.entries(seen).filter(([, count]) => count <= 5)).toEqual([])
  })

  it('holds for final copies', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(redlined, async (statement) => {
        expect(faultsOf(await writeDocx(acceptAll(statement), about, { ...options, mode: 'final' }))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('is judged by a judge that sees faults', async () => {
    const by = { author: 'A', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' }
    const bytes = await writeDocx(
      {
        format: 1,
        language: 'en',
        numbering: { sections: 'none', clauses: 'none', items: 'none' },
        comments: [{ id: 'c', ...by, text: 'Why?', resolved: true, replies: [{ id: 'r', ...by, text: 'So.' }] }],
        blocks: [
          {
            id: 'a',
            kind: 'paragraph',
            runs: [{ text: 'moved', revisions: [{ id: '1', kind: 'deletion', move: 'm', ...by }] }, { text: 'x' }],
          },
          {
            id: 'b',
            kind: 'paragraph',
            runs: [
              { text: 'moved', revisions: [{ id: '2', kind: 'insertion', move: 'm', ...by }] },
              { text: 'y', comments: ['c'], marks: ['bold'], restyled: [{ id: '3', ...by, marks: ['bold'] }] },
              { text: 'gone', revisions: [{ id: '4', kind: 'deletion', ...by }] },
            ],
            mark: [{ id: '5', kind: 'insertion', ...by }],
          },
          { id: 'c', kind: 'heading', runs: [{ text: 'h' }], recast: { id: '6', ...by, was: { kind: 'paragraph' } } },
        ],
      },
      about,
      options,
    )
    expect(faultsOf(bytes)).toEqual([])
    const parts = unzipSync(bytes)
    const broken = (part: string, from: string | RegExp, to: string) => {
      const before = strFromU8(parts[part]!)
      const after = before.replace(from, to)
      expect(after).not.toBe(before)
      return faultsOf(zipSync({ ...parts, [part]: strToU8(after) }))
    }
    const document = 'word/document.xml'
    const FAULTS: [part: string, from: string | RegExp, to: string, fault: RegExp][] = [
      [document, /(<w:b\/><w:bCs\/>)(<w:rPrChange.*?<\/w:rPrChange>)/u, '$2$1', /wrong order/],
      [document, /(<w:pStyle [^>]*\/>)(.*?)(<w:pPrChange.*?<\/w:pPrChange>)/u, '$3$1$2', /wrong order/],
      [document, /<w:del w:id="\d+"/u, '<w:del w:id="1"', /number 1 twice/],
      [document, /<w:moveToRangeEnd [^>]*\/>/u, '', /no end after its start/],
      [document, /w:name="move1"/u, 'w:name="move2"', /moves move2 and move1/],
      [document, /<w:moveFromRangeStart [^>]*\/>/u, '', /outside of every range/],
      [document, /<w:commentReference [^>]*\/>/u, '', /referred to/],
      [document, /<w:delText([^>]*)>gone<\/w:delText>/u, '<w:t$1>gone</w:t>', /text in a deletion/],
      [document, / w:author="[^"]*"/u, '', /without w:author/],
      [document, /<w:bookmarkEnd [^>]*\/>/u, '', /no end/],
      [document, /w:date="2026-01-05T10:00:00Z"/u, 'w:date="yesterday"', /yesterday/],
      ['word/comments.xml', /w:id="\d+"/u, 'w:id="999"', /referred to/],
      ['word/commentsExtended.xml', /w15:paraIdParent="\w+"/u, 'w15:paraIdParent="00FFFFFF"', /which is not there/],
      ['word/_rels/document.xml.rels', 'comments.xml', 'remarks.xml', /no word\/remarks.xml/],
    ]
    for (const [part, from, to, fault] of FAULTS) expect(broken(part, from, to).join('\n')).toMatch(fault)
  })
})
