// The packages that Alternat ships, as the lockfile names them, with their licences and the texts of these.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** What may go along with a program under MIT: no licence among them asks for the sources of the whole. */
export const COMPATIBLE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', 'OFL-1.1', 'MIT AND OFL-1.1']

export interface Locked {
  version: string
  license?: string
  integrity?: string
  resolved?: string
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  /** What its makers say where they gave it up. */
  deprecated?: string
  /** A folder of this machine rather than a package. */
  link?: boolean
}

export interface Package {
  name: string
  version: string
  licence: string
  /** Texts of its licences and notices; empty for one that is made for another system and not installed here. */
  texts: string[]
}

/** Every entry of the lockfile but the project's own, by its folder. */
export const locked = (): [folder: string, Locked][] =>
  Object.entries((JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }).packages).filter(([folder]) => folder !== '')

const nameOf = (folder: string) => folder.split('node_modules/').at(-1)!

/** Asked for by others for their types alone. */
const TYPES_ONLY = ['node_modules/typescript', 'node_modules/@typescript/']

/** What is needed to run, and Electron, around which the desktop is packed. */
export function shipped(): Package[] {
  const found = locked().filter(([folder, { dev }]) => (!dev && !TYPES_ONLY.some((one) => folder.startsWith(one))) || folder === 'node_modules/electron')
    .map(([folder, { version, license }]) => ({ name: nameOf(folder), version, licence: license ?? 'unknown', texts: textsIn(join(ROOT, folder)) }))
  const unique = new Map(found.map((one) => [`${one.name} ${one.version}`, one]))
  return [...unique.values()].sort((one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1))
}

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense|ofl)/i.test(name) && !/\.(js|ts|json)$/.test(name)).sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
}

/** Packages for one system each: they are listed whether they are installed here or not, so that the list is the same everywhere. */
const ofOneSystem = ({ name }: Package): boolean => /-(android|darwin|linux|win32|win|freebsd)-/.test(`${name}-`)

/** THIRD_PARTY.md: every package with its licence, then every text once. */
export function thirdParty(packages = shipped()): string {
  const texts = new Map<string, string[]>()
  for (const one of packages) {
    if (ofOneSystem(one)) continue
    for (const text of one.texts) texts.set(text, [...(texts.get(text) ?? []), one.name])
  }
  const blocks = [...texts].map(([text, names]) => `### ${[...new Set(names)].join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`)
  return `# What Alternat is made with

Written by \`npm run third-party\` from the lockfile and the packages themselves. Electron brings the licences of Chromium and Node in
files of its own. Packages named after a system are of the package without that name.

| package | version | licence |
| --- | --- | --- |
${packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}

## Texts

${blocks.join('\n')}`
}
