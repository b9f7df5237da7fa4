// Fails on any import that the house does not allow, and names what is allowed there.
import { describe, expect, test } from 'vitest'
import { forbidden } from './house.ts'
import { filesUnder, importsOf, readSource } from './sources.ts'

const SOURCES = ['shared', 'electron', 'renderer'].flatMap((folder) => filesUnder(folder, ['.ts', '.tsx', '.mjs']))

test.each(SOURCES)('%s imports only what its area may', (file) => {
  const wrong = importsOf(file, readSource(file)).map((target) => forbidden(file, target)).filter((problem) => problem !== null)
  expect(wrong).toEqual([])
})

describe('the rules themselves', () => {
  test.each([
    ['shared/redline/diff.ts', "import { readFileSync } from 'node:fs'"],
    ['shared/model/ids.ts', "import { contract } from '../contract/index.ts'"],
    ['electron/core/db/open.ts', "import { app } from 'electron'"],
    ['electron/core/db/open.ts', "import { createServer } from 'node:http'"],
    ['electron/core/backend.ts', "import { serve } from '../host/serve.ts'"],
    ['electron/host/serve.ts', "import { BrowserWindow } from 'electron'"],
    ['electron/host/serve.ts', "const { app } = await import('electron')"],
    ['electron/host/serve.ts', "import { request } from 'node:https'"],
    ['electron/preload/index.ts', "import { readFileSync } from 'node:fs'"],
    ['electron/main/index.ts', "import { startLoopback } from '../host/loopback/server.ts'"],
    ['renderer/features/library/LibraryPage.tsx', "import { DraftPage } from '../drafting/index.ts'"],
    ['renderer/features/library/LibraryPage.tsx', "import { App } from '../../app/App.tsx'"],
    ['renderer/features/library/LibraryPage.tsx', "import { createBackend } from '../../../electron/core/backend.ts'"],
    ['renderer/ui/Button.tsx', "import { client } from '../api/client.ts'"],
    ['renderer/ui/Button.tsx', "import { useTranslation } from 'react-i18next'"],
    ['renderer/editor/index.ts', "import { client } from '../api/client.ts'"],
    ['renderer/api/client.ts', "import { ipcRenderer } from 'electron'"],
  ])('%s may not: %s', (file, line) => {
    expect(importsOf(file, line).map((target) => forbidden(file, target))).toEqual([expect.stringContaining('may import:')])
  })

  test.each([
    ['shared/contract/index.ts', "import type { DeclarationId } from '../model/ids.ts'"],
    ['electron/core/backend.ts', "import {\n  connect,\n  type Client,\n} from '../../shared/contract/index.ts'"],
    ['electron/host/serve.ts', "import { startLoopback } from './loopback/server.ts'"],
    ['electron/host/loopback/server.ts', "import { createServer } from 'node:http'"],
    ['electron/main/index.ts', "import { app } from 'electron'"],
    ['renderer/features/library/LibraryPage.tsx', "import { Row } from './Row.tsx'"],
    ['renderer/features/library/LibraryPage.tsx', "import { Button } from '../../ui/index.ts'"],
    ['renderer/app/App.tsx', "import { LibraryPage } from '../features/library/index.ts'"],
    ['renderer/editor/paper.ts', "import { $getRoot } from 'lexical'"],
  ])('%s may: %s', (file, line) => {
    expect(importsOf(file, line).map((target) => forbidden(file, target))).toEqual([null])
  })
})
