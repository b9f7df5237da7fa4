// A generated library: declarations of fifty clauses that read like the samples, in one file beside their plain text.
import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import type { Proposal } from '../../../shared/model/proposal.ts'
import { bringIndexUpToDate } from '../../../electron/core/library/search/clauseIndex.ts'
import { openServices } from '../../support/services.ts'
import { writer } from './prose.ts'

export type Services = ReturnType<typeof openServices>

const CLAUSES = 50
/** Declarations in one transaction. */
const BATCH = 100

/** Fills `path` with `count` clauses in Russian and writes each as a line of `plain`; returns the services and the letters written. */
export function fillLibrary(path: string, plain: string, count: number): { services: Services; bytes: number } {
  const services = openServices(path)
  const { db, library } = services
  bringIndexUpToDate(db)
  const write = paragraphs()
  const file = openSync(plain, 'w')
  let bytes = 0
  const numbers = Array.from({ length: Math.ceil(count / CLAUSES) }, (_, index) => index * CLAUSES)
  for (let batch = 0; batch < numbers.length; batch += BATCH) {
    db.write(() => {
      for (const number of numbers.slice(batch, batch + BATCH)) {
        const texts = Array.from({ length: Math.min(CLAUSES, count - number) }, write)
        bytes += writeSync(file, `${texts.join('\n')}\n`)
        library.store(declarationOf(texts, number), { again: true })
      }
    })
  }
  closeSync(file)
  db.sqlite.exec("INSERT INTO clause_index (clause_index) VALUES ('optimize')")
  db.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return { services, bytes }
}

/** Clauses only: a heading is none. */
export function paragraphs(seed = 1): () => string {
  const write = writer('ru', seed)
  return () => {
    for (;;) {
      const text = write()
      if (text.endsWith('.')) return text
    }
  }
}

/** One declaration with these clauses; `number` tells its year and its parties. */
export function declarationOf(texts: readonly string[], number: number): Proposal {
  const year = 1995 + (number / CLAUSES) % 30
  const parties = ['Вестрия', 'Алвания', 'Даррония', 'Сельта'].slice((number / CLAUSES) % 3)
  return {
    fileName: `${number}.txt`, hash: createHash('sha256').update(String(number)).digest('hex'), format: 'txt', encoding: 'utf-8', raw: [],
    paragraphs: texts.map((text) => ({ role: 'clause', text, raw: [], confidence: 1, reasons: [] })),
    metadata: {
      title: `Совместное заявление № ${number}`, form: 'joint-statement', language: 'ru', grade: 'official', date: `${Math.floor(year)}-06-01`,
      place: 'Тервен', parties: parties.map((state) => ({ state })), definedTerms: ['Стороны'], source: '',
    },
    numbering: { sections: 'roman', clauses: 'none', items: 'parenthesis' },
    warnings: [],
  }
}
