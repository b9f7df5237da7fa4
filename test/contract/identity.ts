// The part of the contract that tells which texts are one document, for the suite that runs against every transport.
import { describe, expect, test } from 'vitest'
import type { Client, Events, OperationName } from '../../shared/contract/index.ts'
import type { DeclarationId } from '../../shared/model/ids.ts'
import { shapeOf } from '../../shared/identity/index.ts'
import { proposalOf, type Line } from '../support/proposals.ts'
import { NAMED, reportOf } from '../support/named.ts'

const NONE = 'none'

/** Documents and declarations of nothing, each not found. */
export const NOTHING_KNOWN: Record<string, unknown> = {
  'document.tie': { document: 4711, declaration: null },
  'document.dismiss': { document: 4711, dismissed: true },
  'language.join': { one: NONE, other: 'nothing' },
  'language.part': { one: NONE, other: 'nothing' },
  'language.clause': { clause: NONE, declaration: NONE },
}

/** Values that break a rule. */
export const WRONG_IDENTITIES: [operation: OperationName, input: unknown][] = [
  ['document.tie', { document: 0, declaration: null }],
  ['document.match', { title: 'a', date: '12 May', form: 'other', parties: [] }],
  ['language.undo', { act: 0 }],
  ['language.match', { language: 'en', date: null, form: 'other', grade: 'official', parties: [], shape: { sections: -1, clauses: 0, numbers: 0 } }],
]

const day = { date: '2031-05-12' }
const RU: Line[] = [['title', NAMED[0]], ['clause', 'Стороны приветствуют открытие паромной линии между Ормом и Портом Калдом.', '1.']]
const EN: Line[] = [['title', 'Joint Statement of the Ministers of Transport'], ['clause', 'The Parties welcome the opening of the ferry line.', '1.']]

export function identitySuite(clientOf: () => Client, nextEvent: (client: Client, event: keyof Events) => Promise<unknown>): void {
  const stored: DeclarationId[] = []
  describe('documents that a report names', () => {
    test('are known, and are tied to their texts', async () => {
      const client = clientOf()
      const { id: report } = await client.call('import.store', { proposal: reportOf(NAMED, day) })
      const known = await client.call('document.list', {})
      expect(known.map(({ name, declaration }) => ({ name, declaration }))).toEqual(NAMED.map((name) => ({ name, declaration: null })))
      expect(known[0]!.namedBy).toMatchObject([{ report }])
      const proposal = proposalOf(RU, { ...day, title: NAMED[0] })
      const { title, date, form, parties } = proposal.metadata
      expect(await client.call('document.match', { title, date, form, parties })).toMatchObject([{ document: known[0]!.id, isSure: true }])
      const { id } = await client.call('import.store', { proposal, known: { documents: [known[0]!.id], languages: [] } })
      expect((await client.call('document.list', {}))[0]!.declaration).toBe(id)
      const heard = nextEvent(client, 'library.changed')
      expect(await client.call('document.dismiss', { document: known[1]!.id, dismissed: true })).toBeNull()
      expect(await heard).toEqual({ id: null })
      expect(await client.call('document.tie', { document: known[2]!.id, declaration: id })).toBeNull()
      await client.call('document.tie', { document: known[2]!.id, declaration: null })
      stored.push(report, id)
    })
  })

  describe('language versions', () => {
    test('are proposed, joined, parted and undone; a clause leads to its other version', async () => {
      const client = clientOf()
      const { proposal, ...about } = { proposal: proposalOf(EN, { ...day, title: 'Joint Statement', language: 'en' }), shape: shapeOf([{ number: '1', section: [] }]) }
      const { language, date, form, grade, parties } = proposal.metadata
      const [match] = await client.call('language.match', { language, date, form, grade, parties, ...about })
      expect(match).toMatchObject({ isSure: true })
      const { id: en } = await client.call('import.store', { proposal })
      const mine = async () => {
        const { groups, proposed } = await client.call('language.list', {})
        return { groups: groups.filter((group) => group.includes(en)), proposed: proposed.filter(({ one, other }) => one === en || other === en) }
      }
      expect((await mine()).proposed).toMatchObject([{ reasons: ['date', 'parties', 'form', 'clauses', 'numbers'] }])
      const { act } = await client.call('language.join', { one: match!.declaration, other: en })
      expect(await mine()).toMatchObject({ groups: [{ length: 2 }], proposed: [] })
      const [clause] = (await client.call('declaration.open', { id: en })).clauses
      expect((await client.call('language.clause', { clause: clause!.id, declaration: match!.declaration })).clause).toMatch(new RegExp(`^${match!.declaration}-`))
      expect(await client.call('language.undo', { act })).toBeNull()
      await client.call('language.part', { one: match!.declaration, other: en })
      expect(await mine()).toEqual({ groups: [], proposed: [] })
      // What others of the suite look for is not among these.
      for (const id of [...stored, en]) await client.call('declaration.remove', { id })
    })
  })
}
