// What is answered of a library of which nothing can be listed: the ways back, what helps to find the fault, and for everything else why.
import { resolve } from 'node:path'
import { contract } from '../../shared/contract/index.ts'
import type { AppError } from '../../shared/contract/error.ts'
import about from '../../package.json' with { type: 'json' }
import type { BackendOptions } from './backend.ts'
import { noCopies } from './copies/handlers.ts'
import { diagnosingFromOutside } from './diagnosing/handlers.ts'
import { createDispatch, type Dispatch, type Handlers } from './dispatch.ts'
import { silentLog } from './log.ts'
import { DEFAULTS } from './settings/service.ts'

export function unreadable({ library, host, locale, ports, copies = noCopies, log = silentLog }: BackendOptions, reason: AppError): Dispatch {
  const refused = Object.keys(contract).map((name) => [name, () => { throw reason }])
  const handlers: Handlers = {
    ...(Object.fromEntries(refused) as Handlers),
    ...copies,
    'app.info': () => ({
      version: about.version, host, library: resolve(library), locale, firstStart: false, writable: false, refusal: reason.code, readable: false,
    }),
    'settings.get': () => ({ ...DEFAULTS, introSeen: true }),
    'protection.state': () => ({
      isEncrypted: false, isLocked: false, canChange: false, hasRecovery: false, keychain: 'none', inKeychain: false, isKeychainLost: false, plainCopies: 0,
    }),
    'job.cancel': () => null,
    ...diagnosingFromOutside(resolve(library), reason.code, ports, { host, locale }),
  }
  return createDispatch(handlers, log)
}
