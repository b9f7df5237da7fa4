// Any text Alternat can open, by reference: a declaration, a draft, a version or a file handed over.
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { ComparedText } from '../../../shared/model/comparison.ts'
import type { Party } from '../../../shared/model/declaration.ts'
import type { FileHandle } from '../../../shared/model/ids.ts'
import type { NumberingProfile } from '../../../shared/model/numbering.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { acceptAll, comparedText, rejectAll } from '../../../shared/redline/index.ts'
import { assemble } from '../../../shared/segmenting/index.ts'
import type { Context } from '../context.ts'
import type { importTask, redlineTask } from '../importing/tasks.ts'

type Services = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs'>

export interface OpenedText {
  /** Title, name of the version or of the file. */
  name: string
  date: string | null
  /** In party order; none where the text is a file that is no declaration. */
  parties: Party[]
  /** With its open changes, unless the reference asks for them accepted or rejected. */
  statement: Statement
}

/**
 * Opens the text. Throws `not-found`, or what reading a file throws; `job` follows and cancels the reading of a file. The
 * tracked changes of a file count as accepted, unless they are `kept` open.
 */
export async function openText(
  ref: TextRef, services: Services, job?: string, changes: 'accepted' | 'kept' = 'accepted',
): Promise<OpenedText> {
  switch (ref.kind) {
    case 'declaration': {
      const { title, date, parties, statement } = services.library.open(ref.id).declaration
      return { name: oneLine(title), date, parties, statement }
    }
    case 'draft': {
      const { title, date, parties, statement } = services.drafts.open(ref.id)
      return { name: oneLine(title), date, parties, statement: withChanges(statement, ref.changes) }
    }
    case 'version': {
      const { version, details, statement } = services.drafts.openVersion(ref.id)
      return { name: version.name, date: details.date, parties: details.parties, statement: withChanges(statement, ref.changes) }
    }
    case 'file':
      return openFile(ref.file, services, job, changes)
  }
}

/** The text as it is compared: open changes count as accepted unless the reference says otherwise. */
export async function openComparedText(ref: TextRef, services: Services, job?: string): Promise<ComparedText> {
  const { statement, name, date } = await openText(ref, services, job)
  return comparedText(statement, name, date)
}

const oneLine = (title: string) => title.replace(/\s+/gu, ' ').trim()

function withChanges(statement: Statement, changes: 'accepted' | 'rejected' | undefined): Statement {
  if (changes === undefined) return statement
  return changes === 'accepted' ? acceptAll(statement) : rejectAll(statement)
}

async function openFile(
  handle: FileHandle, { files, jobs }: Services, job: string | undefined, changes: 'accepted' | 'kept',
): Promise<OpenedText> {
  const file = files.get(handle)
  const { proposal, redline } = changes === 'kept'
    ? await jobs.run<typeof redlineTask>('redline', { ...file }, job)
    : { proposal: await jobs.run<typeof importTask>('import', { ...file }, job), redline: null }
  const { fileName: name, metadata: { date, parties } } = proposal
  if (redline) return { name, date, parties, statement: redline }
  if (isDeclaration(proposal)) return { name, date, parties, statement: assemble(proposal) }
  return { name, date, parties: [], statement: asPassages(proposal) }
}

/**
 * A press report may quote clauses; only a text that is itself a declaration is cut to its declaration. One whose title does
 * not say that it is one (a letter with numbered points, a list) is taken as one only where nothing of it is left out or joined.
 */
const isDeclaration = ({ metadata, paragraphs }: Proposal) =>
  metadata.grade !== 'press-report' && paragraphs.some(({ role }) => role === 'clause' || role === 'item')
  && (metadata.form !== 'other' || metadata.parties.length > 1
    || paragraphs.every(({ role, raw }) => role !== 'left-out' && raw.length === 1))

const NOT_COUNTED: NumberingProfile = { sections: 'none', clauses: 'none', items: 'none' }

/** Every paragraph of the file that is not blank, so that nothing of a text of unknown form is left out of sight. */
function asPassages({ raw, metadata }: Proposal): Statement {
  const paragraphs = raw.flatMap(({ text, hint }, index) => text.trim() === '' ? [] : [{
    role: 'passage' as const, text, raw: [index], confidence: 1, reasons: [], ...(hint?.label && { label: hint.label }),
  }])
  return assemble({ paragraphs, raw, metadata, numbering: NOT_COUNTED })
}
