// Documents that press reports name: which of them are in the library, which are missing, and what an officer says about it.
import { AppError } from '../../../shared/contract/error.ts'
import { byLikelihood, daysOf, matchOf } from '../../../shared/identity/index.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { KnownDocument, Match } from '../../../shared/model/document.ts'
import type { Context, DocumentService } from '../context.ts'
import { readPending } from './pending.ts'
import { readDocuments, type StoredDocument } from './rows.ts'
import { missingDocuments } from './tying.ts'

const UNLIKE: Match = { reasons: [], isSure: false }

/** Candidates that are shown for one document. */
const SHOWN = 5
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

/** Finds the declarations that a document may be, among those of its days. */
function candidatesIn(declarations: readonly DeclarationSummary[]): (document: StoredDocument) => KnownDocument['candidates'] {
  const texts = declarations.filter(({ grade }) => grade !== 'press-report')
  const undated = texts.filter(({ date }) => date === null)
  const byDay = new Map<string, DeclarationSummary[]>()
  for (const text of texts) if (text.date !== null) byDay.set(text.date, [...byDay.get(text.date) ?? [], text])
  const days = [...byDay.keys()].sort()
  return (document) => {
    const span = daysOf(document)
    const timely = span ? days.filter((day) => day >= span.from && day <= span.to).flatMap((day) => byDay.get(day)!) : texts
    return [...timely, ...(span ? undated : [])]
      .flatMap((text) => {
        const match = matchOf(document, text)
        return match ? [{ declaration: text.id, ...match }] : []
      })
      .sort(byLikelihood).slice(0, SHOWN)
  }
}
