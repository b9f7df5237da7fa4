// The library: search against ripgrep over the same text, precedents against an OR of all words ranked by bm25, what the index
// takes, what putting in and opening cost. With `--large` also a library of a million clauses.
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stemsOf } from '../../shared/language/stems.ts'
import { similarClauses } from '../../electron/core/library/search/similar.ts'
import { openServices } from '../support/services.ts'
import { askHost, type AskedHost } from './support/askedHost.ts'
import { chance, quantile, timed, type Bench } from './support/bench.ts'
import { declarationOf, fillLibrary, paragraphs, type Services } from './support/clauses.ts'
import { byRipgrep, hasRipgrep } from './support/ripgrep.ts'
import { rewrite, type Rewriting } from './support/rewritten.ts'

type Tell = Parameters<Bench>[0]
type Say = Parameters<Bench>[1]

const SIZES = [10_000, 100_000]
const LARGE = 1_000_000
const RANKED = 10
const TEXTS = 300

/** Two forms of one word, as one is looked for and the other stands in the text. */
const FORMS = `год лет|человек людьми|день дня|рынок рынка|приветствовать приветствуют|подтверждать подтвердили|обмен обменами|страна стран
  вода вод|соглашение соглашений|сотрудничество сотрудничеству|поддерживать поддерживая|учёт учета|развитие развивать|ребёнок детей
  уровень уровня|перевозка перевозок|друг друзья|договориться договорились|письмо писем`.split(/[|\n]/u).map((pair) => pair.trim().split(' ') as [string, string])

export const bench: Bench = async (tell, say, large) => {
  forms(tell, say)
  for (const count of large ? [...SIZES, LARGE] : SIZES) await measured(count, tell, say)
  if (!large) say('a million clauses: npm run bench -- library --large')
}

function forms(tell: Tell, say: Say): void {
  const { library } = openServices()
  library.store(declarationOf(FORMS.map(([, text]) => `В тексте ${text} названо.`), 0))
  const missed = FORMS.filter(([asked, text]) => !library.search(`${asked}.`, {}, 50, 0).hits.some((hit) => hit.text.includes(` ${text} `)))
  tell({ name: `of ${FORMS.length} hard pairs of Russian forms found`, value: FORMS.length - missed.length, unit: '', bar: { atLeast: 19 } })
  if (missed.length > 0) say(`not found: ${missed.map((pair) => pair.join(' → ')).join(', ')}`)
}

