// Calls from the screen to the backend, and events back. Only the top frame of the screen itself is heard.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Reply } from '../../shared/contract/error.ts'
import type { Transport } from '../../shared/contract/index.ts'
import type { UnderWay } from '../core/underWay.ts'
import { isOurs } from './screen.ts'

const REQUEST = 'alternat:request'
const EVENT = 'alternat:event'

/** Returns the function that pushes an event of the host itself. */
export function carryCalls(backend: Transport, calls: UnderWay, window: () => BrowserWindow | null): (event: string, payload: unknown) => void {
  ipcMain.handle(REQUEST, (event, name: unknown, input: unknown): Promise<Reply> => {
    if (!isScreen(event) || typeof name !== 'string') return Promise.resolve({ ok: false, error: { code: 'unauthorised', message: 'not the screen' } })
    return calls.track(backend.request(name, input))
  })
  const push = (event: string, payload: unknown) => {
    const open = window()
    if (open && !open.isDestroyed()) open.webContents.send(EVENT, event, payload)
  }
  backend.subscribe(push)
  return push
}

function isScreen(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOurs(frame.url)
}
