// One part of text (body, footnotes, header) as paragraphs with tracked changes. An element inside a paragraph's properties
// means another thing than the same element around text: `w:ins` around runs is inserted text, in `w:pPr/w:rPr` it is an
// inserted paragraph end, in `w:numPr` a change of numbering, in `w:trPr` an inserted table row.
import { AppError } from '../../../../shared/contract/error.ts'
import type { Revision, Run, TextMark } from '../../../../shared/model/statement.ts'
import type { WrittenRevision } from './revisions.ts'
import type { DocxParagraph } from './types.ts'
import { parseXml, type Attribute } from './xml.ts'

/** A statement holds at most 20,000 blocks, a block 200,000 characters, a run 16 revisions. */
const LIMITS = { paragraphs: 20_000, characters: 200_000, revisions: 16 }

/** A paragraph as its part alone shows it: styles and numbers come later. */
export interface WrittenParagraph extends Omit<DocxParagraph, 'label' | 'list'> {
  styleId?: string
  listId?: string
  listLevel?: number
  outline?: number
}

/** Counts of what is not text. */
export type Findings = Record<
  'tables' | 'textBoxes' | 'pictures' | 'comments' | 'formatChanges' | 'hiddenText' | 'embedded' | 'changes', number>

export interface Part {
  paragraphs: WrittenParagraph[]
  /** Footnotes and endnotes: where each one's paragraphs begin, by its id. */
  notes: { id: string; from: number; to: number }[]
  /** Ids of the notes referred to, in order. */
  references: { id: string; kind: 'footnote' | 'endnote' }[]
  found: Findings
}

interface Frame {
  paragraph: WrittenParagraph
  around: WrittenRevision[]
  mark: WrittenRevision[]
  marks: Set<TextMark>
  pieces: { text: string; marks: TextMark[]; revisions: WrittenRevision[] }[]
  length: number
}

// Maps, not objects: an element may be called "constructor".
const KIND = new Map<string, Revision['kind']>([
  ['ins', 'insertion'], ['moveTo', 'insertion'], ['del', 'deletion'], ['moveFrom', 'deletion'],
])
const CELL_KIND = new Map<string, Revision['kind']>([['cellIns', 'insertion'], ['cellDel', 'deletion']])
/** Former properties of changed formats, and second versions of drawings: never text of their own. */
const LEFT_OUT = new Set([
  'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'tblPrExChange', 'tblGridChange', 'tcPrChange', 'trPrChange',
  'numberingChange', 'mc:Fallback', 'rt',
])
const MARKS = new Map<string, TextMark>([['b', 'bold'], ['i', 'italic'], ['u', 'underline']])
const isOff = (value: string | undefined) => value !== undefined && ['0', 'false', 'off', 'none'].includes(value)

