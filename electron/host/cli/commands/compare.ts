// `alternat compare OLD NEW`: what became of every paragraph, and on request the redline as a file.
import type { TextRef } from '../../../../shared/contract/comparing.ts'
import type { WordOp } from '../../../../shared/model/comparison.ts'
import { say } from '../../words.ts'
import { exactly } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { withLabels, type LabelledComparison } from '../labelled.ts'
import { libraryFor, withSession, type Session } from '../session.ts'
import { checkFolder } from '../target.ts'

export const compareCommand: Command = {
  name: 'compare',
  usage: 'OLD NEW [--docx FILE] [--pdf FILE] [--library DB] [--json]',
  summary: 'compare-summary',
  options: {
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
    const compared = await withSession(invocation, await libraryFor(invocation, [old, later]), async (session) => {
      const texts = { old: await session.refOf(old), new: await session.refOf(later) }
      const comparison = await session.job(say('comparing'), (job) => session.call('compare.run', { ...texts, job }))
      for (const { format, path } of targets) await saveRedline(session, texts, format, path)
      return withLabels(comparison)
    })
    invocation.printer.result(compared, () => [...linesOf(compared), ...targets.map(({ path }) => say('written', { file: path }))])
    return DONE
  },
}

async function saveRedline(session: Session, texts: { old: TextRef; new: TextRef }, format: 'docx' | 'pdf', path: string): Promise<void> {
  const built = await session.job(path, (job) => session.call('export.build', {
    source: texts,
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
  say('compared', { ...counts, total: rows.length }),
  ...rows.filter((row) => row.kind !== 'same')
    .flatMap((row) => ['', `${say(`row-${row.kind}`)}:`, row.ops.map(({ op, text }) => MARKS[op](text)).join('')]),
]
