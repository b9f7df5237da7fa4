// What a program on this machine may send over a bare connection: halves of requests, two in one, other protocols, too many.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startLoopback, type LoopbackHost, type LoopbackOptions } from '../../../../../electron/host/loopback/server.ts'
import type { Transport } from '../../../../../shared/contract/index.ts'
import { templates } from '../../../../support/services.ts'

const heard: string[] = []
const backend: Transport = {
  request(name) {
    heard.push(name)
    return Promise.resolve({ ok: true, value: 'done' })
  },
  subscribe: () => () => {},
}
let host: LoopbackHost
let bearer: string

beforeAll(async () => {
  host = await startLoopback(backend, templates, { headersTime: 300, requestTime: 600 })
  bearer = await sessionOf(host)
})
afterAll(() => host.close())
beforeEach(() => { heard.length = 0 })

async function sessionOf({ origin, newAddress }: LoopbackHost): Promise<string> {
  const token = new URL(newAddress()).hash.replace('#token=', '')
  const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ token }) })
  return ((await answer.json()) as { value: { session: string } }).value.session
}

const portOf = ({ origin }: LoopbackHost) => Number(new URL(origin).port)

async function opened(to: LoopbackHost = host, address = '127.0.0.1'): Promise<Socket> {
  const socket = connect(portOf(to), address)
  await once(socket, 'connect')
  return socket
}

/** Sends these bytes, ends nothing, and tells all that came back until the host closed the connection. */
async function tell(bytes: string, to?: LoopbackHost): Promise<string> {
  const socket = await opened(to)
  let answer = ''
  socket.on('data', (chunk) => { answer += chunk.toString('latin1') })
  socket.on('error', () => {})
  socket.write(bytes.replaceAll('\n', '\r\n'), 'latin1')
  await once(socket, 'close')
  return answer
}

const statuses = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status))
const BODY = '{"name":"draft.list","input":{}}'
const call = (lengths: string, body = BODY, close = 'close') => `POST /api/request HTTP/1.1
Host: ${new URL(host.origin).host}
Origin: ${host.origin}
Authorization: Bearer ${bearer}
Content-Type: application/json
Connection: ${close}
${lengths}

${body}`

test('a whole request is answered', async () => {
  expect(statuses(await tell(call(`Content-Length: ${BODY.length}`)))).toEqual([200])
  expect(heard).toEqual(['draft.list'])
})

describe('a request whose end can be read in two ways is refused, and the backend hears nothing:', () => {
  const chunked = `${BODY.length.toString(16)}\n${BODY}\n0\n\n`
  test.each([
    ['two lengths', `Content-Length: ${BODY.length}\nContent-Length: ${BODY.length + 1}`, BODY],
    ['a list of lengths', `Content-Length: ${BODY.length}, ${BODY.length}`, BODY],
    ['a length and chunks', `Content-Length: 4\nTransfer-Encoding: chunked`, chunked],
    ['chunks that are not the last coding', 'Transfer-Encoding: chunked, identity', chunked],
    ['an unknown coding', 'Transfer-Encoding: xchunked', chunked],
    ['a space before the colon', `Content-Length : ${BODY.length}`, BODY],
    ['a length with a sign', `Content-Length: +${BODY.length}`, BODY],
    ['a length in hexadecimal', `Content-Length: 0x${BODY.length.toString(16)}`, BODY],
    ['a chunk with a sign', 'Transfer-Encoding: chunked', `+${chunked}`],
    ['a name folded over two lines', `Content-Length: ${BODY.length}\nX-Note: one\n two`, BODY],
    ['two hosts', `Host: elsewhere.example\nContent-Length: ${BODY.length}`, BODY],
    ['two origins', `Origin: http://elsewhere.example\nContent-Length: ${BODY.length}`, BODY],
    ['a null byte in a header', `X-Note: a\0b\nContent-Length: ${BODY.length}`, BODY],
  ])('%s', async (_, lengths, body) => {
    const answered = statuses(await tell(call(lengths, body)))
    expect(answered).toHaveLength(1)
    expect(answered[0]).toBeGreaterThanOrEqual(400)
    expect(heard).toEqual([])
  })
})

test('a request hidden in the body of a refused one is not heard', async () => {
  const hidden = call(`Content-Length: ${BODY.length}`)
  const refused = call(`Content-Length: ${hidden.length}`, hidden, 'keep-alive').replace('application/json', 'text/plain')
  expect(statuses(await tell(refused))).toEqual([415])
  expect(heard).toEqual([])
})

