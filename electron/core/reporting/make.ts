// Makes a report: opens both texts, compares and reports in a worker, then asks the library for precedents.
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Report } from '../../../shared/model/report.ts'
import { sameLanguage } from '../../../shared/language/same.ts'
import { openComparedText } from '../comparing/textRef.ts'
import type { Context } from '../context.ts'
import { readPhrasebook } from './phrasebooks.ts'
import { withPrecedents } from './precedents.ts'
import type { reportTask } from './tasks.ts'

export type ReportServices = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs' | 'events' | 'templates' | 'log'>

/** Throws what opening a text throws, and `languages-differ`. */
export async function makeReport(old: TextRef, now: TextRef, services: ReportServices, job?: string): Promise<Report> {
  const { jobs, events, templates, log } = services
  // One after the other: both may be files, and a job stands for one piece of work at a time.
  const before = await openComparedText(old, services, job)
  const after = await openComparedText(now, services, job)
  if (!sameLanguage(before.language, after.language)) {
    throw new AppError('languages-differ', 'two languages', { old: before.language, new: after.language })
  }
  const book = readPhrasebook(after.language, templates, log)
  const report = await jobs.run<typeof reportTask>('report', { old: before, new: after, book }, job)
  const except = new Set([old, now].flatMap((ref) => declarationOf(ref, services) ?? []))
  const total = report.added.length
  const watch = job === undefined ? null : jobs.watch(job)
  try {
    const added = await withPrecedents(report.added, { language: after.language, date: after.date, except }, services, (done) => {
      watch?.throwIfCancelled()
      if (job !== undefined) events.push('job.progress', { job, stage: 'precedents', done, total })
    })
    return { ...report, added }
  } finally {
    watch?.end()
  }
}

/** The declaration in the library that holds this very text: it is no precedent for itself. */
function declarationOf(ref: TextRef, { library, files }: ReportServices): DeclarationId | null {
  if (ref.kind === 'declaration') return ref.id
  if (ref.kind !== 'file') return null
  return library.findByHash(createHash('sha256').update(files.get(ref.file).bytes).digest('hex'))?.id ?? null
}
