// News told in plain English prose: its sentences read as acts of the sides ("The leaders discussed …"), but somebody else tells them.
// Told by what a statement never says of itself, and only where nothing in the text is of a statement.
import { light } from '../language/light.ts'
import type { Line } from './line.ts'

const NEWS = [
  /(?<!\p{L})(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\p{L})/u,
  /(?<!the )(?<!\p{L})(?:said|told|tells)(?!\p{L})/u,
  /(?<!\p{L})(?:reporters|journalists?|spokes(?:man|woman|person|people)|press secretary|(?:news|press) conference|newspaper|sources close)(?!\p{L})/iu,
  /(?<!\p{L})(?:yesterday|tonight|tomorrow|this (?:morning|evening|week)|(?:last|next) (?:week|weekend|month|night)|(?:earlier|later) (?:this|that|in the) (?:day|week|month|evening))(?!\p{L})/iu,
  /(?<!\p{L})(?:is|are|was|were) (?:also |widely )?expected to(?!\p{L})/u,
  /(?<!\p{L})(?:[Hh]e|[Ss]he)(?!\p{L})/u,
  /(?<!\p{L})(?:talks?|meeting|visit|summit) (?:lasted|ended|began|comes?|came|went on)(?!\p{L})/iu,
  /(?<!\p{L})(?:arrived (?:in|at|by)|flew (?:home|to|in)|shook hands|red carpet|guards? of honou?r|talked (?:about|for|over)|spoke (?:about|by|over|for)|posed for)(?!\p{L})/iu,
]

/** What only those say who agreed: a title of a form, a transition, "We", the sides by a name of theirs, a count, a preamble, signatures. */
const NAMED = light(/(?<=\p{L}\s)(?:Sides|Parties|Participants|Heads\sof\s(?:State|Government|Delegation))(?!\p{L})|^(?:We|Our)(?!\p{L})|^The\s(?:Sides|Parties)(?!\p{L})/u)

function isAgreed(line: Line, index: number): boolean {
  return line.transition || line.defines || line.firstPerson || line.inCount || line.signature || line.annex || NAMED.test(line.text)
    || (line.act.opening === 'participle' && /[,;]/u.test(line.end)) || (line.form !== null && index < 8 && line.words <= 30 && !/[.!?]/u.test(line.end))
    || line.label?.kind === 'roman' || line.label?.kind === 'article'
}

/** A headline says what happened: "Leaders meet in Orm". A title names a document. */
const isHeadline = (line: Line | undefined): boolean =>
  line !== undefined && line.act.verb !== null && line.words <= 20 && line.end === '' && !line.label && line.form === null

/** Fewer words are a headline, a caption or a date. */
const PROSE = 7

/** Whether the text is told by somebody who agreed to nothing in it. */
export function isNews(lines: readonly Line[]): boolean {
  const prose = lines.filter(({ words }) => words >= PROSE)
  if (prose.length < 2 || lines.some(isAgreed)) return false
  const told = prose.filter(({ text, speech, dateline }) => speech || dateline || NEWS.some((shape) => shape.test(text))).length
  const headline = isHeadline(lines[0]) ? 1 : 0
  return told > 0 && told + headline >= 2 && told + headline >= 0.3 * prose.length
}
