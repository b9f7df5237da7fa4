// What was removed can be put back, or deleted: then none of its words stays in a file of the library, nor in its copies if wanted.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { snapshotFolder, takeSnapshot } from '../../../../electron/core/db/snapshot.ts'
import { removedHandlers } from '../../../../electron/core/removed/handlers.ts'
import { copiesHolding, deleteForGood, listRemoved } from '../../../../electron/core/removed/service.ts'
import type { RemovedRef } from '../../../../shared/contract/removed.ts'
import type { DeclarationId, DraftId } from '../../../../shared/model/ids.ts'
import { patchBetween } from '../../../../shared/model/patch.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { proposalOf, type Line } from '../../../support/proposals.ts'
import { openServices } from '../../../support/services.ts'
import { temporaryFile } from '../../../support/temporary.ts'

const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const SNAPSHOT = '2026-03-31T12-30-00Z.alternat'
const REPLACED = 'library.alternat-replaced-2026-03-30T12-30-00Z.alternat'

/** No word of these may stay; each is a stem of its own. */
const SECRET = ['зелёнокамск', 'тайноречье', 'скрытогорье', 'первослов', 'второслов']

function run<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A library of 60 declarations and a few drafts; one of each holds the secret words and is removed. */
function filled(): { path: string; services: ReturnType<typeof openServices>; texts: RemovedRef[]; kept: string } {
  const path = temporaryFile('library.alternat')
  const services = openServices(path)
  const { library, drafts } = services
  let secret = ''
  for (let number = 0; number < 60; number++) {
    const words = number === 30 ? SECRET.slice(0, 3).join(' ') : `слово${number} реки${number}`
    // Few enough that the index does not merge by itself what is forgotten.
    const lines: Line[] = Array.from({ length: number === 30 ? 1 : 20 }, (_, at) => ['clause', `Стороны отмечают ${words} и пользу вод ${at}.`])
    const { id } = library.store(proposalOf([['title', 'Совместное заявление'], ['heading', `Раздел ${words}`], ...lines], { place: number === 30 ? SECRET[0]! : 'Тервен' }, undefined, `${number}.txt`))
    if (number === 30) secret = id
  }
  const base = secret as DeclarationId
  const said = (statement: Statement, text: string): Statement => ({ ...statement, blocks: [...statement.blocks.slice(0, 2), { id: 'own', kind: 'paragraph', runs: [{ text }] }] })
  const draft = drafts.start({ ...FORM, parties: [] })
  drafts.describe(draft.id, { base, title: `Заявление о ${SECRET[3]}` })
  let { rev } = drafts.open(draft.id)
  for (let at = 0; at < 40; at++) {
    const next = said(draft.statement, `${SECRET[3]} `.repeat(1 + at * 20))
    const patch = at % 10 === 0 ? null : patchBetween(drafts.open(draft.id).statement, next)
    const block = next.blocks.at(-1)!
    const trail = { from: at, steps: [{ blocks: [{ at: 2, out: [], put: [block] }], comments: [], before: null, after: null }], done: at + 1, caret: null }
    rev = (patch ? drafts.change(draft.id, rev, patch, trail) : drafts.save(draft.id, rev, next, trail)).rev
    if (at % 10 === 0) drafts.createVersion(draft.id, `Как ${SECRET[4]}`)
  }
  const other = drafts.start({ ...FORM, parties: [] })
  drafts.describe(other.id, { base })
  library.remove(base)
  drafts.remove(draft.id)
  return { path, services, texts: [{ kind: 'declaration', id: base }, { kind: 'draft', id: draft.id }], kept: other.id }
}

/** Files beside the library that hold one of the secret words. */
function telling(path: string): string[] {
  const files = [dirname(path), snapshotFolder(path)].filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join(folder, name)))
  // Stems have ё as е, and an index keeps only what a word has not in common with the one before it.
  const marks = SECRET.map((word) => Buffer.from(word.replaceAll('ё', 'е').slice(4)))
  return files.filter((file) => marks.some((mark) => readFileSync(file).includes(mark))).map((file) => file.slice(dirname(path).length + 1))
}

