// Opens the officer's browser at an address whose token nobody else may see: arguments of a process are visible to every
// user of the machine, so the browser is given a file that only this user can read, and the file leads to the address.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this session has a screen to open a window on. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer.exe', darwin: 'open' }

/**
 * Opens the address by way of a file in `folder`; the returned function removes that file. The address is printed as well, so
 * a machine without an opener, or without room for the file, loses nothing.
 */
export function openBrowser(address: string, folder: string): () => void {
  const file = join(folder, `open-${process.pid}.html`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>Alternat</title>\n`,
      { mode: 0o600 })
  } catch {
    return () => {}
  }
  const opener = spawn(OPENERS[process.platform] ?? 'xdg-open', [file], { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
  return () => rmSync(file, { force: true })
}
