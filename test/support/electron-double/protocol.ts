// Own schemes: registered as privileged before the app is ready, answered by a handler after.
import { life } from './life.ts'

type Handler = (request: Request) => Response | Promise<Response>
interface Scheme { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }

export const schemes = new Set<string>()
const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged(list: Scheme[]): void {
    if (life.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) if (privileges?.standard) schemes.add(scheme)
  },
  handle(scheme: string, handler: Handler): void {
    if (!life.ready) throw new Error('protocol is available after app is ready')
    handlers.set(scheme, handler)
  },
}

/** Answers a request for an own scheme; null for a scheme that nobody handles. */
export async function answerScheme(address: string, method: string): Promise<Response | null> {
  const handler = handlers.get(new URL(address).protocol.slice(0, -1))
  return handler ? handler(Object.defineProperty(new Request('https://double.test', { method }), 'url', { value: address })) : null
}
