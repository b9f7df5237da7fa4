// All operations in one place. An operation that two areas claim, or that none has, is a bug and stops the start.
import { contract } from '../../shared/contract/index.ts'
import { appHandlers, type About } from './app/handlers.ts'
import { carryingHandlers } from './carrying/handlers.ts'
import { checkingHandlers } from './checking/handlers.ts'
import { comparingHandlers } from './comparing/handlers.ts'
import type { Context } from './context.ts'
import type { CopiesHandlers } from './copies/handlers.ts'
import type { Handlers } from './dispatch.ts'
import { documentHandlers } from './documents/handlers.ts'
import { passphraseNeeded } from './db/cipher.ts'
import { diagnosingFromOutside, diagnosingHandlers } from './diagnosing/handlers.ts'
import { draftHandlers } from './drafts/handlers.ts'
import { exportingHandlers } from './exporting/handlers.ts'
import { fileHandlers } from './files/handlers.ts'
import { formHandlers } from './forms/handlers.ts'
import { batchHandlers } from './importing/batch/handlers.ts'
import { importingHandlers } from './importing/handlers.ts'
import { jobHandlers } from './jobs/handlers.ts'
import { curatingHandlers } from './library/curating/handlers.ts'
import { languageHandlers } from './languages/handlers.ts'
import { libraryHandlers } from './library/handlers.ts'
import { lineageHandlers } from './lineage/handlers.ts'
import { protectionHandlers } from './protection/handlers.ts'
import { removedHandlers } from './removed/handlers.ts'
import { reportingHandlers } from './reporting/handlers.ts'
import { returningHandlers } from './returning/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'

/** The handler of every operation of the contract. */
export const createHandlers = (context: Context, about: About, copies: CopiesHandlers): Handlers => compose([
  copies,
  appHandlers(context, about),
  settingsHandlers(context),
  protectionHandlers(context),
  fileHandlers(context),
  jobHandlers(context),
  libraryHandlers(context),
  lineageHandlers(context),
  documentHandlers(context),
  languageHandlers(context),
  curatingHandlers(context),
  importingHandlers(context),
  batchHandlers(context),
  formHandlers(context),
  draftHandlers(context),
  comparingHandlers(context),
  exportingHandlers(context),
  returningHandlers(context),
  reportingHandlers(context),
  checkingHandlers(context),
  removedHandlers(context),
  carryingHandlers(context),
  diagnosingHandlers(context, about),
])

/** While the library is locked: all that unlocks it, what can be told of it from outside, and for everything else that it is locked. */
export const lockedHandlers = (context: Pick<Context, 'protection' | 'ports'>, library: string, about: About): Handlers => {
  const refused = Object.keys(contract).map((name) => [name, () => { throw passphraseNeeded() }])
  const cancel: Handlers['job.cancel'] = ({ job }) => {
    context.protection.cancel(job)
    return null
  }
  return {
    ...(Object.fromEntries(refused) as Handlers), 'job.cancel': cancel, ...protectionHandlers(context),
    ...diagnosingFromOutside(library, 'passphrase-needed', context.ports, about),
  }
}

/** One map of several; a RangeError for an operation that stands in two of them or in none. */
export function compose(parts: readonly Partial<Handlers>[]): Handlers {
  const all: Partial<Handlers> = {}
  for (const part of parts) {
    for (const name of Object.keys(part)) if (name in all) throw new RangeError(`two handlers for ${name}`)
    Object.assign(all, part)
  }
  for (const name of Object.keys(contract)) if (!(name in all)) throw new RangeError(`no handler for ${name}`)
  return all as Handlers
}
