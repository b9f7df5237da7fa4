// Documents that press reports name: which of them are in the library, which are missing, and what an officer says about it.
import { AppError } from '../../../shared/contract/error.ts'
import { byLikelihood, matchOf } from '../../../shared/identity/index.ts'
import type { KnownDocument, Match } from '../../../shared/model/document.ts'
import type { Context, DocumentService } from '../context.ts'
import { candidatesIn } from './candidates.ts'
import { readPending } from './pending.ts'
import { readDocuments } from './rows.ts'
import { missingDocuments } from './tying.ts'

const UNLIKE: Match = { reasons: [], isSure: false }

/** Documents that are compared with the library in one step. */
const STEP = 20

/** See `DocumentService` for what each method promises. */
export function createDocumentService({ db, events, library }: Pick<Context, 'db' | 'events' | 'library'>): DocumentService {
  const changed = () => events.push('library.changed', { id: null })
  const change = (act: () => number) => {
    if (db.write(act) === 0) throw new AppError('not-found', 'no such document')
    changed()
  }
  return {
    *list() {
      let read = 0
      for (const step of readPending(db)) {
        read++
        yield step
      }
      if (read > 0) changed()
      const candidates = candidatesIn(library.declarations())
      const known: KnownDocument[] = []
      for (const [index, document] of readDocuments(db).entries()) {
        const { stems: _stems, reported: _reported, ...told } = document
        const isMissing = document.declaration === null && !document.dismissed
        known.push({ ...told, candidates: isMissing ? candidates(document) : [] })
        if (index % STEP === 0) yield
      }
      return known.sort(byDate)
    },

    match: (text, wanted) => missingDocuments(db)
      .flatMap((document) => {
        const match = matchOf(document, text) ?? (document.id === wanted ? UNLIKE : null)
        return match ? [{ document: document.id, name: document.name, date: document.date, namedBy: document.namedBy, ...match }] : []
      })
      .sort((one, other) => Number(other.document === wanted) - Number(one.document === wanted) || byLikelihood(one, other)),

    tie(document, declaration) {
      if (declaration !== null && !library.declarations().some(({ id }) => id === declaration)) throw new AppError('not-found', 'no such declaration')
      change(() => db.run('UPDATE known_document SET declaration = ?, dismissed = 0 WHERE id = ?', declaration, document))
    },

    dismiss: (document, dismissed) => change(() => db.run('UPDATE known_document SET dismissed = ? WHERE id = ?', dismissed ? 1 : 0, document)),
  }
}

/** The newest first, by their own day or that of the earliest report; those without either last. */
const byDate = (one: KnownDocument, other: KnownDocument) => {
  const [mine, theirs] = [one, other].map(({ date, namedBy }) => date ?? namedBy[0]!.date)
  return Number(mine === null) - Number(theirs === null) || (theirs ?? '').localeCompare(mine ?? '') || one.id - other.id
}
