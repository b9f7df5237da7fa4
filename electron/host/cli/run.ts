// Chooses the command, runs it, and turns every failure into one clear sentence and an exit code.
import { AppError } from '../../../shared/contract/error.ts'
import { expectedFailure } from '../../core/failures.ts'
import { describeError } from '../../core/log.ts'
import { openLog } from '../../hosting/logFile.ts'
import { dataFolder } from '../../hosting/places.ts'
import { say } from '../words.ts'
import { readArguments } from './arguments.ts'
import { DONE, REFUSED, USAGE, UsageError, type Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { compareCommand } from './commands/compare.ts'
import { diagnoseCommand } from './commands/diagnose.ts'
import { exportCommand } from './commands/export.ts'
import { exportLibraryCommand } from './commands/exportLibrary.ts'
import { importCommand } from './commands/import.ts'
import { importLibraryCommand } from './commands/importLibrary.ts'
import { listCommand } from './commands/list.ts'
import { revisionsCommand } from './commands/revisions.ts'
import { salvageCommand } from './commands/salvage.ts'
import { searchCommand } from './commands/search.ts'
import { serveCommand } from './commands/serve.ts'
import { showCommand } from './commands/show.ts'
import { snapshotsCommand } from './commands/snapshots.ts'
import { helpFor, helpForAll } from './help.ts'
import { createPrinter, type Stream } from './printer.ts'

const COMMANDS: readonly Command[] = [
  importCommand, searchCommand, listCommand, showCommand, compareCommand, exportCommand, revisionsCommand, exportLibraryCommand, importLibraryCommand, snapshotsCommand, backupCommand, diagnoseCommand, salvageCommand, serveCommand,
]

/** Resolves with the exit code. */
export async function runCommandLine(args: string[], out: Stream = process.stdout, err: Stream = process.stderr): Promise<number> {
  const [name, ...rest] = args
  const printer = createPrinter(args.includes('--json'), out, err)
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      const lines = helpForAll(COMMANDS)
      printer.result({ commands: COMMANDS.map((command) => ({ name: command.name, usage: command.usage, summary: say(command.summary) })) }, () => lines)
      return name === undefined ? USAGE : DONE
    }
    const command = COMMANDS.find((candidate) => candidate.name === name)
    if (!command) throw new UsageError(say('usage-unknown-command', { command: name }))
    const invocation = readArguments(command, rest, printer)
    if (invocation.given('help')) {
      printer.result({ name: command.name, usage: command.usage, options: Object.keys(command.options) }, () => helpFor(command))
      return DONE
    }
    return await command.run(invocation)
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof AppError) && !expectedFailure(error)) {
      openLog(dataFolder()).error('command.failed', describeError(error))
    }
    printer.failure(error instanceof Error && !(error instanceof AppError) ? expectedFailure(error) ?? error : error)
    return error instanceof UsageError ? USAGE : REFUSED
  }
}

