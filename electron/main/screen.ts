// The screen's address in the desktop, `app://alternat/`, and what is answered there: its own files and nothing else.
import { protocol } from 'electron'
import { readAsset } from '../hosting/assets.ts'
import { newNonce, screenHeaders } from '../hosting/policy.ts'

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://alternat`
export const HOME = `${ORIGIN}/index.html`

/** Whether an address is the screen's, compared part by part: a prefix would let `app://alternat.evil` pass. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && `${url.protocol}//${url.host}` === ORIGIN && url.username === '' && url.password === ''
}

/** Answers at the screen's address with the files of `folder`; everything else there is not found. */
export function serveScreen(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const nonce = newNonce()
    const asset = request.method === 'GET' && isOurs(request.url)
      ? await readAsset(folder, new URL(request.url).pathname, nonce)
      : null
    const headers = screenHeaders("'none'", nonce)
    if (!asset) return new Response('404', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } })
    return new Response(new Blob([asset.body as Uint8Array<ArrayBuffer>]), { headers: { ...headers, 'content-type': asset.type } })
  })
}
