// The whole job without a screen: import, find, assemble, edit with tracked changes, compare, export. Leaves the files and
// a summary in out/demo/, and fails where a result is not what it must be.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/contract/error.ts'
import { connect, type Client } from '../../shared/contract/index.ts'
import type { ExportOptions, ExportSource } from '../../shared/contract/exporting.ts'
import type { Declaration } from '../../shared/model/declaration.ts'
import type { Draft } from '../../shared/model/draft.ts'
import type { FileHandle } from '../../shared/model/ids.ts'
import { createBackend } from '../../electron/core/backend.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { places } from '../../electron/hosting/places.ts'
import { acceptAll, countChanges, rejectAll } from '../../shared/redline/index.ts'
import { blockText, type Statement } from '../../shared/model/statement.ts'
import { demoFiles } from './files.ts'
import { assembled, suggested } from './edits.ts'
import { checkDocx, checkPdf } from './checks.ts'

const folder = join(places.root, 'out', 'demo')
const summary: string[] = []
const say = (line: string) => {
  console.log(line)
  summary.push(line)
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`demo: ${what}`)
}

async function importAll(client: Client): Promise<Declaration[]> {
  const found: Declaration[] = []
  for (const path of demoFiles()) {
    const { file } = await client.call('file.stage', { name: basename(path), data: readFileSync(path).toString('base64') })
    const started = performance.now()
    const { proposal } = await client.call('import.propose', { file })
    const { id, clauses } = await client.call('import.store', { proposal })
    const again = await client.call('import.propose', { file })
    must(again.duplicateOf?.id === id, 'the same file twice is noticed')
    const { metadata } = proposal
    say(`imported ${basename(path)}: ${metadata.grade}, ${clauses} clauses, ${metadata.date ?? 'no date'}, ${Math.round(performance.now() - started)} ms`)
    found.push((await client.call('declaration.open', { id })).declaration)
  }
  return found
}

async function draftFromClauses(client: Client): Promise<Draft> {
  const { total, hits } = await client.call('clause.search', { query: 'гидрологические данные', filter: { languages: ['ru'] }, limit: 5, offset: 0 })
  must(total > 0, 'earlier language is found')
  say(`found ${total} clauses for «гидрологические данные»`)
  const draft = await client.call('draft.start', {
    from: { kind: 'form', form: 'joint-statement-ru' },
    title: 'Совместное заявление по итогам третьей встречи',
    parties: [{ state: 'Орвалия', code: 'OV', person: 'Тадеуш Вент', title: 'Министр инфраструктуры Республики Орвалии' },
      { state: 'Алвания', code: 'AV', person: 'Марен Толь', title: 'Министр водных ресурсов Республики Алвании' }],
    date: '2026-11-20', place: 'Сельта',
  })
  const statement = assembled(draft.statement, hits)
  const { rev } = await client.call('draft.save', { id: draft.id, baseRev: draft.rev, statement })
  await client.call('version.create', { draft: draft.id, name: 'Как собрано' })
  const edited = suggested(statement)
  await client.call('draft.save', { id: draft.id, baseRev: rev, statement: edited })
  try {
    await client.call('draft.save', { id: draft.id, baseRev: rev, statement })
    must(false, 'a save on an older text is refused')
  } catch (error) {
    must(error instanceof AppError && error.code === 'conflict', 'a save on an older text is a conflict')
  }
  const saved = await client.call('draft.open', { id: draft.id })
  must(countChanges(saved.statement) > 0, 'the draft carries tracked changes')
  say(`draft of ${saved.statement.blocks.length} paragraphs with ${countChanges(saved.statement)} tracked changes, version «Как собрано»`)
  return saved
}

