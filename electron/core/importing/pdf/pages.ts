// Pages of a PDF → pieces of text, each with its place on the upright page, its size and the marked stretch it stands in.
import { hostile, PDF_LIMITS, type ContentItem, type OpenPdf, type StructureNode } from './open.ts'
import { Upright } from './upright.ts'

export interface Piece {
  text: string
  /** Points from the upper left corner of the page; `base` is where its letters stand. */
  left: number
  right: number
  base: number
  /** Height of the font. */
  size: number
  /** The marked stretch it belongs to. */
  mark: string | null
  /** Marked as no part of the text: a running head, a number of a line. */
  artifact: boolean
}

export interface TextPage {
  width: number
  height: number
  /** In the order the file draws them. */
  pieces: Piece[]
  /** Null where the file has none for this page. */
  structure: StructureNode | null
}

/** Text that stands aslant or on its side is none of the statement: a stamp, a watermark. */
const MOST_SLOPE = 0.1

/** Marked stretches inside each other. */
const MOST_NESTED = 200

export interface TextPages {
  pages: TextPage[]
  /** Pieces left out because they stand aslant. */
  aslant: number
}

export async function readPages(pdf: OpenPdf, name: string, report: (done: number, total: number) => void): Promise<TextPages> {
  const pages: TextPage[] = []
  const pen = new Pen()
  const upright = new Upright()
  let left = PDF_LIMITS.pieces
  const end = performance.now() + PDF_LIMITS.seconds * 1000
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const found: ContentItem[] = []
    const stream = page.streamTextContent({ includeMarkedContent: true, disableNormalization: true })
    for await (const { items } of stream) {
      left -= items.length
      if (left < 0 || performance.now() > end) throw hostile('pieces of text', name)
      for (const item of items) found.push(item)
    }
    const { width, height, transform } = page.getViewport({ scale: 1, rotation: upright.turnOf(found, page.rotate) })
    const pieces = pen.begin(transform)
    for (const item of found) {
      pen.write(item)
      if (pen.depth > MOST_NESTED) throw hostile('nested marks', name)
    }
    pages.push({ width, height, pieces, structure: await page.getStructTree() })
    page.cleanup()
    report(number, pdf.numPages)
  }
  pen.settleHyphens()
  return { pages, aslant: pen.aslant }
}

type Matrix = readonly number[]

const times = (a: Matrix, b: Matrix): number[] => [
  a[0]! * b[0]! + a[2]! * b[1]!, a[1]! * b[0]! + a[3]! * b[1]!, a[0]! * b[2]! + a[2]! * b[3]!, a[1]! * b[2]! + a[3]! * b[3]!,
  a[0]! * b[4]! + a[2]! * b[5]! + a[4]!, a[1]! * b[4]! + a[3]! * b[5]! + a[5]!,
]

/** Letters that some fonts draw as one. */
const LIGATURES = /[\uFB00-\uFB06]/gu

/** Width of a hyphen, as a share of the font's height, and how exactly widths are kept. */
const HYPHEN = 0.333
const EXACTLY = 0.02
/** Beyond these shares of the font's height a blank is hardly a single space, and is none, where no other space of its line tells. */
const WIDE_SPACE = 0.5
const WIDEST_SPACE = 0.75

