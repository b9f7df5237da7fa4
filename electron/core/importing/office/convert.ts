// ODT, RTF and files of older Word → DOCX, by a LibreOffice of the machine: in a process of its own with a profile of its own, which
// runs no macros, follows no links and is ended with all its children after a time.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../../../shared/contract/error.ts'
import { announceChild, endChild, type Child } from '../../jobs/children.ts'
import { findOffice } from './find.ts'

/** A text of hundreds of pages takes a tenth of it. */
const SECONDS = 90

const setting = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

/** No macros, no links brought up to date, and a proxy where nobody listens for whatever a file wants fetched. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${setting('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3')}
${setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true')}
${setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
${setting('Office.Writer/Content/Update', 'Link', '2')}
${setting('Inet/Settings', 'ooInetProxyType', '2')}
${setting('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1')}
${setting('Inet/Settings', 'ooInetHTTPProxyPort', '9')}
${setting('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1')}
${setting('Inet/Settings', 'ooInetHTTPSProxyPort', '9')}
</oor:items>
`

/** Throws `office-missing` and `office-failed`; a file that takes too long is `file-hostile`. */
export async function toDocx(bytes: Uint8Array, ending: 'odt' | 'rtf' | 'doc', name: string): Promise<Uint8Array> {
  const office = findOffice()
  if (!office) throw new AppError('office-missing', 'LibreOffice was not found', { name, format: ending.toUpperCase() })
  // Only this user may enter it.
  const folder = await mkdtemp(join(tmpdir(), 'alternat-office-'))
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), PROFILE)
    await writeFile(join(folder, `text.${ending}`), bytes)
    await run(office, folder, ending, name)
    return new Uint8Array(await readFile(join(folder, 'out', 'text.docx')))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('office-failed', 'LibreOffice made no DOCX of it', { name })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** What the child is told of this machine: nothing of the officer's own settings. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'windir', 'LD_LIBRARY_PATH'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(kept), HOME: folder, TMPDIR: folder, TMP: folder, TEMP: folder, LANG: 'C.UTF-8' }
}

async function run(office: string, folder: string, ending: string, name: string): Promise<void> {
  const child = spawn(office, [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--nolockcheck', '--nodefault',
    '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), join(folder, `text.${ending}`),
  ], { cwd: folder, env: environmentOf(folder), stdio: 'ignore', windowsHide: true, detached: process.platform !== 'win32' })
  const ended = new Promise<void>((resolve, reject) => child.once('error', reject).once('exit', () => resolve()))
  if (child.pid === undefined) return ended
  const announced: Child = { pid: child.pid, folder }
  const forget = announceChild(announced)
  let late = false
  const timer = setTimeout(() => {
    late = true
    void endChild(announced)
  }, SECONDS * 1000)
  try {
    await ended
  } finally {
    clearTimeout(timer)
    forget()
  }
  if (late) throw new AppError('file-hostile', 'LibreOffice did not come to an end', { name })
}
