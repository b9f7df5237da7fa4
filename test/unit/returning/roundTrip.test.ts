// A redline leaves as DOCX, another officer edits it in LibreOffice, and it is taken back into a draft that went on meanwhile.
import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackend } from '../../../electron/core/backend.ts'
import { machinePorts } from '../../../electron/core/ports.ts'
import { writeDocx } from '../../../electron/core/formats/docx/write.ts'
import { connect } from '../../../shared/contract/index.ts'
import type { Taking } from '../../../shared/contract/returning.ts'
import type { Draft } from '../../../shared/model/draft.ts'
import type { DeclarationId, FileHandle, VersionId } from '../../../shared/model/ids.ts'
import { blockText, type Block, type Statement } from '../../../shared/model/statement.ts'
import { acceptAll, changesOf, rejectAll, resolve, wordDiff } from '../../../shared/redline/index.ts'
import { templates, workerScript } from '../../support/services.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { findLibreOffice, printed } from '../../support/tools.ts'

const office = findLibreOffice()
const OURS = { author: 'O. Officer', delegation: 'OV', time: '2026-03-01T09:00:00.000Z' }

interface Edit {
  author: string
  recorded: boolean
  act: 'type' | 'replace' | 'delete' | 'split'
  words: string
  text?: string
}

/** A paragraph rewritten as tracked changes of ours. */
function rewritten(block: Block, from: string, to: string): Block {
  const was = blockText(block)
  if (!was.includes(from)) throw new RangeError(`not in the sample: ${from}`)
  return {
    ...block,
    runs: wordDiff(was, was.replace(from, to)).map(({ op, text }, index) => (op === 'equal' ? { text } : {
      text, revisions: [{ id: `${block.id}-${index}`, kind: op === 'insert' ? 'insertion' : 'deletion', ...OURS }],
    })),
  }
}

const edited = (statement: Statement, start: string, from: string, to: string): Statement => ({
  ...statement,
  blocks: statement.blocks.map((block) => (blockText(block).startsWith(start) ? rewritten(block, from, to) : block)),
})

const texts = (statement: Statement) => statement.blocks.map(blockText)
const textOf = (statement: Statement, start: string) => texts(statement).find((text) => text.startsWith(start))

