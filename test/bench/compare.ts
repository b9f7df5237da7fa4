// Comparing: edited versions of long texts, whose truth is known, against what peers make of them; two texts that have nothing
// to do with each other; and what no officer means to compare but may.
import { diffWords } from 'diff'
import { readFileSync } from 'node:fs'
import type { ComparedText, Row } from '../../shared/model/comparison.ts'
import { compareTexts } from '../../shared/redline/index.ts'
import { corpus, corpusFile } from '../support/corpus.ts'
import { fastest, timed, type Bench } from './support/bench.ts'
import { islands, judge, sum } from './support/judge.ts'
import { byDiff, byGit, byLibreOffice, type Peer } from './support/peers.ts'
import { plant, wordsOf, type Planted } from './support/planted.ts'
import { writer, type Language } from './support/prose.ts'
import { vary, type Variant } from './support/variants.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
/** A page holds about nine and a half paragraphs of real statements. */
const PAGES_90 = 860
const PAGES_450 = 4300
const VARIANTS: Record<Variant, string> = {
  edited: 'edited', term: 'and terms replaced', renumbered: 'and all numbered anew', typography: 'and set anew',
}

type Tell = Parameters<Bench>[0]
type Say = Parameters<Bench>[1]

const asText = (paragraphs: readonly string[], language = 'ru'): ComparedText =>
  ({ name: '', language, date: null, paragraphs: paragraphs.map((text) => ({ text, label: null, kind: 'passage' })) })
const compare = (old: readonly string[], now: readonly string[]) => compareTexts(asText(old), asText(now))

export const bench: Bench = (tell, say) => {
  for (const language of ['ru', 'en'] as const) edited(language, tell, say)
  if (corpus) real(tell, say)
  else say('skipped: no corpus')
  hard(tell)
}

function pair(language: Language, paragraphs: number, seed: number): Planted {
  const write = writer(language, seed)
  return plant(Array.from({ length: paragraphs }, write), write, seed + 1000)
}

function edited(language: Language, tell: Tell, say: Say): void {
  say(`${language}: ${SEEDS.length} texts of ${PAGES_90} paragraphs (90 pages) in the samples' words, seeds ${SEEDS.join(' ')}`)
  const first = pair(language, PAGES_90, SEEDS[0]!)
  const cold = timed(() => compare(first.old, first.new))
  const pairs = SEEDS.map((seed) => pair(language, PAGES_90, seed))
  for (const variant of Object.keys(VARIANTS) as Variant[]) quality(language, variant, pairs, language, tell)

  const ours = fastest(15, () => compare(first.old, first.new))
  const least = judge(first, compare(first.old, first.new).rows).least
  const peer = (name: string, { milliseconds, marked }: Peer) => {
    tell({ name: `${language} ${name}`, value: milliseconds, unit: 'ms' })
    tell({ name: `${language} ${name}: noise`, value: marked / least, unit: '' })
  }
  tell({ name: `${language} 90 pages, first run of the program`, value: cold, unit: 'ms' })
  tell({ name: `${language} 90 pages`, value: ours, unit: 'ms' })
  const diff = best(5, () => byDiff(first, language))
  peer('90 pages, diff 9: paragraphs, words', diff)
  const git = best(9, () => byGit(first))
  peer('90 pages, git --word-diff', git)
  const office = byLibreOffice(first)
  if (office) peer('90 pages, LibreOffice', office)
  tell({ name: `${language} times faster than diff`, value: diff.milliseconds / ours, unit: '×', bar: { atLeast: 3 } })
  tell({ name: `${language} time to that of git`, value: ours / git.milliseconds, unit: '×', bar: { atMost: 3 } })
  const long = pair(language, PAGES_450, SEEDS[0]!)
  const longer = fastest(15, () => compare(long.old, long.new))
  tell({ name: `${language} 450 pages`, value: longer, unit: 'ms' })
  tell({ name: `${language} time from 90 to 450 pages`, value: longer / ours, unit: '×', bar: { atMost: 6 } })
}

/** The fastest of several runs: what a peer can do. */
function best(runs: number, run: () => Peer): Peer {
  return Array.from({ length: runs }, run).reduce((fastest, one) => (one.milliseconds < fastest.milliseconds ? one : fastest))
}

