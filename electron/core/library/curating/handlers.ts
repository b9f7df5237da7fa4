// Operations on what officers note in the library and on the searches they keep.
import type { Context } from '../../context.ts'
import type { Handlers } from '../../dispatch.ts'

type CuratingOperation = 'curation.edit' | 'curation.last' | 'curation.undo' | 'search.saved' | 'search.save' | 'search.rename' | 'search.delete'

export const curatingHandlers = ({ curation, searches, snapshots }: Pick<Context, 'curation' | 'searches' | 'snapshots'>): Pick<Handlers, CuratingOperation> => ({
  'curation.edit': async ({ withoutSnapshot, job, ...edit }) => {
    await snapshots.before({ act: 'edit', count: edit.declarations.length + edit.clauses.length }, { withoutSnapshot, job })
    return curation.edit(edit)
  },
  'curation.last': () => curation.last(),
  'curation.undo': ({ step }) => curation.undo(step),
  'search.saved': () => searches.list(),
  'search.save': ({ name, query, filter }) => searches.save(name, query, filter),
  'search.rename': ({ id, name }) => searches.rename(id, name),
  'search.delete': ({ id }) => {
    searches.delete(id)
    return null
  },
})
