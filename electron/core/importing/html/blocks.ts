// The blocks of a page → raw paragraphs: words in reading order with bold and italic, headings, numbers of lists, cells.
import type { RawParagraph } from '../../../../shared/model/proposal.ts'
import type { TextMark } from '../../../../shared/model/statement.ts'
import { raised } from '../../../../shared/segmenting/index.ts'
import { BREAK, unbroken, type Block, type BrokenBlock } from './broken.ts'
import { notesOfPage, type PageNotes } from './notes.ts'

/** What is read of a document object model, whichever library made it. */
export interface PageNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<PageNode>
  getAttribute?(name: string): string | null
}

const TEXT = 3
const ELEMENT = 1

const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'CANVAS', 'AUDIO', 'VIDEO',
  'SELECT', 'BUTTON', 'TEXTAREA', 'INPUT', 'DATALIST', 'NAV', 'ASIDE', 'FOOTER', 'FORM', 'DIALOG', 'MENU', 'RT', 'RP'])
const BLOCKS = new Set(['ADDRESS', 'ARTICLE', 'BLOCKQUOTE', 'BODY', 'CAPTION', 'CENTER', 'DD', 'DETAILS', 'DIV', 'DL', 'DT', 'FIELDSET',
  'FIGCAPTION', 'FIGURE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HGROUP', 'HR', 'LI', 'MAIN', 'OL', 'P', 'PRE', 'SECTION', 'SUMMARY',
  'TABLE', 'TBODY', 'TD', 'TFOOT', 'TH', 'THEAD', 'TR', 'UL'])
const MARKS: Record<string, TextMark> = { B: 'bold', STRONG: 'bold', I: 'italic', EM: 'italic', CITE: 'italic', U: 'underline', INS: 'underline' }
const CELLS = new Set(['TD', 'TH'])

const SPACES = /[ \t\n\r\f]+/gu

const attribute = (node: PageNode, name: string) => node.getAttribute?.(name) ?? null
const isHidden = (node: PageNode) =>
  attribute(node, 'hidden') !== null || attribute(node, 'aria-hidden') === 'true'
  || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(node, 'style') ?? '')
const isCentred = (node: PageNode) =>
  node.nodeName === 'CENTER' || attribute(node, 'align')?.toLowerCase() === 'center'
  || /text-align\s*:\s*center/iu.test(attribute(node, 'style') ?? '')
/** "[1]" or a bare figure raised over the line and linked: the mark of a note, no part of the words. */
const isNoteMark = (node: PageNode) =>
  node.nodeName === 'SUP' && /^\[?[\d*†]{1,3}\]?$/u.test(node.textContent?.trim() ?? '') && [...node.childNodes].some((child) => child.nodeName === 'A')

/** Where a node stands. */
interface Place {
  marks: readonly TextMark[]
  hint: NonNullable<RawParagraph['hint']>
  linked: boolean
  preformatted: boolean
}

/** Where the blocks of a page were collected: the words of the one that is open, and those that are done. */
interface Pen {
  text: string
  marks: { from: number; to: number; mark: TextMark }[]
  linked: number
  /** The number of the list item that is open, until its first words. */
  label: string | null
  done: BrokenBlock[]
  /** The note that is open; its sign, until its first words. */
  note: { mark: string; name: string } | null
  /** Names of notes that the words refer to. */
  asked: Set<string>
  notes: number
}

/** What was read of a page: its blocks, the names of notes that its words refer to, and how many marks of notes were passed over. */
export interface Blocks {
  blocks: Block[]
  asked: ReadonlySet<string>
  notes: number
}

/** The blocks under `root` in order; `elsewhere` are names of notes outside it. The page's depth is bounded before. */
export function blocksOf(root: PageNode, elsewhere: ReadonlySet<string> = new Set()): Blocks {
  const pen: Pen = { text: '', marks: [], linked: 0, label: null, done: [], note: null, asked: new Set(), notes: 0 }
  const found = notesOfPage(root, elsewhere)
  const top: Place = { marks: [], hint: {}, linked: false, preformatted: false }
  walk(root, top, pen, found)
  close(pen, top)
  return { blocks: unbroken(pen.done).map((block, i) => ({ ...block, line: i + 1 })), asked: pen.asked, notes: pen.notes }
}

