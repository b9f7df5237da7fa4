// What encryption costs: durable commits, opening and searching of a library encrypted and plain, with the same texts in both.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isEncrypted, type LibraryKey } from '../../electron/core/db/cipher.ts'
import type { LibraryFile } from '../../electron/core/db/libraryFile.ts'
import { openLibrary } from '../../electron/core/db/open.ts'
import { createLibraryService } from '../../electron/core/library/service.ts'
import { convertTask } from '../../electron/core/protection/converting.ts'
import { freshStretching, stretched } from '../../electron/core/protection/wrapping.ts'
import { newKey, newKeyFile } from '../../electron/core/protection/keyring.ts'
import { writeMark } from '../../electron/core/settings/marks.ts'
import { openServices } from '../support/services.ts'
import { quantile, timed, type Bench } from './support/bench.ts'
import { fillLibrary } from './support/clauses.ts'

const COMMITS = 500
const CLAUSES = 20_000
const ROUNDS = 5
const WORDS = ['вода', 'сотрудничество', 'рынок', 'соглашение', 'развитие', 'безопасность']

export const bench: Bench = async (tell, say) => {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-bench-'))
  const [plain, encrypted] = [join(folder, 'plain.alternat'), join(folder, 'encrypted.alternat')]
  const key = newKey()
  try {
    for (const library of [plain, encrypted]) fillLibrary(library, join(folder, 'clauses.txt'), CLAUSES).services.db.close()
    const keyFile = await newKeyFile(key, 'a passphrase of the bench')
    const converting = timed(() => void convertTask({ library: encrypted, key, copies: 'convert', to: 'encrypted', keyFile }, () => {}))
    if (!isEncrypted(encrypted) || isEncrypted(plain)) throw new Error('not what is to be compared')

    const times = { plain: measured(), encrypted: measured() }
    // In turns, so that what else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round++) {
      use(plain, null, times.plain)
      use(encrypted, key, times.encrypted)
    }
    commit([[openLibrary(plain), times.plain], [openLibrary(encrypted, { key }), times.encrypted]])
    for (const [name, list] of Object.entries(times)) {
      tell({ name: `${COMMITS} durable commits, ${name}`, value: COMMITS * quantile(list.commits, 0.5), unit: 'ms' })
      tell({ name: `opened, to the first answer, ${name}`, value: Math.min(...list.opening), unit: 'ms' })
      tell({ name: `search, p50, ${name}`, value: quantile(list.search, 0.5), unit: 'ms' })
    }
    tell({ name: 'commits, encrypted to plain', value: quantile(times.encrypted.commits, 0.5) / quantile(times.plain.commits, 0.5), unit: '×', bar: { atMost: 2.5 } })
    tell({ name: 'search, encrypted to plain', value: quantile(times.encrypted.search, 0.5) / quantile(times.plain.search, 0.5), unit: '×' })
    tell({ name: `encrypting ${CLAUSES.toLocaleString('en')} clauses`, value: converting, unit: 'ms' })
    const started = performance.now()
    await stretched('a passphrase of the bench', freshStretching())
    tell({ name: 'one try of a passphrase', value: performance.now() - started, unit: 'ms' })
    say(`commits and searches by their medians, one library after the other; opening by the fastest of ${ROUNDS}; the key is stretched once at unlocking, workers get it as it is`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Measured { commits: number[]; opening: number[]; search: number[] }
const measured = (): Measured => ({ commits: [], opening: [], search: [] })

function use(path: string, key: LibraryKey | null, into: Measured): void {
  let db!: ReturnType<typeof openLibrary>
  let library!: ReturnType<typeof createLibraryService>
  const rest = openServices()
  into.opening.push(timed(() => {
    db = openLibrary(path, { key })
    library = createLibraryService({ ...rest, db })
    library.search(WORDS[0]!, {}, 50, 0)
  }))
  for (const word of WORDS) into.search.push(timed(() => library.search(word, {}, 50, 0)))
  db.close()
  rest.db.close()
}

/** One commit here, one there: a disk that is slow for a while is slow for both. */
function commit(libraries: [LibraryFile, Measured][]): void {
  for (let i = 0; i < COMMITS; i++) {
    const value = JSON.stringify('x'.repeat(2000) + String(i))
    for (const [db, into] of libraries) into.commits.push(timed(() => db.write(() => writeMark(db, 'bench', value))))
  }
  for (const [db] of libraries) db.close()
}
