// The sample declarations that come with Alternat, put in a new library once. Each is `samples/<name>.txt`, a text in its
// plain form that goes the way of any import, and beside it what is known about it as `<name>.json`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metadataSchema } from '../../../shared/model/declaration.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { Context } from '../context.ts'
import { describeError } from '../log.ts'
import { readMark, writeMark } from '../settings/marks.ts'

const MARK = 'samples'

type Propose = (bytes: Uint8Array, name: string) => Proposal

/**
 * Fills a library that never had the samples; one whose officer took them out is left alone. Stops after each that is read, so
 * that whoever fills it may answer windows meanwhile; the last step stores them, all or none.
 */
export function* putSamplesIn(
  { db, library, templates, log }: Pick<Context, 'db' | 'library' | 'templates' | 'log'>, propose: Propose,
): Generator<void, void> {
  if (!db.writable || readMark(db, MARK) !== null) return
  const folder = join(templates, 'samples')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).sort() : []
  /** A sample is no reason to keep an officer from the library. */
  const orSkip = (name: string, act: () => void) => {
    try {
      act()
    } catch (error) {
      log.error('sample.unreadable', { file: name, ...describeError(error) })
    }
  }
  const read: { name: string; proposal: Proposal }[] = []
  for (const name of names) {
    orSkip(name, () => read.push({ name, proposal: proposed(folder, name, propose) }))
    yield
  }
  db.write(() => {
    for (const { name, proposal } of read) orSkip(name, () => library.store(proposal, { sample: true }))
    writeMark(db, MARK, names.length)
  })
}

function proposed(folder: string, name: string, propose: Propose): Proposal {
  const proposal = propose(readFileSync(join(folder, name)), name)
  const about = join(folder, name.replace(/\.txt$/, '.json'))
  const metadata = existsSync(about) ? metadataSchema.parse(JSON.parse(readFileSync(about, 'utf8'))) : proposal.metadata
  return { ...proposal, metadata: { ...metadata, grade: 'official' } }
}
