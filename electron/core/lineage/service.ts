// Lineages of the library: opened as a timeline, corrected by hand, kept up to date as declarations come in.
import { AppError } from '../../../shared/contract/error.ts'
import { MOST_APPEARANCES, type Appearance, type Lineage } from '../../../shared/contract/lineage.ts'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import { citationOf } from '../../../shared/drafting/citation.ts'
import { operativeReader, type Sentence } from '../../../shared/language/operative.ts'
import { gapsOf, type Known } from '../../../shared/lineage/index.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import type { Phrasebook } from '../../../shared/model/phrasebook.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { actChanges, mapOffsets } from '../../../shared/reporting/index.ts'
import type { Context, LineageService } from '../context.ts'
import { readPhrasebook } from '../reporting/phrasebooks.ts'
import { Corrections } from './corrections.ts'
import { clausesBy, familyOf } from './family.ts'
import { createKinshipKeeper } from './keeper.ts'
import { countPending } from './kinship.ts'
import { printOf, type Named } from './standing.ts'

type Services = Pick<Context, 'db' | 'library' | 'jobs' | 'events' | 'templates' | 'log'>

/** More than `few` clauses that came in are compared in a worker. */
export function createLineageService(services: Services, few?: number): LineageService {
  const { db, library, events, templates, log } = services
  const corrections = new Corrections(db, () => library.declarations())
  const keeper = createKinshipKeeper(services, few)
  const changed = (act: number) => {
    events.push('lineage.changed', {})
    return { act }
  }
  const named = (id: ClauseId): Named => {
    const { text, date } = library.openClause(id)
    return { id, print: printOf(text), date }
  }

  return {
    *open(id) {
      library.openClause(id)
      const present = new Map(library.declarations().map((declaration) => [declaration.id as string, declaration]))
      const byHand = corrections.inForce()
      const [start] = clausesBy(db, 'id', [id])
      const { clauses, near, more } = yield* familyOf(start!, db, present, byHand)
      const hits = clauses.slice(0, MOST_APPEARANCES).map((clause) => library.openClause(clause as ClauseId)).sort(byDate)
      const language = present.get(start!.declaration)!.language
      const book = readPhrasebook(language, templates, log)
      const appearances = yield* appearancesOf(hits, present, typeof book === 'string' ? null : book, byHand.kinds)
      const lastAgreed = hits.findLastIndex(({ grade }) => grade === 'official')
      return {
        appearances,
        gaps: gapsIn(hits, [...present.values()].filter((declaration) => declaration.clauses > 0 && !near.has(declaration.id))),
        lastAgreed: lastAgreed === -1 ? null : lastAgreed,
        ladder: typeof book === 'string' ? [] : book.ladder.map(({ name }) => name),
        apart: byHand.apart.has(id),
        more: more || clauses.length > MOST_APPEARANCES,
        pending: countPending(db),
        latest: corrections.latest(),
      } satisfies Lineage
    },

    join(one, other) {
      const [a, b] = [named(one), named(other)]
      if (one === other) throw new AppError('invalid', 'one clause, named twice')
      return changed(corrections.join(a, b))
    },
    takeOut: (clause) => changed(corrections.takeOut(named(clause))),
    pin: (clauses, pinned) => changed(corrections.pin(clauses.map(named), pinned)),
    undo(act) {
      corrections.undo(act)
      events.push('lineage.changed', {})
    },
    prepare: (job) => keeper.finish(job),
    consider: () => keeper.consider(),
  }
}

/** In order of date, those without one last; two of a day by their titles. */
const byDate = (a: ClauseHit, b: ClauseHit) =>
  Number(a.date === null) - Number(b.date === null) || (a.date ?? '').localeCompare(b.date ?? '') || a.declaration.localeCompare(b.declaration)
  || a.clauseId.localeCompare(b.clauseId)

function* appearancesOf(
  hits: readonly ClauseHit[], present: ReadonlyMap<string, DeclarationSummary>, book: Phrasebook | null, kinds: ReadonlyMap<string, 'joined' | 'pinned'>,
): Generator<void, Appearance[]> {
  const found: Appearance[] = []
  let before: { hit: ClauseHit; sentences: Sentence[] } | null = null
  for (const hit of hits) {
    const sentences = book ? operativeReader(book, present.get(hit.declarationId)!.definedTerms)(hit.text) : []
    const ops = before ? wordDiff(before.hit.text, hit.text) : []
    const acts = before ? actChanges(before.sentences, sentences, mapOffsets(ops)) : { changes: [], tenses: 0 }
    const verbs = sentences.flatMap((sentence) => sentence.verbs)
    const verb = verbs.find(({ rank }) => rank !== null) ?? verbs[0]
    found.push({
      hit, ops, verb: verb ? { text: verb.text, rank: verb.rank } : null,
      changes: acts.changes.map(({ from: _from, ...change }) => change), tenses: acts.tenses, byHand: kinds.get(hit.clauseId) ?? null,
    })
    before = { hit, sentences }
    yield
  }
  return found
}

const known = ({ language, grade, date, parties }: Pick<DeclarationSummary, 'language' | 'grade' | 'date' | 'parties'> | ClauseHit, id: string): Known =>
  ({ id, language, grade, date, parties: parties.map(({ code, state }) => code || state) })

function gapsIn(hits: readonly ClauseHit[], present: readonly DeclarationSummary[]): Lineage['gaps'] {
  const byId = new Map(present.map((declaration) => [declaration.id as string, declaration]))
  return gapsOf(hits.map((hit) => known(hit, hit.declarationId)), present.map((declaration) => known(declaration, declaration.id))).map(({ id, after }) => {
    const declaration = byId.get(id)!
    return { declarationId: declaration.id, citation: citationOf(declaration), date: declaration.date!, after }
  })
}
