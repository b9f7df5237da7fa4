// Raw paragraphs → a proposed structure: every paragraph with a role, a confidence and the reasons that spoke for it.
import type { Metadata } from '../model/declaration.ts'
import type { NumberingProfile } from '../model/numbering.ts'
import { UNSURE, type ProposedParagraph, type RawParagraph, type Role, type SourceFormat, type Warning } from '../model/proposal.ts'
import { adoptedDocuments } from './adopted.ts'
import { decide, type Decision } from './decide.ts'
import { headingLevels, numberingOf } from './headings.ts'
import { declarationFacts, pressFacts } from './metadata.ts'

export interface Segmented {
  paragraphs: ProposedParagraph[]
  metadata: Metadata
  numbering: NumberingProfile
  warnings: Warning[]
}

/** Below this margin between "a declaration" and "none" the officer is told to look. */
const SURE_MARGIN = 3

/** Proposes a structure for a text. Every raw paragraph is in exactly one proposed one. */
export function segment(raw: readonly RawParagraph[], about: { fileName: string; format: SourceFormat }): Segmented {
  const { decisions, press, margin } = decide(raw)
  const paragraphs = structured(raw, decisions)
  const warnings: Warning[] = []
  const facts = press
    ? pressFacts(decisions.flatMap(({ line }) => (line && !line.furniture ? [line.text] : [])), about.fileName)
    : declarationFacts(paragraphs, about.fileName)
  const indexOf = (rawIndex: number) => paragraphs.findIndex((paragraph) => paragraph.raw.includes(rawIndex))

  if (press && raw.length > 0) {
    warnings.push({ code: 'no-declaration', message: 'No declaration was recognised: the text is taken as a press report.' })
    for (const { name, paragraph } of adoptedDocuments(decisions.map(({ line }) => line))) {
      warnings.push({ code: 'names-documents', message: name.slice(0, 1000), paragraph: indexOf(paragraph) })
    }
  }
  if (raw.length > 0 && margin < SURE_MARGIN) {
    warnings.push({ code: 'unsure', message: press ? 'It may hold a declaration after all.' : 'It may be no declaration.' })
  }
  if (facts.dateWithoutYear) warnings.push({ code: 'date-without-year', message: facts.dateWithoutYear })
  else if (!press && facts.metadata.date === null) warnings.push({ code: 'no-date', message: 'No date of adoption was found.' })
  if (!press) warnings.push(...countWarnings(paragraphs, decisions))
  return { paragraphs, metadata: facts.metadata, numbering: numberingOf(paragraphs), warnings: warnings.slice(0, 1000) }
}

/** As many raw paragraphs as one proposed one may hold; no real heading runs over more than a few. */
const MOST_LINES = 5000

function structured(raw: readonly RawParagraph[], decisions: readonly Decision[]): ProposedParagraph[] {
  const paragraphs: ProposedParagraph[] = []
  raw.forEach((source, i) => {
    const { role, confidence, rival, reasons, carriesOn, ...read } = decisions[i]!
    const above = paragraphs.at(-1)
    if (carriesOn && above?.role === role && above.raw.length < MOST_LINES) {
      above.text = `${above.text} ${source.text.trim()}`.trim()
      above.raw.push(i)
      above.confidence = Math.min(above.confidence, confidence)
      above.reasons = [...new Set([...above.reasons, ...reasons])].slice(0, 20)
      return
    }
    const asked = rival !== null && confidence < UNSURE ? { rival } : {}
    paragraphs.push({ role, ...textOf(role, source, read), raw: [i], confidence, ...asked, reasons })
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
function textOf(role: Role, source: RawParagraph, { line, note }: Pick<Decision, 'line' | 'note'>): { label?: string; text: string } {
  if (note && role === 'footnote') return { ...(note.mark !== '' && { label: note.mark }), text: source.text.slice(note.end).trim() }
  const label = line?.label
  if (!label || (role !== 'heading' && role !== 'clause' && role !== 'item')) return { text: source.text.trim() }
  const words = line.labelOutside ? source.text.trim() : source.text.slice(line.bodyAt).trim()
  if (label.kind === 'article' && line.body === '') return { text: source.text.trim() }
  return { label: label.text.slice(0, 20), text: words }
}

/** What is odd in the count of clauses. */
function countWarnings(paragraphs: readonly ProposedParagraph[], decisions: readonly Decision[]): Warning[] {
  const warnings: Warning[] = []
  let before: number | null = null
  paragraphs.forEach((paragraph, index) => {
    const { line } = decisions[paragraph.raw[0]!]!
    if (paragraph.role !== 'clause' || !line?.inCount || !line.label || line.label.kind === 'decimal') return
    const { value } = line.label
    const warn = (code: string, message: string) => warnings.push({ code, message, paragraph: index })
    if (line.label.doubled) warn('doubled-number', `The number ${paragraph.label} stands there twice.`)
    if (before !== null && value === before) warn('number-repeated', `The number ${value} comes again.`)
    else if (before !== null && value > before + 1) warn('number-gap', `After ${before} comes ${value}.`)
    before = value
  })
  return warnings
}
