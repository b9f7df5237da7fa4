// A report as a file: what DOCX, PDF and plain lines say of it, in both languages.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { writeReportDocx } from '../../../electron/core/formats/docx/report.ts'
import { setReport } from '../../../electron/core/formats/pdf/report.ts'
import { reportDocument, type ReportDocument } from '../../../electron/core/formats/report/document.ts'
import { reportLines } from '../../../electron/core/formats/report/text.ts'
import type { Report } from '../../../shared/model/report.ts'
import { partsOf } from '../../support/docx.ts'
import { reportOn, textOf } from '../../support/reports.ts'
import { templates } from '../../support/services.ts'
import { faultsOf } from '../../support/wordSchema.ts'

const sample = (name: string) => textOf(join(templates, 'samples', `${name}.txt`))
const reports: Record<'ru' | 'en', Report> = {
  ru: reportOn(sample('olmin-2021-ru'), sample('terven-2023-ru')),
  en: reportOn(sample('terven-2023-en'), sample('selta-2025-en')),
}

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  const report = reports[language]
  const document = reportDocument(report, language)

  test('every part is there, dropped language first', () => {
    const headings = document.parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
    expect(headings[0]).toBe(language === 'ru' ? 'Исчезли целиком' : 'Dropped language')
    expect(headings).toHaveLength(language === 'ru' ? 6 : 7)
  })

  test('plain lines show the sum, every dropped clause, and words as the comparison marks them', () => {
    const text = reportLines(document).join('\n')
    expect(text).toContain(` = ${report.old.clauses}.`)
    for (const clause of report.clauses.filter(({ fate }) => fate === 'dropped')) expect(text).toContain(clause.text)
    expect(text).toMatch(/\[-.+-\].+\{\+.+\+\}/u)
  })

  test('the DOCX keeps the rules of ISO 29500, names nobody and holds the same words', async () => {
    const bytes = await writeReportDocx(document)
    expect(faultsOf(bytes)).toEqual([])
    const parts = partsOf(Buffer.from(bytes))
    expect(parts['docProps/core.xml']).not.toMatch(/<dc:creator>[^<]|<cp:lastModifiedBy>[^<]/u)
    const text = docxParagraphs(readDocx(bytes), 'accepted').join('\n')
    for (const clause of report.clauses.filter(({ fate }) => fate === 'dropped')) expect(text).toContain(clause.text)
    for (const { old } of report.verbs) expect(text).toContain(old ?? '–')
  })

  test('the pages are a PDF, and as pictures hold all that they refer to', () => {
    const set = setReport(document, '2026-01-05T10:00:00.000Z', templates)
    expect(Buffer.from(set.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
    const pages = set.svgs()
    expect(pages).toHaveLength(set.pages)
    for (const page of pages) {
      const known = new Set([...page.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]))
      for (const [, id] of page.matchAll(/(?:href="#|url\(#)([^")]+)/gu)) expect(known).toContain(id)
    }
    expect(pages[0]).toContain('<pattern')
  })
})

test('two texts that are the same make a report of one sentence', () => {
  const document = reportDocument(reportOn(sample('olmin-2021-en'), sample('olmin-2021-en')), 'en')
  expect(reportLines(document).slice(2)).toEqual([
    'Clauses in the earlier text: verbatim 25 + edited 0 + moved 0 + split 0 + merged 0 + dropped 0 = 25.',
    'The two texts are the same: no clause was changed.',
  ])
})

test('a text that would be markup or no text at all is set as it stands', () => {
  const hostile = '#import "x" $a$ <b> \u0000 *no* \\ "quoted"'
  const document: ReportDocument = {
    language: 'en', title: hostile, pair: hostile,
    parts: [
      { kind: 'heading', text: hostile, count: 1 }, { kind: 'clause', place: hostile, lines: [[{ text: hostile, look: 'deleted' }]] },
      { kind: 'table', columns: ['a'], widths: [1], rows: [[[{ text: hostile, look: 'plain' }]]] }, { kind: 'bar', segments: [] },
    ],
  }
  expect(setReport(document, '', templates).pages).toBe(1)
})
