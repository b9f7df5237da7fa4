// Export from a request to the file: what is built of which text, what it is called, and where it goes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportingHandlers } from '../../../electron/core/exporting/handlers.ts'
import { exportTask } from '../../../electron/core/exporting/tasks.ts'
import { fileNameFor } from '../../../electron/core/exporting/wording.ts'
import { createFileStage } from '../../../electron/core/files/stage.ts'
import { docxParagraphs, readDocx } from '../../../electron/core/formats/docx/read.ts'
import { importTask, redlineTask } from '../../../electron/core/importing/tasks.ts'
import type { JobRunner, Task } from '../../../electron/core/jobs/task.ts'
import { exportOptionsSchema, type ExportOptions, type ExportSource } from '../../../shared/contract/exporting.ts'
import { exportIdSchema } from '../../../shared/model/ids.ts'
import type { Block } from '../../../shared/model/statement.ts'
import { docxOf, ins, p, partsOf, r } from '../../support/docx.ts'
import { openServices } from '../../support/services.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const insertion = { id: 'i', kind: 'insertion' as const, author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' }

const tasks: Record<string, Task<never, unknown>> = { export: exportTask, import: importTask, redline: redlineTask }

/** Tasks run here and now, so that a test sees what they throw. */
const jobs: JobRunner = {
  run: async (name, input) => (await tasks[name]!(input as never, () => {})) as never,
  watch: () => ({ isCancelled: () => false, throwIfCancelled() {}, end() {} }),
  cancel() {},
  close: async () => {},
}

function open(saveFile: ((name: string) => Promise<string | null>) | null = null) {
  const services = openServices()
  const ports = { ...services.ports, saveFile }
  const context = { ...services, ports, jobs, files: createFileStage(ports) }
  const draft = (blocks: Partial<Block>[], title = 'Joint statement') => {
    const { id, statement } = services.drafts.start({
      from: { kind: 'form', form: services.forms.list().find((form) => form.language === 'en')!.id },
      title,
      parties: [],
      date: null,
      place: null,
    })
    services.drafts.save(id, services.drafts.open(id).rev, {
      ...statement,
      blocks: blocks.map((block, index) => ({ id: `b${index}`, kind: 'paragraph', runs: [{ text: `t${index}` }], ...block })),
    })
    return { kind: 'draft' as const, id }
  }
  const handlers = exportingHandlers(context)
  const build = (source: ExportSource, options: Partial<ExportOptions>) =>
    handlers['export.build']({ source, options: exportOptionsSchema.parse({ format: 'docx', mode: 'final', ...options }) })
  return { ...context, draft, handlers, build }
}

const saved = async ({ handlers }: ReturnType<typeof open>, id: string) => {
  const reply = await handlers['export.save']({ id: exportIdSchema.parse(id) })
  if (reply.kind !== 'download') throw new Error('not a download')
  return { name: reply.fileName, bytes: Buffer.from(reply.data, 'base64') }
}

const OPEN = [
  { kind: 'title' as const, runs: [{ text: 'On water' }] },
  { runs: [{ text: 'old' }, { text: ' new', revisions: [insertion] }] },
]

describe('a draft with open changes', () => {
  it('is refused as a final copy until it is said what becomes of them', async () => {
    const alternat = open()
    const source = { text: alternat.draft(OPEN) }
    await expect(alternat.build(source, {})).rejects.toMatchObject({ code: 'open-changes', details: { open: 1 } })
    const texts = await Promise.all(
      (['accept', 'reject'] as const).map(async (openChanges) => {
        const { id } = await alternat.build(source, { openChanges })
        return docxParagraphs(readDocx((await saved(alternat, id)).bytes), 'accepted')
      }),
    )
    expect(texts).toEqual([
      ['On water', 'old new'],
      ['On water', 'old'],
    ])
  })

  it('leaves as a redline with both texts in it', async () => {
    const alternat = open()
    const built = await alternat.build({ text: alternat.draft(OPEN) }, { mode: 'redline' })
    expect(built).toMatchObject({ fileName: 'On water (redline).docx', openChanges: 1, pages: 1 })
    const { name, bytes } = await saved(alternat, built.id)
    const doc = readDocx(bytes)
    expect(name).toBe(built.fileName)
    expect(bytes.length).toBe(built.bytes)
    expect([docxParagraphs(doc, 'accepted'), docxParagraphs(doc, 'rejected')]).toEqual([
      ['On water', 'old new'],
      ['On water', 'old'],
    ])
  })
})

