// The rules of ISO 29500 (transitional) for what our DOCX holds: which children an element has and in which order, which
// attributes it needs, which numbers are unique, which ranges have two ends. An element that is not listed here is a fault too,
// so that nothing is written that no one looked up.
import { SaxesParser } from 'saxes'
import { partsOf } from './docx.ts'

interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  parent: Node | null
}

const words = (list: string) => list.split(/\s+/u).filter(Boolean).map((name) => `w:${name}`)

const RPR = words(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
  webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
  specVanish oMath`)
const PPR = words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
  suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing
  ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle`)
const MARK = words('ins del moveFrom moveTo')
const RANGES = words(`bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
  commentRangeStart commentRangeEnd`)
const AROUND = words('ins del moveFrom moveTo')

/** Children in their order, each at most once but those in `many`. */
interface Sequence {
  order: readonly string[]
  many?: readonly string[]
}
const sequence = (order: readonly string[], many: readonly string[] = []): Sequence => ({ order, many })
const choice = (of: readonly string[]): Sequence => ({ order: of, many: ['*'] })
const EMPTY = sequence([])

const STYLE = sequence(words(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
  locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`))

/** By the element, or by the element after its parent where it is another thing there. */
const CONTENT: Record<string, Sequence> = {
  'w:document': sequence(words('background body')),
  'w:body': { order: ['rest', 'w:sectPr'], many: ['rest'] },
  'w:p': { order: ['w:pPr', 'rest'], many: ['rest'] },
  'w:pPr': sequence([...PPR, ...words('rPr sectPr pPrChange')]),
  'w:pPrChange': sequence(words('pPr')),
  'w:pPrChange w:pPr': sequence(PPR),
  'w:numPr': sequence(words('ilvl numId numberingChange ins')),
  'w:pPr w:rPr': sequence([...MARK, ...RPR, ...words('rPrChange')]),
  'w:rPr': sequence([...RPR, ...words('rPrChange')]),
  'w:rPrChange': sequence(words('rPr')),
  'w:rPrChange w:rPr': sequence(RPR),
  'w:r': { order: ['w:rPr', 'rest'], many: ['rest'] },
  'w:comments': { order: words('comment'), many: words('comment') },
  'w:comment': { order: words('p'), many: words('p') },
  'w:hdr': { order: words('p'), many: words('p') },
  'w:ftr': { order: words('p'), many: words('p') },
  'w:footnotes': { order: words('footnote'), many: words('footnote') },
  'w:endnotes': { order: words('endnote'), many: words('endnote') },
  'w:footnote': { order: words('p'), many: words('p') },
  'w:endnote': { order: words('p'), many: words('p') },
  'w:sectPr': sequence(words(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
    words('headerReference footerReference')),
  'w:styles': { order: words('docDefaults latentStyles style'), many: words('style') },
  'w:docDefaults': sequence(words('rPrDefault pPrDefault')),
  'w:rPrDefault': sequence(words('rPr')),
  'w:pPrDefault': sequence(words('pPr')),
  'w:style': STYLE,
  'w:tbl': { order: words('tblPr tblGrid tr'), many: words('tr') },
  'w:tbl w:tblPr': sequence(words(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
    tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook`)),
  'w:tblBorders': sequence(words('top left start bottom right end insideH insideV')),
  'w:tblGrid': { order: words('gridCol'), many: words('gridCol') },
  'w:tr': { order: words('trPr tc'), many: words('tc') },
  'w:trPr': choice(words('cantSplit tblHeader')),
  'w:tc': { order: words('tcPr p'), many: words('p') },
  'w:tcPr': sequence(words('tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign')),
  'w:tcBorders': sequence(words('top left start bottom right end insideH insideV')),
  'w:tcMar': sequence(words('top left start bottom right end')),
  'w:tblPr': choice(words('tblInd tblCellMar')),
  'w:tblCellMar': sequence(words('top left bottom right')),
  'w:numbering': { order: words('numPicBullet abstractNum num numIdMacAtCleanup'), many: words('abstractNum num') },
  'w:abstractNum': { order: words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'), many: words('lvl') },
  'w:lvl': sequence(words('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr')),
  'w:num': { order: words('abstractNumId lvlOverride'), many: words('lvlOverride') },
  'w:lvlOverride': sequence(words('startOverride lvl')),
  'w:settings': sequence(words(`displayBackgroundShape trackRevisions defaultTabStop autoHyphenation doNotHyphenateCaps
    evenAndOddHeaders footnotePr endnotePr compat`)),
  'w:compat': { order: words('compatSetting'), many: words('compatSetting') },
}
const IN_PARAGRAPH = [...words('r'), ...AROUND, ...RANGES]
const REST: Record<string, readonly string[]> = {
  'w:body': words('p tbl'),
  'w:p': IN_PARAGRAPH,
  'w:r': words(`t delText br tab noBreakHyphen softHyphen commentReference fldChar instrText footnoteRef endnoteRef separator
    continuationSeparator`),
}

