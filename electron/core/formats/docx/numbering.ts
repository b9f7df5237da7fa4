// Numbers as Word shows them. They are not in the text: numbering.xml defines lists, a paragraph names list and level, and the
// number is counted while reading.
import { letters, roman } from '../../../../shared/model/numbering.ts'
import { parseXml, type Attribute } from './xml.ts'

export interface NumberingLevel {
  start: number
  format: string
  /** "%1.%2)" with %n for the number of level n. */
  text: string
  /** The level (from 1) whose number restarts this one; 0 for none; absent: any level above. */
  restart?: number
  /** Legal style: every number of the text as decimal. */
  legal?: boolean
  style?: string
}

interface List {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, NumberingLevel>
}

export interface NumberingDefinitions {
  /** Levels of an abstract list by its id. */
  abstracts: Map<string, Map<number, NumberingLevel>>
  /** Lists that paragraphs name: an abstract one with its own starts and levels. */
  lists: Map<string, List>
}

export const noNumbering = (): NumberingDefinitions => ({ abstracts: new Map(), lists: new Map() })

/** Reads numbering.xml. */
export function readNumbering(xml: Uint8Array): NumberingDefinitions {
  const definitions = noNumbering()
  const styleOwner = new Map<string, string>()
  const styleUser = new Map<string, string>()
  let abstract: string | null = null
  let list: List | null = null
  let override: number | null = null
  let level: NumberingLevel | null = null
  let ignored = 0
  parseXml(xml, {
    open(name, attribute) {
      if (name === 'mc:Fallback') ignored++
      if (ignored > 0) return
      const value = attribute('val')
      switch (name) {
        case 'abstractNum':
          abstract = attribute('abstractNumId') ?? ''
          definitions.abstracts.set(abstract, new Map())
          break
        case 'styleLink':
          if (abstract !== null && value) styleOwner.set(value, abstract)
          break
        case 'numStyleLink':
          if (abstract !== null && value) styleUser.set(abstract, value)
          break
        case 'num':
          list = { abstract: '', starts: new Map(), levels: new Map() }
          definitions.lists.set(attribute('numId') ?? '', list)
          break
        case 'abstractNumId':
          if (list && value) list.abstract = value
          break
        case 'lvlOverride':
          override = depthOf(attribute('ilvl'))
          break
        case 'startOverride':
          if (override !== null) list?.starts.set(override, count(value, 1))
          break
        case 'lvl': {
          level = { start: 1, format: 'decimal', text: '' }
          const depth = depthOf(attribute('ilvl'))
          if (depth === null) break
          if (list) list.levels.set(depth, level)
          else if (abstract !== null) definitions.abstracts.get(abstract)!.set(depth, level)
          break
        }
        default:
          if (level) readLevel(level, name, attribute)
      }
    },
    close(name) {
      if (name === 'mc:Fallback') ignored--
      if (name === 'abstractNum') abstract = null
      if (name === 'num') list = null
      if (name === 'lvl') level = null
    },
    text() {},
  })
  for (const [user, style] of styleUser) {
    const owner = styleOwner.get(style)
    if (owner !== undefined) definitions.abstracts.set(user, definitions.abstracts.get(owner)!)
  }
  return definitions
}

/** Word has nine levels, and room for 31 characters in the text of one. */
const LIMITS = { levels: 9, text: 200 }

const depthOf = (value: string | undefined) => {
  const depth = count(value, 0)
  return depth < LIMITS.levels ? depth : null
}

const count = (value: string | undefined, otherwise: number) => {
  const n = Number(value)
  return Number.isInteger(n) && n >= 0 && n < 1_000_000 ? n : otherwise
}

const spelled = (format: string) => `zeros ${/^0*1(?=,)/u.exec(format)?.[0].length ?? 1}`

function readLevel(level: NumberingLevel, name: string, attribute: Attribute): void {
  const value = attribute('val')
  switch (name) {
    case 'start':
      level.start = count(value, 1)
      break
    case 'numFmt':
      // The newer formats of counting are spelled out ("001, 002, ...").
      level.format = value === 'custom' ? spelled(attribute('format') ?? '') : value ?? 'decimal'
      break
    case 'lvlText':
      level.text = (value ?? '').slice(0, LIMITS.text)
      break
    case 'lvlRestart':
      level.restart = count(value, 0)
      break
    case 'isLgl':
      level.legal = value === undefined || !['0', 'false', 'off'].includes(value)
      break
    case 'pStyle':
      if (value) level.style = value
      break
  }
}

/** The level at which a list numbers paragraphs of a style, where it names one. */
export function levelOfStyle(definitions: NumberingDefinitions, listId: string, style: string): number | undefined {
  const list = definitions.lists.get(listId)
  for (const [depth, level] of definitions.abstracts.get(list?.abstract ?? '') ?? []) if (level.style === style) return depth
  return undefined
}

