// The dialogs that ask for a place, as the backend's ports: what was chosen is all that the backend writes to or reads.
import { app, dialog, type BrowserWindow } from 'electron'
import { extname, join } from 'node:path'

/** The chosen path, or null where the officer thought better of it. */
export async function askWhereToSave(window: () => BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const ending = extname(suggestedName).slice(1)
  const options = {
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  }
  const parent = window()
  const { canceled, filePath } = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
  return canceled || !filePath ? null : filePath
}

/** The chosen folder, or library file that is there; null in the same way. */
export async function askFor(what: 'folder' | 'library', window: () => BrowserWindow | null): Promise<string | null> {
  const options = what === 'folder'
    ? { properties: ['openDirectory' as const, 'createDirectory' as const] }
    : { properties: ['openFile' as const], filters: [{ name: 'ALTERNAT', extensions: ['alternat'] }] }
  const parent = window()
  const { canceled, filePaths } = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
  return canceled ? null : filePaths[0] ?? null
}
