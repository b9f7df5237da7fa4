// Lineages: whether families are what they were planted as, and what comparing a whole library and drawing one lineage cost.
// Clauses of generated declarations come back in later ones: verbatim, edited up to a fifth or a third of their words, among as
// many that never do. Pairs of clauses are judged: of one planted family or not, found together or not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Services } from './support/clauses.ts'
import { bringIndexUpToDate } from '../../electron/core/library/search/clauseIndex.ts'
import { openServices } from '../support/services.ts'
import { chance, quantile, timed, timedAsync, type Bench } from './support/bench.ts'
import { declarationOf, fillLibrary, paragraphs } from './support/clauses.ts'
import { rewrite } from './support/rewritten.ts'

type Tell = Parameters<Bench>[0]

const SIZES = [10_000, 100_000]
const DECLARATIONS = 40
const FAMILIES = 25
const ALONE = 25
/** Opened of a large library, spread over it. */
const OPENED = 100

export const bench: Bench = async (tell, say, large) => {
  await planted(tell)
  for (const count of large ? SIZES : SIZES.slice(0, 1)) await measured(count, tell, say)
  if (!large) say('a hundred thousand clauses: npm run bench -- lineage --large')
}

/** Every clause drifts from the wording before it, as texts do, and is left out of every third declaration. */
async function planted(tell: Tell): Promise<void> {
  const services = openServices()
  const { library, lineage, db } = services
  bringIndexUpToDate(db)
  const write = paragraphs(3)
  const random = chance(4)
  const foreign = paragraphs(98)
  const current = Array.from({ length: FAMILIES }, write)
  const truth = new Map<string, number>()
  for (let number = 0; number < DECLARATIONS; number++) {
    const kept = current.flatMap((text, family) => (random() < 1 / 3 ? [] : [{ text, family }]))
    const texts = [...kept, ...Array.from({ length: ALONE }, () => ({ text: write(), family: -1 }))]
    const { id } = library.store(declarationOf(texts.map(({ text }) => text), number * 50), { again: true })
    library.open(id).clauses.forEach((clause, at) => truth.set(clause.id, texts[at]!.family))
    for (const [family, text] of current.entries()) if (random() < 2 / 3) current[family] = rewrite(text, 'light', foreign, random)
  }
  await lineage.prepare()
  let [right, found, all] = [0, 0, 0]
  const sizes = new Map<number, number>()
  for (const family of truth.values()) if (family >= 0) sizes.set(family, (sizes.get(family) ?? 0) + 1)
  for (const size of sizes.values()) all += size * (size - 1)
  for (const [id, family] of truth) {
    for (const { hit } of opened(services, id).appearances) {
      if (hit.clauseId === id) continue
      found++
      if (family >= 0 && truth.get(hit.clauseId) === family) right++
    }
  }
  tell({ name: `pairs of ${FAMILIES} planted families: precision`, value: (100 * right) / Math.max(1, found), unit: '%', bar: { atLeast: 95 } })
  tell({ name: 'recall', value: (100 * right) / all, unit: '%', bar: { atLeast: 90 } })
}

function opened({ lineage }: Pick<Services, 'lineage'>, id: string) {
  const steps = lineage.open(id as Parameters<typeof lineage.open>[0])
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

async function measured(count: number, tell: Tell, say: Parameters<Bench>[1]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-bench-'))
  try {
    say(`${count.toLocaleString('en')} clauses`)
    const { services } = fillLibrary(join(folder, 'library.alternat'), join(folder, 'clauses.txt'), count)
    const whole = await timedAsync(() => services.lineage.prepare())
    tell({ name: 'a whole library compared', value: whole / 1000, unit: 's', bar: { atMost: 180 } })
    tell({ name: 'each clause', value: whole / count, unit: 'ms' })
    const write = paragraphs(8)
    services.library.store(declarationOf(Array.from({ length: 50 }, write), 50 * count), { again: true })
    tell({ name: 'a declaration of 50 clauses that came in', value: await timedAsync(() => services.lineage.prepare()), unit: 'ms', bar: { atMost: 1000 } })
    const ids = services.db.all<{ id: string }>('SELECT id FROM clause WHERE key % ? = 1', Math.floor(count / OPENED)).map(({ id }) => id)
    const times = ids.map((id) => timed(() => opened(services, id)))
    tell({ name: 'a lineage drawn, p50', value: quantile(times, 0.5), unit: 'ms' })
    tell({ name: 'a lineage drawn, p95', value: quantile(times, 0.95), unit: 'ms' })
    const bytes = services.db.get<{ bytes: number }>("SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'kinship%'")!.bytes
    tell({ name: 'pairs kept, each clause', value: bytes / count, unit: 'bytes' })
    await services.jobs.close()
    services.db.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
