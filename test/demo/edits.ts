// What an officer does to the assembled draft: clauses put into a section, words replaced, a paragraph split and one struck.
import type { ClauseHit } from '../../shared/contract/library.ts'
import { blockText, type Block, type Revision, type Run, type Statement } from '../../shared/model/statement.ts'
import { wordDiff } from '../../shared/redline/index.ts'

const TIME = '2026-11-20T18:30:00.000Z'
let count = 0
const revision = (kind: Revision['kind'], delegation: string): Revision =>
  ({ id: `demo-${++count}`, kind, author: delegation === 'OV' ? 'Секретарь Орвалии' : 'Секретарь Алвании', delegation, time: TIME })

/** The form with the clauses that were found, each with its source, under the section on water. */
export function assembled(form: Statement, hits: readonly ClauseHit[]): Statement {
  const at = form.blocks.findIndex((block) => block.kind === 'heading' && /вода/iu.test(blockText(block)))
  const clauses = hits.map((hit, index): Block => ({
    id: `clause-${index + 1}`, kind: 'paragraph', runs: [{ text: hit.text }],
    source: {
      clauseId: hit.clauseId, declarationId: hit.declarationId, citation: hit.citation, date: hit.date, number: hit.number,
      grade: hit.grade, parties: hit.parties.map((party) => party.code || party.state), text: hit.text,
    },
  }))
  return { ...form, blocks: form.blocks.toSpliced(at + 1, 0, ...clauses) }
}

/** The same with tracked changes by two delegations. */
export function suggested(statement: Statement): Statement {
  const blocks = [...statement.blocks]
  const first = blocks.findIndex((block) => block.id === 'clause-1')
  const text = blockText(blocks[first]!)
  blocks[first] = { ...blocks[first]!, runs: replaced(text, text.replace(/^(\S+)/u, '$1 вновь').replace(/\.$/u, ' в согласованные сроки.'), 'OV') }
  const last = blocks.findLastIndex((block) => block.id.startsWith('clause-') && block.id !== 'clause-1')
  if (last > 0) {
    const gone = revision('deletion', 'AV')
    blocks[last] = { ...blocks[last]!, runs: [{ text: blockText(blocks[last]!), revisions: [gone] }], mark: [gone] }
  }
  const closing = blocks.findLastIndex((block) => block.kind === 'paragraph')
  const words = blockText(blocks[closing]!)
  const cut = words.indexOf(' и ') + 3
  const { source: _, ...plain } = blocks[closing]!
  blocks.splice(closing, 1,
    { ...plain, id: `${plain.id}-head`, runs: [{ text: words.slice(0, cut) }], mark: [revision('insertion', 'OV')] },
    { ...blocks[closing]!, runs: [{ text: words.slice(cut) }] })
  return { ...statement, blocks }
}

function replaced(old: string, now: string, delegation: string): Run[] {
  return wordDiff(old, now).map(({ op, text }): Run =>
    op === 'equal' ? { text } : { text, revisions: [revision(op === 'insert' ? 'insertion' : 'deletion', delegation)] })
}
