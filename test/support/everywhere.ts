// Work after which secret words stand everywhere in a library where words of a text can: its clauses, its index, its notes and the edits
// that made them, corrections of families, documents that a report names, a draft, what was undone in it, its comments, patches and
// versions, what was let be in it; and the work that reads them all: search, comparison, previews, carrying, diagnosis.
import type { Client } from '../../shared/contract/index.ts'
import type { DeclarationId, DraftId } from '../../shared/model/ids.ts'
import type { RemovedRef } from '../../shared/contract/removed.ts'
import { patchBetween } from '../../shared/model/patch.ts'
import type { Block, Statement } from '../../shared/model/statement.ts'
import { statement as otherStatement } from './batches.ts'
import { pressText } from './named.ts'

/** A stem each, so that none is found by another. */
const WORDS = {
  clause: 'зелёнокамск', heading: 'тайноречье', title: 'скрытогорье', path: 'тропослов', report: 'вестезнай', document: 'бумагопись',
  note: 'заметколюб', tag: 'меткозор', draft: 'первоцвет', undone: 'отменозвон', comment: 'примечалист', reply: 'ответогром', dismissed: 'пропускокрыл',
  version: 'второзвук', name: 'именовар',
}

/** As they stand in files: stems have ё as е, and an index keeps of a word only what it has not in common with the one before it. */
export const MARKS: readonly string[] = Object.values(WORDS).map((word) => word.replaceAll('ё', 'е').slice(4))

const secretText = `Совместное заявление о ${WORDS.title}
по итогам встречи министров

Министры Республики Вестрии и Республики Алвании (далее – Стороны) провели встречу в г. Тервене и заявляют о нижеследующем.

I. ${WORDS.heading}
Стороны подтверждают важность охраны вод у города ${WORDS.clause} и общего надзора на реке Селене.
Стороны приветствуют обмен сведениями об уровне вод в весеннее время.

г. Тервен, 3 октября 2020 года
`

const base64 = (text: string) => Buffer.from(text).toString('base64')
let jobs = 0

/** Does all that; the texts in which the words stand have been removed then. */
export async function secretsEverywhere({ call }: Client): Promise<RemovedRef[]> {
  const store = async (name: string, text: string) => {
    const { file } = await call('file.stage', { name, data: base64(text) })
    const { proposal } = await call('import.propose', { file })
    return (await call('import.store', { proposal, again: true })).id
  }
  // Kin of the secret clause, with none of its words.
  const kin = await store('kin.txt', secretText.replaceAll(/тайноречье|скрытогорье/g, 'воде').replace(WORDS.clause, 'Сельта').replace('2020', '2016'))
  await store('other.txt', otherStatement(1))
  const { id: batch } = await call('batch.start', { name: 'folder', announced: 1, direct: true })
  await call('batch.add', { batch, files: [{ path: `${WORDS.path}.txt`, data: base64(secretText) }] })
  await call('batch.seal', { batch })
  const { batch: { counts }, files: [file] } = await call('batch.run', { batch, job: `run-${jobs++}` }).then(() => call('batch.open', { batch }))
  if (counts.stored === 0) {
    const { proposal } = await call('batch.propose', { batch, file: file!.key })
    await call('batch.store', { batch, file: file!.key, proposal })
  }
  const stored = (await call('batch.open', { batch })).files[0]!.declaration!
  const report = await store('report.txt', pressText('ru', [`Совместное заявление министров ${WORDS.document} и Алвании`]).replace('Билеты', `Билеты ${WORDS.report}`))
  if ((await call('document.list', {})).every(({ name }) => !name.includes(WORDS.document))) throw new Error('the report names no document')

  const clauses = (await call('declaration.open', { id: stored })).clauses.map(({ id }) => id)
  const others = (await call('declaration.open', { id: kin })).clauses.map(({ id }) => id)
  await call('lineage.prepare', { job: `kin-${jobs++}` })
  await call('lineage.join', { one: clauses[0]!, other: others[0]! })
  await call('lineage.takeOut', { clause: clauses[1]! })
  await call('curation.edit', { declarations: [stored], clauses, change: { note: `Ср. ${WORDS.note}`, addTags: [WORDS.tag] } })
  await call('curation.edit', { declarations: [stored], clauses, change: { note: 'Later', dropTags: [WORDS.tag] } })

  const draft = await written(call, stored)
  await call('draft.remove', { id: draft })
  for (const id of [stored, report]) await call('declaration.remove', { id })
  return [{ kind: 'draft', id: draft }, { kind: 'declaration', id: stored }, { kind: 'declaration', id: report }]
}

/** A draft on the secret declaration, worked on. */
async function written(call: Client['call'], from: DeclarationId): Promise<DraftId> {
  const draft = await call('draft.start', { from: { kind: 'declaration', id: from }, title: `О ${WORDS.name}`, parties: [], date: null, place: null })
  const by = { author: 'И. Ворот', delegation: 'VT', time: '2026-03-31T12:00:00Z' }
  const [anchor] = draft.statement.blocks
  const block = (text: string): Block => ({ id: 'own', kind: 'paragraph', runs: [{ text }] })
  const said = (text: string): Statement => ({
    ...draft.statement, blocks: [...draft.statement.blocks, block(text)],
    comments: [{ id: 'c1', ...by, text: `Здесь ${WORDS.comment}`, resolved: false, replies: [{ id: 'r1', ...by, text: WORDS.reply }] }],
  })
  let { rev } = draft
  let before = draft.statement
  for (let at = 0; at < 12; at++) {
    const next = said(`${WORDS.draft} `.repeat(1 + at))
    const trail = { from: at, steps: [{ blocks: [{ at: before.blocks.length, out: [block(WORDS.undone)], put: [block(WORDS.draft)] }], comments: [], before: null, after: null }], done: at + 1, caret: null }
    const patch = at === 0 ? null : patchBetween(before, next)
    const saved = await call('draft.save', { id: draft.id, baseRev: rev, trail, ...(patch ? { patch } : { statement: next }) })
    rev = saved.rev
    before = next
  }
  if ((await call('draft.resume', { id: draft.id })).trail === null) throw new Error('nothing can be undone')
  await call('check.dismiss', { draft: draft.id, dismissal: { block: anchor!.id, kind: 'date', found: WORDS.dismissed, near: '' } })
  const version = await call('version.create', { draft: draft.id, name: `Как ${WORDS.version}` })
  await call('clause.search', { query: `${WORDS.clause} ${WORDS.heading}`, limit: 50, offset: 0 })
  await call('compare.run', { old: { kind: 'version', id: version.id }, new: { kind: 'draft', id: draft.id }, job: `compare-${jobs++}` })
  await call('export.build', {
    source: { text: { kind: 'draft', id: draft.id } }, options: { format: 'pdf', mode: 'final', openChanges: 'accept', lineNumbers: false, attribution: 'author' },
  })
  await call('carry.build', {})
  await call('diagnosis.build', {})
  return draft.id
}
