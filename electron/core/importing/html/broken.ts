// Blocks of a page with the breaks that stand in them → its paragraphs. `BR` and `PRE` keep lines: those of a text that was
// wrapped by hand are joined again, others are paragraphs of their own.
import type { RawParagraph } from '../../../../shared/model/proposal.ts'
import type { TextMark } from '../../../../shared/model/statement.ts'
import { LINE_END, paragraphsOf } from '../paragraphs.ts'

export interface Block extends RawParagraph {
  /** Share of its letters that stand in links. */
  linked: number
  /** The name of the note that it is part of. */
  noteOf?: string
}

/** Stands for a line break inside a block until the block is cut up. */
export const BREAK = '\n'

/** A block before it is cut up. */
export interface BrokenBlock {
  text: string
  marks: { from: number; to: number; mark: TextMark }[]
  linked: number
  hint: NonNullable<RawParagraph['hint']>
  /** Of an item of a list, for the first of its lines. */
  label?: string
  /** The note that it is part of, and the sign that refers to it. */
  note?: { mark: string; name: string }
}

/** Blocks of so many lines show by themselves that they were wrapped by hand. */
const MANY_LINES = 5

/** The paragraphs of all blocks. How wide a text was wrapped is seen on the whole page: most of its blocks have few lines. */
export function unbroken(blocks: readonly BrokenBlock[]): Block[] {
  const together = rejoined(blocks)
  const done: Block[] = []
  for (const block of blocks) {
    const lines = linesOf(block.text, block.hint.heading !== undefined)
    const joined = together.get(block) ?? (lines.length > MANY_LINES ? rejoined([block]).get(block) : undefined)
    const worded: Words[] = joined?.map((text) => ({ text, marks: [] })) ?? lines.map((line) => wordsOf(block, line))
    for (const [i, words] of worded.entries()) {
      done.push(block.note ? noted(words, block.note, done.at(-1)?.noteOf !== block.note.name) : placed(words, block, i === 0))
    }
  }
  return done
}

interface Words { text: string; marks: BrokenBlock['marks'] }

function placed({ text, marks }: Words, { hint: own, label, linked }: BrokenBlock, isFirst: boolean): Block {
  const hint = { ...own, ...(isFirst && label !== undefined && { label }), ...(marks.length > 0 && { marks }) }
  return { text, line: 1, linked, ...(Object.keys(hint).length > 0 && { hint }) }
}

/** A note begins with the sign that refers to it; an arrow that led back in the page does not. */
function noted({ text, marks }: Words, { mark, name }: { mark: string; name: string }, isFirst: boolean): Block {
  const words = text.replace(/^[\s^↑]+/u, '')
  const before = isFirst ? `${mark} ` : ''
  const by = before.length - (text.length - words.length)
  const moved = marks.map((range) => ({ ...range, from: Math.max(0, range.from + by), to: Math.max(0, range.to + by) }))
  return { text: before + words, line: 1, linked: 0, noteOf: name, hint: { note: isFirst ? mark : '', ...(moved.length > 0 && { marks: moved }) } }
}

/** The paragraphs of those blocks that hold lines broken by hand; none where their lines are no broken ones. */
function rejoined(blocks: readonly BrokenBlock[]): Map<BrokenBlock, string[]> {
  const broken = blocks.filter(({ text, hint }) => LINE_END.test(text.trim()) && hint.heading === undefined && !hint.cell)
  const lines = broken.flatMap((block) => [...block.text.split(LINE_END), ''].map((line) => ({ line, block })))
  const paragraphs = paragraphsOf(lines.map(({ line }) => line).join(BREAK))
  const found = new Map<BrokenBlock, string[]>()
  if (paragraphs.length >= lines.filter(({ line }) => line.trim() !== '').length) return found
  for (const { text, line } of paragraphs) {
    const { block } = lines[line - 1]!
    const known = found.get(block)
    if (known) known.push(text.trim())
    else found.set(block, [text.trim()])
  }
  return found
}

interface Stretch { from: number; to: number }

/** Lines of a block without the spaces around them; one that only goes on with the sentence before is no line of its own. */
function linesOf(text: string, isHeading: boolean): Stretch[] {
  const lines: Stretch[] = []
  let at = 0
  for (const part of text.split(BREAK)) {
    const words = part.trim()
    const from = at + part.indexOf(words)
    const to = from + words.length
    at += part.length + BREAK.length
    if (words === '') continue
    const above = lines.at(-1)
    const goesOn = above && (isHeading || (/^\p{Ll}/u.test(words) && !/[.!?:;…]["”»)]?$/u.test(text.slice(above.from, above.to).slice(-3))))
    if (above && goesOn && to - above.from < 4000) above.to = to
    else lines.push({ from, to })
  }
  return lines
}

/** The words of a stretch, and the marks on them. */
function wordsOf({ text, marks }: BrokenBlock, { from, to }: Stretch): Words {
  const within = marks.filter((each) => each.from < to && each.to > from).slice(0, 5000)
  return {
    text: text.slice(from, to).replaceAll(BREAK, ' '),
    marks: within.map((each) => ({ from: Math.max(0, each.from - from), to: Math.min(to, each.to) - from, mark: each.mark })),
  }
}
