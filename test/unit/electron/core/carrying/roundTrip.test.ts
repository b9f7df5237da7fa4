// A library that is carried to an empty one is the same library: every table of the schema either travels whole or is named here
// with the reason why it does not, so that a table that is added later fails until somebody decides.
import { describe, expect, test } from 'vitest'
import { dismiss } from '../../../../../electron/core/checking/dismissals.ts'
import type { LibraryFile, Row } from '../../../../../electron/core/db/libraryFile.ts'
import { NAMED, reportOf } from '../../../../support/named.ts'
import { bring, openOther, out, startFrom, store, write, type Library } from '../../../../support/carried.ts'

/** Tables whose rows come over as they are, each with its order; columns that are the receiving library's own. */
const TRAVELS: Readonly<Record<string, { by: string; own?: readonly string[] }>> = {
  declaration: { by: 'id' },
  party: { by: 'declaration, position' },
  document_number: { by: 'declaration, position' },
  // Numbers of rows: what refers to them is compared by words.
  clause: { by: 'id', own: ['key'] },
  stem: { by: 'stem' },
  likeness: { by: 'declaration' },
  likeness_band: { by: 'band, declaration' },
  curation: { by: 'subject' },
  correction: { by: 'since, one' },
  language_version: { by: 'since, one, other' },
  known_document: { by: 'stems', own: ['id'] },
  naming: { by: 'clause', own: ['document'] },
  saved_search: { by: 'id' },
  // The text itself is compared as it opens: here its last saves may stand beside it.
  draft: { by: 'id', own: ['statement', 'text_rev'] },
  version: { by: 'draft, position' },
  dismissal: { by: 'draft, block, kind, found, near' },
}

const STAYS: Readonly<Record<string, string>> = {
  setting: 'belongs to the officer at this machine',
  draft_patch: 'is how the last saves of a draft are kept here; its text goes whole',
  draft_step: 'is what can be undone of the last day’s work here, words among it that the text has no more',
  draft_place: 'is where the window was here',
  carried: 'is what this library remembers of its own traffic; what a receiver needs of it stands with each draft',
  batch: 'is an import that runs here; what it stored goes as declarations',
  batch_file: 'likewise',
  curation_step: 'takes back edits made here; a library that came whole has none of its own to take back',
  curation_changes: 'counts what happened here, for what is kept in memory',
  library_changes: 'likewise',
  unread_report: 'names the reports that are still to be read here',
  kinship: 'is computed anew, from clauses alone',
  kinless: 'names the clauses that are still to be compared here',
  clause_index: 'is the index of the clauses, which is compared by what it finds',
}

/** FTS5 keeps its own tables. */
const tablesOf = (db: LibraryFile) =>
  db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'clause_index_*' AND name NOT GLOB 'sqlite_*'").map(({ name }) => name)

const rows = (db: LibraryFile, table: string) => {
  const { by, own = [] } = TRAVELS[table]!
  return db.all<Row>(`SELECT * FROM ${table} ORDER BY ${by}`).map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !own.includes(column))))
}

function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Something in every table that travels, and in every column of it that may be empty. */
function full(): Library {
  const library = openOther()
  // Would be the text of the first document by its title and day, and is not.
  store(library, 'суда', { title: NAMED[0], date: '2024-05-15' })
  library.library.store(reportOf(NAMED))
  const [rivers, peace, unknown] = [
    store(library, 'рост', { parties: [{ state: 'Вестрия', code: 'VT', person: 'И. Одров', title: 'Министр' }, { state: 'Ольмин' }], definedTerms: ['Стороны'], numbers: ['№ 5'], source: 'https://example.org/a' }),
    store(library, 'мир', { grade: 'unofficial-translation' }), store(library, 'воду', { date: null, place: null }),
  ]
  const clause = library.library.open(rivers!).clauses[0]!.id
  library.curation.edit({
    declarations: [rivers!], clauses: [], status: 'superseded', grade: 'press-report',
    change: { addTags: ['вода'], addTopics: ['реки'], note: 'Смотреть с осторожностью.', favourite: true },
  } as never)
  library.curation.edit({ declarations: [], clauses: [clause], change: { barred: 'Оговорка отозвана.' } } as never)
  library.lineage.join(clause, library.library.open(peace!).clauses[0]!.id)
  library.lineage.takeOut(library.library.open(unknown!).clauses[1]!.id)
  library.lineage.takeOut(clause)
  const { act } = library.languages.join(rivers!, peace!)
  library.languages.undo(act)
  library.languages.join(peace!, unknown!)
  library.languages.join(unknown!, rivers!)
  library.languages.part(rivers!, peace!)
  const [first, second, third] = [...drain(library.documents.list())].sort((one, other) => one.id - other.id)
  library.documents.tie(first!.id, null)
  library.documents.tie(second!.id, rivers!)
  library.documents.dismiss(third!.id, true)
  library.searches.save('О воде', 'вода', { parties: ['VT'], declarations: [rivers!] })
  const draft = startFrom(library, rivers!)
  library.drafts.createVersion(draft, 'К первому кругу')
  write(library, draft, 'Новые слова.')
  dismiss(library.db, draft, { block: 'b1', kind: 'year', found: '2022', near: '…' })
  library.settings.set({ author: 'Первый' })
  return library
}

describe('every table', () => {
  const from = full()
  const to = openOther()
  bring(to, out(from))

  test('is decided about', () => {
    expect(tablesOf(from.db).sort()).toEqual([...Object.keys(TRAVELS), ...Object.keys(STAYS)].sort())
  })

  test.each(Object.keys(TRAVELS))('%s travels', (table) => {
    expect(rows(from.db, table)).not.toEqual([])
    expect(rows(to.db, table)).toEqual(rows(from.db, table))
  })

  test('and drafts open as they were', () => {
    const opened = ({ drafts }: Library) => drafts.list().map(({ id }) => drafts.open(id))
    expect(opened(from)).toHaveLength(1)
    expect(opened(to)).toEqual(opened(from))
  })

  test('and what was found is found, in the same order', () => {
    for (const query of ['рост', 'стороны', 'поддержали мир', '*рос*']) {
      const found = ({ library }: Library) => library.search(query, {}, 50, 0).hits.map(({ clauseId, curation, barred, status }) => ({ clauseId, curation, barred, status }))
      expect(found(from)).not.toEqual([])
      expect(found(to)).toEqual(found(from))
    }
  })
})
