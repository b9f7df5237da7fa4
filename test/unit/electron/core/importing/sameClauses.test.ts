// One text in every format gives one and the same clauses: the samples that the product brings, and the real texts where they lie
// beside it. LibreOffice makes the files that other people's programs would.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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
/** Clauses counted by hand; of press reports their paragraphs. */
const CORPUS = { '000': 71, '001': 24, '002': 20, '003': 44, '004': 53 }
const TEXTS: readonly (readonly [string, string])[] = [
  ...SAMPLES.map((name) => [name, `templates/samples/${name}.txt`] as const),
  ...(corpus ? Object.keys(CORPUS).map((name) => [name, corpusFile(name)] as const) : []),
]
const OPTIONS: ExportOptions = {
  format: 'pdf', mode: 'final', openChanges: 'refuse', lineNumbers: false, attribution: 'author', comments: 'none', traceable: false,
}

/** Spaces are set anew by whoever sets the text. */
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim()
const agreed = (proposal: Proposal) => clausesOf(assemble(proposal), (block) => clauseIdSchema.parse(block.id))
  .map(({ kind, number, section, text }) => ({ kind, number, section: section.map(squeezed), text: squeezed(text) }))

interface Original { name: string; text: string; statement: Statement; clauses: ReturnType<typeof agreed> }
const originals = new Map<string, Original>()
const clausesIn = async (bytes: Uint8Array, file: string) => agreed(await proposeFile(bytes, file))

beforeAll(async () => {
  for (const [name, path] of TEXTS) {
    const bytes = readFileSync(path)
    const proposal = await proposeFile(bytes, 'a.txt')
    originals.set(name, { name, text: bytes.toString('utf8'), statement: assemble(proposal), clauses: agreed(proposal) })
  }
})

it.skipIf(!corpus).each(Object.entries(CORPUS))('%s holds %i clauses', (name, count) => expect(originals.get(name)!.clauses).toHaveLength(count))

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

/** What a typist without these signs puts in their place. */
const typed = (text: string) => text.replace(/[«»“”„]/gu, '"').replace(/[’‘]/gu, "'").replace(/[–—−]/gu, '-').replaceAll('•', '-').replaceAll('…', '...').replaceAll('№', 'N').replaceAll('\u00A0', ' ')

const byteOf = (charset: string) => new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(new Uint8Array([byte])), byte]))
const CHARSETS = new Map(['windows-1251', 'koi8-r', 'ibm866'].map((charset) => [charset, byteOf(charset)]))

/** The signs that an encoding of one byte has; the others are typed as others, or were never written. */
function within(text: string, charset: string): string {
  const known = CHARSETS.get(charset)!
  return [...text].map((sign) => (known.has(sign) ? sign : typed(sign))).filter((sign) => [...sign].every((each) => known.has(each))).join('')
}
const encoded = (text: string, charset: string) => Uint8Array.from([...text], (sign) => CHARSETS.get(charset)!.get(sign)!)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** Signs that windows-1251 lacks, as browsers send them. */
const entities = (text: string) => [...text].map((sign) => (CHARSETS.get('windows-1251')!.has(sign) ? sign : `&#${sign.codePointAt(0)};`)).join('')

