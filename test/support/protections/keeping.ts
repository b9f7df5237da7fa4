// What keeps a text, and keeps it to this machine: the copies in two places, backups, the passphrase, deletion for good, what can be
// undone, carry files and the bundle for whoever looks for a fault. Each as it would look taken away, see `table.ts`.
import type { Protection } from './table.ts'

const CORE = 'test/unit/electron/core'
const SECOND = `${CORE}/snapshots/second.test.ts`
const BULK = `${CORE}/snapshots/bulk.test.ts`
const BACKUP = `${CORE}/copies/backup.test.ts`
const LOCKED = `${CORE}/protection/protection.test.ts`
const DAMAGED = `${CORE}/salvage/encrypted.test.ts`
const BUNDLE = `${CORE}/diagnosing/diagnosing.test.ts`
const REMOVED = `${CORE}/removed.test.ts`
const GONE = `${CORE}/deletedForGood.test.ts`
const TRAIL = `${CORE}/drafts/trail.test.ts`
const LEAKS = 'test/unit/exporting/leaks.test.ts'
const CARRY = `${CORE}/carrying/hostile.test.ts`

type Row = [name: string, file: string, from: string, to: string, tests: string, title: string]

const second: Row[] = [
  ['a second folder that is away is not made anew', 'db/second.ts', "return place !== null && statSync(place, { throwIfNoEntry: false })?.isDirectory() ? place : null",
    'if (place !== null) mkdirSync(place, { recursive: true })\n  return place', SECOND, 'is told, and nothing is written where its medium was mounted'],
  ['a second folder that is not the library’s own', 'db/second.ts', "if (folder === own || ", 'if (', SECOND, 'the library’s folder is refused'],
  ['a copy in the second folder checked before it counts', 'snapshots/second.ts', '    checkSnapshot(unfinished, key)\n', '', SECOND, 'is not a snapshot that is damaged beside the library'],
  ['no plain copy of an encrypted library in the second folder', 'snapshots/second.ts', 'isEncrypted(join(snapshotFolder(library), name)) === isKeyed', 'true', SECOND, 'it holds encrypted snapshots and the wrapped key'],
  ['what is owed to deletion in the second folder', 'snapshots/second.ts', 'if (owed.length > 0) {', 'if (owed.length < 0) {', SECOND, 'has what was deleted for good deleted when it returns'],
  ['no keychain along with a copy', 'protection/keyFile.ts', '{ ...readKeyFile(library, id), keychain: null }', 'readKeyFile(library, id)', SECOND, 'it holds encrypted snapshots and the wrapped key'],
]

const copies: Row[] = [
  ['no path from a window that has a dialog', 'copies/handlers.ts', "if ((typed === undefined) !== (ask !== null)) throw new AppError('invalid', 'chosen in another way here')\n", '\n',
    BACKUP, 'no path is taken from a window'],
  ['no backup under a name of the library', 'copies/backup.ts', 'const isOwn = chosen === own && basename(file).startsWith(basename(library))', 'const isOwn = false', BACKUP, 'is refused under a name of the library'],
  ['no backup over a file unasked', 'copies/backup.ts', 'if (!replace) throw', 'if (file === null) throw', BACKUP, 'goes over no file unasked'],
  ['no backup over another file than a library', 'copies/backup.ts', "stays.\n    examine(file, NEWEST)\n", 'stays.\n', BACKUP, 'goes over no file unasked'],
  ['a backup brought in protected as the library is', 'copies/backup.ts', 'if (key && isEncrypted(library)) encryptInPlace(sqlite, key)', '', BACKUP, 'it comes into another library by its passphrase'],
  ['the passphrase of a backup guessed slowly', 'copies/handlers.ts', 'attempts.make(() => keyOfBackup(', '((guess: () => Promise<LibraryKey | null>) => guess())(() => keyOfBackup(', BACKUP, 'whoever guesses its passphrase waits'],
  ['the passphrase of snapshots guessed slowly', 'copies/handlers.ts', "'copies.unlock': ({ passphrase }) => attempts.make(async", "'copies.unlock': ({ passphrase }) => ((guess: () => Promise<null>) => guess())(async",
    DAMAGED, 'where whoever guesses waits'],
  ['the passphrase of the library guessed slowly', 'protection/attempts.ts', 'if (left > 0) throw', 'if (left < 0) throw', LOCKED, 'lets whoever guesses wait longer and longer'],
  ['a library that locks itself', 'protection/idle.ts', 'if (limit > 0 && ', 'if (limit < 0 && ', LOCKED, 'locks itself after the chosen time'],
  ['a key file of this very library', 'protection/keyFile.ts', 'if (file.data.id !== id) throw', "if (file.data.id === '') throw", `${CORE}/protection/keyFile.test.ts`, 'of another library is refused'],
  ['a key file for this user only', 'protection/keyFile.ts', 'contentOfKeyFile(file), { mode: 0o600 })', 'contentOfKeyFile(file))', LOCKED, 'none of it readable beside'],
  ['a damaged library kept beside what took its place', 'copies/handlers.ts', "place(library, made, 'damaged', now)", 'place(library, made, null, now)', DAMAGED, 'without its first page the right passphrase leads'],
  ['nothing much changed without a snapshot', 'snapshots/keeper.ts', "throw new AppError('snapshot-failed', 'no snapshot could be taken before it', { reason: reason ?? 'internal' })", 'return reason ?? null',
    BULK, 'a snapshot that cannot be taken is told and nothing is changed'],
]