async function measured(count: number, tell: Tell, say: Say): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-bench-'))
  const [path, plain] = [join(folder, 'library.alternat'), join(folder, 'clauses.txt')]
  try {
    say(`${count.toLocaleString('en')} clauses`)
    let filled!: ReturnType<typeof fillLibrary>
    const filling = timed(() => { filled = fillLibrary(path, plain, count) })
    const { services, bytes } = filled
    tell({ name: 'put in, each', value: filling / count, unit: 'ms' })
    tell({ name: 'text', value: bytes / 1e6, unit: 'MB' })
    tell({ name: 'index to text', value: indexBytes(services) / bytes, unit: '', ...(count >= 100_000 && { bar: { atMost: 0.25 } }) })
    inserted(services, count, tell)
    const large = count === LARGE
    searched(services, plain, large, tell, say)
    precedents(services, count, tell)
    services.db.write(() => services.db.run('DELETE FROM kinless'))
    services.db.close()
    await reopened(path, plain, large, tell)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const indexBytes = ({ db }: Services): number =>
  db.get<{ bytes: number }>("SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'clause_index%' OR name = 'stem'")!.bytes

/**
 * What one more clause costs where declarations of fifty come in together: its row, its place in the index, the counts of its stems, and
 * its fiftieth of the declaration. Then what stands around it: declarations of one clause in one transaction, and each flushed alone.
 */
function inserted({ db, library }: Services, count: number, tell: Tell): void {
  const write = paragraphs(7)
  let number = count
  const store = (clauses: number) => {
    const declaration = declarationOf(Array.from({ length: clauses }, write), number += 50)
    return timed(() => library.store(declaration, { again: true })) / clauses
  }
  db.write(() => Array.from({ length: 500 }, () => store(1)))
  const together = db.write(() => Array.from({ length: 100 }, () => store(50)))
  tell({ name: 'one clause put in with its declaration of 50, p95', value: quantile(together, 0.95), unit: 'ms', bar: { atMost: 1 } })
  const single = db.write(() => Array.from({ length: 1000 }, () => store(1)))
  tell({ name: 'a declaration of one clause put in, p95', value: quantile(single, 0.95), unit: 'ms' })
  const flushed = Array.from({ length: 40 }, () => store(50))
  tell({ name: 'one clause with its declaration of 50, flushed, p95', value: quantile(flushed, 0.95), unit: 'ms' })
  const alone = Array.from({ length: 200 }, () => store(1))
  tell({ name: 'a declaration of one clause, flushed, p95', value: quantile(alone, 0.95), unit: 'ms' })
}

/** Words and phrases from clauses all over the library: rare and common ones as they come. */
function askedFor({ db }: Services): string[] {
  const random = chance(11)
  const { size } = db.get<{ size: number }>('SELECT max(key) AS size FROM clause')!
  return Array.from({ length: TEXTS }, (_, at) => {
    const words = textOf(db, 1 + Math.floor(random() * size)).replace(/[.,;:]/gu, '').split(' ')
    const from = Math.floor(random() * (words.length - 3))
    return words.slice(from, from + 1 + (at % 3)).join(' ')
  }).filter((words) => words.length > 3)
}

const textOf = (db: Services['db'], key: number) => db.get<{ text: string }>('SELECT text FROM clause WHERE key = ?', key)!.text

function searched(services: Services, plain: string, large: boolean, tell: Tell, say: Say): void {
  const asked = askedFor(services)
  const search = (words: string) => services.library.search(words.includes(' ') ? `"${words}"` : words, {}, 50, 0)
  for (const words of asked.slice(0, 30)) search(words)
  const ours = asked.map((words) => timed(() => search(words)))
  const loose = asked.filter((words) => words.includes(' ')).map((words) => timed(() => services.library.search(words, {}, 50, 0)))
  const filter = { years: { from: 2010 }, parties: ['Вестрия'] }
  const filtered = asked.map((words) => timed(() => services.library.search(words, filter, 50, 0)))
  const counted = asked.map((words) => timed(() => services.library.search(words, filter, 50, 0, true)))
  const parts = asked.slice(0, 60).map((words) => `*${words.split(' ')[0]!.slice(1, -2)}*`).filter((part) => part.length > 4)
  const partly = parts.map((part) => timed(() => services.library.search(part, {}, 50, 0)))
  tell({ name: `search of ${asked.length} words and phrases, p50`, value: quantile(ours, 0.5), unit: 'ms' })
  tell({ name: 'search, p95', value: quantile(ours, 0.95), unit: 'ms' })
  tell({ name: 'several words anywhere, p95', value: quantile(loose, 0.95), unit: 'ms' })
  tell({ name: 'with filters, p50', value: quantile(filtered, 0.5), unit: 'ms' })
  tell({ name: 'with filters, p95', value: quantile(filtered, 0.95), unit: 'ms' })
  tell({ name: 'with filters and counts of facets, p95', value: quantile(counted, 0.95), unit: 'ms' })
  tell({ name: 'by parts of words, p50', value: quantile(partly, 0.5), unit: 'ms' })
  if (!hasRipgrep()) return say('ripgrep is not installed: nothing to compare with')
  const few = asked.slice(0, 60)
  byRipgrep('F', few.slice(0, 5), plain)
  const exact = byRipgrep('F', few, plain)
  const anyCase = byRipgrep('i', few, plain)
  const [half, all] = [quantile(ours, 0.5), quantile(ours, 0.95)]
  tell({ name: 'rg -F, p50', value: quantile(exact, 0.5), unit: 'ms' })
  tell({ name: 'rg -i, p50', value: quantile(anyCase, 0.5), unit: 'ms' })
  tell({ name: 'times faster than rg -F, p50', value: quantile(exact, 0.5) / half, unit: '×', ...(large && { bar: { atLeast: 5 } }) })
  tell({ name: 'our p95 to p50 of rg -F', value: all / quantile(exact, 0.5), unit: '', ...(large && { bar: { atMost: 1 } }) })
  tell({ name: 'times faster than rg -i, p50', value: quantile(anyCase, 0.5) / half, unit: '×', ...(large && { bar: { atLeast: 40 } }) })
}

const RECALL: Record<Rewriting, [name: string, least: number]> = {
  light: ['up to 20 % edited', 99], half: ['half a clause', 95], heavy: ['40 % rewritten', 95],
}

function precedents(services: Services, count: number, tell: Tell): void {
  const { db } = services
  const random = chance(5)
  const foreign = paragraphs(99)
  const keys = Array.from({ length: TEXTS }, () => 1 + Math.floor(random() * count))
  const times: number[] = []
  const closest = (text: string): number[] => {
    const steps = similarClauses(db, text, 'ru', () => true)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value.slice(0, RANKED).map(({ clause }) => clause.key)
    }
  }
  for (const key of keys.slice(0, 20)) closest(textOf(db, key))
  for (const kind of Object.keys(RECALL) as Rewriting[]) {
    const [name, least] = RECALL[kind]
    const found = keys.filter((key) => {
      const text = rewrite(textOf(db, key), kind, foreign, random)
      let best: number[] = []
      times.push(timed(() => { best = closest(text) }))
      return best.includes(key)
    })
    tell({ name: `precedents, ${name}: recall@${RANKED}`, value: (100 * found.length) / keys.length, unit: '%', ...(count <= 100_000 && { bar: { atLeast: least } }) })
  }
  const peer = keys.slice(0, 20).map((key) => timed(() => db.all(
    `SELECT rowid FROM clause_index WHERE clause_index MATCH ? ORDER BY bm25(clause_index) LIMIT ${RANKED}`,
    [...new Set(stemsOf(textOf(db, key), 'ru').map(({ stem }) => `"${stem}"`))].join(' OR '),
  )))
  tell({ name: 'precedents, p50', value: quantile(times, 0.5), unit: 'ms' })
  tell({ name: 'precedents, p95', value: quantile(times, 0.95), unit: 'ms' })
  tell({ name: 'an OR of all words by bm25, p50', value: quantile(peer, 0.5), unit: 'ms' })
  const ratio = quantile(peer, 0.5) / quantile(times, 0.5)
  tell({ name: 'times faster than it', value: ratio, unit: '×', ...(count >= 100_000 && { bar: { atLeast: 20 } }) })
}

