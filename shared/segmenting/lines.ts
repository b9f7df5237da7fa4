// What is known about every paragraph before any decision: its number, its shape, its act, and how it sits among others.
import { light } from '../language/light.ts'
import { actReader, type Act } from '../language/acts.ts'
import { definedTerms } from '../language/terms.ts'
import type { RawParagraph } from '../model/proposal.ts'
import { readLabel, type Label, type LabelKind } from './labels.ts'
import { shadow } from './shadow.ts'
import {
  announcesText, formOf, isAnnexHeading, isAttribution, isDateline, isEditorNote, isFurniture, isLetterhead, isMeeting, isPersonName,
  isSignature, isSpeech, isTransition, officesIn, placeDate, pressWords,
} from './shapes.ts'

export interface Line {
  /** Shadow of the whole paragraph. */
  text: string
  /** Its words after the number. */
  body: string
  /** Raw offset where the words begin. */
  bodyAt: number
  label: Label | null
  /** The number was computed by Word and is no part of the raw text. */
  labelOutside: boolean
  words: number
  /** Last sign, or '' after a letter or digit. */
  end: string
  startsLower: boolean
  act: Act
  transition: boolean
  defines: boolean
  form: ReturnType<typeof formOf>
  placeDate: ReturnType<typeof placeDate>
  offices: number
  meeting: boolean
  firstPerson: boolean
  signature: boolean
  attribution: boolean
  furniture: boolean
  note: boolean
  /** The note says that a text follows. */
  announces: boolean
  dateline: boolean
  speech: boolean
  press: number
  letterhead: boolean
  annex: boolean
  hint: RawParagraph['hint']
  gapBefore: boolean
  /** The number belongs to the count of clauses. */
  inCount: boolean
  /** A list that begins at 1 before the document's own count begins. */
  beforeRestart: boolean
  /** The line goes on where the one before broke off. */
  continues: boolean
  /** A list was opened above ("decide that:") and this is its item. */
  listed: boolean
  /** The next paragraph opens a clause. */
  beforeClause: boolean
}

const hintLabel = (text: string | undefined): Label | null => {
  if (!text) return null
  const read = readLabel(`${text} `)
  return read ? { ...read, text } : { kind: 'bullet', value: 0, text, end: text.length }
}

const OFFICES = 'главы|президент|министр|лидер|Heads|Presidents|Leaders|Ministers|Foreign|Prime'
const WE = new RegExp(String.raw`^(?:Мы|We|Nous|我们|我々)(?:,|，|\s+(?:the\s+)?(?:${OFFICES}))`, 'iu')

