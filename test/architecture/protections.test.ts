// The table of protections speaks of what stands in the sources, and of tests that exist. Taking each away is `npm run prove`.
import { expect, test } from 'vitest'
import { PROTECTIONS } from '../support/protections/table.ts'
import { filesUnder, readSource } from './sources.ts'

test('every protection has a name of its own', () => {
  expect(new Set(PROTECTIONS.map(({ name }) => name)).size).toBe(PROTECTIONS.length)
})

test.each(PROTECTIONS)('$name: stands once in $file', ({ file, from, to }) => {
  expect(readSource(file).split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
})

test.each(PROTECTIONS)('$name: $shownBy is there', ({ shownBy: [file] }) => {
  expect(readSource(file)).toMatch(/expect\(/)
})

/** Of Electron's modules only these: nothing that opens other programs or files, reaches the network or reads the screen. */
const MODULES = { 'electron/main': ['app', 'BrowserWindow', 'dialog', 'ipcMain', 'Menu', 'protocol', 'safeStorage', 'session'], 'electron/preload': ['contextBridge', 'ipcRenderer'] }
const imports = /import (type )?\{([^}]*)\} from 'electron'/g

test.each(Object.entries(MODULES))('%s takes of Electron only what it needs', (folder, allowed) => {
  const taken = filesUnder(folder, ['.ts']).flatMap((file) => [...readSource(file).matchAll(imports)]
    .filter(([, type]) => type === undefined)
    .flatMap(([, , names]) => names!.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '))))
  expect([...new Set(taken)].filter((name) => !allowed.includes(name))).toEqual([])
})

test('nothing hands Electron a script, a file to drag or a page of another scheme', () => {
  const banned = /executeJavaScript|insertCSS|startDrag|loadFile|openExternal|openPath|bypassCSP|corsEnabled|supportFetchAPI|setAsDefaultProtocolClient|enableBlinkFeatures|remote-debugging/
  for (const file of filesUnder('electron/main', ['.ts'])) expect({ file, found: banned.exec(readSource(file))?.[0] }).toEqual({ file, found: undefined })
})
