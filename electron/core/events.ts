// Hints to every window: something changed, ask again.
import type { EventHub } from './context.ts'
import type { Log } from './log.ts'

/** A hub that passes every event on to all who listen at that moment. */
export function createEventHub(log: Log): EventHub {
  const listeners = new Set<(event: string, payload: unknown) => void>()
  return {
    push(event, payload) {
      for (const heard of listeners) {
        try {
          heard(event, payload)
        } catch {
          // One closed window must not keep the hint from the others.
          log.error('event.undelivered', { event })
        }
      }
    },
    subscribe(heard) {
      // Wrapped, so that subscribing the same function twice makes two subscriptions.
      const own = (event: string, payload: unknown) => heard(event, payload)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}
