// Notes of a page: which links in its words lead down to a note, which blocks are notes, and which links lead back up.
import { raised } from '../../../../shared/segmenting/index.ts'
import type { PageNode } from './blocks.ts'

export interface PageNotes {
  /** What refers to a note: the sign that stands for it in the text, and the name of the note. */
  references: ReadonlyMap<PageNode, { mark: string; name: string }>
  /** The notes, each with the sign that refers to it. */
  notes: ReadonlyMap<PageNode, { mark: string; name: string }>
  /** Links within notes that lead back to the words. */
  back: ReadonlySet<PageNode>
}

/** "1", "[1]", "(1)", "iv", "*". */
const SIGN = /^(?:\d{1,3}|\[\d{1,3}\]|\(\d{1,3}\)|\[?(?:[ivxlc]{1,6}|\p{Ll})\]?|[*†‡§]{1,3})$/iu
const ENCLOSED = /^[[(]/u
const BACK = /^(?:[\s↑↩↵⤴⏎^]|\uFE0E|\uFE0F)+$/u
const CALLED = /noteref|note-ref|footnoteanc|endnoteanc|MsoFootnoteReference|MsoEndnoteReference/iu
/** A block that holds one note and no more. */
const HOLDERS = new Set(['P', 'LI', 'DIV', 'DD', 'TD', 'ASIDE', 'SECTION'])
const NOTE_ID = /^(?:sd(?:foot|end)note\d+|_?(?:ftn|edn)\d+|fn|note|cite)/iu
/** Of a note in characters; what a longer block holds is no note. */
const LONGEST = 20_000
const ELEMENT = 1

const signOf = (written: string): string => (/^\d+$/u.test(written) ? raised(Number(written)) : /^[\p{L}]/u.test(written) ? `[${written}]` : written)

interface Link {
  node: PageNode
  /** The name that it leads to. */
  name: string
  text: string
  order: number
}

/** `elsewhere` are names of notes that stand outside `root`. The page's depth is bounded before. */
export function notesOfPage(root: PageNode, elsewhere: ReadonlySet<string>): PageNotes {
  const page = surveyed(root)
  const references = new Map<PageNode, { mark: string; name: string }>()
  const notes = new Map<PageNode, { mark: string; name: string }>()
  for (const link of page.links) {
    const target = page.targets.get(link.name)
    const sign = signIn(link, page)
    if (!sign) continue
    const mark = signOf(sign.text)
    if (!target) {
      if (elsewhere.has(link.name)) references.set(sign.node, { mark, name: link.name })
      continue
    }
    const holder = target.order > link.order ? holderOf(target.node, page) : null
    if (!holder) continue
    references.set(sign.node, { mark, name: link.name })
    if (!notes.has(holder)) notes.set(holder, { mark, name: link.name })
  }
  return { references, notes, back: new Set(page.links.filter((link) => leadsBack(link, notes, page)).map(({ node }) => node)) }
}

interface Survey {
  links: Link[]
  targets: ReadonlyMap<string, { node: PageNode; order: number }>
  parents: ReadonlyMap<PageNode, PageNode>
}

function surveyed(root: PageNode): Survey {
  const links: Link[] = []
  const targets = new Map<string, { node: PageNode; order: number }>()
  const parents = new Map<PageNode, PageNode>()
  let order = 0
  const look = (node: PageNode) => {
    order++
    const isLink = node.nodeName.toUpperCase() === 'A'
    for (const name of [node.getAttribute?.('id'), isLink ? node.getAttribute?.('name') : null]) {
      if (name && !targets.has(name)) targets.set(name, { node, order })
    }
    const href = isLink ? node.getAttribute?.('href') ?? '' : ''
    const at = href.lastIndexOf('#')
    if (at !== -1 && links.length < 10_000) links.push({ node, name: decoded(href.slice(at + 1)), text: textOf(node), order })
    for (const child of node.childNodes) {
      if (child.nodeType !== ELEMENT) continue
      parents.set(child, node)
      look(child)
    }
  }
  look(root)
  return { links, targets, parents }
}

const textOf = (node: PageNode) => (node.textContent ?? '').trim()

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The element that holds the whole sign, with its brackets; null where the link is no sign of a note. */
function signIn({ node, text }: Link, { parents }: Survey): { node: PageNode; text: string } | null {
  if (!SIGN.test(text)) return null
  const around = [node, parents.get(node), parents.get(parents.get(node)!)].filter((each) => each !== undefined)
  const up = around.find(({ nodeName }) => nodeName.toUpperCase() === 'SUP')
  if (up && SIGN.test(textOf(up))) return { node: up, text: textOf(up) }
  const isRaised = up !== undefined || [...node.childNodes].some(({ nodeName }) => nodeName.toUpperCase() === 'SUP')
  const isCalled = ['role', 'class', 'epub:type', 'id', 'name'].some((name) => CALLED.test(node.getAttribute?.(name) ?? ''))
  return isRaised || isCalled || ENCLOSED.test(text) ? { node, text } : null
}

/** The block of a note that a name stands at the head of; null where it stands elsewhere. */
function holderOf(target: PageNode, { parents }: Survey): PageNode | null {
  let holder: PageNode | undefined = target
  while (holder && !HOLDERS.has(holder.nodeName.toUpperCase())) {
    if (/^H[1-6]$/iu.test(holder.nodeName)) return null
    holder = parents.get(holder)
  }
  if (!holder) return null
  const parent = parents.get(holder)
  const isPart = parent && HOLDERS.has(parent.nodeName.toUpperCase()) && (parent.nodeName.toUpperCase() === 'LI' || NOTE_ID.test(parent.getAttribute?.('id') ?? ''))
  const whole = isPart ? parent : holder
  const text = textOf(whole)
  if (text === '' || text.length > LONGEST) return null
  return whole === target || text.startsWith(textOf(target)) ? whole : null
}

/** A sign or an arrow within a note that leads up to the words. */
function leadsBack({ node, name, text, order }: Link, notes: PageNotes['notes'], { targets, parents }: Survey): boolean {
  const target = targets.get(name)
  if (!target || target.order > order || !(SIGN.test(text) || BACK.test(text))) return false
  for (let above: PageNode | undefined = node; above; above = parents.get(above)) if (notes.has(above)) return true
  return false
}
