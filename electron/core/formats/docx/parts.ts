// The parts of a package that are read, found as Word finds them: by relations, not by their usual names. Some programs
// call the document "document2.xml" and its styles "styles2.xml".
import { parseXml } from './xml.ts'
import { unzip } from './zip.ts'

/** Parts of which a document has one, by the last word of the relation's type. */
const SINGLE = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'commentsExtended'] as const
type Single = (typeof SINGLE)[number]

export interface Parts extends Partial<Record<Single, Uint8Array>> {
  document: Uint8Array
  /** Headers and footers. */
  margins: Uint8Array[]
}

interface Relation {
  type: string
  target: string
}

/** Unpacks what is read of a package; null where it holds no document of Word. Throws what `unzip` throws. */
export function openPackage(bytes: Uint8Array): Parts | null {
  const relations = unzip(bytes, (name) => name.endsWith('.rels'))
  const main = relationsIn(relations, '')
    .find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const related = relationsIn(relations, folder, main.slice(folder.length))
  const named = (part: Single) => related.find(({ type }) => type === part)?.target ?? `${folder}${part}.xml`.toLowerCase()
  const isMargin = (name: string) =>
    related.some(({ type, target }) => target === name && (type === 'header' || type === 'footer'))
    || /^word\/(?:header|footer)\d*\.xml$/u.test(name)
  const single = new Map<string, Single>(SINGLE.map((part) => [named(part), part]))
  const unpacked = unzip(bytes, (name) => name === main || single.has(name) || isMargin(name))
  const document = unpacked.get(main)
  if (!document) return null
  const parts: Parts = { document, margins: [] }
  for (const [name, xml] of unpacked) {
    const part = single.get(name)
    if (part) parts[part] = xml
    else if (name !== main) parts.margins.push(xml)
  }
  return parts
}

/** The relations of the file `of` in `folder` (of the package itself: none), their targets as names of entries. */
function relationsIn(parts: Map<string, Uint8Array>, folder: string, of = ''): Relation[] {
  const xml = parts.get(`${folder}_rels/${of}.rels`.toLowerCase())
  const relations: Relation[] = []
  if (!xml) return relations
  parseXml(xml, {
    open(name, attribute) {
      const target = attribute('Target')
      if (name !== 'rel:Relationship' || target === undefined || attribute('TargetMode') === 'External') return
      const type = attribute('Type') ?? ''
      relations.push({ type: type.slice(type.lastIndexOf('/') + 1), target: resolved(target, folder) })
    },
    close() {},
    text() {},
  })
  return relations
}

/** A target stands relative to its source's folder, or begins at the root of the package. Names know no case. */
function resolved(target: string, folder: string): string {
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/').toLowerCase()
}