/** A counter over the lists of one document: called for every numbered paragraph in order, it tells the paragraph's label. */
export function labelCounter(definitions: NumberingDefinitions): (place: { id: string; level: number }) => string | null {
  // Lists over one abstract list go on counting each other's numbers, unless a list says where to start.
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return ({ id, level: depth }) => {
    const list = definitions.lists.get(id)
    if (!list) return null
    const levelAt = (at: number) => list.levels.get(at) ?? definitions.abstracts.get(list.abstract)?.get(at)
    const level = levelAt(depth)
    if (!level) return null
    const numbers = counts.get(list.abstract) ?? []
    counts.set(list.abstract, numbers)
    const startOf = (at: number) => list.starts.get(at) ?? levelAt(at)?.start ?? 1
    const beginsHere = list.starts.has(depth) && !begun.has(`${id}/${depth}`)
    numbers[depth] = beginsHere || numbers[depth] === undefined ? startOf(depth) : numbers[depth] + 1
    begun.add(`${id}/${depth}`)
    for (let above = 0; above < depth; above++) numbers[above] ??= startOf(above)
    for (let below = depth + 1; below < numbers.length; below++) {
      const restart = levelAt(below)?.restart
      if (restart === undefined || (restart > 0 && depth < restart)) delete numbers[below]
    }
    return level.format === 'none' ? null : spell(level, numbers, levelAt)
  }
}

function spell(level: NumberingLevel, numbers: number[], levelAt: (at: number) => NumberingLevel | undefined): string | null {
  if (level.format === 'bullet') return bullet(level.text)
  const text = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = level.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal')
    return numbers[at] === undefined ? '' : formatOf(format)(numbers[at])
  }).trim()
  return text === '' ? null : text
}

/** Word's bullets are letters of a symbol font, in the private area. */
const bullet = (text: string) => (text === '' || /[\uE000-\uF8FF]/u.test(text) ? '•' : text.trim() || '•')

/** Word leaves ё, й, ъ, ы and ь out. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя'
/** Word goes on after the last letter with doubled ones: z, aa, bb; no list goes on for more than thirty rounds. */
const repeated = (alphabet: string) => (n: number) =>
  (n < 1 || n > alphabet.length * 30 ? String(n) : alphabet[(n - 1) % alphabet.length]!.repeat(Math.ceil(n / alphabet.length)))
const romanOrDecimal = (n: number) => (n >= 1 && n <= 3999 ? roman(n) : String(n))
const latin = repeated(Array.from({ length: 26 }, (_, i) => letters(i + 1)).join(''))
const russian = repeated(RUSSIAN)
const ordinal = (n: number) => `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

const ENCLOSED = 0x2460
const FULL_WIDTH = 0xfee0
const inDigits = (digits: string) => (n: number) => String(n).replaceAll(/\d/gu, (digit) => digits[Number(digit)]!)
const HAN = '〇一二三四五六七八九'
/** As numbers are counted in Chinese, below a hundred; beyond that digit by digit. */
const han = (n: number) => {
  if (n < 10 || n > 99) return inDigits(HAN)(n)
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : HAN[tens]}十${n % 10 === 0 ? '' : HAN[n % 10]}`
}

const FORMATS = new Map<string, (n: number) => string>([
  ['decimal', String],
  ['decimalZero', (n) => String(n).padStart(2, '0')],
  ['upperRoman', romanOrDecimal],
  ['lowerRoman', (n) => romanOrDecimal(n).toLowerCase()],
  ['upperLetter', (n) => latin(n).toUpperCase()],
  ['lowerLetter', latin],
  ['russianUpper', (n) => russian(n).toUpperCase()],
  ['russianLower', russian],
  ['ordinal', ordinal],
  ['numberInDash', (n) => `- ${n} -`],
  ['decimalEnclosedParen', (n) => `(${n})`],
  ['decimalEnclosedFullstop', (n) => `${n}.`],
  ['decimalEnclosedCircle', (n) => (n >= 1 && n <= 20 ? String.fromCodePoint(ENCLOSED + n - 1) : String(n))],
  ['decimalFullWidth', (n) => String(n).replaceAll(/\d/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! + FULL_WIDTH))],
  ['chineseCounting', han],
  ['chineseCountingThousand', han],
  ['japaneseCounting', han],
  ['ideographDigital', inDigits(HAN)],
  ['none', () => ''],
])

/** How numbers of a format are spelled; one that is not known here is shown in digits. */
function formatOf(format: string): (n: number) => string {
  const zeros = /^zeros (\d+)$/u.exec(format)?.[1]
  return zeros ? (n) => String(n).padStart(Number(zeros), '0') : (FORMATS.get(format) ?? String)
}
