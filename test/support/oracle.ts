// LibreOffice as an outside judge of redlines: what it makes of them by its own accept-all and reject-all, and what it keeps of
// them when it saves them itself.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportOptions } from '../../shared/contract/exporting.ts'
import { blockText, type Block, type Statement } from '../../shared/model/statement.ts'
import { acceptAll, rejectAll } from '../../shared/redline/index.ts'
import type { ExportAbout } from '../../electron/core/formats/about.ts'
import { writeDocx } from '../../electron/core/formats/docx/write.ts'
import { partsOf } from './docx.ts'
import { findLibreOffice, printed } from './tools.ts'

export type Office = NonNullable<ReturnType<typeof findLibreOffice>>

export const about: ExportAbout = {
  title: 'Statement',
  header: null,
  delegations: [],
  time: '2026-01-05T10:00:00.000Z',
  trace: { draft: 'draft-1', version: 'version-1' },
}
/** Without comments: LibreOffice ends itself when a program opens a file that has some. */
export const options: ExportOptions = {
  format: 'docx',
  mode: 'redline',
  openChanges: 'refuse',
  lineNumbers: false,
  attribution: 'author',
  comments: 'none',
  traceable: true,
}

export interface Judged {
  accepted: string[]
  rejected: string[]
  /** Changes that remained after all were accepted, or rejected. */
  left: number
}

const texts = (statement: Statement) => statement.blocks.map(blockText)

/** The texts of a statement as we resolve it. */
export const ours = (statement: Statement): Judged => ({
  accepted: texts(acceptAll(statement)),
  rejected: texts(rejectAll(statement)),
  left: 0,
})

/** What LibreOffice makes of each statement's redline, in one process. */
export async function judge(
  { soffice, python }: Office,
  folder: string,
  statements: readonly Statement[],
  timeout = 280_000,
): Promise<Judged[]> {
  const files = statements.map((_, index) => join(folder, `${index}.docx`))
  for (const [index, statement] of statements.entries()) writeFileSync(files[index]!, await writeDocx(statement, about, options))
  const out = await printed(python, ['test/support/libreoffice.py', soffice, join(folder, 'profile'), ...files], timeout)
  const lines = new Map(
    out.trim().split('\n').map((line) => {
      const { file, view, ...found } = JSON.parse(line) as { file: string; view: string; paragraphs: string[]; left: number }
      return [`${file} ${view}`, found]
    }),
  )
  return files.map((file) => {
    const accepted = lines.get(`${file} accepted`)!
    const rejected = lines.get(`${file} rejected`)!
    return { accepted: accepted.paragraphs, rejected: rejected.paragraphs, left: accepted.left + rejected.left }
  })
}

/** The parts of each file after LibreOffice opened it and saved it as DOCX itself. */
export async function resaved(
  { soffice }: Office,
  folder: string,
  files: readonly Uint8Array[],
): Promise<Record<string, string>[]> {
  const paths = files.map((_, index) => join(folder, `resaved-${index}.docx`))
  files.forEach((bytes, index) => writeFileSync(paths[index]!, bytes))
  const out = join(folder, 'out')
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await printed(soffice, ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out, ...paths], 200_000)
  return paths.map((_, index) => partsOf(readFileSync(join(out, `resaved-${index}.docx`))))
}

/**
 * LibreOffice holds one change a paragraph's end, and loses the insertion of one that another hand deletes: the statement with
 * the later change alone at such ends.
 */
export const withSingleEnds = (statement: Statement): Statement => ({
  ...statement,
  blocks: statement.blocks.map(
    (block): Block => (block.mark && block.mark.length > 1 ? { ...block, mark: block.mark.slice(-1) } : block),
  ),
})

/** Whether an end still carries two: those of the last paragraph stand at the one before. */
export async function hasStackedEnd(statement: Statement): Promise<boolean> {
  const { 'word/document.xml': document } = partsOf(await writeDocx(statement, about, options))
  return /<w:rPr>(<w:(ins|del|moveFrom|moveTo) [^>]*\/>){2}/u.test(document!)
}
