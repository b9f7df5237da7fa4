// Names in a text: states, persons, places, documents and others. A name has a key made of stems, so that
// "Кыргызской Республикой" and "Кыргызская Республика" are one name. What the text calls its parties is no name.
import type { FactKind } from '../model/report.ts'
import type { Fact } from './figures.ts'
import { light } from './light.ts'
import { findParties } from './parties.ts'
import { isKnownPlace, nominative } from './places.ts'
import { stateMentions } from './states.ts'
import { stem } from './stems.ts'
import { Taken } from './taken.ts'
import { fold, tokens } from './tokens.ts'

/** Snowball leaves some cases apart ("Ассамблеи", "Ассамблеей"); without the last soft letters they meet. */
export const nameStem = (word: string) => stem(word, 'ru').replace(/(?<=.{4})[еийьюя]+$/u, '')
const stems = (text: string) => tokens(text).map((token) => nameStem(token.text)).join(' ')
const stemSet = (words: string) => new Set(words.split(/\s+/u).map(nameStem))

/** Offices and the terms for those who speak: capitalised and no part of a name. */
const TITLES = stemSet(`Стороны Сторона Лидеры Лидер Участники Министры Министр Президент Президенты Премьер Глава Главы Председатель Заместитель
Исполняющий Член Государственный Секретарь Правительство Правительства Государства Государство Страны Страна Первый Первая Второй Вторая Третий
Третья Господин Party Parties Side Sides Leader Leaders Participants Minister Ministers President Presidents Prime Deputy Acting Head Heads Chair
Chairman Secretary Government Governments State States Country Countries First Second Third The In On At His Her Excellency Mr Mrs Ms January February
March April May June July August September October November December`)
/** Bodies and forms of texts: alone they name nothing, with other capitalised words they do ("Совет Безопасности"). */
const BODIES = stemSet(`Встреча Саммит Форум Конференция Фонд Совет Комитет Комиссия Секретариат Организация Инициатива Стратегия Концепция Программа
Декларация Заявление Резолюция Устав Уставы Договор Соглашение Протокол Конвенция Хартия Меморандум Повестка Центр Агентство Республика Королевство
Федерация Союз Кабинет Министерство Ассамблея Цель Цели Диалог Совещание Лагерь Проект Проекты План Партнерство Механизм Сотрудничество Развитие
Meeting Summit Forum Conference Fund Council Committee Commission Secretariat Organization Organisation Initiative Strategy Concept Programme Program
Declaration Statement Resolution Charter Treaty Agreement Protocol Convention Memorandum Agenda Roadmap Centre Center Agency Republic Kingdom Federation
Union Cabinet Ministry Assembly Joint`)

const DOCUMENT = light(new RegExp(`(?<!\\p{L})(?:${[
  'устав', 'харти', 'конвенци', 'договор(?!енн)', 'соглашени', 'протокол', 'деклараци', 'стратеги', 'концепци', 'программ', 'резолюци',
  'повестк', 'меморандум', 'инициатив', 'дорожн\\p{Ll}+\\s+карт', 'план', 'документ', 'заявлени', 'положени', 'перечн',
  'charter', 'convention', 'treaty', 'agreement', 'protocol', 'declaration', 'strategy', 'concept', 'programme', 'program', 'resolution',
  'agenda', 'memorandum', 'initiative', 'roadmap', 'plan', 'statement', 'accord',
].join('|')})\\p{Ll}*`, 'iu'))
const PLACE_BEFORE = light(new RegExp(String.raw`(?<!\p{L})(?:г\.|город(?:а|е|у|ом)?|рек(?:а|и|е|у|ой)|озер(?:о|а|е)|порт(?:а|е|у)?|`
  + String.raw`city\s+of|port\s+of|river|lake|region\s+of)[\s\u00a0]*$`, 'iu'))
