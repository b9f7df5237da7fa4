// Runs of text as Word's elements, with tracked changes around them. `docx` wraps one run a change and has no deletion inside
// an insertion, so these few elements are built by hand.
import { XmlComponent } from 'docx'
import type { Revision, Run, TextMark } from '../../../../shared/model/statement.ts'
import { sanitized } from '../text.ts'
import { layers, type Change, type Pen } from './pen.ts'

/** An element by its full name, with attributes by theirs. */
export class Element extends XmlComponent {
  constructor(name: string, attributes: Record<string, string | number> = {}, children: readonly (XmlComponent | string)[] = []) {
    super(name)
    // `_attr` is how the serializer below `docx` takes attributes.
    if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes })
    this.root.push(...children)
  }
}

const element = (...args: ConstructorParameters<typeof Element>) => new Element(...args)

/** A block's runs as children of a paragraph; neighbours under the same changes stand in one element. */
export function runElements(runs: readonly Run[], pen: Pen): Element[] {
  const children: Element[] = []
  for (let from = 0; from < runs.length;) {
    const revisions = runs[from]!.revisions ?? []
    let to = from + 1
    while (to < runs.length && stackKey(runs[to]!.revisions) === stackKey(revisions)) to++
    const changes = pen.text(revisions)
    const isDeleted = changes.some((change) => change.kind === 'deletion')
    const inner = runs.slice(from, to).map((run) => runElement(run, isDeleted))
    // A deletion stands inside the insertion it takes back.
    children.push(...changes.toReversed().reduce((wrapped, change) => [changeElement(change, wrapped)], inner))
    from = to
  }
  return children
}

const stackKey = (revisions: readonly Revision[] | undefined) => layers(revisions).map((revision) => revision.id).join(' ')

const changeElement = ({ kind, id, author, date }: Change, children: Element[]) =>
  element(kind === 'insertion' ? 'w:ins' : 'w:del', { 'w:id': id, 'w:author': author, 'w:date': date }, children)

/** In the order in which the schema wants them. */
const MARK_ELEMENTS: readonly (readonly [TextMark, () => Element[]])[] = [
  ['bold', () => [element('w:b'), element('w:bCs')]],
  ['italic', () => [element('w:i'), element('w:iCs')]],
  ['underline', () => [element('w:u', { 'w:val': 'single' })]],
]

function runElement(run: Run, deleted: boolean): XmlComponent {
  const properties = MARK_ELEMENTS.flatMap(([mark, elements]) => (run.marks?.includes(mark) ? elements() : []))
  const dress = properties.length > 0 ? [element('w:rPr', {}, properties)] : []
  return element('w:r', {}, [...dress, ...textElements(run.text, deleted)])
}

const SPECIAL = new Map([['\n', 'w:br'], ['\t', 'w:tab'], ['\u2011', 'w:noBreakHyphen'], ['\u00ad', 'w:softHyphen']])

function textElements(text: string, deleted: boolean): Element[] {
  return sanitized(text).split(/([\n\t\u2011\u00ad])/u).filter((piece) => piece !== '').map((piece) => {
    const special = SPECIAL.get(piece)
    return special ? element(special) : element(deleted ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, [piece])
  })
}
