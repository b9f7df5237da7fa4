// One text in every format gives one and the same clauses: the samples that the product brings, and the real texts where they lie
// beside it. LibreOffice makes the files that other people's programs would.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../../../../electron/core/formats/docx/write.ts'
import { writePdf } from '../../../../../electron/core/formats/pdf/write.ts'
import { proposeFile } from '../../../../../electron/core/importing/propose.ts'
import type { ExportOptions } from '../../../../../shared/contract/exporting.ts'
import { clausesOf } from '../../../../../shared/model/declaration.ts'
import { clauseIdSchema } from '../../../../../shared/model/ids.ts'
import type { Proposal } from '../../../../../shared/model/proposal.ts'
import type { Statement } from '../../../../../shared/model/statement.ts'
import { assemble } from '../../../../../shared/segmenting/index.ts'
import { corpus, corpusFile } from '../../../../support/corpus.ts'
import { about } from '../../../../support/oracle.ts'
import { findTool, printed } from '../../../../support/tools.ts'

const SAMPLES = ['olmin-2021', 'selta-2025', 'terven-2023'].flatMap((name) => ['en', 'ru'].map((language) => `${name}-${language}`))
const TEXTS: readonly (readonly [string, string])[] = [
  ...SAMPLES.map((name) => [name, `templates/samples/${name}.txt`] as const),
  ...(corpus ? ['000', '001', '002', '003', '004'].map((name) => [name, corpusFile(name)] as const) : []),
]
const OPTIONS: ExportOptions = {
  format: 'pdf', mode: 'final', openChanges: 'refuse', lineNumbers: false, attribution: 'author', comments: 'none', traceable: false,
}

/** Spaces are set anew by whoever sets the text. */
const agreed = (proposal: Proposal) => clausesOf(assemble(proposal), (block) => clauseIdSchema.parse(block.id))
  .map(({ kind, number, section, text }) => ({ kind, number, section, text: text.replace(/\s+/gu, ' ').trim() }))

interface Original { name: string; statement: Statement; clauses: ReturnType<typeof agreed> }
const originals = new Map<string, Original>()
const clausesIn = async (bytes: Uint8Array, file: string) => agreed(await proposeFile(bytes, file))

beforeAll(async () => {
  for (const [name, path] of TEXTS) {
    const proposal = await proposeFile(readFileSync(path), 'a.txt')
    originals.set(name, { name, statement: assemble(proposal), clauses: agreed(proposal) })
  }
})

describe.each(TEXTS.map(([name]) => name))('%s', (name) => {
  it('holds clauses', () => expect(originals.get(name)!.clauses.length).toBeGreaterThan(4))

  it('as our DOCX', async () => {
    const { statement, clauses } = originals.get(name)!
    expect(await clausesIn(await writeDocx(statement, about, { ...OPTIONS, format: 'docx' }), 'a.docx')).toEqual(clauses)
  })

  it.each([false, true])('as our PDF, numbers of lines: %s', async (lineNumbers) => {
    const { statement, clauses } = originals.get(name)!
    const { bytes } = writePdf(statement, about, { ...OPTIONS, lineNumbers }, 'templates')
    expect(await clausesIn(bytes, 'a.pdf')).toEqual(clauses)
  })
})

const soffice = findTool('soffice')
if (!soffice) console.warn('files of LibreOffice skipped: soffice is not installed')

describe.skipIf(!soffice)('through LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-same-'))
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
  const PLAIN = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
  const FORMATS = [['DOCX', 'docx:MS Word 2007 XML', 'docx'], ['PDF with structure', TAGGED, 'pdf'], ['PDF without', PLAIN, 'pdf']] as const

  // Of the samples one in each language: starting LibreOffice takes longer than all else here.
  const passed = () => [...originals.values()].filter(({ name }) => !SAMPLES.slice(2).includes(name))

  const convert = (filter: string, out: string, names: readonly string[]) => printed(soffice!, [
    '--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', filter, '--outdir', out,
    ...names.map((name) => join(folder, `${name}.docx`))], 200_000)

  beforeAll(async () => {
    for (const { name, statement } of passed()) {
      writeFileSync(join(folder, `${name}.docx`), await writeDocx(statement, about, { ...OPTIONS, format: 'docx' }))
    }
  })

  /** Each of these starts LibreOffice once more, to be read. */
  const READ_BY_IT = [['ODT', 'odt:writer8', 'odt'], ['RTF', 'rtf:Rich Text Format', 'rtf'], ['DOC', 'doc:MS Word 97', 'doc']] as const
  it.each(READ_BY_IT)('%s, read by way of LibreOffice', async (_, filter, ending) => {
    const { name, clauses } = originals.get(SAMPLES[1]!)!
    await convert(filter, folder, [name])
    expect(await clausesIn(readFileSync(join(folder, `${name}.${ending}`)), `a.${ending}`)).toEqual(clauses)
  }, 120_000)

  it.each(FORMATS)('%s', async (_, filter, ending) => {
    const out = join(folder, filter.replace(/\W/gu, ''))
    await convert(filter, out, passed().map(({ name }) => name))
    for (const { name, clauses } of passed()) {
      expect([name, await clausesIn(readFileSync(join(out, `${name}.${ending}`)), `a.${ending}`)]).toEqual([name, clauses])
    }
  }, 240_000)
})
