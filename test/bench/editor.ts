// Long drafts under the hand, in Chromium, measured by its own trace: 500 paragraphs with 300 tracked changes, and 2,000 with
// 5,000. Script is what the page's code takes for one key, all of it: events, timers, frames; layout that code forces is counted
// apart.
import { chromium, type CDPSession, type Page } from '@playwright/test'
import type { Block, Revision, Run, Statement } from '../../shared/model/index.ts'
import { findChromium } from '../support/chromium.ts'
import { serveHarness } from '../support/editor-harness/serve.ts'
import { ME, OTHER } from '../support/editor-harness/texts.ts'
import type { Bench } from './support/bench.ts'

const SIZES = [
  { paragraphs: 500, changes: 300, openIn: 1000 },
  { paragraphs: 2000, changes: 5000, openIn: 4000 },
]
/** Paragraphs of drafts in which a letter is typed and saved. */
const SAVED = [2000, 5000]
const KEYS = 60
/** Of scrolling, on a machine that draws without a graphics card: 30 frames a second. */
const FRAME = 34

const WORDS = ('the Parties reaffirm their intention to exchange hydrological data on a regular basis and instruct the working group '
  + 'to prepare proposals for the joint use of water and energy resources of the region').split(' ')

/** An invented draft: 60 words a paragraph, a heading every 25, the changes spread evenly, every tenth of an end. */
export function longDraft(paragraphs: number, changes: number): Statement {
  let change = 0
  const revise = (kind: Revision['kind']): Revision =>
    ({ id: `r${++change}`, kind, ...(change % 2 ? ME : OTHER), time: '2026-01-02T03:04:05.000Z' })
  const sentence = (start: number, length: number) =>
    Array.from({ length }, (_, i) => WORDS[(start + i * 7) % WORDS.length]).join(' ')
  const blocks = Array.from({ length: paragraphs }, (_, index): Block => {
    if (index % 25 === 0) return { id: `b${index}`, kind: 'heading', level: 1, runs: [{ text: sentence(index, 4) }] }
    const share = Math.floor(((index + 1) * changes) / paragraphs) - change
    const runs: Run[] = []
    const mark: Revision[] = []
    for (let made = 0; made < share; made++) {
      runs.push({ text: `${sentence(index + made, Math.floor(60 / (share + 1)))} ` })
      if (change % 10 === 9 && mark.length === 0) mark.push(revise('insertion'))
      else runs.push({ text: `${sentence(index, 3)} `, revisions: [revise(change % 3 ? 'insertion' : 'deletion')] })
    }
    runs.push({ text: `${sentence(index + 3, Math.floor(60 / (share + 1)))}.` })
    return { id: `b${index}`, kind: 'paragraph', runs, ...(mark.length > 0 && { mark }) }
  })
  return { format: 1, language: 'en', numbering: { sections: 'roman', clauses: 'continuous', items: 'none' }, blocks }
}

interface TraceEvent {
  name: string
  ph: string
  ts: number
  /** Processor time of the thread, in µs: other programs on the machine do not count. */
  tts?: number
  tdur?: number
  tid: number
  args?: { data?: { type?: string } }
}

const SCRIPT = new Set(['EventDispatch', 'FunctionCall', 'TimerFire', 'FireAnimationFrame', 'RunMicrotasks', 'FireIdleCallback'])
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint', 'Paint', 'HitTest'])

export async function traced(session: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => { events.push(...(value as unknown as TraceEvent[])) })
  const traceConfig = { includedCategories: ['devtools.timeline'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  await act()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  return events
}

/** A stretch of the page's thread, in µs of its processor time. */
interface Work {
  name: string
  start: number
  end: number
}

/** Milliseconds of script for each key, from one keydown to the next. */
export function scriptPerKey(events: readonly TraceEvent[]): number[] {
  const isKeydown = (e: TraceEvent) => e.name === 'EventDispatch' && e.args?.data?.type === 'keydown'
  const keydowns = events.filter(isKeydown).toSorted((a, b) => a.ts - b.ts)
  const mine = events.filter((e) => e.tid === keydowns[0]?.tid && e.ph === 'X' && e.tts !== undefined && e.tdur !== undefined)
  return keydowns.map((key, index) => {
    const end = keydowns[index + 1]?.ts ?? Infinity
    const work = mine.filter((e) => e.ts >= key.ts && e.ts < end)
      .map((e): Work => ({ name: e.name, start: e.tts!, end: e.tts! + e.tdur! }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
    const scripts = work.filter((w) => SCRIPT.has(w.name))
    const layouts = work.filter((w) => LAYOUT.has(w.name) && scripts.some((s) => w.start >= s.start && w.end <= s.end))
    return (covered(scripts) - covered(layouts)) / 1000
  })
}

/** What a list of stretches covers, nested ones once. */
function covered(work: readonly Work[]): number {
  let sum = 0
  let until = -Infinity
  for (const { start, end } of work) {
    if (end > until) sum += end - Math.max(start, until)
    until = Math.max(until, end)
  }
  return sum
}

export const percentile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

const settled = (page: Page) => page.evaluate(async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
})

export const bench: Bench = async (report, note) => {
  const { url, close } = await serveHarness()
  const browser = await chromium.launch(await findChromium())
  try {
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(url)
      await measure(page, size, report, note)
      await page.close()
    }
    for (const paragraphs of SAVED) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(url)
      await measureSaving(page, paragraphs, report)
      await page.close()
    }
  } finally {
    await browser.close()
    await close()
  }
}

