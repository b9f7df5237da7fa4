// Chromium knows no `app:` addresses: in the browser each stands for an https address of a host that does not exist.

const SUFFIX = '.electron-double.test'

/** `app://alternat/x` → `https://alternat.app.electron-double.test/x`; other addresses stay. */
export function toBrowser(address: string, schemes: ReadonlySet<string>): string {
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  return schemes.has(scheme) ? `https://${url.host}.${scheme}${SUFFIX}${url.pathname}${url.search}${url.hash}` : address
}

/** The address as Electron would name it. */
export function fromBrowser(address: string): string {
  const url = URL.parse(address)
  const match = url && /^(.+)\.([a-z0-9-]+)$/.exec(url.host.endsWith(SUFFIX) ? url.host.slice(0, -SUFFIX.length) : '')
  return match ? `${match[2]}://${match[1]}${url.pathname}${url.search}${url.hash}` : address
}
