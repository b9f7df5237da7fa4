// Reports that an earlier version stored are read for the documents they name; a report a step, each a write of its own.
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { clauseId } from '../library/putIn.ts'
import { noteNamed } from './naming.ts'

export function* readPending(db: LibraryFile): Generator<void, void> {
  if (!db.writable) return
  for (;;) {
    const next = db.get<{ id: DeclarationId; date: string | null; statement: string }>(
      'SELECT id, date, statement FROM unread_report JOIN declaration ON id = unread_report.declaration LIMIT 1',
    )
    if (!next) return
    const { blocks } = JSON.parse(next.statement) as Statement
    db.write(() => {
      noteNamed(db, { date: next.date, blocks }, clauseId(next.id))
      db.run('DELETE FROM unread_report WHERE declaration = ?', next.id)
    })
    yield
  }
}
