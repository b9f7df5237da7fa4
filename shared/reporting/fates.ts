// The fate of every paragraph of the earlier text, and what in the later one has no source, read off a comparison.
//
// A comparison pairs what stands in place of each other, however little they share, and looks for splits and merges among
// neighbours only. A report is stricter and looks further: what shares too little was dropped, and something else is new;
// what went into the new part of some other paragraph was not dropped but merged into it; what came out of the deleted part
// of another was split off. Each word of the later text vouches for one source only, so that a clause that was deleted is
// told even where one very like it stayed.
import type { ComparedText, Comparison, Row, WordOp } from '../model/comparison.ts'
import type { ClauseFate, Fate, NewClause, Place } from '../model/report.ts'
import type { BlockKind } from '../model/statement.ts'
import { wordDiff } from '../redline/index.ts'
import { Wordings } from './nearest.ts'
import { isClause, placesOf } from './places.ts'
import { lostPhrases, opsOf, plain, settled, sharesOf } from './wording.ts'

/** A paragraph of which less stands in the other one, in percent, has no source there. */
const LEAST_SHARE = 35
/** So much of a paragraph stands in the new part of another where it was merged into it: less would hide that it was dropped. */
const LEAST_MERGED = 75
/** So much of one stands in the deleted part of another where it was split off. */
const LEAST_SPLIT = 50
/** Two that nothing else belongs to are one clause reworded where they share this much of their rare words, in whatever form. */
const LEAST_REWORDED = 0.5
/** Less of a dropped clause in the later text is no wording of it: in the same order, and of its rare words in any, for a formula alone is none. */
const LEAST_NEAR = 20
const LEAST_ALIKE = 0.25
/** What a text has once, or in the same order: where nothing else fits, each is the later one of the former. */
const IN_ORDER: readonly BlockKind[] = ['title', 'chapeau', 'place-date']

/** Paragraphs of both sides that belong together, with the words between them. */
export interface Link {
  old: number[]
  new: number[]
  /** Spell both sides, their paragraphs joined by line breaks. */
  ops: WordOp[]
}

export interface Fates {
  /** Of every paragraph of the earlier text. */
  all: ClauseFate[]
  /** Paragraphs of the later text without a source. */
  added: NewClause[]
  links: Link[]
}

export function fatesOf(comparison: Comparison): Fates {
  const { old, new: now, rows } = comparison
  const places = { old: placesOf(old), new: placesOf(now) }
  const text = (side: 'old' | 'new', index: number) => comparison[side].paragraphs[index]!.text
  const fates = new Map<number, ClauseFate>()
  const added = new Set<number>()
  const links: Link[] = []
  /** Parts of the later text that no earlier paragraph vouches for, and parts of the earlier one that went, by paragraph. */
  const fresh = new Map<number, string>()
  const gone = new Map<number, string>()

  const fateOf = (index: number, fate: Fate, to: readonly number[], ops: WordOp[]): ClauseFate => ({
    fate, place: places.old[index]!, text: text('old', index), now: to.map((at) => places.new[at]!),
    ops, share: fate === 'dropped' ? 0 : sharesOf(ops).old, lost: fate === 'dropped' ? [] : lostPhrases(ops), nearest: null,
  })
  const add = (index: number) => {
    added.add(index)
    fresh.set(index, text('new', index))
  }

  for (const row of rows) {
    const { kept, sourced } = survivors(row, comparison)
    for (const index of row.old) if (!kept.includes(index)) fates.set(index, fateOf(index, 'dropped', [], []))
    for (const index of row.new) if (!sourced.includes(index)) add(index)
    if (kept.length === 0) continue
    links.push({ old: row.old, new: row.new, ops: row.ops })
    row.old.forEach((index, place) => {
      if (!kept.includes(index)) return
      const ops = settled(opsOf(row, 'old', place, old))
      const isSame = ops.every(({ op }) => op === 'equal')
      const fate = sourced.length > 1 ? 'split' : kept.length > 1 ? 'merged' : row.kind === 'moved' ? 'moved' : isSame ? 'kept' : 'edited'
      fates.set(index, fateOf(index, fate, sourced, isSame ? [] : ops))
      gone.set(index, partsOf(ops, 'delete'))
    })
    row.new.forEach((index, place) => {
      if (sourced.includes(index)) fresh.set(index, partsOf(settled(opsOf(row, 'new', place, now)), 'insert'))
    })
  }

  for (const kind of IN_ORDER) {
    const came = [...added].filter((index) => now.paragraphs[index]!.kind === kind).sort((a, b) => a - b)
    for (const fate of [...fates.values()].filter(({ fate: one, place }) => one === 'dropped' && place.kind === kind)) {
      const index = came.shift()
      if (index === undefined) break
      added.delete(index)
      const ops = wordDiff(fate.text, text('new', index))
      links.push({ old: [fate.place.paragraph], new: [index], ops })
      fates.set(fate.place.paragraph, fateOf(fate.place.paragraph, 'edited', [index], ops))
    }
  }
  pairReworded(fates, added, links, comparison, fateOf)
  mergeInto(fates, added, fresh, links, comparison, places.new)
  splitOff(fates, added, gone, links, comparison, places.new)
  tellNearest(fates, comparison, places.new)

  const whole = plain(now.paragraphs.map((paragraph) => paragraph.text).join('\n'))
  for (const fate of fates.values()) fate.lost = fate.lost.filter((phrase) => !whole.includes(plain(phrase)))
  return {
    all: [...fates.values()].sort((a, b) => a.place.paragraph - b.place.paragraph),
    added: [...added].sort((a, b) => a - b).filter((index) => isClause(now.paragraphs[index]!.kind))
      .map((index) => ({ place: places.new[index]!, text: text('new', index) })),
    links,
  }
}

