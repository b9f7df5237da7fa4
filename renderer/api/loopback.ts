// The browser host's way to the backend: JSON requests to the address this page came from, and one stream of events.
import type { Reply } from '../../shared/contract/error.ts'
import type { Transport } from '../../shared/contract/index.ts'
import { readLines } from './lines.ts'
import type { Session } from './session.ts'

/** Wait before the stream is opened again; doubled up to the limit while the host does not answer. */
const RETRY_MS = 500
const RETRY_LIMIT_MS = 15_000

type Push = (event: string, payload: unknown) => void

const ended = (message: string): Reply => ({ ok: false, error: { code: 'unauthorised', message } })

/** `session` tells the bearer; `send` is the window's fetch; `retry` in ms. */
export function loopbackTransport(session: Session, send: typeof fetch, retry = RETRY_MS): Transport {
  const listeners = new Set<Push>()
  let stream: AbortController | null = null

  async function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response | null> {
    const bearer = await session.bearer()
    if (bearer === null) return null
    const answer = await send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
    if (answer.status === 401) session.forget()
    return answer
  }

  async function listen(control: AbortController): Promise<void> {
    let wait = retry
    for (let first = true; !control.signal.aborted; first = false) {
      try {
        const answer = await post('/api/events', {}, control.signal)
        if (answer === null || answer.status === 401) return
        if (answer.ok && answer.body) {
          wait = retry
          if (!first) missed()
          for await (const line of readLines(answer.body)) {
            const { event, payload } = line as { event: string; payload: unknown }
            for (const push of listeners) push(event, payload)
          }
        }
      } catch {
        // The host went away or the tab lost the stream: it is opened again below.
      }
      await new Promise((resolve) => { setTimeout(resolve, wait) })
      wait = Math.min(wait * 2, RETRY_LIMIT_MS)
    }
  }

  /** What was pushed while the stream was down is unknown, so everything that lists something asks again. */
  function missed(): void {
    for (const push of listeners) {
      push('library.changed', { id: null })
      push('settings.changed', {})
    }
  }

  return {
    async request(name, input) {
      try {
        const answer = await post('/api/request', { name, input })
        if (answer === null) return ended('this window has no session')
        return await answer.json() as Reply
      } catch {
        return ended('the host does not answer')
      }
    },
    subscribe(push) {
      listeners.add(push)
      if (!stream) void listen(stream = new AbortController())
      return () => {
        listeners.delete(push)
        if (listeners.size > 0) return
        stream?.abort()
        stream = null
      }
    },
  }
}
