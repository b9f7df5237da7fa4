// Figures and names that changed, came or went: paragraph against paragraph where they belong together, else text against text.
import { definedTerms } from '../language/terms.ts'
import { findFigures, type Fact } from '../language/figures.ts'
import { nameReader } from '../language/names.ts'
import { Taken } from '../language/taken.ts'
import type { ComparedText, Comparison } from '../model/comparison.ts'
import type { FactChange, FactKind, Place } from '../model/report.ts'
import type { Link } from './fates.ts'
import { mapOffsets } from './wording.ts'

const FIGURES: ReadonlySet<FactKind> = new Set(['date', 'sum', 'number', 'ordinal', 'reference'])
/** Of one paragraph: one with more is no clause, and is not read to its end. */
const MOST = 2000
/** What may have become what: a number may get a currency, a person never becomes a place. */
const familyOf = (kind: FactKind) => (kind === 'sum' || kind === 'ordinal' ? 'number' : kind)
/** Letters between the old place of a fact and the new one, beyond which it is another fact. */
const NEAR = 60

/** The chapeau names who took part; the terms it defines are no names. */
function introduction({ paragraphs, language }: ComparedText) {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
  const chapeau = paragraphs.filter(({ kind }) => kind === 'chapeau').map((paragraph) => paragraph.text).join('\n')
  return { text, chapeau, language, terms: definedTerms(chapeau) }
}

/** Changes in the order of the earlier text, those of the later one alone at the end. */
export function factChanges(
  { old, new: now }: Comparison, links: readonly Link[], places: { old: readonly Place[]; new: readonly Place[] },
): FactChange[] {
  const names = nameReader([introduction(old), introduction(now)])
  // Most paragraphs stand in both texts: each wording is read once.
  const known = new Map<string, Fact[]>()
  const read = (text: string): Fact[] => {
    const before = known.get(text)
    if (before) return before
    const named = names(text)
    const taken = new Taken(text.length)
    for (const { from, to } of named) taken.take(from, to)
    const facts = [...findFigures(text).filter(({ from, to }) => taken.isFree(from, to)), ...named]
      .sort((a, b) => a.from - b.from).slice(0, MOST)
    known.set(text, facts)
    return facts
  }
  const facts = { old: old.paragraphs.map(({ text }) => read(text)), new: now.paragraphs.map(({ text }) => read(text)) }
  const stands = { old: new Set(facts.old.flat().map(identity)), new: new Set(facts.new.flat().map(identity)) }
  const isName = (fact: Fact) => !FIGURES.has(fact.kind)

  const changes: FactChange[] = []
  const told = new Set<string>()
  const linked = { old: new Set(links.flatMap((link) => link.old)), new: new Set(links.flatMap((link) => link.new)) }
  for (const link of links) {
    if (link.ops.every(({ op }) => op === 'equal')) continue
    const left = leftOver(joined(link.old, facts.old, old), joined(link.new, facts.new, now))
    for (const [before, after] of paired(left, mapOffsets(link.ops))) {
      const at = { old: places.old[before?.paragraph ?? link.old[0]!]!, new: places.new[after?.paragraph ?? link.new[0]!]! }
      const lone = before && !after ? stands.new.has(identity(before)) && isName(before) : after && !before ? stands.old.has(identity(after)) && isName(after) : false
      for (const fact of [before, after]) if (fact) told.add(identity(fact))
      changes.push({ kind: (after ?? before)!.kind, old: before?.text ?? null, new: after?.text ?? null, at, elsewhere: lone })
    }
  }
  // Of what was dropped or is new as a whole, only what the other text has nowhere is told, once.
  const alone = (side: 'old' | 'new', text: ComparedText, other: ReadonlySet<string>) => {
    text.paragraphs.forEach((_, index) => {
      if (linked[side].has(index)) return
      for (const fact of facts[side][index]!) {
        if (other.has(identity(fact)) || told.has(identity(fact))) continue
        told.add(identity(fact))
        const place = places[side][index]!
        changes.push(side === 'old'
          ? { kind: fact.kind, old: fact.text, new: null, at: { old: place, new: null }, elsewhere: false }
          : { kind: fact.kind, old: null, new: fact.text, at: { old: null, new: place }, elsewhere: false })
      }
    })
  }
  alone('old', old, stands.new)
  alone('new', now, stands.old)
  // The title says what the chapeau says again.
  const isOfClause = (place: Place | null) => place !== null && place.clause !== null
  const first = (change: FactChange, index: number) => isOfClause(change.at.old) || isOfClause(change.at.new)
    || changes.findIndex((other) => other.kind === change.kind && other.old === change.old && other.new === change.new) === index
  const order = ({ at }: FactChange) => at.old?.paragraph ?? Infinity
  return changes.filter(first).sort((a, b) => order(a) - order(b) || (a.at.new?.paragraph ?? 0) - (b.at.new?.paragraph ?? 0))
}

/** Two of something are not the two of something else; a name or a day is the same wherever it stands. */
const identity = ({ kind, key, text }: Fact) => (kind === 'number' || kind === 'ordinal' ? `${key} ${text.toLowerCase()}` : key)

interface Standing extends Fact { paragraph: number }

/** Facts of several paragraphs, their ranges in the paragraphs joined. */
function joined(paragraphs: readonly number[], facts: readonly Fact[][], { paragraphs: all }: ComparedText): Standing[] {
  let offset = 0
  return paragraphs.flatMap((paragraph) => {
    const start = offset
    offset += all[paragraph]!.text.length + 1
    return facts[paragraph]!.map((fact) => ({ ...fact, from: fact.from + start, to: fact.to + start, paragraph }))
  })
}

/** What one side has and the other has not, each counted as often as it stands. */
function leftOver(old: readonly Standing[], now: readonly Standing[]): { old: Standing[]; new: Standing[] } {
  const counts = new Map<string, number>()
  for (const { key } of now) counts.set(key, (counts.get(key) ?? 0) + 1)
  const gone = old.filter(({ key }) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
  const left = new Map([...counts].map(([key, count]) => [key, Math.max(0, count)]))
  const come = now.toReversed().filter(({ key }) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count > 0
  })
  return { old: once(gone), new: once(come.toReversed()) }
}

/** A name that a paragraph repeats is told once. */
const once = (facts: readonly Standing[]) =>
  facts.filter((fact, index) => FIGURES.has(fact.kind) || facts.findIndex((other) => other.key === fact.key) === index)

/** Pairs what left with what came near its place; the rest stands alone. */
function paired(left: { old: Standing[]; new: Standing[] }, map: (old: number) => number): [Standing | null, Standing | null][] {
  const free = new Set(left.new)
  const pairs: [Standing | null, Standing | null][] = left.old.map((before) => {
    const at = map(before.from)
    // Whoever now speaks for the state took their place, wherever the name stands; one of another state did not.
    const mayFollow = (after: Standing) => before.of !== undefined && after.of !== undefined ? before.of === after.of : Math.abs(after.from - at) <= NEAR
    const near = [...free].filter((after) => familyOf(after.kind) === familyOf(before.kind) && mayFollow(after))
      .sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at))[0]
    if (near) free.delete(near)
    return [before, near ?? null]
  })
  return [...pairs, ...[...free].map((after): [null, Standing] => [null, after])]
}
