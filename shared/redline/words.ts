// Cutting a text into words, and giving every distinct word a number: comparing numbers is what makes comparing texts fast.
// Spellings that differ in typography alone ("Ещё", "еще"; « and ") share one, so that they are found to be the same word; the
// letters are looked at again when the differences are spelled out.
// A word is a run of letters and digits and is never cut inside, nor is a number like 2,5 or a name like O’zbekiston; every
// other sign stands alone, and so does every character of a script without spaces. Spaces are the gaps between words.

const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`
// Soft hyphens and joiners are inside a word; so are a point between digits and an apostrophe between letters.
const INSIDE = String.raw`[[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]--[${UNSPACED}]]|(?<=\p{Nd})[.,](?=\p{Nd})|(?<=\p{L})['’‘](?=\p{L})`
const WORD = new RegExp(String.raw`[${UNSPACED}]\p{M}*|(?:${INSIDE})+|\S`, 'gv')
const BEGINS_WORD = /^[\p{L}\p{M}\p{N}]/u

/**
 * Stands between the paragraphs of a split or merge while they are compared as one text. Not a line feed, because a paragraph
 * may hold one: this sign is no character at all and never stands in a text.
 */
export const PARAGRAPH_END = '\ufdd0'

/** A text and its words: their numbers and where each begins and ends. */
export interface Words {
  text: string
  ids: Int32Array
  from: Int32Array
  to: Int32Array
}

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
  /** By spelling, and by what all spellings of a word have in common. */
  private readonly spelled = new Map<string, number>()
  private readonly folded = new Map<string, number>()

  constructor() {
    this.paragraphEnd = this.add(PARAGRAPH_END)
  }

  /** How many distinct words there are. */
  get size(): number {
    return this.weight.length
  }

  /** Cuts one paragraph. */
  cut(text: string): Words {
    const words = text.match(WORD) ?? []
    const ids = new Int32Array(words.length)
    const from = new Int32Array(words.length)
    const to = new Int32Array(words.length)
    let end = 0
    for (const [index, word] of words.entries()) {
      ids[index] = this.spelled.get(word) ?? this.add(word)
      // Only spaces stand between words, so the next place where it stands is its own.
      from[index] = text.indexOf(word, end)
      end = to[index] = from[index]! + word.length
    }
    return { text, ids, from, to }
  }

  /** Paragraphs as one text, joined by ends that count as words of their own. */
  join(paragraphs: readonly Words[]): Words {
    if (paragraphs.length === 1) return paragraphs[0]!
    const text = paragraphs.map((words) => words.text).join(PARAGRAPH_END)
    const count = paragraphs.reduce((sum, { ids }) => sum + ids.length + 1, -1)
    const joined: Words = { text, ids: new Int32Array(count), from: new Int32Array(count), to: new Int32Array(count) }
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

  private add(word: string): number {
    const folded = foldWord(word)
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