describe('a redline that is sent', () => {
  const redline = { mode: 'redline', traceable: true } as const
  const namesIn = (bytes: Uint8Array) => {
    const named = partsOf(bytes)['docProps/custom.xml']!.matchAll(/name="(\w+)"><vt:lpwstr>([^<]*)/g)
    return Object.fromEntries([...named].map(([, name, value]) => [name, value]))
  }

  it('is kept as a version, which the file names', async () => {
    const alternat = open()
    const draft = alternat.draft(OPEN)
    const { id } = await alternat.build({ text: draft }, redline)
    expect(alternat.drafts.versions(draft.id)).toEqual([])
    const { rev, statement } = alternat.drafts.open(draft.id)
    alternat.drafts.save(draft.id, rev, { ...statement, blocks: [] })
    const { bytes } = await saved(alternat, id)
    const [version, ...others] = alternat.drafts.versions(draft.id)
    expect(others).toEqual([])
    expect(namesIn(bytes)).toEqual({ AlternatDraft: draft.id, AlternatVersion: version!.id })
    // As it was built, not as it is now.
    expect(alternat.drafts.openVersion(version!.id).statement.blocks).toMatchObject(OPEN)
    expect(version!.name).toBe('Sent, 1 January 2026')
  })

  it('is one version however often it is saved, under the name given', async () => {
    const alternat = open()
    const draft = alternat.draft(OPEN)
    const { id } = await alternat.build({ text: draft }, redline)
    const save = () => alternat.handlers['export.save']({ id: exportIdSchema.parse(id), sentAs: 'Отправлено 5 января' })
    await save()
    await save()
    expect(alternat.drafts.versions(draft.id).map(({ name }) => name)).toEqual(['Отправлено 5 января'])
  })

  it('is no version where saving was given up, nor is a final text or a PDF', async () => {
    const given = open(async () => null)
    const draft = given.draft(OPEN)
    await given.handlers['export.save']({ id: (await given.build({ text: draft }, redline)).id })
    expect(given.drafts.versions(draft.id)).toEqual([])
    const alternat = open()
    const other = alternat.draft(OPEN)
    for (const options of [{ openChanges: 'accept' }, { format: 'pdf', mode: 'redline' }] as const)
      await saved(alternat, (await alternat.build({ text: other }, options)).id)
    expect(alternat.drafts.versions(other.id)).toEqual([])
  })

  it('of a version names that version', async () => {
    const alternat = open()
    const draft = alternat.draft(OPEN)
    const version = alternat.drafts.createVersion(draft.id, 'First')
    const { bytes } = await saved(alternat, (await alternat.build({ text: { kind: 'version', id: version.id } }, redline)).id)
    expect(namesIn(bytes)).toEqual({ AlternatDraft: draft.id, AlternatVersion: version.id })
    expect(alternat.drafts.versions(draft.id)).toHaveLength(1)
  })

  it('with changes already settled, or unasked, names none', async () => {
    const alternat = open()
    const draft = alternat.draft(OPEN)
    for (const [text, options] of [
      [{ ...draft, changes: 'accepted' }, redline],
      [draft, { mode: 'redline' }],
    ] as const)
      expect(namesIn((await saved(alternat, (await alternat.build({ text }, options)).id)).bytes)).toEqual({})
  })
})

describe('two texts', () => {
  it('leave as the redline between them, or as the later one', async () => {
    const alternat = open()
    alternat.settings.set({ author: 'B. Bek', delegation: 'BK' })
    const source = {
      old: alternat.draft([{ runs: [{ text: 'The sides support peace.' }] }], 'Earlier'),
      new: alternat.draft([{ runs: [{ text: 'The sides support lasting peace.' }] }], 'Later'),
    }
    const redline = readDocx((await saved(alternat, (await alternat.build(source, { mode: 'redline' })).id)).bytes)
    expect(docxParagraphs(redline, 'rejected')[0]).toContain('The sides support peace.')
    expect(docxParagraphs(redline, 'accepted')[0]).toContain('The sides support lasting peace.')
    expect(redline.paragraphs[0]!.runs.flatMap((run) => run.revisions ?? [])[0]).toMatchObject({
      author: 'B. Bek',
      delegation: 'BK',
    })
    const final = readDocx((await saved(alternat, (await alternat.build(source, {})).id)).bytes)
    expect(
      final.paragraphs
        .flatMap((paragraph) => paragraph.runs)
        .map((run) => run.text)
        .join(''),
    ).toBe('The sides support lasting peace.')
  })

  it('adopted elsewhere are nobody’s changes', async () => {
    const alternat = open()
    alternat.settings.set({ author: 'B. Bek', delegation: 'BK' })
    const file = (name: string, text: string) => ({ kind: 'file' as const, file: alternat.files.put(name, docxOf(p(r(text)))) })
    const source = { old: file('a.docx', 'The sides support peace.'), new: file('b.docx', 'The sides support lasting peace.') }
    const redline = readDocx((await saved(alternat, (await alternat.build(source, { mode: 'redline' })).id)).bytes)
    const hands = redline.paragraphs.flatMap(({ runs }) => runs.flatMap((run) => run.revisions ?? []))
    expect(hands).toMatchObject([{ author: '', delegation: '' }])
  })
})

