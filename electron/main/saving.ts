// The save dialog, as the backend's port: it asks for a place, the backend writes there.
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
