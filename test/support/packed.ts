// The desktop's archive, put together as electron/packing says and as electron-builder does around Electron's program: what was built,
// and of the packages those that are shipped.
import { createPackageFromFiles, extractAll, listPackage, statFile } from '@electron/asar'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, matchesGlob, relative, resolve } from 'node:path'
import { locked } from '../third-party/packages.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const packing = JSON.parse(readFileSync(join(ROOT, 'electron/packing/electron-builder.json'), 'utf8')) as { files: string[]; asarUnpack: string[] }
const wanted = packing.files.filter((pattern) => !pattern.startsWith('!'))
const unwanted = packing.files.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))

/** Whether a file of the project, by its path, goes into the archive; those of packages are in unless a pattern keeps them out. */
export const isPacked = (path: string): boolean =>
  (path.startsWith('node_modules/') || wanted.some((pattern) => matchesGlob(path, pattern))) && !unwanted.some((pattern) => matchesGlob(path, pattern))

const filesUnder = (path: string): string[] => {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? (entry.name === 'node_modules' ? [] : filesUnder(`${path}/${entry.name}`)) : entry.isFile() ? [`${path}/${entry.name}`] : [])
}

/** Folders of the packages that are installed to run, as electron-builder finds them. */
export const installedToRun = (): string[] => locked().filter(([folder, { dev }]) => !dev && existsSync(join(ROOT, folder))).map(([folder]) => folder)

export interface Archive {
  file: string
  /** Every file in it, by its path with slashes. */
  files: string[]
  /** Those that lie beside it, for native programs. */
  unpacked: string[]
  /** Files for which it holds no digest, by which a changed one would be noticed. */
  undigested: string[]
}

/** Packs what was built into `folder`. */
export async function pack(folder: string): Promise<Archive> {
  const file = join(folder, 'app.asar')
  const places = [...wanted.map((pattern) => pattern.replace(/\/\*\*$/, '')), ...installedToRun()]
  const files = places.flatMap(filesUnder).filter(isPacked)
  const unpack = `{${packing.asarUnpack.map((pattern) => join(ROOT, pattern)).join(',')}}`
  await createPackageFromFiles(ROOT, file, files.map((path) => join(ROOT, path)), {}, { unpack })
  const entries = listPackage(file, { isPack: false }).map((path) => relative('/', path).replaceAll('\\', '/'))
  const held = entries.map((path) => ({ path, entry: statFile(file, path) as { files?: object; unpacked?: boolean; integrity?: object } })).filter(({ entry }) => !entry.files)
  return {
    file,
    files: held.map(({ path }) => path).sort(),
    unpacked: held.filter(({ entry }) => entry.unpacked).map(({ path }) => path).sort(),
    undigested: held.filter(({ entry }) => !entry.integrity).map(({ path }) => path),
  }
}

/** Lays the archive out, once, as an installed desktop finds it, and tells where: for a program that reads no archives. */
export function layOutPacked({ file }: Archive, folder: string): string {
  const app = join(folder, 'app.asar')
  mkdirSync(folder, { recursive: true })
  extractAll(file, app)
  // What is read beside the archive is not found in it.
  rmSync(join(app, 'templates'), { recursive: true })
  renameSync(`${file}.unpacked`, `${app}.unpacked`)
  return app
}