/** All texts together. */
function quality(about: string, variant: Variant, pairs: readonly Planted[], language: Language, tell: Tell): void {
  const found = sum(pairs.map((pair) => {
    const text = vary(pair, variant, language)
    return judge(text, compare(text.old, text.new).rows)
  }))
  const title = `${about} ${VARIANTS[variant]}`
  const percent = (part: number, all: number) => (100 * part) / Math.max(1, all)
  tell({ name: `${title}: noise`, value: found.marked / found.least, unit: '', bar: { atMost: 1.05 } })
  const { moves, splits, merges } = found
  tell({ name: `${title}: ${moves.planted} moves found`, value: percent(moves.found, moves.planted), unit: '%', bar: { atLeast: 100 } })
  tell({ name: `${title}: false moves`, value: percent(found.falseMoves, found.rowsMoved), unit: '%', bar: { atMost: 2 } })
  tell({ name: `${title}: ${splits.planted} splits found`, value: percent(splits.found, splits.planted), unit: '%', bar: { atLeast: 98 } })
  tell({ name: `${title}: ${merges.planted} merges found`, value: percent(merges.found, merges.planted), unit: '%', bar: { atLeast: 98 } })
  tell({ name: `${title}: false splits and merges`, value: percent(found.falseJoins, found.rowsJoined), unit: '%' })
}

/** Real statements: two that have nothing to do with each other, and edited versions of each. */
function real(tell: Tell, say: Say): void {
  const paragraphsOf = (prefix: string) =>
    readFileSync(corpusFile(prefix), 'utf8').split(/\r?\n/u).map((line) => line.trim()).filter(Boolean)
  const [old, now, foreign] = [paragraphsOf('000'), paragraphsOf('004'), paragraphsOf('003')]
  say(`two real statements (000, 004), and edited versions of each, seeds ${SEEDS.join(' ')}`)
  const ours = fastest(15, () => compare(old, now))
  tell({ name: 'two statements', value: ours, unit: 'ms' })
  // What a program does that asks `diff` for the words of two Russian texts and thinks no further. Run once.
  const naive = timed(() => diffWords(old.join('\n'), now.join('\n')))
  tell({ name: 'two statements, diff 9: diffWords, no segmenter', value: naive, unit: 'ms' })
  tell({ name: 'times faster than that', value: naive / ours, unit: '×', bar: { atLeast: 100 } })
  tell({ name: 'two statements: islands in 1,000 words', value: islandsOf(old, now, compare(old, now).rows), unit: '', bar: { atMost: 1 } })
  const pairs = SEEDS.flatMap((seed) => [old, now].map((text) => {
    let next = seed
    return plant(text, () => foreign[next++ % foreign.length]!, seed)
  }))
  for (const variant of Object.keys(VARIANTS) as Variant[]) quality('real', variant, pairs, 'ru', tell)
}

const islandsOf = (old: readonly string[], now: readonly string[], rows: readonly Row[]) =>
  islands(rows, wordsOf(old.join(' ')).length + wordsOf(now.join(' ')).length)

/** Each within bounded time and memory. */
function hard(tell: Tell): void {
  const write = writer('ru', 99)
  const words = (bytes: number) => {
    let text = ''
    while (text.length < bytes) text += `${write()} `
    return text
  }
  const long = words(1_000_000)
  const other = words(1_000_000)
  const list = long.split(' ')
  const touched = list.map((word, at) => (at % 50 === 0 ? 'слово' : word)).join(' ')
  const tiny = Array.from({ length: 100_000 }, (_, at) => `Пункт ${at % 977} ${at % 31}`)
  const same = Array.from({ length: 20_000 }, () => 'Стороны подтверждают приверженность целям и принципам Устава.')
  const cases: [string, readonly string[], readonly string[]][] = [
    ['one paragraph of 2 MB, a word in 50 changed', [long], [touched]],
    ['one paragraph of 2 MB against another', [long], [other]],
    ['100,000 tiny paragraphs, every tenth gone', tiny, tiny.filter((_, at) => at % 10 !== 0)],
    ['100,000 tiny paragraphs, all changed', tiny, tiny.map((line) => `${line} а`)],
    ['20,000 identical paragraphs against 19,000', same, same.slice(1000)],
    ['20,000 identical against as many, changed', same, same.map((line) => line.replace('целям', 'духу'))],
    ['100,000 tiny paragraphs against themselves', tiny, [...tiny]],
  ]
  for (const [name, old, now] of cases) {
    tell({ name, value: timed(() => compare(old, now)), unit: 'ms', bar: { atMost: 10_000 } })
  }
  tell({ name: 'most memory, of all of the above', value: process.resourceUsage().maxRSS / 1024, unit: 'MiB', bar: { atMost: 1536 } })
}
