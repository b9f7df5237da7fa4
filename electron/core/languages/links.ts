// What officers said of language versions, as acts that can be undone: pairs that are one document, and pairs that are not.
import { AppError } from '../../../shared/contract/error.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'

type Kind = 'same' | 'apart'
export type Pair = { one: DeclarationId; other: DeclarationId }

/** The latest act; null where none was made. */
export const latestSaying = (db: LibraryFile): number | null =>
  db.get<{ act: number | null }>('SELECT max(act) AS act FROM (SELECT since AS act FROM language_version UNION SELECT until FROM language_version)')!.act

/** Pairs in force. */
export const pairs = (db: LibraryFile, kind: Kind): Pair[] =>
  db.all<Pair>('SELECT one, other FROM language_version WHERE kind = ? AND until IS NULL ORDER BY rowid', kind)

/** Everything that is one document with something else, by what it is one with. */
export function groupsOf(same: readonly Pair[]): Map<DeclarationId, Set<DeclarationId>> {
  const groups = new Map<DeclarationId, Set<DeclarationId>>()
  for (const { one, other } of same) {
    const all = new Set([...groups.get(one) ?? [one], ...groups.get(other) ?? [other]])
    for (const id of all) groups.set(id, all)
  }
  return groups
}

/** Inside a write. Nothing is said twice. */
export function join(db: LibraryFile, one: DeclarationId, other: DeclarationId): number {
  const act = (latestSaying(db) ?? 0) + 1
  db.run(
    `UPDATE language_version SET until = ? WHERE kind = 'apart' AND until IS NULL AND one IN (?, ?) AND other IN (?, ?)`, act, one, other, one, other,
  )
  if (!groupsOf(pairs(db, 'same')).get(one)?.has(other)) say(db, 'same', one, other, act)
  return act
}

/** Inside a write. `other` leaves the document; the rest of it hangs together on. */
export function part(db: LibraryFile, one: DeclarationId, other: DeclarationId): number {
  const act = (latestSaying(db) ?? 0) + 1
  const same = pairs(db, 'same')
  const group = groupsOf(same).get(one)
  const isOneGroup = group?.has(other) ?? false
  if (isOneGroup) {
    const neighbours = same.flatMap((pair) => (pair.one === other ? [pair.other] : pair.other === other ? [pair.one] : []))
    db.run(`UPDATE language_version SET until = ? WHERE kind = 'same' AND until IS NULL AND (one = ? OR other = ?)`, act, other, other)
    neighbours.slice(1).forEach((each, index) => say(db, 'same', neighbours[index]!, each, act))
  }
  for (const each of isOneGroup ? group! : [one]) if (each !== other) say(db, 'apart', each, other, act)
  return act
}

/** Takes the latest act back; inside a write. */
export function undo(db: LibraryFile, act: number): void {
  if (latestSaying(db) !== act) throw new AppError('conflict', 'another act was made since')
  db.run('DELETE FROM language_version WHERE since = ?', act)
  db.run('UPDATE language_version SET until = NULL WHERE until = ?', act)
}

/** A declaration is about to be deleted: what hangs together by it hangs together without it. Inside a write. */
export function forgetVersion(db: LibraryFile, id: DeclarationId): void {
  const links = db.all<{ other: DeclarationId; since: number }>(
    `SELECT iif(one = ?, other, one) AS other, since FROM language_version WHERE kind = 'same' AND until IS NULL AND (one = ? OR other = ?) ORDER BY rowid`, id, id, id,
  )
  // Undone with the later of the two acts that it stands for.
  links.slice(1).forEach(({ other, since }, index) => say(db, 'same', links[index]!.other, other, Math.max(since, links[index]!.since)))
}

const say = (db: LibraryFile, kind: Kind, one: DeclarationId, other: DeclarationId, act: number) =>
  db.run('INSERT INTO language_version (kind, one, other, since) VALUES (?, ?, ?, ?)', kind, one, other, act)
