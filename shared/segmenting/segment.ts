// Raw paragraphs → a proposed structure: every paragraph with a role, a confidence and the reasons that spoke for it.
import type { Metadata } from '../model/declaration.ts'
import type { NumberingProfile } from '../model/numbering.ts'
import type { ProposedParagraph, RawParagraph, Role, SourceFormat, Warning } from '../model/proposal.ts'
import { adoptedDocuments } from './adopted.ts'
import { headingLevels, numberingOf } from './headings.ts'
import { readLines, type Line } from './lines.ts'
import { declarationFacts, pressFacts } from './metadata.ts'
import { bestWay, type Way } from './path.ts'
import { reasonsFor, ROLE_OF, weigh, type Evidence } from './rules.ts'

export interface Segmented {
  paragraphs: ProposedParagraph[]
  metadata: Metadata
  numbering: NumberingProfile
  warnings: Warning[]
}

/** Below this margin between "a declaration" and "none" the officer is told to look. */
const SURE_MARGIN = 3

/** Parts of which a declaration has at least one. */
const AGREED: ReadonlySet<Role> = new Set(['chapeau', 'clause', 'item'])

/** Proposes a structure for a text. Every raw paragraph is in exactly one proposed one. */
export function segment(raw: readonly RawParagraph[], about: { fileName: string; format: SourceFormat }): Segmented {
  const lines = readLines(raw)
  const evidence = weigh(lines)
  const way = bestWay(lines, evidence)
  // Headings over nothing, as in a bare list of words, make no declaration either.
  const press = way.states[0] === 'passage' || !way.states.some((state) => AGREED.has(ROLE_OF[state]))
  const paragraphs = press ? passages(raw, lines, way, evidence) : structured(raw, lines, way, evidence)
  const warnings: Warning[] = []
  const facts = press
    ? pressFacts(lines.filter((line) => !line.furniture).map((line) => line.text), about.fileName)
    : declarationFacts(paragraphs, about.fileName)
  const indexOf = (rawIndex: number) => paragraphs.findIndex((paragraph) => paragraph.raw.includes(rawIndex))

  if (press && raw.length > 0) {
    warnings.push({ code: 'no-declaration', message: 'No declaration was recognised: the text is taken as a press report.' })
    for (const { name, paragraph } of adoptedDocuments(lines)) {
      warnings.push({ code: 'names-documents', message: name.slice(0, 1000), paragraph: indexOf(paragraph) })
    }
  }
  if (raw.length > 0 && way.margin < SURE_MARGIN) {
    warnings.push({ code: 'unsure', message: press ? 'It may hold a declaration after all.' : 'It may be no declaration.' })
  }
  if (facts.dateWithoutYear) warnings.push({ code: 'date-without-year', message: facts.dateWithoutYear })
  else if (!press && facts.metadata.date === null) warnings.push({ code: 'no-date', message: 'No date of adoption was found.' })
  if (!press) warnings.push(...countWarnings(paragraphs, lines))
  return { paragraphs, metadata: facts.metadata, numbering: numberingOf(paragraphs), warnings: warnings.slice(0, 1000) }
}

/** As many raw paragraphs as one proposed one may hold; no real heading runs over more than a few. */
const MOST_LINES = 5000

const ROUND = 1000
const rounded = (confidence: number) => Math.round(confidence * ROUND) / ROUND

/** No declaration: every paragraph is a passage; captions and buttons of the page are left out. */
function passages(
  raw: readonly RawParagraph[], lines: readonly Line[], way: Way, evidence: readonly Evidence[],
): ProposedParagraph[] {
  const confidence = rounded(1 - Math.exp(-Math.max(0, way.margin) / 3))
  return raw.map((paragraph, i): ProposedParagraph => {
    const furniture = lines[i]!.furniture || lines[i]!.attribution
    const reasons = reasonsFor(evidence[i]!, 'passage').slice(0, 20)
    const role = furniture ? 'left-out' : 'passage'
    return { role, text: paragraph.text.trim(), raw: [i], confidence: furniture ? 0.9 : confidence, reasons }
  })
}

function structured(
  raw: readonly RawParagraph[], lines: readonly Line[], way: Way, evidence: readonly Evidence[],
): ProposedParagraph[] {
  const paragraphs: ProposedParagraph[] = []
  raw.forEach((source, i) => {
    const state = way.states[i]!
    const role = ROLE_OF[state]
    const confidence = rounded(way.confidence[i]!)
    const reasons = reasonsFor(evidence[i]!, state).slice(0, 20)
    const above = paragraphs.at(-1)
    if (state === 'heading-more' && above && above.raw.length < MOST_LINES) {
      above.text = `${above.text} ${source.text.trim()}`.trim()
      above.raw.push(i)
      above.confidence = Math.min(above.confidence, confidence)
      above.reasons = [...new Set([...above.reasons, ...reasons])].slice(0, 20)
      return
    }
    paragraphs.push({ role, ...textOf(role, source, lines[i]!), raw: [i], confidence, reasons })
  })
  const levels = headingLevels(paragraphs.map((paragraph) => {
    const styled = raw[paragraph.raw[0]!]!.hint?.heading
    return { role: paragraph.role, label: paragraph.label, styled }
  }))
  return paragraphs.map((paragraph, index) => {
    const level = levels.get(index) ?? (paragraph.role === 'item' ? 1 : undefined)
    return level === undefined ? paragraph : { ...paragraph, level }
  })
}

/** The words, with the number cut off where the role has one. A bare "Статья 1" is a heading in words. */
function textOf(role: Role, source: RawParagraph, line: Line): { label?: string; text: string } {
  const { label } = line
  if (!label || (role !== 'heading' && role !== 'clause' && role !== 'item')) return { text: source.text.trim() }
  const words = line.labelOutside ? source.text.trim() : source.text.slice(line.bodyAt).trim()
  if (label.kind === 'article' && line.body === '') return { text: source.text.trim() }
  return { label: label.text.slice(0, 20), text: words }
}

/** What is odd in the count of clauses. */
function countWarnings(paragraphs: readonly ProposedParagraph[], lines: readonly Line[]): Warning[] {
  const warnings: Warning[] = []
  let before: number | null = null
  paragraphs.forEach((paragraph, index) => {
    const line = lines[paragraph.raw[0]!]!
    if (paragraph.role !== 'clause' || !line.inCount || !line.label) return
    const { value } = line.label
    const warn = (code: string, message: string) => warnings.push({ code, message, paragraph: index })
    if (line.label.doubled) warn('doubled-number', `The number ${paragraph.label} stands there twice.`)
    if (before !== null && value === before) warn('number-repeated', `The number ${value} comes again.`)
    else if (before !== null && value > before + 1) warn('number-gap', `After ${before} comes ${value}.`)
    before = value
  })
  return warnings
}
