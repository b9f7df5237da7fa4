// The built screen's files: which may be read, and as what they are sent.
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

export interface Asset {
  body: Uint8Array
  type: string
}

/**
 * The file a path of the address names, or null: outside `folder` (also by a link), hidden, of an unknown kind, or missing.
 * `nonce` goes into the page, where the component library looks for it.
 */
export async function readAsset(folder: string, pathname: string, nonce: string): Promise<Asset | null> {
  const parts = partsOf(pathname)
  if (!parts) return null
  const name = parts.length === 0 ? 'index.html' : join(...parts)
  const type = MEDIA_TYPES[extname(name).toLowerCase()]
  if (!type) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, name))
    if (!file.startsWith(root + sep)) return null
    const body = await readFile(file)
    return { body: extname(name) === '.html' ? withNonce(body, nonce) : body, type }
  } catch {
    return null
  }
}

/** Names from the folder down; null where one of them could lead out of it or to a hidden file. */
function partsOf(pathname: string): string[] | null {
  let plain: string
  try {
    plain = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!plain.startsWith('/') || /[\\:\0]/.test(plain)) return null
  const parts = plain.slice(1).split('/')
  if (parts.at(-1) === '') parts.pop()
  return parts.some((part) => part === '' || part.startsWith('.')) ? null : parts
}

const withNonce = (page: Buffer, nonce: string): Buffer =>
  Buffer.from(page.toString('utf8').replace('<head>', `<head><meta name="csp-nonce" nonce="${nonce}">`))
