// Raw paragraphs as lines: all that is known about each before any decision.
import { light } from '../language/light.ts'
import { actReader } from '../language/acts.ts'
import { asLatinSign, isEastAsian, roughWords } from '../language/eastAsian.ts'
import { definedTerms } from '../language/terms.ts'
import type { RawParagraph } from '../model/proposal.ts'
import { countClauses } from './counting.ts'
import { isHeadingLike, opensClause, type Line } from './line.ts'
import { withoutMark } from './footnotes.ts'
import { readLabel, type Label, type LabelKind } from './labels.ts'
import { shadow } from './shadow.ts'
import {
  announcesText, formOf, isAnnexHeading, isAttribution, isDateline, isEditorNote, isFurniture, isImpersonal, isLetterhead,
  isMeeting, isPersonName, isSignature, isSpeech, isTransition, officesIn, opensList, placeDate, pressWords,
} from './shapes.ts'

const hintLabel = (text: string | undefined): Label | null => {
  if (!text) return null
  const read = readLabel(`${text} `)
  return read ? { ...read, text } : { kind: 'bullet', value: 0, text, end: text.length }
}

const OFFICES = 'главы|президент|министр|лидер|Heads|Presidents|Leaders|Ministers|Foreign|Prime'
const WE = new RegExp(String.raw`^(?:Мы|We|Nous|我们|我々)(?:,|，|\s+(?:the\s+)?(?:${OFFICES}))`, 'iu')

/** Every raw paragraph as a line, without the mark of a note that it ends with; terms that the text defines count as subjects. */
export function readLines(raw: readonly RawParagraph[], marks: readonly string[] = []): Line[] {
  const shadows = raw.map((paragraph) => shadow(withoutMark(paragraph.text, marks)))
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
      words: body === '' ? 0 : isEastAsian(body) ? roughWords(body) : body.split(/\s+/u).length,
      end: lastSign(body),
      startsLower: light(/^[«“"(]?\p{Ll}/u).test(body) && !written,
      act: act(body),
      transition: isTransition(text),
      impersonal: isImpersonal(body),
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
      opensList: opensList(text),
      hint: raw[i]!.hint,
      gapBefore: before !== undefined && raw[i]!.line - before.line > 1 + (before.text.match(/\n/gu) ?? []).length,
      inCount: false, beforeRestart: false, continues: false, listed: false,
      beforePreamble: false, beforeClause: false,
    }
  })
  countClauses(lines)
  markSigners(lines)
  lines.forEach((line, i) => {
    line.continues = i > 0 && continues(lines[i - 1]!, line)
    line.listed = i > 0 && isListed(lines, i)
    line.beforePreamble = lines[i + 1]?.act.opening === 'participle' || lines[i + 1]?.transition === true
    const next = lines.slice(i + 1, i + 3).find((other) => !other.startsLower && other.text !== '')
    line.beforeClause = next !== undefined && (opensClause(next) || (isHeadingLike(next) && next.label?.kind === 'roman'))
  })
  return lines
}

/** The last sign but for closing quotes and brackets, looked for near the end only: a hostile line may be made of them. */
const lastSign = (body: string): string => asLatinSign(light(/[^\p{L}\p{N}\s]$/u).exec(body.slice(-40).replace(/[»”"’)\]》」』）]+$/u, ''))?.[0] ?? '')

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

const DANGLING = /(?:\s(?:и|в|на|с|по|о|об|для|от|к|за|при|the|of|and|for|in|on|to|a|with|between|–|—|-)|[,–—-])$/iu

/** Whether a line carries on the one above: a comma or a small word left hanging, a small letter, a bare number. */
function continues(above: Line, line: Line): boolean {
  if (line.label && !line.labelOutside) return false
  if (above.label && above.body === '') return true
  if (above.transition || /[.;:!?]/u.test(above.end)) return false
  return DANGLING.test(above.text) || (line.startsLower && line.act.opening !== 'participle')
}

const LIST: readonly LabelKind[] = [
  'bullet', 'dash', 'brackets', 'arabic-bracket', 'roman-bracket', 'letter-bracket', 'letter', 'arabic', 'decimal',
]

function isListed(lines: readonly Line[], i: number): boolean {
  const line = lines[i]!
  const above = lines[i - 1]!
  if (line.inCount) return false
  if (!line.label) return line.startsLower && ((above.end === ':' && opensClause(above)) || (above.listed && !above.label))
  if (!LIST.includes(line.label.kind)) return false
  if (above.end === ':' || above.opensList || (above.end === ';' && above.listed)) return true
  const { kind, value } = line.label
  for (let k = i - 1; k >= 0 && k > i - 40; k--) {
    const other = lines[k]!
    if (other.inCount || isHeadingLike(other) && !other.label) return false
    if (other.label?.kind === kind) return other.listed && (value === 0 || other.label.value === value - 1)
  }
  return false
}
