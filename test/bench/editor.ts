// A long draft under the hand: 500 paragraphs with 300 tracked changes, in Chromium, measured by its own trace. Script is what
// the page's code takes for one key, all of it: events, timers, frames; layout that code forces is counted apart.
import { chromium, type CDPSession, type Page } from '@playwright/test'
import type { Block, Revision, Run, Statement } from '../../shared/model/index.ts'
import { findChromium } from '../support/chromium.ts'
import { serveHarness } from '../support/editor-harness/serve.ts'
import { ME, OTHER } from '../support/editor-harness/texts.ts'
import type { Bench } from './support/bench.ts'

const PARAGRAPHS = 500
const CHANGES = 300
const KEYS = 60

const WORDS = ('the Parties reaffirm their intention to exchange hydrological data on a regular basis and instruct the working group '
  + 'to prepare proposals for the joint use of water and energy resources of the region').split(' ')

/** An invented draft: 60 words a paragraph, a heading every 25. */
export function longDraft(): Statement {
  let change = 0
  const revise = (kind: Revision['kind'], index: number): Revision =>
    ({ id: `r${++change}`, kind, ...(index % 2 ? ME : OTHER), time: '2026-01-02T03:04:05.000Z' })
  const sentence = (start: number, length: number) =>
    Array.from({ length }, (_, i) => WORDS[(start + i * 7) % WORDS.length]).join(' ')
  const blocks = Array.from({ length: PARAGRAPHS }, (_, index): Block => {
    if (index % 25 === 0) return { id: `b${index}`, kind: 'heading', level: 1, runs: [{ text: sentence(index, 4) }] }
    const runs: Run[] = [{ text: `${sentence(index, 30)} ` }, { text: `${sentence(index + 3, 29)}.` }]
    const kind = index % 3 ? 'insertion' : 'deletion'
    if (change < CHANGES) runs.splice(1, 0, { text: `${sentence(index, 3)} `, revisions: [revise(kind, index)] })
    const mark = change < CHANGES && index % 10 === 0 ? { mark: [revise('insertion', index)] } : {}
    return { id: `b${index}`, kind: 'paragraph', runs, ...mark }
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

async function traced(session: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
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

const percentile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

const settled = (page: Page) => page.evaluate(async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
})

export const bench: Bench = async (report, note) => {
  const { url, close } = await serveHarness()
  const browser = await chromium.launch(await findChromium())
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(url)
    const draft = longDraft()
    const opening: number[] = []
    for (let round = 0; round < 3; round++) {
      opening.push(await page.evaluate(async (s) => {
        const start = performance.now()
        await window.harness.open(s)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        return performance.now() - start
      }, draft))
    }
    note(`${draft.blocks.length} paragraphs, ${await page.evaluate(() => window.harness.handle.changes().length)} changes`)
    report({ name: 'open, to the first painted frame', value: percentile(opening, 0.5), unit: 'ms', bar: { atMost: 1000 } })

    const session = await page.context().newCDPSession(page)
    const acts: [name: string, keys: readonly string[]][] = [
      ['typing', [...'the quick brown fox ']], ['Backspace', ['Backspace']], ['Delete', ['Delete']], ['Enter', ['Enter', 'a']],
    ]
    for (const [name, keys] of acts) {
      await page.evaluate(() => window.harness.select([255, 40]))
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
  } finally {
    await browser.close()
    await close()
  }
}
