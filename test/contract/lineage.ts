// One step of the contract suite: a clause of the samples through its three texts, its family corrected and undone.
import { expect } from 'vitest'
import type { Client, Events } from '../../shared/contract/index.ts'

/** The payload of the next event of this name. */
export function nextEvent(client: Client, event: keyof Events): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = client.on(event, (payload) => {
      stop()
      resolve(payload)
    })
  })
}

/** What was said by hand of each text in the end; `conflict` matches the error of an act that another one followed. */
export async function followClause(client: Client, conflict: unknown): Promise<(string | null)[]> {
  expect(await client.call('lineage.prepare', { job: 'kinship-1' })).toBeNull()
  const { hits: [hit] } = await client.call('clause.search', { query: 'гидрологическими данными', limit: 1, offset: 0 })
  const clause = hit!.clauseId
  const { appearances, lastAgreed, pending } = await client.call('lineage.open', { clause })
  expect(appearances.map(({ hit: { citation } }) => citation)).toEqual(['Ольмин 2021', 'Тервен 2023', 'Сельта 2025'])
  expect({ lastAgreed, pending }).toEqual({ lastAgreed: 2, pending: 0 })

  const ids = appearances.map((one) => one.hit.clauseId)
  const heard = nextEvent(client, 'lineage.changed')
  await client.call('lineage.pin', { clauses: ids, pinned: true })
  expect(await heard).toEqual({})
  const { act } = await client.call('lineage.takeOut', { clause: ids[1]! })
  expect((await client.call('lineage.open', { clause })).appearances).toHaveLength(clause === ids[1] ? 1 : 2)
  expect(await client.call('lineage.undo', { act })).toBeNull()
  await client.call('lineage.join', { one: ids[0]!, other: ids[2]! })
  await expect(client.call('lineage.undo', { act: 1 })).rejects.toEqual(conflict)
  return (await client.call('lineage.open', { clause })).appearances.map(({ byHand }) => byHand)
}
