// Precedents: the earlier wordings closest to a text, each once, with every declaration that carries it.
import type { Asked, Precedent } from '../../../shared/contract/precedents.ts'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { sameLanguage } from '../../../shared/language/same.ts'
import { passes } from '../../../shared/searching/index.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { plain, settled, sharesOf } from '../../../shared/reporting/index.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import type { StoredClause, StoredDeclaration } from './rows.ts'
import { similarClauses } from './search/similar.ts'

/** Less of the text in a clause, in percent, is chance. */
const LEAST_SHARE = 25
/** Wordings compared word by word for each that is wanted. */
const SPARE = 2
/** Declarations named beside a wording. */
const MOST_ALSO = 20

export interface Shelf {
  db: LibraryFile
  declarations: ReadonlyMap<DeclarationId, StoredDeclaration>
  hitOf: (clause: StoredClause) => ClauseHit
}

/** In steps of a few milliseconds, so that windows are answered between them. */
export function* precedentsFor(
  { text, language, until = null, except, parties, limit }: Asked, { db, declarations, hitOf }: Shelf,
): Generator<void, Precedent[]> {
  const similar = yield* similarClauses(db, text, language, ({ declaration, kind }) => {
    const from = declarations.get(declaration)
    if (!from || from.removed !== null || kind !== 'clause' || except?.includes(declaration)) return false
    if (parties && !passes(from, { parties })) return false
    return sameLanguage(from.language, language) && (until === null || from.date === null || from.date <= until)
  })
  yield
  const wordings = new Map<string, StoredClause[]>()
  for (const { clause } of similar) {
    const key = plain(clause.text)
    const carried = wordings.get(key)
    if (carried) carried.push(clause)
    else if (wordings.size < SPARE * limit) wordings.set(key, [clause])
  }
  const found: Precedent[] = []
  for (const clauses of wordings.values()) {
    const [latest, ...also] = clauses.map(hitOf).sort(newestFirst)
    const ops = settled(wordDiff(latest!.text, text))
    const { new: share } = sharesOf(ops)
    if (share >= LEAST_SHARE) found.push({ hit: latest!, share, ops, also: also.slice(0, MOST_ALSO) })
    yield
  }
  return found.sort((a, b) => b.share - a.share || newestFirst(a.hit, b.hit)).slice(0, limit)
}

const newestFirst = (a: ClauseHit, b: ClauseHit) => (b.date ?? '').localeCompare(a.date ?? '')
