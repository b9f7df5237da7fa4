// The house rules as data: every area of the sources, what it is for, and all that it may import.
import { builtinModules } from 'node:module'

export interface Area {
  /** Folder (or file) of the area; the longest match wins. `*` stands for one name. */
  path: string
  /** Areas it may import besides itself. */
  areas: string[]
  /** Packages it may import; `node` means Node's own modules without the network. */
  packages: string[]
}

const PURE = ['zod', 'diff', '@orama/stemmers', 'saxes']
const LEXICAL = ['lexical', '@lexical/*']
const SCREEN = ['react', 'react-dom', 'react-aria-components', 'lucide-react', 'i18next', 'react-i18next', '@tanstack/react-query', '@tanstack/react-virtual', 'wouter', 'zod']
const BACKEND = ['node', 'zod', 'better-sqlite3', 'saxes', 'docx', 'diff', 'jschardet', 'env-paths',
  '@myriaddreamin/typst-ts-node-compiler', '@mozilla/readability', 'linkedom', 'pdfjs-dist']
const SHARED = ['shared/model', 'shared/contract', 'shared/redline', 'shared/segmenting', 'shared/language', 'shared/drafting',
  'shared/returning', 'shared/reporting', 'shared/checking', 'shared/lineage', 'shared/searching', 'shared/identity']

export const HOUSE: Area[] = [
  { path: 'shared/model', areas: [], packages: ['zod'] },
  { path: 'shared/contract', areas: ['shared/model', 'shared/returning'], packages: ['zod'] },
  { path: 'shared/language', areas: ['shared/model'], packages: PURE },
  { path: 'shared/redline', areas: ['shared/model', 'shared/language'], packages: PURE },
  { path: 'shared/segmenting', areas: ['shared/model', 'shared/language'], packages: PURE },
  { path: 'shared/drafting', areas: ['shared/model', 'shared/contract', 'shared/language', 'shared/redline'], packages: PURE },
  { path: 'shared/returning', areas: ['shared/model', 'shared/redline'], packages: PURE },
  { path: 'shared/reporting', areas: ['shared/model', 'shared/language', 'shared/redline'], packages: PURE },
  { path: 'shared/checking', areas: ['shared/model', 'shared/language', 'shared/drafting'], packages: PURE },
  { path: 'shared/lineage', areas: ['shared/model', 'shared/language'], packages: PURE },
  { path: 'shared/searching', areas: ['shared/model', 'shared/contract', 'shared/language'], packages: PURE },
  { path: 'shared/identity', areas: ['shared/model', 'shared/language', 'shared/segmenting'], packages: PURE },
  { path: 'electron/core', areas: [...SHARED, 'package.json'], packages: BACKEND },
  { path: 'electron/hosting', areas: ['electron/core', ...SHARED], packages: ['node', 'env-paths'] },
  { path: 'electron/host', areas: ['electron/core', 'electron/hosting', ...SHARED], packages: ['node'] },
  { path: 'electron/host/loopback', areas: ['electron/hosting', 'electron/core/underWay.ts', 'shared/contract', 'shared/model'], packages: ['node', 'node:http'] },
  { path: 'electron/main', areas: ['electron/core', 'electron/hosting', ...SHARED], packages: ['node', 'electron'] },
  { path: 'electron/preload', areas: ['shared/model', 'shared/contract'], packages: ['electron'] },
  { path: 'renderer/ui', areas: [], packages: ['react', 'react-aria-components', 'lucide-react'] },
  { path: 'renderer/i18n', areas: ['renderer/ui', 'shared/contract', 'shared/model'], packages: ['react', 'i18next', 'react-i18next'] },
  { path: 'renderer/api', areas: SHARED, packages: ['react', '@tanstack/react-query'] },
  { path: 'renderer/editor', areas: ['renderer/ui', 'renderer/i18n', ...SHARED], packages: [...SCREEN, ...LEXICAL] },
  {
    path: 'renderer/features/*',
    areas: ['renderer/api', 'renderer/editor', 'renderer/ui', 'renderer/i18n', ...SHARED],
    packages: SCREEN,
  },
  {
    path: 'renderer',
    areas: ['renderer/api', 'renderer/editor', 'renderer/ui', 'renderer/i18n', 'renderer/features/*', ...SHARED],
    packages: SCREEN,
  },
]

/** Modules that open a connection: named one by one where they are allowed. */
const NETWORK = ['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram', 'node:dns', 'node:inspector']

const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const parts = path.split('/')
  return wanted.length <= parts.length && wanted.every((name, index) => name === '*' || name === parts[index])
}

const depth = (area: Area) => area.path.split('/').length

/** The area a file of the sources belongs to. */
export const areaOf = (file: string): Area | undefined =>
  HOUSE.filter((area) => matches(area.path, file)).toSorted((one, other) => depth(other) - depth(one))[0]

/** Folder that stands for the area of this very file: `renderer/features/library`, not `renderer/features/*`. */
const homeOf = (area: Area, file: string): string => file.split('/').slice(0, depth(area)).join('/')

const packageName = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

/** What is wrong with `file` importing `target` (a path from the root, or a package); null where it is allowed. */
export function forbidden(file: string, target: { path: string } | { package: string }): string | null {
  const area = areaOf(file)
  if (!area) return `${file} belongs to no area of the house`
  const allowed = `${area.path} may import: ${[...area.areas, ...area.packages].join(', ') || 'nothing'}`
  if ('path' in target) {
    const other = areaOf(target.path)
    const same = other === area && homeOf(area, file) === homeOf(area, target.path)
    const within = area.areas.includes(target.path) || other !== undefined && (same || area.areas.includes(other.path) || (depth(other) > depth(area) && matches(area.path, target.path) && area.path !== 'renderer'))
    return within ? null : `${file} imports ${target.path}. ${allowed}`
  }
  const name = target.package
  if (NETWORK.includes(name)) return area.packages.includes(name) ? null : `${file} imports ${name}. ${allowed}`
  if (name.startsWith('node:') || builtinModules.includes(name)) return area.packages.includes('node') ? null : `${file} imports ${name}. ${allowed}`
  const ok = area.packages.some((pattern) => pattern === packageName(name) || (pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1))))
  return ok ? null : `${file} imports ${name}. ${allowed}`
}
