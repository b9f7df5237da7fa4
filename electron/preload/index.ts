// The bridge between the sandboxed screen and the backend: two functions, plain values, nothing of Electron.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

contextBridge.exposeInMainWorld('alternat', {
  request: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('alternat:request', name, input),
  subscribe(push: (event: string, payload: unknown) => void): () => void {
    const heard = (_event: IpcRendererEvent, event: string, payload: unknown) => push(event, payload)
    ipcRenderer.on('alternat:event', heard)
    return () => { ipcRenderer.removeListener('alternat:event', heard) }
  },
})
