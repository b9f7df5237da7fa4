// How each screen is reached, by its address and its own words in either language.
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoFiles } from '../demo/files.ts'
import { openOther, out, startFrom, store, write } from '../support/carried.ts'
import type { Seeded } from './seed.ts'

export interface Shot {
  page: Page
  language: 'ru' | 'en'
  seeded: Seeded
}

interface Words { [key: string]: string | Words }

/** The words of a namespace, as they stand on screen. */
function word(language: string, namespace: string, key: string): string {
  const words = JSON.parse(readFileSync(join('renderer/i18n/locales', language, `${namespace}.json`), 'utf8')) as Words
  const found = key.split('.').reduce<string | Words | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words)
  if (typeof found !== 'string') throw new RangeError(`no word ${namespace}:${key}`)
  return found
}

/** Opens a place anew, so that nothing of the last screen stays on top of it. */
async function open(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash }, `#${place}`)
  await page.reload()
  await page.getByRole('main').waitFor()
}

const button = ({ page, language }: Shot, namespace: string, key: string) =>
  page.getByRole('button', { name: word(language, namespace, key), exact: true }).first()

async function openDraft(shot: Shot): Promise<void> {
  await open(shot.page, `/draft/${shot.seeded.draft}`)
  await shot.page.locator('[contenteditable="true"] p').nth(6).click()
  await shot.page.locator('[data-pane="right"] h3').first().waitFor()
}

const compared = ({ seeded }: Shot) => `/compare/declaration:${seeded.olmin}/declaration:${seeded.terven}`

/** A base with five versions of a draft and a later declaration. */
async function openSeveral(shot: Shot, view?: 'redline' | 'table'): Promise<void> {
  const { terven, olmin, proposals } = shot.seeded
  await open(shot.page, `/several/declaration:${terven}/${[...proposals.map((id) => `version:${id}`), `declaration:${olmin}`].join(',')}`)
  await shot.page.locator('[data-change]').first().waitFor()
  if (view) await shot.page.getByRole('radio', { name: word(shot.language, 'several', `view.${view}`) }).check({ force: true })
}

