// Paragraphs from the structure that a PDF carries: its writer knew them, no place on a page has to be read.
import { openings } from '../openings.ts'
import { linesOf, median, type Line } from './lines.ts'
import { readNotes, withSigns, type PdfNote } from './notes.ts'
import type { StructureNode } from './open.ts'
import type { Piece, TextPage } from './pages.ts'

export interface TaggedBlock {
  lines: Line[]
  role: string
  /** Level of a heading. */
  heading?: number
  cell: boolean
}

export interface Tagged {
  blocks: TaggedBlock[]
  /** Notes that were read, and how many were not. */
  noted: PdfNote[]
  notes: number
}

const BLOCK = /^(?:P|H\d?|Title|LI|LBody|TD|TH|Caption|BlockQuote|TOCI|BibEntry|Code)$/u
const NOTE = /^(?:Note|FENote)$/u
/** Deeper trees are cut by the library. */
const DEEPEST = 60

/** Share of the text that the structure must hold to be believed. */
const ENOUGH = 0.9

/** Null where the file has no structure, or one that leaves out much of its text. */
export function taggedBlocks(pages: readonly TextPage[]): Tagged | null {
  const tagged: Tagged = { blocks: [], noted: [], notes: 0 }
  let written = 0
  let held = 0
  for (const [index, { pieces, structure }] of pages.entries()) {
    const marked = new Map<string, Piece[]>()
    for (const piece of pieces) {
      if (piece.artifact) continue
      written += piece.text.trim().length
      if (piece.mark !== null) marked.set(piece.mark, [...(marked.get(piece.mark) ?? []), piece])
    }
    if (!structure) continue
    const place = (of: ReadonlyMap<string, Piece[]>): Walk => ({ marked: of, page: index, found: { blocks: [], notes: [] }, cell: false })
    let { found } = walked(structure, place(marked))
    const inNotes = new Set(found.notes.flat())
    const read = readNotes(found.notes.flatMap((note) => linesOf(note, index)), [...marked.values()].flat().filter((piece) => !inNotes.has(piece)))
    if (read) {
      tagged.noted.push(...read.notes)
      found = walked(structure, place(new Map([...marked].map(([mark, some]) => [mark, withSigns(some, read.signs)])))).found
    }
    held += [...marked.values()].flat().reduce((sum, { text }) => sum + text.trim().length, 0)
    tagged.blocks.push(...found.blocks)
    if (!read) tagged.notes += found.notes.length
  }
  if (tagged.blocks.length === 0 || held < ENOUGH * written || isByLine(tagged.blocks)) return null
  return { ...tagged, blocks: acrossPages(tagged.blocks) }
}

interface Walk {
  marked: ReadonlyMap<string, Piece[]>
  page: number
  found: { blocks: TaggedBlock[]; notes: Piece[][] }
  cell: boolean
}

function walked(root: StructureNode, place: Walk): Walk {
  walk(root, place, 0)
  return place
}

function walk(node: StructureNode, place: Walk, depth: number): void {
  if (depth > DEEPEST) return
  const role = node.role ?? ''
  const pieces = () => piecesUnder(node, place, depth)
  if (NOTE.test(role)) {
    place.found.notes.push(pieces())
    return
  }
  const cell = place.cell || role === 'TD' || role === 'TH'
  const children = node.children ?? []
  const holdsBlocks = children.some((child) => holdsBlock(child, depth))
  if ((BLOCK.test(role) && !holdsBlocks) || (children.length > 0 && children.every(({ type }) => type === 'content'))) {
    put(role, pieces(), { ...place, cell })
    return
  }
  if (role === 'LI') {
    // Its number and its first paragraph are one.
    const at = place.found.blocks.length
    for (const child of children) walk(child, { ...place, cell }, depth + 1)
    const [number, first] = place.found.blocks.slice(at)
    if (number && first && number.role === 'Lbl') {
      place.found.blocks.splice(at, 2, { ...first, lines: withNumber(number.lines, first.lines) })
    }
    return
  }
  for (const child of children) walk(child, { ...place, cell }, depth + 1)
}

