// Libraries that are carried to each other: what stands in one, by its words, whatever ids it has.
import { openServices } from './services.ts'
import { proposalOf } from './proposals.ts'
import { textKey, declarationKey } from '../../electron/core/carrying/identity.ts'
import { markCarried, type Merged } from '../../electron/core/carrying/merge.ts'
import { carryIn, carryOut } from '../../electron/core/carrying/tasks.ts'
import type { DeclarationId, DraftId } from '../../shared/model/ids.ts'
import { blockText, type Statement } from '../../shared/model/statement.ts'
import type { CarryChoice } from '../../shared/model/carry.ts'

export type Library = ReturnType<typeof openServices>

let libraries = 0

/** An empty library whose ids no other one gives. */
export function openOther(path?: string): Library {
  const services = openServices(path)
  const prefix = `l${++libraries}-`
  const { newId } = services.ports
  services.ports.newId = () => prefix + newId()
  return services
}

export const store = ({ library }: Library, word: string, about: Parameters<typeof proposalOf>[1] = {}): DeclarationId =>
  library.store(proposalOf([
    ['title', 'Совместное заявление'], ['heading', 'Вода', 'I.'], ['clause', `Стороны отметили ${word}.`], ['clause', `Стороны поддержали ${word}.`],
  ], about), { again: true }).id

export const startFrom = ({ drafts }: Library, base: DeclarationId, title = 'Проект'): DraftId =>
  drafts.start({ from: { kind: 'declaration', id: base }, title, parties: [{ state: 'Вестрия', code: 'VT' }], date: '2026-03-08', place: 'Тервен' }).id

/** Saves a text whose second paragraph is `words`. */
export function write({ drafts }: Library, id: DraftId, words: string): void {
  const { rev, statement } = drafts.open(id)
  drafts.save(id, rev, { ...statement, blocks: statement.blocks.map((block, index) => (index === 2 ? { ...block, runs: [{ text: words }] } : block)) })
}

/** Carried out and saved. */
export function out({ db }: Library, choice: CarryChoice | null = null): Uint8Array {
  const { bytes, contents } = carryOut(db, { choice, program: '1.0.0', made: '2026-11-28T10:00:00.000Z' })
  db.write(() => contents.forEach(({ draft, content }) => markCarried(db, draft, content, draft)))
  return bytes
}

export const bring = ({ db }: Library, bytes: Uint8Array): Merged => carryIn(db, { bytes, suffix: ' (перенос)', keptAs: 'До переноса', now: '2026-11-28T12:00:00.000Z' })

const statements = ({ db }: Library, table: string): Statement[] =>
  db.all<{ statement: string }>(`SELECT statement FROM ${table}`).map(({ statement }) => JSON.parse(statement) as Statement)

/** Every text of a library, current ones and versions together: what a merge must never lose. */
export const textsIn = (services: Library): Set<string> =>
  new Set([...statements(services, 'draft'), ...statements(services, 'version')].map(textKey))

export const declarationsIn = (services: Library): string[] => statements(services, 'declaration').map(declarationKey).sort()

export const secondParagraph = ({ drafts }: Library, id: DraftId): string => blockText(drafts.open(id).statement.blocks[2]!)
