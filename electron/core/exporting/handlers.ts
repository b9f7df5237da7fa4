// The operations that make a DOCX or PDF: built in a worker, looked at page by page, then saved as it was shown.
import type { ExportSource } from '../../../shared/contract/exporting.ts'
import type { Handlers } from '../dispatch.ts'
import { openText, type OpenedText } from '../comparing/textRef.ts'
import type { Context } from '../context.ts'
import { previewPage } from './preview.ts'
import { exportToFile } from './saving.ts'
import { createShelf } from './shelf.ts'
import type { ExportInput, exportTask } from './tasks.ts'
import { draftHeader, fileNameFor, pairHeader, titleOf } from './wording.ts'

type Services = Pick<Context, 'library' | 'drafts' | 'files' | 'jobs' | 'settings' | 'ports' | 'templates'>

export function exportingHandlers(context: Services): Pick<Handlers, 'export.build' | 'export.page' | 'export.save'> {
  const { jobs, ports, templates } = context
  const shelf = createShelf(() => ports.newId())
  return {
    'export.build': async ({ source, options, job }) => {
      const { shown, ...input } = await gather(source, context, job)
      const built = await jobs.run<typeof exportTask>('export', { ...input, options, templates }, job)
      const fileName = fileNameFor(titleOf(shown), shown.statement.language, options)
      const id = shelf.put({ ...built, fileName })
      return { id, fileName, bytes: built.bytes.length, pages: built.pages, openChanges: built.openChanges }
    },

    'export.page': ({ id, page }) => ({ svg: previewPage(shelf.get(id), page) }),

    'export.save': async ({ id }) => {
      const { bytes, fileName } = shelf.get(id)
      if (ports.saveFile === null) return { kind: 'download', fileName, data: Buffer.from(bytes).toString('base64') }
      const path = await ports.saveFile(fileName)
      return path === null ? { kind: 'cancelled' } : { kind: 'saved', path: await exportToFile(bytes, path) }
    },
  }
}

interface Gathered extends Pick<ExportInput, 'source' | 'about'> {
  /** The text that the file is named after. */
  shown: OpenedText
}

/** What the task needs of the source. */
async function gather(source: ExportSource, context: Services, job: string | undefined): Promise<Gathered> {
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
  const { author, delegation } = context.settings.get()
  return {
    shown,
    source: { old: old.statement, new: shown.statement, by: { author, delegation, time: now.toISOString() } },
    about: about(shown, pairHeader(old.name, shown.name)),
  }
}
