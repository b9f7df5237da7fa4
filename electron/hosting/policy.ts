// The content policy under which the screen runs, the same in both hosts: only its own files, no inline script, no other host.
import { randomBytes } from 'node:crypto'

/** The only Trusted Types policy: the editor's for pasted HTML, made once a page. Lexical's own importers never see a paste. */
const TRUSTED_TYPES = 'trusted-types alternat-clipboard'

/** A fresh value for one page: the component library marks the few style elements it adds with it. */
export const newNonce = (): string => randomBytes(18).toString('base64')

/** `connect` is `'self'` where the screen speaks over HTTP, `'none'` where it speaks over the bridge. */
export const contentPolicy = (connect: "'self'" | "'none'", nonce: string): string => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  // Attributes only: pasted text keeps its bold and italic, and no selector can come in that way.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src ${connect}`,
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  TRUSTED_TYPES,
].join('; ')

/** What a browser could let a page use and Alternat has no use for. */
const DENIED_FEATURES = ['camera', 'display-capture', 'fullscreen', 'geolocation', 'hid', 'idle-detection', 'local-fonts',
  'microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'window-management', 'xr-spatial-tracking']

/** Everything a page of the screen is sent with, in either host. */
export const screenHeaders = (connect: "'self'" | "'none'", nonce: string): Record<string, string> => ({
  'content-security-policy': contentPolicy(connect, nonce),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'cache-control': 'no-store',
})