describe.skipIf(!office)('a redline that comes back', () => {
  const folder = temporaryFolder()
  const backend = createBackend({ library: ':memory:', host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  const client = connect(backend)
  afterAll(() => backend.close())

  let draft: Draft
  let version: VersionId
  let sent: Statement

  beforeAll(async () => {
    const { declarations } = await client.call('library.list', {})
    const base = declarations.find((one) => one.language === 'en' && one.date === '2023-10-12')!
    const started = await client.call('draft.start', {
      from: { kind: 'declaration', id: base.id as DeclarationId }, parties: base.parties, date: null, place: null,
    })
    const marked = edited(started.statement, 'Release schedules', 'ten days', 'twenty days')
    await client.call('draft.save', { id: started.id, baseRev: started.rev, statement: marked })
    version = (await client.call('version.create', { draft: started.id, name: 'Sent' })).id
    draft = await client.call('draft.open', { id: started.id })
    sent = draft.statement
  })

  /** The file as it was sent, after an officer elsewhere worked on it. */
  async function returned(name: string, edits: Edit[], traced = true): Promise<FileHandle> {
    const bytes = await writeDocx(
      sent, { title: 'T', header: null, delegations: ['OV'], time: '2026-03-01T10:00:00.000Z', trace: { draft: draft.id, version } },
      { format: 'docx', mode: 'redline', openChanges: 'refuse', lineNumbers: false, attribution: 'author', traceable: traced },
    )
    const [from, to] = [join(folder, `${name}-sent.docx`), join(folder, `${name}.docx`)]
    writeFileSync(from, bytes)
    const profile = join(folder, 'profile')
    await printed(office!.python, ['test/support/reviewed.py', office!.soffice, profile, from, to, JSON.stringify(edits)], 120_000)
    const { file } = await client.call('file.stage', { name: `${name}.docx`, data: readFileSync(to).toString('base64') })
    return file
  }

  const taking = (file: FileHandle, more: Partial<Taking> = {}): Taking =>
    ({ file, draft: draft.id, version, hands: { 'Vera Vest': 'VT' }, takeTheirs: [], ...more })

  async function take(file: FileHandle, current: Statement, more: Partial<Taking> = {}): Promise<Statement> {
    const { rev } = await client.call('draft.open', { id: draft.id })
    const saved = await client.call('draft.save', { id: draft.id, baseRev: rev, statement: current })
    return (await client.call('return.take', { ...taking(file, more), baseRev: saved.rev, keptAs: 'Before' })).statement
  }

  it('untouched, it brings nothing', { timeout: 180_000 }, async () => {
    const file = await returned('untouched', [])
    const read = await client.call('return.read', { file, draft: draft.id })
    expect(read).toMatchObject({ draft: draft.id, version, hands: [] })
    expect(await client.call('return.preview', taking(file))).toEqual({ changes: 0, comments: 0, conflicts: [] })
    expect(await take(file, sent, { hands: {} })).toEqual(sent)
  })

  it('recorded changes become those of their authors; ours stay, sent ones and later ones', { timeout: 180_000 }, async () => {
    const vera = { author: 'Vera Vest', recorded: true } as const
    const file = await returned('recorded', [
      { ...vera, act: 'replace', words: 'at least once every two years', text: 'every year' },
      { ...vera, act: 'type', words: 'riparian States', text: ' and observers' },
      { ...vera, act: 'split', words: 'Charter of the United Nations' },
    ])
    const read = await client.call('return.read', { file, draft: draft.id })
    expect(read.hands.map(({ name, delegation }) => [name, delegation])).toEqual([['Vera Vest', null]])

    const current = edited(sent, 'The Parties welcome the accession', 'full participant', 'participant with full rights')
    const merged = await take(file, current)
    expect(texts(acceptAll(resolve(merged, ({ author }) => author === 'Vera Vest', 'reject')))).toEqual(texts(acceptAll(current)))
    expect(texts(rejectAll(merged))).toEqual(texts(rejectAll(current)))
    const accepted = acceptAll(merged)
    expect(textOf(accepted, 'The Parties agreed to hold')).toBe('The Parties agreed to hold ministerial meetings every year.')
    expect(textOf(accepted, 'Release schedules')).toBe('Release schedules are made known to riparian States and observers no later than twenty days ahead.')
    expect(textOf(accepted, 'The Parties welcome the accession')).toContain('participant with full rights')
    expect(texts(accepted).some((text) => text.endsWith('Charter of the United Nations'))).toBe(true)
    const theirs = changesOf(merged).filter(({ author }) => author === 'Vera Vest')
    expect(theirs.map(({ kind, delegation }) => `${kind} ${delegation}`).sort())
      .toEqual(['insertion VT', 'replacement VT', 'split VT'])
    const { hands } = await client.call('settings.get', {})
    expect(hands).toEqual({ 'Vera Vest': 'VT' })
    const kept = (await client.call('version.list', { draft: draft.id })).find(({ name }) => name === 'Before')!
    expect(texts((await client.call('version.open', { id: kept.id })).statement)).toEqual(texts(current))
  })

  it('changes made without recording are found by comparison', { timeout: 180_000 }, async () => {
    const file = await returned('unrecorded', [
      { author: 'Vera Vest', recorded: true, act: 'type', words: 'growing season', text: ' and in spring' },
      { author: 'Vera Vest', recorded: false, act: 'replace', words: 'at least once every two years', text: 'every year' },
    ])
    const merged = await take(file, sent)
    expect(texts(rejectAll(merged))).toEqual(texts(rejectAll(sent)))
    expect(textOf(acceptAll(merged), 'The Parties agreed to hold')).toBe('The Parties agreed to hold ministerial meetings every year.')
    expect(changesOf(merged).filter(({ author }) => author === 'Vera Vest')).toHaveLength(2)
  })

  it('where both changed the same words, both wordings are told, and ours is kept until theirs is taken', { timeout: 180_000 }, async () => {
    const file = await returned('conflict', [
      { author: 'Vera Vest', recorded: true, act: 'replace', words: 'at least once every two years', text: 'every year' },
    ])
    const current = edited(sent, 'The Parties agreed to hold', 'at least once every two years', 'twice a year')
    const { rev } = await client.call('draft.open', { id: draft.id })
    await client.call('draft.save', { id: draft.id, baseRev: rev, statement: current })
    const { conflicts, changes } = await client.call('return.preview', taking(file))
    expect(changes).toBe(0)
    expect(conflicts).toMatchObject([{
      ours: 'The Parties agreed to hold ministerial meetings twice a year.',
      theirs: 'The Parties agreed to hold ministerial meetings every year.',
    }])
    expect(texts(acceptAll(await take(file, current)))).toEqual(texts(acceptAll(current)))
    const taken = await take(file, current, { takeTheirs: conflicts.map(({ id }) => id) })
    expect(textOf(acceptAll(taken), 'The Parties agreed to hold')).toBe('The Parties agreed to hold ministerial meetings every year.')
  })

  it('a file that does not say what it is, is compared with what the officer names', { timeout: 180_000 }, async () => {
    const file = await returned('nameless', [
      { author: 'Vera Vest', recorded: true, act: 'delete', words: ' ministerial' },
    ], false)
    expect(await client.call('return.read', { file, draft: draft.id })).toMatchObject({ draft: null, version: null })
    const { rev } = await client.call('draft.open', { id: draft.id })
    await client.call('draft.save', { id: draft.id, baseRev: rev, statement: sent })
    for (const base of [version, null]) {
      expect(await client.call('return.preview', taking(file, { version: base }))).toMatchObject({ changes: 1, conflicts: [] })
    }
  })

  it('a stale rev changes nothing', { timeout: 180_000 }, async () => {
    const file = await returned('stale', [])
    const before = await client.call('draft.open', { id: draft.id })
    await expect(client.call('return.take', { ...taking(file), baseRev: before.rev - 1, keptAs: 'Never' }))
      .rejects.toMatchObject({ code: 'conflict' })
    expect(await client.call('draft.open', { id: draft.id })).toEqual(before)
    expect((await client.call('version.list', { draft: draft.id })).some(({ name }) => name === 'Never')).toBe(false)
  })
})
