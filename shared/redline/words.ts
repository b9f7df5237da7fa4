// Cutting a text into words, and giving every distinct word a number: comparing numbers is what makes comparing texts fast.
// Spellings that differ in typography alone ("Ещё", "еще"; « and ") share one, so that they are found to be the same word; the
// letters are looked at again when the differences are spelled out.
import { eachToken } from './tokens.ts'

const BEGINS_WORD = /^[\p{L}\p{M}\p{N}]/u

/**
 * Stands between the paragraphs of a split or merge while they are compared as one text. Not a line feed, because a paragraph
 * may hold one: this sign is no character at all and never stands in a text.
 */
export const PARAGRAPH_END = '\ufdd0'

/** The words of a paragraph, by their numbers. */
export interface WordList {
  ids: Int32Array
  /** How many of them are no more than the paragraph's number, written out: they say nothing about what it is. */
  number: number
}

/** A text and its words, and where each begins and ends. */
export interface Words extends WordList {
  text: string
  from: Int32Array
  to: Int32Array
}

/** "12.", "3.1.", "(a)", "IV.", a bullet. */
const NUMBER = /^\s*(?:\(?(?:\d{1,3}|[ivxlcIVXLC]+|\p{L})(?:[.)]\d{0,3})+|[•·▪–—-])\s+(?=\S)/u

// Words that hold a sentence together and say little by themselves. Others of one or two letters count as such too.
const LIGHT = new Set([
  'для', 'при', 'что', 'как', 'также', 'или', 'это', 'этом', 'том', 'они', 'она', 'над', 'под', 'между', 'через', 'без',
  'the', 'and', 'for', 'with', 'from', 'that', 'this', 'their', 'its', 'are', 'will', 'which', 'into', 'его', 'них',
])
const LIGHT_WEIGHT = 0.3
const SIGN_WEIGHT = 0.15

const QUOTES = /["'«»“”„‟‹›‘’‚‛]/gu
const DASHES = /[\p{Pd}\u2212]/gu

/** What a word has in common with its other spellings. Soft hyphens and joiners are no letters at all. */
const foldWord = (word: string): string =>
  word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/[\u00ad\u200c\u200d]/gu, '').replace(QUOTES, '"').replace(DASHES, '-')

/** How much a reader loses when the word changes: signs least, long words most. */
function weigh(folded: string, isWord: boolean): number {
  if (!isWord) return SIGN_WEIGHT
  const light = LIGHT.has(folded) || (folded.length <= 2 && !/\p{N}/u.test(folded))
  return light ? LIGHT_WEIGHT : Math.min(2, 0.5 + folded.length / 8)
}

/** The numbers of all words met so far. Index every list by a word's number. */
export class Vocabulary {
  readonly isWord: boolean[] = []
  readonly weight: number[] = []
  private readonly paragraphEnd: number
  /** Room for the words of the paragraph that is cut. */
  private ids = new Int32Array(0)
  private from = new Int32Array(0)
  private to = new Int32Array(0)
  /** By spelling, and by what all spellings of a word have in common. */
  private readonly spelled = new Map<string, number>()
  private readonly folded = new Map<string, number>()

  constructor() {
    this.paragraphEnd = this.add(PARAGRAPH_END, false)
  }

  /** How many distinct words there are. */
  get size(): number {
    return this.weight.length
  }

  /** Cuts one paragraph. */
  cut(text: string): Words {
    if (this.ids.length < text.length) for (const list of ['ids', 'from', 'to'] as const) this[list] = new Int32Array(2 * text.length)
    const { ids, from, to } = this
    let count = 0
    eachToken(text, (start, end, plain) => {
      const word = text.slice(start, end)
      ids[count] = this.spelled.get(word) ?? this.add(word, plain)
      from[count] = start
      to[count++] = end
    })
    const start = NUMBER.exec(text)?.[0].length ?? 0
    let number = 0
    while (to[number]! <= start && number < count) number++
    return { text, ids: ids.slice(0, count), from: from.slice(0, count), to: to.slice(0, count), number }
  }

  /** Paragraphs as one text, joined by ends that count as words of their own. */
  join(paragraphs: readonly Words[]): Words {
    if (paragraphs.length === 1) return paragraphs[0]!
    const text = paragraphs.map((words) => words.text).join(PARAGRAPH_END)
    const count = paragraphs.reduce((sum, { ids }) => sum + ids.length + 1, -1)
    const list = () => new Int32Array(count)
    const joined: Words = { text, ids: list(), from: list(), to: list(), number: paragraphs[0]!.number }
    let at = 0
    let start = 0
    const put = (id: number, from: number, to: number) => {
      joined.ids[at] = id
      joined.from[at] = from
      joined.to[at++] = to
    }
    for (const { text, ids, from, to } of paragraphs) {
      if (start > 0) put(this.paragraphEnd, start - 1, start)
      for (const [index, id] of ids.entries()) put(id, start + from[index]!, start + to[index]!)
      start += text.length + 1
    }
    return joined
  }

  private add(word: string, plain: boolean): number {
    const folded = plain ? word : foldWord(word)
    let number = this.folded.get(folded)
    if (number === undefined) {
      number = this.size
      const isWord = BEGINS_WORD.test(word)
      this.folded.set(folded, number)
      this.isWord.push(isWord)
      this.weight.push(weigh(folded, isWord))
    }
    this.spelled.set(word, number)
    return number
  }
}
