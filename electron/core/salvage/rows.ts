// Reads a table of a damaged file row by row. A scan stops at the first ruined page, so it is made from both ends, and what lies
// between them is asked for one row at a time: each is found on a way of its own through the tree, and only those fail whose way
// leads over a ruined page.
import type Database from 'better-sqlite3'

export type Values = Record<string, unknown>

/** Past the last row that could be read, where nothing tells how many more there are. */
const REACH = 5000

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const listed = (columns: readonly string[]) => columns.map(quoted).join(', ')

/** Rows of a table with row numbers. Yields null now and then where a row cannot be read, so that the reader can tell how far it is. */
export function* rowsByNumber(sqlite: Database.Database, table: string, columns: readonly string[]): Generator<Values | null> {
  const asked = `SELECT rowid AS "#", ${listed(columns)} FROM ${quoted(table)} NOT INDEXED`
  let last = 0
  const up = scan(sqlite, `${asked} ORDER BY rowid`)
  for (;;) {
    const step = up.next()
    if (step.done) {
      if (step.value === 'whole') return
      break
    }
    last = Number(step.value['#'])
    yield without(step.value)
  }
  let first = Infinity
  for (const row of scan(sqlite, `${asked} WHERE rowid > ${last} ORDER BY rowid DESC`)) {
    first = Number(row['#'])
    yield without(row)
  }
  const one = prepared(sqlite, `${asked} WHERE rowid = ?`)
  if (!one) return
  let found = last
  const end = () => (first === Infinity ? found + REACH + 1 : first)
  for (let number = last + 1; number < end(); number++) {
    const row = attempt(() => one.get(number) as Values | undefined)
    if (row) {
      found = number
      yield without(row)
    } else yield null
  }
}

/** Rows of a table that is kept in the order of its key; what lies between both ends is asked for by `firsts`, values of the key's first column. */
export function* rowsByKey(
  sqlite: Database.Database, table: string, columns: readonly string[], key: readonly string[], firsts: Iterable<unknown>,
): Generator<Values | null> {
  const asked = `SELECT ${listed(columns)} FROM ${quoted(table)}`
  const ordered = (order: 'ASC' | 'DESC') => `${asked} ORDER BY ${key.map((column) => `${quoted(column)} ${order}`).join(', ')}`
  const up = scan(sqlite, ordered('ASC'))
  for (;;) {
    const step = up.next()
    if (step.done) {
      if (step.value === 'whole') return
      break
    }
    yield step.value
  }
  yield* scan(sqlite, ordered('DESC'))
  const some = prepared(sqlite, `${asked} WHERE ${quoted(key[0]!)} = ?`)
  for (const first of some ? firsts : []) yield* attempt(() => some!.all(first) as Values[]) ?? [null]
}

/** Rows until the end, or until one cannot be read. */
function* scan(sqlite: Database.Database, sql: string): Generator<Values, 'whole' | 'broken'> {
  const rows = attempt(() => prepared(sqlite, sql)?.iterate() as IterableIterator<Values> | undefined)
  if (!rows) return 'broken'
  for (;;) {
    const step = attempt(() => rows.next())
    if (!step) return 'broken'
    if (step.done) return 'whole'
    yield step.value
  }
}

const prepared = (sqlite: Database.Database, sql: string) => attempt(() => sqlite.prepare<unknown[]>(sql))

/** Nothing where SQLite finds the page wrong. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isDamage(error)) return undefined
    throw error
  }
}

/** A ruined page may show as a wrong tree, as a page that is not there, or as a schema that makes no sense. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|ERROR|IOERR_SHORT_READ|TOOBIG|NOMEM)/.test(String(error.code))

function without({ '#': _number, ...row }: Values): Values {
  return row
}