const deletion: Row[] = [
  ['freed places overwritten', 'db/open.ts', "sqlite.pragma('secure_delete = ON')", "sqlite.pragma('secure_delete = OFF')", REMOVED, 'none of its words stays in the library'],
  ['forgotten terms merged out of the index', 'removed/service.ts', '  yield* mergeIndex(db)\n', '', REMOVED, 'none of its words stays in the library'],
  ['the log emptied after a deletion', 'removed/service.ts', '!db.emptyLog(); tries++) yield', 'false; tries++) yield', REMOVED, 'none of its words stays in the library'],
  ['a copy under way while texts are deleted', 'removed/handlers.ts', '        await context.snapshots.settled()\n', '', REMOVED, 'a snapshot that was under way meanwhile goes too'],
  ['a snapshot before a deletion only where copies stay', 'removed/handlers.ts', '(await inTurns(copiesHolding(context.db, texts))).length > 0', 'true', BULK, 'deletion for good takes one only where copies hold'],
  ['notes gone with their text', 'library/curating/rows.ts', "  db.run('UPDATE curation_step SET changes = NULL WHERE instr(changes, ?) > 0', declaration)\n", '', GONE, 'of a text that was worked on in every way'],
  ['what hangs on a text gone with it', 'db/open.ts', "sqlite.pragma('foreign_keys = ON')\n  sqlite.pragma('secure", "sqlite.pragma('foreign_keys = OFF')\n  sqlite.pragma('secure", GONE, 'of a text that was worked on in every way'],
  ['copies that are away owed to deletion', 'removed/service.ts', '  if (withCopies) oweSecond(db.path, texts)\n', '', GONE, 'of a text that was worked on in every way'],
  ['nothing of what can be undone after a day', 'drafts/trail.ts', 'const KEPT_MS = 24 * 60', 'const KEPT_MS = 48 * 60', TRAIL, 'a day after the last save'],
  ['nothing undone that leads to another text', 'drafts/trail.ts', "row['rev'] === rev && ", '', TRAIL, 'is of another rev, leads nowhere'],
]

const saving: Row[] = [
  ['“saved” said after the reply alone', 'renderer/features/drafting/autosave.ts', "this.#set({ kind: 'saving', since })", "this.#set({ kind: 'saved', at: '' })", 'test/unit/drafting/autosave.test.ts', 'saved only after the reply'],
  ['a library of a newer Alternat left as it is', 'db/header.ts', 'if (header.readUInt32BE(USER_VERSION_AT) > newest) throw newer()', '', `${CORE}/db/open.test.ts`, 'newer'],
  ['a copy checked before it counts', 'db/snapshot.ts', 'const found = checkSnapshot(unfinished, key)', 'const found = before', `${CORE}/snapshots/snapshots.test.ts`, 'whose copy is not whole is none'],
  ['what can be undone stored with its text', 'drafts/service.ts', 'if (trail) keepTrail(db, id, rev, trail)\n      else forgetTrail(db, id)', 'forgetTrail(db, id)', `${CORE}/drafts/durability.test.ts`, 'killed while saving'],
  ['a change stored on the text it was made on', 'drafts/service.ts', 'if (row.rev !== baseRev) throw', 'if (row.rev < 0) throw', `${CORE}/drafts/service.test.ts`, 'on an older text is a conflict'],
]

const leaving: Row[] = [
  ['no person in a file that names delegations', 'formats/attribution.ts', "if (attribution === 'delegation') return by.delegation || NOBODY\n", '', LEAKS, 'names all delegations and no person'],
  ['no place of this machine in the bundle', 'diagnosing/gather.ts', 'const log = scrubbed(from.log, from.library)', 'const log = from.log', BUNDLE, 'texts, titles, names and places are in none'],
  ['no name of a person in the bundle', 'diagnosing/gather.ts', 'hands: Object.keys(hands).length', 'hands', BUNDLE, 'texts, titles, names and places are in none'],
  ['no name of a table that is none of ours in the bundle', 'diagnosing/gather.ts', '.filter((name) => /^[a-z_]{1,40}$/.test(name))', '', BUNDLE, 'texts, titles, names and places are in none'],
  ['a carry file whose parts have their checksums', 'carrying/unpack.ts', "if (createHash('sha256').update(content).digest('hex') !== sha256) throw damaged('checksum of a part')", '', CARRY, 'has a part with other bytes'],
  ['a carry file with what it lists and no more', 'carrying/unpack.ts', ' || entries.size !== parts.length + 1', '', CARRY, 'has more than it lists'],
  ['an archive that stays in its folder', 'importing/batch/archive.ts', "path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').includes('..')", 'path === null',
    `${CORE}/importing/batch/archive.test.ts`, 'that climbs out of its folder'],
]

export const KEEPING: Protection[] = [...second, ...copies, ...saving, ...deletion, ...leaving]
  .map(([name, file, from, to, tests, title]) => ({ name, file: file.startsWith('renderer/') ? file : `electron/core/${file}`, from, to, shownBy: [tests, title] }))
