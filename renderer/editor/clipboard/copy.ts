// What leaves by the clipboard: the stretch as it reads, without deleted text, as plain text and as bare HTML.
import type { ParagraphNode } from 'lexical'
import { $isTextNode } from 'lexical'
import type { TextMark } from '../../../shared/model/index.ts'
import { marksOf } from '../statement/blocks.ts'
import { $mark, $revisions, isDeleted } from '../statement/state.ts'
import { $nextBlock, leafSize, type Range } from '../tracking/position.ts'

export interface CopiedRun {
  text: string
  marks: TextMark[]
}

/** Paragraphs of a stretch as they read with every deletion accepted. */
export function $liveParagraphs({ from, to }: Range): CopiedRun[][] {
  const paragraphs: CopiedRun[][] = [[]]
  for (let block: ParagraphNode | null = from.block; block; block = $nextBlock(block)) {
    const last = block.is(to.block)
    paragraphs.at(-1)!.push(...$runsBetween(block, block.is(from.block) ? from.offset : 0, last ? to.offset : Infinity))
    if (last) break
    if (!isDeleted($mark(block))) paragraphs.push([])
  }
  return paragraphs
}

function $runsBetween(block: ParagraphNode, from: number, to: number): CopiedRun[] {
  const runs: CopiedRun[] = []
  let passed = 0
  for (const leaf of block.getChildren()) {
    const size = leafSize(leaf)
    const text = ($isTextNode(leaf) ? leaf.getTextContent() : '\n').slice(Math.max(0, from - passed), Math.max(0, to - passed))
    passed += size
    if (text === '' || isDeleted($revisions(leaf))) continue
    runs.push({ text, marks: $isTextNode(leaf) ? marksOf(leaf.getFormat()) : [] })
  }
  return runs
}

export const asText = (paragraphs: readonly CopiedRun[][]): string =>
  paragraphs.map((runs) => runs.map((run) => run.text).join('')).join('\n')

const TAGS: Record<TextMark, string> = { bold: 'b', italic: 'i', underline: 'u' }
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escape = (text: string) => text.replaceAll(/[&<>]/g, (letter) => ESCAPES[letter]!).replaceAll('\n', '<br>')

/** Spaces count: without `pre-wrap` a reader would drop the ones at the edges. */
export function asHtml(paragraphs: readonly CopiedRun[][]): string {
  const html = paragraphs.map((runs) => runs.map(({ text, marks }) =>
    marks.reduce((inner, mark) => `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`, escape(text))).join(''))
  const style = 'style="white-space: pre-wrap"'
  return html.length === 1 ? `<span ${style}>${html[0]!}</span>` : html.map((inner) => `<p ${style}>${inner}</p>`).join('')
}
