// Which sentences open a paragraph and which go on within one, learnt from those paragraphs of a text that are parted for sure.
// It answers where no place tells: the line above happens to be full.
import { actReader, sentences } from '../../../shared/language/acts.ts'

/** So many sentences of a kind show where it stands. */
const ENOUGH = 6
/** Share of the sentences of a kind that open paragraphs, beyond which the next one does too. */
const MOSTLY = 0.5

const read = actReader([])

/** What ends no sentence is a heading. */
const ENDS = /[.!?…][»”"’)\]]*$/u
/** The end of a sentence, and not of an abbreviation or initials. */
const SENTENCE_ENDS = /(?:\p{L}{3}|\d)[»”")]?[.!?…][»”"’)\]]*$/u

/** Its opening alone is read: a hostile sentence may be endless. */
const OPENING = 400

/** Kinds of a sentence, the narrowest first: its first word, whether somebody acts in it, any sentence. */
function kindsOf(sentence: string): string[] {
  const word = /^[«“"(]?(?:\p{L}{1,3} )?\p{L}{4,}/u.exec(sentence)?.[0]
  const acts = read(sentence.slice(0, OPENING)).opening === 'subject' ? 'acts' : 'tells'
  return [...(word === undefined ? [] : [`word ${word}`]), acts, 'any']
}

/** Whether a sentence opens a paragraph, by what the others of its kind do. Each paragraph comes in stretches: whether all but the first are others is not known. */
export function openings(paragraphs: readonly (readonly string[])[]): (sentence: string) => boolean {
  const counts = new Map<string, { opens: number; goesOn: number }>()
  const count = (sentence: string, place: 'opens' | 'goesOn') => {
    for (const kind of kindsOf(sentence)) {
      const known = counts.get(kind) ?? { opens: 0, goesOn: 0 }
      known[place]++
      counts.set(kind, known)
    }
  }
  for (const stretches of paragraphs) {
    if (!ENDS.test(stretches.at(-1)!.trimEnd())) continue
    stretches.forEach((stretch, s) => sentences(stretch).forEach((sentence, i) => {
      if (i > 0) count(sentence, 'goesOn')
      else if (s === 0) count(sentence, 'opens')
    }))
  }
  return (sentence) => {
    const known = kindsOf(sentence).map((kind) => counts.get(kind)).find((each) => each && each.opens + each.goesOn >= ENOUGH)
    return known !== undefined && known.opens >= MOSTLY * (known.opens + known.goesOn)
  }
}

/** Lines that are one paragraph but for places where another may begin. */
export interface Doubted<Line extends { text: string }> {
  lines: Line[]
  /** Indexes of lines that may begin another. */
  doubtful: number[]
}

/** Parts paragraphs at those doubtful lines that open as paragraphs of this text do. */
export function parted<Line extends { text: string }, Paragraph extends Doubted<Line>>(paragraphs: readonly Paragraph[]): Paragraph[] {
  if (paragraphs.every(({ doubtful }) => doubtful.length === 0)) return [...paragraphs]
  const textOf = (lines: readonly Line[]) => lines.map(({ text }) => text).join(' ')
  const cutAt = ({ lines }: Paragraph, places: readonly number[]) => [0, ...places].map((from, i) => lines.slice(from, places[i]))
  const opens = openings(paragraphs.map((paragraph) => cutAt(paragraph, paragraph.doubtful).map(textOf)))
  return paragraphs.flatMap((paragraph) => {
    const { lines, doubtful } = paragraph
    const isParted = (at: number) => SENTENCE_ENDS.test(lines[at - 1]!.text.trimEnd()) && opens(textOf(lines.slice(at, at + 3)).trimStart())
    return cutAt(paragraph, doubtful.filter(isParted)).map((part) => ({ ...paragraph, lines: part }))
  })
}
