// Runs of text as Word's elements, with tracked changes around them. `docx` wraps one run a change and has no deletion inside
// an insertion, so these few elements are built by hand.
import { XmlComponent } from 'docx'
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Revision, Run, TextMark } from '../../../../shared/model/statement.ts'
import { sanitized } from '../text.ts'
import { nameOf } from '../attribution.ts'

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

export interface Change {
  id: number
  author: string
  date: string
}

/** Numbers every change of one file once: Word calls a file with a number used twice unreadable. */
export function changeNumbers(attribution: ExportOptions['attribution'], time: string): (revision: Revision) => Change {
  let count = 0
  return (revision) => ({ id: ++count, author: sanitized(nameOf(revision, attribution)), date: wordTime(revision.time) ?? wordTime(time)! })
}

/** Word takes seconds at most, and a malformed time makes the file unreadable. */
function wordTime(time: string): string | undefined {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`
}

/** The insertion and the deletion of a stack: Word knows one of each, the deletion inside. */
export const layers = (revisions: readonly Revision[] = []): { insertion?: Revision; deletion?: Revision } => {
  const insertion = revisions.find((revision) => revision.kind === 'insertion')
  const deletion = revisions.find((revision) => revision.kind === 'deletion')
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

/** A block's runs as children of a paragraph; neighbours under the same changes stand in one element. */
export function runElements(runs: readonly Run[], change: (revision: Revision) => Change): XmlComponent[] {
  const children: XmlComponent[] = []
  for (let from = 0; from < runs.length;) {
    const { insertion, deletion } = layers(runs[from]!.revisions)
    let to = from + 1
    while (to < runs.length && sameLayers(runs[to]!, insertion, deletion)) to++
    let inner = runs.slice(from, to).map((run) => runElement(run, deletion !== undefined))
    if (deletion) inner = [element('w:del', attributesOf(change(deletion)), inner)]
    if (insertion) inner = [element('w:ins', attributesOf(change(insertion)), inner)]
    children.push(...inner)
    from = to
  }
  return children
}

const sameLayers = (run: Run, insertion: Revision | undefined, deletion: Revision | undefined) => {
  const own = layers(run.revisions)
  return own.insertion?.id === insertion?.id && own.deletion?.id === deletion?.id
}

const attributesOf = ({ id, author, date }: Change) => ({ 'w:id': id, 'w:author': author, 'w:date': date })

/** In the order in which the schema wants them. */
const MARK_ELEMENTS: readonly (readonly [TextMark, () => XmlComponent[]])[] = [
  ['bold', () => [element('w:b'), element('w:bCs')]],
  ['italic', () => [element('w:i'), element('w:iCs')]],
  ['underline', () => [element('w:u', { 'w:val': 'single' })]],
]

function runElement(run: Run, deleted: boolean): XmlComponent {
  const properties = MARK_ELEMENTS.flatMap(([mark, elements]) => (run.marks?.includes(mark) ? elements() : []))
  return element('w:r', {}, [...(properties.length > 0 ? [element('w:rPr', {}, properties)] : []), ...textElements(run.text, deleted)])
}

const SPECIAL = new Map([['\n', 'w:br'], ['\t', 'w:tab'], ['\u2011', 'w:noBreakHyphen'], ['\u00ad', 'w:softHyphen']])

function textElements(text: string, deleted: boolean): XmlComponent[] {
  return sanitized(text).split(/([\n\t\u2011\u00ad])/u).filter((piece) => piece !== '').map((piece) => {
    const special = SPECIAL.get(piece)
    return special ? element(special) : element(deleted ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, [piece])
  })
}
