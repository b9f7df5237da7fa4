// Precedents: the clause of the library that shares the most words with a new one; none where nothing is like it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { propose } from '../../../../../electron/core/importing/propose.ts'
import { withPrecedents } from '../../../../../electron/core/reporting/precedents.ts'
import { readPhrasebook } from '../../../../../electron/core/reporting/phrasebooks.ts'
import { silentLog } from '../../../../../electron/core/log.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'
import type { NewClause } from '../../../../../shared/model/report.ts'
import { openServices, templates } from '../../../../support/services.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const services = openServices()
const ids: Record<string, DeclarationId> = {}
const clause = (text: string): NewClause =>
  ({ text, place: { paragraph: 0, kind: 'paragraph', number: null, clause: 1, section: null, inSection: 1 } })
const precedentOf = async (text: string, { except = [], date = null }: { except?: DeclarationId[]; date?: string | null } = {}) =>
  (await withPrecedents([clause(text)], { language: 'en', date, except: new Set(except) }, services))[0]!.precedent

beforeAll(() => {
  for (const name of ['olmin-2021-en', 'terven-2023-en', 'selta-2025-ru']) {
    const file = `${name}.txt`
    ids[name] = services.library.store(propose(readFileSync(join(templates, 'samples', file)), file)).id
  }
})

describe('a new clause', () => {
  const WORDS = 'The Parties support the mutual recognition of quality marks for food products.'

  test('that the library holds', async () => {
    expect(await precedentOf(WORDS)).toMatchObject({ declarationId: ids['terven-2023-en'], date: '2023-10-12', share: 100, text: WORDS })
  })

  test('is compared with the wording that shares the most of it, word by word', async () => {
    const found = await precedentOf('The Leaders supported the mutual recognition of quality marks for medical products.', { except: [ids['terven-2023-en']!] })
    expect(found).toMatchObject({ declarationId: ids['olmin-2021-en'] })
    expect(found!.share).toBeGreaterThan(50)
    expect(found!.share).toBeLessThan(90)
    expect(found!.ops.filter(({ op }) => op !== 'delete').map(({ text }) => text).join('')).toContain('for medical products')
    expect(found!.parties).toHaveLength(4)
  })

  test('of a text that is older than what the library holds has none', async () => {
    expect(await precedentOf(WORDS, { date: '2023-10-12' })).toMatchObject({ declarationId: ids['terven-2023-en'] })
    expect(await precedentOf(WORDS, { date: '2022-01-01' })).toMatchObject({ declarationId: ids['olmin-2021-en'] })
    expect(await precedentOf(WORDS, { date: '2020-01-01' })).toBeNull()
  })

  test('without any has none; nor has one too short to ask for', async () => {
    expect(await precedentOf('The Parties agreed to establish a common space agency and to launch satellites.')).toBeNull()
    expect(await precedentOf('No.')).toBeNull()
  })
})

describe('the phrasebook', () => {
  test('is read in the language of the text, whatever its region', () => {
    expect(readPhrasebook('en-GB', templates, silentLog)).toMatchObject({ language: 'en' })
    expect(readPhrasebook('kk', templates, silentLog)).toBe('none')
  })

  test('that was edited into nonsense is told and logged', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'phrasebooks'))
    writeFileSync(join(folder, 'phrasebooks', 'ru.json'), '{"language": "ru", "ladder": []}')
    const logged: string[] = []
    expect(readPhrasebook('ru', folder, { ...silentLog, error: (event) => void logged.push(event) })).toBe('unreadable')
    expect(logged).toEqual(['phrasebook.unreadable'])
  })
})
