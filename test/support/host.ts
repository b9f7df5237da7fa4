// Starts the built browser host on a library of its own, as `alternat serve` does, and stops it again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningHost {
  /** Single-use address of the screen. */
  address: string
  library: string
  pid: number
  /** Resolves with the exit code when the host has ended. */
  exited: Promise<number | null>
  /** Ends the host as a power cut would; its folder stays until `stop`. */
  kill(): Promise<void>
  /** Ends the host politely and removes its folder. */
  stop(): Promise<void>
  /** Ends it at once, as a crash does. */
  crash(): Promise<void>
}

/** `library` opens an existing file; else a fresh one with the samples is made in a temporary folder. Without `stay` it ends by itself. */
export async function startHost(options: { library?: string; locale?: string; stay?: boolean } = {}): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-host-'))
  const library = options.library ?? join(folder, 'library.alternat')
  const host = spawn(process.execPath, [resolve('out/main/cli.js'), 'serve', '--no-open', ...(options.stay === false ? [] : ['--stay']), '--json', '--library', library], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LANG: `${options.locale ?? 'en'}.UTF-8`, LC_ALL: `${options.locale ?? 'en'}.UTF-8`, XDG_DATA_HOME: folder },
  })
  const exited = once(host, 'exit').then(([code]) => code as number | null)
  const lines = createInterface({ input: host.stdout })
  const [line] = await Promise.race([once(lines, 'line'), exited.then((code) => { throw new Error(`the host ended with ${code}`) })]) as [string]
  return {
    address: (JSON.parse(line) as { address: string }).address,
    library,
    pid: host.pid!,
    exited,
    async kill() {
      host.kill('SIGKILL')
      await exited
    },
    async stop() {
      if (host.exitCode === null && host.signalCode === null) host.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
    async crash() {
      host.kill('SIGKILL')
      await exited
    },
  }
}
