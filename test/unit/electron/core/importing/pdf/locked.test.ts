// PDFs under a password: one that only forbids changes is read, one that must be opened with it is told by name.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFile } from '../../../../../../electron/core/importing/read.ts'
import { pdfOf } from '../../../../../support/pdf.ts'
import { findTool, printed } from '../../../../../support/tools.ts'

const qpdf = findTool('qpdf')
if (!qpdf) console.warn('PDFs under a password skipped: qpdf is not installed')

const WORDS = 'Стороны подтвердили приверженность сотрудничеству.'

describe.skipIf(!qpdf)('a password', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-locked-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')]
  writeFileSync(open, pdfOf({ pages: [[{ x: 70, y: 700, text: WORDS }]] }))
  const lock = async (...how: string[]) => {
    await printed(qpdf!, ['--allow-weak-crypto', '--encrypt', ...how, '--', open, locked])
    return readFile(new Uint8Array(readFileSync(locked)), 'a.pdf')
  }

  it.each([['40'], ['128', '--use-aes=y'], ['256'], ['256', '--extract=n', '--modify=none']])('of the owner, %s %s', async (...how) =>
    expect((await lock('', 'owner', ...how)).paragraphs.map(({ text }) => text)).toEqual([WORDS]))

  it.each([['40'], ['128', '--use-aes=y'], ['256']])('to open it, %s %s', async (...how) =>
    await expect(lock('user', 'owner', ...how)).rejects.toMatchObject({ code: 'pdf-protected', details: { name: 'a.pdf' } }))
})
