// Opening any text by reference, and comparing two of them, with services that hold a few invented texts.
import { describe, expect, test } from 'vitest'
import type { TextRef } from '../../../../../shared/contract/comparing.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import type { ProposedParagraph, Proposal } from '../../../../../shared/model/proposal.ts'
import type { Statement } from '../../../../../shared/model/statement.ts'
import { blockText } from '../../../../../shared/model/statement.ts'
import { comparingHandlers } from '../../../../../electron/core/comparing/handlers.ts'
import { compareTask } from '../../../../../electron/core/comparing/tasks.ts'
import { openComparedText, openText } from '../../../../../electron/core/comparing/textRef.ts'

const statement: Statement = {
  format: 1, language: 'en', numbering: { sections: 'none', clauses: 'continuous', items: 'none' },
  blocks: [{
    id: 'b1', kind: 'paragraph', runs: [
      { text: 'The Parties ' },
      { text: 'note', revisions: [{ id: 'r1', kind: 'deletion', author: 'A', delegation: '', time: '' }] },
      { text: 'welcome', revisions: [{ id: 'r2', kind: 'insertion', author: 'A', delegation: '', time: '' }] },
      { text: ' the outcome of the meeting.' },
    ],
  }],
}
const details = { title: 'Joint\n statement', date: '2026-05-01', parties: [{ state: 'Avela', code: 'AV' }], statement }

const raw = ['JOINT STATEMENT', ' ', 'The Parties welcome the outcome.', 'Photo: agency'].map((text, index) =>
  ({ text, line: index + 1 }))
const paragraph = (role: ProposedParagraph['role'], index: number): ProposedParagraph =>
  ({ role, text: raw[index]!.text, raw: [index], confidence: 1, reasons: [] })
const proposal = (grade: Proposal['metadata']['grade'], paragraphs: ProposedParagraph[]): Proposal => ({
  fileName: 'text.txt', hash: '0'.repeat(64), format: 'txt', encoding: 'utf-8', raw, paragraphs, warnings: [],
  numbering: { sections: 'none', clauses: 'continuous', items: 'none' },
  metadata: { title: 'JOINT STATEMENT', form: 'joint-statement', language: 'en', grade, date: null, place: null, parties: [],
    definedTerms: [], source: '' },
})

/** Services of which only what comparing uses is there; every file is read as `read` says. */
function services(read: Proposal) {
  const ran: [string, string | undefined][] = []
  const fake = {
    library: { open: () => ({ declaration: details }) },
    drafts: { open: () => details, openVersion: () => ({ version: { name: 'Before Geneva' }, details, statement }) },
    files: {
      get(handle: string) {
        if (handle === 'gone') throw new AppError('not-found', 'no such file in this session')
        return { name: 'text.txt', bytes: new Uint8Array() }
      },
    },
    jobs: {
      run: async (name: string, input: never, job?: string) => {
        ran.push([name, job])
        return name === 'import' ? read : compareTask(input, () => {})
      },
    },
  }
  return { ran, services: fake as unknown as Parameters<typeof openText>[1] }
}

const declaration = proposal('official', [paragraph('title', 0), paragraph('clause', 2), paragraph('left-out', 3)])
const ref = (of: object) => of as TextRef
const texts = async (of: object, read: Proposal = declaration) =>
  (await openText(ref(of), services(read).services)).statement.blocks.map((block) => `${block.kind} ${blockText(block)}`)

describe('a reference opens', () => {
  test('a declaration, its title on one line', async () => {
    expect(await openText(ref({ kind: 'declaration', id: 'd' }), services(declaration).services))
      .toMatchObject({ name: 'Joint statement', date: '2026-05-01', parties: [{ code: 'AV' }], statement })
  })

  test('a draft with its changes open, accepted or rejected', async () => {
    const open = { kind: 'draft', id: 'x' }
    expect(await texts(open)).toEqual(['paragraph The Parties notewelcome the outcome of the meeting.'])
    expect(await texts({ ...open, changes: 'accepted' })).toEqual(['paragraph The Parties welcome the outcome of the meeting.'])
    expect(await texts({ ...open, changes: 'rejected' })).toEqual(['paragraph The Parties note the outcome of the meeting.'])
  })

  test('a version by its own name', async () => {
    expect(await openText(ref({ kind: 'version', id: 'v' }),
      services(declaration).services)).toMatchObject({ name: 'Before Geneva' })
  })

  test('the declaration in a file, without what stands around it', async () => {
    expect(await texts({ kind: 'file', file: 'f' })).toEqual(['title JOINT STATEMENT',
      'paragraph The Parties welcome the outcome.'])
  })

  test('a press report, and a text that is no declaration, whole', async () => {
    const whole = ['passage JOINT STATEMENT', 'passage The Parties welcome the outcome.', 'passage Photo: agency']
    expect(await texts({ kind: 'file', file: 'f' }, proposal('press-report', declaration.paragraphs))).toEqual(whole)
    expect(await texts({ kind: 'file', file: 'f' },
      proposal('official', [paragraph('title', 0), paragraph('left-out', 2)]))).toEqual(whole)
    const unnamed = { ...declaration, metadata: { ...declaration.metadata, form: 'other' as const } }
    expect(await texts({ kind: 'file', file: 'f' }, unnamed)).toEqual(whole)
  })
})

