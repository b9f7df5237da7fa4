// A clause of the library becomes a paragraph of the draft that remembers where it came from.
import type { ClauseHit } from '../../../shared/contract/library.ts'
import type { Block } from '../../../shared/model/statement.ts'

/** The block for a clause; `id` must be new in the draft. */
export const clauseBlock = (hit: ClauseHit, id: string): Block => ({
  id,
  kind: hit.number?.includes('(') ? 'item' : 'paragraph',
  runs: [{ text: hit.text }],
  source: {
    clauseId: hit.clauseId,
    declarationId: hit.declarationId,
    citation: hit.citation.slice(0, 300),
    date: hit.date,
    number: hit.number,
    grade: hit.grade,
    parties: hit.parties.map(({ code, state }) => code || state),
    text: hit.text,
  },
})

/** A block id that no other block has. */
export const newBlockId = (): string => `b-${crypto.randomUUID()}`
