// Dates that do not fit. What was behind when the earlier text was adopted stays behind, and is right; what was its present or
// its future, and lies behind the draft, is stale. In a text of one's own only what is past and still announced is.
import { dateInWords } from '../drafting/dateInWords.ts'
import { light } from '../language/light.ts'
import { momentOf, type DraftFacts, type Finding, type SourceFacts } from '../model/finding.ts'
import { findTimes, isCited, isQuoted, tenseAt, type Time } from './times.ts'

type Dated = Omit<Finding, 'from' | 'to' | 'found'>

export function checkDates(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  const moment = momentOf(draft)
  const year = source?.date?.slice(0, 4) ?? null
  const found: Finding[] = []
  for (const time of findTimes(text, year)) {
    const isOfSource = isDay(time) && time.end === source?.date && source.date !== draft.date
    if ((time.end >= moment && !isOfSource) || isCited(text, time.from, time.to)) continue
    if (time.shape === 'year' && isCount(text, time)) continue
    const whole = time.shape === 'year' || time.shape === 'period'
    if (whole && isQuoted(text, time.from)) continue
    const dated = source?.date ? againstSource(text, time, { ...source, date: source.date }, draft) : ownWords(text, time, draft)
    if (dated) found.push({ ...dated, from: time.from, to: time.to, found: text.slice(time.from, time.to) })
  }
  return [...found, ...counted(text, source, draft)]
}

/** "2022 человека": a number that counts something, where no preposition and no month makes it a year. */
const COUNTED = light(/^[\s\u00a0]+\p{Ll}{4,}/u)
const OF_YEAR = light(/(?:(?<!\p{L})(?:в|к|с|до|по|на|от|за|и|of|in|by|for|since|until|from|to|and)|\p{Ll}{3,}(?:[еюяаь]|ber|ary|[yet]))[\s\u00a0]+$/iu)
const isCount = (text: string, { from, to }: Time) =>
  /^\d{4}$/u.test(text.slice(from, to)) && COUNTED.test(text.slice(to)) && !OF_YEAR.test(text.slice(Math.max(0, from - 16), from))

const isDay = ({ shape }: Time) => shape === 'day' || shape === 'yearless'

function againstSource(text: string, time: Time, source: SourceFacts & { date: string }, draft: DraftFacts): Dated | null {
  if (time.end < source.date) return null
  const about = { source: source.citation, date: momentOf(draft) }
  const written = text.slice(time.from, time.to)
  if (isDay(time) && time.end === source.date) {
    return { kind: 'date', why: 'date-of-source', about, proposal: sameShape(written, draft.date), confidence: 'sure' }
  }
  const tense = tenseAt(text, time.from, time.to)
  // A day of the same year without one is as often a day of history.
  if (time.shape === 'yearless') return tense === 'future' ? { kind: 'announced', why: 'announced', about, proposal: null, confidence: 'unsure' } : null
  if (time.shape === 'period') return { kind: 'year', why: 'period-over', about, proposal: null, confidence: 'likely' }
  const kind = time.shape === 'year' ? 'year' : 'date'
  if (tense === 'past') return { kind, why: 'was-ahead', about, proposal: null, confidence: 'unsure' }
  const shifted = draft.date && shiftedYear(written, source.date, draft.date)
  if (tense === 'future' || tense === 'wanted') {
    return { kind: 'announced', why: 'announced', about, proposal: shifted ? { text: shifted, sure: false } : null, confidence: tense === 'future' ? 'sure' : 'likely' }
  }
  const present = time.shape === 'year' && time.begin.slice(0, 4) === source.date.slice(0, 4)
  return { kind, why: 'was-ahead', about, proposal: shifted && present ? { text: shifted, sure: true } : null, confidence: 'likely' }
}

function ownWords(text: string, time: Time, draft: DraftFacts): Dated | null {
  if (tenseAt(text, time.from, time.to) !== 'future') return null
  return { kind: 'announced', why: 'announced', about: { date: momentOf(draft) }, proposal: null, confidence: 'likely' }
}

/** The same distance from the draft as it was from the earlier text: "в 2023 году" of 2022 is "в 2027 году" of 2026. */
function shiftedYear(written: string, source: string, draft: string): string {
  const by = Number(draft.slice(0, 4)) - Number(source.slice(0, 4))
  return written.replaceAll(/(?:19|20|21)\d\d/gu, (year) => String(Number(year) + by))
}

/** The draft's date as the found one is written: in words or figures, with "года", "г." or neither. */
function sameShape(written: string, date: string | null): Finding['proposal'] {
  if (date === null) return null
  const [year, month, day] = date.split('-') as [string, string, string]
  if (/^\d\d\.\d\d\.\d{4}$/u.test(written)) return { text: `${day}.${month}.${year}`, sure: true }
  if (/^\d{4}-\d\d-\d\d$/u.test(written)) return { text: date, sure: true }
  const space = written.includes('\u00a0') ? '\u00a0' : ' '
  if (/[а-яё]/iu.test(written)) {
    const tail = /[\s\u00a0]*(?:года?|г\.)$/u.exec(written)?.[0] ?? ''
    const bare = dateInWords(date, 'ru').replace(/ года$/u, '').replaceAll(' ', space)
    if (!/^\d/u.test(written)) return { text: bare + tail, sure: false }
    return { text: (/\d{4}/u.test(written) ? bare : bare.slice(0, -5)) + tail, sure: true }
  }
  const words = dateInWords(date, 'en')
  const [number, name] = words.split(' ') as [string, string]
  if (/^\p{L}/u.test(written)) return { text: `${name} ${number}${written.includes(',') ? ',' : ''} ${year}`, sure: /^\p{L}+ \d/u.test(written) }
  return { text: /\d{4}/u.test(written) ? words : `${number} ${name}`, sure: true }
}

const COUNTED_FROM = light(/(?<!\p{L})(?:(?:в|до конца|с начала)[\s\u00a0]+(?:следующ|будущ|текущ|этом|этого|нынешн|прошл|минувш)\p{Ll}*[\s\u00a0]+год[ау]?|(?:this|next|last|the (?:current|coming|following))[\s\u00a0]+year)(?!\p{L})/giu)
/** "Международное десятилетие" counts no years of anything. */
const ANNIVERSARY = light(/(?<!Международн\p{Ll}{2,3}[\s\u00a0])(?<![\p{L}\d])(\d{1,3})(-?(?:летия|летию|летие|летием|летии|й годовщин\p{Ll}+|ю годовщин\p{Ll}+)|(?:st|nd|rd|th)[\s\u00a0]+anniversary)(?!\p{L})/giu)

/** "В следующем году", "30-летие": counted from the year of the earlier text. */
function counted(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  const year = source?.date?.slice(0, 4)
  if (!year || year >= momentOf(draft).slice(0, 4)) return []
  const about = { source: source!.citation, year }
  return [COUNTED_FROM, ANNIVERSARY].flatMap((shape) => [...text.matchAll(shape)]).map((match): Finding => ({
    kind: 'year', from: match.index, to: match.index + match[0].length, found: match[0], why: 'counted-from', about, proposal: null, confidence: 'likely',
  }))
}
