// What must not leave with a file. A word of its own stands in every field of a draft and around it: earlier wordings, reasons,
// comments, names, versions, sources, paths. The exported files are taken apart, and those words are looked for.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBackend, type Backend } from '../../../electron/core/backend.ts'
import { machinePorts } from '../../../electron/core/ports.ts'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import { connect, type Client } from '../../../shared/contract/index.ts'
import { exportOptionsSchema, type ExportOptions } from '../../../shared/contract/exporting.ts'
import type { ClauseId, DeclarationId, VersionId } from '../../../shared/model/ids.ts'
import type { Draft } from '../../../shared/model/draft.ts'
import type { Block, RevisionBy } from '../../../shared/model/statement.ts'
import { partsOf } from '../../support/docx.ts'
import { templates, workerScript } from '../../support/services.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { findTool } from '../../support/tools.ts'

const folder = temporaryFolder()
const place = join(folder, 'zqpath')
const by = (mark: string, delegation: string): Omit<RevisionBy, 'id'> =>
  ({ author: `Zqperson${mark}`, delegation, time: '2026-01-05T10:00:00.000Z', group: `zqgroup${mark}`, reason: `Zqreason${mark}` })
const inserted = (mark: string, delegation = 'ZQA') => ({ ...by(mark, delegation), id: `zqid${mark}`, kind: 'insertion' as const })
const deleted = (mark: string, delegation = 'ZQB') => ({ ...by(mark, delegation), id: `zqid${mark}`, kind: 'deletion' as const })
const said = (mark: string, delegation: string) =>
  ({ id: `zqcomment${mark}`, author: `Zqperson${mark}`, delegation, time: '2026-01-05T10:00:00.000Z', text: `Zqsaid${mark}` })

const BLOCKS: Block[] = [
  { id: 'zqblock1', kind: 'title', runs: [{ text: 'Joint Statement of Vestria and Alvania' }] },
  {
    id: 'zqblock2', kind: 'paragraph',
    runs: [
      { text: 'The Parties will widen ', comments: ['zqcommentone'] },
      { text: 'Zqinserted ', revisions: [inserted('a')] },
      { text: 'Zqdeleted ', revisions: [deleted('b')] },
      { text: 'Zqwithdrawn ', revisions: [inserted('c'), deleted('d', 'ZQC')] },
      { text: 'their cooperation.', restyled: [{ ...by('e', 'ZQC'), id: 'zqide', marks: ['bold'] }], marks: ['bold'] },
    ],
    mark: [inserted('f')],
    source: {
      clauseId: 'zqclause' as ClauseId, declarationId: 'zqdeclaration' as DeclarationId, citation: 'Zqcitation 2024', date: '2024-01-01', number: '7', grade: 'official',
      parties: ['ZQPARTIES'], text: 'Zqsource wording of the clause.',
    },
  },
  { id: 'zqblock3', kind: 'paragraph', runs: [{ text: 'They agreed to meet again.' }], recast: { ...by('g', 'ZQB'), id: 'zqidg', was: { kind: 'item', level: 1 } } },
]

const COMMENTS = [{ ...said('one', 'ZQB'), resolved: false, replies: [said('two', 'ZQC')] }]
const DETAILS = {
  title: 'Zqtitle of the folder', date: '2026-03-08', place: 'Zqplace',
  parties: [{ state: 'Zqstate', code: 'ZQA', person: 'Zqhead', title: 'Zqoffice' }, { state: 'Alvania', code: 'ZQB' }],
}
const OFFICER = { author: 'Zqofficer', delegation: 'ZQO' }
const VERSION = 'Zqversion'
const PLANTED = JSON.stringify([BLOCKS, COMMENTS, DETAILS, OFFICER, VERSION, 'zqpath', 'zqlibrary'])

let backend: Backend
let client: Client
let draft: Draft
let version: VersionId

