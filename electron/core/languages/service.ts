// Language versions: proposed by what two texts have the same, decided by the officer, and clause by clause from one to the other.
import { AppError } from '../../../shared/contract/error.ts'
import { counterpart, inOtherLanguage, type Placed } from '../../../shared/identity/index.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { LanguageProposal, Shape, Version } from '../../../shared/model/languageVersion.ts'
import type { Context, LanguageService } from '../context.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { groupsOf, join, pairs, part, undo } from './links.ts'

/** Texts whose clauses are counted in one step. */
const STEP = 200

/** See `LanguageService` for what each method promises. */
export function createLanguageService({ db, events, library }: Pick<Context, 'db' | 'events' | 'library'>): LanguageService {
  const present = () => new Map(library.declarations().map((text) => [text.id, text]))
  const stored = (...ids: DeclarationId[]) => {
    const known = present()
    if (ids.some((id) => !known.has(id))) throw new AppError('not-found', 'no such declaration')
  }
  const act = (change: () => number) => {
    const made = db.write(change)
    events.push('library.changed', { id: null })
    return { act: made }
  }
  return {
    *list() {
      const known = present()
      const all = groupsOf(pairs(db, 'same'))
      const groups = [...new Set(all.values())].map((group) => [...group].filter((id) => known.has(id))).filter((group) => group.length > 1)
      const apart = new Set(pairs(db, 'apart').flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]))
      const proposed: LanguageProposal[] = []
      for (const [one, other] of yield* worthComparing(db, library.declarations())) {
        if (all.get(one.id)?.has(other.id) || apart.has(`${one.id} ${other.id}`)) continue
        const match = inOtherLanguage(one, other)
        if (match) proposed.push({ one: one.id, other: other.id, ...match })
      }
      return { groups, proposed }
    },

    match(text) {
      const sameDay = library.declarations().filter(({ date }) => date !== null && date === text.date)
      const shapes = readShapes(db, sameDay.map(({ id }) => id))
      return sameDay.flatMap((other) => {
        const match = inOtherLanguage(text, { ...other, shape: shapes.get(other.id) ?? EMPTY })
        return match ? [{ declaration: other.id, ...match }] : []
      })
    },

    join(one, other) {
      stored(one, other)
      if (one === other) throw new AppError('invalid', 'one declaration, named twice')
      return act(() => join(db, one, other))
    },

    part(one, other) {
      stored(one, other)
      if (one === other) throw new AppError('invalid', 'one declaration, named twice')
      return act(() => part(db, one, other))
    },

    undo(made) {
      db.write(() => undo(db, made))
      events.push('library.changed', { id: null })
    },

    clause(clause, declaration) {
      stored(declaration)
      const { declarationId } = library.openClause(clause)
      const [own, others] = [declarationId, declaration].map((id) => placesIn(db, id))
      const index = counterpart(own!, others!, own!.findIndex(({ id }) => id === clause))
      return index === null ? null : others![index]!.id
    },
  }
}

const EMPTY: Shape = { sections: 0, clauses: 0, numbers: 0 }

/** Pairs of one day in different languages, each with how it is built. */
function* worthComparing(
  db: LibraryFile, all: readonly DeclarationSummary[],
): Generator<void, [Version & { id: DeclarationId }, Version & { id: DeclarationId }][]> {
  const byDay = new Map<string, DeclarationSummary[]>()
  for (const text of all) {
    if (text.date !== null && text.grade !== 'press-report') byDay.set(text.date, [...byDay.get(text.date) ?? [], text])
  }
  const several = [...byDay.values()].filter((texts) => new Set(texts.map(({ language }) => language)).size > 1)
  const ids = several.flat().map(({ id }) => id)
  const shapes = new Map<DeclarationId, Shape>()
  for (let from = 0; from < ids.length; from += STEP) {
    for (const [id, shape] of readShapes(db, ids.slice(from, from + STEP))) shapes.set(id, shape)
    yield
  }
  return several.flatMap((texts) => {
    const built = texts.map((text) => ({ ...text, shape: shapes.get(text.id) ?? EMPTY }))
    return built.flatMap((one, index) => built.slice(index + 1).map((other): [typeof one, typeof other] => [one, other]))
  })
}

const readShapes = (db: LibraryFile, ids: readonly DeclarationId[]): Map<DeclarationId, Shape> =>
  new Map(db.all<Row>(
    `SELECT declaration, count(DISTINCT nullif(section, '[]')) AS sections, count(*) AS clauses, count(number) AS numbers
     FROM clause WHERE declaration IN (SELECT value FROM json_each(?)) GROUP BY declaration`, JSON.stringify(ids),
  ).map((row) => [row['declaration'] as DeclarationId, { sections: Number(row['sections']), clauses: Number(row['clauses']), numbers: Number(row['numbers']) }]))

const placesIn = (db: LibraryFile, id: DeclarationId): (Placed & { id: ClauseId })[] =>
  db.all<Row>('SELECT id, number, section FROM clause WHERE declaration = ? ORDER BY position', id)
    .map((row) => ({ id: row['id'] as ClauseId, number: row['number'] as string | null, section: JSON.parse(String(row['section'])) as string[] }))