async function exported(client: Client, source: ExportSource, options: ExportOptions, name: string): Promise<string> {
  const built = await client.call('export.build', { source, options })
  const saved = await client.call('export.save', { id: built.id })
  if (saved.kind !== 'download') throw new Error('demo: a host without a dialog hands the bytes over')
  const path = join(folder, name)
  writeFileSync(path, Buffer.from(saved.data, 'base64'))
  say(`exported ${name}: ${built.bytes} bytes, ${built.pages} pages`)
  return path
}

const FINAL = { mode: 'final', openChanges: 'accept', lineNumbers: false, attribution: 'author' } as const
const REDLINE = { mode: 'redline', openChanges: 'refuse', lineNumbers: true, attribution: 'author' } as const
const texts = (statement: Statement) => statement.blocks.map(blockText)

async function exportDraft(client: Client, { id, statement }: Draft): Promise<void> {
  const source: ExportSource = { text: { kind: 'draft', id } }
  checkDocx(await exported(client, source, { ...FINAL, format: 'docx' }, 'draft-final.docx'), texts(acceptAll(statement)), null)
  checkDocx(await exported(client, source, { ...REDLINE, format: 'docx' }, 'draft-redline.docx'), texts(acceptAll(statement)), texts(rejectAll(statement)))
  for (const line of checkPdf(await exported(client, source, { ...FINAL, format: 'pdf' }, 'draft-final.pdf'), texts(acceptAll(statement)))) say(line)
  for (const line of checkPdf(await exported(client, source, { ...REDLINE, format: 'pdf' }, 'draft-redline.pdf'), [])) say(line)
}

async function compareTwo(client: Client, declarations: Declaration[]): Promise<void> {
  const { declarations: listed } = await client.call('library.list', {})
  const sample = (date: string) => listed.find((one) => one.sample && one.language === 'ru' && one.date === date)!
  const [old, now] = [sample('2021-05-14'), sample('2023-10-12')]
  const pair = { old: { kind: 'declaration', id: old.id }, new: { kind: 'declaration', id: now.id } } as const
  const { counts, rows } = await client.call('compare.run', pair)
  must(rows.length > 0 && counts.edited > 0, 'two related statements differ')
  say(`compared ${old.date} with ${now.date}: ${Object.entries(counts).map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  await exported(client, pair, { ...REDLINE, format: 'docx' }, 'olmin-terven-redline.docx')
  await exported(client, pair, { ...REDLINE, format: 'pdf' }, 'olmin-terven-redline.pdf')
  const adopted = declarations.filter((one) => one.grade !== 'press-report')
  if (adopted.length >= 2) {
    const real = await client.call('compare.run', { old: { kind: 'declaration', id: adopted[0]!.id }, new: { kind: 'declaration', id: adopted.at(-1)!.id } })
    say(`compared two imported declarations: ${Object.entries(real.counts).map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  }
}

async function rereadOwnRedline(client: Client): Promise<void> {
  const name = 'draft-redline.docx'
  const { file }: { file: FileHandle } = await client.call('file.stage', { name, data: readFileSync(join(folder, name)).toString('base64') })
  const { proposal } = await client.call('import.propose', { file })
  must(proposal.format === 'docx' && proposal.paragraphs.some((paragraph) => paragraph.role === 'clause'), 'the exported DOCX imports again')
  say(`read ${name} again: ${proposal.paragraphs.filter((paragraph) => paragraph.role === 'clause').length} clauses`)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const backend = createBackend({
  library: join(folder, 'library.alternat'), host: 'memory', templates: places.templates, worker: places.worker,
  ports: machinePorts, locale: 'ru',
})
try {
  const client = connect(backend)
  const { declarations, clauses } = await client.call('library.list', {})
  say(`sample library: ${declarations.length} declarations, ${clauses} clauses`)
  const imported = await importAll(client)
  await exportDraft(client, await draftFromClauses(client))
  await compareTwo(client, imported)
  await rereadOwnRedline(client)
  writeFileSync(join(folder, 'summary.txt'), `${summary.join('\n')}\n`)
  console.log(`files and summary in ${folder}`)
} finally {
  await backend.close()
}
