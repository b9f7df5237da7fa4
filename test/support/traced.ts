// Runs a program without a network and under a trace of its calls, and tells whom it spoke to.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this machine has a trace and networks of one's own. */
export const canTrace = process.platform === 'linux'
  && spawnSync('strace', ['-V']).status === 0 && spawnSync('unshare', ['--net', '--map-root-user', 'true']).status === 0

export interface Traced {
  code: number | null
  /** Calls of connect, sendto, sendmsg and sendmmsg that name an address, by the kind of it. */
  spoke: Record<string, number>
  /** Those of them that name any other address than this machine's own, but for the next. */
  outside: string[]
  /** Addresses to which the system was asked for a way, by a datagram socket that nothing was sent on: Chromium does, for IPv6. */
  ways: string[]
}

/** Everything the program and its children do, with the loopback as the only network there is. */
export async function traced(command: readonly string[], folder: string, env: Record<string, string> = {}): Promise<Traced> {
  const script = 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"'
  const trace = ['strace', '-ff', '-yy', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', join(folder, 'trace')]
  const child = spawn('unshare', ['--net', '--map-root-user', 'sh', '-c', script, 'sh', ...trace, ...command], { stdio: 'inherit', env: { ...process.env, ...env } })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const spoke: Record<string, number> = {}
  const outside: string[] = []
  const ways = new Set<string>()
  for (const name of readdirSync(folder).filter((one) => one.startsWith('trace.'))) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const family = /sa_family=(AF_\w+)/.exec(line)?.[1]
      if (family === undefined) continue
      spoke[family] = (spoke[family] ?? 0) + 1
      if (isInside(family, line)) continue
      if (/^connect\(\d+<UDP/.test(line)) ways.add(/inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/.exec(line)?.[1] ?? line)
      else outside.push(line.slice(0, 200))
    }
  }
  return { code, spoke, outside, ways: [...ways] }
}

function isInside(family: string, line: string): boolean {
  if (family === 'AF_UNIX' || family === 'AF_NETLINK' || family === 'AF_UNSPEC') return true
  if (family === 'AF_INET') return /inet_addr\("127\.0\.0\.1"\)/.test(line)
  return family === 'AF_INET6' && /"::1"|"::ffff:127\.0\.0\.1"/.test(line)
}
