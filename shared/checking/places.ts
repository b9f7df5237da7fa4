// Names of places and bodies: the city of the earlier meeting, and what has another name since. A name that was right on the day
// the text speaks of stays.
import { inSameCase, nameForms, type Forms } from '../language/declension.ts'
import { light } from '../language/light.ts'
import { fold } from '../language/tokens.ts'
import type { Successor } from '../model/successors.ts'
import { momentOf, type DraftFacts, type Finding, type SourceFacts } from '../model/finding.ts'
import { findTimes, isQuoted, type Time } from './times.ts'

type Proposal = Finding['proposal']
interface Mention { from: number; to: number; proposal: Proposal }

const isRussian = (name: string) => /[а-яё]/iu.test(name)
const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(' ', String.raw`[\s\u00a0]+`).replaceAll(/[ёе]/giu, '[её]')

/** Every mention of a name in any of its cases, and the other name in the same case. */
function mentions(text: string, name: string, other: string | null): Mention[] {
  const forms: Forms | null = isRussian(name) ? nameForms(name) : null
  const spelled = [...new Set(forms ?? [name])].sort((a, b) => b.length - a.length)
  if (!spelled.some((form) => fold(text).includes(fold(form.split(' ')[0]!)))) return []
  const shape = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${spelled.map(escaped).join('|')})(?![\p{L}\p{N}]|-\p{Ll})`, 'giu')
  return [...text.matchAll(shape)].filter((match) => /^\p{Lu}/u.test(match[0])).map((match) => {
    const [from, to] = [match.index, match.index + match[0].length]
    return { from, to, proposal: other === null ? null : proposed(match[0], forms, other, text.slice(Math.max(0, from - 30), from)) }
  })
}

function proposed(found: string, forms: Forms | null, other: string, before: string): Proposal {
  if (!forms) return { text: found === found.toUpperCase() && found.length > 3 ? other.toUpperCase() : other, sure: true }
  const to = nameForms(other)
  return (to && inSameCase(found, forms, to, before)) ?? { text: other, sure: false }
}

const DOCUMENT_MADE_THERE = light(/(?:деклараци|заявлени|резолюци|коммюнике|соглашени|договор|меморандум|протокол|конвенци|харти|declaration|statement|resolution|communiqu|agreement|treaty|memorandum|protocol|convention|charter)\p{Ll}*[\s\u00a0,]+(?:принят|подписан|adopted|signed)\p{Ll}*(?:[\s\u00a0]+\p{Ll}+){0,4}[\s\u00a0]+(?:в|in|at)[\s\u00a0]+(?:(?:г\.|городе|the city of)[\s\u00a0]*)?$/iu)
/** "The Terven Declaration" is called so wherever it is cited. */
const DOCUMENT_AFTER = light(/^[\s\u00a0]+(?:\p{Lu}\p{Ll}+[\s\u00a0]+)?(?:Declaration|Statement|Resolution|Communiqu|Agreement|Treaty|Memorandum|Protocol|Convention|Charter|Initiative|Process|Accord)/u)
const NEAR = 90

/** Whether the text speaks of a day of the past that is told right beside the name. */
function isOfThatDay(text: string, { from, to }: Mention, times: readonly Time[], until: string): boolean {
  if (DOCUMENT_MADE_THERE.test(text.slice(Math.max(0, from - 160), from)) || DOCUMENT_AFTER.test(text.slice(to, to + 60))) return true
  return times.some((time) => time.end < until && (time.from >= to ? time.from - to : from - time.to) <= NEAR
    && !/[;!?]|\.\s+\p{Lu}/u.test(text.slice(Math.min(to, time.to), Math.max(from, time.from))))
}

/** Names that were changed before the draft's day. */
export function checkSuccessors(text: string, source: SourceFacts | null, draft: DraftFacts, successors: readonly Successor[]): Finding[] {
  const moment = momentOf(draft)
  const present = successors.filter(({ until }) => until <= moment)
  const times = present.length > 0 ? findTimes(text, null) : []
  // A day that the earlier text had before it, or that is its own, is stale itself and excuses nothing.
  const settled = source?.date ? times.filter(({ end }) => end < source.date!) : times
  return present.flatMap(({ old, now, until }) => (['ru', 'en'] as const).flatMap((language) => {
    const [name, other] = [old[language], now[language]]
    if (name === undefined || other === undefined) return []
    return mentions(text, name, other)
      .filter((mention) => !isQuoted(text, mention.from) && !isOfThatDay(text, mention, settled, until))
      .map(({ from, to, proposal }): Finding => ({
        kind: 'renamed', from, to, found: text.slice(from, to), why: 'renamed', about: { now: other, until }, proposal, confidence: 'sure',
      }))
  }))
}

/** The name of a city without "г.", "город" and what follows a comma. */
export const bareCity = (place: string): string =>
  place.replace(/^(?:г\.|город|city of|the city of)\s*/iu, '').split(',')[0]!.trim()

const MEETING_WORD = light(/(?:встреч|саммит|заседани|совещани|состоял|гостеприимств|meeting|summit|session|hospitality|took place)/iu)

/** The city of the earlier meeting in a draft of another. */
export function checkPlace(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  if (!source?.place || source.date === draft.date) return []
  const was = bareCity(source.place)
  const now = draft.place ? bareCity(draft.place) : null
  if (was === '' || (now !== null && fold(was) === fold(now)) || isRussian(was) !== isRussian(text)) return []
  const times = source.date ? findTimes(text, null).filter(({ end }) => end < source.date!) : []
  return mentions(text, was, now !== null && isRussian(now) === isRussian(was) ? now : null)
    .filter((mention) => !isQuoted(text, mention.from) && !isOfThatDay(text, mention, times, momentOf(draft)))
    .map(({ from, to, proposal }): Finding => ({
      kind: 'place', from, to, found: text.slice(from, to), why: 'place', about: { source: source.citation, place: now ?? '' }, proposal,
      confidence: MEETING_WORD.test(text) || (text.length < 80 && /\d{4}/u.test(text)) ? 'sure' : 'unsure',
    }))
}
