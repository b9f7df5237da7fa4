// The power cut while a library is encrypted or decrypted, with a former library beside it: each file is the old one or the new one,
// whole, and whatever is encrypted has its key.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isEncrypted } from '../../electron/core/db/cipher.ts'
import { checkSnapshot } from '../../electron/core/db/snapshot.ts'
import { convertTask } from '../../electron/core/protection/converting.ts'
import { readKeyFile } from '../../electron/core/protection/keyFile.ts'
import { keyByPassphrase, newKeyFile } from '../../electron/core/protection/keyring.ts'
import { ATTACKED_KEY, cutRecording, harm, keyOf, savedText, savedTrail } from './attack.ts'
import { record } from './disk/recording.ts'
import { filesWith } from './markers.ts'
import { openServices } from './services.ts'

const converter = fileURLToPath(new URL('../fixtures/converter.ts', import.meta.url))
/** The one that the converter gives. */
const PASSPHRASE = 'passphrase of a test'
const FORMER = 'library.alternat-replaced-2026-03-31T12-30-00Z.alternat'
const REV = 2

/** Cuts the power `count` times; some of what was not synced is lost. */
export async function cutConversion(recorder: string, to: 'encrypted' | 'plain', count: number): Promise<{ cuts: number; harm: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-cuts-'))
  try {
    const library = join(folder, 'library.alternat')
    write(library)
    copyFileSync(library, join(folder, FORMER))
    if (to === 'plain') {
      const keyFile = await newKeyFile(ATTACKED_KEY, PASSPHRASE)
      await convertTask({ library, key: ATTACKED_KEY, copies: 'convert', to: 'encrypted', keyFile }, () => {})
    }
    const secret = Buffer.from(ATTACKED_KEY.secret).toString('hex')
    const recording = await record(recorder, folder, converter, [library, to, secret, 'never'])
    return await cutRecording(recording, count, 'some', (copy) => conversionHarm(copy, to))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(library: string): void {
  const { db, drafts } = openServices(library)
  const { id, rev, statement } = drafts.start({ from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null })
  drafts.save(id, rev, { ...statement, blocks: savedText(REV) }, savedTrail(REV))
  db.close()
}

async function conversionHarm(folder: string, to: 'encrypted' | 'plain'): Promise<string | null> {
  const files = ['library.alternat', FORMER].map((name) => join(folder, name)) as [string, string]
  const [library, former] = files
  try {
    if (files.some(isEncrypted) && !await opens(library)) return 'a key file that does not give the key'
    if (checkSnapshot(former, keyOf(former)).drafts !== 1) return 'the former library is not whole'
    if (to === 'encrypted' && files.every(isEncrypted) && filesWith(folder, [' rev ']).length > 0) return 'plain text beside the encrypted library'
  } catch (error) {
    return String(error)
  }
  return harm(library, REV)
}

/** Whether the passphrase opens the library by its key file; asked once for the same file, since it takes its time. */
async function opens(library: string): Promise<boolean> {
  const file = readKeyFile(library, ATTACKED_KEY.id)
  const text = JSON.stringify(file)
  const known = opened.get(text) ?? keyByPassphrase(file, PASSPHRASE).then(({ secret }) => Buffer.from(secret).equals(ATTACKED_KEY.secret), () => false)
  opened.set(text, known)
  return known
}
const opened = new Map<string, Promise<boolean>>()
