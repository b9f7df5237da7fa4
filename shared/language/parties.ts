// Who took part: states in the order of the text, each with its person and the person's office, from a chapeau.
import { light } from './light.ts'
import type { Party } from '../model/declaration.ts'
import { stateMentions, stateName } from './states.ts'

interface Named { state: string; code?: string; from: number; to: number }

/** An office of the masculine in any case. */
const inCases = (...stems: string[]) => String.raw`(?:${stems.join('|')})(?:а|у|ом|е)?`
const OFFICE_RU = String.raw`(?:${[
  inCases('Президент', 'Премьер-министр', 'Премьер-Министр', 'Министр'), 'Перв(?:ый|ого|ым) заместител[ьяюе]м?', 'Заместител[ьяюе]м?',
  'Исполняющ(?:ий|его|ая|ей) обязанности', 'Врио', 'Член', 'Председател[ьяюе]м?', 'Государственный (?:секретарь|министр|советник)', 'Глава',
  'Канцлер', 'Король', 'Эмир', 'Секретарь', 'Руководитель', 'Специальный представитель', 'Верховный',
  'Вице-(?:президент|премьер)', 'Посол', 'Спикер',
].join('|')})(?!\p{L})`
const OFFICE_EN = String.raw`(?:(?:First |Acting |Deputy |Vice |Executive |Federal )*(?:${[
  'President', 'Prime Minister', 'Foreign Minister', 'Minister', 'Secretary', 'Chancellor', 'King', 'Emir', 'Chairman',
  'Chairperson', 'Chair', 'State Councilor', 'Member', 'Head', 'Ambassador', 'High Representative', 'Premier',
].join('|')})(?: of State)?)(?!\p{L})`
const OFFICE = light(new RegExp(`(?<!\\p{L})(?:${OFFICE_RU}|${OFFICE_EN})`, 'u'))

const PARTICLES = String.raw`оглы|кызы|уулу|бин|ибн|фон|де|ван|аль-\p{L}+|bin|ibn|von|van|de|al-\p{L}+`
const PART = String.raw`(?:\p{Lu}[\p{L}’'ʻ‘]*(?:[-–]\p{L}+)*\.?|${PARTICLES})`
const HONORIFIC = String.raw`(?:(?:${[
  'Г-н', 'Г-жа', 'г-н', 'г-жа', String.raw`Его\s+Превосходительство`, String.raw`H\.\s?E\.`, 'His Excellency', 'Her Excellency',
  String.raw`Mrs?\.?`, String.raw`Ms\.?`, String.raw`Dr\.?`, 'Sir',
].join('|')})\s+)*`
const PERSON_AFTER = light(new RegExp(String.raw`^\s*(?:[,–—-]\s*)?${HONORIFIC}(${PART}(?:\s+${PART}){1,4})`, 'u'))
const PERSON_BEFORE = light(new RegExp(String.raw`${HONORIFIC}(${PART}(?:\s+${PART}){1,4})\s*,\s*(?:the\s+)?$`, 'u'))

/** Longer words before a state's name are no office. */
const LONGEST_TITLE = 310

const trimTitle = (title: string): string =>
  title.replace(/\s+/gu, ' ').replace(/\s+(?:of|for)(?:\s+the)?\s*$/iu, '').replace(/^[\s,;–—-]+|[\s,;–—-]+$/gu, '').trim()

/** Far beyond any chapeau: what stands later in one endless paragraph names nobody. */
const LONGEST = 10_000

/**
 * Parties with persons where the text names them; otherwise the states alone; each state once. In the whole document the
 * short name of a state is looked for that stands in no table.
 */
export function findParties(text: string, language: string, whole = text): Party[] {
  const plain = text.slice(0, LONGEST).replace(/[\u00A0\s]+/gu, ' ')
  const named = namedStates(plain, language, whole)
  const withPersons = personsOf(plain, named)
  if (withPersons.length >= 2) return withPersons
  const seen = new Set<string>()
  return named
    .filter(({ state }) => !seen.has(state) && seen.add(state))
    .map(({ state, code }) => ({ state, ...(code && { code }) }))
}

