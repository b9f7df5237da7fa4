// What is known about a document as a whole: title, form, grade, date, place, parties, defined terms.
import { light } from '../language/light.ts'
import { actReader } from '../language/acts.ts'
import { findDates } from '../language/dates.ts'
import { detectLanguage } from '../language/detect.ts'
import { documentNumbers } from '../language/documentNumbers.ts'
import { findParties } from '../language/parties.ts'
import { placeInLine, placeInSentence, placeOfMeeting } from '../language/places.ts'
import { definedTerms } from '../language/terms.ts'
import type { Metadata } from '../model/declaration.ts'
import type { ProposedParagraph } from '../model/proposal.ts'
import { withoutMark } from './footnotes.ts'
import { formOf, isUnofficialTranslation } from './shapes.ts'

/** One line of plain spaces: what a list or a card shows. */
export const plain = (text: string): string => text.replace(/[\s\u00A0\u00AD\u200B]+/gu, ' ').trim()

const nameOf = (fileName: string) => plain(fileName.replace(/^.*[\\/]/u, '').replace(/\.[^.]{1,5}$/u, '')).slice(0, 500)

export interface Facts {
  metadata: Metadata
  /** The text gives a day and a month but no year. */
  dateWithoutYear: string | null
}

/** Facts of a declaration: its own words first, then those of the page it stood on. */
export function declarationFacts(paragraphs: readonly ProposedParagraph[], fileName: string): Facts {
  const of = (role: ProposedParagraph['role']) =>
    paragraphs.filter((paragraph) => paragraph.role === role).map((paragraph) => plain(paragraph.text))
  const notes = paragraphs.flatMap(({ role, label }) => (role === 'footnote' && label ? [label] : []))
  const title = of('title').map((line) => withoutMark(line, notes)).join(' ')
  const chapeau = of('chapeau')
  const opening = chapeau.length > 0 ? chapeau : of('clause').slice(0, 2)
  const lines = of('place-date')
  const body = paragraphs.filter((paragraph) => paragraph.role !== 'left-out').map((paragraph) => paragraph.text).join('\n')
  const language = detectLanguage(body)
  const page = of('left-out')

  // The line at the foot tells the last day of a meeting; elsewhere the first date is the meeting's own. A title that says when it
  // was adopted goes before the chapeau, and a chapeau that recalls earlier texts gives their dates.
  const own = opening.filter((text) => !recalls(text))
  const elsewhere = ADOPTED.test(title) ? [title, ...own, ...page] : [...own, title, ...page]
  const mentions = [...lines.map((text) => findDates(text).at(-1)), ...elsewhere.map((text) => findDates(text)[0])]
  const date = mentions.find((mention) => mention?.iso)?.iso ?? null
  return {
    metadata: {
      title: (title || plain(opening[0] ?? '').slice(0, 120) || nameOf(fileName)).slice(0, 2000),
      form: formOf(title) ?? 'other',
      language,
      grade: [...page, title].some(isUnofficialTranslation) ? 'unofficial-translation' : 'official',
      date,
      place: placeOf(lines, opening, paragraphs),
      parties: partiesOf(opening, title, language, body),
      definedTerms: definedTerms(opening.join('\n')).slice(0, 50),
      numbers: numbersOf(paragraphs),
      source: plain(fileName).slice(0, 1000),
    },
    dateWithoutYear: null,
  }
}

const ADOPTED = /принят|одобрен|утвержден|adopted|approved/iu
const readAct = actReader([])
const recalls = (text: string) => readAct(text).opening === 'participle'

/** In the title and in the letterhead above it. A number of the session alone says less than the symbol that holds it. */
function numbersOf(paragraphs: readonly ProposedParagraph[]): string[] {
  const head = paragraphs.filter(({ role, reasons }) => role === 'title' || (role === 'left-out' && reasons.includes('letterhead')))
  const found = [...new Set(head.flatMap(({ label, text }) => documentNumbers(plain([label, text].filter(Boolean).join(' ')))))]
  return found.filter((number) => !found.some((other) => other !== number && other.endsWith(`/${number}`))).map((number) => number.slice(0, 60)).slice(0, 20)
}

function placeOf(lines: readonly string[], opening: readonly string[], all: readonly ProposedParagraph[]): string | null {
  for (const line of lines) {
    const [first] = findDates(line)
    const place = placeInLine(first ? line.slice(0, first.from) : line) ?? (first ? placeInLine(line.slice(first.to)) : null)
    if (place) return place.slice(0, 200)
  }
  for (const text of opening) {
    const place = placeInSentence(text.slice(0, 400)) ?? placeOfMeeting(text, all.map((paragraph) => paragraph.text))
    if (place) return place.slice(0, 200)
  }
  return null
}

/** Within what a party's schema allows: no real name comes near it. */
function partiesOf(opening: readonly string[], title: string, language: string, whole: string): Metadata['parties'] {
  return namedParties(opening, title, language, whole).slice(0, 250).map(({ state, person, ...party }) =>
    ({ ...party, state: state.slice(0, 200), ...(person !== undefined && { person: person.slice(0, 200) }) }))
}

function namedParties(opening: readonly string[], title: string, language: string, whole: string): Metadata['parties'] {
  for (const text of opening) {
    const parties = findParties(text, language, whole)
    if (parties.some((party) => party.person !== undefined)) return parties
  }
  const named = findParties(title, language, whole)
  const inOpening = findParties(opening.slice(0, 2).join(' '), language, whole)
  return named.length >= 2 && named.length <= inOpening.length ? named : inOpening.length > 0 ? inOpening : named
}

/** Facts of a press report: a headline, a date and place line, and no parties, since nobody agreed to its words. */
export function pressFacts(texts: readonly string[], fileName: string): Facts {
  const first = plain(texts[0] ?? '')
  const stamp = /^(?:date\s+)?(\d{4}-\d{2}-\d{2})\s+/u.exec(first)
  const headline = stamp ? first.slice(stamp[0].length) : first
  const isHeadline = headline.length <= 300 && headline.length > 0 && !/[.;:]$/u.test(headline)
  const head = texts.slice(0, 8).map(plain)
  const dateline = head.find((text) => light(/^\p{Lu}[\p{L}-]+[.,]\s+\d{1,2}\s+\p{L}+/u).test(text))
  const found = dateline ? findDates(dateline.slice(0, 80))[0] : findDates(head[1] ?? '').find((date) => date.from < 30)
  const place = dateline ? placeInLine(dateline.slice(0, dateline.search(/[.,]/u))) : placeInSentence((head[1] ?? '').slice(0, 200))
  return {
    metadata: {
      title: (isHeadline ? headline : headline.split(/(?<=[.!?])\s/u)[0]!.slice(0, 200)) || nameOf(fileName),
      form: 'other',
      language: detectLanguage(texts.join('\n')),
      grade: 'press-report',
      date: stamp ? realDate(stamp[1]!) : (found?.iso ?? null),
      place: place?.slice(0, 200) ?? null,
      parties: [],
      definedTerms: [],
      numbers: [],
      source: plain(fileName).slice(0, 1000),
    },
    dateWithoutYear: !stamp && found?.iso === null ? (dateline ?? head[1]!).slice(found.from, found.to).trim() : null,
  }
}

const realDate = (iso: string) => findDates(iso)[0]?.iso ?? null
