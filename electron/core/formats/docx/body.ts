// One part of text (body, footnotes, comments, header) as paragraphs with tracked changes. An element inside properties means
// another thing than the same element around text: `w:ins` around runs is inserted text, in `w:pPr/w:rPr` it is an inserted
// paragraph end, in `w:numPr` a change of numbering, in `w:trPr` an inserted table row.
import { AppError } from '../../../../shared/contract/error.ts'
import type { Revision } from '../../../../shared/model/statement.ts'
import { openAnchors } from './anchors.ts'
import { openDrawings } from './drawings.ts'
import { openFields } from './fields.ts'
import { noFindings, type Finding } from './findings.ts'
import { isOff, marksOf, readParagraphProperty, readRunProperty, switched, type RunLook, type StyleMarks } from './looks.ts'
import { moveRanges, type MoveRange, type Side } from './moves.ts'
import { handOf } from './revisions.ts'
import { characterOf, isSilent } from './signs.ts'
import { inSigns } from './symbols.ts'
import type { Hand, WrittenParagraph, WrittenPart, WrittenRevision } from './written.ts'
import { parseXml, type Attribute } from './xml.ts'

/** A statement holds at most 20,000 blocks, a block 200,000 characters, a run 16 revisions. */
const LIMITS = { paragraphs: 20_000, characters: 200_000, revisions: 16 }

/** A paragraph that is open, with the look of its open run. */
interface Frame {
  written: WrittenParagraph
  run: RunLook
  /** A change of the run's look. */
  former: { by: Hand; look: RunLook } | null
  length: number
  /** Comments that wait for a word to stand at. */
  waiting: string[]
}

// Maps, not objects: an element may be called "constructor".
const KIND = new Map<string, Revision['kind']>([
  ['ins', 'insertion'], ['moveTo', 'insertion'], ['del', 'deletion'], ['moveFrom', 'deletion'],
  ['w14:conflictIns', 'insertion'], ['w14:conflictDel', 'deletion'],
])
const CELL_KIND = new Map<string, Revision['kind']>([['cellIns', 'insertion'], ['cellDel', 'deletion']])
/** Elements that hold no text, only what is said of the element around them. */
const PROPERTIES = new Set([
  'pPr', 'rPr', 'trPr', 'tcPr', 'tblPr', 'tblPrEx', 'tblGrid', 'sectPr', 'sdtPr', 'sdtEndPr', 'rubyPr', 'smartTagPr',
  'customXmlPr', 'fldChar',
])
const isProperties = (name: string) => PROPERTIES.has(name) || (name.startsWith('m:') && name.endsWith('Pr'))

/** What is written where a note is referred to. */
export type NoteMark = (kind: 'footnote' | 'endnote', id: string, isOwn: boolean, isGone: boolean) => string

