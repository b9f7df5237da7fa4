// Drafts: started, saved as they are typed, copied, and kept in versions. Every method that changes something returns after
// the change is on disk.
import { AppError } from '../../../shared/contract/error.ts'
import type { DraftStart } from '../../../shared/contract/drafts.ts'
import { refilled, statementFromDeclaration, statementFromForm, titleFromForm } from '../../../shared/drafting/index.ts'
import type { Draft, DraftDetails, Version } from '../../../shared/model/draft.ts'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { patched } from '../../../shared/model/patch.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { TrailChange } from '../../../shared/model/trail.ts'
import type { Context, DraftService } from '../context.ts'
import { copyDismissals } from '../checking/dismissals.ts'
import type { Row } from '../db/libraryFile.ts'
import { detailsOf, insertDraft, insertVersion, readDraft, storedSummary, storedVersion, SUMMARY, VERSION, writeDetails, writePatch, writeStatement, writeWhole } from './rows.ts'
import { forgetOldTrails, forgetTrail, keepPlace, keepTrail, readResumed } from './trail.ts'

type Needs = Pick<Context, 'db' | 'events' | 'forms' | 'library' | 'ports' | 'settings'>

const gone = (what: string) => new AppError('not-found', `no such ${what}`)

/** The drafts of one library; see `DraftService` for what each method promises. */
export function createDraftService({ db, events, forms, library, ports, settings }: Needs): DraftService {
  const now = () => ports.now().toISOString()
  const changed = (draft: Draft) => {
    events.push('draft.changed', { id: draft.id, rev: draft.rev })
    return draft
  }

  const open = (id: DraftId): Draft => {
    assertPresent(id)
    return readDraft(db, id)!
  }

  const assertPresent = (id: DraftId) => {
    if (!db.get('SELECT 1 FROM draft WHERE id = ? AND removed IS NULL', id)) throw gone('draft')
  }

  /** Refuses a change that was made on another text than the stored one. */
  const expectRev = (id: DraftId, baseRev: number) => {
    const row = db.get<{ rev: number }>('SELECT rev FROM draft WHERE id = ? AND removed IS NULL', id)
    if (!row) throw gone('draft')
    if (row.rev !== baseRev) throw new AppError('conflict', 'the draft was changed meanwhile', { rev: row.rev })
    return row.rev
  }

  /** The text that was stored last: the next patch is of it, most likely. */
  let latest: { id: DraftId; rev: number; statement: Statement } | null = null

  const store = (id: DraftId, baseRev: number, trail: TrailChange | undefined, write: (saved: string) => Statement) => {
    const saved = now()
    const stored = db.write(() => {
      const rev = expectRev(id, baseRev) + 1
      const statement = write(saved)
      if (trail) keepTrail(db, id, rev, trail)
      else forgetTrail(db, id)
      return { id, rev, statement }
    })
    latest = stored
    events.push('draft.changed', { id, rev: stored.rev })
    return { rev: stored.rev, saved }
  }

  const create = (details: DraftDetails, statement: Statement): Draft => {
    const time = now()
    const draft: Draft = { ...detailsOf(details), id: ports.newId() as DraftId, rev: 1, created: time, saved: time, statement }
    db.write(() => insertDraft(db, draft))
    return changed(draft)
  }

  const snapshot = (draft: Draft, name: string, id = ports.newId() as VersionId): Version => {
    const version = { id, draftId: draft.id, name, created: now(), author: settings.get().author }
    insertVersion(db, version, draft)
    return version
  }

  const setRemoved = (id: DraftId, removed: string | null) => {
    const changes = db.write(() => db.run('UPDATE draft SET removed = ? WHERE id = ?', removed, id))
    if (changes === 0) throw gone('draft')
    const row = db.get<{ rev: number }>('SELECT rev FROM draft WHERE id = ?', id)!
    events.push('draft.changed', { id, rev: row.rev })
  }

  const versionRow = (id: VersionId) => {
    const row = db.get<Row>(`SELECT ${VERSION}, details, statement FROM version WHERE id = ?`, id)
    if (!row) throw gone('version')
    return row
  }

  const openVersion = (id: VersionId) => {
    const row = versionRow(id)
    const version = storedVersion(row)
    assertPresent(version.draftId)
    return {
      version,
      details: JSON.parse(String(row['details'])) as DraftDetails,
      statement: JSON.parse(String(row['statement'])) as Statement,
    }
  }

  return {
    list: () => db.all<Row>(`SELECT ${SUMMARY} FROM draft WHERE removed IS NULL ORDER BY saved DESC, id`).map(storedSummary),

    start(start) {
      const { details, statement } = begin(start)
      return create(details, statement)
    },

    open,

    save: (id, baseRev, statement, trail) => store(id, baseRev, trail, (saved) => {
      writeWhole(db, id, statement, saved)
      return statement
    }),

    change: (id, baseRev, patch, trail) => store(id, baseRev, trail, (saved) => {
      const before = latest?.id === id && latest.rev === baseRev ? latest.statement : readDraft(db, id)!.statement
      const statement = patched(before, patch)
      if (!statement) throw new AppError('invalid', 'the patch does not fit the stored text')
      writePatch(db, id, patch, statement, saved)
      return statement
    }),

    resume(id) {
      assertPresent(id)
      return readResumed(db, db.get<{ id: DraftId; rev: number; saved: string }>('SELECT id, rev, saved FROM draft WHERE id = ?', id)!, ports.now())
    },

    place(id, place) {
      assertPresent(id)
      db.write(() => keepPlace(db, id, place))
    },

    forgetOldTrails: () => db.write(() => forgetOldTrails(db, ports.now())),

    describe(id, change) {
      const draft = open(id)
      const details = { ...detailsOf(draft), ...change }
      if (change.base) library.open(change.base)
      const origins = forms.list().filter(({ form, language }) => form === draft.form && language === draft.statement.language)
      const statement = refilled(draft.statement, origins, draft, details)
      db.write(() => {
        writeDetails(db, id, details, now())
        if (statement) writeStatement(db, id, statement, now())
      })
      return changed(open(id))
    },

    copy(id, title, statement) {
      const original = open(id)
      return db.write(() => {
        const copy = create({ ...original, title }, statement ?? original.statement)
        copyDismissals(db, id, copy.id)
        return copy
      })
    },

    remove(id) {
      assertPresent(id)
      setRemoved(id, now())
    },

    restore: (id) => setRemoved(id, null),

    deleteForGood(id) {
      if (latest?.id === id) latest = null
      if (db.write(() => db.run('DELETE FROM draft WHERE id = ? AND removed IS NOT NULL', id)) === 0) throw gone('draft')
    },

    versions(id) {
      assertPresent(id)
      return db.all<Row>(`SELECT ${VERSION} FROM version WHERE draft = ? ORDER BY position DESC`, id).map(storedVersion)
    },

    createVersion: (id, name) => db.write(() => snapshot(open(id), name)),

    keepVersion: (id, draft, name) => db.write(() => {
      const kept = db.get<Row>(`SELECT ${VERSION} FROM version WHERE id = ?`, id)
      if (kept) return storedVersion(kept)
      assertPresent(draft.id)
      return snapshot(draft, name, id)
    }),

    openVersion,

    restoreVersion(id, baseRev, keptAs) {
      const { version, statement } = openVersion(id)
      db.write(() => {
        expectRev(version.draftId, baseRev)
        snapshot(open(version.draftId), keptAs)
        writeStatement(db, version.draftId, statement, now())
      })
      return changed(open(version.draftId))
    },
  }

  /** What a new draft is, from a form or from the declaration that serves as its base. */
  function begin({ from, title, parties, date, place }: DraftStart): { details: DraftDetails; statement: Statement } {
    if (from.kind === 'form') {
      const form = forms.get(from.form)
      const values = { parties, date, place }
      const { language } = form
      const details = { title: title || titleFromForm(form, values), form: form.form, language, date, place, parties, base: null }
      return { details, statement: statementFromForm(form, values, title || undefined) }
    }
    const { declaration, clauses } = library.open(from.id)
    const { form, language, id: base } = declaration
    const named = title || declaration.title || declaration.source || declaration.id
    return { details: { title: named, form, language, date, place, parties, base }, statement: statementFromDeclaration(declaration, clauses, title && title !== declaration.title ? title : undefined) }
  }
}