beforeAll(async () => {
  mkdirSync(place)
  backend = createBackend({ library: join(place, 'zqlibrary.alternat'), host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  client = connect(backend)
  await client.call('settings.set', OFFICER)
  const form = (await client.call('form.list', {})).find(({ language }) => language === 'en')!
  const started = await client.call('draft.start', { from: { kind: 'form', form: form.id }, ...DETAILS })
  const statement = { ...started.statement, blocks: BLOCKS, comments: COMMENTS }
  await client.call('draft.save', { id: started.id, baseRev: started.rev, statement })
  version = (await client.call('version.create', { draft: started.id, name: VERSION })).id
  draft = await client.call('draft.open', { id: started.id })
})
afterAll(() => backend.close())

async function bytesOf(options: Partial<ExportOptions>, source: TextRef = { kind: 'draft', id: draft.id }): Promise<Buffer> {
  const built = await client.call('export.build', { source: { text: source }, options: exportOptionsSchema.parse({ format: 'docx', mode: 'final', ...options }) })
  const saved = await client.call('export.save', { id: built.id })
  if (saved.kind !== 'download') throw new Error('not a download')
  return Buffer.from(saved.data, 'base64')
}

interface Inside {
  /** What a reader of the file is shown or told, by any of its parts. */
  told: string
  /** The bytes, as they are and unpacked. */
  bytes: string
}

function insideOf(file: Buffer, format: 'docx' | 'pdf'): Inside {
  const bytes = file.toString('latin1')
  if (format === 'docx') return { told: Object.entries(partsOf(file)).flat().join('\n'), bytes }
  const path = join(folder, 'looked-at.pdf')
  writeFileSync(path, file)
  const says = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: 'latin1', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] })
  return {
    told: [says('pdftotext', path, '-'), says('pdfinfo', path), says('pdfinfo', '-meta', path), says('pdfinfo', '-struct-text', path)].join('\n'),
    bytes: bytes + says('qpdf', '--qdf', '--object-streams=disable', path, '-'),
  }
}

const wordsIn = (text: string): string[] => [...new Set(text.match(/zq[a-z]+/gi)?.map((word) => word.toLowerCase()))].sort()

/** Every planted word that is there, in small letters. Packed bytes may by chance look like a short one. */
const planted = ({ told, bytes }: Inside): string[] => {
  const [shown, packed] = [new Set(wordsIn(told)), new Set(wordsIn(bytes))]
  return wordsIn(PLANTED).filter((word) => shown.has(word) || (word.length > 5 && packed.has(word)))
}

const MACHINE = [homedir(), hostname(), resolve('.'), folder].filter((word) => word.length > 3)
const canReadPdf = ['qpdf', 'pdftotext', 'pdfinfo'].every(findTool)
const formats = canReadPdf ? (['docx', 'pdf'] as const) : (['docx'] as const)

describe.each(formats)('a final %s', (format) => {
  test.each([
    ['accepted', 'accept', ['zqinserted']],
    ['rejected', 'reject', ['zqdeleted']],
  ] as const)('with its changes %s holds its text and no other word', async (_, openChanges, words) => {
    const inside = insideOf(await bytesOf({ format, openChanges }), format)
    expect(planted(inside)).toEqual(words)
    expect(MACHINE.filter((word) => inside.told.includes(word) || inside.bytes.includes(word))).toEqual([])
  })

  test('of a version does not name it', async () => {
    expect(planted(insideOf(await bytesOf({ format, openChanges: 'accept' }, { kind: 'version', id: version }), format))).toEqual(['zqinserted'])
  })
})

describe('a final DOCX', () => {
  test('holds no change, comment, revision save id, hidden text, template, author or number of ours', async () => {
    const parts = partsOf(await bytesOf({ openChanges: 'accept' }))
    const found = Object.entries(parts).flatMap(([name, xml]) => [
      ...(xml.match(/<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|comment\w*|vanish|specVanish|webHidden|trackRevisions|rsid\w*|attachedTemplate|bookmarkStart|docVar\w*)\b|<property\b/g) ?? []),
      ...(xml.match(/w:rsid\w*=|<Template>|<Company>|<Manager>|<(dc:creator|cp:lastModifiedBy|dc:description|cp:keywords)>[^<]+/g) ?? []),
    ].map((what) => `${name}: ${what}`))
    expect(found).toEqual([])
    expect(Object.keys(parts).filter((name) => /comments|people|customXml|embeddings|vba/i.test(name))).toEqual([])
  })
})

