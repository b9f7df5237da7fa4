// Days, months, years and periods of a text with their first and last day; whether one belongs to the name of a document; and
// whether what is said of it lies ahead or behind.
import { findFigures } from '../language/figures.ts'
import { light } from '../language/light.ts'

export interface Time {
  shape: 'day' | 'span' | 'month' | 'year' | 'period' | 'yearless'
  /** First and last day, ISO; without a year these are of the year that is asked about. */
  begin: string
  end: string
  from: number
  to: number
}

const lastOf = (year: string, month: string) => new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
const two = (digits: string) => digits.padStart(2, '0')

const SHAPES: readonly [RegExp, (groups: string[], year: string | null) => Pick<Time, 'shape' | 'begin' | 'end'> | null][] = [
  [/^(\d{4}-\d\d-\d\d) from \d+$/u, ([day]) => ({ shape: 'span', begin: day!, end: day! })],
  [/^(\d{4}-\d\d-\d\d)$/u, ([day]) => ({ shape: 'day', begin: day!, end: day! })],
  [/^(\d{4})-(\d\d)$/u, ([year, month]) => ({ shape: 'month', begin: `${year}-${month}-01`, end: lastOf(year!, month!) })],
  [/^(\d{4})$/u, ([year]) => ({ shape: 'year', begin: `${year}-01-01`, end: `${year}-12-31` })],
  [/^(\d{4})–(\d{4})$/u, ([from, to]) => ({ shape: 'period', begin: `${from}-01-01`, end: `${to}-12-31` })],
  [/^--(\d\d)-(\d+) $/u, ([month, day], year) => (year === null ? null
    : { shape: 'yearless', begin: `${year}-${month}-${two(day!)}`, end: `${year}-${month}-${two(day!)}` })],
]

/** Times of a text in order; those without a year count as of `year`, or are left out. */
export function findTimes(text: string, year: string | null): Time[] {
  if (!/\d{4}|\d[\s\u00a0]+\p{L}/u.test(text)) return []
  return findFigures(text).flatMap(({ kind, key, from, to }) => {
    if (kind !== 'date') return []
    const written = key.slice('date:'.length)
    for (const [shape, read] of SHAPES) {
      const match = shape.exec(written)
      const time = match && read(match.slice(1), year)
      if (time) return [{ ...time, from, to }]
    }
    return []
  })
}

const DOCUMENT = String.raw`(?:деклараци|заявлени|резолюци|коммюнике|соглашени|договор|меморандум|протокол|конвенци|харти|устав|документ|решени|обращени|постановлени|указ|послани`
  + String.raw`|стратеги|концепци|declaration|statement|resolution|communiqu|agreement|treaty|memorandum|protocol|convention|charter|document|decision|accord|decree)`
/** An attribute of the document: "заявление принято" and "the statement was adopted" tell what is done now. */
const ADOPTED = String.raw`(?:(?:принят|подписанн|одобренн|утвержд[её]нн|заключ[её]нн)(?:[аоы][яеийгмх]|ую)\p{Ll}*|(?<!(?:was|is|were|be)[\s\u00a0])(?:adopted|signed|approved|concluded|endorsed))`
/** Nothing of another sentence stands between. */
const WITHIN = String.raw`(?:(?![;!?]|\.\s+\p{Lu}).)`
const CITED_BEFORE = [
  light(new RegExp(String.raw`(?<!\p{L})${DOCUMENT}\p{Ll}*${WITHIN}{0,300}(?:(?<!\p{L})от|(?<!(?:end|beginning|start|middle|course|half|quarter|spring|summer|autumn|winter)[\s\u00a0])(?<!\p{L})(?:of|dated))[\s\u00a0]+$`, 'isu')),
  light(new RegExp(String.raw`(?<!\p{L})${DOCUMENT}\p{Ll}*${WITHIN}{0,200}${ADOPTED}(?:[\s\u00a0]+\S+){0,8}[\s\u00a0]+$`, 'isu')),
  light(new RegExp(String.raw`(?<!\p{L})${DOCUMENT}\p{Ll}*[\s\u00a0]+\(?$`, 'iu')),
]
/** The English names of documents, with a capital. */
const capital = (pattern: string) => pattern.replaceAll(/(?<=[|(:])[a-z](?=[a-z])/gu, (letter) => letter.toUpperCase())
const CITED_AFTER = light(new RegExp(String.raw`^(?:[\s\u00a0]+\p{Lu}\p{Ll}+){0,2}[\s\u00a0]+${capital(DOCUMENT)}\p{Ll}*`, 'u'))
const ADOPTED_BEFORE = light(new RegExp(String.raw`${ADOPTED}(?:[\s\u00a0]+(?:on|in|в))?[\s\u00a0]+$`, 'iu'))
const DOCUMENT_AFTER = light(new RegExp(String.raw`^(?:[\s\u00a0]+[^\s,.;]+){0,9}[\s\u00a0]+${DOCUMENT}`, 'iu'))

const REACH = 420

/** Whether a date tells which document is meant: "Декларация от 5 мая 2019 г.", "принятая 22 июня 2018 года … резолюция". */
export function isCited(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - REACH), from)
  const after = text.slice(to, to + 200)
  return CITED_BEFORE.some((shape) => shape.test(before)) || CITED_AFTER.test(after.slice(0, 80))
    || (ADOPTED_BEFORE.test(before.slice(-80)) && DOCUMENT_AFTER.test(after))
}