function personsOf(text: string, named: readonly Named[]): Party[] {
  const parties: Party[] = []
  let end = 0
  for (const { state, code, from, to } of named) {
    const segment = text.slice(end, from)
    const office = OFFICE.exec(segment)
    if (!office) continue
    const after = PERSON_AFTER.exec(text.slice(to))
    const before = PERSON_BEFORE.exec(segment.slice(0, office.index))
    if (segment.length - office.index > LONGEST_TITLE) continue
    const title = trimTitle(segment.slice(office.index))
    const isName = after && !OFFICE.test(after[1]!) && stateMentions(after[1]!).length === 0
    const person = before?.[1] ?? (isName ? after[1] : undefined)
    if (!person) continue
    end = before ? to : to + after![0].length
    if (parties.some((party) => party.state === state)) continue
    parties.push({ state, ...(code && { code }), person: person.trim(), title })
  }
  return parties
}

const REALM_RU = String.raw`(?:Республик|Королевств|Княжеств|Федераци|Султанат|Государств|Союз)\p{Ll}*`
const UNKNOWN_RU = light(new RegExp(
  String.raw`${REALM_RU}\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)|(\p{Lu}\p{Ll}+ск)(?:ая|ой|ую)\s+Республик\p{Ll}+`, 'gu'))
const UNKNOWN_EN = light(
  /(?:Republic|Kingdom|State|Principality|Federation|Commonwealth)\s+of\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)/gu)
const ADJECTIVE_EN = light(/(\p{Lu}\p{Ll}+ia)n\s+Republic/gu)
const BEFORE_STATE = [
  'Президент', 'Премьер-министр', 'Премьер-Министр', 'Министр иностранных дел', 'Prime Minister of', 'President of',
  'Minister of Foreign Affairs of', 'Foreign Minister of',
].join('|')
const AFTER_OFFICE = light(new RegExp(String.raw`(?<!\p{L})(?:${BEFORE_STATE})\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)`, 'gu'))

/** States of the table, and states it does not know that stand where a state's name stands. */
function namedStates(text: string, language: string, whole: string): Named[] {
  const known: Named[] = stateMentions(text).map(({ code, from, to }) => ({ state: stateName(code, language)!, code, from, to }))
  const unknown: Named[] = []
  const add = (state: string, from: number, to: number) => {
    if (![...known, ...unknown].some((other) => from < other.to && to > other.from)) unknown.push({ state, from, to })
  }
  for (const match of text.matchAll(UNKNOWN_RU)) {
    const adjective = match[2]
    const name = adjective
      ? shortName(adjective.slice(0, -2), 'и[ияюей]{1,2}', 'ия', whole) ?? `${adjective}ая Республика`
      : afterRealm(match[1]!)
    add(name, match.index, match.index + match[0].length)
  }
  for (const match of text.matchAll(UNKNOWN_EN)) add(match[1]!, match.index, match.index + match[0].length)
  for (const match of text.matchAll(ADJECTIVE_EN)) {
    add(shortName(match[1]!, '', '', whole) ?? match[0], match.index, match.index + match[0].length)
  }
  for (const match of text.matchAll(AFTER_OFFICE)) {
    if (/^(?:Республик|Королевств|Republic|Kingdom|State|The)/u.test(match[1]!)) continue
    add(fromGenitive(match[1]!), match.index + match[0].length - match[1]!.length, match.index + match[0].length)
  }
  return [...known, ...unknown].sort((a, b) => a.from - b.from)
}

/** "Республики Орлании" declines, "Республики Казахстан" does not. */
const afterRealm = (name: string) => (name.endsWith('ии') ? fromGenitive(name) : name)

/** The short name beside an adjective ("Дарронская" – "Даррония"), where the document uses it. */
function shortName(root: string, endings: string, nominative: string, whole: string): string | null {
  return new RegExp(`(?:^|[^а-яёa-z])${root}${endings}(?![а-яёa-z])`, 'u').test(whole) ? root + nominative : null
}

/** "Орлании" → "Орлания", "Норланда" → "Норланд": a guess for names that stand in no table. */
function fromGenitive(name: string): string {
  if (name.endsWith('ии')) return `${name.slice(0, -1)}я`
  if (name.endsWith('ы')) return `${name.slice(0, -1)}а`
  if (/[бвгдзклмнпрстфхцчш]а$/u.test(name)) return name.slice(0, -1)
  return name
}