type Report = Parameters<Bench>

async function measure(page: Page, { paragraphs, changes, openIn }: (typeof SIZES)[number], report: Report[0], note: Report[1]) {
  const draft = longDraft(paragraphs, changes)
  const opening: number[] = []
  for (let round = 0; round < 3; round++) {
    opening.push(await page.evaluate(async (s) => {
      const start = performance.now()
      await window.harness.open(s)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - start
    }, draft))
  }
  const listed = await page.evaluate(() => window.harness.handle.changes().length)
  note(`${draft.blocks.length} paragraphs, ${changes} revisions, ${listed} changes in the list`)
  report({ name: 'open, to the first painted frame', value: percentile(opening, 0.5), unit: 'ms', bar: { atMost: openIn } })

  const session = await page.context().newCDPSession(page)
  const acts: [name: string, keys: readonly string[]][] = [
    ['typing', [...'the quick brown fox ']], ['Backspace', ['Backspace']], ['Delete', ['Delete']], ['Enter', ['Enter', 'a']],
  ]
  for (const [name, keys] of acts) {
    await page.evaluate((at) => window.harness.select([at, 40]), Math.floor(paragraphs / 2) + 5)
    await settled(page)
    const events = await traced(session, async () => {
      for (let i = 0; i < KEYS; i++) {
        await page.keyboard.press(keys[i % keys.length] === ' ' ? 'Space' : keys[i % keys.length]!)
        await settled(page)
      }
    })
    const times = scriptPerKey(events)
    report({ name: `${name}: script per key, median`, value: percentile(times, 0.5), unit: 'ms' })
    report({ name: `${name}: script per key, p95`, value: percentile(times, 0.95), unit: 'ms', bar: { atMost: 16 } })
  }
  report({ name: 'scrolling: time between frames, p95', value: percentile(await scrolled(page), 0.95), unit: 'ms', bar: { atMost: FRAME } })
  const accepting = await page.evaluate(async () => {
    const start = performance.now()
    window.harness.handle.resolve('all', 'accept')
    const script = performance.now() - start
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return { script, painted: performance.now() - start }
  })
  report({ name: 'accept all: script', value: accepting.script, unit: 'ms', bar: { atMost: 500 } })
  report({ name: 'accept all, to the painted frame', value: accepting.painted, unit: 'ms' })
}

/** One letter typed, and saved as what became another; beside it what saving the whole text would take. */
async function measureSaving(page: Page, paragraphs: number, report: Report[0]) {
  await page.evaluate((draft) => window.harness.open(draft), longDraft(paragraphs, paragraphs))
  const saves = await page.evaluate(async (at) => {
    const { harness } = window
    harness.select([at, 40])
    let since = harness.statement()
    const made: Pick<ReturnType<typeof harness.saving>, 'change' | 'whole'>[] = []
    for (let round = 0; round < 20; round++) {
      harness.type('a')
      const { now, change, whole } = harness.saving(since)
      since = now
      made.push({ change, whole })
    }
    return made
  }, Math.floor(paragraphs / 2) + 5)
  const of = (kind: 'change' | 'whole', which: 0 | 1) => percentile(saves.map((save) => save[kind][which]), 0.5)
  const name = `a letter in ${paragraphs} paragraphs`
  report({ name: `${name}, saved: on the page's thread`, value: of('change', 0), unit: 'ms', bar: { atMost: 4 } })
  report({ name: `${name}, saved: handed over`, value: of('change', 1) / 1024, unit: 'KB', bar: { atMost: 16 } })
  report({ name: `${name}, the whole text: on the page's thread`, value: of('whole', 0), unit: 'ms' })
  report({ name: `${name}, the whole text: handed over`, value: of('whole', 1) / 1024, unit: 'KB' })
}

/** Times between frames while the paper is scrolled from its top, half a window a frame. */
const scrolled = (page: Page) => page.evaluate(async () => {
  const desk = document.querySelector('.paper-desk')!
  desk.scrollTop = 0
  const frame = () => new Promise<number>(requestAnimationFrame)
  await frame()
  const gaps: number[] = []
  let last = await frame()
  for (let step = 0; step < 120; step++) {
    desk.scrollTop += 400
    const now = await frame()
    gaps.push(now - last)
    last = now
  }
  return gaps
})
