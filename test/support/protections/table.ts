// Every protection of the desktop, the content policy, the browser host, the contract and the readers, and of what is kept
// (`keeping.ts`), and how it would look taken away. `test/prove/protections` takes each away in turn, in a copy, and its test must fail.
import { KEEPING } from './keeping.ts'

export interface Protection {
  name: string
  file: string
  /** Stands once in the file. */
  from: string
  to: string
  /** The file of tests that notices, and words of the title of one that does. */
  shownBy: [file: string, title: string]
}

const DESKTOP = 'test/e2e/desktop/desktop.spec.ts'
const DENIED = 'test/e2e/desktop/denied.spec.ts'
const LOOPBACK = 'test/unit/electron/host/loopback/server.test.ts'
const WIRE = 'test/unit/electron/host/loopback/wire.test.ts'
const DISPATCH = 'test/unit/electron/core/dispatch.test.ts'
const DOCX = 'test/unit/formats/docxHostile.test.ts'
const SALVAGED = 'test/unit/electron/core/salvage/encrypted.test.ts'
const KEPT = 'the window keeps every protection'

const window: Protection[] = [
  ['the sandbox of the window', 'sandbox: true', 'sandbox: false', KEPT],
  ['the world of its own of the bridge', 'contextIsolation: true', 'contextIsolation: false', KEPT],
  ['no Node in the page', 'nodeIntegration: false', 'nodeIntegration: true', KEPT],
  ['the rules of origins', 'webSecurity: true', 'webSecurity: false', KEPT],
  ['no pages inside the page', 'webviewTag: false', 'webviewTag: true', KEPT],
  ['no mixed content', 'allowRunningInsecureContent: false', 'allowRunningInsecureContent: true', KEPT],
  ['no trial features', 'experimentalFeatures: false', 'experimentalFeatures: true', KEPT],
  ['no developer tools', 'devTools: false', 'devTools: true', KEPT],
].map(([name, from, to, title]) => ({ name: name!, file: 'electron/main/window.ts', from: from!, to: to!, shownBy: [DENIED, title!] }))

const lockdown: Protection[] = [
  ['no navigation', "contents.on('will-navigate', (event) => event.preventDefault())", '', DENIED, 'will-navigate is prevented'],
  ['no navigation of frames', "contents.on('will-frame-navigate', (event) => event.preventDefault())", '', DENIED, 'will-frame-navigate is prevented'],
  ['no redirection', "contents.on('will-redirect', (event) => event.preventDefault())", '', DENIED, 'will-redirect is prevented'],
  ['no webview', "contents.on('will-attach-webview', (event) => event.preventDefault())", '', DENIED, 'will-attach-webview is prevented'],
  ['no device nearby', "contents.on('select-bluetooth-device', (event, _devices, choose) => {\n    event.preventDefault()",
    "contents.on('select-bluetooth-device', (_event, _devices, choose) => {", DENIED, 'select-bluetooth-device is prevented'],
  ['no further window', "action: 'deny'", "action: 'allow'", DESKTOP, 'the page may not open windows'],
  ['permissions requested', 'answer(mayUse(permission, requestingUrl))', 'answer(true)', DENIED, 'the page may copy, and nothing else'],
  ['permissions checked', '=> mayUse(permission, origin))', '=> true)', DENIED, 'the page may copy, and nothing else'],
  ['permissions of the screen only', "permission === 'clipboard-sanitized-write' && isOurs(address)", "permission === 'clipboard-sanitized-write'",
    DENIED, 'a page of app://alternat.evil/ may not even copy'],
  ['no device by itself', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)', DENIED, 'no device is shared'],
  ['no request of another host', 'cancel: !mayLoad(details.url)', 'cancel: false', DESKTOP, 'app://elsewhere/index.html is refused'],
  ['no download', "session.on('will-download', (event) => event.preventDefault())", '', DENIED, 'the page may put no file on the disk'],
  ['no name looked up', "commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')", '', DENIED, 'every process of the screen is sandboxed'],
].map(([name, from, to, file, title]) => ({ name: name!, file: 'electron/main/lockdown.ts', from: from!, to: to!, shownBy: [file!, title!] }))

