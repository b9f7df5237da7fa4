// `alternat salvage`: puts what can be read of a damaged library in its place; the damaged one is kept beside it.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import type { Salvaged } from '../../../../shared/contract/copies.ts'
import type { LibraryKey } from '../../../core/db/cipher.ts'
import { openLibrary } from '../../../core/db/open.ts'
import { machinePorts } from '../../../core/ports.ts'
import { salvage } from '../../../core/salvage/salvage.ts'
import { salvageTarget, saveSalvaged } from '../../../core/salvage/save.ts'
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { libraryKey } from '../passphrase.ts'
import { namedLibrary } from '../session.ts'

export const salvageCommand: Command = {
  name: 'salvage',
  usage: '[--library DB] [--json]',
  summary: 'salvage-summary',
  options: LIBRARY,
  async run(invocation) {
    none(salvageCommand, invocation)
    const library = resolve(namedLibrary(invocation))
    if (!existsSync(library)) throw new AppError('file-missing', 'no such file', { name: library })
    const key = await libraryKey(invocation, library)
    if (!isDamaged(library, key)) {
      invocation.printer.result({ salvaged: null }, () => [say('salvage-whole')])
      return DONE
    }
    const label = say('salvaging')
    let told = -1
    const made = salvage(library, key, salvageTarget(library), (_stage, done, total) => {
      const percent = total > 0 ? Math.floor((100 * done) / total) : 0
      if (percent !== told) invocation.printer.progress(say('progress', { label, percent }))
      told = percent
    })
    invocation.printer.progress(null)
    const salvaged = saveSalvaged(library, made, machinePorts.now())
    invocation.printer.result({ salvaged }, () => linesOf(salvaged))
    return DONE
  },
}

/** Every page is looked at, however large it is. */
function isDamaged(library: string, key: LibraryKey | null): boolean {
  try {
    openLibrary(library, { key, soonChecked: Infinity }).close()
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'library-damaged') return true
    throw error
  }
}

const linesOf = ({ saved, lost, rebuilt, titles, texts, kept }: Salvaged): string[] => [
  say('salvaged', { ...saved }),
  ...(Object.values(lost).some((count) => count > 0) ? [say('salvage-lost', { ...lost })] : []),
  ...(rebuilt > 0 ? [say('salvage-rebuilt', { rebuilt })] : []),
  ...titles.map((title) => `  ${title.replaceAll('\n', ' ')}`),
  ...(texts === null ? [] : [say('salvage-texts', { file: texts })]),
  say('snapshot-former', { file: kept }),
]
