// Curation: what officers note about declarations and clauses, changed for many at once in steps that can be taken back.
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../../shared/contract/error.ts'
import type { CurationStep } from '../../../../shared/contract/curating.ts'
import { curated, type Curation, type Status } from '../../../../shared/model/curation.ts'
import type { Grade } from '../../../../shared/model/words.ts'
import type { Context, CurationService } from '../../context.ts'
import type { LibraryFile, Row } from '../../db/libraryFile.ts'
import { readNoted, writeNoted } from './rows.ts'

/** Steps that can be taken back, the newest ones. */
const KEPT_STEPS = 20

/** All that an edit can change of one declaration or clause; a clause has neither status nor grade of its own. */
interface State {
  curation: Curation
  status: Status
  grade: Grade | null
}

interface Change {
  subject: string
  kind: 'declaration' | 'clause'
  before: State
  after: State
}

/** See `CurationService` for what each method promises. */
export function createCurationService({ db, events, ports }: Pick<Context, 'db' | 'events' | 'ports'>): CurationService {
  const told = <T>(value: T): T => {
    events.push('library.changed', { id: null })
    return value
  }
  return {
    edit({ declarations, clauses, change, status, grade }) {
      const changes: Change[] = []
      const consider = (kind: Change['kind'], subject: string) => {
        const before = stateOf(db, kind, subject)
        const after: State = {
          curation: curated(before.curation, change),
          status: kind === 'declaration' ? (status ?? before.status) : before.status,
          grade: kind === 'declaration' ? (grade ?? before.grade) : null,
        }
        if (!isDeepStrictEqual(before, after)) changes.push({ subject, kind, before, after })
      }
      const step = db.write(() => {
        for (const id of new Set(declarations)) consider('declaration', id)
        for (const id of new Set(clauses)) consider('clause', id)
        if (changes.length === 0) return null
        for (const each of changes) put(db, each, each.after)
        return keepStep(db, changes, ports.now().toISOString())
      })
      return step && told(step)
    },

    last() {
      const row = db.get<Row>('SELECT id, made, subjects FROM curation_step WHERE changes IS NOT NULL ORDER BY id DESC LIMIT 1')
      return row ? { step: Number(row['id']), made: String(row['made']), subjects: Number(row['subjects']) } : null
    },

    undo(step) {
      const subjects = db.write(() => {
        const row = db.get<{ changes: string }>('SELECT changes FROM curation_step WHERE id = ? AND changes IS NOT NULL', step)
        if (!row) throw new AppError('not-found', 'no such edit')
        const changes = JSON.parse(row.changes) as Change[]
        const touched = changes.filter(({ kind, subject, after }) => !isDeepStrictEqual(stateOf(db, kind, subject), after)).length
        if (touched > 0) throw new AppError('changed-since', 'some of it was changed since', { count: touched })
        for (const each of changes) put(db, each, each.before)
        // Its number is not given out again: a notice that still offers it must not take back another one.
        db.run('UPDATE curation_step SET changes = NULL WHERE id = ?', step)
        return changes.length
      })
      return told({ subjects })
    },
  }
}

function stateOf(db: LibraryFile, kind: Change['kind'], subject: string): State {
  const noted = readNoted(db, subject)
  if (kind === 'clause') {
    if (!db.get('SELECT 1 FROM clause WHERE id = ?', subject)) throw new AppError('not-found', 'no such clause')
    return { ...noted, grade: null }
  }
  const row = db.get<{ grade: Grade }>('SELECT grade FROM declaration WHERE id = ?', subject)
  if (!row) throw new AppError('not-found', 'no such declaration')
  return { ...noted, grade: row.grade }
}

function put(db: LibraryFile, { subject, kind, before, after }: Change, state: State): void {
  writeNoted(db, subject, kind, state)
  if (kind === 'declaration' && before.grade !== after.grade) db.run('UPDATE declaration SET grade = ? WHERE id = ?', state.grade, subject)
}

function keepStep(db: LibraryFile, changes: readonly Change[], made: string): CurationStep {
  db.run('INSERT INTO curation_step (made, subjects, changes) VALUES (?, ?, ?)', made, changes.length, JSON.stringify(changes))
  db.run(`DELETE FROM curation_step WHERE id NOT IN (SELECT id FROM curation_step ORDER BY id DESC LIMIT ${KEPT_STEPS})`)
  const { id } = db.get<{ id: number }>('SELECT max(id) AS id FROM curation_step')!
  return { step: id, made, subjects: changes.length }
}