const desktop: Protection[] = [
  { name: 'every process sandboxed', file: 'electron/main/index.ts', from: 'app.enableSandbox()\n', to: '', shownBy: [DENIED, 'every process of the screen is sandboxed'] },
  { name: 'one instance', file: 'electron/main/index.ts', from: 'if (app.requestSingleInstanceLock()) {', to: 'if (app.requestSingleInstanceLock() || true) {',
    shownBy: [DESKTOP, 'a second start brings this window'] },
  { name: 'calls from the screen only', file: 'electron/main/calls.ts', from: ' && isOurs(frame.url)', to: '', shownBy: [DESKTOP, 'another scheme is not heard'] },
  { name: 'calls from the top frame only', file: 'electron/main/calls.ts', from: ' && frame.parent === null', to: '', shownBy: [DESKTOP, 'a frame inside the screen is not heard'] },
  { name: 'calls by name', file: 'electron/main/calls.ts', from: "|| typeof name !== 'string'", to: "|| typeof name === 'undefined'", shownBy: [DESKTOP, 'a refused input comes back'] },
  { name: 'the origin compared exactly', file: 'electron/main/screen.ts', from: '`${url.protocol}//${url.host}` === ORIGIN', to: 'address.startsWith(ORIGIN)',
    shownBy: [DESKTOP, 'an address that only begins like the screen'] },
  { name: 'two functions over the bridge', file: 'electron/preload/index.ts', from: "contextBridge.exposeInMainWorld('alternat', {",
    to: "contextBridge.exposeInMainWorld('alternat', { send: (channel: string, value: unknown) => ipcRenderer.invoke(channel, value),",
    shownBy: [DESKTOP, 'the screen has the bridge and nothing'] },
  { name: 'the policy at every address of the desktop', file: 'electron/main/screen.ts', from: "const headers = screenHeaders(\"'none'\", nonce)",
    to: 'const headers = { nonce }', shownBy: [DESKTOP, 'app://alternat/index.html is answered with 200'] },
]

const policy: Protection[] = [
  ['no inline script', "\"script-src 'self'\"", "\"script-src 'self' 'unsafe-inline'\"", LOOPBACK, 'comes with a strict policy'],
  ['Trusted Types', "\"require-trusted-types-for 'script'\",", '', DESKTOP, 'the page may run only its own scripts'],
  ['one policy for pasted HTML', "'trusted-types alternat-clipboard'", "'trusted-types alternat-clipboard lexical'", DESKTOP, 'the page may run only its own scripts'],
  ['no connection from the desktop page', '`connect-src ${connect}`', "\"connect-src 'self'\"", DESKTOP, 'app://alternat/index.html is answered with 200'],
  ['no frame around the screen', "\"frame-ancestors 'none'\",", '', LOOPBACK, 'comes with a strict policy'],
  ['no form', "\"form-action 'none'\",", '', LOOPBACK, 'comes with a strict policy'],
  ['no guessing of kinds', "'x-content-type-options': 'nosniff',", '', DESKTOP, 'app://alternat/index.html is answered with 200'],
  ['no referrer', "'referrer-policy': 'no-referrer',", '', LOOPBACK, 'comes with a strict policy'],
  ['nothing kept by the browser', "'cache-control': 'no-store',", '', LOOPBACK, 'comes with a strict policy'],
  ['no reading from other pages', "'cross-origin-resource-policy': 'same-origin',", '', LOOPBACK, 'comes with a strict policy'],
].map(([name, from, to, file, title]) => ({ name: name!, file: 'electron/hosting/policy.ts', from: from!, to: to!, shownBy: [file!, title!] }))

const files: Protection[] = [
  ['no link out of the folder', 'if (!file.startsWith(root + sep)) return null', '', 'is asked for /assets/link.js'],
  ['no way up, no hidden file', "part === '' || part.startsWith('.')", "part === ''", 'is asked for /.hidden.js'],
  ['known kinds only', 'if (!type) return null', "if (!type) return { body: await readFile(join(folder, name)), type: 'text/plain' }", 'is asked for /notes.txt'],
].map(([name, from, to, title]) => ({ name: name!, file: 'electron/hosting/assets.ts', from: from!, to: to!, shownBy: [LOOPBACK, title!] }))

const guard: Protection[] = [
  ['this very host', 'named?.length === 1 && named[0] === host ? null', 'named ? null', LOOPBACK, 'with a forged Host'],
  ['one host', 'named?.length === 1 && named[0] === host', 'named?.[0] === host', WIRE, 'two hosts'],
  ['this very origin', 'origins?.length !== 1 || origins[0] !== origin', '!origins?.[0]?.startsWith(origin)', LOOPBACK, 'with an Origin that only begins right'],
  ['an origin at all', 'if (origins?.length !== 1 || origins[0] !== origin)', 'if (origins && origins[0] !== origin)', LOOPBACK, 'without an Origin'],
  ['this very site', "site !== undefined && site !== 'same-origin'", "site === 'cross-site'", LOOPBACK, 'from another port of the same site'],
  ['POST only', "if (request.method !== 'POST')", "if (request.method === 'TRACE')", LOOPBACK, 'by PUT'],
  ['JSON only', '/^application\\/json(; ?charset=utf-8)?$/i', '/application\\/json|text\\/plain/i', LOOPBACK, 'as plain text'],
  ['plain JSON only', "if (request.headers['content-encoding'] !== undefined)", "if (request.headers['content-encoding'] === 'br')", LOOPBACK, 'compressed'],
].map(([name, from, to, file, title]) => ({ name: name!, file: 'electron/host/loopback/guard.ts', from: from!, to: to!, shownBy: [file!, title!] }))

