// Broken lines → whole text: at each joint the document's own words decide whether a hyphen belongs to the word or to the line.
import { fold } from '../../../shared/language/tokens.ts'

const COMPOUND_WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu

/** No word is longer. Ends of lines are looked for among so many signs only: a hostile line may be endless. */
export const LONGEST_WORD = 80

/** The half of a word that a line end broke, with its hyphen. */
function brokenEnd(line: string): RegExpExecArray | null {
  const end = line.trimEnd().slice(-LONGEST_WORD)
  // Nearly all lines end in a letter: the pattern is not tried at each of theirs.
  return '-\u00AD\u2010'.includes(end.at(-1) ?? ' ') ? /([\p{L}\p{M}]+)([-\u00AD\u2010])$/u.exec(end) : null
}

/** The words of a document, and how its longer words begin. */
export interface Vocabulary {
  words: ReadonlySet<string>
  beginnings: ReadonlySet<string>
  /** Every hyphen at a line end is the word's: it tells those that a line end made by a sign of their own, or breaks no words. */
  keepsHyphens: boolean
}

/** Letters by which two forms of a long word are told to be one word. */
const BEGINNING = 6
const beginningOf = (word: string) => (word.length > BEGINNING ? word.slice(0, BEGINNING) : null)

/** The words of a document by its lines. The halves of words that a line end broke are none of them. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set(lines.flatMap((line, i) => fold(wholeWords(line, lines[i - 1])).match(COMPOUND_WORD) ?? []))
  const beginnings = new Set([...words].flatMap((word) => beginningOf(word) ?? []))
  return { words, beginnings, keepsHyphens: lines.some((line) => line.endsWith('\u00AD')) || breaksNoWords(lines) }
}

/** Fewer lines do not show whether words are broken. */
const ENOUGH_LINES = 25
/** Where words are broken, one line in ten ends in a hyphen; compounds alone end one in fifty. */
const FEW_HYPHENS = 0.04

function breaksNoWords(lines: readonly string[]): boolean {
  const broken = lines.filter((line) => brokenEnd(line) !== null)
  return lines.length >= ENOUGH_LINES && broken.length < FEW_HYPHENS * lines.length
}

function wholeWords(line: string, above: string | undefined): string {
  const text = above !== undefined && brokenEnd(above) ? line.replace(/^\s*[\p{L}\p{M}]+/u, '') : line
  const broken = brokenEnd(text)
  return broken ? text.trimEnd().slice(0, -broken[0].length) : text
}

/** First halves that are written with a hyphen whatever follows. */
const WITH_HYPHEN = /^(?:онлайн|интернет|бизнес|пресс|вице|экс|премьер|медиа|веб|мини|генерал|министр)$/iu
/** "культурно-", "торгово-", "технико-": so long, and with such an ending, they are no syllables of a longer word. */
const ADVERB_HALF = /^\p{L}{3,}(?:н|к|ов|ев)[оё]$/iu
const ADJECTIVE = /^\p{L}{3,}(?:[оеё]го|[оеё]му|[иы]ми|[иы][йхм]|[оеё][ейюм]|ая|яя|ую|юю|ое|ее|ые|ие|[аіїє]|их|ій)$/iu
/** Words of these beginnings are written together all the same ("железнодорожный"). */
const TOGETHER = /^(?:железн|народн|равн|полн|сельск|нов|взаимн|одн|древн)[оё]$/iu

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3011\uFF01-\uFF1F]/u

/** The text, and how many hyphens stayed in it by the shape of the word alone. */
export interface Joined {
  text: string
  unsure: number
}

/** Puts broken lines together. Each joint is judged by its two lines alone, however long the paragraph grows. */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): Joined {
  let unsure = 0
  const text = lines.map((line, i) => {
    const next = lines[i + 1]
    if (next === undefined) return line
    const joint = beforeNext(line, next, vocabulary)
    if (joint.unsure) unsure++
    return joint.text
  }).join('')
  return { text, unsure }
}

/** A line as it stands before the next: with a space, or with its hyphen kept or dropped. */
function beforeNext(line: string, next: string, vocabulary: Vocabulary): { text: string; unsure?: boolean } {
  const broken = brokenEnd(line)
  const half = /^[\p{L}\p{M}]+/u.exec(next.slice(0, LONGEST_WORD))?.[0]
  // "2027–" + "2028": a stretch of years, broken after its dash.
  if (/\d[-–—]$/u.test(line) && /^\d/u.test(next)) return { text: line }
  // "10-" + "летия": no figure is broken within.
  if (/\d[-\u2010]$/u.test(line) && half) return { text: line }
  if (!broken || !half) return { text: CJK.test(line.at(-1) ?? '') && CJK.test(next[0] ?? '') ? line : `${line} ` }
  const first = broken[1]!
  const without = { text: line.slice(0, -1) }
  if (broken[2] === '\u00AD') return without
  const known = (word: string) => vocabulary.words.has(fold(word))
  const begins = (word: string) => vocabulary.beginnings.has(beginningOf(fold(word)) ?? '')
  if (known(`${first}-${half}`) || /^\p{Lu}/u.test(half)) return { text: line }
  if (known(first + half)) return without
  if (vocabulary.keepsHyphens) return { text: line }
  const shaped = WITH_HYPHEN.test(first) || (ADVERB_HALF.test(first) && !TOGETHER.test(first) && ADJECTIVE.test(half))
  // Two words of the document; of a long first one ("странах-партнёрах") another form of the second is enough.
  const bothKnown = first.length > 2 && half.length > 2 && known(first) && (known(half) || (first.length > 4 && begins(half)))
  return shaped || bothKnown ? { text: line, unsure: true } : without
}
