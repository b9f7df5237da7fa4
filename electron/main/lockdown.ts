// What the desktop denies: other addresses, other windows, downloads, permissions, devices, and every network request.
import type { CommandLine, Session, WebContents } from 'electron'
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
  // A device is the first one found unless somebody says otherwise.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** For the session that every window shares. */
export function closeOff(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => answer(mayUse(permission, requestingUrl)))
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  // Files leave by the save dialog, to a place the officer chose.
  session.on('will-download', (event) => event.preventDefault())
}

/** What the screen asks for where an officer copies; it reads the clipboard only when given it by a paste. */
const mayUse = (permission: string, address: string): boolean => permission === 'clipboard-sanitized-write' && isOurs(address)

/** The screen's own files, and pictures it made itself. */
const mayLoad = (address: string): boolean =>
  isOurs(address) || address.startsWith('data:image/') || address.startsWith(`blob:${ORIGIN}/`)
