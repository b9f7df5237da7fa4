// `alternat export-library [ID…]`: the library, or the declarations and drafts that are named, as one file for another machine.
import { resolve } from 'node:path'
import type { CarryChoice } from '../../../../shared/model/carry.ts'
import { say } from '../../words.ts'
import { wrong } from '../arguments.ts'
import { DONE, LIBRARY, type Command } from '../command.ts'
import { namedLibrary, withSession, type Session } from '../session.ts'
import { checkFolder } from '../target.ts'

export const exportLibraryCommand: Command = {
  name: 'export-library',
  usage: '[ID…] [--out FILE] [--library DB] [--json]',
  summary: 'export-library-summary',
  options: { out: { type: 'string', help: 'option-out', short: 'o' }, ...LIBRARY },
  async run(invocation) {
    const target = invocation.text('out') ?? ''
    if (target !== '') await checkFolder(target)
    const written = await withSession(invocation, namedLibrary(invocation), async (session) => {
      const choice = await choiceOf(session, invocation.positionals)
      const built = await session.job(say('carrying'), (job) => session.call('carry.build', { ...(choice && { choice }), job }))
      const file = resolve(target || built.fileName)
      session.saveTo(file)
      await session.call('carry.save', { id: built.id })
      return { file, bytes: built.bytes, ...built.counts }
    })
    invocation.printer.result(written, () => [say('written', { file: written.file }), `  ${say('carry-holds', written)}`])
    return DONE
  },
}

async function choiceOf(session: Session, ids: readonly string[]): Promise<CarryChoice | null> {
  if (ids.length === 0) return null
  const refs = await Promise.all(ids.map((id) => session.refOf(id)))
  const choice: CarryChoice = { declarations: [], drafts: [] }
  refs.forEach((ref, index) => {
    if (ref.kind === 'declaration') choice.declarations.push(ref.id)
    else if (ref.kind === 'draft') choice.drafts.push(ref.id)
    else throw wrong(exportLibraryCommand, say('usage-wrong', { what: ids[index]! }))
  })
  return choice
}
