// `alternat compare OLD NEW`: what became of every paragraph, or the report on it; on request the redline or report as a file.
import type { ExportSource } from '../../../../shared/contract/exporting.ts'
import type { WordOp } from '../../../../shared/model/comparison.ts'
import { reportDocument } from '../../../core/formats/report/document.ts'
import { reportLines } from '../../../core/formats/report/text.ts'
import { say, tongue } from '../../words.ts'
import { exactly } from '../arguments.ts'
import { DONE, LIBRARY, type Command, type Invocation } from '../command.ts'
import { withLabels, type LabelledComparison } from '../labelled.ts'
import { libraryBeside, libraryFor, withSession, type Session } from '../session.ts'
import { checkFolder } from '../target.ts'

export const compareCommand: Command = {
  name: 'compare',
  usage: 'OLD NEW [--report] [--across-languages] [--docx FILE] [--pdf FILE] [--library DB] [--json]',
  summary: 'compare-summary',
  options: {
    report: { type: 'boolean', help: 'option-report' },
    'across-languages': { type: 'boolean', help: 'option-across-languages' },
    docx: { type: 'string', help: 'option-compare-docx' },
    pdf: { type: 'string', help: 'option-compare-pdf' },
    ...LIBRARY,
  },
  async run(invocation) {
    const [old, later] = exactly(compareCommand, invocation, 2, 'usage-two-texts')
    const targets = (['docx', 'pdf'] as const).flatMap((format) => {
      const path = invocation.text(format)
      return path === undefined ? [] : [{ format, path }]
    })
    for (const { path } of targets) await checkFolder(path)
    if (invocation.given('report')) return report(invocation, old, later, targets)
    const acrossLanguages = invocation.given('across-languages')
    const compared = await withSession(invocation, await libraryFor(invocation, [old, later]), async (session) => {
      const texts = { old: await session.refOf(old), new: await session.refOf(later) }
      const comparison = await session.job(say('comparing'), (job) => session.call('compare.run', { ...texts, acrossLanguages, job }))
      for (const { format, path } of targets) await save(session, texts, format, path)
      return withLabels(comparison)
    })
    invocation.printer.result(compared, () => [...linesOf(compared), ...targets.map(({ path }) => say('written', { file: path }))])
    return DONE
  },
}

type Target = { format: 'docx' | 'pdf'; path: string }

/** The report instead of the comparison, also in the files. New language is looked for in the officer's own library. */
async function report(invocation: Invocation, old: string, later: string, targets: readonly Target[]): Promise<number> {
  const made = await withSession(invocation, await libraryBeside(invocation, [old, later]), async (session) => {
    const texts = { old: await session.refOf(old), new: await session.refOf(later) }
    const found = await session.job(say('reporting'), (job) => session.call('report.run', { ...texts, job }))
    for (const { format, path } of targets) await save(session, { report: { ...texts, words: tongue } }, format, path)
    return found
  })
  invocation.printer.result(made, () => [...reportLines(reportDocument(made, tongue)), ...targets.map(({ path }) => say('written', { file: path }))])
  return DONE
}

async function save(session: Session, source: ExportSource, format: Target['format'], path: string): Promise<void> {
  const built = await session.job(path, (job) => session.call('export.build', {
    source,
    options: { format, mode: 'redline', openChanges: 'refuse', lineNumbers: false, attribution: 'delegation' },
    job,
  }))
  session.saveTo(path)
  await session.call('export.save', { id: built.id })
}

const MARKS: Record<WordOp['op'], (text: string) => string> = {
  equal: (text) => text,
  insert: (text) => `{+${text}+}`,
  delete: (text) => `[-${text}-]`,
}

const linesOf = ({ rows, counts }: LabelledComparison): string[] => [
  say(counts.same === rows.length ? 'compared-same' : 'compared', { ...counts, total: rows.length }),
  ...rows.filter((row) => row.kind !== 'same')
    .flatMap((row) => ['', `${say(`row-${row.kind}`)}:`, row.ops.map(({ op, text }) => MARKS[op](text)).join('')]),
]
