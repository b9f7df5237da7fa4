// Text from the clipboard's HTML is hostile: it may carry scripts, pictures that phone home, and a foreign look. It is parsed
// into a document that loads nothing, and only paragraphs, letters and bold, italic, underline are taken out of it.
import type { Run, TextMark } from '../../../shared/model/index.ts'

interface ClipboardPolicy {
  createHTML: (html: string) => string
}
interface PolicyFactory {
  createPolicy: (name: string, rules: ClipboardPolicy) => ClipboardPolicy
}

let policy: ClipboardPolicy | null = null

/** The page's policy lets `alternat-clipboard` be created once only, so it is kept. */
function clipboardPolicy(): ClipboardPolicy {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  const rules: ClipboardPolicy = { createHTML: (html) => html }
  return (policy ??= factory ? factory.createPolicy('alternat-clipboard', rules) : rules)
}

const LONGEST = 5_000_000
const BLOCKS = new Set(['ADDRESS', 'ARTICLE', 'BLOCKQUOTE', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'H1', 'H2',
  'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TBODY', 'TD', 'TFOOT', 'TH',
  'THEAD', 'TR', 'UL'])
// Nothing in these is text of the document; `DEL` is what Word marks as deleted, `O:P` fills its empty paragraphs.
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'TITLE', 'HEAD',
  'META', 'LINK', 'SELECT', 'TEXTAREA', 'BUTTON', 'VIDEO', 'AUDIO', 'DEL', 'O:P'])

/** Paragraphs of runs in an HTML text. */
export function paragraphsOfHtml(html: string): Run[][] {
  const trusted = clipboardPolicy().createHTML(html.slice(0, LONGEST))
  const page = new DOMParser().parseFromString(trusted, 'text/html')
  const gatherer = new Gatherer()
  gatherer.walk(page.body)
  return gatherer.paragraphs()
}

/** Paragraphs of a plain text. */
export const paragraphsOfText = (text: string): Run[][] =>
  text.slice(0, LONGEST).replaceAll(/\r\n?/g, '\n').replace(/\n$/u, '').split('\n')
    .map((line) => (line === '' ? [] : [{ text: clean(line) }]))

// Control characters other than tab and line break, spacers, byte order marks: invisible, and traps in a text to be compared.
// oxlint-disable-next-line no-control-regex
const clean = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\ufeff\u00ad]/g, '')

class Gatherer {
  private readonly done: Run[][] = []
  private runs: Run[] = []
  /** Whether the text read last keeps its spaces. */
  private literal = false

  paragraphs(): Run[][] {
    this.end()
    return this.done
  }

  /** Depth first without recursion: a hostile page may nest a hundred thousand deep. */
  walk(root: Node): void {
    let node: Node | null = root.firstChild
    while (node) {
      const skipped = this.enter(node)
      if (!skipped && node.firstChild) {
        node = node.firstChild
        continue
      }
      while (node && node !== root && !node.nextSibling) {
        if (isBlock(node)) this.end()
        node = node.parentNode
      }
      if (!node || node === root) return
      if (isBlock(node)) this.end()
      node = node.nextSibling
    }
  }

  /** Takes what a node itself says; true where its children are not to be read. */
  private enter(node: Node): boolean {
    if (node.nodeType === Node.TEXT_NODE) this.text(node as Text)
    if (!(node instanceof Element)) return true
    if (DROPPED.has(node.tagName.toUpperCase()) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') return true
    // Word writes the number of a list item as text before it; here numbers are counted, never text.
    if (styleOf(node, 'mso-list') === 'ignore') return true
    if (node.tagName === 'BR') this.add('\n', [])
    else if (isBlock(node)) this.end()
    return false
  }

  private text(node: Text): void {
    const literal = isLiteral(node)
    const text = literal ? clean(node.data) : clean(node.data).replaceAll(/[ \t\r\n\f]+/g, ' ')
    const start = this.runs.length === 0 || /[ \n]$/u.test(this.runs.at(-1)!.text)
    const kept = start && !literal ? text.replace(/^ /u, '') : text
    if (kept !== '') this.add(kept, marksAt(node))
    this.literal = literal
  }

  private add(text: string, marks: TextMark[]): void {
    const last = this.runs.at(-1)
    if (last && (last.marks ?? []).join() === marks.join()) last.text += text
    else this.runs.push(marks.length > 0 ? { text, marks } : { text })
  }

  private end(): void {
    const last = this.runs.at(-1)
    if (last && !this.literal) last.text = last.text.replace(/[ \n]+$/u, '')
    if (last?.text === '') this.runs.pop()
    if (this.runs.length > 0) this.done.push(this.runs)
    this.runs = []
  }
}

const isBlock = (node: Node): boolean => node instanceof Element && BLOCKS.has(node.tagName)

// Styles are read as text: the page's policy keeps the browser from applying them.
function styleOf(element: Element, property: string): string {
  const declared = new RegExp(`(?:^|;)\\s*${property}[a-z-]*\\s*:\\s*([^;]+)`, 'iu').exec(element.getAttribute('style') ?? '')
  return declared?.[1]?.trim().toLowerCase() ?? ''
}

const DEEPEST = 64

function* ancestors(text: Text): Generator<Element> {
  let element = text.parentElement
  for (let depth = 0; element && depth < DEEPEST; depth++) {
    yield element
    element = element.parentElement
  }
}

function isLiteral(text: Text): boolean {
  for (const element of ancestors(text)) {
    if (element.tagName === 'PRE') return true
    const space = styleOf(element, 'white-space')
    if (space !== '') return space.startsWith('pre')
  }
  return false
}

/** Bold, italic and underline that hold for a text: the nearest element that says so decides. */
function marksAt(text: Text): TextMark[] {
  const found: Partial<Record<TextMark, boolean | undefined>> = {}
  for (const element of ancestors(text)) {
    found.bold ??= boldOf(element)
    found.italic ??= italicOf(element)
    found.underline ??= element.tagName === 'U' || styleOf(element, 'text-decoration').includes('underline') || undefined
  }
  return (['bold', 'italic', 'underline'] as const).filter((mark) => found[mark])
}

function boldOf(element: Element): boolean | undefined {
  const weight = styleOf(element, 'font-weight')
  if (weight !== '') return weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600
  return /^(B|STRONG)$/u.test(element.tagName) || undefined
}

function italicOf(element: Element): boolean | undefined {
  const style = styleOf(element, 'font-style')
  return style === '' ? /^(I|EM)$/u.test(element.tagName) || undefined : style !== 'normal'
}