const SIGNED = ['w:id', 'w:author']
const NEEDED: Record<string, readonly string[]> = {
  'w:ins': SIGNED, 'w:del': SIGNED, 'w:moveFrom': SIGNED, 'w:moveTo': SIGNED, 'w:rPrChange': SIGNED, 'w:pPrChange': SIGNED,
  'w:moveFromRangeStart': [...SIGNED, 'w:name'], 'w:moveToRangeStart': [...SIGNED, 'w:name'],
  'w:moveFromRangeEnd': ['w:id'], 'w:moveToRangeEnd': ['w:id'], 'w:bookmarkStart': ['w:id', 'w:name'], 'w:bookmarkEnd': ['w:id'],
  'w:commentRangeStart': ['w:id'], 'w:commentRangeEnd': ['w:id'], 'w:commentReference': ['w:id'], 'w:comment': SIGNED,
}
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u

function parse(xml: string): Node {
  const parser = new SaxesParser()
  let root: Node | null = null
  let open: Node | null = null
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], parent: open }
    open?.children.push(node)
    root ??= node
    open = node
  })
  parser.on('closetag', () => {
    open = open!.parent
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return root!
}

const everyNode = (node: Node): Node[] => [node, ...node.children.flatMap(everyNode)]

const isRevision = (name: string) => ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange'].includes(name)

/** What is wrong with the DOCX; nothing where it is sound. */
export function faultsOf(docx: Uint8Array): string[] {
  const parts = partsOf(docx)
  const faults: string[] = []
  const trees = new Map<string, Node>()
  for (const [name, xml] of Object.entries(parts)) {
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) continue
    const root = parse(xml)
    trees.set(name, root)
    // The theme is a part of Office's own, the same in every file.
    if (name.startsWith('word/') && root.name.startsWith('w:') && !name.includes('fontTable'))
      for (const node of everyNode(root)) faults.push(...faultsOfNode(node).map((fault) => `${name}: ${fault}`))
  }
  faults.push(...faultsOfPackage(parts, trees))
  const body = everyNode(trees.get('word/document.xml')!)
  faults.push(...faultsOfNumbers(body), ...faultsOfRanges(body), ...faultsOfComments(body, trees))
  return faults
}

function faultsOfNode(node: Node): string[] {
  const { name, children, parent, attributes } = node
  const missing = (NEEDED[name] ?? []).filter((attribute) => !attributes[attribute])
  const faults = missing.map((attribute) => `${name} without ${attribute}`)
  const date = attributes['w:date']
  if (date !== undefined && !DATE.test(date)) faults.push(`${name} of ${date}`)
  if (name === 'w:delText' && !ancestors(node).some((one) => one.name === 'w:del')) faults.push('deleted text outside a deletion')
  if (name === 'w:t' && ancestors(node).some((one) => one.name === 'w:del')) faults.push('text in a deletion')
  const around = AROUND.includes(name) && parent?.name !== 'w:rPr'
  const content = CONTENT[`${parent?.name} ${name}`] ?? CONTENT[name] ?? (around ? choice(IN_PARAGRAPH) : EMPTY)
  const rest = REST[name]
  const places = children.map((child) => content.order.indexOf(rest?.includes(child.name) ? 'rest' : child.name))
  const shown = `${name}: ${children.map((child) => child.name).join(' ')}`
  if (places.includes(-1)) faults.push(`unknown child in ${shown}`)
  if (content.many?.[0] === '*') return faults
  places.forEach((place, index) => {
    const before = places[index - 1] ?? -1
    const many = content.many?.includes(content.order[place] ?? '')
    if (place < before || (place === before && !many)) faults.push(`wrong order in ${shown}`)
  })
  return faults
}

function ancestors(node: Node): Node[] {
  return node.parent ? [node.parent, ...ancestors(node.parent)] : []
}

function repeated(list: readonly (string | undefined)[]): string[] {
  return [...new Set(list.filter((one, index) => list.indexOf(one) !== index).map(String))]
}

function faultsOfNumbers(body: readonly Node[]): string[] {
  const numbered = body.filter(({ name }) => isRevision(name) || name.endsWith('Start'))
  const bookmarks = named(body, 'w:bookmarkStart').map((node) => node.attributes['w:name']!.toLowerCase())
  return [
    ...repeated(numbered.map((node) => node.attributes['w:id'])).map((id) => `number ${id} twice`),
    ...repeated(bookmarks).map((name) => `bookmark ${name} twice`),
    ...bookmarks.filter((name) => name.length > 40).map((name) => `bookmark ${name} is too long`),
  ]
}

const named = (body: readonly Node[], name: string) => body.filter((node) => node.name === name)

