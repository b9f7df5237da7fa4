// Runs of text as Word's elements, with tracked changes around them. `docx` wraps one run a change and has no deletion inside
// an insertion, so these few elements are built by hand.
import { XmlComponent } from 'docx'
import type { Revision, Run, TextMark } from '../../../../shared/model/statement.ts'
import { switchMarks } from '../../../../shared/redline/runs.ts'
import { sanitized } from '../text.ts'
import { layers, type Change, type Pen, type Signature } from './pen.ts'

/** An element by its full name, with attributes by theirs. */
export class Element extends XmlComponent {
  constructor(name: string, attributes: Record<string, string | number> = {}, children: readonly (XmlComponent | string)[] = []) {
    super(name)
    // `_attr` is how the serializer below `docx` takes attributes.
    if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes })
    this.root.push(...children)
  }
}

export const element = (...args: ConstructorParameters<typeof Element>) => new Element(...args)

export const signatureOf = ({ id, author, date }: Signature) => ({ 'w:id': id, 'w:author': author, 'w:date': date })

/** Something that stands between runs; made when the pen gets there, which writes in reading order. */
export type Anchor = (pen: Pen) => Element[]

/**
 * A block's runs as children of a paragraph; neighbours under the same changes stand in one element. `anchors` tells what
 * stands before a run and, past the last one, before the paragraph's end.
 */
export function runElements(runs: readonly Run[], pen: Pen, anchors: (run: number) => readonly Anchor[]): Element[] {
  const children: Element[] = []
  for (let from = 0; from < runs.length;) {
    children.push(...anchors(from).flatMap((anchor) => anchor(pen)))
    const revisions = runs[from]!.revisions ?? []
    let to = from + 1
    while (to < runs.length && anchors(to).length === 0 && stackKey(runs[to]!.revisions) === stackKey(revisions)) to++
    children.push(...changed(revisions, pen, (deleted) => runs.slice(from, to).map((run) => runElement(run, deleted, pen))))
    from = to
  }
  return [...children, ...anchors(runs.length).flatMap((anchor) => anchor(pen))]
}

/** What `write` gives, under the changes of `revisions`; it is told whether that is deleted text. */
export function changed(revisions: readonly Revision[], pen: Pen, write: (deleted: boolean) => Element[]): Element[] {
  const changes = pen.text(revisions)
  // Text that was moved away is written as text.
  const inner = write(changes.some((change) => change.element === 'w:del'))
  // A deletion stands inside the insertion it takes back.
  return changes.toReversed().reduce((wrapped, change) => [changeElement(change, wrapped)], inner)
}

const stackKey = (revisions: readonly Revision[] | undefined) => layers(revisions).map((revision) => revision.id).join(' ')

export const changeElement = (change: Change, children: Element[] = []) =>
  element(change.element, signatureOf(change), children)

/** In the order in which the schema wants them. */
const MARK_ELEMENTS: readonly (readonly [TextMark, () => Element[]])[] = [
  ['bold', () => [element('w:b'), element('w:bCs')]],
  ['italic', () => [element('w:i'), element('w:iCs')]],
  ['underline', () => [element('w:u', { 'w:val': 'single' })]],
]

const markElements = (marks: readonly TextMark[] = []) =>
  MARK_ELEMENTS.flatMap(([mark, elements]) => (marks.includes(mark) ? elements() : []))

function runElement(run: Run, deleted: boolean, pen: Pen): Element {
  const properties = [...markElements(run.marks), ...restyling(run, pen)]
  const dress = properties.length > 0 ? [element('w:rPr', {}, properties)] : []
  return element('w:r', {}, [...dress, ...textElements(run.text, deleted)])
}

/** The run's former look. Word knows one change of look a run: it is the latest hand's, and takes all of them back. */
function restyling({ marks, restyled = [] }: Run, pen: Pen): Element[] {
  const latest = restyled.toSorted((a, b) => a.time.localeCompare(b.time)).at(-1)
  if (!latest) return []
  const former = switchMarks(marks, restyled.flatMap((one) => one.marks))
  return [element('w:rPrChange', signatureOf(pen.apart(latest)), [element('w:rPr', {}, markElements(former))])]
}

const SPECIAL = new Map([['\n', 'w:br'], ['\t', 'w:tab'], ['\u2011', 'w:noBreakHyphen'], ['\u00ad', 'w:softHyphen']])

function textElements(text: string, deleted: boolean): Element[] {
  return sanitized(text).split(/([\n\t\u2011\u00ad])/u).filter((piece) => piece !== '').map((piece) => {
    const special = SPECIAL.get(piece)
    return special ? element(special) : element(deleted ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, [piece])
  })
}
