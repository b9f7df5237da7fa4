// Where LibreOffice is installed, if it is: named by ALTERNAT_SOFFICE, on the search path, or in the places its installers use.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const WINDOWS = process.platform === 'win32'

/** Full path of its program, or null. */
export function findOffice(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['ALTERNAT_SOFFICE']
  if (named !== undefined) return existsSync(named) ? named : null
  const program = WINDOWS ? 'soffice.exe' : 'soffice'
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, program))
  return [...onPath, ...places(environment)].find((path) => existsSync(path)) ?? null
}

function places(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice']
  if (WINDOWS) {
    return ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => environment[name] ?? [])
      .map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.exe'))
  }
  return ['/usr/lib/libreoffice/program/soffice', '/usr/lib64/libreoffice/program/soffice', '/snap/bin/libreoffice', ...inOpt()]
}

/** Packages of its makers stand in folders that carry the version. */
function inOpt(): string[] {
  try {
    return readdirSync('/opt').filter((name) => /^libreoffice/iu.test(name)).toSorted().toReversed()
      .map((name) => join('/opt', name, 'program', 'soffice'))
  } catch {
    return []
  }
}
