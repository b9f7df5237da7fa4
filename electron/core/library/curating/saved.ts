// Searches that officers keep under a name.
import { AppError } from '../../../../shared/contract/error.ts'
import type { SavedSearch } from '../../../../shared/contract/curating.ts'
import { clauseFilterSchema } from '../../../../shared/contract/library.ts'
import type { SavedSearchId } from '../../../../shared/model/ids.ts'
import type { Context, SavedSearchService } from '../../context.ts'
import type { Row } from '../../db/libraryFile.ts'

const savedOf = (row: Row): SavedSearch => ({
  id: row['id'] as SavedSearchId,
  name: String(row['name']),
  query: String(row['query']),
  // One that a newer Alternat kept with a filter unknown here finds by its words.
  filter: clauseFilterSchema.safeParse(JSON.parse(String(row['filter']))).data ?? {},
})

/** See `SavedSearchService` for what each method promises. */
export function createSavedSearchService({ db, events, ports }: Pick<Context, 'db' | 'events' | 'ports'>): SavedSearchService {
  const read = (id: SavedSearchId) => {
    const row = db.get<Row>('SELECT id, name, query, filter FROM saved_search WHERE id = ?', id)
    if (!row) throw new AppError('not-found', 'no such search')
    return savedOf(row)
  }
  const named = (name: string) => list().find((each) => each.name.toLowerCase() === name.toLowerCase())
  const list = () => db.all<Row>('SELECT id, name, query, filter FROM saved_search').map(savedOf).sort((a, b) => a.name.localeCompare(b.name))
  const changed = <T>(value: T): T => {
    events.push('searches.changed', {})
    return value
  }
  return {
    list,
    save(name, query, filter) {
      const id = named(name)?.id ?? (ports.newId() as SavedSearchId)
      db.write(() => db.run(
        `INSERT INTO saved_search (id, name, query, filter, saved) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, filter = excluded.filter, saved = excluded.saved`,
        id, name, query, JSON.stringify(filter), ports.now().toISOString(),
      ))
      return changed(read(id))
    },
    rename(id, name) {
      read(id)
      if ((named(name)?.id ?? id) !== id) throw new AppError('name-taken', 'another search has this name', { name })
      db.write(() => db.run('UPDATE saved_search SET name = ? WHERE id = ?', name, id))
      return changed(read(id))
    },
    delete(id) {
      if (db.write(() => db.run('DELETE FROM saved_search WHERE id = ?', id)) === 0) throw new AppError('not-found', 'no such search')
      changed(null)
    },
  }
}
