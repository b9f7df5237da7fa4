// The name of a document as reports write it, and by what it is known again in other cases, quotes and letters.
import { findDates } from '../language/dates.ts'
import { light } from '../language/light.ts'
import { nameStem } from '../language/names.ts'
import { fold, tokens } from '../language/tokens.ts'

export interface DocumentName {
  /** As it is shown: without the date that stands behind it in parentheses. */
  name: string
  /** The day that the name gives, ISO. */
  date: string | null
  /** Stems of its words but for dates and particles, in order, each once. */
  stems: readonly string[]
}

/** Particles, and what belongs to a date. */
const SMALL = new Set(`в во и из к на о об от по при с со у для между до г гг год года году годов
a an and at between by for from in of on the to with`.split(/\s+/u))

/** Nouns at the head of a name, by the ending of their nominative and that of the adjectives before them. */
const HEADS: readonly (readonly [stem: string, ending: string, adjective: string])[] = [
  ['заявлени|обращени|соглашени|решени', 'е', 'ое'], ['деклараци|резолюци|концепци|конвенци|стратеги', 'я', 'ая'], ['программ|карт', 'а', 'ая'],
  ['договор|меморандум|протокол|план|каталог', '', 'ый'], ['коммюнике', '', 'ое'],
]
const CASED = HEADS.map(([stem, ending, adjective]) => ({
  shape: light(new RegExp(String.raw`^((?:\p{L}+(?:ого|ому|ым|ом|ой|ую|ая|ое|ый)\s+)?)(${stem})(?:[еяюи]|ей|ем|ой|ом|ы|у|а|ам?и)?(?!\p{L})`, 'iu')), ending, adjective,
}))

/** Sentences name documents in any case: "Совместного заявления лидеров" is "Совместное заявление лидеров". */
function inNominative(name: string): string {
  const cased = CASED.find(({ shape }) => shape.test(name))
  if (!cased) return name
  const { shape, ending, adjective } = cased
  return name.replace(shape, (_, before: string, stem: string) => before.replace(/(?:ого|ому|ым|ом|ой|ую|ая|ое|ый)(\s+)$/u, `${adjective}$1`) + stem + ending)
}

export function readName(written: string): DocumentName {
  const dates = findDates(written)
  let words = written
  for (const { from, to } of dates) words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to)
  const stems = tokens(words).map(({ text }) => text).filter((word) => !SMALL.has(fold(word))).map(nameStem)
  const name = written.replace(/\s*\(([^()]*)\)$/u, (behind, inside: string) => (findDates(inside).length > 0 ? '' : behind)).trim()
  return { name: capital(inNominative(name)), date: dates.findLast(({ iso }) => iso !== null)?.iso ?? null, stems: [...new Set(stems)] }
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Stems as one text, to be looked up. */
export const keyOf = ({ stems }: Pick<DocumentName, 'stems'>): string => stems.join(' ')