/**
 * The host that ships, from its spawn to its first answer, and what it holds after a hundred searches and questions for precedents.
 * Clauses that came in are compared in a worker first (`bench -- lineage` measures that); here none are left to compare.
 */
async function reopened(path: string, plain: string, large: boolean, tell: Tell): Promise<void> {
  const lines = beginningOf(plain).split('\n').slice(0, -1)
  const search = (host: AskedHost, query: string) => host.call('clause.search', { query, limit: 50, offset: 0 })
  const openings: number[] = []
  let megabytes: number | null = null
  for (const isLast of [false, false, true]) {
    const from = performance.now()
    const host = await askHost(path)
    await search(host, 'вода')
    openings.push(performance.now() - from)
    for (const line of isLast ? lines.slice(0, 100) : []) {
      await search(host, line.split(' ').slice(1, 3).join(' '))
      await host.call('clause.precedents', { text: line, language: 'ru', limit: 5 })
    }
    megabytes = host.megabytes()
    await host.stop()
  }
  tell({ name: 'host started, to its first answer', value: quantile(openings, 0.5), unit: 'ms', ...(large && { bar: { atMost: 1000 } }) })
  if (megabytes !== null) tell({ name: 'memory of a host that searched', value: megabytes, unit: 'MB', ...(large && { bar: { atMost: 300 } }) })
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r')
  const beginning = Buffer.alloc(100_000)
  readSync(file, beginning)
  closeSync(file)
  return beginning.toString('utf8')
}
