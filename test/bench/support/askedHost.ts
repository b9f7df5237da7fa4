// The built host over a library, asked as the screen asks it, and what it holds in memory.
import { readFileSync } from 'node:fs'
import { connect, type Client } from '../../../shared/contract/index.ts'
import { startHost } from '../../support/host.ts'
import { transportTo } from '../../support/ownTransport.ts'

export interface AskedHost {
  call: Client['call']
  /** What stays in memory of the host's process and its workers, in MB (VmRSS); null where the system does not tell. */
  megabytes(): number | null
  stop(): Promise<void>
}

/** Starts `alternat serve` on a library. */
export async function askHost(library: string): Promise<AskedHost> {
  const host = await startHost({ library })
  const { call } = connect(transportTo(host.address))
  return { call, megabytes: () => residentOf(host.pid), stop: () => host.stop() }
}

function residentOf(pid: number): number | null {
  try {
    return Number(/VmRSS:\s*(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024 / 1e6
  } catch {
    return null
  }
}
