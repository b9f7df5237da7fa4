// Whether a text is in the library already, in whatever format it came: word for word, or nearly so.
import { createHash } from 'node:crypto'
import type { Alike } from '../../../shared/contract/library.ts'
import { bandsOf, sameWords, words } from '../../../shared/language/shingles.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'

/** Less in common, in percent of words, is another text on the same matter. */
export const NEARLY = 85

/** Texts that are compared word by word, those with the most bands in common. */
const COMPARED = 3

/** Declarations of an older library that are looked at in one step. */
const STEP = 10

interface Known {
  text: string
  words: readonly string[]
  content: string
  bands: readonly number[]
}

/** A text is asked for and then stored: it is looked at once. */
let last: Known | null = null

function knownBy(text: string): Known {
  if (last?.text === text) return last
  const own = words(text)
  last = { text, words: own, content: createHash('sha256').update(own.join(' ')).digest('hex'), bands: [...new Set(bandsOf(own))] }
  return last
}

const storedText = (db: LibraryFile, id: string) =>
  db.all<{ text: string }>('SELECT text FROM clause WHERE declaration = ? ORDER BY position', id).map(({ text }) => text).join('\n')

/** Remembers by what a declaration is known again; inside a write, once its clauses are stored. */
export function rememberLikeness(db: LibraryFile, id: DeclarationId, text: string): void {
  const { content, bands } = knownBy(text)
  db.run('INSERT INTO likeness (declaration, content) VALUES (?, ?)', id, content)
  for (const band of bands) db.run('INSERT INTO likeness_band (band, declaration) VALUES (?, ?)', band, id)
}

/** Forgets it together with a declaration that is deleted; inside a write. */
export const forgetLikeness = (db: LibraryFile, id: DeclarationId): void =>
  void db.run('DELETE FROM likeness_band WHERE declaration = ?', id)

/** The declaration that is this text, or the one closest to it that is nearly so. */
export function findAlike(db: LibraryFile, text: string): Alike | null {
  const own = knownBy(text)
  const same = db.get<Omit<Alike, 'share'>>(
    `SELECT id, title, date FROM likeness JOIN declaration ON id = likeness.declaration
     WHERE content = ? AND removed IS NULL ORDER BY added, id LIMIT 1`, own.content,
  )
  if (same) return { ...same, share: 100 }
  const near = db.all<Omit<Alike, 'share'>>(
    `SELECT id, title, date FROM likeness_band JOIN declaration ON id = likeness_band.declaration
     WHERE band IN (SELECT value FROM json_each(?)) AND removed IS NULL
     GROUP BY id ORDER BY count(*) DESC, added, id LIMIT ${COMPARED}`, JSON.stringify(own.bands),
  ).map((entry): Alike => ({ ...entry, share: Math.min(99, sameWords(words(storedText(db, entry.id)), own.words)) }))
  const closest = near.toSorted((a, b) => b.share - a.share)[0]
  return closest && closest.share >= NEARLY ? closest : null
}

/** Makes known again what an earlier version stored, or what came by another way; in steps, each a write of its own. */
export function* rememberAll(db: LibraryFile): Generator<void, void> {
  if (!db.writable) return
  for (;;) {
    const missing = db.all<{ id: DeclarationId }>(
      `SELECT id FROM declaration WHERE id NOT IN (SELECT declaration FROM likeness) LIMIT ${STEP}`,
    )
    if (missing.length === 0) return
    db.write(() => {
      for (const { id } of missing) rememberLikeness(db, id, storedText(db, id))
    })
    yield
  }
}
