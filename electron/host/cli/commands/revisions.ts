// `alternat revisions FILE.docx --accept|--reject`: the paragraphs that remain when all changes are accepted or rejected.
import { docxParagraphs, readDocx } from '../../../core/formats/docx/read.ts'
import { say } from '../../words.ts'
import { exactly, wrong } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { readInput } from '../session.ts'

export const revisionsCommand: Command = {
  name: 'revisions',
  usage: 'FILE.docx --accept|--reject [--json]',
  summary: 'revisions-summary',
  options: {
    accept: { type: 'boolean', help: 'option-accept' },
    reject: { type: 'boolean', help: 'option-reject' },
    // Every command takes a library; this one needs none.
    ...LIBRARY,
  },
  async run(invocation) {
    const [path] = exactly(revisionsCommand, invocation, 1, 'usage-one-docx')
    if (invocation.given('accept') === invocation.given('reject')) throw wrong(revisionsCommand, say('usage-accept-or-reject'))
    const { name, bytes } = await readInput(path)
    const doc = readDocx(bytes, name)
    const view = invocation.given('accept') ? 'accepted' : 'rejected'
    const paragraphs = docxParagraphs(doc, view)
    const notes = doc.notes.map(({ kind, number, paragraphs: text }) =>
      ({ kind, number, paragraphs: docxParagraphs({ ...doc, paragraphs: text }, view) }))
    invocation.printer.result({ paragraphs, ...(notes.length > 0 && { notes }) }, () => paragraphs)
    return DONE
  },
}
