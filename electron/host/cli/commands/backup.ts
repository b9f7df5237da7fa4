// `alternat backup FILE`: the library as one checked file, with its key file beside it where it is encrypted; or such a file put in the
// library's place. Works without opening the library for writing.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import { backupTask, keyOfBackup, layOutBackupTask } from '../../../core/copies/backup.ts'
import { machinePorts } from '../../../core/ports.ts'
import { place } from '../../../core/snapshots/restore.ts'
import { say } from '../../words.ts'
import { exactly } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { libraryKey, passphrase } from '../passphrase.ts'
import { namedLibrary } from '../session.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE [--replace] [--restore] [--library DB] [--json]',
  summary: 'backup-summary',
  options: { replace: { type: 'boolean', help: 'option-replace' }, restore: { type: 'boolean', help: 'option-restore-backup' }, ...LIBRARY },
  async run(invocation) {
    const [path] = exactly(backupCommand, invocation, 1, 'usage-one-backup')
    const library = resolve(namedLibrary(invocation))
    const file = resolve(path)
    if (invocation.given('restore')) {
      const key = await libraryKey(invocation, library)
      const fileKey = await keyOfBackup(file, key, () => passphrase(invocation))
      const made = await layOutBackupTask({ library, key, file, fileKey }, () => {})
      const former = place(library, made, 'replaced', machinePorts.now())
      invocation.printer.result({ restored: file, former }, () =>
        [say('snapshot-restored', { name: file }), ...(former === null ? [] : [say('snapshot-former', { file: former })])])
      return DONE
    }
    if (!existsSync(library)) throw new AppError('file-missing', 'no such file', { name: library })
    const key = await libraryKey(invocation, library)
    const { kind: _kind, ...made } = await backupTask({ library, key, file, replace: invocation.given('replace') }, () => {})
    invocation.printer.result(made, () => [
      say('written', { file: made.path }),
      `  ${say('snapshot-holds', { ...made, size: Math.ceil(made.size / 1024), keyFile: '' })}`,
      ...(made.keyFile === null ? [] : [say('backup-key', { file: made.keyFile })]),
    ])
    return DONE
  },
}
