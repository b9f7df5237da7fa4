// Outside judges of the exported files: our own reader always, qpdf and pdftotext where they are installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { docxParagraphs, readDocx } from '../../electron/core/formats/docx/read.ts'

const bare = (text: string) => text.replaceAll(/[\s\u00AD]+/gu, '').replaceAll(/[‐-]/gu, '')

/** Accepting all changes of the file gives `accepted`, rejecting them `rejected`; null means the file must carry none. */
export function checkDocx(path: string, accepted: string[], rejected: string[] | null): void {
  const doc = readDocx(readFileSync(path))
  same(docxParagraphs(doc, 'accepted'), accepted, `${path}: accept all`)
  same(docxParagraphs(doc, 'rejected'), rejected ?? accepted, `${path}: reject all`)
}

function same(found: string[], wanted: string[], what: string): void {
  const [a, b] = [found, wanted].map((texts) => JSON.stringify(texts.filter((text) => text !== '')))
  if (a !== b) throw new Error(`demo: ${what} differs\n${a}\n${b}`)
}

/** Lines for the summary. Throws where a judge that is installed refuses the file or misses a paragraph of `texts`. */
export function checkPdf(path: string, texts: string[]): string[] {
  const lines: string[] = []
  const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  if (check.error) lines.push('qpdf is not installed: not checked')
  else if (check.status !== 0) throw new Error(`demo: qpdf refuses ${path}\n${check.stdout}${check.stderr}`)
  else lines.push('qpdf --check: passed')
  const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  if (text.error) return [...lines, 'pdftotext is not installed: order of the text not checked']
  const all = bare(text.stdout)
  let from = 0
  for (const paragraph of texts.map(bare).filter((one) => one !== '' && one.length < 400)) {
    const at = all.indexOf(paragraph, from)
    if (at < 0) throw new Error(`demo: ${path} lacks or misplaces a paragraph of ${paragraph.length} letters`)
    from = at
  }
  if (texts.length > 0) lines.push('pdftotext: paragraphs in order')
  return lines
}
