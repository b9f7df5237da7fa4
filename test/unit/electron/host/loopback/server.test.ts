// What the loopback host lets in and what it turns away, told by raw requests: a browser would not let a page forge these.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transport } from '../../../../../shared/contract/index.ts'
import { startLoopback, type LoopbackHost } from '../../../../../electron/host/loopback/server.ts'

const LIMIT = 2000
const folder = mkdtempSync(join(tmpdir(), 'alternat-loopback-'))
const heard: unknown[] = []
let push: (event: string, payload: unknown) => void = () => {}
let answers: () => Promise<unknown> = () => Promise.resolve('done')
const backend: Transport = {
  async request(name, input) {
    heard.push({ name, input })
    return { ok: true, value: await answers() }
  },
  subscribe(listener) {
    push = listener
    return () => {}
  },
}
let host: LoopbackHost

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** One request with exactly these headers, as no browser would send it. */
const send = (method: string, path: string, headers: OutgoingHttpHeaders, body?: string | Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: new URL(host.origin).port, method, path, headers, setHost: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const own = () => ({ host: new URL(host.origin).host })
const asScreen = (bearer: string): OutgoingHttpHeaders =>
  ({ ...own(), origin: host.origin, 'content-type': 'application/json', authorization: `Bearer ${bearer}` })
const tokenOf = (address: string) => new URL(address).hash.replace('#token=', '')
const exchange = (token: string) =>
  send('POST', '/api/session', { ...own(), origin: host.origin, 'content-type': 'application/json' }, JSON.stringify({ token }))
const without = (headers: OutgoingHttpHeaders, name: string): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
const CALL = JSON.stringify({ name: 'draft.list', input: {} })

let bearer = ''

beforeAll(async () => {
  const screen = join(folder, 'screen')
  mkdirSync(join(screen, 'assets'), { recursive: true })
  writeFileSync(join(screen, 'index.html'), '<!doctype html><html><head></head><body>screen</body></html>')
  writeFileSync(join(screen, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(screen, '.hidden.js'), 'hidden')
  writeFileSync(join(screen, 'notes.txt'), 'unknown kind')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  symlinkSync(join(folder, 'secret.js'), join(screen, 'assets', 'link.js'))
  host = await startLoopback(backend, screen, { bodyLimit: LIMIT })
  bearer = (JSON.parse((await exchange(tokenOf(host.newAddress()))).body) as { value: { session: string } }).value.session
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

describe('a session', () => {
  test('listens on 127.0.0.1 only and names a random port', () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  test('is opened by a token, and lets calls through', async () => {
    heard.length = 0
    const answer = await send('POST', '/api/request', asScreen(bearer), CALL)
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true,"value":"done"}' })
    expect(heard).toEqual([{ name: 'draft.list', input: {} }])
  })

  test('is not opened by a token that was spent', async () => {
    const token = tokenOf(host.newAddress())
    expect((await exchange(token)).status).toBe(200)
    expect(await exchange(token)).toMatchObject({ status: 401, body: expect.stringContaining('unauthorised') })
  })

  test('outlives later windows: every address opens one of its own', async () => {
    const first = await exchange(tokenOf(host.newAddress()))
    const second = await exchange(tokenOf(host.newAddress()))
    expect(first.body).not.toBe(second.body)
    expect((await send('POST', '/api/request', asScreen(bearer), CALL)).status).toBe(200)
  })

  test.each([
    ['an unknown token', 'A'.repeat(43)],
    ['an empty token', ''],
  ])('is not opened by %s', async (_, token) => {
    expect((await exchange(token)).status).toBe(401)
  })

  test('is not opened by a token that is no text', async () => {
    const answer = await send('POST', '/api/session', { ...own(), origin: host.origin, 'content-type': 'application/json' }, '{"token":{"length":43}}')
    expect(answer.status).toBe(401)
  })
})

describe('a call is turned away, and the backend hears nothing,', () => {
  const rows: [string, number, (good: OutgoingHttpHeaders) => OutgoingHttpHeaders, string?, string?][] = [
    ['with a forged Host', 403, (good) => ({ ...good, host: 'alternat.example' })],
    ['with localhost for a Host', 403, (good) => ({ ...good, host: String(good['host']).replace('127.0.0.1', 'localhost') })],
    ['with another port in Host', 403, (good) => ({ ...good, host: '127.0.0.1:1' })],
    ['with a foreign Origin', 403, (good) => ({ ...good, origin: 'http://evil.example' })],
    ['with an Origin that only begins right', 403, (good) => ({ ...good, origin: `${String(good['origin'])}.evil.example` })],
    ['with the Origin of another port', 403, (good) => ({ ...good, origin: 'http://127.0.0.1:1' })],
    ['with the null Origin', 403, (good) => ({ ...good, origin: 'null' })],
    ['without an Origin', 403, (good) => without(good, 'origin')],
    ['from another site', 403, (good) => ({ ...good, 'sec-fetch-site': 'cross-site' })],
    ['from another port of the same site', 403, (good) => ({ ...good, 'sec-fetch-site': 'same-site' })],
    ['as a form', 415, (good) => ({ ...good, 'content-type': 'application/x-www-form-urlencoded' })],
    ['as plain text', 415, (good) => ({ ...good, 'content-type': 'text/plain' })],
    ['as JSON by another name', 415, (good) => ({ ...good, 'content-type': 'text/plain; application/json' })],
    ['without a content type', 415, (good) => without(good, 'content-type')],
    ['compressed', 415, (good) => ({ ...good, 'content-encoding': 'gzip' })],
    ['without a session', 401, (good) => without(good, 'authorization')],
    ['with a wrong bearer', 401, (good) => ({ ...good, authorization: `Bearer ${'B'.repeat(43)}` })],
    ['with a token for a bearer', 401, (good) => ({ ...good, authorization: `Bearer ${tokenOf(host.newAddress())}` })],
    ['with a cookie for a bearer', 401, (good) => ({ ...without(good, 'authorization'), cookie: `session=${bearer}` })],
    ['when it is no JSON', 400, (good) => good, '{"name":'],
    ['when it is no UTF-8', 400, (good) => good, 'binary'],
    ['when it names no operation', 400, (good) => good, '{"input":{}}'],
    ['when it is null', 400, (good) => good, 'null'],
    ['when it is larger than allowed', 413, (good) => good, JSON.stringify({ name: 'x', input: 'y'.repeat(LIMIT) })],
    ['at an address that does not exist', 404, (good) => good, CALL, '/api/other'],
  ]

  test.each(rows)('%s (%i)', async (_, status, change, body = CALL, path = '/api/request') => {
    heard.length = 0
    const bytes = body === 'binary' ? Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) : body
    const answer = await send('POST', path, change(asScreen(bearer)), bytes)
    expect(answer.status).toBe(status)
    expect(heard).toEqual([])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('when it is larger than allowed and hides it by chunks', async () => {
    heard.length = 0
    const answer = await send('POST', '/api/request', { ...asScreen(bearer), 'transfer-encoding': 'chunked' }, JSON.stringify({ name: 'x', input: 'y'.repeat(LIMIT) }))
      .catch((error: NodeJS.ErrnoException) => error.code)
    // The connection is closed while the rest is still being sent: either side may notice first.
    expect(typeof answer === 'object' ? answer.status : 413).toBe(413)
    expect(heard).toEqual([])
  })

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('by %s', async (method) => {
    heard.length = 0
    const answer = await send(method, '/api/request', asScreen(bearer), method === 'GET' ? undefined : CALL)
    expect(answer.status).toBe(405)
    expect(heard).toEqual([])
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the screen', () => {
  test('comes with a strict policy, and sets no cookie', async () => {
    const { status, headers, body } = await send('GET', '/', own())
    const policy = String(headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(status).toBe(200)
    expect(policy).toContain("default-src 'none'; script-src 'self'; ")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types alternat-clipboard")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/)
    expect(body).toContain(`<meta name="csp-nonce" nonce="${nonce}">`)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' })
    expect(headers['permissions-policy']).toMatch(/camera=\(\), .*microphone=\(\), .*usb=\(\)/)
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('gets a fresh nonce for every page', async () => {
    const policies = await Promise.all([send('GET', '/', own()), send('GET', '/', own())])
    expect(policies[0]?.headers['content-security-policy']).not.toBe(policies[1]?.headers['content-security-policy'])
  })

  test.each([
    ['/assets/main.js', 200],
    ['/index.html?x=1', 200],
    ['/assets/none.js', 404],
    ['/../secret.js', 404],
    ['/assets/../../secret.js', 404],
    ['/%2e%2e/secret.js', 404],
    ['/assets/..%2f..%2fsecret.js', 404],
    ['/assets/..%5c..%5csecret.js', 404],
    ['/%00/index.html', 404],
    ['/%zz', 404],
    ['/assets/link.js', 404],
    ['/.hidden.js', 404],
    ['/notes.txt', 404],
    ['/assets', 404],
    ['//evil.example/index.html', 400],
    ['http://evil.example/index.html', 400],
  ])('is asked for %s: %i', async (path, status) => {
    const answer = await send('GET', path, own())
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain('secret')
  })

  test('is not given to a name that was rebound to this machine', async () => {
    expect((await send('GET', '/', { host: 'alternat.example' })).status).toBe(403)
  })
})

describe('events', () => {
  test('reach a window as one JSON value a line, only with its session', async () => {
    expect((await send('POST', '/api/events', { ...asScreen(''), authorization: '' }, '{}')).status).toBe(401)
    const answer = await fetch(`${host.origin}/api/events`, { method: 'POST', body: '{}', headers: asScreen(bearer) as Record<string, string> })
    const reader = answer.body!.getReader()
    await reader.read()
    push('settings.changed', {})
    const { value } = await reader.read()
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(new TextDecoder().decode(value)).toBe('{"event":"settings.changed","payload":{}}\n')
    await reader.cancel()
  })
})

test('closing tells the windows, waits for a save under way and ends the event streams', async () => {
  const other = await startLoopback(backend, folder)
  const session = await fetch(`${other.origin}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: other.origin }, body: JSON.stringify({ token: tokenOf(other.newAddress()) }),
  }).then((answer) => answer.json()) as { value: { session: string } }
  const headers = { 'content-type': 'application/json', origin: other.origin, authorization: `Bearer ${session.value.session}` }
  const events = await fetch(`${other.origin}/api/events`, { method: 'POST', body: '{}', headers })
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const asked = Promise.withResolvers<void>()
  answers = () => {
    asked.resolve()
    return promise
  }
  const save = fetch(`${other.origin}/api/request`, { method: 'POST', body: CALL, headers })
  await asked.promise
  const closed = other.close()
  resolve('saved')
  expect(await (await save).json()).toEqual({ ok: true, value: 'saved' })
  await closed
  expect(await events.text()).toBe('\n{"event":"app.closing","payload":{}}\n')
  await expect(fetch(other.origin)).rejects.toThrow('fetch failed')
  answers = () => Promise.resolve('done')
})
