// What every call must show before it is read: this very host, this very origin, and JSON. Another page in the same browser
// can reach 127.0.0.1 too; these headers are set by the browser, not by that page.
import type { IncomingMessage } from 'node:http'

export interface Refusal {
  status: 403 | 405 | 415
  message: string
}

/** Whether the request was meant for this host: a name that was rebound to 127.0.0.1 shows in `Host`. */
export function refuseHost(request: IncomingMessage, host: string): Refusal | null {
  const named = request.headersDistinct['host']
  return named?.length === 1 && named[0] === host ? null : { status: 403, message: 'wrong host' }
}

/** Checks on a call, cheapest first; null where it may be read. */
export function refuseCall(request: IncomingMessage, origin: string): Refusal | null {
  if (request.method !== 'POST') return { status: 405, message: 'only POST' }
  const origins = request.headersDistinct['origin']
  if (origins?.length !== 1 || origins[0] !== origin) return { status: 403, message: 'wrong origin' }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return { status: 403, message: 'wrong site' }
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) return { status: 415, message: 'only JSON' }
  if (request.headers['content-encoding'] !== undefined) return { status: 415, message: 'only plain JSON' }
  return null
}
