// `alternat import-library FILE`: brings a carry file into the library, after a snapshot; or tells what it would bring.
import { basename } from 'node:path'
import type { CarrySummary } from '../../../../shared/model/carry.ts'
import { machinePorts } from '../../../core/ports.ts'
import { say } from '../../words.ts'
import { exactly } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary, withSession } from '../session.ts'

export const importLibraryCommand: Command = {
  name: 'import-library',
  usage: 'FILE [--dry-run] [--no-snapshot] [--library DB] [--json]',
  summary: 'import-library-summary',
  options: { 'dry-run': { type: 'boolean', help: 'option-dry-run' }, 'no-snapshot': { type: 'boolean', help: 'option-no-snapshot' }, ...LIBRARY },
  async run(invocation) {
    const [path] = exactly(importLibraryCommand, invocation, 1, 'usage-one-carry')
    const isDry = invocation.given('dry-run')
    const suffix = say('carry-suffix', { date: machinePorts.now().toISOString().slice(0, 10) })
    const result = await withSession(invocation, namedLibrary(invocation), async (session) => {
      const file = await session.stageCarry(path)
      return session.job(basename(path), async (job) => (isDry
        ? { summary: await session.call('carry.look', { file, job }), snapshot: null }
        : session.call('carry.merge', { file, suffix, keptAs: say('carry-kept-as'), withoutSnapshot: invocation.given('no-snapshot'), job })))
    }, { writes: !isDry })
    invocation.printer.result({ dryRun: isDry, ...result }, () => [
      say(isDry ? 'carry-would' : 'carry-brought'), ...linesOf(result.summary),
      ...(result.snapshot === null ? [] : [say('carry-snapshot', { name: result.snapshot })]),
    ])
    return DONE
  },
}

const linesOf = ({ counts, declarations, corrections, languages, documents, searches, drafts, versions, keptTwice }: CarrySummary): string[] => [
  `  ${say('carry-declarations', declarations)}`,
  ...(counts.corrections > 0 ? [`  ${say('carry-corrections', corrections)}`] : []),
  ...(counts.languages > 0 ? [`  ${say('carry-languages', languages)}`] : []), ...(counts.documents > 0 ? [`  ${say('carry-documents', documents)}`] : []),
  ...(counts.searches > 0 ? [`  ${say('carry-searches', searches)}`] : []),
  `  ${say('carry-drafts', drafts)}`, `  ${say('carry-versions', versions)}`,
  ...keptTwice.map((title) => `  ${say('carry-twice', { title: title.replaceAll(/\s+/gu, ' ') })}`),
]
