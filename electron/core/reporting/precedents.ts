// Whether the library has precedent for new language: the closest wording that shares enough of its words.
import { setImmediate as breathe } from 'node:timers/promises'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { NewClause, Precedent } from '../../../shared/model/report.ts'
import type { Context } from '../context.ts'
import { createTurns, type Turns } from '../turns.ts'

/** Clauses of one text that the library is asked about: beyond them the text is a different one, and the answer not worth the wait. */
const MOST = 300
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
  const inTurns = createTurns()
  const found: NewClause[] = []
  for (const clause of added.slice(0, MOST)) {
    found.push({ ...clause, precedent: await precedentFor(clause.text, asking, { library }, inTurns) })
    report(found.length)
    await breathe()
  }
  return [...found, ...added.slice(MOST)]
}

/** The closest wording. */
async function precedentFor(text: string, { language, date, except }: Asking, { library }: Pick<Context, 'library'>, inTurns: Turns): Promise<Precedent | null> {
  const [best] = await inTurns(library.precedents({ text, language, until: date, except: [...except], limit: 1 }))
  if (!best || best.share < LEAST_SHARE) return null
  const { clauseId, declarationId, declaration, citation, date: agreed, grade, number, parties, text: wording } = best.hit
  return { clauseId, declarationId, declaration, citation, date: agreed, grade, number, parties, text: wording, share: best.share, ops: best.ops }
}
