// A thousand spoilt files of each kind through one worker: each is read or refused by its name. None ends the worker, holds it up,
// takes its memory, or leaves a file behind. Without LibreOffice: what it would be given has been looked over here, which is tried.
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createEventHub } from '../../../../../electron/core/events.ts'
import type { importTask, unpackTask } from '../../../../../electron/core/importing/tasks.ts'
import { createJobRunner } from '../../../../../electron/core/jobs/runner.ts'
import { lineLog, silentLog } from '../../../../../electron/core/log.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import { proposalSchema } from '../../../../../shared/model/proposal.ts'
import { zipOf } from '../../../../support/batches.ts'
import { del, docxOf, ins, p, partsOf, r } from '../../../../support/docx.ts'
import { mutated, mutation } from '../../../../support/mutations.ts'
import { pdfOf } from '../../../../support/pdf.ts'
import { workerScript } from '../../../../support/services.ts'

const LINES = ['Совместное заявление', '3 мая 2030 года в Тервене состоялась встреча министров Олмина и Тервена (далее – Стороны), которые заявляют о нижеследующем.',
  'I. Общие вопросы', '1. Стороны подтвердили приверженность сотруд-', 'ничеству в области охраны лесов.', '2. Стороны одобрили план.', 'г. Тервен, 3 мая 2030 года']
