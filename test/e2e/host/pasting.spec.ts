// Hostile HTML is pasted into a draft, twice in a row, in the built screen under the policy it is sent with: the words
// come in, nothing of it runs and nothing is asked for. The policy tells of what it found in the inert document; that is its work.
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goTo } from '../../support/screen.ts'
import { openDesktop } from '../../support/desktop.ts'
import { caretAt, openScreenWithDraft, paper, paragraph } from '../../support/draft.ts'

const HOSTILE = `<p>Good <b>bold</b> words<script>window.ran = 1</script><img src="https://elsewhere.example/a.png" onerror="window.ran = 2">
<a href="javascript:window.ran=3">one</a> <a href="data:text/html,<script>window.ran=4</script>">two</a> <a href="file:///etc/passwd">three</a>
<a href="smb://elsewhere.example/share">four</a><svg onload="window.ran = 5"><script>window.ran = 6</script><a xlink:href="javascript:window.ran=7"><text>svg</text></a></svg>
<style>@import url("https://elsewhere.example/a.css"); * { background: url("https://elsewhere.example/b.png") }</style>
<span style="background: url(https://elsewhere.example/c.png); position: fixed; inset: 0; behavior: url(x)">styled</span>
<iframe src="https://elsewhere.example/"></iframe><iframe srcdoc="<script>parent.ran = 8</script>"></iframe><object data="https://elsewhere.example/"></object>
<math><mtext><table><mglyph><style><img src=x onerror="window.ran = 9"></style></mglyph></table></mtext></math><template><img src=x onerror="window.ran = 10"></template>
<form action="https://elsewhere.example/"><input name=q formaction="javascript:window.ran=11"><button>send</button></form><base href="https://elsewhere.example/">
<meta http-equiv="refresh" content="0;url=https://elsewhere.example/"><link rel="stylesheet" href="https://elsewhere.example/d.css"><video src="https://elsewhere.example/e.mp4" onerror="window.ran=12"></video></p>`

/** Everything that was asked for beside the screen's own, and every refusal of Trusted Types. */
function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => { if (request.url().includes('elsewhere.example') || /^(file|smb):/.test(request.url())) seen.push(request.url()) })
  page.on('console', (message) => { if (/TrustedHTML|TrustedScript|TypePolicy/.test(message.text())) seen.push(message.text()) })
  return seen
}

const paste = (page: Page, html: string) => page.evaluate((html) => {
  const data = new DataTransfer()
  data.setData('text/html', html)
  data.setData('text/plain', 'plain')
  document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, html)

async function pasteTwice(page: Page, seen: string[]): Promise<void> {
  for (const time of ['first', 'second']) {
    await caretAt(page, 4)
    await paste(page, HOSTILE.replace('Good', `Good ${time}`))
    await expect(paper(page).getByText(`Good ${time}`).first()).toBeVisible()
  }
  // Bold came in both times: a policy that works once would leave plain text the second time.
  await expect(paper(page).locator('strong, b', { hasText: 'bold' })).toHaveCount(2)
  expect(await paper(page).locator('script, img, svg, iframe, object, style, a, form, input, button, base, meta, link, video, math, template, [onerror], [onload], [href]').count()).toBe(0)
  expect(await paper(page).locator('[style*="url"], [style*="fixed"], [style*="behavior"]').count()).toBe(0)
  expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined()
  expect(seen).toEqual([])
}

test('in the browser host', async ({ page }) => {
  const screen = await openScreenWithDraft(page)
  await pasteTwice(page, watch(page))
  await screen.host.stop()
})

test('in the desktop', async () => {
  const home = mkdtempSync(join(tmpdir(), 'alternat-desktop-'))
  const desktop = await openDesktop(home)
  const { page } = desktop
  await page.keyboard.press('Escape')
  const id = await page.evaluate(async () => {
    const { request } = (window as unknown as { alternat: { request(name: string, input: unknown): Promise<{ value: never }> } }).alternat
    const { declarations } = (await request('library.list', {})).value as { declarations: { id: string; language: string }[] }
    const from = { kind: 'declaration', id: declarations.find(({ language }) => language === 'en')!.id }
    return ((await request('draft.start', { from, parties: [], date: null, place: null })).value as { id: string }).id
  })
  await goTo(page, `#/draft/${id}`)
  await expect(paragraph(page, 5)).toBeVisible()
  await pasteTwice(page, watch(page))
  await desktop.kill()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})