/** What a blank stands for: a space as wide as the others of its line, a hyphen, or a hyphen with spaces beside it. */
function hyphenAt(blank: Piece, pieces: readonly Piece[]): string {
  const { size } = blank
  const width = (blank.right - blank.left) / size
  const before = pieces[pieces.indexOf(blank) - 1]?.text ?? ''
  const inWord = /[\p{L}\p{N}]$/u.test(before)
  if (width < EXACTLY || Math.abs(width - HYPHEN) < EXACTLY) return inWord ? '-' : ' '
  const space = pieces.find(({ text, base }) => text === ' ' && Math.abs(base - blank.base) < 1)
  // No space stays fixed after a long word: what is wider than one there holds a hyphen.
  if (!space && width > WIDE_SPACE && width < WIDEST_SPACE && /\p{L}{3}$/u.test(before)) return '- '
  if (!space) return width > WIDEST_SPACE && /[\p{L}\p{N}"»”,)]$/u.test(before) ? ' - ' : ' '
  const usual = (space.right - space.left) / size
  const forms = [[' ', usual], ['- ', usual + HYPHEN], [' - ', 2 * usual + HYPHEN]] as const
  return forms.toSorted(([, a], [, b]) => Math.abs(a - width) - Math.abs(b - width))[0]![0]
}

interface Stretch {
  mark: string | null
  tag: string
  isEmpty: boolean
}

/** A marked stretch without letters: a space that is marked, or a hyphen that the library left out. */
interface Blank {
  piece: Piece
  font: string
  /** The word is broken here by the line. */
  breaks: boolean
  /** Those of its page. */
  pieces: readonly Piece[]
}

class Pen {
  aslant = 0
  #pieces: Piece[] = []
  #view: Matrix = []
  #font = ''
  /** The marked stretches that are open, the outermost first. */
  #open: Stretch[] = []
  /** The blank that stood last, while its width is not known. */
  #last: Blank | null = null
  readonly #blanks: Blank[] = []
  /** Fonts whose hyphens are not left out. */
  readonly #withHyphens = new Set<string>()

  /** Begins a page; what is returned fills as it is written. */
  begin(view: Matrix): Piece[] {
    this.#view = view
    this.#open = []
    this.#last = null
    return (this.#pieces = [])
  }

  get depth(): number {
    return this.#open.length
  }

  write(item: ContentItem): void {
    if (item.type === undefined) return this.#put(item)
    if (item.type !== 'endMarkedContent') this.#open.push({ mark: item.id ?? null, tag: item.tag ?? '', isEmpty: true })
    else {
      const ended = this.#open.pop()
      if (ended?.isEmpty && ended.tag === 'Span') this.#leaveBlank(ended)
    }
  }

  /**
   * The library leaves out signs that a font calls soft hyphens. A typesetter that draws all its hyphens with one sign says of
   * each real one, in a stretch of its own, that it is real.
   */
  #leaveBlank({ mark }: Stretch): void {
    const above = this.#pieces.at(-1)
    const breaks = mark !== null
    if (!above || (breaks ? !/\p{L}$/u.test(above.text) : this.#open.length === 0)) return
    const { right, base, size, artifact } = above
    const piece = { text: '', left: right, right, base, size, mark: mark ?? this.#mark, artifact }
    this.#pieces.push(piece)
    this.#last = { piece, font: this.#font, breaks, pieces: this.#pieces }
    this.#blanks.push(this.#last)
  }

  /** Once all text is known: blanks in fonts that draw no hyphen are hyphens where their width says so. */
  settleHyphens(): void {
    for (const { piece, font, breaks, pieces } of this.#blanks) {
      const isLost = !this.#withHyphens.has(font)
      if (breaks) piece.text = isLost ? '\u00AD' : ''
      else piece.text = isLost ? hyphenAt(piece, pieces) : ' '
    }
  }

  get #mark(): string | null {
    return this.#open.findLast((each) => each.mark !== null)?.mark ?? null
  }

  #put({ str = '', width = 0, transform = [], fontName = '' }: ContentItem): void {
    if (str === '') return
    const [a, b, c, d, left, base] = times(this.#view, transform) as [number, number, number, number, number, number]
    const size = Math.hypot(c, d)
    for (const stretch of this.#open) stretch.isEmpty = false
    if (Math.abs(b) > MOST_SLOPE * Math.hypot(a, b) || a < 0) {
      if (str.trim() !== '') this.aslant++
      return
    }
    this.#font = fontName
    const blank = this.#last
    this.#last = null
    if (blank && str.trim() === '' && Math.abs(blank.piece.base - base) < 1) {
      blank.piece.right = left + width
      return
    }
    // A typesetter that marks what its hyphen stands for marks the hyphen alone: it breaks a word that has none.
    const isBreak = str === '-' && this.#open.length > 1 && this.#open.at(-1)!.mark === null && this.#open.at(-1)!.tag === 'Span'
    if (str.includes('-')) this.#withHyphens.add(fontName)
    const text = isBreak ? '\u00AD' : str.replace(LIGATURES, (letter) => letter.normalize('NFKC'))
    const artifact = this.#open.some(({ tag }) => tag === 'Artifact')
    this.#pieces.push({ text, left, right: left + width, base, size, mark: this.#mark, artifact })
  }
}
