// What the desktop denies: other addresses, other windows, devices, and every network request.
import type { CommandLine, WebContents } from 'electron'
import { isOurs, ORIGIN } from './screen.ts'

/** Before Electron is ready: Chromium's own services ask for hosts even with its other switches set. */
export function cutOff(commandLine: CommandLine): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
}

/** For every web contents as it comes into being, whoever made it. */
export function forbid(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const { session } = contents
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
}

/** The screen's own files, and pictures it made itself. */
const mayLoad = (address: string): boolean =>
  isOurs(address) || address.startsWith('data:image/') || address.startsWith(`blob:${ORIGIN}/`)

