// `alternat diagnose FILE`: the diagnostic bundle. Of a library that does not open it tells what can be told from outside.
import { basename, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { AppError } from '../../../../shared/contract/error.ts'
import type { DiagnosisEntry } from '../../../../shared/contract/diagnosing.ts'
import { diagnose } from '../../../core/diagnosing/gather.ts'
import { bundleOf } from '../../../core/diagnosing/handlers.ts'
import { exportToFile } from '../../../core/exporting/saving.ts'
import { machinePorts } from '../../../core/ports.ts'
import { systemLocale } from '../../../hosting/language.ts'
import { readLog } from '../../../hosting/logFile.ts'
import { dataFolder } from '../../../hosting/places.ts'
import { say } from '../../words.ts'
import { exactly } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary, withSession } from '../session.ts'
import { checkFolder } from '../target.ts'

export const diagnoseCommand: Command = {
  name: 'diagnose',
  usage: 'FILE [--library DB] [--json]',
  summary: 'diagnose-summary',
  options: LIBRARY,
  async run(invocation) {
    const [target] = exactly(diagnoseCommand, invocation, 1, 'usage-one-bundle')
    await checkFolder(target)
    if (existsSync(target)) throw new AppError('backup-there', 'a file of that name is there', { name: basename(target) })
    const library = resolve(namedLibrary(invocation))
    if (!existsSync(library)) throw new AppError('file-missing', 'no such file', { name: library })
    const entries = await withSession(invocation, library, async (session) => (await session.call('diagnosis.build', {})).entries)
      .catch((error: unknown) => fromOutside(library, error))
    const file = await exportToFile(bundleOf(entries), target, 0o600)
    invocation.printer.result({ file, entries: entries.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text) })) }, () =>
      [say('written', { file }), ...entries.map(({ name, text }) => `  ${name}  ${Math.ceil(Buffer.byteLength(text) / 1024)} KB`), say('diagnose-holds')])
    return DONE
  },
}

function fromOutside(library: string, error: unknown): DiagnosisEntry[] {
  if (!(error instanceof AppError) || error.code === 'cancelled') throw error
  return diagnose({
    library, db: null, refusal: error.code, isWhole: null, settings: null, host: 'command-line', locale: systemLocale(), now: machinePorts.now(), log: readLog(dataFolder()),
  })
}
