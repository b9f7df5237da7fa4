// Comparing: two real declarations against `diff`'s diffWords, and edited versions of them whose truth is known.
import { readFileSync } from 'node:fs'
import { diffWords } from 'diff'
import type { ComparedText, Row } from '../../shared/model/comparison.ts'
import { compareTexts } from '../../shared/redline/index.ts'
import { corpus, corpusFile } from '../support/corpus.ts'
import { median, timed, type Bench } from './support/bench.ts'
import { plant, type Planted } from './support/planted.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

const paragraphsOf = (prefix: string) =>
  readFileSync(corpusFile(prefix), 'utf8').split(/\r?\n/u).map((line) => line.trim()).filter(Boolean)
const asText = (paragraphs: readonly string[]): ComparedText =>
  ({ name: '', language: 'ru', date: null, paragraphs: paragraphs.map((text) => ({ text, label: null, kind: 'passage' })) })

export const bench: Bench = (tell, say) => {
  if (!corpus) return say('skipped: no corpus')
  const old = paragraphsOf('000')
  const now = paragraphsOf('004')
  const ours = median(15, () => compareTexts(asText(old), asText(now)))
  tell({ name: 'two declarations (000, 004)', value: ours, unit: 'ms' })
  say('peer: diff 9, diffWords without a segmenter, whole text, run once')
  const peer = timed(() => diffWords(old.join('\n'), now.join('\n')))
  tell({ name: 'peer', value: peer, unit: 'ms' })
  tell({ name: 'times faster than the peer', value: peer / ours, unit: '×', bar: { atLeast: 100 } })

  planted(old, paragraphsOf('003'), tell, say)
}

/** All seeds together: noise is what was marked against the least that had to be. */
function planted(base: readonly string[], foreign: readonly string[], ...[tell, say]: Parameters<Bench>): void {
  say(`edited versions of ${base.length} paragraphs, seeds ${SEEDS.join(' ')}`)
  const texts = SEEDS.map((seed) => plant(base, foreign, seed))
  const found = texts.map((text) => check(text, compareTexts(asText(text.old), asText(text.new)).rows))
  const sum = (key: keyof Found) => found.reduce((total, one) => total + one[key], 0)
  const least = texts.reduce((total, { changedWords }) => total + changedWords, 0)
  tell({ name: 'marked words to the least possible', value: sum('marked') / least, unit: '', bar: { atMost: 1.1 } })
  for (const kind of ['moves', 'splits', 'merges'] as const) {
    const planted = sum(`${kind}Planted`)
    const share = (100 * sum(`${kind}Found`)) / Math.max(1, planted)
    tell({ name: `${kind} found of ${planted}`, value: share, unit: '%', bar: { atLeast: 90 } })
  }
  tell({ name: 'moves that were none', value: sum('falseMoves'), unit: '' })
  const text = texts[0]!
  const ours = median(15, () => compareTexts(asText(text.old), asText(text.new)))
  tell({ name: 'an edited version', value: ours, unit: 'ms' })
  say('peer: diff 9, diffWords with Intl.Segmenter, whole text')
  const segmenter = new Intl.Segmenter('ru', { granularity: 'word' })
  let marked = 0
  const peer = timed(() => {
    for (const { value, added, removed } of diffWords(text.old.join('\n'), text.new.join('\n'), { intlSegmenter: segmenter })) {
      if (added || removed) marked += countWords(value)
    }
  })
  tell({ name: 'peer', value: peer, unit: 'ms' })
  tell({ name: 'peer, marked words to the least possible', value: marked / text.changedWords, unit: '' })
  tell({ name: 'times faster than the peer', value: peer / ours, unit: '×' })

  // Ten copies with long words of their own, so that no paragraph stands twice.
  const copies = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const pages = copies.flatMap((copy) => base.map((paragraph) => paragraph.replaceAll(/\p{L}{7,}/gu, (word) => word + copy)))
  const long = plant(pages, foreign, 99)
  const cost = median(5, () => compareTexts(asText(long.old), asText(long.new)))
  tell({ name: `${long.old.length} paragraphs (about 90 pages)`, value: cost, unit: 'ms' })
}

interface Found {
  marked: number
  movesPlanted: number
  movesFound: number
  falseMoves: number
  splitsPlanted: number
  splitsFound: number
  mergesPlanted: number
  mergesFound: number
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

function check({ new: now, from, moved }: Planted, rows: readonly Row[]): Found {
  const rowOf = new Map(rows.flatMap((row) => row.new.map((at) => [at, row] as const)))
  const cameFrom = (at: number, row: Row | undefined) => row !== undefined && from[at]!.every((old) => row.old.includes(old))
  const changes = rows.flatMap(({ ops }) => ops.filter(({ op }) => op !== 'equal'))
  const marked = changes.reduce((sum, { text }) => sum + countWords(text), 0)
  // A moved paragraph and its neighbour that stayed are the same move seen from two sides.
  const movedRows = rows.filter((row) => row.kind === 'moved')
  const only = (at: number) => (from[at]?.length === 1 ? from[at][0] : undefined)
  const splits = now.flatMap((_, at) => (only(at) !== undefined && only(at) === only(at + 1) ? [at] : []))
  const merges = now.flatMap((_, at) => (from[at]!.length > 1 ? [at] : []))
  return {
    marked,
    movesPlanted: moved.size,
    movesFound: [...moved].filter((at) => rowOf.get(at)?.kind === 'moved' && cameFrom(at, rowOf.get(at))).length,
    falseMoves: movedRows.filter((row) => !row.new.some((at) => moved.has(at))).length,
    splitsPlanted: splits.length,
    splitsFound: splits.filter((at) => rowOf.get(at) === rowOf.get(at + 1) && cameFrom(at, rowOf.get(at))).length,
    mergesPlanted: merges.length,
    mergesFound: merges.filter((at) => cameFrom(at, rowOf.get(at))).length,
  }
}
