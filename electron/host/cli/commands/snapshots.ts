// `alternat snapshots`: the snapshots of the library with what they hold, or one of them put in its place; and the second folder that
// they are written to. Works without opening the library, which may be damaged.
import { resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import { machinePorts } from '../../../core/ports.ts'
import { isEncrypted, type LibraryKey } from '../../../core/db/cipher.ts'
import { keptOf, type Kept } from '../../../core/db/place.ts'
import { chooseSecond, readSecond, reachedSecond, writeSecond } from '../../../core/db/second.ts'
import { checkSnapshot, readSnapshotName, type Contents } from '../../../core/db/snapshot.ts'
import { restoreSnapshot } from '../../../core/snapshots/restore.ts'
import { secondTask } from '../../../core/snapshots/second.ts'
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { libraryKey } from '../passphrase.ts'
import { namedLibrary } from '../session.ts'

export const snapshotsCommand: Command = {
  name: 'snapshots',
  usage: '[--restore NAME] [--second FOLDER|--no-second] [--library DB] [--json]',
  summary: 'snapshots-summary',
  options: { restore: { type: 'string', help: 'option-restore' }, second: { type: 'string', help: 'option-second' }, 'no-second': { type: 'boolean', help: 'option-no-second' }, ...LIBRARY },
  async run(invocation) {
    none(snapshotsCommand, invocation)
    const library = resolve(namedLibrary(invocation))
    const name = invocation.text('restore')
    if (invocation.given('no-second')) writeSecond(library, null)
    const folder = invocation.text('second')
    if (folder !== undefined) chooseSecond(library, resolve(folder))
    const listed = keptOf(library).filter(({ kind }) => kind === 'snapshot')
    const encrypted = [library, ...listed.map(({ path }) => path)].find(isEncrypted)
    const key = encrypted === undefined ? null : await libraryKey(invocation, library, encrypted)
    if (folder !== undefined) await secondTask({ library, key, now: machinePorts.now().toISOString() }, () => {})
    if (name !== undefined) {
      const former = restoreSnapshot(library, name, machinePorts.now(), key)
      invocation.printer.result({ restored: name, former }, () =>
        [say('snapshot-restored', { name }), ...(former === null ? [] : [say('snapshot-former', { file: former })])])
      return DONE
    }
    const chosen = readSecond(library)
    const second = chosen && { folder: chosen.folder, reached: reachedSecond(library) !== null }
    const snapshots = listed.map((kept) => ({ ...readSnapshotName(kept.name, kept.size)!, place: kept.place, contents: contentsOf(kept, key) }))
    invocation.printer.result({ snapshots, second }, () => [
      say('snapshots', { total: snapshots.length }),
      ...snapshots.map(({ name, size, place, contents }) => `  ${name}  ${[
        contents ? say('snapshot-holds', { size: Math.ceil(size / 1024), ...contents }) : say('snapshot-damaged'),
        ...(place === 'second' ? [say('snapshot-second')] : []),
      ].join('; ')}`),
      ...(second === null ? [] : [say(second.reached ? 'second-is' : 'second-away', { folder: second.folder })]),
    ])
    return DONE
  },
}

/** What it holds; null where it is damaged. */
function contentsOf({ path }: Kept, key: LibraryKey | null): Contents | null {
  try {
    return checkSnapshot(path, key)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
