// Whether the library has precedent for new language: the clause that shares the most of its words, found by the search.
//
// The search wants every word of a query. So it is asked for a few short phrases of the clause, and what it finds is compared
// word for word.
import { setImmediate as breathe } from 'node:timers/promises'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import { tokens } from '../../../shared/language/tokens.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { NewClause, Precedent } from '../../../shared/model/report.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { settled, sharesOf } from '../../../shared/reporting/index.ts'
import type { Context } from '../context.ts'

/** Phrases asked for, spread over the clause, and words of each. */
const PHRASES = 8
const WORDS = 3
/** Clauses looked at for each phrase. */
const HITS = 5
/** Clauses of one text that the library is asked about: beyond them the text is a different one, and the answer not worth the wait. */
const MOST = 300
/** Shorter words stand in any clause. */
const SHORTEST = 5
/** Less of a new clause in another one, in percent, is no precedent. */
const LEAST_SHARE = 40

export interface Asking {
  language: string
  /** ISO date of the text that the clauses stand in: what was agreed after it is no precedent. Null where it is not known. */
  date: string | null
  /** Declarations that are no precedent for it: the compared ones themselves. */
  except: ReadonlySet<DeclarationId>
}

/**
 * The clauses with their precedents; those past the first few hundred without an answer. Windows are answered between two of
 * them; `report` hears how many are done, and may throw to end it.
 */
export async function withPrecedents(
  added: readonly NewClause[], asking: Asking, { library }: Pick<Context, 'library'>,
  report: (done: number) => void = () => {},
): Promise<NewClause[]> {
  const found: NewClause[] = []
  for (const clause of added.slice(0, MOST)) {
    found.push({ ...clause, precedent: precedentFor(clause.text, asking, library) })
    report(found.length)
    await breathe()
  }
  return [...found, ...added.slice(MOST)]
}

function precedentFor(text: string, { language, date: written, except }: Asking, library: Context['library']): Precedent | null {
  const seen = new Map<string, ClauseHit>()
  for (const phrase of phrasesOf(text)) {
    for (const hit of library.search(phrase, { languages: [language] }, HITS, 0).hits) {
      const isLater = written !== null && hit.date !== null && hit.date > written
      if (hit.kind === 'clause' && !isLater && !except.has(hit.declarationId)) seen.set(hit.clauseId, hit)
    }
  }
  const best = [...seen.values()]
    .map((hit) => {
      const ops = settled(wordDiff(hit.text, text))
      return { hit, ops, share: sharesOf(ops).new }
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (b.hit.date ?? '').localeCompare(a.hit.date ?? ''))[0]
  if (!best) return null
  const { clauseId, declarationId, declaration, citation, date, grade, number, parties, text: wording } = best.hit
  return { clauseId, declarationId, declaration, citation, date, grade, number, parties, text: wording, share: best.share, ops: best.ops }
}

/** The stop at the end keeps the last word whole: a search takes an unfinished one for a beginning. */
function phrasesOf(text: string): string[] {
  const words = tokens(text).map((token) => token.text).filter((word) => word.length >= SHORTEST)
  const count = Math.min(PHRASES, Math.max(1, words.length - WORDS + 1))
  const step = count > 1 ? (words.length - WORDS) / (count - 1) : 0
  return [...new Set(Array.from({ length: count }, (_, index) => Math.max(0, Math.round(index * step))))]
    .map((at) => `${words.slice(at, at + WORDS).join(' ')}.`)
    .filter((phrase) => phrase !== '.')
}
