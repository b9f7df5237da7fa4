// Runs the browser host until its last window is closed or it is told to stop: the backend, the loopback server, the browser window.
import { createInterface } from 'node:readline'
import type { LibraryKey } from '../core/db/cipher.ts'
import { createLastingBackend } from '../core/lasting.ts'
import { machinePorts } from '../core/ports.ts'
import { systemLocale } from '../hosting/language.ts'
import { openLog, readLog } from '../hosting/logFile.ts'
import { dataFolder, places } from '../hosting/places.ts'
import { startLoopback } from './loopback/server.ts'
import { hasDisplay, openBrowser } from './opening.ts'

export interface ServeOptions {
  /** Full path of the library. */
  library: string
  /** Of an encrypted library that is to be open from the start; without it the window asks for the passphrase. */
  key: LibraryKey | null
  /** Open a browser where there is a display. */
  open: boolean
  /** Go on when the last window is closed. */
  stay: boolean
  /** Told the address once it can be opened, and every further one that is asked for. */
  announce(address: string): void
}

/** Resolves when the host has stopped, with every save on disk. */
export async function serve(options: ServeOptions): Promise<void> {
  const backend = createLastingBackend({
    library: options.library,
    key: options.key,
    host: 'browser',
    templates: places.templates,
    worker: places.worker,
    ports: { ...machinePorts, readLog: () => readLog(dataFolder()) },
    locale: systemLocale(),
    log: openLog(dataFolder()),
  })
  try {
    const loopback = await startLoopback(backend, places.screen)
    try {
      const stopped = stopSignal()
      const address = loopback.newAddress()
      options.announce(address)
      const cleanUp = options.open && hasDisplay() ? openBrowser(address, dataFolder()) : () => {}
      backend.prepare()
      const quiet = onEnter(() => options.announce(loopback.newAddress()))
      await (options.stay ? stopped : Promise.race([stopped, loopback.deserted]))
      quiet()
      cleanUp()
    } finally {
      await loopback.close()
    }
  } finally {
    await backend.close()
  }
}

/** Calls `again` for every line typed at a terminal, until the returned function is called. */
function onEnter(again: () => void): () => void {
  if (!process.stdin.isTTY) return () => {}
  const lines = createInterface({ input: process.stdin })
  lines.on('line', again)
  return () => lines.close()
}

/** Resolves on Ctrl+C, on a polite kill, and when the terminal goes away. */
const stopSignal = () => new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
})