/** The text as a page of news around it would show it: a paragraph for each line, a text that was wrapped by hand as it is. */
function asPage({ name, text }: Original, charset: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '').map((line) => `<p>${escaped(line)}</p>`)
  const body = name === '002' ? `<pre>${escaped(text)}</pre>` : lines.join('\n')
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>News</title></head><body><nav><a href="/">Home</a></nav>
    <main><article>${body}</article></main><footer>© 2030</footer></body></html>`
}

/** Words broken into lines as wide as those of a typewriter. */
function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of squeezed(text).split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > 92) lines.push(word)
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim()
  }
  return lines
}

/** The text broken by hand, blank lines between its paragraphs; a text that came so stays as it is. */
const byHand = ({ name, text }: Original) => (name === '002' ? text
  : text.split('\n').filter((line) => line.trim() !== '').map((line) => wrapped(line).join('\n')).join('\n\n'))

const brokenPage = (paragraphs: readonly string[]) => `<!DOCTYPE html><html><head><title>News</title></head><body><article>
  ${paragraphs.map((lines) => `<p>${lines.split('\n').map(escaped).join('<br>\n')}</p>`).join('\n')}</article></body></html>`

const ENCODED: readonly [string, (text: string) => string, (text: string) => Uint8Array][] = [
  ...[...CHARSETS.keys()].map((charset): [string, (text: string) => string, (text: string) => Uint8Array] =>
    [charset, (text) => within(text, charset), (text) => encoded(text, charset)]),
  ['UTF-16', (text) => text, (text) => utf16(`\uFEFF${text}`)],
  ['UTF-16 without a mark', (text) => text, utf16],
]

const MADE: readonly [string, string, (original: Original) => Promise<Uint8Array> | Uint8Array][] = [
  ['our DOCX', 'docx', ({ statement }) => writeDocx(statement, about, { ...OPTIONS, format: 'docx' })],
  ['our PDF', 'pdf', ({ statement }) => writePdf(statement, about, OPTIONS, 'templates').bytes],
  ['our PDF with numbers of lines', 'pdf', ({ statement }) => writePdf(statement, about, { ...OPTIONS, lineNumbers: true }, 'templates').bytes],
  ['our PDF without its structure', 'pdf', ({ statement }) => withoutStructure(writePdf(statement, about, OPTIONS, 'templates').bytes)],
  ['a page of news', 'html', (original) => utf8(asPage(original, 'utf-8'))],
  ['a page of lines that were broken by hand', 'html', (original) => utf8(brokenPage(byHand(original).split(/\n\s*\n/u)))],
  ['a page of one paragraph that was broken by hand', 'html', (original) => utf8(brokenPage([byHand(original)]))],
  ['a page of news in windows-1251', 'html', (original) => encoded(entities(asPage(original, 'windows-1251')), 'windows-1251')],
]

/** The catalogue names its structure no more; the file is as long as it was. */
function withoutStructure(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).toContain('/StructTreeRoot')
  return new Uint8Array(Buffer.from(text.replaceAll('/StructTreeRoot', '/StructTreeNone'), 'latin1'))
}

describe.each(TEXTS.map(([name]) => name))('%s', (name) => {
  it('holds clauses', () => expect(originals.get(name)!.clauses.length).toBeGreaterThan(4))

  it.each(MADE)('as %s', async (_, ending, make) => {
    const original = originals.get(name)!
    expect(await clausesIn(await make(original), `a.${ending}`)).toEqual(original.clauses)
  })

  it.each(ENCODED.filter(([charset]) => name.endsWith('-ru') || Number(name) >= 0 || charset.startsWith('UTF')))('as text in %s', async (_, write, encode) => {
    const { text, clauses } = originals.get(name)!
    const written = write(text)
    const found = await clausesIn(encode(written), 'a.txt')
    expect(found).toEqual(await clausesIn(utf8(written), 'a.txt'))
    expect(found).toHaveLength(clauses.length)
  })
})

const soffice = findTool('soffice')
if (!soffice) console.warn('files of LibreOffice skipped: soffice is not installed')


describe.skipIf(!soffice)('through LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-same-'))
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const pdf = (tagged: boolean) => `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`
  const WORD = 'docx:MS Word 2007 XML'
  /** Format, filter, ending; those that are read by way of LibreOffice are turned back by it all at once. */
  const FORMATS = [
    ['docx', WORD, 'docx'], ['pdf-tagged', pdf(true), 'pdf'], ['pdf-plain', pdf(false), 'pdf'], ['html', 'html:HTML (StarWriter)', 'html'],
    ['odt', 'odt:writer8', 'odt'], ['rtf', 'rtf:Rich Text Format', 'rtf'], ['doc', 'doc:MS Word 97', 'doc'],
  ] as const
  const BY_WAY = ['odt', 'rtf', 'doc'] as const

  const convert = (filter: string, out: string, files: readonly string[], more: readonly string[] = []) => printed(soffice!, [
    '--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, ...more, '--convert-to', filter, '--outdir', join(folder, out),
    ...files.map((file) => join(folder, file))], 300_000)

  /** Of each text the file that we export and, but where one way is enough, those that LibreOffice makes of its lines, bare and broken by hand. */
  const sources = (format: string) => [...originals.keys()].flatMap((name) => (isByWay(format) ? [`ours-${name}`] : ['ours', 'typed', 'broken'].map((from) => `${from}-${name}`)))
  const isByWay = (format: string) => BY_WAY.some((each) => each === format)

  beforeAll(async () => {
    mkdirSync(join(folder, 'word'))
    for (const original of originals.values()) {
      writeFileSync(join(folder, `typed-${original.name}.txt`), original.text)
      writeFileSync(join(folder, `broken-${original.name}.txt`), byHand(original))
      writeFileSync(join(folder, 'word', `ours-${original.name}.docx`), await writeDocx(original.statement, about, { ...OPTIONS, format: 'docx' }))
    }
    await convert(WORD, 'word', [...originals.keys()].flatMap((name) => [`typed-${name}.txt`, `broken-${name}.txt`]), ['--infilter=Text (encoded):UTF8,LF,,,'])
    for (const [format, filter] of FORMATS) await convert(filter, format, sources(format).map((name) => `word/${name}.docx`))
    for (const format of BY_WAY) for (const name of sources(format)) renameSync(join(folder, format, `${name}.${format}`), join(folder, format, `${format}-${name}.${format}`))
    await convert(WORD, 'back', BY_WAY.flatMap((format) => sources(format).map((name) => `${format}/${format}-${name}.${format}`)))
  }, 900_000)

  it.each(FORMATS.map(([format, , ending]) => [format, ending] as const))('%s', async (format, ending) => {
    for (const source of sources(format)) {
      const { clauses } = originals.get(source.replace(/^\w+?-/u, ''))!
      const found = isByWay(format)
        ? await clausesIn(readFileSync(join(folder, 'back', `${format}-${source}.docx`)), 'a.docx')
        : await clausesIn(readFileSync(join(folder, format, `${source}.${ending}`)), `a.${ending}`)
      expect([source, found]).toEqual([source, clauses])
    }
  }, 120_000)

  it.each(BY_WAY)('%s, as an officer opens it', async (format) => {
    const name = SAMPLES[1]!
    const file = join(folder, format, `${format}-ours-${name}.${format}`)
    expect(await clausesIn(readFileSync(file), `a.${format}`)).toEqual(originals.get(name)!.clauses)
  }, 120_000)
})