function walk(node: PageNode, place: Place, pen: Pen, found: PageNotes): void {
  if (node.nodeType === TEXT) return write(node.textContent ?? '', place, pen)
  if (node.nodeType !== ELEMENT && node.nodeType !== 11) return
  const name = node.nodeName.toUpperCase()
  const note = found.notes.get(node)
  if ((UNREAD.has(name) && !note) || isHidden(node) || found.back.has(node)) return
  if (name === 'BR') {
    pen.text += BREAK
    return
  }
  const reference = found.references.get(node)
  if (reference) {
    pen.asked.add(reference.name)
    return write(reference.mark, place, pen)
  }
  if (name === 'SUP' && /^\d{1,3}$/u.test(node.textContent?.trim() ?? '') && !isNoteMark(node)) return write(raised(Number(node.textContent)), place, pen)
  if (isNoteMark(node)) {
    pen.notes++
    return
  }
  const mark = MARKS[name]
  const inner: Place = {
    ...place,
    linked: place.linked || name === 'A',
    preformatted: place.preformatted || name === 'PRE',
    marks: mark && !place.marks.includes(mark) ? [...place.marks, mark] : place.marks,
  }
  if (!BLOCKS.has(name) && !note) {
    for (const child of node.childNodes) walk(child, inner, pen, found)
    return
  }
  close(pen, place)
  if (note) pen.note = note
  inner.hint = hintOf(node, name, place.hint)
  const number = listNumbers(node, name)
  for (const child of node.childNodes) {
    if (child.nodeName.toUpperCase() === 'LI') pen.label = number(child)
    walk(child, inner, pen, found)
  }
  close(pen, inner)
  if (note) pen.note = null
  if (name === 'LI') pen.label = null
}

function hintOf(node: PageNode, name: string, above: Place['hint']): Place['hint'] {
  const level = /^H([2-6])$/u.exec(name)?.[1]
  return {
    ...above,
    ...(level !== undefined && { heading: Number(level) - 1 }),
    ...(isCentred(node) && { centered: true }),
    ...(CELLS.has(name) && { cell: true }),
  }
}

/** Gives every item of a list its number as a browser shows it; other blocks number nothing. */
function listNumbers(list: PageNode, name: string): (item: PageNode) => string | null {
  if (name === 'UL') return () => '•'
  if (name !== 'OL') return () => null
  let next = Number.parseInt(attribute(list, 'start') ?? '', 10)
  if (!Number.isFinite(next) || Math.abs(next) > 9999) next = 1
  return (item) => {
    const own = Number.parseInt(attribute(item, 'value') ?? '', 10)
    if (Number.isFinite(own) && Math.abs(own) <= 9999) next = own
    return `${numeral(next++, attribute(list, 'type') ?? '1')}.`
  }
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'],
  [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]

function numeral(value: number, type: string): string {
  if (value < 1 || !/^[aAiI]$/u.test(type)) return String(value)
  if (type === 'a' || type === 'A') {
    if (value > 26) return String(value)
    return String.fromCharCode(type.charCodeAt(0) + value - 1)
  }
  if (value > 3999) return String(value)
  let rest = value
  const upper = ROMAN.map(([worth, letters]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return letters.repeat(times)
  }).join('')
  return type === 'I' ? upper : upper.toLowerCase()
}

function write(text: string, place: Place, pen: Pen): void {
  const words = place.preformatted ? text.replace(/\r\n?/gu, BREAK) : text.replace(SPACES, ' ')
  const atGap = pen.text === '' || /\s/u.test(pen.text.at(-1)!)
  const clean = atGap && !place.preformatted ? words.trimStart() : words
  if (clean === '') return
  const from = pen.text.length
  pen.text += clean
  if (place.linked) pen.linked += clean.trim().length
  for (const mark of place.marks) pen.marks.push({ from, to: pen.text.length, mark })
}

/** Ends the open block. */
function close(pen: Pen, place: Place): void {
  const { text, marks, linked, label, note } = pen
  Object.assign(pen, { text: '', marks: [], linked: 0 })
  if (text.trim() === '') return
  pen.label = null
  const linkedShare = linked / text.trim().length
  pen.done.push({ text, marks, linked: linkedShare, hint: place.hint, ...(label !== null && { label }), ...(note && { note }) })
}