test('of two requests in one breath each is judged by its own headers', async () => {
  const stranger = call(`Content-Length: ${BODY.length}`).replace(/Authorization.*\n/, '')
  expect(statuses(await tell(call(`Content-Length: ${BODY.length}`, BODY, 'keep-alive') + stranger))).toEqual([200, 401])
  expect(heard).toEqual(['draft.list'])
})

test.each([
  ['a WebSocket', (name: string) => `GET /api/events HTTP/1.1\nHost: ${name}\nOrigin: http://${name}\nConnection: Upgrade, close\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\n\n`],
  ['HTTP/2 without TLS', (name: string) => `GET /api/events HTTP/1.1\nHost: ${name}\nConnection: Upgrade, HTTP2-Settings, close\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAAQAAP__\n\n`],
  ['a tunnel', (name: string) => `CONNECT elsewhere.example:443 HTTP/1.1\nHost: ${name}\n\n`],
  ['HTTP/0.9', () => 'GET /\n\n'],
  ['HTTP/2 at once', () => 'PRI * HTTP/2.0\n\nSM\n\n'],
  ['TLS', () => '\x16\x03\x01\0\xa5\x01\0\0\xa1'],
])('%s is no way in', async (_, bytes) => {
  const answer = await tell(bytes(new URL(host.origin).host))
  expect(answer).not.toMatch(/^HTTP\/1\.1 (1|2)/m)
  expect(heard).toEqual([])
})

test.each([
  ['headers that never end', () => `GET / HTTP/1.1\nHost: ${new URL(host.origin).host}\nX-Note: `],
  ['a body that never ends', () => call('Content-Length: 1000', '{"name":')],
])('%s are cut off', async (_, bytes) => {
  expect(statuses(await tell(bytes()))).toEqual([408])
  expect(heard).toEqual([])
})

test('headers longer than any browser writes are refused', async () => {
  expect(statuses(await tell(call(`X-Note: ${'n'.repeat(20_000)}\nContent-Length: ${BODY.length}`)))).toEqual([431])
  expect(heard).toEqual([])
})

const other = async (options: LoopbackOptions, work: (started: LoopbackHost) => Promise<void>) => {
  const started = await startLoopback(backend, templates, options)
  try {
    await work(started)
  } finally {
    await started.close()
  }
}

test('connections beyond the limit are closed, those within it are served', () => other({ connections: 3 }, async (started) => {
  const held = await Promise.all([opened(started), opened(started), opened(started)])
  const beyond = await opened(started)
  beyond.on('error', () => {})
  await once(beyond, 'close')
  held[0]!.write(`GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n`)
  expect(statuses(String((await once(held[0]!, 'data'))[0]))).toEqual([403])
  for (const socket of held) socket.destroy()
}))

const elsewhere = Object.values(networkInterfaces()).flatMap((each) => each ?? []).find(({ internal, family }) => !internal && family === 'IPv4')
test.each([...(process.platform === 'linux' ? ['127.0.0.2'] : []), ...(elsewhere ? [elsewhere.address] : [])])('nobody reaches it at %s', async (address) => {
  await expect(opened(host, address)).rejects.toThrow('ECONNREFUSED')
})

describe('the last window', () => {
  const listen = async (to: LoopbackHost, session: string) => {
    const control = new AbortController()
    const answer = await fetch(`${to.origin}/api/events`, {
      method: 'POST', body: '{}', signal: control.signal, headers: { origin: to.origin, 'content-type': 'application/json', authorization: `Bearer ${session}` },
    })
    await answer.body!.getReader().read()
    return control
  }

  test('closed, the host is deserted', () => other({ linger: 1 }, async (started) => {
    const window = await listen(started, await sessionOf(started))
    window.abort()
    await expect(started.deserted).resolves.toBeUndefined()
  }))

  test('reloaded in time, it is not', () => other({ linger: 300 }, async (started) => {
    let deserted = false
    void started.deserted.then(() => { deserted = true })
    const session = await sessionOf(started)
    const first = await listen(started, session)
    first.abort()
    const second = await listen(started, session)
    // Two windows; one of them closed is no reason to end.
    const third = await listen(started, session)
    third.abort()
    await expect.poll(() => fetch(started.origin).then(({ status }) => status)).toBe(404)
    expect(deserted).toBe(false)
    second.abort()
    await expect(started.deserted).resolves.toBeUndefined()
  }))
})