const host: Protection[] = [
  ['a session', "path !== '/api/session' && !sessions.allows(request.headers.authorization)", 'false', LOOPBACK, 'with a wrong bearer'],
  ['this machine only', "server.listen(0, '127.0.0.1', resolve)", "server.listen(0, '0.0.0.0', resolve)", WIRE, 'nobody reaches it at'],
  ['so many connections', 'server.maxConnections = connections', '', WIRE, 'connections beyond the limit'],
  ['headers and bodies in their time', 'createServer(timing, (request', 'createServer((request', WIRE, 'headers that never end'],
  ['its own addresses only', "!target.startsWith('//')", 'true', LOOPBACK, '//evil.example/index.html'],
].map(([name, from, to, file, title]) => ({ name: name!, file: 'electron/host/loopback/server.ts', from: from!, to: to!, shownBy: [file!, title!] }))

const rest: Protection[] = [
  { name: 'a token once', file: 'electron/host/loopback/sessions.ts', from: '!this.#unused.delete(digest(token))', to: '!this.#unused.has(digest(token))',
    shownBy: [LOOPBACK, 'is not opened by a token that was spent'] },
  { name: 'so large a body', file: 'electron/host/loopback/body.ts', from: "    if (size > limit) return { ok: false, why: 'too-large' }\n", to: '', shownBy: [LOOPBACK, 'hides it by chunks'] },
  { name: 'an address only this user can read', file: 'electron/host/opening.ts', from: '{ mode: 0o600 }', to: '{ mode: 0o644 }',
    shownBy: ['test/unit/electron/host/opening.test.ts', 'only this user can read'] },
  { name: 'operations of the contract only', file: 'electron/core/dispatch.ts', from: 'Object.hasOwn(contract, name)', to: 'name in contract', shownBy: [DISPATCH, 'toString {}'] },
  { name: 'calls of a size', file: 'electron/core/dispatch.ts', from: 'if (isTooHeavy(raw, MAX_CALL_BYTES)) throw tooHeavy(name, raw)\n', to: '\n', shownBy: [DISPATCH, 'one text too long'] },
  { name: 'calls of a depth', file: 'electron/core/weight.ts', from: ' || depth > DEEPEST', to: '', shownBy: [DISPATCH, 'one a thousand lists deep'] },
  { name: 'inputs parsed', file: 'electron/core/dispatch.ts', from: 'contract[name].parse(raw)', to: 'raw as never', shownBy: [DISPATCH, 'clause.open null'] },
  { name: 'no words of a document in the log', file: 'electron/core/dispatch.ts', from: '...describeError(error) })\n', to: '...describeError(error), said: String(error) })\n',
    shownBy: [DISPATCH, 'nothing a document says'] },
  { name: 'a zip unpacked within bounds', file: 'electron/core/formats/docx/zip.ts',
    from: '  refuseBomb(entries, buffer.length)\n',
    to: '', shownBy: [DOCX, 'a zip bomb'] },
  { name: 'an entry no larger than it says', file: 'electron/core/formats/docx/zip.ts', from: 'inflateRawSync(packed, { maxOutputLength: entry.size })', to: 'inflateRawSync(packed)',
    shownBy: [DOCX, 'a bomb that lies about its size'] },
  { name: 'one writer', file: 'electron/core/db/lock.ts', from: 'BEGIN EXCLUSIVE', to: 'BEGIN', shownBy: ['test/unit/electron/core/db/open.test.ts', 'a second opener reads'] },
  { name: 'what is salvaged encrypted as it was', file: 'electron/core/salvage/salvage.ts', from: 'if (key && isEncrypted(library)) encryptInPlace(to, key)', to: '',
    shownBy: [SALVAGED, 'of a library with a ruined page of declaration'] },
  { name: 'no plain text beside an encrypted library', file: 'electron/core/salvage/salvage.ts', from: "isEncrypted(library) ? { ...made, orphans: '' } : made", to: 'made',
    shownBy: [SALVAGED, 'laid down as no plain text'] },
  { name: 'no entities of its own', file: 'electron/core/formats/docx/xml.ts', from: "throw new AppError('file-hostile', 'XML: DOCTYPE refused')", to: '', shownBy: [DOCX, 'an entity bomb'] },
]

export const PROTECTIONS: Protection[] = [...window, ...lockdown, ...desktop, ...policy, ...files, ...guard, ...host, ...rest, ...KEEPING]