/** Every raw paragraph as a line; terms that the text defines count as subjects. */
export function readLines(raw: readonly RawParagraph[]): Line[] {
  const shadows = raw.map((paragraph) => shadow(paragraph.text))
  const opening = shadows.slice(0, 80).map((entry) => entry.text).join('\n')
  const terms = definedTerms(opening).filter((term) => light(/^\p{Lu}/u).test(term))
  const act = actReader(terms)
  const lines = shadows.map((entry, i): Line => {
    const { text } = entry
    const written = readLabel(text)
    const outside = written ? null : hintLabel(raw[i]!.hint?.label)
    const body = written ? text.slice(written.end) : text
    const before = raw[i - 1]
    return {
      text, body,
      bodyAt: written ? entry.at[Math.min(written.end, entry.at.length - 1)]! : 0,
      label: written ?? outside,
      labelOutside: outside !== null,
      words: body === '' ? 0 : body.split(/\s+/u).length,
      end: lastSign(body),
      startsLower: light(/^[«“"(]?\p{Ll}/u).test(body) && !written,
      act: act(body),
      transition: isTransition(text),
      defines: terms.length > 0 && definedTerms(text).length > 0,
      form: body.length < 400 ? formOf(body) : null,
      placeDate: placeDate(text),
      offices: officesIn(body),
      meeting: isMeeting(body),
      firstPerson: WE.test(body),
      signature: isSignature(text),
      attribution: isAttribution(text),
      // A row of underscores in a table is a line to sign on.
      furniture: isFurniture(text) && !(raw[i]!.hint?.cell && isSignature(text)),
      note: isEditorNote(text),
      announces: announcesText(text),
      dateline: isDateline(text),
      speech: isSpeech(text),
      press: pressWords(text),
      letterhead: isLetterhead(text),
      annex: isAnnexHeading(text),
      hint: raw[i]!.hint,
      gapBefore: before !== undefined && raw[i]!.line - before.line > 1 + (before.text.match(/\n/gu) ?? []).length,
      inCount: false, beforeRestart: false, continues: false, listed: false, beforeClause: false,
    }
  })
  dropInitials(lines)
  countClauses(lines)
  markSigners(lines)
  lines.forEach((line, i) => {
    line.continues = i > 0 && continues(lines[i - 1]!, line)
    line.listed = i > 0 && isListed(lines, i)
    const next = lines.slice(i + 1, i + 3).find((other) => !other.startsLower && other.text !== '')
    line.beforeClause = next !== undefined && (opensClause(next) || (isHeadingLike(next) && next.label?.kind === 'roman'))
  })
  return lines
}

/** The last sign but for closing quotes and brackets, looked for near the end only: a hostile line may be made of them. */
const lastSign = (body: string): string => light(/[^\p{L}\p{N}\s]$/u).exec(body.slice(-40).replace(/[»”"’)\]]+$/u, ''))?.[0] ?? ''

/** It reads as a clause does: by its number in the count, or by its act. */
export const opensClause = (line: Line): boolean =>
  line.inCount || line.act.opening === 'subject' || line.act.opening === 'lead-in' || line.act.opening === 'verb'

const hasFinite = (line: Line) => line.act.verb !== null

/** Short, no end of a sentence, no finite verb. */
export const isHeadingLike = (line: Line): boolean =>
  line.body.length <= 180 && line.words <= 22 && !hasFinite(line) && !/[.;:!?,]/u.test(line.end) && !line.startsLower

/** A single capital before a point is a number only where its neighbours in the alphabet stand too; else it is an initial. */
function dropInitials(lines: Line[]): void {
  const letters = new Map<number, number>()
  const count = ({ value }: Label, by: number) => letters.set(value, (letters.get(value) ?? 0) + by)
  const has = (value: number) => (letters.get(value) ?? 0) > 0
  for (const { label } of lines) if (label?.kind === 'letter') count(label, 1)
  for (const line of lines) {
    const { label } = line
    if (label?.kind !== 'letter' || (has(1) && has(label.value === 1 ? 2 : label.value - 1))) continue
    count(label, -1)
    Object.assign(line, { label: null, body: line.text, bodyAt: 0, words: line.text.split(/\s+/u).length })
  }
}

/** Names under a signature or under the place and date, and what else stands in the cells of a table of signatures. */
function markSigners(lines: Line[]): void {
  let clauses = false
  lines.forEach((line, i) => {
    clauses ||= opensClause(line)
    const above = lines[i - 1]
    if (!clauses || !above || line.placeDate) return
    const inTable = line.hint?.cell === true && above.hint?.cell === true && above.signature && isHeadingLike(line)
    if (inTable || ((above.signature || above.placeDate !== null) && isPersonName(line.text))) line.signature = true
  })
}

const COUNTING: readonly LabelKind[] = ['arabic', 'arabic-bracket', 'brackets', 'roman', 'cjk', 'article']

/** A clause with a number: it has a verb, or is as long as a sentence with its point. */
const clauseLike = (line: Line) =>
  line.label !== null && (hasFinite(line) || line.act.opening !== 'none' || (line.body.length > 110 && /[.。;]/u.test(line.end)))

/**
 * Finds the kind of number that counts the clauses (the longest run of next numbers among lines that read as clauses),
 * and marks its lines. A list of the same kind that stands before the count begins is no part of it.
 */
function countClauses(lines: Line[]): void {
  let best: { kind: LabelKind; run: number[] } | null = null
  for (const kind of COUNTING) {
    const run = longestRun(lines, kind)
    if (run.length > (best?.run.length ?? 0)) best = { kind, run }
  }
  if (!best) return
  const { kind, run } = best
  if (run.length < 2 && lines[run[0]!]!.label!.value !== 1) return
  const first = run[0]!
  let before: number | null = null
  lines.forEach((line, i) => {
    if (line.label?.kind !== kind) return
    if (clauseLike(line)) {
      const { value } = line.label
      const fits = value === 1 || (before !== null && value >= before && value <= before + 3)
      if (fits || run.includes(i)) {
        line.inCount = true
        before = value
      }
    } else if (i < first && line.label.value >= lines[first]!.label!.value) line.beforeRestart = true
  })
  // Bullets under a list that turned out to stand before the document belong to that list.
  for (let i = 1; i < first; i++) {
    const above = lines[i - 1]!
    const line = lines[i]!
    if (above.beforeRestart && (line.label?.kind === 'bullet' || line.label?.kind === 'dash')) line.beforeRestart = true
  }
}

/** Indexes of the longest run of numbers of one kind, each the next one or at most two further. */
function longestRun(lines: readonly Line[], kind: LabelKind): number[] {
  const runs = new Map<number, { length: number; previous: number | null }>()
  const lastWith = new Map<number, number>()
  let bestEnd: number | null = null
  lines.forEach((line, i) => {
    if (line.label?.kind !== kind || !clauseLike(line)) return
    const { value } = line.label
    let length = 1
    let previous: number | null = null
    for (const [step, cost] of [[1, 0], [2, 0.5], [3, 0.8]] as const) {
      const at = lastWith.get(value - step)
      const candidate = at === undefined ? 0 : runs.get(at)!.length + 1 - cost
      if (candidate > length) [length, previous] = [candidate, at!]
    }
    runs.set(i, { length, previous })
    lastWith.set(value, i)
    if (bestEnd === null || length > runs.get(bestEnd)!.length) bestEnd = i
  })
  const run: number[] = []
  for (let at: number | null = bestEnd; at !== null; at = runs.get(at)!.previous) run.unshift(at)
  return run
}

const DANGLING = /(?:\s(?:и|в|на|с|по|о|об|для|от|к|за|при|the|of|and|for|in|on|to|a|with|between|–|—|-)|[,–—-])$/iu

/** Whether a line carries on the one above: a comma or a small word left hanging, a small letter, a bare number. */
function continues(above: Line, line: Line): boolean {
  if (line.label && !line.labelOutside) return false
  if (above.label && above.body === '') return true
  if (above.transition || /[.;:!?]/u.test(above.end)) return false
  return DANGLING.test(above.text) || (line.startsLower && line.act.opening !== 'participle')
}

const LIST: readonly LabelKind[] = [
  'bullet', 'dash', 'brackets', 'arabic-bracket', 'roman-bracket', 'letter-bracket', 'letter', 'arabic',
]

function isListed(lines: readonly Line[], i: number): boolean {
  const line = lines[i]!
  const above = lines[i - 1]!
  if (line.inCount) return false
  if (!line.label) return line.startsLower && ((above.end === ':' && opensClause(above)) || (above.listed && !above.label))
  if (!LIST.includes(line.label.kind)) return false
  if (above.end === ':' || (above.end === ';' && above.listed)) return true
  const { kind, value } = line.label
  for (let k = i - 1; k >= 0 && k > i - 40; k--) {
    const other = lines[k]!
    if (other.inCount || isHeadingLike(other) && !other.label) return false
    if (other.label?.kind === kind) return other.listed && (value === 0 || other.label.value === value - 1)
  }
  return false
}