const text = LINES.join('\n')
const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${LINES[0]}</title></head><body><nav><a href="/">x</a></nav>
  <article><h1>${LINES[0]}</h1>${LINES.slice(1).map((line) => `<p><b>${line}</b></p>`).join('')}<ol start="3"><li>а<li>б</ol><table><tr><td>в</table></article></body></html>`
const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const word = docxOf(
  LINES.map((line, i) => p(i === 5 ? ins(line) + del('прежнее') : r(line), { properties: i === 4 ? listed : '', end: i === 2 ? 'ins' : '' })).join('')
  + `<w:tbl><w:tr><w:tc>${p(r('подпись'))}</w:tc></w:tr></w:tbl>${p(r('1') + '<w:r><w:footnoteReference w:id="2"/></w:r>')}`,
  { numbering, footnotes: `<w:footnote w:id="2">${p(r('сноска'))}</w:footnote>` })
const placed = LINES.map((line, i) => ({ x: 70, y: 760 - i * 16, text: line, size: 11 }))
const tree = {
  page: '/StructParents 0',
  objects: { 7: '<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[8 0 R]]>>>>', 8: '<</S/P/P 7 0 R/Pg 10 0 R/K[0 1]>>' },
}
const sheet = (more: Partial<Parameters<typeof pdfOf>[0]> = {}) => pdfOf({ pages: [placed, placed.slice(2)], packed: false, ...more })

/** Files of one kind, the words that its readers look for, and how a spoilt one is put together. */
interface Kind {
  ending: string
  files: readonly Uint8Array[]
  words: readonly string[]
  build?: (bytes: Uint8Array, file: number) => Uint8Array
  /** What reads them, and tells their text. */
  read?: (bytes: Uint8Array, name: string) => Promise<string>
}

const imported = async (bytes: Uint8Array, name: string) =>
  proposalSchema.parse(await jobs.run<typeof importTask>('import', { bytes, name })).raw.map((paragraph) => paragraph.text).join(' ')

/** The text that LibreOffice would be asked for. */
const lookedOver = async (bytes: Uint8Array, name: string) => {
  try {
    return await imported(bytes, name)
  } catch (error) {
    if (error instanceof AppError && error.code === 'office-missing') return text
    throw error
  }
}

const unpacked = async (bytes: Uint8Array, name: string) =>
  (await jobs.run<typeof unpackTask>('unpack', { bytes, name })).map((file) => ('bytes' in file ? Buffer.from(file.bytes).toString() : file.error.code)).join(' ')

const ODF = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
/** What it is stands first and unpacked. */
const odt = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8(ODF), 'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
})
const rtf = strToU8(`{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}${LINES.map((_, i) => `Line ${i}\\par `).join('')}{\\*\\bin5 {{{{{}}`)
/** The head of a compound file, and the name of the stream in which Word keeps its text. */
const doc = new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2040), Buffer.from('WordDocument', 'utf16le'), Buffer.alloc(1000)]))
const ZIPPED = ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', '../', '\0', '\xff\xff\xff\xff', 'a.zip', '/etc/x']

const parts = Object.entries(partsOf(word))
const KINDS: Record<string, Kind> = {
  TXT: {
    ending: 'txt', files: [strToU8(text), new Uint8Array(Buffer.from(text, 'utf16le')), strToU8(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    words: ['\n', '\0', '\uFEFF', '\u2028', '1. ', 'IV. ', 'Статья 5', '(далее – ', '«', '31 декабря', '\u00AD\n', '\xff\xfe', '%PDF-', 'PK\u0003\u0004', '{\\rtf', '<html>'],
  },
  HTML: {
    ending: 'html', files: [strToU8(page)],
    words: ['<', '>', '</p>', '<p', '<table>', '<li', '<script>', '<!--', '-->', '<svg', '<pre>', '<ol start=-1>', '&#x', '&#1114112;', '&amp', '="', '<![CDATA[', '<base href=//x>', '\0'],
  },
  DOCX: {
    ending: 'docx', files: [word, ...parts.map(([, xml]) => strToU8(xml))],
    words: ['<', '/>', '<w:p>', '</w:p>', '<w:ins>', '<w:del w:id="1">', '<w:tbl>', '<w:r>', '<w:fldChar w:fldCharType="begin"/>', '<w:moveFromRangeStart w:id="1" w:name="a"/>',
      '<!DOCTYPE a>', '<!ENTITY', '&#0;', '&x;', 'w:val="-1"', 'w:val="99999999999"', '<?xml', ']]>', 'PK\u0005\u0006'],
    // Past the first file, which is spoilt as a whole, one part of it is.
    build: (bytes, file) => file === 0 ? bytes : zipSync(Object.fromEntries(parts.map(([name, xml], i) => [name, i === file - 1 ? bytes : strToU8(xml)]))),
  },
  PDF: {
    ending: 'pdf', files: [sheet(), sheet(tree), sheet({ packed: true })],
    words: ['<<', '>>', '[', ']', '(', ')', '/', ' 0 R', ' obj', 'endobj', 'stream\n', 'endstream', '/Kids[2 0 R]', '/Length 99999999', '/Count -1', '/Filter/FlateDecode', '/Filter/LZWDecode',
      '/Prev 0', '/Type/ObjStm', '/Encrypt 5 0 R', 'q ', 'BT ', ' Tj', ' Tf', ' Tm', '/Span<</MCID 0>>BDC ', 'EMC ', '<0430>', '1e99 ', '-2147483648 ', '%%EOF', 'trailer', 'startxref\n9'],
  },
  ZIP: {
    ending: 'zip', files: [zipOf([{ name: 'год/а.txt', bytes: strToU8(text) }, { name: 'b.docx', bytes: word }]), zipOf([{ name: 'а.txt', bytes: strToU8(text.repeat(50)) }])],
    words: ZIPPED, read: unpacked,
  },
  ODT: { ending: 'odt', files: [odt], words: [...ZIPPED, 'content.xml', 'encryption-data', 'meta-inf/manifest.xml'], read: lookedOver },
  RTF: { ending: 'rtf', files: [rtf], words: ['{', '}', '\\', '\\bin', '\\bin99999999 ', '\\bin-1 ', "\\'", '{\\rtf1', '\0'], read: lookedOver },
  DOC: { ending: 'doc', files: [doc], words: ['WordDocument', '\0', '\xff\xff\xff\xff', 'PK\u0003\u0004', '{\\rtf'], read: lookedOver },
}

const folder = mkdtempSync(join(tmpdir(), 'alternat-fuzz-'))
const temporary = join(folder, 'temporary')
mkdirSync(temporary)
// Before the worker starts, which takes these over.
vi.stubEnv('TMPDIR', temporary)
vi.stubEnv('ALTERNAT_SOFFICE', join(folder, 'none'))
const logged: string[] = []
const jobs = createJobRunner(workerScript, createEventHub(silentLog), lineLog((line) => void logged.push(line)), { memory: 256, seconds: 15 })
afterAll(async () => {
  await jobs.close()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

/** What the runner says of a reading that it had to end. */
const ENDED = /too long or too much/u

async function isReadOrRefused(reading: Promise<string>): Promise<void> {
  try {
    await reading
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal' || ENDED.test(error.message)) throw new Error(`${String(error)} ${logged.splice(0).join(' ')}`, { cause: error })
  }
}

describe.each(Object.entries(KINDS))('%s', (_, { ending, files, words, build = (bytes) => bytes, read = imported }) => {
  it('is sound before it is spoilt', async () => {
    expect(await read(build(files[0]!, 0), `a.${ending}`)).toContain('одобрили план')
  })

  it('spoilt in a thousand ways, is read or refused', async () => {
    await fc.assert(fc.asyncProperty(mutation(files.length, words), ({ file, edits }) =>
      isReadOrRefused(read(build(mutated(files[file]!, edits), file), `a.${ending}`))), { numRuns: 1000 })
    expect([logged, readdirSync(temporary)]).toEqual([[], []])
  }, 120_000)
})
