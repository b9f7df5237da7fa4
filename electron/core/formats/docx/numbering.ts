// Numbers as Word shows them. They are not in the text: numbering.xml defines lists, a paragraph names list and level, and the
// number is counted while reading.
import { letters, roman } from '../../../../shared/model/numbering.ts'
import { parseXml } from './xml.ts'

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
  let override = 0
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
          override = count(attribute('ilvl'), 0)
          break
        case 'startOverride':
          list?.starts.set(override, count(value, 1))
          break
        case 'lvl': {
          level = { start: 1, format: 'decimal', text: '' }
          const depth = count(attribute('ilvl'), 0)
          if (list) list.levels.set(depth, level)
          else if (abstract !== null) definitions.abstracts.get(abstract)!.set(depth, level)
          break
        }
        default:
          if (level) readLevel(level, name, value)
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

const count = (value: string | undefined, otherwise: number) => {
  const n = Number(value)
  return Number.isInteger(n) && n >= 0 && n < 1_000_000 ? n : otherwise
}

function readLevel(level: NumberingLevel, name: string, value: string | undefined): void {
  switch (name) {
    case 'start':
      level.start = count(value, 1)
      break
    case 'numFmt':
      level.format = value ?? 'decimal'
      break
    case 'lvlText':
      level.text = value ?? ''
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
    const override = list.starts.get(depth)
    if (override !== undefined && !begun.has(`${id}/${depth}`)) numbers[depth] = override
    else numbers[depth] = numbers[depth] === undefined ? level.start : numbers[depth] + 1
    begun.add(`${id}/${depth}`)
    for (let above = 0; above < depth; above++) numbers[above] ??= levelAt(above)?.start ?? 1
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
    return numbers[at] === undefined ? '' : (FORMATS[format] ?? String)(numbers[at])
  }).trim()
  return text === '' ? null : text
}

/** Word's bullets are letters of a symbol font, in the private area. */
const bullet = (text: string) => (text === '' || /[\uE000-\uF8FF]/u.test(text) ? '•' : text.trim() || '•')

/** Word leaves ё, й, ъ, ы and ь out. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя'
/** Word goes on after the last letter with doubled ones: z, aa, bb. */
const repeated = (alphabet: string) => (n: number) =>
  (n < 1 ? String(n) : alphabet[(n - 1) % alphabet.length]!.repeat(Math.ceil(n / alphabet.length)))
const romanOrDecimal = (n: number) => (n >= 1 && n <= 3999 ? roman(n) : String(n))
const latin = repeated(Array.from({ length: 26 }, (_, i) => letters(i + 1)).join(''))
const russian = repeated(RUSSIAN)
const ordinal = (n: number) => `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

const FORMATS: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: romanOrDecimal,
  lowerRoman: (n) => romanOrDecimal(n).toLowerCase(),
  upperLetter: (n) => latin(n).toUpperCase(),
  lowerLetter: latin,
  russianUpper: (n) => russian(n).toUpperCase(),
  russianLower: russian,
  ordinal,
  none: () => '',
}
