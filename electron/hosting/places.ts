// Where Alternat's own files lie, built or run from its sources, and where the officer's library lies.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import envPaths from 'env-paths'

const here = fileURLToPath(import.meta.url)
const fromSource = here.endsWith('.ts')

function projectRoot(): string {
  let folder = dirname(here)
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`no package.json above ${here}`)
    folder = above
  }
  return folder
}

const root = projectRoot()
const inRoot = (...parts: string[]) => join(root, ...parts)

export const places = {
  root,
  /** The built screen. */
  screen: inRoot('out', 'renderer'),
  preload: inRoot('out', 'preload', 'index.cjs'),
  /** In a packed desktop beside the archive: the page setter is a native program and reads no archive. */
  templates: inRoot('templates').replace(`app.asar${sep}`, `app.asar.unpacked${sep}`),
  worker: pathToFileURL(fromSource ? inRoot('electron', 'core', 'jobs', 'worker.ts') : inRoot('out', 'main', 'worker.js')),
}

/** Folder of the library and the log: one and the same for every host, so that no host shows an empty library over a full one. */
export const dataFolder = (): string => envPaths('alternat', { suffix: '' }).data

/** The library where a command names none: ALTERNAT_LIBRARY, else one in the data folder, which is made for this user only. */
export function defaultLibrary(): string {
  const named = process.env['ALTERNAT_LIBRARY']
  if (named) return resolve(named)
  mkdirSync(dataFolder(), { recursive: true, mode: 0o700 })
  return join(dataFolder(), 'library.alternat')
}