/** Which paragraphs of a row share enough with its other side. */
function survivors(row: Row, comparison: Comparison): { kept: number[]; sourced: number[] } {
  const { kind, old, new: now } = row
  if (kind === 'same') return { kept: old, sourced: now }
  if (old.length === 0 || now.length === 0) return { kept: [], sourced: [] }
  if (old.length === 1 && now.length === 1) {
    const shares = sharesOf(settled(row.ops))
    const isPair = shares.old >= LEAST_SHARE || shares.new >= LEAST_SHARE || (shares.old === 100 && shares.new === 100)
    return isPair ? { kept: old, sourced: now } : { kept: [], sourced: [] }
  }
  const shareOf = (side: 'old' | 'new', place: number) => sharesOf(settled(opsOf(row, side, place, comparison[side])))[side]
  const kept = old.filter((_, place) => old.length === 1 || shareOf('old', place) >= LEAST_SHARE)
  const sourced = now.filter((_, place) => now.length === 1 || shareOf('new', place) >= LEAST_SHARE)
  return kept.length === 0 || sourced.length === 0 ? { kept: [], sourced: [] } : { kept, sourced }
}

/** All that was inserted (or deleted), in order; a line break stands for what stayed between. */
const partsOf = (ops: readonly WordOp[], kind: 'insert' | 'delete') =>
  ops.filter(({ op }) => op === kind).map((part) => part.text).join('\n')

/**
 * A clause that seems dropped and one that seems new, alike in their words whatever their endings: the clause was reworded. It
 * moved where it does not stand between the neighbours that it had.
 */
function pairReworded(
  fates: Map<number, ClauseFate>, added: Set<number>, links: Link[], { old, new: now }: Comparison,
  fateOf: (index: number, fate: Fate, to: readonly number[], ops: WordOp[]) => ClauseFate,
): void {
  const indexes = [...added].filter((index) => isClause(now.paragraphs[index]!.kind))
  const dropped = [...fates.keys()].filter((index) => fates.get(index)!.fate === 'dropped' && isClause(old.paragraphs[index]!.kind))
  if (indexes.length === 0 || dropped.length === 0) return
  const wordings = new Wordings(indexes.map((index) => now.paragraphs[index]!.text), now.language)
  const candidates = dropped.flatMap((index) => wordings.near(old.paragraphs[index]!.text, LEAST_SHARE, LEAST_REWORDED)
    .map((near) => ({ index, near })))
  for (const { index, near } of candidates.sort((a, b) => b.near.share - a.near.share)) {
    const to = indexes[near.index]!
    if (!added.has(to) || fates.get(index)!.fate !== 'dropped') continue
    added.delete(to)
    const standing = (step: 1 | -1) => {
      for (let at = index + step; at >= 0 && at < old.paragraphs.length; at += step) {
        const fate = fates.get(at)
        if (fate && fate.fate !== 'moved' && fate.now.length > 0) return fate.now[0]!.paragraph
      }
      return step === 1 ? Infinity : -1
    }
    fates.set(index, fateOf(index, standing(-1) < to && to < standing(1) ? 'edited' : 'moved', [to], near.ops))
    links.push({ old: [index], new: [to], ops: wordDiff(old.paragraphs[index]!.text, now.paragraphs[to]!.text) })
  }
}

