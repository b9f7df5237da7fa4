// The browser host's transport: envelopes both ways, refusals as values, events line by line, and a stream that comes back.
import { describe, expect, test } from 'vitest'
import { loopbackTransport } from '../../../../renderer/api/loopback.ts'

const session = (bearer: string | null) => {
  let held = bearer
  return { bearer: () => Promise.resolve(held), forget: () => { held = null } }
}

type Answer = (path: string, init: RequestInit) => Response | Promise<Response>
const host = (answer: Answer): typeof fetch => (path, init) => Promise.resolve(answer(String(path), init!))

const streamOf = (...chunks: string[]) => new Response(new ReadableStream({
  start(controller) {
    for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
    controller.close()
  },
}))

describe('a request', () => {
  test('carries name, input and bearer, and returns the envelope as it came', async () => {
    const sent: unknown[] = []
    const transport = loopbackTransport(session('b1'), host((path, init) => {
      sent.push([path, init.method, new Headers(init.headers).get('authorization'), new Headers(init.headers).get('content-type'), init.body])
      return Response.json({ ok: false, error: { code: 'conflict', message: 'm', details: { rev: 3 } } })
    }))
    expect(await transport.request('draft.save', { id: 'd' })).toEqual({ ok: false, error: { code: 'conflict', message: 'm', details: { rev: 3 } } })
    expect(sent).toEqual([['/api/request', 'POST', 'Bearer b1', 'application/json', '{"name":"draft.save","input":{"id":"d"}}']])
  })

  test('without a session is refused without asking', async () => {
    const transport = loopbackTransport(session(null), host(() => { throw new Error('asked') }))
    expect(await transport.request('draft.list', {})).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
  })

  test('to a host that is gone is a refusal, not an exception', async () => {
    const transport = loopbackTransport(session('b1'), host(() => Promise.reject(new TypeError('Failed to fetch'))))
    expect(await transport.request('draft.list', {})).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
  })

  test('that the host no longer knows ends the session', async () => {
    const held = session('b1')
    const transport = loopbackTransport(held, host(() =>
      Response.json({ ok: false, error: { code: 'unauthorised', message: 'm' } }, { status: 401 })))
    expect(await transport.request('draft.list', {})).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
    expect(await held.bearer()).toBeNull()
  })
})

describe('events', () => {
  /** Hears events until `count` came. */
  const hear = (answer: Answer, count: number) => new Promise<unknown[]>((resolve) => {
    const heard: unknown[] = []
    const stop = loopbackTransport(session('b1'), host(answer), 1).subscribe((event, payload) => {
      heard.push([event, payload])
      if (heard.length < count) return
      stop()
      resolve(heard)
    })
  })

  test('are read line by line, wherever the network cuts them', async () => {
    const cut = '{"event":"draft.changed","payload":{"id":"ё","rev":2}}\n\n{"event":"settings.changed","payload":{}}\n'
    const bytes = new TextEncoder().encode(cut)
    const answer = () => new Response(new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    }))
    expect(await hear(answer, 2)).toEqual([['draft.changed', { id: 'ё', rev: 2 }], ['settings.changed', {}]])
  })

  test('come again after the stream broke, with a hint to ask for what was missed', async () => {
    let opened = 0
    const answer = () => (++opened === 1 ? streamOf('\n') : streamOf('{"event":"draft.changed","payload":{"id":"d","rev":1}}\n'))
    expect(await hear(answer, 3)).toEqual([['library.changed', { id: null }], ['settings.changed', {}], ['draft.changed', { id: 'd', rev: 1 }]])
  })

  test('use one stream for all who listen, and close it after the last', async () => {
    const signals: AbortSignal[] = []
    const transport = loopbackTransport(session('b1'), host((_path, init) => {
      signals.push(init.signal!)
      return new Response(new ReadableStream({}))
    }))
    const stops = [transport.subscribe(() => {}), transport.subscribe(() => {})]
    await Promise.resolve().then(() => {}).then(() => {})
    expect(signals.length).toBe(1)
    stops[0]!()
    expect(signals[0]?.aborted).toBe(false)
    stops[1]!()
    expect(signals[0]?.aborted).toBe(true)
  })
})
