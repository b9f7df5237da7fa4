// What clauses do, before and after: verbs and their ranks, who speaks, hedges, modal verbs, negations. A change of tense alone
// is a matter of the whole text and is only counted.
import { operativeReader, type Modifier, type OperativeVerb, type Sentence } from '../language/operative.ts'
import { definedTerms } from '../language/terms.ts'
import type { ComparedText, Comparison } from '../model/comparison.ts'
import type { Phrasebook } from '../model/phrasebook.ts'
import type { Place, VerbChange } from '../model/report.ts'
import type { Link } from './fates.ts'
import { isClause } from './places.ts'
import { mapOffsets } from './wording.ts'

/** Letters between the old place of a verb and the new one, beyond which it is another verb. */
const NEAR = 40

/** Verbs of one paragraph: one with more is no clause, and is not read to its end. */
const MOST = 300

const termsOf = ({ paragraphs }: ComparedText) => definedTerms(paragraphs.filter(({ kind }) => kind === 'chapeau').map(({ text }) => text).join('\n'))
const termless = ({ text }: Pick<OperativeVerb, 'text'>) => text.toLowerCase().replaceAll('ё', 'е')

/** Changes in the order of the later text, and how many verbs changed their tense alone. */
export function verbChanges(
  { old, new: now }: Comparison, links: readonly Link[], places: { old: readonly Place[]; new: readonly Place[] }, book: Phrasebook,
): { changes: VerbChange[]; tenses: number } {
  const readOld = operativeReader(book, termsOf(old))
  const readNew = operativeReader(book, termsOf(now))
  const changes: VerbChange[] = []
  let tenses = 0
  for (const link of links) {
    if (link.ops.every(({ op }) => op === 'equal') || !link.old.some((index) => isClause(old.paragraphs[index]!.kind))) continue
    const before = readOld(joined(link.old, old))
    const after = readNew(joined(link.new, now))
    const map = mapOffsets(link.ops)
    const placeOf = (side: 'old' | 'new', at: number) => places[side][paragraphAt(link[side], side === 'old' ? old : now, at)]!
    const at = (oldAt: number, newAt: number) => ({ old: placeOf('old', oldAt), new: placeOf('new', newAt) })

    const between = actChanges(before, after, map)
    tenses += between.tenses
    for (const { from, ...change } of between.changes) changes.push({ ...change, at: at(from.old, from.new) })
  }
  return { changes: changes.sort((a, b) => a.at.new.paragraph - b.at.new.paragraph), tenses }
}

/** A change of what a clause does, and where it stands in both wordings. */
export type ActChange = Omit<VerbChange, 'at'> & { from: { old: number; new: number } }

/** Changes between the sentences of two wordings; `map` tells where an offset of the earlier one lies in the later. */
export function actChanges(
  before: readonly Sentence[], after: readonly Sentence[], map: (old: number) => number,
): { changes: ActChange[]; tenses: number } {
  const changes: ActChange[] = []
  let tenses = 0
  const verbs = matchUp(before, after, map)
  for (const [was, is] of verbs) {
    if (was && is && was.key === is.key) {
      if (termless(was) !== termless(is)) tenses++
      continue
    }
    const rank = { old: was?.rank ?? null, new: is?.rank ?? null }
    const shift = rank.old !== null && rank.new !== null ? rank.new - rank.old : null
    changes.push({
      kind: 'verb', old: was?.text ?? null, new: is?.text ?? null, rank, shift, subject: null,
      from: { old: was?.from ?? originOf(is!.from, map, before), new: is?.from ?? map(was!.from) },
    })
  }
  for (const [one, other] of sentencePairs(before, after, verbs)) {
    const subject = subjectChange(one, other)
    if (subject) changes.push({ ...plain('subject', one.subject!.text, other.subject!.text), subject, from: { old: one.from, new: other.from } })
    for (const [was, is] of modifierChanges(one, other, verbs)) {
      changes.push({ ...plain((was ?? is)!.kind, was?.text ?? null, is?.text ?? null), from: { old: was?.from ?? one.from, new: is?.from ?? other.from } })
    }
  }
  return { changes, tenses }
}

const plain = (kind: VerbChange['kind'], old: string | null, now: string | null): Omit<VerbChange, 'at'> =>
  ({ kind, old, new: now, rank: { old: null, new: null }, shift: null, subject: null })

const joined = (indexes: readonly number[], { paragraphs }: ComparedText) => indexes.map((index) => paragraphs[index]!.text).join('\n')