/** Reads a part; `styleMarks` tells the marks of a character style, `noteMark` those of notes where they are to stand in the text. */
export function readPart(xml: Uint8Array, styleMarks: StyleMarks, noteMark: NoteMark = () => ''): WrittenPart {
  const moves = moveRanges()
  const part: WrittenPart = { paragraphs: [], entries: [], references: [], moves, found: noFindings() }
  const { paragraphs, found } = part
  const path: string[] = []
  const frames: Frame[] = []
  /** Changes around what is open, outermost first, and those of the rows and cells it stands in. */
  const around: (readonly WrittenRevision[])[] = [[]]
  const rows: WrittenRevision[][] = []
  /** Where the paragraphs begin of each text that is open: of the part, a cell, a text box. */
  const texts: number[] = [0]
  const alternatives: { read: boolean; since: number }[] = []
  /** Ends of paragraphs that are moved. */
  const moved = new Map<WrittenRevision, Side>()
  const fields = openFields()
  const anchors = openAnchors()
  /** Counts whatever came of the elements so far. */
  let progress = 0
  let skipped = 0
  let properties = -1
  let fieldMark: string | undefined
  let letters: string | null = null
  let keepsSpaces = false
  let allSpaces = false
  let isStray = false

  const note = (finding: Finding) => {
    found[finding]++
    progress++
  }
  const drawings = openDrawings(note)
  const current = () => frames.at(-1)
  const row = () => rows.at(-1) ?? []

  const write = (text: string) => {
    const frame = current()
    if (text === '') return
    if (!frame) return note('unknown')
    progress++
    frame.length += text.length
    if (frame.length > LIMITS.characters) throw new AppError('file-hostile', 'a paragraph is too long')
    const marks = marksOf(frame.run, styleMarks)
    const { former, written, waiting } = frame
    written.pieces.push({
      text,
      marks,
      restyled: former && { by: former.by, marks: switched(marks, marksOf(former.look, styleMarks)) },
      revisions: rows.length === 0 ? around.at(-1)! : [...row(), ...around.at(-1)!],
      comments: waiting.length === 0 ? anchors.here() : [...anchors.here(), ...waiting.splice(0)],
      code: fields.code(),
    })
  }

  const revision = (kind: Revision['kind'], attribute: Attribute, range?: MoveRange): WrittenRevision => {
    note('changes')
    return { kind, ...handOf(attribute), range }
  }
  const rangeOf = (name: string) => (name === 'moveFrom' ? moves.at('from') : name === 'moveTo' ? moves.at('to') : undefined)

  const enterText = () => texts.push(paragraphs.length)
  /** The last paragraph of a text ends with it, not before another one. */
  const endText = () => {
    const last = paragraphs.at(-1)
    if (last && paragraphs.length > texts.at(-1)!) last.last = true
  }
  const leaveText = () => {
    endText()
    return texts.pop()!
  }

  const openParagraph = (attribute: Attribute) => {
    const paraId = attribute('paraId')
    const written: WrittenParagraph = {
      look: {}, former: null, reformatted: [], pieces: [], mark: [...row(), ...around.at(-1)!],
      ...(paraId !== undefined && { paraId }),
    }
    frames.push({ written, run: {}, former: null, length: 0, waiting: [] })
  }

  const closeParagraph = () => {
    const { written } = frames.pop()!
    found.fields += fields.endParagraph()
    if (paragraphs.length >= LIMITS.paragraphs) throw new AppError('file-hostile', 'too many paragraphs')
    for (const end of written.mark) {
      // The end of a paragraph is told at its start, before the range begins that it is moved in.
      if (end.range === undefined && moved.has(end)) end.range = moves.at(moved.get(end)!) ?? rangeOfText(written, end.kind)
    }
    if (rows.length > 0) written.cell = true
    paragraphs.push(written)
    progress++
  }
  const openProperty = (name: string, attribute: Attribute) => {
    if (path.length - properties > 7) return
    const place = path.slice(properties).join('/')
    const owner = path[properties - 1]
    const frame = current()
    const kind = KIND.get(name)
    if (place.startsWith('fldChar/')) fields.form(name, attribute('val'))
    else if (place === `trPr/${name}` && kind) rows.at(-1)?.push(revision(kind, attribute))
    else if (place === `tcPr/${name}` && CELL_KIND.has(name)) rows.at(-1)?.push(revision(CELL_KIND.get(name)!, attribute))
    else if (owner === 'p' && frame) openParagraphProperty(frame, place, name, attribute)
    else if ((owner === 'r' || owner === 'm:r') && frame) openRunProperty(frame, place, name, attribute)
    else if (isChange(name) && !isChange(path.at(-3) ?? '')) note('formatChanges')
  }

  const openParagraphProperty = ({ written }: Frame, place: string, name: string, attribute: Attribute) => {
    const kind = KIND.get(name)
    if (place === `pPr/rPr/${name}` && kind) {
      const end = revision(kind, attribute)
      if (name.startsWith('move')) moved.set(end, name === 'moveFrom' ? 'from' : 'to')
      written.mark.push(end)
    } else if (place === 'pPr/pPrChange') {
      note('formatChanges')
      written.former = { by: handOf(attribute), look: {} }
    } else if (place === `pPr/${name}` || place === `pPr/numPr/${name}`) {
      if (kind || name === 'numberingChange') {
        note('formatChanges')
        written.reformatted.push(handOf(attribute))
      } else readParagraphProperty(written.look, name, attribute('val'))
    } else if (place === `pPr/pPrChange/pPr/${name}` || place === `pPr/pPrChange/pPr/numPr/${name}`) {
      if (written.former) readParagraphProperty(written.former.look, name, attribute('val'))
    } else if (place === 'pPr/rPr/rPrChange') {
      note('formatChanges')
      written.reformatted.push(handOf(attribute))
    } else if (place === 'pPr/sectPr/sectPrChange') note('formatChanges')
  }

  const openRunProperty = (frame: Frame, place: string, name: string, attribute: Attribute) => {
    if (place === 'rPr/rPrChange') {
      note('formatChanges')
      frame.former = { by: handOf(attribute), look: {} }
    } else if (place === 'rPr/vanish') {
      if (!isOff(attribute('val'))) note('hiddenText')
    } else if (place === `rPr/${name}`) readRunProperty(frame.run, name, attribute)
    else if (place === `rPr/rPrChange/rPr/${name}` && frame.former) readRunProperty(frame.former.look, name, attribute)
  }

  const closeProperties = (name: string) => {
    if (name !== 'fldChar') return
    if (fieldMark === 'begin') {
      write(fields.formText())
      fields.begin()
    } else if (fieldMark === 'separate') fields.separate()
    else if (fieldMark === 'end') fields.end()
  }

  /** Whether an element is left out with all that it holds. */
  const isSkipped = (name: string): boolean => {
    if (name === 'rt') note('phonetic')
    const alternative = alternatives.at(-1)
    if (!alternative || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return name === 'rt'
    // The first alternative is read; the others only where nothing came of it.
    if (alternative.read && progress > alternative.since) return true
    alternative.read = true
    alternative.since = progress
    return false
  }

  const open = (name: string, attribute: Attribute) => {
    path.push(name)
    isStray = false
    if (path.length === 1) allSpaces = attribute('space') === 'preserve'
    if (skipped > 0 || (properties < 0 && isSkipped(name))) {
      skipped++
      return
    }
    if (properties >= 0) return openProperty(name, attribute)
    if (isProperties(name)) {
      properties = path.length - 1
      fieldMark = attribute('fldCharType')
      return
    }
    drawings.open(name)
    const kind = KIND.get(name)
    if (kind) {
      const outer = around.at(-1)!
      const inner = revision(kind, attribute, rangeOf(name))
      around.push(outer.length < LIMITS.revisions ? [...outer, inner] : outer)
      return
    }
    openElement(name, attribute)
  }

  const openElement = (name: string, attribute: Attribute) => {
    switch (name) {
      case 'p':
        return openParagraph(attribute)
      case 'r':
      case 'm:r':
        if (current()) Object.assign(current()!, { run: {}, former: null })
        return
      case 't':
      case 'delText':
      case 'm:t':
        letters = ''
        keepsSpaces = (attribute('space') ?? (allSpaces ? 'preserve' : '')) === 'preserve'
        return
      case 'tbl':
        note('tables')
        return endText()
      case 'tr':
        rows.push([...row()])
        return
      case 'tc':
        rows.push([...row()])
        return enterText()
      case 'txbxContent':
        note('textBoxes')
        return enterText()
      case 'footnote':
      case 'endnote':
      case 'comment':
        part.entries.push({ id: attribute('id') ?? '', by: handOf(attribute), from: paragraphs.length, to: paragraphs.length })
        return enterText()
      case 'footnoteReference':
      case 'endnoteReference': {
        const [id, kind] = [attribute('id') ?? '', name === 'footnoteReference' ? 'footnote' as const : 'endnote' as const]
        part.references.push({ id, kind, paragraph: current()?.written })
        const isGone = [...row(), ...around.at(-1)!].some((change) => change.kind === 'deletion')
        return write(current() ? noteMark(kind, id, isOn(attribute('customMarkFollows')), isGone) : '')
      }
      case 'moveFromRangeStart':
      case 'moveToRangeStart':
        return moves.start(name === 'moveFromRangeStart' ? 'from' : 'to', attribute('id') ?? '', attribute('name') ?? '')
      case 'moveFromRangeEnd':
      case 'moveToRangeEnd':
        return moves.end(name === 'moveFromRangeEnd' ? 'from' : 'to', attribute('id') ?? '')
      case 'commentRangeStart':
        return anchors.start(attribute('id') ?? '')
      case 'commentRangeEnd':
        return anchors.end(attribute('id') ?? '')
      case 'commentReference': {
        note('comments')
        const key = anchors.sign(attribute('id') ?? '')
        const frame = current()
        if (key === null || !frame) return
        if (frame.written.pieces.length > 0) standAt(frame.written, key)
        else frame.waiting.push(key)
        return
      }
      case 'mc:AlternateContent':
        alternatives.push({ read: false, since: progress })
        return
      case 'm:oMath':
        return note('equations')
      case 'altChunk':
      case 'subDoc':
        return note('embedded')
      default: {
        const frame = current()
        if (!frame) return
        const character = characterOf(name, attribute, frame.length === 0)
        if (character === null) note('symbols')
        write(character ?? '•')
      }
    }
  }

  const close = (name: string) => {
    path.pop()
    isStray = false
    if (skipped > 0) {
      skipped--
      return
    }
    if (properties >= 0) {
      if (path.length > properties) return
      properties = -1
      return closeProperties(name)
    }
    drawings.close(name)
    if (KIND.has(name)) {
      around.pop()
      return
    }
    switch (name) {
      case 'p':
        return closeParagraph()
      case 't':
      case 'delText':
      case 'm:t':
        return closeText()
      case 'tr':
        rows.pop()
        return
      case 'tc':
        rows.pop()
        leaveText()
        return
      case 'txbxContent':
        return liftBox(paragraphs, leaveText(), texts.at(-1)!)
      case 'footnote':
      case 'endnote':
      case 'comment':
        leaveText()
        part.entries.at(-1)!.to = paragraphs.length
        return
      case 'mc:AlternateContent':
        alternatives.pop()
    }
  }

  const closeText = () => {
    const text = (letters ?? '').replaceAll(/\r\n?|\n/gu, ' ')
    letters = null
    write(inSigns(current()?.run.font, keepsSpaces ? text : text.replaceAll(/^[ \t]+|[ \t]+$/gu, '')))
  }

  const text = (more: string) => {
    if (skipped > 0 || properties >= 0) return
    if (letters !== null) letters += more
    else if (!isStray && /\S/u.test(more) && !isSilent(path.at(-1) ?? '')) {
      isStray = true
      note('unknown')
    }
  }

  parseXml(xml, { open, close, text })
  endText()
  return part
}

const isOn = (value: string | undefined) => value !== undefined && !isOff(value)

const isChange = (name: string) => name.endsWith('Change') || name === 'cellMerge'

/** The range that the moved text of a paragraph stands in. */
const rangeOfText = ({ pieces }: WrittenParagraph, kind: Revision['kind']): MoveRange | undefined =>
  pieces.flatMap(({ revisions }) =>
    revisions.findLast((revision) => revision.kind === kind && revision.range)?.range ?? []).at(-1)

/** A comment without a range stands at the word before its sign. */
function standAt({ pieces }: WrittenParagraph, comment: string): void {
  const last = pieces.pop()!
  const word = Math.max(0, last.text.search(/\S+\s*$/u))
  if (word > 0) pieces.push({ ...last, text: last.text.slice(0, word) })
  pieces.push({ ...last, text: last.text.slice(word), comments: [...last.comments, comment] })
}

/**
 * A text box stands before the paragraph it hangs on, and before those that may run on into that one: their ends must find each
 * other.
 */
function liftBox(paragraphs: WrittenParagraph[], from: number, floor: number): void {
  let at = from
  while (at > floor && paragraphs[at - 1]!.mark.length > 0 && !paragraphs[at - 1]!.last) at--
  if (at < from) paragraphs.splice(at, 0, ...paragraphs.splice(from))
}
