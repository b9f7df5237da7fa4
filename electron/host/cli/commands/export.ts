// `alternat export ID|FILE`: one text as DOCX or PDF, clean or with its changes.
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import { resolve } from 'node:path'
import { say } from '../../words.ts'
import { wrong } from '../arguments.ts'
import { DONE, LIBRARY, type Command, type Invocation } from '../command.ts'
import { libraryFor, withSession } from '../session.ts'
import { checkFolder } from '../target.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'ID|FILE --docx [FILE] | --pdf [FILE] [--final|--redline] [--scrub] [--library DB] [--json]',
  summary: 'export-summary',
  options: {
    docx: { type: 'string', help: 'option-docx' },
    pdf: { type: 'string', help: 'option-pdf' },
    out: { type: 'string', help: 'option-out', short: 'o' },
    final: { type: 'boolean', help: 'option-final' },
    redline: { type: 'boolean', help: 'option-redline' },
    scrub: { type: 'boolean', help: 'option-scrub' },
    'line-numbers': { type: 'boolean', help: 'option-line-numbers' },
    ...LIBRARY,
  },
  optionalValues: ['docx', 'pdf'],
  async run(invocation) {
    const { text, format, target } = orderOf(invocation)
    if (target !== '') await checkFolder(target)
    const written = await withSession(invocation, await libraryFor(invocation, [text]), async (session) => {
      const source = { text: await session.refOf(text) }
      const options = optionsOf(invocation, format)
      const built = await session.job(text, (job) => session.call('export.build', { source, options, job }))
      const file = resolve(target || built.fileName)
      session.saveTo(file)
      await session.call('export.save', { id: built.id })
      const { bytes, pages, openChanges } = built
      return { file, format, mode: options.mode, bytes, pages, openChanges }
    })
    invocation.printer.result(written, () => [say('written', { file: written.file })])
    return DONE
  },
}

/** What to export, as what, and where to; `export --docx ID` names the text, not the file. */
function orderOf(invocation: Invocation): { text: string; format: 'docx' | 'pdf'; target: string } {
  if (invocation.given('docx') === invocation.given('pdf')) throw wrong(exportCommand, say('usage-one-format'))
  if (invocation.given('final') && invocation.given('redline')) throw wrong(exportCommand, say('usage-one-mode'))
  const format = invocation.given('docx') ? 'docx' : 'pdf'
  const value = invocation.text(format) ?? ''
  const texts = invocation.positionals.length === 0 && value !== '' ? [value] : invocation.positionals
  const [text] = texts
  if (text === undefined || texts.length > 1) throw wrong(exportCommand, say('usage-one-text'))
  return { text, format, target: invocation.text('out') ?? (text === value ? '' : value) }
}

/**
 * `--final` says that every open change is accepted; without it a text with open changes is refused. A redline holds all there
 * is; `--scrub` leaves persons, comments and what it is recognised by at home.
 */
function optionsOf(invocation: Invocation, format: 'docx' | 'pdf'): ExportOptions {
  const scrubbed = invocation.given('scrub')
  return {
    format,
    mode: invocation.given('redline') ? 'redline' : 'final',
    openChanges: invocation.given('final') ? 'accept' : 'refuse',
    lineNumbers: invocation.given('line-numbers'),
    attribution: scrubbed ? 'delegation' : 'author',
    comments: scrubbed ? 'none' : 'all',
    traceable: !scrubbed,
  }
}