/** What seems dropped and stands in the new part of another paragraph was merged into it. */
function mergeInto(
  fates: Map<number, ClauseFate>, added: Set<number>, fresh: ReadonlyMap<number, string>, links: Link[], { old, new: now }: Comparison,
  places: readonly Place[],
): void {
  const dropped = [...fates].filter(([, { fate, place }]) => fate === 'dropped' && isClause(place.kind))
  if (dropped.length === 0) return
  const indexes = [...fresh.keys()]
  const wordings = new Wordings(indexes.map((index) => fresh.get(index)!), old.language)
  const used = new Set<number>()
  for (const [index, fate] of dropped) {
    const near = wordings.near(fate.text, LEAST_MERGED).find((one) => !used.has(one.index))
    if (!near) continue
    const into = indexes[near.index]!
    used.add(near.index)
    const ops = near.ops.filter(({ op }) => op !== 'insert')
    fates.set(index, { ...fate, fate: 'merged', now: [places[into]!], ops, share: near.share, lost: lostPhrases(ops) })
    for (const own of fates.values()) {
      if (own.now.some((place) => place.paragraph === into) && (own.fate === 'kept' || own.fate === 'edited')) own.fate = 'merged'
    }
    const link = links.find((one) => one.new.includes(into))
    if (link) {
      link.old = [...link.old, index].sort((a, b) => a - b)
      link.ops = wordDiff(joined(link.old, old), joined(link.new, now))
    } else links.push({ old: [index], new: [into], ops: wordDiff(fate.text, now.paragraphs[into]!.text) })
    // A paragraph that holds another one whole is new only as far as most of it is.
    if (added.has(into) && sharesOf(near.ops).new >= LEAST_SHARE) added.delete(into)
  }
}

/** A paragraph that seems new and stands in what went from an earlier one was split off from it. */
function splitOff(
  fates: Map<number, ClauseFate>, added: Set<number>, gone: ReadonlyMap<number, string>, links: Link[], { old, new: now }: Comparison,
  places: readonly Place[],
): void {
  const indexes = [...gone.keys()].filter((index) => gone.get(index) !== '')
  if (indexes.length === 0 || added.size === 0) return
  const wordings = new Wordings(indexes.map((index) => gone.get(index)!), now.language)
  const used = new Set<number>()
  for (const index of added) {
    const near = wordings.near(now.paragraphs[index]!.text, LEAST_SPLIT).find((one) => !used.has(one.index))
    if (!near) continue
    used.add(near.index)
    added.delete(index)
    const source = fates.get(indexes[near.index]!)!
    source.fate = 'split'
    source.now = [...source.now, places[index]!].sort((a, b) => a.paragraph - b.paragraph)
    const link = links.find((one) => one.old.includes(source.place.paragraph))!
    link.new = [...link.new, index].sort((a, b) => a - b)
    link.ops = wordDiff(joined(link.old, old), joined(link.new, now))
    if (link.old.length > 1) continue
    source.ops = settled(link.ops)
    source.share = sharesOf(source.ops).old
    source.lost = lostPhrases(source.ops)
  }
}

const joined = (indexes: readonly number[], { paragraphs }: ComparedText) => indexes.map((index) => paragraphs[index]!.text).join('\n')

/** What in the later text comes nearest to each dropped clause. */
function tellNearest(fates: Map<number, ClauseFate>, { new: now }: Comparison, places: readonly Place[]): void {
  const dropped = [...fates.values()].filter(({ fate, place }) => fate === 'dropped' && isClause(place.kind))
  if (dropped.length === 0) return
  const clauses = now.paragraphs.flatMap(({ kind }, index) => (isClause(kind) || kind === 'chapeau' ? [index] : []))
  const wordings = new Wordings(clauses.map((index) => now.paragraphs[index]!.text), now.language)
  for (const fate of dropped) {
    const [near] = wordings.near(fate.text, LEAST_NEAR, LEAST_ALIKE)
    if (!near) continue
    const index = clauses[near.index]!
    fate.nearest = { place: places[index]!, text: now.paragraphs[index]!.text, share: near.share, ops: near.ops }
  }
}