const holdsBlock = (node: StructureNode, depth: number): boolean =>
  depth < DEEPEST && (BLOCK.test(node.role ?? '') || NOTE.test(node.role ?? '') || (node.children ?? []).some((child) => holdsBlock(child, depth + 1)))

function withNumber(number: readonly Line[], [first, ...rest]: readonly Line[]): Line[] {
  if (!first) return [...number]
  return [{ ...first, text: `${number.map(({ text }) => text).join(' ')} ${first.text}`, left: number[0]?.left ?? first.left }, ...rest]
}

function piecesUnder(node: StructureNode, place: Walk, depth: number): Piece[] {
  if (node.type === 'content') return place.marked.get(node.id ?? '') ?? []
  if (depth > DEEPEST) return []
  return (node.children ?? []).flatMap((child) => piecesUnder(child, place, depth + 1))
}

function put(role: string, pieces: Piece[], { page, found, cell }: Walk): void {
  const lines = linesOf(pieces, page)
  if (lines.length === 0) return
  const level = /^H([1-6])$/u.exec(role)?.[1]
  found.blocks.push({ lines, role, cell, ...(level !== undefined && { heading: Number(level) }) })
}

/** So many paragraphs begin in the middle of a sentence where each is a line; elsewhere those alone that go on over a page. */
const BY_LINE = 0.2

/** Some writers tag every line as a paragraph, as whoever broke the lines by hand made each one. */
function isByLine(blocks: readonly TaggedBlock[]): boolean {
  const plain = blocks.filter(({ role }) => role === 'P')
  const broken = plain.filter(({ lines: [first] }, i) => {
    const last = plain[i - 1]?.lines.at(-1)
    return last?.page === first!.page && /^\p{Ll}/u.test(first!.text) && !ends(plain[i - 1]!)
  })
  return plain.length > 10 && broken.length > BY_LINE * plain.length
}

const ends = ({ lines }: TaggedBlock) => /[.!?:;…。][»”"’)\]]*$/u.test(lines.at(-1)!.text)

/** A paragraph that goes on over the end of a page is two in the structure of its pages. */
function acrossPages(blocks: readonly TaggedBlock[]): TaggedBlock[] {
  const joined: TaggedBlock[] = []
  const opens = openings(blocks.filter(({ role }) => role === 'P').map(({ lines }) => [textOf(lines)]))
  const indents = indentsOf(blocks)
  for (const block of blocks) {
    const above = joined.at(-1)
    const [last, first] = [above?.lines.at(-1), block.lines[0]!]
    const isNext = above && last && first.page === last.page + 1 && above.role === block.role && !block.cell && above.heading === undefined
    const goesOn = isNext && (ends(above)
      ? isFull(last, above, blocks) && (indents ? Math.abs(first.left - indents.within) < Math.abs(first.left - indents.first) : !opens(textOf(block.lines)))
      : /^\p{Ll}/u.test(first.text) || isFull(last, above, blocks))
    if (goesOn) above.lines.push(...block.lines)
    else joined.push({ ...block, lines: [...block.lines] })
  }
  return joined
}

const textOf = (lines: readonly Line[]) => lines.map(({ text }) => text).join(' ')

/** Where first lines of paragraphs begin and where the others do; null where they begin at one place. */
function indentsOf(blocks: readonly TaggedBlock[]): { first: number; within: number } | null {
  const long = blocks.filter(({ role, lines }) => role === 'P' && lines.length > 1)
  const [first, within] = [median(long.map(({ lines }) => lines[0]!.left)), median(long.map(({ lines }) => lines[1]!.left))]
  return first - within > 0.8 * (long[0]?.lines[0]!.size ?? 0) ? { first, within } : null
}

/** The line reaches as far as the longest lines of its page. */
function isFull(line: Line, { lines }: TaggedBlock, blocks: readonly TaggedBlock[]): boolean {
  const right = Math.max(...blocks.flatMap((block) => block.lines.filter(({ page }) => page === line.page).map((each) => each.right)))
  return line.right > right - 4 * line.size && lines.length > 0
}