const PLACE_AFTER = light(/^[\s\u00a0]+(?:мор[яюе]м?|рек(?:а|и|е|у|ой)|озер[оае]|област[ьи]|районе?а?|River|Sea|Lake|Basin|Region|Province|Port)(?!\p{L})/iu)
const OFFICE = '(?:президент|министр|премьер|глав[аыеу]|председател|секретар|посол|спикер|president|minister|premier|secretary|chair|ambassador|speaker)'
/** A person's name follows the office, the state or a comma: "Министр … Республики Орлании Эмиль Ганс", "President of Orland, Emil Gans". */
const OFFICE_BEFORE = light(new RegExp(String.raw`${OFFICE}[^.;]{0,80},\s*$|${OFFICE}\p{L}*\s+$`, 'iu'))
const OFFICE_IN_REACH = light(new RegExp(String.raw`${OFFICE}[^.;]{0,80}$`, 'iu'))
/** What an office is for is no name: "Minister of Water Resources and Energy". */
const PORTFOLIO = light(/(?:ministers?|ministry|secretary)\s+(?:of|for)\s+(?:the\s+)?(?:[\p{L}\s]{1,40}\sand\s+)?$/iu)

const CAPITALS = light(/\p{Lu}[\p{L}\p{N}’'ʻ‘]*(?:[-‑–]\p{Lu}?[\p{L}\p{N}]+)*(?:(?:[\s\u00a0]+(?:of[\s\u00a0]+(?:the[\s\u00a0]+)?)?)\p{Lu}[\p{L}\p{N}’'ʻ‘]*(?:[-‑–]\p{Lu}?[\p{L}\p{N}]+)*)*/gu)
const QUOTED = /«([^«»]{2,200})»|“([^“”]{2,200})”|"([^"]{2,200})"/gu
const REALM_RU = light(/(?:Республик|Королевств|Княжеств|Федераци|Султанат)\p{Ll}*[\s\u00a0]+(\p{Lu}\p{Ll}+)|(\p{Lu}\p{Ll}+ск)(?:ая|ой|ую)[\s\u00a0]+Республик\p{Ll}+/gu)
const REALM_EN = light(/(?:Republic|Kingdom|Principality|Federation|Commonwealth)\s+of\s+(\p{Lu}\p{Ll}+)|(\p{Lu}\p{Ll}+ia)n\s+Republic/gu)
const SENTENCE_START = light(/(?:•[\s\u00a0]*|[.!?…:;]["”»)]?[\s\u00a0]+|\n\s*)$/u)

/** Knows the states and persons that the given whole texts introduce, and the terms they define. */
export function nameReader(wholes: readonly { text: string; chapeau: string; language: string; terms: readonly string[] }[]): (text: string) => Fact[] {
  const ownStates = new Set<string>()
  const persons: Person[] = []
  const titles = new Set(TITLES)
  for (const { text, chapeau, language, terms } of wholes) {
    const known = stateMentions(text)
    for (const shape of [REALM_RU, REALM_EN]) {
      for (const match of text.matchAll(shape)) {
        const end = match.index + match[0].length
        if (!known.some(({ from, to }) => from < end && to > match.index)) ownStates.add(stateStem(match[1] ?? match[2]!))
      }
    }
    for (const { person, code, state } of findParties(chapeau, language)) {
      if (person) persons.push({ key: stems(person), parts: person.split(/\s+/u).map(fold), of: code ?? stateStem(state) })
    }
    for (const term of terms) for (const part of tokens(term)) if (part.text.length > 3) titles.add(nameStem(part.text))
  }

  return (text) => {
    const found: Fact[] = []
    const taken = new Taken(text.length)
    const isFree = (from: number, to: number) => taken.isFree(from, to)
    const add: Reading['add'] = (kind, key, from, to, of) => {
      if (key === '' || !isFree(from, to)) return
      // A town may be told as a place here and stand without "город" there: only states have keys of their own.
      taken.take(from, to)
      const home = kind === 'state' ? 'state' : 'name'
      found.push({ kind, key: `${home}:${key}`, text: text.slice(from, to).replaceAll(/\s+/gu, ' '), from, to, ...(of !== undefined && { of }) })
    }
    for (const match of text.matchAll(QUOTED)) {
      const inside = match[1] ?? match[2] ?? match[3]!
      const from = match.index + 1
      const isDocument = DOCUMENT.test(text.slice(Math.max(0, from - 60), from).split(/[.;,(]/u).at(-1)!) || DOCUMENT.test(inside.split(/\s/u)[0]!)
      const isTerm = tokens(inside).every(({ text: word }) => titles.has(nameStem(word)))
      if (!isTerm && light(/\p{Lu}/u).test(inside)) add(isDocument ? 'document' : 'name', stems(inside), from, from + inside.length)
    }
    for (const { code, from, to } of stateMentions(text)) add('state', code, from, to)
    for (const shape of [REALM_RU, REALM_EN]) {
      for (const match of text.matchAll(shape)) {
        const name = stateStem(match[1] ?? match[2]!)
        if (ownStates.has(name)) add('state', name, match.index, match.index + match[0].length)
      }
    }
    for (const match of text.matchAll(CAPITALS)) readRun(text, match[0], match.index, { isFree, add, titles, ownStates, persons })
    return found.sort((a, b) => a.from - b.from)
  }
}

/** Adjective and noun of an invented state have one root: "Дарронская", "Даррония", "Darronian". */
const stateStem = (name: string) => fold(name).replace(/(?:ск(?:ая|ой|ую)?|и[яиюей]{1,2}|ы|а|ia|ian)$/u, '')

/** What stands before is looked at as far as a few spaces and signs reach. */
const isSentenceStart = (text: string, at: number) => at === 0 || SENTENCE_START.test(text.slice(Math.max(0, at - 12), at))

interface Person {
  key: string
  /** Name and surname, folded. */
  parts: string[]
  of: string
}

interface Reading {
  isFree: (from: number, to: number) => boolean
  add: (kind: FactKind, key: string, from: number, to: number, of?: string) => void
  titles: ReadonlySet<string>
  ownStates: ReadonlySet<string>
  persons: readonly Person[]
}

interface Capital { text: string; from: number; to: number }

const WORD = light(/[\p{L}\p{N}’'ʻ‘]+(?:[-‑–][\p{L}\p{N}]+)*/gu)
const OF = /^(?:of|the)$/u
const ADJECTIVE_RU = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)$/u
const ADJECTIVE = new RegExp(String.raw`(?:[сц]к|[нлвт])${ADJECTIVE_RU.source}`, 'u')

/** One run of capitalised words. States in it are told first; what stands before and after one is looked at by itself. */
function readRun(text: string, run: string, at: number, reading: Reading): void {
  const { isFree, add, ownStates } = reading
  const isState = (word: string) => ownStates.has(stateStem(word)) && !/(?:ск(?:ая|ой|ую|ие|их|ий|ого)|ian)$/u.test(word)
  let group: Capital[] = []
  for (const match of run.matchAll(WORD)) {
    const word = { text: match[0], from: at + match.index, to: at + match.index + match[0].length }
    if (isFree(word.from, word.to) && !isState(word.text)) {
      group.push(word)
      continue
    }
    if (isState(word.text)) add('state', stateStem(word.text), word.from, word.to)
    readWords(text, group, reading)
    group = []
  }
  readWords(text, group, reading)
}

/** The name that some capitalised words make, without offices at its head. */
function readWords(text: string, run: readonly Capital[], reading: Reading): void {
  const { isFree, add, titles, persons } = reading
  const words = [...run]
  const isTitle = ({ text: word }: Capital) => titles.has(nameStem(word)) || word.split('-').every((part) => titles.has(nameStem(part)))
  const isBody = ({ text: word }: Capital) => BODIES.has(nameStem(word))
  // The first word of a sentence has its capital from there.
  const [opening] = words
  if (opening && isSentenceStart(text, opening.from) && (words.length === 1 || OF.test(words[1]!.text))
    && !isKnownPlace(nominative(opening.text)) && !isAcronym(opening.text) && !personOf(words, persons)) words.shift()
  while (words[0] && (isTitle(words[0]) || OF.test(words[0].text))) words.shift()
  while (words.length > 0 && (OF.test(words.at(-1)!.text) || words.every((word) => isTitle(word) || isBody(word)))) words.pop()
  const inside = words.findIndex((word) => isTitle(word) && !OF.test(word.text))
  if (inside > 0) {
    readWords(text, words.slice(0, inside), reading)
    return readWords(text, words.slice(inside + 1), reading)
  }
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || (words.length === 1 && first.text.length < 2)) return
  const person = personOf(words, persons)
  if (person) return add('person', person.key, first.from, last.to, person.of)
  const before = text.slice(Math.max(0, first.from - 90), first.from)
  if (PORTFOLIO.test(before)) return
  const whole = text.slice(first.from, last.to)
  const isPlain = !words.some((word) => isBody(word))
  const place = nominative(whole)
  if (isPlain && (isKnownPlace(place) || PLACE_BEFORE.test(before))) return add('place', stems(place), first.from, last.to)
  const after = PLACE_AFTER.exec(text.slice(last.to, last.to + 40))
  if (isPlain && after) return add('place', stems(whole), first.from, last.to + after[0].length)
  if (isPlain && /\s(?:River|Sea|Lake|Basin)$/u.test(whole)) return add('place', stems(whole), first.from, last.to)
  const isAfterState = !isFree(first.from - 2, first.from) && OFFICE_IN_REACH.test(before)
  if (isPlain && words.length > 1 && (isAfterState || OFFICE_BEFORE.test(before)) && !words.some(({ text: word }) => ADJECTIVE_RU.test(word))) {
    return add('person', stems(whole), first.from, last.to)
  }
  const reach = nounAfter(last.text, text.slice(last.to, last.to + 80))
  if (reach === null) return
  const name = text.slice(first.from, last.to + reach)
  const isDocument = tokens(name).some(({ text: word }) => DOCUMENT.test(word)) || CHARTER_BEFORE.test(before)
  add(isDocument ? 'document' : 'name', stems(name), first.from, last.to + reach)
}

const CHARTER_BEFORE = light(/(?:устав|харти|конвенци|договор|charter|convention|treaty)\p{Ll}*[\s\u00a0]+(?:of[\s\u00a0]+(?:the[\s\u00a0]+)?)?$/iu)

/** A Russian adjective alone is half a name: how far its noun reaches ("Парижского соглашения"); null where it has none. */
function nounAfter(last: string, rest: string): number | null {
  if (!ADJECTIVE.test(last)) return 0
  let length = 0
  for (const match of rest.matchAll(light(/[\s\u00a0]+(\p{Ll}+)/gu))) {
    if (match.index !== length || match[1]!.length < 3) return null
    length += match[0].length
    // "регионом" ends like an adjective and is none.
    if (!ADJECTIVE.test(match[1]!) || /[ое]м$/u.test(match[1]!)) return length
  }
  return null
}

const personOf = (words: readonly Capital[], persons: readonly Person[]): Person | undefined =>
  persons.find(({ parts }) => words.length <= parts.length + 1 && words.some(({ text }) => parts.some((part) => isSameName(fold(text), part))))

/** The same name in another case, both folded: all but the ending agrees. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return a.length > 1
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared >= 4 && shared >= Math.min(a.length, b.length) - 1 && Math.abs(a.length - b.length) <= 3
}

const isAcronym = (word: string) => word.length > 1 && word === word.toUpperCase()
