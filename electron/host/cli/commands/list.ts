// `alternat list`: the declarations and drafts in the library, or what is known to exist and whose text is missing.
import { say } from '../../words.ts'
import { none } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary, withSession } from '../session.ts'
import { aboutLine, documentShape, isMissing, missingLine, oneLine, summaryShape } from '../shapes.ts'

export const listCommand: Command = {
  name: 'list',
  usage: '[--missing] [--library DB] [--json]',
  summary: 'list-summary',
  options: { ...LIBRARY, missing: { type: 'boolean', help: 'option-missing' } },
  async run(invocation) {
    none(listCommand, invocation)
    if (invocation.given('missing')) {
      const missing = (await withSession(invocation, namedLibrary(invocation), (session) => session.call('document.list', {}))).filter(isMissing)
      invocation.printer.result({ missing: missing.map(documentShape) }, () => [say('missing-total', { total: missing.length }), ...missing.map(missingLine)])
      return DONE
    }
    const [{ declarations }, drafts] = await withSession(invocation, namedLibrary(invocation), async (session) =>
      [await session.call('library.list', {}), await session.call('draft.list', {})] as const)
    invocation.printer.result({
      declarations: declarations.map(summaryShape),
      drafts: drafts.map(({ id, title, form, language, date, place, rev, saved, paragraphs, openChanges }) =>
        ({ id, title, form, language, date, place, rev, saved, paragraphs, openChanges })),
    }, () => [
      say('declarations', { total: declarations.length }),
      ...declarations.map((declaration) => `  ${declaration.id}  ${oneLine(declaration.title)} (${aboutLine(declaration)}; ${say('clauses', { clauses: declaration.clauses })})`),
      say('drafts', { total: drafts.length }),
      ...drafts.map((draft) => `  ${draft.id}  ${oneLine(draft.title)} (${say('draft-state', { paragraphs: draft.paragraphs, changes: draft.openChanges })})`),
    ])
    return DONE
  },
}
