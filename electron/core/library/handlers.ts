// Operations on the clause library.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { given } from '../given.ts'
import { createTurns } from '../turns.ts'

type LibraryOperation = 'library.list' | 'declaration.open' | 'declaration.update' | 'declaration.remove' | 'declaration.restore'
  | 'import.store' | 'clause.search' | 'clause.open' | 'clause.precedents'

export function libraryHandlers({ library }: Pick<Context, 'library'>): Pick<Handlers, LibraryOperation> {
  const inTurns = createTurns()
  return {
    'library.list': () => library.list(),
    'declaration.open': ({ id }) => library.open(id),
    'declaration.update': ({ id, metadata }) => library.update(id, given(metadata)),
    'declaration.remove': ({ id }) => {
      library.remove(id)
      return null
    },
    'declaration.restore': ({ id }) => {
      library.restore(id)
      return null
    },
    'import.store': ({ proposal, again, known }) => library.store(proposal, { again: again ?? false, ...(known && { known }) }),
    'clause.search': ({ query, filter, limit, offset, facets }) => library.search(query, filter ?? {}, limit, offset, facets),
    'clause.open': ({ id }) => library.openClause(id),
    'clause.precedents': ({ asker, ...asked }) => inTurns(library.precedents(asked), asker),
  }
}
