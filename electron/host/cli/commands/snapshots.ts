// `alternat snapshots [--restore NAME]`: the snapshots of the library with what they hold, or one of them put in its place. Works
// without opening the library, which may be damaged.
import { join, resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import { machinePorts } from '../../../core/ports.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, type Contents, type Snapshot } from '../../../core/db/snapshot.ts'
import { restoreSnapshot } from '../../../core/snapshots/restore.ts'
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary } from '../session.ts'

export const snapshotsCommand: Command = {
  name: 'snapshots',
  usage: '[--restore NAME] [--library DB] [--json]',
  summary: 'snapshots-summary',
  options: { restore: { type: 'string', help: 'option-restore' }, ...LIBRARY },
  run(invocation) {
    none(snapshotsCommand, invocation)
    const library = resolve(namedLibrary(invocation))
    const name = invocation.text('restore')
    if (name !== undefined) {
      const former = restoreSnapshot(library, name, machinePorts.now())
      invocation.printer.result({ restored: name, former }, () =>
        [say('snapshot-restored', { name }), ...(former === null ? [] : [say('snapshot-former', { file: former })])])
      return Promise.resolve(DONE)
    }
    const snapshots = listSnapshots(library).map((snapshot) => ({ ...snapshot, contents: contentsOf(library, snapshot) }))
    invocation.printer.result({ snapshots }, () => [say('snapshots', { total: snapshots.length }), ...snapshots.map(({ name, size, contents }) =>
      `  ${name}  ${contents ? say('snapshot-holds', { size: Math.ceil(size / 1024), ...contents }) : say('snapshot-damaged')}`)])
    return Promise.resolve(DONE)
  },
}

/** What it holds; null where it is damaged. */
function contentsOf(library: string, { name }: Snapshot): Contents | null {
  try {
    return checkSnapshot(join(snapshotFolder(library), name))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
