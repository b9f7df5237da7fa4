// The harness page in a browser, and a short language to drive it and read it.
import { test as base, expect, type Page } from '@playwright/test'
import { serveHarness } from '../../support/editor-harness/serve.ts'
import type { HarnessOptions, LivePlace } from '../../support/editor-harness/page.tsx'
import type { Change } from '../../../shared/redline/index.ts'
import type { Block, Revision, Statement, TextMark } from '../../../shared/model/index.ts'

interface Served {
  page: Page
  errors: string[]
}

export const test = base.extend<{ editor: EditorPage }, { served: Served }>({
  // One page for a whole file: every test opens its own document in it.
  served: [async ({ browser }, use) => {
    const { url, close } = await serveHarness()
    const context = await browser.newContext({ viewport: { width: 900, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
    await page.goto(url)
    await use({ page, errors })
    await context.close()
    await close()
  }, { scope: 'worker' }],
  editor: async ({ served }, use) => {
    await use(new EditorPage(served.page))
    expect(served.errors.splice(0)).toEqual([])
  },
})
export { expect }

export class EditorPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  open(statement: Statement, options: HarnessOptions = {}): Promise<void> {
    return this.page.evaluate(([s, o]) => window.harness.open(s, o), [statement, options] as const)
  }

  /** Selects by places in the text with deletions accepted; `side` 1 is past deleted text that stands there. */
  select(from: LivePlace, to: LivePlace = from, sides: [number, number] = [0, 0]): Promise<void> {
    return this.page.evaluate(([a, z, [s, e]]) => window.harness.select(a, z, s, e), [from, to, sides] as const)
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** Pastes as the browser would after Ctrl+V. */
  paste(data: Record<string, string>): Promise<void> {
    return this.page.evaluate((types) => {
      const clipboardData = new DataTransfer()
      for (const [type, value] of Object.entries(types)) clipboardData.setData(type, value)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.paper-text')!.dispatchEvent(event)
    }, data)
  }

  /** Everything a check needs, in one call. */
  all() {
    return this.page.evaluate(() => ({
      accepted: window.harness.accepted(), rejected: window.harness.rejected(), seen: window.harness.seen(),
      selection: window.harness.selection(), repairs: window.harness.repairs(), rejectedLooks: window.harness.rejectedLooks(),
      acceptedLooks: window.harness.acceptedLooks(), seenLooks: window.harness.seenLooks(),
    }))
  }

  accepted(): Promise<string[]> { return this.page.evaluate(() => window.harness.accepted()) }
  rejected(): Promise<string[]> { return this.page.evaluate(() => window.harness.rejected()) }
  seen(): Promise<string[]> { return this.page.evaluate(() => window.harness.seen()) }
  selection(): Promise<[LivePlace, LivePlace] | null> { return this.page.evaluate(() => window.harness.selection()) }
  repairs(): Promise<number> { return this.page.evaluate(() => window.harness.repairs()) }
  statement(): Promise<Statement> { return this.page.evaluate(() => window.harness.statement()) }

  /** The text as a line of marks: [+inserted+], [-deleted-], [<moved away<], [>moved here>]; ¶ where an end is revised. */
  async drawn(): Promise<string> {
    const { blocks } = await this.statement()
    const signs = { insertion: ['+', '>'], deletion: ['-', '<'] } as const
    const wrap = (text: string, revisions: readonly Revision[] = []) => revisions.reduce((inner, { kind, move }) => {
      const sign = signs[kind][move === undefined ? 0 : 1]
      return `[${sign}${inner}${sign}]`
    }, text)
    return blocks.map((block, index) => block.runs.map((run) => wrap(run.text, run.revisions)).join('')
      + (index < blocks.length - 1 || block.mark ? wrap('¶', block.mark) : '')).join('')
  }

  /** Kinds and formats: "heading 2 (was paragraph): one {two +b-i}", with what each open restyling switched on and off. */
  async styled(): Promise<string[]> {
    const { blocks } = await this.statement()
    const letters: Record<TextMark, string> = { bold: 'b', italic: 'i', underline: 'u' }
    const kindOf = ({ kind, level }: Pick<Block, 'kind' | 'level'>) => (level === undefined ? kind : `${kind} ${level}`)
    return blocks.map((block) => {
      const runs = block.runs.map(({ text, marks = [], restyled = [] }) => {
        const open = restyled.flatMap((one) => one.marks)
        const look = [
          ...marks.map((mark) => `${open.includes(mark) ? '+' : ''}${letters[mark]}`),
          ...open.filter((mark) => !marks.includes(mark)).map((mark) => `-${letters[mark]}`),
        ].join('')
        return look === '' ? text : `{${text} ${look}}`
      })
      return `${kindOf(block)}${block.recast ? ` (was ${kindOf(block.recast.was)})` : ''}: ${runs.join('')}`
    })
  }

  changes(): Promise<Change[]> { return this.page.evaluate(() => window.harness.handle.changes()) }

  resolve(ids: string[] | 'all', decision: 'accept' | 'reject'): Promise<void> {
    return this.page.evaluate(([which, how]) => window.harness.handle.resolve(which, how), [ids, decision] as const)
  }
}
