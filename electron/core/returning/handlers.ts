// The operations on a redline that comes back. Looking changes nothing; taking keeps the text as it stood as a version.
import { AppError } from '../../../shared/contract/error.ts'
import type { Taking } from '../../../shared/contract/returning.ts'
import type { Version } from '../../../shared/model/draft.ts'
import type { DraftId, FileHandle, VersionId } from '../../../shared/model/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { countChanges } from '../../../shared/redline/index.ts'
import { mergeReturned, type Returned } from '../../../shared/returning/index.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import type { Trace } from '../formats/docx/readTrace.ts'
import { assigned, handsOf, newSince } from './hands.ts'
import type { ReturnedText, returnedTask } from './tasks.ts'

type Services = Pick<Context, 'drafts' | 'files' | 'jobs' | 'settings' | 'ports'>
type Operation = 'return.read' | 'return.preview' | 'return.take'

export function returningHandlers(services: Services): Pick<Handlers, Operation> {
  const { drafts, settings, ports } = services
  const read = keptReading(services)
  /** What was sent: the version, or the draft as it stands where nobody knows. */
  const sentText = (draft: DraftId, version: VersionId | null): Statement =>
    version === null ? drafts.open(draft).statement : drafts.openVersion(version).statement

  const merge = async (taking: Taking): Promise<{ now: Statement; done: Returned }> => {
    const { statement } = await read(taking.file, taking.job)
    const sent = sentText(taking.draft, taking.version)
    const now = drafts.open(taking.draft).statement
    const returned = assigned(statement, sent, taking.hands)
    const [first] = handsOf(returned, sent, taking.hands)
    const done = mergeReturned({
      sent, returned, current: now, isNew: newSince(sent),
      untracked: {
        author: first?.name ?? '', delegation: first?.delegation ?? taking.hands[''] ?? '', time: ports.now().toISOString(),
      },
      newId: () => ports.newId(),
      takeTheirs: new Set(taking.takeTheirs),
    })
    return { now, done }
  }

  return {
    'return.read': async ({ file, draft, version: told = null, job }) => {
      const { statement, trace, warnings } = await read(file, job)
      const version = trace && versionNamed(trace, drafts)
      const sent = sentText(draft, version?.draftId === draft ? version.id : told)
      return {
        draft: version?.draftId ?? null,
        version: version?.id ?? null,
        hands: handsOf(statement, sent, settings.get().hands),
        warnings,
      }
    },

    'return.preview': async (taking) => {
      const { now, done: { merged, conflicts } } = await merge(taking)
      return { changes: countChanges(merged) - countChanges(now), comments: said(merged) - said(now), conflicts }
    },

    'return.take': async ({ baseRev, keptAs, ...taking }) => {
      const { done: { merged } } = await merge(taking)
      const { rev } = drafts.open(taking.draft)
      if (rev !== baseRev) throw new AppError('conflict', 'the draft was changed meanwhile', { rev })
      drafts.createVersion(taking.draft, keptAs)
      drafts.save(taking.draft, baseRev, merged)
      const { ['']: _nameless, ...named } = taking.hands
      settings.set({ hands: { ...settings.get().hands, ...named } })
      return drafts.open(taking.draft)
    },
  }
}

/** Comments and replies. */
const said = ({ comments = [] }: Statement) => comments.reduce((sum, comment) => sum + 1 + comment.replies.length, 0)

/** The version that a file names; null where this library has none such. */
function versionNamed({ draft, version }: Trace, drafts: Services['drafts']): Version | null {
  try {
    const named = drafts.openVersion(version as VersionId).version
    return named.draftId === draft ? named : null
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}

/** Reads a file once for all that is asked about it in a row. */
function keptReading({ files, jobs }: Services): (file: FileHandle, job?: string) => Promise<ReturnedText> {
  let kept: { file: FileHandle; text: ReturnedText } | null = null
  return async (file, job) => {
    if (kept?.file !== file) kept = { file, text: await jobs.run<typeof returnedTask>('returned', { ...files.get(file) }, job) }
    return kept.text
  }
}
