// A backend that outlives the file under it: where the library is damaged it offers what can be read and the ways back, and once a
// snapshot or what was salvaged stands in its place, that is opened and the windows ask anew. A damaged library is never replaced
// by an empty one: what cannot be read is refused.
import { setTimeout as pause } from 'node:timers/promises'
import { resolve } from 'node:path'
import { AppError } from '../../shared/contract/error.ts'
import { createBackend, type Backend, type BackendOptions } from './backend.ts'
import { copiesHandlers } from './copies/handlers.ts'
import type { LibraryKey } from './db/cipher.ts'
import type { Dispatch } from './dispatch.ts'
import { createEventHub } from './events.ts'
import { createJobRunner } from './jobs/runner.ts'
import { silentLog } from './log.ts'
import { unreadable } from './unreadable.ts'

/** Longer than a window waits after the last key before it saves. */
const QUIET_MS = 600

/** For hosts with windows. Throws an `AppError` where the library is refused for another reason than damage. */
export function createLastingBackend(options: BackendOptions): Backend {
  const { worker, ports, log = silentLog } = options
  const library = options.library === ':memory:' ? ':memory:' : resolve(options.library)
  const events = createEventHub(log)
  const jobs = createJobRunner(worker, events, log)
  let replacing: Promise<unknown> = Promise.resolve()
  let given: LibraryKey | null = null

  const copies = copiesHandlers({
    library,
    isDamaged: () => current.isDamaged,
    isWritable: () => current.isWritable,
    key: () => current.key ?? given,
    give(key) {
      given = key
    },
    replace(act) {
      const replaced = replacing.then(() => replace(act))
      replacing = replaced.catch(() => {})
      return replaced
    },
  }, { events, jobs, ports }, log)

  const open = (key = options.key ?? null): Backend => heard(createBackend({ ...options, key, copies, evenDamaged: true }))
  /** Whatever keeps it from being opened now is told by every call, and not taken for an end of the backend. */
  const reopened = (key: LibraryKey | null): Backend => {
    try {
      return open(key)
    } catch (error) {
      if (error instanceof AppError) return refusing(unreadable({ ...options, copies }, error))
      throw error
    }
  }
  const heard = (backend: Backend): Backend => {
    backend.subscribe((event, payload) => events.push(event as 'app.changed', payload as Record<string, never>))
    return backend
  }

  async function replace<T>(act: () => T | Promise<T>): Promise<T> {
    events.push('app.closing', {})
    await pause(QUIET_MS)
    const key = current.key ?? given
    await current.close()
    try {
      return await act()
    } finally {
      current = reopened(key)
      given = null
      current.prepare()
      events.push('library.replaced', {})
    }
  }

  let current = open()
  return {
    async request(name, input) {
      // Whoever asks while the library is closed is answered by the next one. Copies wait for nothing: one of them is what closes it.
      if (!name.startsWith('copies.') && name !== 'job.cancel') await replacing
      if (name === 'job.cancel') cancelHere(input)
      return current.request(name, input)
    },
    subscribe: events.subscribe,
    get isDamaged() {
      return current.isDamaged
    },
    get isWritable() {
      return current.isWritable
    },
    get key() {
      return current.key
    },
    prepare: () => current.prepare(),
    async close() {
      await jobs.close()
      await replacing
      await current.close()
    },
  }

  /** The input is parsed by the handler, which refuses what is none. */
  function cancelHere(input: unknown): void {
    const job = typeof input === 'object' && input !== null && 'job' in input ? input.job : null
    if (typeof job === 'string') jobs.cancel(job)
  }
}

/** A backend without a library. */
const refusing = (request: Dispatch): Backend =>
  ({ request, subscribe: () => () => {}, isDamaged: false, isWritable: false, key: null, prepare() {}, close: () => Promise.resolve() })
