// A page saved from the web → the paragraphs of its text, without menus and margins. Nothing in it is run or fetched.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { AppError } from '../../../../shared/contract/error.ts'
import type { RawParagraph, Warning } from '../../../../shared/model/proposal.ts'
import { unwrapped } from '../paragraphs.ts'
import { blocksOf, type Blocks, type PageNode } from './blocks.ts'
import type { Block } from './broken.ts'

/** Ceilings: far above any page that holds a statement, far below what holds a reader up. */
export const PAGE_LIMITS = { characters: 16 * 2 ** 20, tags: 60_000, signs: 120_000, depth: 100 }

export interface ReadPage {
  paragraphs: RawParagraph[]
  warnings: Warning[]
}

/** Throws `file-hostile` past a limit and `file-empty` where the page shows no words. */
export function readPage(source: string, name: string): ReadPage {
  const page = bounded(withoutCode(source), name)
  const document = documentOf(page)
  const body: PageNode = document.body
  refuseDepth(body, name)
  const isSectioned = lowerSections(document)
  const whole = blocksOf(body)
  const heading = isSectioned ? '' : document.querySelector('h1')?.textContent?.replace(/\s+/gu, ' ').trim() ?? ''
  const article = articleOf(document, whole)
  const chosen = article && weight(article.blocks) >= weight(whole.blocks) / 2 ? withHeading(article, heading) : whole
  if (chosen.blocks.length === 0) throw new AppError('file-empty', 'the page holds no text', { name })
  const warnings: Warning[] = []
  const outside = whole.blocks.length - chosen.blocks.length
  if (outside > 0) warnings.push({ code: 'html-outside', message: `Paragraphs of the page around the text: ${outside}` })
  if (chosen.notes > 0) warnings.push({ code: 'html-notes', message: `Marks of notes: ${chosen.notes}` })
  const paragraphs = chosen.blocks.map(({ linked: _linked, noteOf: _noteOf, ...paragraph }, i) => ({ ...paragraph, line: i + 1 }))
  return { paragraphs: unwrapped(paragraphs), warnings }
}

type PageDocument = ReturnType<typeof parseHTML>['document']

/** A frame that a page brings or lacks, and what stands in one that is broken. */
const FRAME = /<title\b[^>]{0,500}>[^<]{0,2000}<\/title>|<!doctype[^>]{0,500}>|<\/?(?:html|head|body)\b[^>]{0,500}>/giu

/** The page as a document. One that does not begin as a page is put into a frame of its own. */
function documentOf(page: string): PageDocument {
  const { document } = parseHTML(page)
  const root = document.documentElement
  // A head may be left out of a page; the library then makes one, and an empty body after it.
  const isWhole = root?.nodeName === 'HTML' && root.querySelector('head')?.nextElementSibling?.nodeName === 'BODY'
  return isWhole ? document : parseHTML(`<html><head></head><body>${page.replace(FRAME, '')}</body></html>`).document
}

/**
 * Headings of the first level beside each other head the sections of a text, where one alone is the name of its page. A reader's
 * view knows the second kind only: all headings are then put a level lower. Tells whether they were.
 */
function lowerSections(document: PageDocument): boolean {
  const parents = [...document.querySelectorAll('h1')].map(({ parentNode }) => parentNode)
  if (new Set(parents).size === parents.length) return false
  for (const level of [5, 4, 3, 2, 1]) {
    for (const heading of document.querySelectorAll(`h${level}`)) {
      const lower = document.createElement(`h${level + 1}`)
      for (const { name, value } of heading.attributes) lower.setAttribute(name, value)
      lower.append(...heading.childNodes)
      heading.replaceWith(lower)
    }
  }
  return true
}

/** The page without scripts, styles, comments and embedded pictures: most of its bytes, and none of its words. */
function withoutCode(source: string): string {
  const words = ['script', 'style', 'svg'].reduce((text, tag) => cutOut(text, `<${tag}`, `</${tag}`, '>'), cutOut(source, '<!--', '-->', ''))
  return words.replace(/<!\[CDATA\[|\]\]>/gu, '').replace(/data:[\w/+.-]{1,80};base64,[\w+/=\s]+/giu, '')
}

/** Cuts every stretch from `open` to `close` (and on to `end`); one that is never closed is cut to the end of the text. */
function cutOut(text: string, open: string, close: string, end: string): string {
  const small = text.toLowerCase()
  const kept: string[] = []
  let at = 0
  for (;;) {
    const from = small.indexOf(open, at)
    if (from === -1) return kept.join('') + text.slice(at)
    kept.push(text.slice(at, from))
    const closing = small.indexOf(close, from + open.length)
    const to = closing === -1 || end === '' ? closing : small.indexOf(end, closing)
    if (to === -1) return kept.join('')
    at = to + (end === '' ? close : end).length
  }
}

const hostile = (what: string, name: string) => new AppError('file-hostile', `page refused: ${what}`, { name })

function bounded(source: string, name: string): string {
  if (source.length > PAGE_LIMITS.characters) throw hostile('length', name)
  let tags = 0
  let signs = 0
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 0x3c && ++tags > PAGE_LIMITS.tags) throw hostile('number of tags', name)
    // < & = : tags, entities and attributes.
    if ((code === 0x3c || code === 0x26 || code === 0x3d) && ++signs > PAGE_LIMITS.signs) throw hostile('number of attributes and entities', name)
  }
  return source
}

/** A page nested without end costs the readers below its square or worse. */
function refuseDepth(root: PageNode, name: string): void {
  let level: PageNode[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > PAGE_LIMITS.depth) throw hostile('nested too deep', name)
    level = level.flatMap((node) => [...node.childNodes])
  }
}

/** The article that a reader's view would show; it changes the document. */
function articleOf(document: Document, whole: Blocks): Blocks | null {
  const article = new Readability<PageNode>(document, { serializer: (node) => node as unknown as PageNode, charThreshold: 200 }).parse()
  return article?.content ? withItsNotes(blocksOf(article.content, new Set(whole.blocks.flatMap(({ noteOf }) => noteOf ?? []))), whole) : null
}

/** A reader's view drops lists of notes; those that its words refer to stay below them. */
function withItsNotes(article: Blocks, whole: Blocks): Blocks {
  const there = new Set(article.blocks.map(({ noteOf }) => noteOf))
  return { ...article, blocks: [...article.blocks, ...whole.blocks.filter(({ noteOf }) => noteOf !== undefined && article.asked.has(noteOf) && !there.has(noteOf))] }
}

/** Letters that stand in text rather than in links. */
const weight = (blocks: readonly Block[]) => blocks.reduce((sum, { text, linked }) => sum + (linked > 0.5 ? 0 : text.length), 0)

const squeezed = (text: string) => text.replace(/\s+/gu, '').toLowerCase()

/** A reader's view drops the heading of the page where it repeats the title; in a statement it is the title. */
function withHeading(article: Blocks, heading: string): Blocks {
  const opening = squeezed(article.blocks.slice(0, 12).map(({ text }) => text).join(''))
  if (heading === '' || heading.length > 1000 || opening.includes(squeezed(heading))) return article
  return { ...article, blocks: [{ text: heading, line: 1, linked: 0 }, ...article.blocks] }
}
