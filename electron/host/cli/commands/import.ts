// `alternat import FILE…`: reads texts into the library as the program proposes them, without asking.
import type { ImportPreview } from '../../../../shared/contract/library.ts'
import { basename } from 'node:path'
import { isWord, say, type Word } from '../../words.ts'
import { wrong } from '../arguments.ts'
import { DONE, REFUSED, type Command } from '../command.ts'
import { namedLibrary, withSession, type Session } from '../session.ts'
import { aboutLine, declarationShape, oneLine, warningShape } from '../shapes.ts'
import { AppError } from '../../../../shared/contract/error.ts'

type Imported = { file: string } & ReturnType<typeof declarationShape> & { warnings: ReturnType<typeof warningShape>[] }

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE… [--library DB] [--again] [--json]',
  summary: 'import-summary',
  options: {
    library: { type: 'string', help: 'option-library' },
    again: { type: 'boolean', help: 'option-again' },
  },
  async run(invocation) {
    if (invocation.positionals.length === 0) throw wrong(importCommand, say('usage-file-missing'))
    return withSession(invocation, namedLibrary(invocation), async (session) => {
      const files: Imported[] = []
      let refused = 0
      for (const path of invocation.positionals) {
        try {
          files.push(await importFile(session, path, invocation.given('again')))
        } catch (error) {
          if (error instanceof AppError && error.code === 'cancelled') throw error
          // One unreadable file does not keep the others out.
          refused++
          // Which of several files failed; of one it is plain.
          invocation.printer.failure(error, invocation.positionals.length > 1 ? path : undefined)
        }
      }
      if (files.length > 0 || refused === 0) invocation.printer.result({ files }, () => files.flatMap(linesOf))
      return refused > 0 ? REFUSED : DONE
    }, { writes: true })
  },
}

async function importFile(session: Session, path: string, again: boolean): Promise<Imported> {
  const file = await session.stage(path)
  try {
    const { proposal }: ImportPreview = await session.job(basename(path), (job) => session.call('import.propose', { file, job }))
    const { id } = await session.call('import.store', { proposal, again })
    const opened = await session.call('declaration.open', { id })
    return { file: path, ...declarationShape(opened), warnings: proposal.warnings.map(warningShape) }
  } finally {
    await session.call('file.drop', { file })
  }
}

const linesOf = (imported: Imported): string[] => [
  `${basename(imported.file)}: ${oneLine(imported.title)}`,
  `  ${aboutLine(imported)}; ${say(`form-${imported.form}` satisfies Word)}; ${say('counted', { clauses: imported.clauses.length, sections: imported.sections.length })}`,
  ...imported.warnings.map(({ code, message }) => `  ${say(wordFor(code), { message })}`),
]

/** The warning's sentence; one that has none is told as it came. */
function wordFor(code: string): Word {
  const word = `warning-${code}`
  return isWord(word) ? word : 'warning-other'
}
