// Lines of a text file → paragraphs. Where the text was wrapped by hand or came out of a PDF, its lines are joined again.
import type { RawParagraph } from '../../../shared/model/proposal.ts'
import { readLabel } from '../../../shared/segmenting/labels.ts'
import { joinLines, LONGEST_WORD, vocabularyOf } from './joints.ts'
import { parted, type Doubted } from './openings.ts'

interface Line { text: string; line: number }

/** How a text was wrapped. */
interface Wrapping {
  width: number
  /** Blank lines part its paragraphs. */
  byBlank: boolean
  /** The first line of each is indented. */
  byIndent: boolean
}

export const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/u

/** Paragraphs in order; blank lines are none. Text that is not wrapped is kept to the letter. */
export function paragraphsOf(text: string): RawParagraph[] {
  const lines = text.split(LINE_END).map((line, i) => ({ text: line, line: i + 1 }))
  const width = wrapWidth(lines)
  return width === null ? lines.filter((line) => line.text.trim() !== '') : rejoined(lines, width)
}

/**
 * Paragraphs of a file that knows them, of which each may be a line of a text that was wrapped by hand: then joined again. `line`
 * counts them with the empty ones that are left out.
 */
export function unwrapped(paragraphs: readonly RawParagraph[]): RawParagraph[] {
  const isStructured = paragraphs.some(({ text, hint }) => hint?.label !== undefined || hint?.heading !== undefined || hint?.note !== undefined || hint?.cell || LINE_END.test(text))
  if (isStructured) return [...paragraphs]
  const lines: string[] = Array.from({ length: paragraphs.at(-1)?.line ?? 0 }, () => '')
  for (const { text, line } of paragraphs) lines[line - 1] = text
  const joined = paragraphsOf(lines.join('\n'))
  return joined.length < paragraphs.length ? joined : [...paragraphs]
}

const visible = (line: Line) => line.text.trimEnd().length
const firstWord = (line: Line) => /^\S*/u.exec(line.text.trimStart())![0].length
/** The next word would have stuck out: the line was broken because it was full. */
const isFull = (line: Line, next: Line, width: number) => visible(line) + 1 + firstWord(next) > width
const ends = (line: Line) => /[.!?;:…][»”")\]]*$/u.test(line.text.trimEnd())
const opens = (line: Line) => /^\s*[«“"(—–-]?\s*[\p{Lu}\d]/u.test(line.text)

const MIN_LINES = 6
const NARROWEST = 30
const WIDEST = 140

/** The width lines were wrapped at, or null where lines are paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  const full = lines.filter((line) => line.text.trim() !== '')
  if (full.length < MIN_LINES) return null
  const lengths = full.map(visible).sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)]!
  if (width < NARROWEST || width > WIDEST) return null
  let breaks = 0
  let wrapped = 0
  let lower = 0
  let cased = false
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!]
    if (line.text.trim() === '' || next.text.trim() === '') continue
    breaks++
    // A broken sentence: nothing ended, and the line was full.
    if (ends(line) || visible(line) <= width * 0.75) continue
    wrapped++
    if (/^\s*\p{Ll}/u.test(next.text)) lower++
    if (/\p{Ll}/u.test(next.text)) cased = true
  }
  // Lines that nearly all begin with a capital are verses or a list, however evenly they are filled.
  if (cased && lower < wrapped * 0.3) return null
  // Short paragraphs hold few broken lines; a small letter at the head of the next one then speaks for it.
  return breaks >= 3 && (wrapped / breaks > 0.5 || (lower >= 3 && lower / breaks > 0.25)) ? width : null
}

function rejoined(lines: readonly Line[], width: number): RawParagraph[] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.text.trim() === '') groups.push([])
    else groups.at(-1)!.push(line)
  }
  const filled = groups.filter((group) => group.length > 0)
  const byBlank = blankLinesPart(filled, width)
  const vocabulary = vocabularyOf(lines.map(({ text }) => text))
  const wrapping: Wrapping = { width, byBlank, byIndent: indentsPart(filled.flat()) }
  const paragraphs: Doubted<Line>[] = filled.flatMap((group) => {
    const open: Doubted<Line>[] = []
    group.forEach((line, i) => {
      const [above, last] = [group[i - 1], open.at(-1)]
      const anew = !above || !last ? true : startsAnew(above, line, group[i + 1], wrapping)
      if (anew === true) open.push({ lines: [line], doubtful: [] })
      else {
        if (anew === 'doubtful') last!.doubtful.push(last!.lines.length)
        last!.lines.push(line)
      }
    })
    return open
  })
  return parted<Line, Doubted<Line>>(paragraphs).map(({ lines: own }) => {
    const pieces = own.map(({ text }) => text.replace(/ {2,}/gu, ' ').trim())
    return { text: joinLines(pieces, vocabulary).text, line: own[0]!.line }
  })
}

/** Whether blank lines part the paragraphs: inside a group then hardly any line ends a sentence early. */
function blankLinesPart(groups: readonly Line[][], width: number): boolean {
  let early = 0
  for (const group of groups) {
    for (let i = 0; i + 1 < group.length; i++) {
      if (ends(group[i]!) && opens(group[i + 1]!) && visible(group[i]!) < width * 0.85) early++
    }
  }
  return groups.length >= 3 && early <= groups.length / 3
}

const isIndented = (line: Line) => /^(?:\t| {2,})\s*\S/u.test(line.text)

/** Whether first lines are indented: such lines are many, they open something, and others follow them. */
function indentsPart(lines: readonly Line[]): boolean {
  const indented = lines.filter(isIndented)
  const opening = indented.filter((line) => opens(line) || readLabel(line.text) !== null)
  const followed = lines.filter((line, i) => isIndented(line) && lines[i + 1] !== undefined && !isIndented(lines[i + 1]!))
  return indented.length >= 4 && indented.length < lines.length * 0.8 && opening.length > indented.length * 0.9
    && followed.length > indented.length / 3
}

/** A short line that ends nothing, before one that opens something: a heading. */
const standsAlone = (line: Line, next: Line | undefined, width: number) =>
  !ends(line) && visible(line) < width * 0.85 && opens(line) && (next === undefined || opens(next))

/** A number at the head of a line may belong to the words before it: "в пункте / 5. Стороны". */
const REFERENCE = /(?:пункт\p{L}*|стать\p{L}*|п\.|пп\.|ст\.|№|article|paragraph|section)\s*$/iu

/** Whether a line begins a paragraph; doubtful where a sentence ended, but the line above was full. */
function startsAnew(above: Line, line: Line, next: Line | undefined, { width, byBlank, byIndent }: Wrapping): boolean | 'doubtful' {
  const label = readLabel(line.text)
  const words = label ? line.text.slice(label.end) : ''
  const numbered = label !== null && label.kind !== 'letter' && label.kind !== 'dash'
  if (numbered && (ends(above) || /^[\p{Lu}«“"]/u.test(words)) && !REFERENCE.test(above.text.slice(-LONGEST_WORD))) return true
  if (byIndent) return isIndented(line) || (ends(above) && !isFull(above, line, width))
  if (byBlank) return visible(above) < width * 0.5 && ends(above) && opens(line)
  if (isFull(above, line, width)) return ends(above) && (standsAlone(line, next, width) || (opens(line) && 'doubtful'))
  return ends(above) || opens(line) || visible(above) < width * 0.6
}
