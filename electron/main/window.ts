// The window: sandboxed, without Node, and closed only when what was typed is on disk or the officer gives it up knowingly.
import { BrowserWindow, dialog } from 'electron'
import type { Tongue } from '../hosting/language.ts'
import type { UnderWay } from '../core/underWay.ts'
import { wordsOf } from './words.ts'

/** Longer than the screen waits after the last key before it saves. */
const QUIET_MS = 600
const LIMIT_MS = 10_000

/** `announce` tells the screen that it is about to close, so that it saves at once. */
export function openWindow(preload: string, calls: UnderWay, tongue: () => Tongue, announce: () => void): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    title: 'Alternat',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
  let state: 'open' | 'settling' | 'settled' = 'open'
  window.on('close', (event) => {
    if (state === 'settled') return
    event.preventDefault()
    if (state === 'settling') return
    state = 'settling'
    announce()
    void calls.settled(QUIET_MS, LIMIT_MS).then(() => {
      state = 'settled'
      window.close()
    })
  })
  // The screen objects where something could not be saved: a full disk, a conflict.
  window.webContents.on('will-prevent-unload', (event) => {
    const words = wordsOf(tongue())
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: words['unsaved'],
      detail: words['unsaved-detail'],
      buttons: [words['keep-open'], words['close-anyway']],
      defaultId: 0,
      cancelId: 0,
    })
    if (answer === 1) event.preventDefault()
    else state = 'open'
  })
  return window
}