function faultsOfRanges(body: readonly Node[]): string[] {
  const faults: string[] = []
  const names = { 'w:moveFromRange': [] as string[], 'w:moveToRange': [] as string[] }
  for (const range of ['w:moveFromRange', 'w:moveToRange', 'w:bookmark', 'w:commentRange']) {
    const places = (wanted: string) =>
      body.flatMap(({ name, attributes }, at) => (name === wanted ? [[attributes['w:id']!, at] as const] : []))
    const start = places(`${range}Start`)
    const end = new Map(places(`${range}End`))
    for (const [id, at] of start) if (!(end.get(id)! > at)) faults.push(`${range} ${id} has no end after its start`)
    if (start.length !== end.size) faults.push(`${range}: ${start.length} starts, ${end.size} ends`)
    if (range === 'w:moveFromRange' || range === 'w:moveToRange') {
      names[range].push(...named(body, `${range}Start`).map((node) => node.attributes['w:name']!))
      faults.push(...faultsOfMoved(body, range, start, end))
    }
  }
  const [from, to] = [names['w:moveFromRange'], names['w:moveToRange']]
  const paired = from.toSorted().join() === to.toSorted().join() && repeated(from).length === 0
  if (!paired) faults.push(`moves ${from.join()} and ${to.join()}`)
  return faults
}

/** All text that moved stands inside a range of its kind, and each range holds some. */
function faultsOfMoved(
  body: readonly Node[], range: string, start: readonly (readonly [string, number])[], end: ReadonlyMap<string, number>,
): string[] {
  const element = range.replace('Range', '')
  // The end of a paragraph is told by its properties, which stand before the range that begins in the paragraph.
  const moved = body.flatMap((node, at) => (node.name === element && node.parent!.name !== 'w:rPr' ? [at] : []))
  const holds = (at: number) => start.some(([id, from]) => from < at && at < end.get(id)!)
  return [
    ...moved.filter((at) => !holds(at)).map(() => `${element} outside of every range`),
    ...start.filter(([id, from]) => !moved.some((at) => from < at && at < end.get(id)!)).map(([id]) => `${range} ${id} is empty`),
  ]
}

function faultsOfComments(body: readonly Node[], trees: ReadonlyMap<string, Node>): string[] {
  const comments = trees.get('word/comments.xml')?.children ?? []
  const ids = comments.map((comment) => comment.attributes['w:id']!)
  const referred = named(body, 'w:commentReference').map((node) => node.attributes['w:id']!)
  const ranged = named(body, 'w:commentRangeStart').map((node) => node.attributes['w:id']!)
  const faults = repeated(ids).map((id) => `comment ${id} twice`)
  if (ids.toSorted().join() !== referred.toSorted().join()) faults.push(`comments ${ids.join()}, referred to ${referred.join()}`)
  for (const id of ranged) if (!ids.includes(id)) faults.push(`range of a comment ${id} that is not there`)
  const revisions = body.filter(({ name }) => isRevision(name)).map((node) => node.attributes['w:id'])
  for (const id of ids) if (revisions.includes(id)) faults.push(`comment ${id} has the number of a change`)
  const lines = comments.map((comment) => comment.children.at(-1)?.attributes['w14:paraId'])
  const threads = trees.get('word/commentsExtended.xml')?.children ?? []
  if (threads.map((thread) => thread.attributes['w15:paraId']).join() !== lines.join()) faults.push('threads of other comments')
  for (const { attributes } of threads) {
    const parent = attributes['w15:paraIdParent']
    if (parent !== undefined && !lines.includes(parent)) faults.push(`reply to ${parent}, which is not there`)
  }
  const wild = lines.filter((line) => !(Number.parseInt(line ?? '', 16) < 0x80000000))
  faults.push(...wild.map((line) => `paragraph id ${line}`))
  return faults
}

/** Every part is said to be what it is, and every relationship leads to one. */
function faultsOfPackage(parts: Record<string, string>, trees: ReadonlyMap<string, Node>): string[] {
  const types = trees.get('[Content_Types].xml')!.children
  const known = new Set(types.flatMap(({ attributes }) => attributes['PartName'] ?? []))
  const endings = new Set(types.flatMap(({ attributes }) => attributes['Extension'] ?? []))
  const faults = Object.keys(parts)
    .filter((name) => name !== '[Content_Types].xml' && !known.has(`/${name}`) && !(name.endsWith('.rels') && endings.has('rels')))
    .map((name) => `${name} has no type of its own`)
  for (const name of known) if (parts[name.slice(1)] === undefined) faults.push(`${name} is not there`)
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue
    const folder = name.replace(/_rels\/[^/]*$/u, '')
    for (const { attributes } of tree.children) {
      const target = attributes['Target']!
      const path = target.startsWith('/') ? target.slice(1) : folder + target
      if (parts[path] === undefined) faults.push(`${name}: no ${path}`)
    }
    faults.push(...repeated(tree.children.map(({ attributes }) => attributes['Id'])).map((id) => `${name}: ${id} twice`))
  }
  return faults
}
