// Whether a document that reports name is a text of the library, by its title, its day, its form and its parties; and whether two
// names that are written alike are one document.
import type { Evidence, Match } from '../model/document.ts'
import { stateMentions } from '../language/states.ts'
import type { Metadata } from '../model/declaration.ts'
import { formOf } from '../segmenting/index.ts'
import { readName, type DocumentName } from './name.ts'

export interface Named extends DocumentName {
  /** Days of the reports that name it; null of one without a day. */
  reported: readonly (string | null)[]
}

export type Described = Pick<Metadata, 'title' | 'date' | 'form' | 'parties'>

/** Fewer words of a name ("Совместное заявление") are borne by many documents. */
const TELLING = 4
/** Between a name and a title that is the same one word in so many may differ. */
const ONE_IN = 5
/** A report comes out on the day of the document or soon after, in days. */
const AFTER = 14
const BEFORE = 1
/** Reports of one event name its documents within so many days. */
const ONE_EVENT = 31

const DAY = 24 * 60 * 60 * 1000
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY

/** Whether a text of this day may be what a report of that day tells of. */
const isTimely = (date: string, reported: Named['reported']): boolean => reported.some((day) => {
  if (day === null) return false
  const days = daysBetween(date, day)
  return days >= -BEFORE && days <= AFTER
})

const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10)

/** Days of the reports that may tell of a text of this day. */
export const reportsOf = (date: string): { from: string; to: string } => ({ from: shifted(date, -BEFORE), to: shifted(date, AFTER) })

/** Days between which a text that `matchOf` finds by its date lies; null where any day will do. */
export function daysOf({ date, reported }: Pick<Named, 'date' | 'reported'>): { from: string; to: string } | null {
  if (date !== null) return { from: date, to: date }
  const known = reported.filter((day) => day !== null).toSorted()
  return known.length > 0 ? { from: shifted(known[0]!, -AFTER), to: shifted(known.at(-1)!, BEFORE) } : null
}

const titles = new WeakMap<Described, readonly string[]>()

/** Stems of the title of a text, read once. */
export function titleStems(text: Described): readonly string[] {
  const known = titles.get(text) ?? readName(text.title).stems
  titles.set(text, known)
  return known
}

/** Of this many stems of a name, whichever they are, a title that is the same holds one. */
export const titleWords = (stems: Named['stems']): number => Math.floor(stems.length / ONE_IN) + 1

/** Why the text is the document, or may be it; null where it is another. */
export function matchOf(document: Named, text: Described): Match | null {
  if (document.date !== null && text.date !== null && document.date !== text.date) return null
  const sameDay = document.date !== null && document.date === text.date
  const timely = document.date === null && text.date !== null && isTimely(text.date, document.reported)
  const theirs = titleStems(text)
  const common = document.stems.filter((stem) => theirs.includes(stem)).length
  const most = Math.max(document.stems.length, theirs.length)
  const isTitle = common > 0 && (most - common) * ONE_IN <= most
  const inWords = common >= 3 && common / Math.min(document.stems.length, theirs.length) >= 0.75
  if (!isTitle && !(inWords && (sameDay || timely)) && !sameDay) return null
  const form = formOf(document.name)
  const knowForms = form !== null && form !== 'other' && text.form !== 'other'
  if (knowForms && form !== text.form && !isTitle) return null
  const states = new Set(stateMentions(document.name).map(({ code }) => code))
  const parties = new Set(text.parties.flatMap(({ code }) => code ?? []))
  if (states.size >= 2 && parties.size > 0 && [...states].some((code) => !parties.has(code))) return null
  const reasons: Evidence[] = [
    ...(isTitle ? ['title' as const] : inWords ? ['words' as const] : []),
    ...(sameDay ? ['date' as const] : timely ? ['report' as const] : []),
    ...(knowForms && form === text.form ? ['form' as const] : []),
    ...(states.size > 0 && [...states].every((code) => parties.has(code)) ? ['parties' as const] : []),
  ]
  const isTelling = document.stems.length >= TELLING
  if (isTitle) return sameDay || timely || isTelling ? { reasons, isSure: sameDay || (timely && isTelling) } : null
  return inWords || reasons.includes('form') ? { reasons, isSure: false } : null
}

/** The likelier first. */
export const byLikelihood = (one: Match, other: Match): number =>
  Number(other.isSure) - Number(one.isSure) || other.reasons.length - one.reasons.length

/** Whether two documents whose names have the same stems are one. */
export function isSameDocument(one: Named, other: Named): boolean {
  if (one.date !== null && other.date !== null) return one.date === other.date
  const days = ({ date, reported }: Named) => (date === null ? reported.filter((day) => day !== null) : [date])
  const [mine, theirs] = [days(one), days(other)]
  if (mine.length === 0 || theirs.length === 0) return one.stems.length >= TELLING
  return mine.some((day) => theirs.some((each) => Math.abs(daysBetween(day, each)) <= ONE_EVENT))
}
