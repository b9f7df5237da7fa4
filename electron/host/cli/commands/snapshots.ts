// `alternat snapshots [--restore NAME]`: the snapshots of the library with what they hold, or one of them put in its place. Works
// without opening the library, which may be damaged.
import { join, resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import { machinePorts } from '../../../core/ports.ts'
import { isEncrypted, type LibraryKey } from '../../../core/db/cipher.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, type Contents, type Snapshot } from '../../../core/db/snapshot.ts'
import { restoreSnapshot } from '../../../core/snapshots/restore.ts'
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { libraryKey } from '../passphrase.ts'
import { namedLibrary } from '../session.ts'

export const snapshotsCommand: Command = {
  name: 'snapshots',
  usage: '[--restore NAME] [--library DB] [--json]',
  summary: 'snapshots-summary',
  options: { restore: { type: 'string', help: 'option-restore' }, ...LIBRARY },
  async run(invocation) {
    none(snapshotsCommand, invocation)
    const library = resolve(namedLibrary(invocation))
    const name = invocation.text('restore')
    const listed = listSnapshots(library)
    const encrypted = [library, ...listed.map((snapshot) => join(snapshotFolder(library), snapshot.name))].find(isEncrypted)
    const key = encrypted === undefined ? null : await libraryKey(invocation, library, encrypted)
    if (name !== undefined) {
      const former = restoreSnapshot(library, name, machinePorts.now(), key)
      invocation.printer.result({ restored: name, former }, () =>
        [say('snapshot-restored', { name }), ...(former === null ? [] : [say('snapshot-former', { file: former })])])
      return DONE
    }
    const snapshots = listed.map((snapshot) => ({ ...snapshot, contents: contentsOf(library, snapshot, key) }))
    invocation.printer.result({ snapshots }, () => [say('snapshots', { total: snapshots.length }), ...snapshots.map(({ name, size, contents }) =>
      `  ${name}  ${contents ? say('snapshot-holds', { size: Math.ceil(size / 1024), ...contents }) : say('snapshot-damaged')}`)])
    return DONE
  },
}

/** What it holds; null where it is damaged. */
function contentsOf(library: string, { name }: Snapshot, key: LibraryKey | null): Contents | null {
  try {
    return checkSnapshot(join(snapshotFolder(library), name), key)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
