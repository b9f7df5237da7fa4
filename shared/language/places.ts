// Cities: the name a line or a sentence gives for the place of adoption, in the nominative.
import { eastAsianPlace } from './eastAsian.ts'
import { light } from './light.ts'
import { CITIES, STATES } from './states.table.ts'
import { fold, tokens } from './tokens.ts'

const known: readonly string[] = [
  ...STATES.trim().split('\n').flatMap((row) => row.split('|').slice(6, 8)),
  ...CITIES.trim().split(/[|\n]/),
]

const root = (name: string) => {
  const folded = fold(name)
  return /[аяеиоуыьй]$/u.test(folded) && folded.length > 4 ? folded.slice(0, -1) : folded
}
const foldedKnown = new Set(known.map(fold))
const byRoot = new Map(known.map((name) => [root(name), name]))

/** The nominative of a Russian city name that stands in another case ("Нур-Султане" → "Нур-Султан"). */
export function nominative(name: string): string {
  const folded = fold(name)
  if (foldedKnown.has(folded)) return name
  for (const cut of [0, 1, 2]) {
    const city = byRoot.get(cut === 0 ? folded : folded.slice(0, -cut))
    if (city) return city
  }
  // An unknown name in the prepositional or genitive: most are masculine ("в Орлинске", "города Орлинска").
  return /[бвгдзклмнпрстфхцчшщ][еауо]$/u.test(name) ? name.slice(0, -1) : name
}

const NAME = String.raw`\p{Lu}[\p{L}’'ʻ]*(?:[-–]\p{L}+)*`
const NAMES = String.raw`${NAME}(?:\s+${NAME}){0,2}`
const IN_RUSSIAN = [
  light(new RegExp(String.raw`(?:^|[\s(,])(?:в\s+)?(?:г\.|городе|город|г(?=\s))\s*(${NAMES})`, 'u')),
  light(new RegExp(String.raw`(?:^|[\s(])в(?:о)?\s+(${NAMES})`, 'gu')),
]
const IN_ENGLISH = light(/(?:^|\s)(?:in|at)\s+(?:the\s+city\s+of\s+)?(\p{Lu}[\p{L}'’]*(?:[-\s]\p{Lu}[\p{L}'’]*){0,2})/gu)

/** The city a sentence says something happened in: "в Токио", "в городе Нур-Султане", "in Tokyo". */
export function placeInSentence(text: string): string | null {
  const city = IN_RUSSIAN[0]!.exec(text)
  if (city) return nominative(firstName(city[1]!))
  for (const match of text.matchAll(IN_RUSSIAN[1]!)) {
    const name = nominative(firstName(match[1]!))
    if (isKnownPlace(name)) return name
  }
  for (const match of text.matchAll(IN_ENGLISH)) {
    const name = longestKnown(match[1]!)
    if (name) return name
  }
  return null
}

const MET_IN = light(new RegExp(String.raw`(?:собрались|собравшись|встретились|встретившись|провели|проведя|состоял[а-я]+|прош[её]?л[аи]?)(?!\p{L})`
  + String.raw`[^.;:()«]{0,120}?(?:^|\s)во?\s+(?:г\.\s*|городе\s+)?(${NAME})`, 'u'))
const MET_AT = light(/(?:met|meeting|gathered|assembled|convened|held|adopted|signed)(?:\s+[\p{Ll}\d]+){0,6}?\s+(?:in|at)\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2})/u)

/**
 * Where a meeting was, though no table knows the place. A Russian name is put into the nominative by the other places of the text
 * that have it; where none has, nobody guesses.
 */
export function placeOfMeeting(text: string, all: readonly string[]): string | null {
  const head = text.slice(0, 400)
  const met = MET_AT.exec(head)
  if (met) return met[1]!
  const written = MET_IN.exec(head)?.[1]
  if (!written) return null
  const stem = written.replace(/[аеуиыо]$/u, '')
  return [written === stem ? '' : 'а', ''].map((ending) => stem + ending).find((name) => all.some((each) => holdsWord(each, name))) ?? null
}

const holdsWord = (text: string, name: string) =>
  light(new RegExp(String.raw`(?<!\p{L})${name.replace(/[-’'ʻ]/gu, '.')}(?!\p{L})`, 'iu')).test(text)

/** Whether a name, in the nominative, is a city of the table. */
export const isKnownPlace = (name: string): boolean => foldedKnown.has(fold(name))

function longestKnown(words: string): string | null {
  const parts = words.split(/\s+/u)
  for (let n = parts.length; n > 0; n--) if (isKnownPlace(parts.slice(0, n).join(' '))) return parts.slice(0, n).join(' ')
  return null
}

/** A second capitalised word after a city is rarely part of its name. */
function firstName(words: string): string {
  const parts = words.split(/\s+/u)
  for (let n = parts.length; n > 1; n--) {
    const name = parts.slice(0, n).join(' ')
    if (isKnownPlace(nominative(name))) return name
  }
  return parts[0]!
}

const PREFIX = new RegExp(String.raw`^(?:совершено|подписано|принято|done|signed|adopted|issued)?\s*(?:at|in|в)?\s*`
  + String.raw`(?:the\s+city\s+of\s+)?(?:г\.|городе|город|г(?=\s))?\s*`, 'iu')

/** The city of a place-and-date line whose date was taken out: "г. Нур-Султан,", "Tokyo, Japan,", "Done at Osh on". */
export function placeInLine(rest: string): string | null {
  const eastAsian = eastAsianPlace(rest)
  if (eastAsian) return eastAsian
  const bare = rest.replace(/[()[\]]/gu, ' ').replace(/\s+/gu, ' ').trim().replace(/^[\s,]*(?:года(?=[\s,]))?[\s,]*/u, '').replace(PREFIX, '')
  const name = bare.split(/[,;.]|\s+(?:on|года|года\.|г\.|от)(?=\s|$)|\s+в\s/u)[0]!.trim().replace(/\s+(?:on|г)$/u, '')
  if (!light(/^\p{Lu}/u).test(name) || tokens(name).length > 4) return null
  const cased = name === name.toUpperCase() && name.length > 3 ? (byRoot.get(root(name)) ?? name) : name
  return /^(?:Совершено|Подписано|Принято)|\bв\b/u.test(rest) || /городе/u.test(rest) ? nominative(cased) : cased
}