describe('a file', () => {
  it('that came as a redline leaves as one', async () => {
    const alternat = open()
    const file = alternat.files.put('in.docx', docxOf(p(r('The sides support peace')) + p(ins('and trade.', 'C. Chen'))))
    const doc = readDocx(
      (await saved(alternat, (await alternat.build({ text: { kind: 'file', file } }, { mode: 'redline' })).id)).bytes,
    )
    expect(docxParagraphs(doc, 'rejected').join('')).not.toContain('trade')
    expect(docxParagraphs(doc, 'accepted').join('')).toContain('trade')
  })
})

describe('what was built', () => {
  it('is shown page by page, as PDF and as DOCX', async () => {
    const alternat = open()
    const text = alternat.draft([{ runs: [{ text: 'The sides support peace. '.repeat(400) }] }])
    for (const format of ['pdf', 'docx'] as const) {
      const { id, pages } = await alternat.build({ text }, { format })
      expect(pages).toBeGreaterThan(1)
      const svgs = Array.from({ length: pages }, (_, page) => alternat.handlers['export.page']({ id, page: page + 1 }))
      expect(new Set(svgs.map((page) => (page as { svg: string }).svg)).size).toBe(pages)
      expect(() => alternat.handlers['export.page']({ id, page: pages + 1 })).toThrow(
        expect.objectContaining({ code: 'not-found' }),
      )
    }
  })

  it('goes where the officer says, or nowhere', async () => {
    const folder = temporaryFolder()
    const asked: string[] = []
    let answer: string | null = join(folder, 'out.pdf')
    const alternat = open(async (name) => {
      asked.push(name)
      return answer
    })
    const { id } = await alternat.build(
      { text: alternat.draft([{ kind: 'title', runs: [{ text: 'On water' }] }]) },
      { format: 'pdf' },
    )
    expect(await alternat.handlers['export.save']({ id })).toEqual({ kind: 'saved', path: answer })
    expect(readFileSync(answer).subarray(0, 5).toString()).toBe('%PDF-')
    answer = null
    expect(await alternat.handlers['export.save']({ id })).toEqual({ kind: 'cancelled' })
    expect(asked).toEqual(['On water.pdf', 'On water.pdf'])
  })

  it('takes a list as CSV to the place the officer says', async () => {
    const folder = temporaryFolder()
    let asked = ''
    const { handlers } = open(async (name) => join(folder, (asked = name)))
    const saved = await handlers['table.save']({ name: 'Not read: ../shelf', language: 'en', rows: [['File', 'Why'], ['a;b.txt', 'empty']] })
    expect(asked).toBe('Not read .. shelf.csv')
    expect(saved).toEqual({ kind: 'saved', path: join(folder, asked) })
    expect(readFileSync(join(folder, asked), 'utf8')).toBe('\u{feff}File,Why\r\n"a;b.txt",empty\r\n')
  })

  it('is let go after a few more', async () => {
    const alternat = open()
    const text = alternat.draft([{}])
    const ids = []
    for (let i = 0; i < 5; i++) ids.push((await alternat.build({ text }, {})).id)
    await expect(alternat.handlers['export.save']({ id: ids[0]! })).rejects.toMatchObject({ code: 'not-found' })
    expect((await saved(alternat, ids[4]!)).bytes.length).toBeGreaterThan(1000)
  })
})

describe('a file name', () => {
  const name = (title: string, language = 'en', mode: 'final' | 'redline' = 'final') =>
    fileNameFor(title, language, { format: 'docx', mode })
  it.each([
    ['On water', 'en', 'final', 'On water.docx'],
    ['О воде', 'ru', 'redline', 'О воде (с исправлениями).docx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'en', 'final', 'a b c d e f g h i j.docx'],
    ['Two\nlines\u200b  here...', 'en', 'final', 'Two lines here.docx'],
    ['', 'ru', 'final', 'Заявление.docx'],
    ['...', 'en', 'final', 'Statement.docx'],
  ] as const)('%j (%s, %s) is %s', (title, language, mode, expected) => expect(name(title, language, mode)).toBe(expected))

  it('is no longer than file systems take', () => {
    for (const title of ['слово '.repeat(100), '水'.repeat(300), 'x'.repeat(300)])
      expect(Buffer.byteLength(name(title, 'ru', 'redline'))).toBeLessThan(240)
  })
})
