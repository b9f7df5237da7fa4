// A window's token: taken out of the address, spent once, and the session kept for a reload of the same tab.
import { describe, expect, test } from 'vitest'
import { openSession } from '../../../../renderer/api/session.ts'

const TOKEN = 'T'.repeat(43)

/** A tab at this fragment, in front of a host that opens `sessions` in turn and then refuses. */
function tab(hash: string, sessions: string[], stored: Record<string, string> = {}) {
  const asked: unknown[] = []
  const addresses: unknown[] = []
  const kept = new Map(Object.entries(stored))
  const place = {
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_data: unknown, _unused: string, url?: string | URL | null) => { addresses.push(url) } },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => { kept.set(key, value) },
      removeItem: (key: string) => { kept.delete(key) },
    },
    fetch: ((path: string, init: RequestInit) => {
      asked.push([path, JSON.parse(String(init.body))])
      const session = sessions.shift()
      return Promise.resolve(session === undefined ? new Response('{"ok":false}', { status: 401 }) : Response.json({ ok: true, value: { session } }))
    }) as typeof fetch,
  }
  return { place, asked, addresses, kept }
}

describe('a session of a tab', () => {
  test('is opened by the token of the address, which is then gone from the address', async () => {
    const { place, asked, addresses, kept } = tab(`#token=${TOKEN}`, ['s1'])
    expect(await openSession(place).bearer()).toBe('s1')
    expect(asked).toEqual([['/api/session', { token: TOKEN }]])
    expect(addresses).toEqual(['/'])
    expect([...kept.values()]).toEqual(['s1'])
  })

  test('spends the token once, however often it is asked for', async () => {
    const { place, asked } = tab(`#token=${TOKEN}`, ['s1'])
    const session = openSession(place)
    await Promise.all([session.bearer(), session.bearer()])
    expect(asked.length).toBe(1)
  })

  test('survives a reload', async () => {
    const { place, kept } = tab(`#token=${TOKEN}`, ['s1'])
    await openSession(place).bearer()
    const reloaded = tab('#/library', [], Object.fromEntries(kept))
    expect(await openSession(reloaded.place).bearer()).toBe('s1')
    expect(reloaded.asked).toEqual([])
    expect(reloaded.addresses).toEqual([])
  })

  test('is none where the token was spent elsewhere', async () => {
    expect(await openSession(tab(`#token=${TOKEN}`, []).place).bearer()).toBeNull()
  })

  test('is none without a token', async () => {
    expect(await openSession(tab('#/library', ['s1']).place).bearer()).toBeNull()
  })

  test('is forgotten when the host has ended it', async () => {
    const { place, kept } = tab(`#token=${TOKEN}`, ['s1'])
    const session = openSession(place)
    await session.bearer()
    session.forget()
    expect(await session.bearer()).toBeNull()
    expect(kept.size).toBe(0)
  })
})
