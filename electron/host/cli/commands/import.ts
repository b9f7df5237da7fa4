// `alternat import FILE…`: reads texts into the library as the program proposes them, without asking; of whole folders and
// archives what it is sure of.
import type { ImportPreview } from '../../../../shared/contract/library.ts'
import { basename } from 'node:path'
import { listComments, listRevisions, type ListedComment, type ListedRevision } from '../../../core/formats/docx/listed.ts'
import { readDocx } from '../../../core/formats/docx/read.ts'
import { say, type Word } from '../../words.ts'
import { wrong } from '../arguments.ts'
import { batchLines, batchShape, importBatch, isBatch, isUnfinished, runBatch, type ReadBatch } from '../batch.ts'
import { DONE, LIBRARY, REFUSED, type Command } from '../command.ts'
import { namedLibrary, readInput, withSession, type Session } from '../session.ts'
import { aboutLine, declarationShape, isMissing, oneLine, warningLine, warningShape } from '../shapes.ts'
import { AppError } from '../../../../shared/contract/error.ts'

/** What reviewers left in a file: it is not stored with the text. */
interface Review {
  revisions: ListedRevision[]
  comments: ListedComment[]
}

/** What scripts get of a file, and what people read of it. */
interface Imported {
  shape: { file: string } & ReturnType<typeof declarationShape> & { warnings: ReturnType<typeof warningShape>[] } & Review & {
    /** Documents that it names and whose texts are missing; those whose text it is. */
    missing?: string[]
    textOf?: string[]
  }
  lines: string[]
}

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE|FOLDER|ZIP… [--resume] [--all] [--no-snapshot] [--library DB] [--again] [--json]',
  summary: 'import-summary',
  options: {
    ...LIBRARY,
    again: { type: 'boolean', help: 'option-again' },
    resume: { type: 'boolean', help: 'option-resume' },
    all: { type: 'boolean', help: 'option-all' },
    'no-snapshot': { type: 'boolean', help: 'option-no-snapshot' },
  },
  async run(invocation) {
    const options = { resume: invocation.given('resume'), all: invocation.given('all'), withoutSnapshot: invocation.given('no-snapshot') }
    if (invocation.positionals.length === 0 && !options.resume) throw wrong(importCommand, say('usage-file-missing'))
    return withSession(invocation, namedLibrary(invocation), async (session) => {
      const files: Imported[] = []
      const batches: ReadBatch[] = []
      let refused = 0
      if (invocation.positionals.length === 0) {
        for (const batch of (await session.call('batch.list', {})).filter(isUnfinished)) batches.push(await runBatch(session, batch, options))
        if (batches.length === 0) invocation.printer.note(say('batch-nothing'))
      }
      for (const path of invocation.positionals) {
        try {
          if (await isBatch(path)) batches.push(await importBatch(session, path, options))
          else files.push(await importFile(session, path, invocation.given('again')))
        } catch (error) {
          if (error instanceof AppError && error.code === 'cancelled') throw error
          // One unreadable file does not keep the others out.
          refused++
          // Which of several files failed; of one it is plain.
          invocation.printer.failure(error, invocation.positionals.length > 1 ? path : undefined)
        }
      }
      if (files.length + batches.length > 0 || refused === 0) {
        invocation.printer.result(
          { files: files.map(({ shape }) => shape), ...(batches.length > 0 && { batches: batches.map(batchShape) }) },
          () => [...files.flatMap(({ lines }) => lines), ...batches.flatMap(batchLines)],
        )
      }
      return refused > 0 || batches.some(({ batch }) => batch.counts.failed > 0) ? REFUSED : DONE
    }, { writes: true })
  },
}

const NO_REVIEW: Review = { revisions: [], comments: [] }

async function reviewOf(path: string): Promise<Review> {
  const { name, bytes } = await readInput(path)
  const doc = readDocx(bytes, name)
  return { revisions: listRevisions(doc), comments: listComments(doc) }
}

async function importFile(session: Session, path: string, again: boolean): Promise<Imported> {
  const file = await session.stage(path)
  try {
    const { proposal }: ImportPreview = await session.job(basename(path), (job) => session.call('import.propose', { file, job }))
    const { id } = await session.call('import.store', { proposal, again })
    const opened = await session.call('declaration.open', { id })
    const { warnings, paragraphs } = proposal
    const known = await session.call('document.list', {})
    const missing = known.filter((document) => isMissing(document) && document.namedBy.some(({ report }) => report === id)).map(({ name }) => name)
    const textOf = known.filter(({ declaration }) => declaration === id).map(({ name }) => name)
    const shape = {
      file: path,
      ...declarationShape(opened),
      warnings: warnings.map((warning) => warningShape(warning, paragraphs)),
      ...(proposal.format === 'docx' ? await reviewOf(path) : NO_REVIEW),
      ...(missing.length > 0 && { missing }),
      ...(textOf.length > 0 && { textOf }),
    }
    const lines = [
      ...linesOf(shape),
      ...warnings.map((warning) => `  ${warningLine(warning, paragraphs)}`),
      ...(missing.length > 0 ? [`  ${say('import-missing', { missing: missing.length })}`] : []),
      ...textOf.map((name) => `  ${say('import-text-of', { name })}`),
    ]
    return { shape, lines }
  } finally {
    await session.call('file.drop', { file })
  }
}

const linesOf = (imported: Imported['shape']): string[] => [
  `${basename(imported.file)}: ${oneLine(imported.title)}`,
  `  ${aboutLine(imported)}; ${say(`form-${imported.form}` satisfies Word)}; ${say('counted', { clauses: imported.clauses.length, sections: imported.sections.length })}`,
]
