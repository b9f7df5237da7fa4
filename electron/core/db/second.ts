// The second folder of snapshots: another place, best on another disk, where each snapshot is written again. Which folder it is stands
// in a file beside the library, so that it is known also where the library is damaged or locked. In the folder the snapshots lie in one
// of their own, made once: where that is gone the medium is, and nothing is written into the empty place it was mounted at.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import { ERROR_CODES, AppError } from '../../../shared/contract/error.ts'
import { removedRefSchema } from '../../../shared/contract/removed.ts'
import { z } from '../../../shared/model/schema.ts'
import { folderFailure } from '../failures.ts'
import { flushFile, flushFolder } from './folder.ts'
import { snapshotFolder } from './snapshot.ts'

const secondSchema = z.strictObject({
  format: z.literal('alternat-second'),
  version: z.literal(1),
  folder: z.string().min(1),
  /** Tells the snapshots of this library from those of another one of the same name. */
  id: z.string().regex(/^[0-9a-f]{8}$/),
  /** Texts deleted for good while the folder could not be reached: snapshots there that hold them go first when it returns. */
  owed: z.array(removedRefSchema),
  /** Why the last attempt to write there failed. */
  failure: z.enum(ERROR_CODES).nullable(),
  /** Snapshots beside the library that turned out damaged: they are none to be kept twice. */
  damaged: z.array(z.string()).default([]),
})
export type Second = z.infer<typeof secondSchema>

const fileOf = (library: string) => `${library}-second`

/** null where none is chosen, or what tells it cannot be read. */
export function readSecond(library: string): Second | null {
  try {
    return secondSchema.parse(JSON.parse(readFileSync(fileOf(library), 'utf8')))
  } catch {
    return null
  }
}

export function writeSecond(library: string, second: Second | null): void {
  const place = fileOf(library)
  if (second === null) rmSync(place, { force: true })
  else {
    writeFileSync(`${place}-new`, `${JSON.stringify(second, null, 2)}\n`, { mode: 0o600 })
    flushFile(`${place}-new`)
    renameSync(`${place}-new`, place)
  }
  flushFolder(dirname(place))
}

export const secondPlace = (library: string, { folder, id }: Second): string => join(folder, `${basename(library)}-snapshots-${id}`)

/** Where the snapshots lie there; null where no folder is chosen or it cannot be reached. */
export function reachedSecond(library: string): string | null {
  const second = readSecond(library)
  const place = second && secondPlace(library, second)
  return place !== null && statSync(place, { throwIfNoEntry: false })?.isDirectory() ? place : null
}

/** Makes this the second folder. Throws `folder-missing`, `folder-read-only`, `second-same` or `second-network`, and changes nothing then. */
export function chooseSecond(library: string, named: string): void {
  if (!isAbsolute(named) || !statSync(named, { throwIfNoEntry: false })?.isDirectory()) throw new AppError('folder-missing', 'no such folder', { name: named })
  const folder = realpathSync(named)
  const own = realpathSync(dirname(library))
  if (folder === own || `${folder}${sep}`.startsWith(join(own, basename(snapshotFolder(library))) + sep)) throw new AppError('second-same', 'the folder of the library itself')
  if (isNetwork(folder)) throw new AppError('second-network', 'a folder on the network', { name: folder })
  const known = readSecond(library)
  const second: Second = known?.folder === folder ? known
    : { format: 'alternat-second', version: 1, folder, id: randomBytes(4).toString('hex'), owed: [], failure: null, damaged: [] }
  const place = secondPlace(library, second)
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 })
    const probe = join(place, 'unfinished')
    writeFileSync(probe, '')
    flushFile(probe)
    rmSync(probe)
  } catch (error) {
    throw folderFailure(error, folder) ?? error
  }
  writeSecond(library, second)
}

/** A lost disk takes both. */
export function isOnSameDisk(library: string): boolean {
  const place = reachedSecond(library)
  return place !== null && existsSync(library) && statSync(place).dev === statSync(library).dev
}

/** What Linux calls NFS, SMB, CIFS, SMB2 and AFS. */
const NETWORKS: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f])

/** As far as it can be told: by the kind of the file system on Linux, by the name of a share on Windows. */
const isNetwork = (folder: string): boolean =>
  /^[\\/]{2}/.test(folder) || (process.platform === 'linux' && NETWORKS.has(Number(statfsSync(folder).type)))