export const SCREENS: Record<string, (shot: Shot) => Promise<void>> = {
  intro: async ({ page }) => {
    await open(page, '/library')
    await page.getByRole('dialog').waitFor()
  },
  library: async (shot) => {
    await open(shot.page, '/library')
    await shot.page.getByRole('row').nth(1).waitFor()
  },
  clauses: async (shot) => {
    await open(shot.page, '/library')
    await shot.page.getByRole('searchbox').first().fill(shot.language === 'ru' ? 'обмен данными' : 'hydrological data')
    await shot.page.locator('mark').first().waitFor()
  },
  declaration: async ({ page, seeded }) => {
    await open(page, `/library/${seeded.terven}`)
    await page.getByRole('heading').first().waitFor()
  },
  import: ({ page }) => open(page, '/import'),
  check: async (shot) => {
    await open(shot.page, '/import')
    const [chooser] = await Promise.all([shot.page.waitForEvent('filechooser'), button(shot, 'importing', 'choose').click()])
    await chooser.setFiles(demoFiles('samples'))
    const [check, store] = [button(shot, 'importing', 'check'), button(shot, 'importing', 'store')]
    await check.or(store).first().waitFor()
    if (await check.isVisible()) await check.click()
    await store.waitFor()
  },
  drafts: async ({ page }) => {
    await open(page, '/drafts')
    await page.getByRole('main').getByRole('listitem').first().waitFor()
  },
  'new-draft': async (shot) => {
    await open(shot.page, '/drafts')
    await button(shot, 'drafting', 'new.title').click()
    await shot.page.getByRole('dialog').waitFor()
  },
  draft: openDraft,
  precedents: async (shot) => {
    await openDraft(shot)
    await shot.page.locator('[contenteditable="true"] p').nth(7).click()
    await shot.page.locator('[data-pane="right"] section[aria-busy="false"] ol').getByText(shot.language === 'ru' ? 'проводить встречи' : 'ministerial meetings').first().waitFor()
  },
  changes: async (shot) => {
    await openDraft(shot)
    await shot.page.keyboard.press('Alt+ArrowDown')
    await shot.page.getByRole('tab', { name: word(shot.language, 'drafting', 'changes.title') }).click()
  },
  comments: async (shot) => {
    await openDraft(shot)
    await shot.page.getByRole('tab', { name: word(shot.language, 'drafting', 'comments.title') }).click()
    await shot.page.locator('[data-comment-id] [data-walk]').click()
  },
  checks: async (shot) => {
    await openDraft(shot)
    await shot.page.keyboard.press('F7')
    await shot.page.locator('[data-check]').first().waitFor()
    await shot.page.keyboard.press('F8')
    await shot.page.locator('[data-check][aria-current]').waitFor()
  },
  carry: async (shot) => {
    await open(shot.page, '/settings')
    await button(shot, 'settings', 'carry.out').click()
    await shot.page.getByRole('dialog').getByRole('radio').nth(1).check({ force: true })
    await shot.page.getByRole('dialog').getByRole('checkbox').nth(1).check({ force: true })
  },
  carryIn: async (shot) => {
    await open(shot.page, '/settings')
    const theirs = openOther()
    const draft = startFrom(theirs, store(theirs, 'рост'), shot.language === 'ru' ? 'Совместное заявление' : 'Joint statement')
    write(theirs, draft, 'a')
    await shot.page.locator('input[type=file]').setInputFiles({ name: 'Alternat 2026-11-28.altcarry', mimeType: '', buffer: Buffer.from(out(theirs)) })
    await shot.page.getByRole('dialog').waitFor()
  },
  find: async (shot) => {
    await openDraft(shot)
    await shot.page.keyboard.press('Control+H')
    await shot.page.keyboard.type(shot.language === 'ru' ? 'Стороны' : 'Parties')
  },
  export: async (shot) => {
    await openDraft(shot)
    await button(shot, 'drafting', 'export').click()
    await shot.page.getByRole('dialog').getByRole('img').waitFor()
  },
  compare: async (shot) => {
    await open(shot.page, compared(shot))
    await shot.page.locator('ins, del').first().waitFor()
  },
  inline: async (shot) => {
    await open(shot.page, compared(shot))
    await shot.page.getByRole('radio', { name: word(shot.language, 'comparing', 'view.inline') }).check({ force: true })
  },
  'only-changes': async (shot) => {
    await open(shot.page, compared(shot))
    await shot.page.getByRole('radio', { name: word(shot.language, 'comparing', 'view.changes') }).check({ force: true })
  },
  'find-both': async (shot) => {
    await open(shot.page, compared(shot))
    await shot.page.locator('ins, del').first().waitFor()
    await shot.page.keyboard.press('Control+F')
    await shot.page.keyboard.type(shot.language === 'ru' ? 'Стороны' : 'Parties')
    await shot.page.keyboard.press('Enter')
  },
  history: async ({ page, seeded }) => {
    await open(page, `/history/${seeded.draft}/10`)
    await page.locator('[data-fate]').first().waitFor()
  },
  several: (shot) => openSeveral(shot),
  'several-redline': (shot) => openSeveral(shot, 'redline'),
  'several-table': (shot) => openSeveral(shot, 'table'),
  report: async (shot) => {
    await open(shot.page, compared(shot).replace('/compare/', '/report/'))
    await shot.page.getByRole('tab').first().waitFor()
  },
  'report-added': async (shot) => {
    await open(shot.page, compared(shot).replace('/compare/', '/report/'))
    await shot.page.getByRole('tab').nth(1).click()
  },
  pick: async ({ page }) => {
    await open(page, '/compare')
    await page.getByRole('searchbox').nth(1).waitFor()
  },
  palette: async ({ page }) => {
    await open(page, '/library')
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').waitFor()
  },
  settings: ({ page }) => open(page, '/settings'),
}