/** The paragraph that holds an offset of several joined ones. */
function paragraphAt(indexes: readonly number[], { paragraphs }: ComparedText, offset: number): number {
  let end = 0
  for (const index of indexes) {
    end += paragraphs[index]!.text.length + 1
    if (offset < end) return index
  }
  return indexes.at(-1)!
}

/** About where a verb that came stands in the earlier text: in the last sentence that begins before it. */
const originOf = (at: number, map: (old: number) => number, before: readonly Sentence[]) => before.findLast(({ from }) => map(from) <= at)?.from ?? 0

type Pair<T> = [T | null, T | null]

/** The same verb first, then main verbs of the same sentence, then what stands near; the rest came or went. */
function matchUp(before: readonly Sentence[], after: readonly Sentence[], map: (old: number) => number): Pair<OperativeVerb>[] {
  const old = before.flatMap((one) => one.verbs).slice(0, MOST)
  const now = after.flatMap((one) => one.verbs).slice(0, MOST)
  const mains = new Map(before.map((one) => {
    const at = Math.max(map(one.from), map(one.verbs[0]?.from ?? one.from) - 1)
    return [one.verbs[0], after.find(({ to }) => at < to)?.verbs[0]] as const
  }))
  const candidates = old.flatMap((was) => now.map((is) => {
    const away = Math.abs(map(was.from) - is.from)
    return { was, is, away, closeness: was.key === is.key ? 2 : mains.get(was) === is ? 1 : 0 }
  }))
    .filter(({ away, closeness }) => closeness > 0 || away <= NEAR)
    .sort((a, b) => b.closeness - a.closeness || a.away - b.away)
  const partner = new Map<OperativeVerb, OperativeVerb>()
  const taken = new Set<OperativeVerb>()
  for (const { was, is } of candidates) {
    if (partner.has(was) || taken.has(is)) continue
    partner.set(was, is)
    taken.add(is)
  }
  return [...old.map((was): Pair<OperativeVerb> => [was, partner.get(was) ?? null]),
    ...now.filter((is) => !taken.has(is)).map((is): Pair<OperativeVerb> => [null, is])]
}

/** Sentences that hold a pair of verbs belong together, each to one. */
function sentencePairs(before: readonly Sentence[], after: readonly Sentence[], verbs: readonly Pair<OperativeVerb>[]): [Sentence, Sentence][] {
  const pairs: [Sentence, Sentence][] = []
  for (const [was, is] of verbs) {
    if (!was || !is) continue
    const one = before.find((sentence) => sentence.verbs.includes(was))!
    const other = after.find((sentence) => sentence.verbs.includes(is))!
    if (!pairs.some(([known, partner]) => known === one || partner === other)) pairs.push([one, other])
  }
  // A paragraph of one sentence without an act ("Releases shall be agreed") still has its modal verbs.
  if (before.length === 1 && after.length === 1 && pairs.length === 0) pairs.push([before[0]!, after[0]!])
  return pairs
}

function subjectChange({ subject: was }: Sentence, { subject: is }: Sentence): VerbChange['subject'] {
  if (!was || !is || was.text.toLowerCase() === is.text.toLowerCase()) return null
  if (was.narrowed !== is.narrowed) return is.narrowed ? 'narrowed' : 'widened'
  // "Стороны" and "Лидеры" are what each text calls all of its parties.
  return was.narrowed ? 'other' : null
}

/** Hedges, modal verbs and negations of one sentence that the other has not; those within a changed verb are told with it. */
function modifierChanges(one: Sentence, other: Sentence, verbs: readonly Pair<OperativeVerb>[]): Pair<Modifier>[] {
  const changed = verbs.filter(([was, is]) => was?.key !== is?.key)
  const isTold = (side: 0 | 1, { from, to }: Modifier) => changed.some((pair) => pair[side] && from < pair[side].to && to > pair[side].from)
  const left = (mine: Sentence, others: Sentence, side: 0 | 1) => {
    const counts = new Map<string, number>()
    for (const { kind, key } of others.modifiers) counts.set(kind + key, (counts.get(kind + key) ?? 0) + 1)
    return mine.modifiers.filter((modifier) => {
      const id = modifier.kind + modifier.key
      const count = counts.get(id) ?? 0
      counts.set(id, count - 1)
      return count <= 0 && !isTold(side, modifier)
    })
  }
  const gone = left(one, other, 0)
  const come = left(other, one, 1)
  const pairs: Pair<Modifier>[] = gone.map((was) => {
    const index = come.findIndex(({ kind }) => kind === was.kind)
    return [was, index < 0 ? null : come.splice(index, 1)[0]!]
  })
  return [...pairs, ...come.map((is): Pair<Modifier> => [null, is])]
}
