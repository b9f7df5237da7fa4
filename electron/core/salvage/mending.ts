// Makes a library of rows that were saved one by one: a lost draft goes on with its latest version, one that lost its last changes
// with what was before them, clauses without their declaration become plain text, and what names a row that is lost names none.
import type Database from 'better-sqlite3'
import type { DraftDetails } from '../../../shared/model/draft.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { connect } from '../db/connection.ts'
import { followPatches, insertRow, writeWhole } from '../drafts/rows.ts'

/** Inside a transaction, with foreign keys off. */
export function mend(to: Database.Database): { rebuilt: number; orphans: string } {
  const has = (table: string) => to.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined
  const older = has('draft_patch') ? foldPatches(to) : 0
  const rebuilt = older + (has('version') ? rebuildDrafts(to) : 0)
  if (has('draft_patch')) to.exec('UPDATE draft SET text_rev = rev')
  // One that has a gap leads nowhere.
  if (has('draft_step')) to.prepare('DELETE FROM draft_step').run()
  const orphans = orphanedClauses(to)
  while (unlink(to) > 0);
  if (has('setting')) {
    // The index is made anew; samples that the officer took out stay out.
    to.prepare("DELETE FROM setting WHERE name = 'index'").run()
    to.prepare("INSERT OR IGNORE INTO setting (name, value) VALUES ('samples', '0')").run()
  }
  return { rebuilt, orphans }
}

interface Orphan {
  draft: string
  created: string
  details: string
  statement: string
}

function rebuildDrafts(to: Database.Database): number {
  const orphans = to.prepare<[], Orphan>(`
    SELECT draft, created, details, statement FROM version AS latest WHERE draft NOT IN (SELECT id FROM draft)
      AND position = (SELECT max(position) FROM version WHERE draft = latest.draft)`).all()
  const db = connect(to.name, to, {})
  for (const { draft, created, details, statement } of orphans) {
    const id = draft as DraftId
    db.write(() => insertRow(db, {
      ...(JSON.parse(details) as DraftDetails), id, rev: 1, created, saved: created, statement: JSON.parse(statement) as Statement,
    }))
  }
  return orphans.length
}

/** Drafts whose text is now an earlier one. */
function foldPatches(to: Database.Database): number {
  const drafts = to.prepare<[], { id: DraftId; rev: number; text_rev: number; saved: string; statement: string }>(
    'SELECT id, rev, text_rev, saved, statement FROM draft WHERE text_rev < rev').all()
  const db = connect(to.name, to, {})
  const older = drafts.filter(({ id, rev, text_rev: textRev, saved, statement: whole }) => {
    const found = followPatches(to, id, textRev, JSON.parse(whole) as Statement)
    db.write(() => writeWhole(db, id, found.statement, saved))
    return found.rev < rev
  })
  // Those of a draft that is lost too.
  to.exec('DELETE FROM draft_patch')
  return older.length
}

function orphanedClauses(to: Database.Database): string {
  const rows = to.prepare<[], { declaration: string; number: string | null; text: string }>(`
    SELECT declaration, number, text FROM clause WHERE declaration NOT IN (SELECT id FROM declaration) ORDER BY declaration, position`).all()
  let text = ''
  let before = rows[0]?.declaration
  for (const { declaration, number, text: clause } of rows) {
    if (declaration !== before) text += '\n* * *\n\n'
    before = declaration
    text += `${number === null ? '' : `${number}. `}${clause}\n\n`
  }
  return text
}

interface Link {
  table: string
  from: string
  parent: string
  to: string
  nullable: number
}

/** Rows that were changed: one that goes may leave others behind. */
function unlink(to: Database.Database): number {
  const links = to.prepare<[], Link>(`
    SELECT list.name AS "table", key."from", key."table" AS parent, key."to", info."notnull" = 0 AND info.pk = 0 AS nullable
    FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key, pragma_table_info(list.name) AS info
    WHERE list.schema = 'main' AND list.type = 'table' AND info.name = key."from"`).all()
  return links.reduce((changes, { table, from, parent, to: target, nullable }) => {
    const lost = `"${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${target}" FROM "${parent}")`
    const act = nullable ? `UPDATE "${table}" SET "${from}" = NULL WHERE ${lost}` : `DELETE FROM "${table}" WHERE ${lost}`
    return changes + to.prepare(act).run().changes
  }, 0)
}
