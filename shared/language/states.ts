// Names of states in Russian and English, in any case of declension → ISO code and short name.
import { STATES, OTHER_NAMES } from './states.table.ts'
import { stem } from './stems.ts'
import { tokens } from './tokens.ts'

export interface State {
  /** ISO 3166 alpha-2. */
  code: string
  short: { ru: string; en: string }
  genitive: { ru: string }
  official: { ru: string; en: string }
}

export interface StateMention {
  code: string
  /** Range [from, to) of the name in the text. */
  from: number
  to: number
}

const same = (value: string, otherwise: string) => (value === '-' ? otherwise : value)

export const states: readonly State[] = STATES.trim().split('\n').map((row) => {
  const [code, ru, genitive, ruOfficial, en, enOfficial] = row.split('|') as [string, string, string, string, string, string]
  return {
    code,
    short: { ru, en },
    genitive: { ru: genitive },
    official: { ru: same(ruOfficial, ru), en: same(enOfficial, en) },
  }
})

const byCode = new Map(states.map((state) => [state.code, state]))

/** Short name in the language of a text: Russian for Russian, English for any other. */
export function stateName(code: string, language: string): string | null {
  const state = byCode.get(code)
  return state ? state.short[language.startsWith('ru') ? 'ru' : 'en'] : null
}

interface Name { code: string; name: string; stems: string[]; capitals: boolean }

const stemsOfName = (name: string) => tokens(name).map((token) => stem(token.text, 'ru'))

/** Every name as the stems of its words, longest first, under its first stem. */
const names: ReadonlyMap<string, Name[]> = (() => {
  const all: [string, string][] = states.flatMap((state) =>
    [state.short.ru, state.genitive.ru, state.official.ru, state.short.en, state.official.en].map((name): [string, string] => [state.code, name]))
  const other = OTHER_NAMES.trim().split(/[|\n]/)
  for (let i = 0; i + 1 < other.length; i += 2) all.push([other[i]!, other[i + 1]!])
  // Snowball leaves some cases of masculine names apart.
  for (const { code, short: { ru } } of states) {
    if (/^[^\s]+[бвгдзклмнпрстфхцчш]$/u.test(ru) && ru !== ru.toUpperCase()) for (const ending of ['ом', 'у', 'е']) all.push([code, ru + ending])
  }
  const index = new Map<string, Name[]>()
  for (const [code, name] of all) {
    const stems = stemsOfName(name)
    const under = index.get(stems[0]!) ?? []
    if (!under.some((known) => known.code === code && known.stems.join() === stems.join())) {
      under.push({ code, name, stems, capitals: name === name.toUpperCase() })
    }
    index.set(stems[0]!, under)
  }
  for (const under of index.values()) under.sort((a, b) => b.stems.length - a.stems.length)
  return index
})()

/** States named in a text, in order. Adjectives ("китайская сторона") are no names. */
export function stateMentions(text: string): StateMention[] {
  const words = tokens(text)
  const stems = words.map((word) => stem(word.text, 'ru'))
  const found: StateMention[] = []
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i]!.text)) continue
    const fitting = names.get(stems[i]!)?.filter((candidate) =>
      candidate.stems.every((part, k) => stems[i + k] === part)
      && (!candidate.capitals || words[i]!.text === words[i]!.text.toUpperCase())
      && isName(text, words, i, candidate.stems.length))
    const name = fitting && closest(fitting, words[i]!.text)
    if (!name) continue
    const last = i + name.stems.length - 1
    found.push({ code: name.code, from: words[i]!.from, to: words[last]!.to })
    i = last
  }
  return found
}

/** The longest name; among names of one stem (Нигер, Нигерия) the one that shares most letters with the word. */
function closest(fitting: readonly Name[], word: string): Name | undefined {
  const shared = (name: string) => {
    let i = 0
    while (i < name.length && name[i] === word[i]) i++
    return i
  }
  return fitting.filter((name) => name.stems.length === fitting[0]!.stems.length)
    .sort((a, b) => shared(b.name) - shared(a.name) || a.name.length - b.name.length)[0]
}

/** "Китайско-пакистанский" and "Индийская" share a stem with a state and are no names of it. */
function isName(text: string, words: { text: string; to: number }[], first: number, length: number): boolean {
  if (length > 1) return true
  const word = words[first]!
  if (/(?:ский|ская|ское|ские|ского|ской|ских|скую|ским|скими|ском|ско|чане|цы|цев)$/u.test(word.text.toLowerCase())) return false
  const next = words[first + 1]
  return !(text[word.to] === '-' && next && /^\p{Ll}/u.test(next.text))
}
