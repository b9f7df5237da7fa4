// The operations that make a DOCX or PDF: built in a worker, looked at page by page, then saved as it was shown.
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { ExportSource, SavedExport } from '../../../shared/contract/exporting.ts'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import type { RevisionBy } from '../../../shared/model/statement.ts'
import type { Handlers } from '../dispatch.ts'
import { openText, type OpenedText } from '../comparing/textRef.ts'
import type { Context } from '../context.ts'
import { makeReport } from '../reporting/make.ts'
import { previewPage } from './preview.ts'
import { exportToFile } from './saving.ts'
import { createShelf, type Built } from './shelf.ts'
import { csvOf } from './table.ts'
import type { ExportInput, exportTask, reportFileTask } from './tasks.ts'
import { draftHeader, fileNameFor, pairHeader, reportFileName, sentName, tableFileName, titleOf } from './wording.ts'

type Services = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs' | 'settings' | 'ports' | 'templates' | 'events' | 'log'>

export function exportingHandlers(context: Services): Pick<Handlers, 'export.build' | 'export.page' | 'export.save' | 'table.save'> {
  const { drafts, jobs, ports, templates } = context
  const shelf = createShelf(() => ports.newId())
  return {
    'export.build': async ({ source, options, job }) => {
      if ('report' in source) {
        const { old, new: now, words } = source.report
        const report = await makeReport(old, now, context, job)
        const { format } = options
        const built = await jobs.run<typeof reportFileTask>('report-file', { report, words, format, time: ports.now().toISOString(), templates }, job)
        const fileName = reportFileName(report.new.name, words, format)
        const id = shelf.put({ ...built, fileName, sent: null })
        return { id, fileName, bytes: built.bytes.length, pages: built.pages, openChanges: 0 }
      }
      const { shown, about, ...input } = await gather(source, context, job)
      const sent = options.mode === 'redline' && options.format === 'docx' ? sentBy(source, shown, context) : null
      const trace = sent ?? versionOf(source, context)
      const built = await jobs.run<typeof exportTask>(
        'export', { ...input, about: { ...about, ...(trace && { trace: idsOf(trace) }) }, options, templates }, job,
      )
      const fileName = fileNameFor(titleOf(shown), shown.statement.language, options)
      const id = shelf.put({ ...built, fileName, sent })
      return { id, fileName, bytes: built.bytes.length, pages: built.pages, openChanges: built.openChanges }
    },

    'export.page': ({ id, page }) => ({ svg: previewPage(shelf.get(id), page) }),

    'export.save': async ({ id, sentAs }) => {
      const { bytes, fileName, sent } = shelf.get(id)
      const path = await ports.saveFile?.(fileName)
      if (path === null) return { kind: 'cancelled' }
      // Before the file: one that names a version which is nowhere could not be taken back.
      if (sent) drafts.keepVersion(sent.version, sent.draft, sentAs ?? sentName(sent.draft.statement.language, ports.now()))
      return handed(path, fileName, bytes)
    },

    'table.save': async ({ name, language, rows }) => {
      const fileName = tableFileName(name, language)
      const path = await ports.saveFile?.(fileName)
      return path === null ? { kind: 'cancelled' } : handed(path, fileName, Buffer.from(csvOf(rows, language)))
    },
  }
}

/** Without a path, where the host asks for none, the bytes themselves. */
const handed = async (path: string | undefined, fileName: string, bytes: Uint8Array): Promise<SavedExport> =>
  path === undefined
    ? { kind: 'download', fileName, data: Buffer.from(bytes).toString('base64') }
    : { kind: 'saved', path: await exportToFile(bytes, path) }

/** A text or a redline: what is not a report on two of them. */
type TextSource = Exclude<ExportSource, { report: unknown }>

/** The draft whose redline this is, as it was opened, and an id for the version it becomes when it is sent. */
function sentBy(source: TextSource, { statement }: OpenedText, { drafts, ports }: Services): Built['sent'] {
  if (!('text' in source) || source.text.kind !== 'draft' || source.text.changes !== undefined) return null
  return { draft: { ...drafts.open(source.text.id), statement }, version: ports.newId() as VersionId }
}

/** A version sent as it is needs no other one. */
function versionOf(source: TextSource, { drafts }: Services): { draft: { id: DraftId }; version: VersionId } | null {
  if (!('text' in source) || source.text.kind !== 'version' || source.text.changes !== undefined) return null
  const { id, draftId } = drafts.openVersion(source.text.id).version
  return { draft: { id: draftId }, version: id }
}

const idsOf = ({ draft, version }: { draft: { id: DraftId }; version: VersionId }) => ({ draft: draft.id, version })

interface Gathered extends Pick<ExportInput, 'source' | 'about'> {
  /** The text that the file is named after. */
  shown: OpenedText
}

/** What the task needs of the source. */
async function gather(source: TextSource, context: Services, job: string | undefined): Promise<Gathered> {
  const now = context.ports.now()
  const about = (shown: OpenedText, header: string | null): ExportInput['about'] => ({
    title: titleOf(shown),
    header,
    delegations: shown.parties.flatMap((party) => party.code ?? []),
    time: now.toISOString(),
  })
  if ('text' in source) {
    const shown = await openText(source.text, context, job, 'kept')
    const isDraft = source.text.kind === 'draft' || source.text.kind === 'version'
    const header = isDraft ? draftHeader(shown.statement.language, now) : null
    return { shown, source: { text: shown.statement }, about: about(shown, header) }
  }
  // One after the other: both may be files, and a job stands for one piece of work at a time.
  const old = await openText(source.old, context, job)
  const shown = await openText(source.new, context, job)
  return {
    shown,
    source: { old: old.statement, new: shown.statement, by: { ...handBehind(source.new, context), time: now.toISOString() } },
    about: about(shown, pairHeader(old.name, shown.name)),
  }
}

/** Whose the changes of a redline are: the officer's where their own draft is the later text; of adopted texts and files nobody's. */
function handBehind({ kind }: TextRef, { settings }: Services): Pick<RevisionBy, 'author' | 'delegation'> {
  if (kind === 'declaration' || kind === 'file') return { author: '', delegation: '' }
  const { author, delegation } = settings.get()
  return { author, delegation }
}
