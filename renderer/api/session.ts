// The window's right to speak to the loopback host: a single-use token in the address, exchanged once for a session that
// this tab keeps. Nothing of it is ever a cookie, so no other page can ride on it.

const KEY = 'alternat.session'
/** Fragment that carries the token; the router's own fragments begin with `#/`. */
const TOKEN = /^#token=([A-Za-z0-9_-]{20,200})$/

export interface Session {
  /** Bearer for the requests of this tab; null where the token was spent or none was given. */
  bearer(): Promise<string | null>
  forget(): void
}

interface Place {
  location: Pick<Location, 'hash' | 'pathname' | 'search'>
  history: Pick<History, 'replaceState'>
  sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  fetch: typeof fetch
}

/** Takes the token out of the address at once, so that it is neither bookmarked nor copied along. */
export function openSession(place: Place): Session {
  const token = TOKEN.exec(place.location.hash)?.[1]
  let bearer: Promise<string | null>
  if (token) {
    place.history.replaceState(null, '', place.location.pathname + place.location.search)
    bearer = exchange(place, token).then((fresh) => {
      if (fresh) place.sessionStorage.setItem(KEY, fresh)
      return fresh ?? place.sessionStorage.getItem(KEY)
    })
  } else bearer = Promise.resolve(place.sessionStorage.getItem(KEY))
  return {
    bearer: () => bearer,
    forget() {
      place.sessionStorage.removeItem(KEY)
      bearer = Promise.resolve(null)
    },
  }
}

async function exchange(place: Place, token: string): Promise<string | null> {
  const answer = await place.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null)
  if (!answer?.ok) return null
  const reply = await answer.json() as { ok: boolean; value?: { session?: string } }
  return reply.value?.session ?? null
}