/** Reads a part. Ids of revisions are made by `identity`, so that they stay apart across the parts of one file. */
export function readPart(xml: Uint8Array, identity: (revisions: WrittenRevision[]) => Revision[]): Part {
  const part: Part = {
    paragraphs: [], notes: [], references: [],
    found: { tables: 0, textBoxes: 0, pictures: 0, comments: 0, formatChanges: 0, hiddenText: 0, embedded: 0, changes: 0 },
  }
  const path: string[] = []
  const frames: Frame[] = []
  /** Revisions of the rows and cells that are open, outermost first. */
  const rows: Revision['kind'][][] = []
  let leftOut = 0
  let listening = false
  const { found } = part
  const current = () => frames.at(-1)

  const write = (text: string) => {
    const frame = current()
    if (!frame || text === '') return
    frame.length += text.length
    if (frame.length > LIMITS.characters) throw new AppError('file-hostile', 'a paragraph is too long')
    frame.pieces.push({ text, marks: [...frame.marks].sort(), revisions: [...frame.around] })
  }
  const revision = (kind: Revision['kind'], attribute: Attribute): WrittenRevision => {
    found.changes++
    return { kind, name: attribute('author') ?? '', time: attribute('date') ?? '' }
  }
  const reviseRow = (kind: Revision['kind']) => {
    found.changes++
    rows.at(-1)?.push(kind)
  }
  const endContainer = () => {
    const last = part.paragraphs.at(-1)
    if (last) last.last = true
  }

  const openInProperties = (name: string, attribute: Attribute) => {
    const { paragraph, mark } = current()!
    const value = attribute('val')
    const kind = KIND.get(name)
    if (kind && path.at(-2) === 'rPr' && path.at(-3) === 'pPr') mark.push(revision(kind, attribute))
    else if (name === 'pStyle' && value !== undefined) paragraph.styleId = value
    else if (name === 'numId' && value !== undefined) paragraph.listId = value
    else if (name === 'ilvl') paragraph.listLevel = Number(value)
    else if (name === 'jc' && value !== undefined) paragraph.centered = value === 'center'
    else if (name === 'outlineLvl') paragraph.outline = Number(value)
  }

  const openRun = (name: string, attribute: Attribute) => {
    const frame = current()
    if (!frame) return
    switch (name) {
      case 't':
      case 'delText':
      case 'm:t':
        listening = true
        break
      case 'tab':
      case 'ptab':
        if (path.at(-2) === 'r') write('\t')
        break
      case 'br':
      case 'cr':
        if (!['page', 'column'].includes(attribute('type') ?? '') || frame.length > 0) write('\n')
        break
      case 'noBreakHyphen':
        write('\u2011')
        break
      case 'softHyphen':
        write('\u00ad')
        break
      case 'sym': {
        // Letters of symbol fonts stand in the private area; the code below it is the one the font was drawn for.
        const code = Number.parseInt(attribute('char') ?? '', 16)
        if (code > 0) write(code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCodePoint(Math.min(code, 0xffff)))
        break
      }
      case 'vanish':
        if (path.at(-2) === 'rPr' && !isOff(attribute('val'))) found.hiddenText++
        break
      default: {
        const mark = MARKS.get(name)
        if (mark && path.at(-2) === 'rPr' && path.at(-3) === 'r' && !isOff(attribute('val'))) frame.marks.add(mark)
      }
    }
  }

  const open = (name: string, attribute: Attribute) => {
    path.push(name)
    if (leftOut > 0 || LEFT_OUT.has(name)) {
      if (leftOut === 0 && name.endsWith('Change')) found.formatChanges++
      leftOut++
      return
    }
    switch (name) {
      case 'p':
        frames.push({
          paragraph: { runs: [] }, around: [...(current()?.around ?? [])], mark: [], marks: new Set(), pieces: [], length: 0,
        })
        return
      case 'r':
        current()?.marks.clear()
        return
      case 'tbl':
        found.tables++
        if (!current()) endContainer()
        return
      case 'tr':
      case 'tc':
        rows.push([...(rows.at(-1) ?? [])])
        return
      case 'txbxContent':
        found.textBoxes++
        return
      case 'footnote':
      case 'endnote':
        part.notes.push({ id: attribute('id') ?? '', from: part.paragraphs.length, to: part.paragraphs.length })
        return
      case 'footnoteReference':
      case 'endnoteReference':
        part.references.push({ id: attribute('id') ?? '', kind: name === 'footnoteReference' ? 'footnote' : 'endnote' })
        return
      case 'commentReference':
        found.comments++
        return
      case 'drawing':
      case 'pict':
      case 'object':
        found.pictures++
        return
      case 'altChunk':
        found.embedded++
        return
    }
    const kind = KIND.get(name)
    if (kind && path.at(-2) === 'trPr') reviseRow(kind)
    else if (CELL_KIND.has(name)) reviseRow(CELL_KIND.get(name)!)
    else if (current() && inProperties(path)) openInProperties(name, attribute)
    else if (kind && current()) current()!.around.push(revision(kind, attribute))
    else openRun(name, attribute)
  }

  const close = (name: string) => {
    const properties = inProperties(path)
    path.pop()
    if (leftOut > 0) {
      leftOut--
      return
    }
    switch (name) {
      case 'p':
        if (rows.length > 0) current()!.paragraph.cell = true
        finish(part, frames.pop()!, rows.at(-1) ?? [], identity)
        break
      case 't':
      case 'delText':
      case 'm:t':
        listening = false
        break
      case 'tr':
        rows.pop()
        break
      case 'tc':
        rows.pop()
        endContainer()
        break
      case 'txbxContent':
      case 'body':
        endContainer()
        break
      case 'footnote':
      case 'endnote':
        endContainer()
        if (part.notes.length > 0) part.notes.at(-1)!.to = part.paragraphs.length
        break
      default:
        if (KIND.has(name) && !properties && path.at(-1) !== 'trPr') current()?.around.pop()
    }
  }

  parseXml(xml, { open, close, text: (text) => listening && leftOut === 0 && write(text) })
  endContainer()
  return part
}

/** Whether the innermost element stands in the properties of the paragraph that is open. */
function inProperties(path: readonly string[]): boolean {
  for (let i = path.length - 1; i >= 0; i--) {
    if (path[i] === 'pPr') return true
    if (path[i] === 'p') return false
  }
  return false
}

function finish(part: Part, frame: Frame, row: Revision['kind'][], identity: (revisions: WrittenRevision[]) => Revision[]): void {
  if (part.paragraphs.length >= LIMITS.paragraphs) throw new AppError('file-hostile', 'too many paragraphs')
  const { paragraph } = frame
  for (const piece of frame.pieces) {
    if (piece.revisions.length > LIMITS.revisions) throw new AppError('file-hostile', 'too many revisions on one run')
    const revisions = identity(piece.revisions)
    const before = paragraph.runs.at(-1)
    if (before && sameDress(before, piece.marks, revisions)) before.text += piece.text
    else paragraph.runs.push({
      text: piece.text,
      ...(piece.marks.length > 0 ? { marks: piece.marks } : {}),
      ...(revisions.length > 0 ? { revisions } : {}),
    })
  }
  const mark = identity(frame.mark.slice(0, LIMITS.revisions))
  if (mark.length > 0) paragraph.mark = mark
  if (row.length > 0) paragraph.row = [...row]
  part.paragraphs.push(paragraph)
}

const sameDress = (run: Run, marks: TextMark[], revisions: Revision[]) =>
  (run.marks ?? []).join() === marks.join() && (run.revisions ?? []).map((r) => r.id).join() === revisions.map((r) => r.id).join()
