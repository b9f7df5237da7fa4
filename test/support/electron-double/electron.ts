// A double of the part of Electron's main-process API that Alternat uses, over a headless Chromium. What is not here does
// not exist, so that a new use of Electron fails in the tests until it is doubled too.
import { app } from './app.ts'
import { answerControl } from './control.ts'
import { dialog, Menu } from './dialogs.ts'
import { ipcMain } from './ipc.ts'
import { protocol } from './protocol.ts'
import { safeStorage } from './safeStorage.ts'
import { session } from './session.ts'
import { BrowserWindow } from './window.ts'

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session }

answerControl({ app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session })