describe.skipIf(!canReadPdf)('a final PDF', () => {
  test('holds no note, attachment, script, author or earlier state', async () => {
    const inside = insideOf(await bytesOf({ format: 'pdf', openChanges: 'accept' }), 'pdf')
    expect(inside.bytes.match(/\/(Annots|EmbeddedFiles?|JavaScript|JS|OpenAction|Launch|URI|Author|AF|OCProperties)\b/g) ?? []).toEqual([])
    // A file that was written on keeps its earlier state, and has a table for each.
    expect((await bytesOf({ format: 'pdf', openChanges: 'accept' })).toString('latin1').match(/^startxref$/gm)).toHaveLength(1)
  })
})

describe.each(formats)('a redline in %s', (format) => {
  const redline = { format, mode: 'redline', traceable: false } as const
  const words = ['zqdeleted', 'zqinserted']

  test('names all delegations and no person', async () => {
    const inside = planted(insideOf(await bytesOf({ ...redline, attribution: 'delegation' }), format))
    expect(inside.filter((word) => word !== 'zqwithdrawn')).toEqual(['zqa', 'zqb', 'zqc', ...words])
  })

  test('names only the delegations that were ticked, and their persons where persons are named', async () => {
    const of = async (options: Partial<ExportOptions>) =>
      planted(insideOf(await bytesOf({ ...redline, ...options }), format)).filter((word) => word !== 'zqwithdrawn')
    expect(await of({ attribution: 'delegation', named: ['ZQA'] })).toEqual(['zqa', ...words])
    expect(await of({ attribution: 'author', named: ['ZQA'] })).toEqual(['zqa', ...words, 'zqpersona', 'zqpersonc', 'zqpersonf'])
    expect(await of({ attribution: 'author', named: [] })).toEqual(words)
  })

  test('tells reasons and comments only where that was chosen, each under a name that was ticked', async () => {
    const of = async (comments: ExportOptions['comments']) =>
      planted(insideOf(await bytesOf({ ...redline, attribution: 'author', named: ['ZQB'], comments }), format)).filter((word) => /said|reason|person/.test(word))
    expect((await of('none')).filter((word) => !word.startsWith('zqperson'))).toEqual([])
    const reasons = await of('reasons')
    expect(reasons).toContain('zqreasonb')
    expect(reasons.join()).not.toMatch(/said|persona|personc|persond|persone|personf|persontwo/)
    const all = await of('all')
    expect(all).toEqual(expect.arrayContaining(['zqsaidone', 'zqsaidtwo', 'zqpersonone']))
    expect(all).not.toContain('zqpersontwo')
  })

  test('never tells versions, sources, titles or places of ours', async () => {
    const inside = insideOf(await bytesOf({ ...redline, attribution: 'author', comments: 'all', traceable: true }), format)
    expect(planted(inside).filter((word) => /^zq(version|source|citation|title|path|library|place|head|office|state|clause|declaration|block|group|id|comment|parties)/.test(word))).toEqual([])
    expect(MACHINE.filter((word) => inside.told.includes(word) || inside.bytes.includes(word))).toEqual([])
  })
})

test('a redline that names one delegation is taken back without a change', async () => {
  const bytes = await bytesOf({ mode: 'redline', attribution: 'delegation', named: ['ZQA'], traceable: true })
  const { file } = await client.call('file.stage', { name: 'returned.docx', data: bytes.toString('base64') })
  const read = await client.call('return.read', { file, draft: draft.id, job: 'return' })
  expect(await client.call('return.preview', { file, draft: draft.id, version: read.version, hands: {}, takeTheirs: [] })).toEqual({ changes: 0, comments: 0, conflicts: [] })
})
