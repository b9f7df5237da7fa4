// The desktop: one window on one library. Electron's life cycle only; what it does with it stands in the files beside.
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron'
import { AppError } from '../../shared/contract/error.ts'
import type { Backend } from '../core/backend.ts'
import { createLastingBackend } from '../core/lasting.ts'
import { machinePorts } from '../core/ports.ts'
import { UnderWay } from '../core/underWay.ts'
import { errorSentence, tongueOf } from '../hosting/language.ts'
import { openLog, readLog } from '../hosting/logFile.ts'
import { dataFolder, defaultLibrary, places } from '../hosting/places.ts'
import { carryCalls } from './calls.ts'
import { systemKeychain } from './keychain.ts'
import { closeOff, cutOff, forbid } from './lockdown.ts'
import { menuTemplate, type Command } from './menu.ts'
import { isLibrary, libraryNamed } from './named.ts'
import { askFor, askWhereToSave } from './saving.ts'
import { HOME, SCHEME, serveScreen } from './screen.ts'
import { followTongue } from './tongue.ts'
import { openWindow } from './window.ts'

app.enableSandbox()
cutOff(app.commandLine)
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])

let named = libraryNamed(process.argv.slice(1), process.cwd())
let window: BrowserWindow | null = null
let backend: Backend | null = null

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  // macOS tells a file that was opened by an event, before the start is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (isLibrary(path)) named = path
  })
  app.on('web-contents-created', (_event, contents) => forbid(contents))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (!backend) return
    // Electron waits for no promise: the quit is put off until the library is closed, then taken up again.
    event.preventDefault()
    const closing = backend
    backend = null
    void closing.close().finally(() => app.quit())
  })
  // Not awaited here: Electron becomes ready only after this module has been evaluated.
  void app.whenReady().then(start)
} else app.quit()

async function start(): Promise<void> {
  const locale = app.getLocale()
  let tongue = tongueOf(locale)
  const calls = new UnderWay()
  try {
    backend = createLastingBackend({
      library: named ?? defaultLibrary(),
      host: 'desktop',
      templates: places.templates,
      worker: places.worker,
      ports: { ...machinePorts, readLog: () => readLog(dataFolder()), keychain: systemKeychain(), saveFile: (name) => askWhereToSave(() => window, name), chooseFolder: () => askFor('folder', () => window), chooseLibrary: () => askFor('library', () => window) },
      locale,
      log: openLog(dataFolder()),
    })
  } catch (error) {
    dialog.showErrorBox('Alternat', errorSentence(error instanceof AppError ? error : new AppError('internal', 'unexpected error'), tongue))
    app.exit(1)
    return
  }
  closeOff(session.defaultSession)
  serveScreen(places.screen)
  window = openWindow(places.preload, calls, () => tongue, () => push('app.closing', {}))
  const push = carryCalls(backend, calls, () => window)
  window.on('closed', () => { window = null })
  const loaded = window.loadURL(HOME)
  backend.prepare()
  await loaded
  await followTongue(backend, tongue, (chosen) => {
    tongue = chosen
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(tongue, press)))
  })
  window.show()
  process.send?.('shown')
}

/** A menu command is the key that does the same on the screen, so both can never differ. */
function press({ key, modifiers }: Command): void {
  for (const type of ['keyDown', 'keyUp'] as const) window?.webContents.sendInputEvent({ type, keyCode: key, modifiers })
}
