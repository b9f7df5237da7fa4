// Names of states in Russian and English, in any case of declension → ISO code and short name.
import { light } from './light.ts'
import { STATES, OTHER_NAMES } from './states.table.ts'
import { stem } from './stems.ts'
import { fold, tokens } from './tokens.ts'

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

const FIRST_LETTERS = 2
const bucketOf = (word: string) => fold(word).slice(0, FIRST_LETTERS)

/** Every name under the first letters of its first word; stemming them all at once would cost a tenth of a second. */
const spelled: ReadonlyMap<string, [code: string, name: string][]> = (() => {
  const all = states.flatMap(({ code, short, genitive, official }) =>
    [short.ru, genitive.ru, official.ru, short.en, official.en].map((name): [string, string] => [code, name]))
  const other = OTHER_NAMES.trim().split(/[|\n]/)
  for (let i = 0; i + 1 < other.length; i += 2) all.push([other[i]!, other[i + 1]!])
  // Snowball leaves some cases of masculine names apart.
  for (const { code, short: { ru } } of states) {
    if (!/^[^\s]+[бвгдзклмнпрстфхцчш]$/u.test(ru) || ru === ru.toUpperCase()) continue
    for (const ending of ['ом', 'у', 'е']) all.push([code, ru + ending])
  }
  const index = new Map<string, [string, string][]>()
  for (const entry of all) index.set(bucketOf(entry[1]), [...(index.get(bucketOf(entry[1])) ?? []), entry])
  return index
})()

const stemmed = new Map<string, Name[]>()

/** Names that begin like a word, longest first. */
function namesLike(word: string): readonly Name[] {
  const bucket = bucketOf(word)
  let names = stemmed.get(bucket)
  if (!names) {
    const entries = spelled.get(bucket)
    if (!entries) return []
    names = []
    for (const [code, name] of entries) {
      const stems = stemsOfName(name)
      if (!names.some((known) => known.code === code && known.stems.join() === stems.join())) {
        names.push({ code, name, stems, capitals: name === name.toUpperCase() })
      }
    }
    names.sort((a, b) => b.stems.length - a.stems.length)
    stemmed.set(bucket, names)
  }
  return names
}

/** States named in a text, in order. Adjectives ("китайская сторона") are no names. */
export function stateMentions(text: string): StateMention[] {
  const words = tokens(text)
  const stems: string[] = []
  const stemAt = (i: number) => (i < words.length ? (stems[i] ??= stem(words[i]!.text, 'ru')) : '')
  const found: StateMention[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!.text
    if (word[0] === word[0]!.toLowerCase()) continue
    const fitting = namesLike(word).filter((candidate) =>
      candidate.stems.every((part, k) => stemAt(i + k) === part)
      && (!candidate.capitals || word === word.toUpperCase())
      && isName(text, words, i, candidate.stems.length))
    const name = closest(fitting, word)
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
  return !(text[word.to] === '-' && next && light(/^\p{Ll}/u).test(next.text))
}
