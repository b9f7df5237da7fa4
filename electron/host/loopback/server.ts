// The loopback host: the backend's operations and the screen's files on 127.0.0.1, for the windows that were given an address.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { MAX_CALL_BYTES } from '../../../shared/contract/app.ts'
import type { ErrorCode, Reply } from '../../../shared/contract/error.ts'
import type { Transport } from '../../../shared/contract/index.ts'
import { readAsset } from '../../hosting/assets.ts'
import { newNonce, screenHeaders } from '../../hosting/policy.ts'
import { UnderWay } from '../../core/underWay.ts'
import { readJson } from './body.ts'
import { EventStreams } from './events.ts'
import { refuseCall, refuseHost } from './guard.ts'
import { Sessions } from './sessions.ts'

// Not by `import`: that would load all that stands behind the module's names, its web client among it, at every start.
const { createServer } = createRequire(import.meta.url)('node:http') as typeof import('node:http')

/** Longer than the screen waits after the last key before it saves. */
const QUIET_MS = 600
/** How long closing waits for calls under way; a save takes milliseconds, a long comparison may be given up. */
const PATIENCE_MS = 5000

/** Against a program that opens connections and says little: no more of them, and each request whole within its time. */
const MOST_CONNECTIONS = 100
const HEADERS_MS = 10_000
/** The largest body, on the slowest machine. */
const REQUEST_MS = 60_000
const LOOK_MS = 5000

export interface LoopbackOptions {
  /** In bytes. */
  bodyLimit?: number
  connections?: number
  /** Time for the headers of a request and for all of it, in ms. */
  headersTime?: number
  requestTime?: number
  /** How long the last window may be gone, in ms, before it is held to be closed. */
  linger?: number
}

export interface LoopbackHost {
  /** `http://127.0.0.1:port`. */
  origin: string
  /** A new address to open; its token is good for one window. */
  newAddress(): string
  /** Resolves when there were windows and the last of them is closed. */
  deserted: Promise<void>
  /** Lets open windows save what was typed last, takes no new call, waits for those under way, closes every connection. */
  close(): Promise<void>
}

/** Listens on a free port. `screen` is the folder of the built screen. */
export async function startLoopback(backend: Transport, screen: string, options: LoopbackOptions = {}): Promise<LoopbackHost> {
  const { bodyLimit = MAX_CALL_BYTES, connections = MOST_CONNECTIONS, headersTime = HEADERS_MS, requestTime = REQUEST_MS } = options
  const sessions = new Sessions()
  const streams = new EventStreams(options.linger)
  const calls = new UnderWay()
  let closing = false
  let host = ''
  const unsubscribe = backend.subscribe((event, payload) => streams.push(event, payload))

  async function call(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuseCall(request, `http://${host}`)
    if (refusal) return refuse(response, refusal.status, 'invalid', refusal.message)
    if (closing) return refuse(response, 503, 'unauthorised', 'closing')
    if (path !== '/api/session' && !sessions.allows(request.headers.authorization)) return refuse(response, 401, 'unauthorised', 'no session')
    const body = await readJson(request, path === '/api/request' ? bodyLimit : 4096)
    if (!body.ok) {
      return body.why === 'too-large' ? refuse(response, 413, 'file-too-large', 'body too large') : refuse(response, 400, 'invalid', 'not JSON')
    }
    switch (path) {
      case '/api/session': {
        const token = field(body.value, 'token')
        const session = typeof token === 'string' ? sessions.exchange(token) : null
        return session === null ? refuse(response, 401, 'unauthorised', 'token unknown or spent') : answer(response, 200, { ok: true, value: { session } })
      }
      case '/api/request': {
        const name = field(body.value, 'name')
        if (typeof name !== 'string') return refuse(response, 400, 'invalid', 'no operation named')
        return answer(response, 200, await backend.request(name, field(body.value, 'input')))
      }
      case '/api/events':
        return streams.add(response)
      default:
        return refuse(response, 404, 'invalid', 'no such call')
    }
  }

  async function file(path: string, request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405)
    const asset = await readAsset(screen, path, nonce)
    if (!asset) return plain(response, 404)
    response.writeHead(200, { 'content-type': asset.type, 'content-length': asset.body.byteLength })
    response.end(request.method === 'HEAD' ? undefined : asset.body)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nonce = newNonce()
    for (const [name, value] of Object.entries(screenHeaders("'self'", nonce))) response.setHeader(name, value)
    if (refuseHost(request, host)) return plain(response, 403)
    const path = pathOf(request)
    if (path === null) return plain(response, 400)
    return path.startsWith('/api/') ? call(path, request, response) : file(path, request, response, nonce)
  }

  const timing = {
    headersTimeout: headersTime, requestTimeout: requestTime, connectionsCheckingInterval: Math.min(LOOK_MS, headersTime, requestTime),
  }
  const server = createServer(timing, (request, response) => {
    void calls.track(handle(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'internal', 'the host failed')
    }))
  })
  server.maxConnections = connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('not bound to a port')
  host = `127.0.0.1:${bound.port}`

  return {
    origin: `http://${host}`,
    newAddress: () => `http://${host}/#token=${sessions.mint()}`,
    deserted: streams.deserted,
    async close() {
      if (streams.any) {
        streams.push('app.closing', {})
        await calls.settled(QUIET_MS, PATIENCE_MS)
      }
      closing = true
      unsubscribe()
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()) })
      streams.end()
      await calls.settled(0, PATIENCE_MS)
      server.closeAllConnections()
      await closed
    },
  }
}

/** Path of an address in origin form, without its query; null for any other form. */
function pathOf(request: IncomingMessage): string | null {
  const target = request.url ?? ''
  return target.startsWith('/') && !target.startsWith('//') ? target.split('?', 1)[0]! : null
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined

function answer(response: ServerResponse, status: number, reply: Reply): void {
  const text = Buffer.from(JSON.stringify(reply))
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length })
  response.end(text)
}

/** Refuses a call. What is left of its body is not read: the connection goes with it. */
function refuse(response: ServerResponse, status: number, code: ErrorCode, message: string): void {
  response.setHeader('connection', 'close')
  answer(response, status, { ok: false, error: { code, message } })
}

function plain(response: ServerResponse, status: number): void {
  response.setHeader('connection', 'close')
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${status}\n`)
}
