// `alternat show ID`: a declaration, a draft, a version or a clause of the library.
import { AppError } from '../../../../shared/contract/error.ts'
import { clauseIdSchema } from '../../../../shared/model/ids.ts'
import type { ComparedText } from '../../../../shared/model/comparison.ts'
import { comparedText } from '../../../../shared/redline/index.ts'
import { exactly } from '../arguments.ts'
import { DONE, LIBRARY, type Command, type Invocation } from '../command.ts'
import { namedLibrary, withSession, type Session } from '../session.ts'
import { aboutLine, declarationShape, oneLine } from '../shapes.ts'

export const showCommand: Command = {
  name: 'show',
  usage: 'ID [--library DB] [--json]',
  summary: 'show-summary',
  options: LIBRARY,
  async run(invocation) {
    const [id] = exactly(showCommand, invocation, 1, 'usage-one-id')
    await withSession(invocation, namedLibrary(invocation), (session) => show(session, id, invocation))
    return DONE
  },
}

async function show(session: Session, id: string, { printer }: Invocation): Promise<void> {
  const clause = clauseIdSchema.safeParse(id)
  const hit = clause.success ? await session.call('clause.open', { id: clause.data }).catch(otherwise) : null
  if (hit) {
    const { clauseId, declarationId, declaration, date, number, section, text } = hit
    printer.result({ kind: 'clause', clauseId, declarationId, declaration, date, number, section, text }, () =>
      [oneLine(declaration), ...section, `${number === null ? '' : `${number}. `}${text}`])
    return
  }
  const ref = await session.refOf(id)
  if (ref.kind === 'declaration') {
    const opened = await session.call('declaration.open', { id: ref.id })
    const text = linesOf(comparedText(opened.declaration.statement, opened.declaration.title))
    printer.result({ kind: 'declaration', id, ...declarationShape(opened) }, () => [aboutLine(opened.declaration), '', ...text])
  } else if (ref.kind === 'draft') {
    const { statement, title, rev, saved } = await session.call('draft.open', { id: ref.id })
    const versions = await session.call('version.list', { draft: ref.id })
    const paragraphs = linesOf(comparedText(statement, title))
    printer.result({ kind: 'draft', id, title, rev, saved, versions, paragraphs }, () => paragraphs)
  } else if (ref.kind === 'version') {
    const { statement, version } = await session.call('version.open', { id: ref.id })
    const paragraphs = linesOf(comparedText(statement, version.name))
    printer.result({ kind: 'version', id, name: version.name, created: version.created, paragraphs }, () => paragraphs)
  } else throw new AppError('not-found', 'not an id')
}

const linesOf = (text: ComparedText): string[] => text.paragraphs.map(({ label, text }) => (label === null ? text : `${label} ${text}`))

/** An id that is no clause's may still be a declaration's. */
function otherwise(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-found') return null
  throw error
}
