// Programs that judge exported files from outside, where the machine has them: LibreOffice, qpdf, poppler.
import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'

/** Full path of a program on PATH, or null. */
export function findTool(name: string): string | null {
  try {
    return (
      execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
        .split('\n')[0]!
        .trim() || null
    )
  } catch {
    return null
  }
}

const run = promisify(execFile)

/** What a program prints; rejects where it fails. */
export async function printed(program: string, args: readonly string[], timeout = 60_000): Promise<string> {
  return (await run(program, args, { timeout, maxBuffer: 64 * 2 ** 20 })).stdout
}

/** LibreOffice and a Python that can talk to it (the system's, not one on PATH), or null with a word on what is missing. */
export function findLibreOffice(): { soffice: string; python: string } | null {
  const soffice = findTool('soffice')
  const python = ['/usr/bin/python3', findTool('python3')].find((path) => path !== null && speaksUno(path))
  if (soffice && python) return { soffice, python }
  console.warn(`LibreOffice tests skipped: ${soffice ? 'no Python with its module "uno"' : 'soffice is not installed'}`)
  return null
}

function speaksUno(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import uno'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