test('to compare, open changes count as accepted and numbers stand apart', async () => {
  expect(await openComparedText(ref({ kind: 'draft', id: 'x' }), services(declaration).services)).toEqual({
    name: 'Joint statement', language: 'en', date: '2026-05-01',
    paragraphs: [{ kind: 'paragraph', label: '1.', text: 'The Parties welcome the outcome of the meeting.' }],
  })
})

test('the operation reads files and compares under the job it was given', async () => {
  const { ran, services: given } = services(declaration)
  const comparison = await comparingHandlers(given)['compare.run']({
    old: ref({ kind: 'file', file: 'f' }), new: ref({ kind: 'draft', id: 'x', changes: 'accepted' }), job: 'j1',
  })
  expect(ran).toEqual([['import', 'j1'], ['compare', 'j1']])
  expect(comparison.rows.map((row) => row.kind)).toEqual(['deleted', 'edited'])
})

describe('two languages', () => {
  const russian: Proposal = { ...declaration, metadata: { ...declaration.metadata, language: 'ru' } }
  const pair = { old: ref({ kind: 'file', file: 'f' }), new: ref({ kind: 'draft', id: 'x', changes: 'accepted' }) }

  test('are refused before any work', async () => {
    const { ran, services: given } = services(russian)
    await expect(comparingHandlers(given)['compare.run'](pair)).rejects.toMatchObject({ code: 'languages-differ', details: { old: 'ru', new: 'en' } })
    expect(ran.map(([name]) => name)).toEqual(['import'])
  })

  test('are compared all the same where that is wanted', async () => {
    const { services: given } = services(russian)
    const { rows } = await comparingHandlers(given)['compare.run']({ ...pair, acrossLanguages: true })
    expect(rows.map((row) => row.kind)).toEqual(['deleted', 'edited'])
  })

  test.each([['en-GB', 'en'], ['und', 'en']])('%s and %s are none', async (language) => {
    const { services: given } = services({ ...declaration, metadata: { ...declaration.metadata, language } })
    await expect(comparingHandlers(given)['compare.run'](pair)).resolves.toMatchObject({ counts: { edited: 1 } })
  })
})

test('the same texts are compared once, whatever they are called', async () => {
  const { ran, services: given } = services(declaration)
  const run = comparingHandlers(given)['compare.run']
  const draft = ref({ kind: 'draft', id: 'x', changes: 'accepted' })
  const first = await run({ old: draft, new: ref({ kind: 'draft', id: 'x', changes: 'rejected' }) })
  const again = await run({ old: ref({ kind: 'version', id: 'v', changes: 'accepted' }), new: ref({ kind: 'draft', id: 'x', changes: 'rejected' }) })
  expect(again).toEqual({ ...first, old: { ...first.old, name: 'Before Geneva' } })
  await run({ old: ref({ kind: 'draft', id: 'x', changes: 'rejected' }), new: draft })
  expect(ran.map(([name]) => name)).toEqual(['compare', 'compare'])
})

test('a comparison tells how far it is, and never goes back', () => {
  const told: number[] = []
  const lines = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} about water, energy and trade`)
  const text = (change: string) =>
    ({ name: '', language: 'en', date: null, paragraphs: lines.map((line) => ({ text: line + change, label: null, kind: 'paragraph' as const })) })
  void compareTask({ old: text(''), new: text(', and peace') }, (_, done, total) => void told.push(done / total))
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect([told[0], told.at(-1)]).toEqual([0, 1])
  expect(new Set(told).size).toBeGreaterThan(40)
})

test('a file that is no longer there is not found', async () => {
  await expect(texts({ kind: 'file', file: 'gone' })).rejects.toMatchObject({ code: 'not-found' })
})