test('a snapshot that was under way meanwhile goes too', async () => {
  const { path, services, texts } = filled()
  takeSnapshot(services.db.sqlite, path, SNAPSHOT)
  const [there, begun] = [join(snapshotFolder(path), SNAPSHOT), temporaryFile('begun.alternat')]
  renameSync(there, begun)
  const snapshots = { before: () => Promise.resolve(null), settled: async () => renameSync(begun, there) }
  const { 'removed.delete': remove } = removedHandlers({ ...services, snapshots })
  expect(await remove({ texts, copies: true })).toEqual({ texts: 2, copies: 1 })
  expect(telling(path)).toEqual([])
})

test('what was removed is listed, the latest first, until it is put back', () => {
  const { services, texts } = filled()
  const [declaration, draft] = texts as [RemovedRef & { id: DeclarationId }, RemovedRef & { id: DraftId }]
  expect(listRemoved(services.db).map(({ kind, id }) => ({ kind, id }))).toEqual([draft, declaration])
  services.library.restore(declaration.id)
  expect(listRemoved(services.db).map(({ kind }) => kind)).toEqual(['draft'])
})

test('none of its words stays in the library, its log or its index', () => {
  const { path, services, texts, kept } = filled()
  expect(telling(path)).not.toEqual([])
  expect(run(deleteForGood(texts, false, services))).toEqual({ texts: 2, copies: 0 })
  expect(telling(path)).toEqual([])
  expect(services.drafts.open(kept as DraftId).base).toBeNull()
  expect(services.library.list().declarations).toHaveLength(59)
  expect(services.library.search('пользу', {}, 5, 0).total).toBe(59 * 20)
  services.db.close()
  expect(telling(path)).toEqual([])
})

test('copies that hold it are named, and go with it if wanted; others stay', () => {
  const { path, services, texts } = filled()
  takeSnapshot(services.db.sqlite, path, SNAPSHOT)
  writeFileSync(join(dirname(path), REPLACED), readFileSync(join(snapshotFolder(path), SNAPSHOT)))
  const [declaration] = texts
  expect(run(copiesHolding(services.db, [declaration!])).map(({ kind, name }) => [kind, name])).toEqual([['snapshot', SNAPSHOT], ['former', REPLACED]])
  run(deleteForGood([texts[1]!], false, services))
  takeSnapshot(services.db.sqlite, path, '2026-03-31T13-30-00Z.alternat')
  expect(run(copiesHolding(services.db, [texts[1]!]))).toHaveLength(2)
  expect(run(deleteForGood([declaration!], true, services))).toEqual({ texts: 1, copies: 3 })
  expect(readdirSync(snapshotFolder(path))).toEqual([])
  expect(telling(path)).toEqual([])
})

test('a copy that cannot be read counts: nobody can say what it holds', () => {
  const { path, services, texts } = filled()
  takeSnapshot(services.db.sqlite, path, SNAPSHOT)
  writeFileSync(join(snapshotFolder(path), SNAPSHOT), 'no library')
  expect(run(copiesHolding(services.db, texts))).toHaveLength(1)
})

test.each([
  'library.alternat-damaged-2026-03-30T12-30-00Z.alternat', 'library.alternat-damaged-2026-03-30T12-30-00Z-2.alternat',
  'library.alternat-salvaged-2026-03-30T12-30-00Z.txt',
])('what is kept of a damaged library is named too, and goes if wanted: %s', (name) => {
  const { path, services, texts } = filled()
  writeFileSync(join(dirname(path), name), SECRET.join(' ').replaceAll('ё', 'е'))
  expect(run(copiesHolding(services.db, texts)).map((copy) => copy.name)).toEqual([name])
  run(deleteForGood(texts, true, services))
  expect(telling(path)).toEqual([])
})

test('a text that was put back is not deleted, nor any beside it', () => {
  const { services, texts } = filled()
  services.drafts.restore(texts[1]!.id as DraftId)
  expect(() => run(deleteForGood(texts, false, services))).toThrow('put back')
  expect(listRemoved(services.db)).toHaveLength(1)
})