/** Whether a place stands in a name in quotation marks: what is called so is called so. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at)
  const open = Math.max(before.lastIndexOf('«'), before.lastIndexOf('“'))
  return open >= 0 && !/[»”]/u.test(before.slice(open)) && /[»”]/u.test(text.slice(at, at + 300))
}

const FUTURE = light(new RegExp(String.raw`(?<!\p{L})(?:состоится|состоятся|пройд[её]т|пройдут|провед[её]т|проведут|будет|будут|созов[её]т|созовут|начн[её]т|начнут|начн[её]тся|начнутся|организу[ею]т|завершит|завершат|примет|примут`
  + String.raw`|планиру\p{Ll}+|намерен\p{Ll}*|намерева\p{Ll}+|предстоящ\p{Ll}+|запланирован\p{Ll}+|ожида\p{Ll}+`
  + String.raw`|will|shall|scheduled|upcoming|forthcoming|plans?|planned|intend\p{Ll}*|expect\p{Ll}*|to be (?:held|convened|hosted|completed)|looks? forward|looked forward)(?!\p{L})`, 'giu'))
/** Ahead for whoever wrote it; what one proposed long ago may have been done since. */
const WANTED = light(/(?<!\p{L})(?:провести|созвать|организовать|завершить|подготовить|проведени[ея]|созыв[ае]?|очередн\p{Ll}+|выделить|высадить|к|до|до конца|не позднее|на|to (?:hold|host|convene|complete|organi[sz]e|prepare|finish)|holding|convening|by|by the end of|before the end of|no later than|until)(?!\p{L})/giu)
const PAST = light(new RegExp(String.raw`(?<!\p{L})(?:состоявш\p{Ll}+|прошедш\p{Ll}+|провед[её]нн\p{Ll}+|состоял\p{Ll}+|прош[её]л|прошл[аио]|принят\p{Ll}*|подписан\p{Ll}*|открыт\p{Ll}*|утвержд[её]нн\p{Ll}*|учрежд[её]нн\p{Ll}*`
  + String.raw`|одобренн\p{Ll}*|объявленн\p{Ll}*|запущенн\p{Ll}*|заверш[её]нн\p{Ll}*|завершил\p{Ll}*|начал\p{Ll}*|достигнут\p{Ll}*|итог(?:и|ам|ами|ов|ах)|результат\p{Ll}*`
  + String.raw`|(?<!be[\s\u00a0])held|took place|adopted|signed|was|were|concluded|hosted|convened|since|launched|approved|established|completed|opened|outcomes?|results?)(?!\p{L})`, 'giu'))

export type Tense = 'future' | 'wanted' | 'past' | null

const LOOK_BACK = 160
const LOOK_ON = 70

/** What the nearest words say of a time: `wanted` by an infinitive, a noun or a term. */
export function tenseAt(text: string, from: number, to: number): Tense {
  const back = text.slice(Math.max(0, from - LOOK_BACK), from).split(/[;!?]|\.\s+(?=\p{Lu})/u).at(-1)!
  const on = text.slice(to, to + LOOK_ON).split(/[;,()!?]|\.\s/u)[0]!
  let tense: Tense = null
  let nearest = Infinity
  for (const [shape, meaning] of [[FUTURE, 'future'], [WANTED, 'wanted'], [PAST, 'past']] as const) {
    for (const match of back.matchAll(shape)) {
      const distance = back.length - match.index - match[0].length
      // A preposition speaks of the words right after it.
      if (meaning === 'wanted' && /^(?:к|до|на|by|until)$/iu.test(match[0]) && distance > 12) continue
      if (distance < nearest) [tense, nearest] = [meaning, distance]
    }
    for (const match of on.matchAll(shape)) {
      if (meaning === 'wanted') continue
      if (match.index < nearest) [tense, nearest] = [meaning, match.index]
    }
  }
  return tense
}
