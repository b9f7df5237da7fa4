// The declarations that a known document may be, found by the days and the rarest words that tell them instead of by looking at each:
// both are thousands.
import { byLikelihood, daysOf, matchOf, titleStems, titleWords } from '../../../shared/identity/index.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { KnownDocument } from '../../../shared/model/document.ts'
import type { StoredDocument } from './rows.ts'

/** Candidates that are shown for one document. */
const SHOWN = 5

/** Finds the likeliest of these declarations for one document after the other. */
export function candidatesIn(declarations: readonly DeclarationSummary[]): (document: StoredDocument) => KnownDocument['candidates'] {
  const texts = declarations.filter(({ grade }) => grade !== 'press-report')
  const dated = texts.filter((text) => text.date !== null).sort((one, other) => order(one.date!, other.date!))
  const [entitled, undated] = [byTitle(texts), byTitle(texts.filter(({ date }) => date === null))]
  // The sign stands behind every digit: the last day is within.
  const within = ({ from, to }: { from: string; to: string }) => dated.slice(firstFrom(dated, from), firstFrom(dated, `${to}~`))
  return (document) => {
    const span = daysOf(document)
    // Where no day tells, the title must.
    return (span ? [...within(span), ...undated(document)] : entitled(document))
      .flatMap((text) => {
        const match = matchOf(document, text)
        return match ? [{ declaration: text.id, ...match }] : []
      })
      .sort(byLikelihood).slice(0, SHOWN)
  }
}

/** Finds those of the texts whose titles may be the name of a document. */
function byTitle(texts: readonly DeclarationSummary[]): (document: StoredDocument) => DeclarationSummary[] {
  const bearing = new Map<string, DeclarationSummary[]>()
  for (const text of texts) {
    for (const stem of titleStems(text)) {
      const known = bearing.get(stem)
      if (known) known.push(text)
      else bearing.set(stem, [text])
    }
  }
  return ({ stems }) => {
    const byRarity = stems.map((stem) => bearing.get(stem) ?? []).sort((one, other) => one.length - other.length)
    return [...new Set(byRarity.slice(0, titleWords(stems)).flat())]
  }
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Index of the first text of this day or later. */
function firstFrom(dated: readonly DeclarationSummary[], day: string): number {
  let [low, high] = [0, dated.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dated[middle]!.date! < day) low = middle + 1
    else high = middle
  }
  return low
}
