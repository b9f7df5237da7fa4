// `alternat search QUERY`: finds clauses by their words, in any form of the word.
import { say } from '../../words.ts'
import { wrong } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary, withSession } from '../session.ts'
import { oneLine } from '../shapes.ts'

const DEFAULT_LIMIT = 50

export const searchCommand: Command = {
  name: 'search',
  usage: 'QUERY [--limit N] [--library DB] [--json]',
  summary: 'search-summary',
  options: {
    limit: { type: 'string', help: 'option-limit' },
    ...LIBRARY,
  },
  async run(invocation) {
    const query = invocation.positionals.join(' ')
    if (query === '') throw wrong(searchCommand, say('usage-query-missing'))
    const limit = Number(invocation.text('limit') ?? DEFAULT_LIMIT)
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw wrong(searchCommand, say('usage-limit'))
    const { total, more, hits } = await withSession(invocation, namedLibrary(invocation), (session) =>
      session.call('clause.search', { query, limit, offset: 0 }))
    invocation.printer.result({
      total,
      ...(more && { more }),
      hits: hits.map(({ clauseId, declaration, date, number, section, text }) => ({ clauseId, declaration, date, number, section, text })),
    }, () => [
      say(more ? 'found-more' : 'found', { total }),
      ...hits.flatMap((hit) => ['', [`${hit.citation}${hit.number === null ? '' : `, ${hit.number}`}`, ...hit.section].map(oneLine).join(' · '), hit.text, hit.clauseId]),
    ])
    return DONE
  },
}
