// Evidence: named reasons, each with log-weights for the states a paragraph may be in. Sums of weights decide, so every
// number here is read as "how much likelier does this make it", and an unknown paragraph costs little anywhere.
import type { Role } from '../model/proposal.ts'
import { isHeadingLike, opensClause, type Line } from './line.ts'

export const STATES = [
  'front', 'title', 'subtitle', 'note', 'place-top', 'chapeau', 'heading', 'heading-more', 'clause', 'item',
  'place-end', 'signature', 'annex', 'tail', 'passage',
] as const
export type State = (typeof STATES)[number]

/** The role a state gives its paragraph. */
export const ROLE_OF: Readonly<Record<State, Role>> = {
  front: 'left-out', note: 'left-out', tail: 'left-out', title: 'title', subtitle: 'title', chapeau: 'chapeau',
  'place-top': 'place-date', 'place-end': 'place-date', heading: 'heading', 'heading-more': 'heading', annex: 'heading',
  clause: 'clause', item: 'item', signature: 'signature', passage: 'passage',
}

interface Rule {
  reason: string
  holds: (line: Line, index: number) => boolean
  weights: Partial<Record<State, number>>
}

const all = (weight: number, except: readonly State[]): Partial<Record<State, number>> =>
  Object.fromEntries(STATES.filter((state) => !except.includes(state)).map((state) => [state, weight]))

const sentence = (line: Line) => /[.!?;]/u.test(line.end) || line.act.verb !== null
const SECTION_KINDS: readonly string[] = ['arabic', 'roman', 'article', 'cjk', 'letter']
const listMark = (line: Line) => line.label !== null && !line.inCount && !SECTION_KINDS.includes(line.label.kind)

export const RULES: readonly Rule[] = [
  {
    reason: 'names-a-form',
    holds: (l) => l.form !== null && !sentence(l) && l.body.length < 300 && !/:/u.test(l.end) && !l.note,
    weights: { title: 6.5, subtitle: 1.5, front: -2.5, heading: -2, 'heading-more': -3, clause: -3, passage: -0.5, note: -2 },
  },
  {
    reason: 'names-no-form',
    holds: (l) => l.form === null && !l.hint?.title,
    weights: { title: -5.5 },
  },
  {
    reason: 'title-style',
    holds: (l) => l.hint?.title === true,
    weights: { title: 5, subtitle: 4, heading: -1, chapeau: -3, clause: -3 },
  },
  {
    reason: 'centred',
    holds: (l) => l.hint?.centered === true && l.hint.title !== true,
    weights: { title: 1, subtitle: 1.5, heading: 1, clause: -2, chapeau: -1 },
  },
  {
    reason: 'heading-style',
    holds: (l) => l.hint?.heading !== undefined && !opensClause(l),
    weights: { heading: 5, 'heading-more': 1, clause: -4, chapeau: -4, front: -0.5 },
  },
  {
    reason: 'whole-sentence',
    holds: (l) => sentence(l) && l.label?.kind !== 'roman',
    weights: { title: -5, subtitle: -5, heading: -4, 'heading-more': -5, 'place-top': -3, signature: -4 },
  },
  {
    reason: 'long',
    holds: (l) => l.body.length > 300,
    weights: {
      title: -4, subtitle: -4, heading: -4, 'heading-more': -5, signature: -5, 'place-top': -5, 'place-end': -5, item: -0.5,
      note: -3,
    },
  },
  {
    reason: 'continues',
    holds: (l) => l.continues,
    weights: { subtitle: 4.5, 'heading-more': 6, heading: -4, title: -3, clause: -2.5, chapeau: -1 },
  },
  {
    reason: 'stands-alone',
    holds: (l) => !l.continues,
    weights: { 'heading-more': -9, subtitle: -0.7 },
  },
  {
    reason: 'transition',
    holds: (l) => l.transition && !l.inCount,
    weights: { chapeau: 6, clause: -3, front: -3, passage: -2.5, heading: -5, title: -5, item: -3, tail: -3 },
  },
  {
    reason: 'defines-term',
    holds: (l) => l.defines && !l.inCount,
    weights: { chapeau: 3.5, front: -2, clause: -1, passage: -2, heading: -3, tail: -2 },
  },
  {
    reason: 'names-participants',
    holds: (l) => l.offices >= 2 && l.body.length > 120,
    weights: { chapeau: 2.5, heading: -3, clause: -0.5 },
  },
  {
    reason: 'tells-of-meeting',
    holds: (l) => l.meeting && !l.label && l.words > 5,
    weights: { chapeau: 2, heading: -2, title: -2 },
  },
  {
    reason: 'first-person',
    holds: (l) => l.firstPerson,
    weights: { chapeau: 4, passage: -1, front: -2, heading: -4 },
  },
  {
    reason: 'preamble-participle',
    holds: (l) => l.act.opening === 'participle' && /[,;]/u.test(l.end),
    weights: { chapeau: 5, clause: -3, heading: -4, passage: -1.5, front: -2, item: -0.5, subtitle: -4, 'heading-more': -5 },
  },
  {
    reason: 'subject-of-preamble',
    holds: (l) => l.beforePreamble && l.words <= 12 && l.end === ',',
    weights: { chapeau: 4, title: -3, subtitle: -3, heading: -3 },
  },
  {
    reason: 'subject-and-verb',
    holds: (l) => l.act.opening === 'subject' && !l.speech && !l.news,
    weights: {
      clause: 4, chapeau: -0.3, front: -2.5, passage: -2.5, heading: -6, 'heading-more': -6, title: -6, subtitle: -5,
      signature: -5, tail: -2.5, note: -3,
    },
  },
  {
    reason: 'lead-in-and-verb',
    holds: (l) => l.act.opening === 'lead-in' && !l.speech && l.press === 0 && !l.news,
    weights: {
      clause: 3, chapeau: -0.3, front: -1.2, passage: -1.2, heading: -5, 'heading-more': -5, title: -6, subtitle: -4,
      signature: -5, tail: -1.5,
    },
  },
  {
    reason: 'verb-first',
    holds: (l) => l.act.opening === 'verb' && !l.news,
    weights: { clause: 3, front: -1.5, passage: -1.5, heading: -4, title: -4, subtitle: -3, signature: -4, tail: -1.5 },
  },
  {
    reason: 'impersonal-act',
    holds: (l) => l.impersonal && !opensClause(l),
    weights: { clause: 1.8, chapeau: -1, heading: -2, title: -2 },
  },
  {
    reason: 'no-act',
    holds: (l) => !opensClause(l) && !l.impersonal && l.words > 10,
    weights: { clause: -0.7, passage: 0.3 },
  },
  {
    reason: 'number-in-count',
    holds: (l) => l.inCount && l.label?.kind !== 'roman',
    weights: {
      clause: 4.5, heading: -4, 'heading-more': -6, title: -5, subtitle: -6, chapeau: -4, front: -3.5, passage: -2, item: -2,
      tail: -4, note: -3, signature: -5,
    },
  },
  {
    reason: 'number-outside-count',
    holds: (l) => !l.inCount && l.label?.kind === 'arabic' && !l.listed,
    weights: { clause: 0.5, front: 0.5, chapeau: -1, title: -2 },
  },
  {
    reason: 'roman-number',
    holds: (l) => l.label?.kind === 'roman' && l.act.opening !== 'subject',
    weights: { heading: 7, clause: -3, front: -2, passage: -1.5, title: -3, chapeau: -3, item: -2 },
  },
  {
    reason: 'article',
    holds: (l) => l.label?.kind === 'article' || (l.label?.kind === 'cjk' && !l.inCount),
    weights: { heading: 3, front: -1, passage: -1.5, title: -4 },
  },
  {
    reason: 'lettered',
    holds: (l) => l.label?.kind === 'letter' && isHeadingLike(l),
    weights: { heading: 3, clause: -2 },
  },
  {
    reason: 'list-mark',
    holds: listMark,
    weights: { item: 2, heading: -3, clause: -2, title: -4, chapeau: -3, subtitle: -4, signature: -4 },
  },
  {
    reason: 'list-opened',
    holds: (l) => l.listed,
    weights: { item: 4, clause: -2, heading: -3 },
  },
  {
    reason: 'no-list',
    holds: (l) => !l.listed,
    weights: { item: -2.5 },
  },
  {
    reason: 'no-mark',
    holds: (l) => !l.listed && l.label === null,
    weights: { item: -3 },
  },
  {
    reason: 'heading-shape',
    holds: (l) => isHeadingLike(l) && !l.placeDate,
    weights: { heading: 3, clause: -3, chapeau: -3, front: 0.3, passage: 0.2, tail: -0.2 },
  },
  {
    reason: 'no-heading-shape',
    holds: (l) => !isHeadingLike(l) && l.label?.kind !== 'roman' && l.hint?.heading === undefined,
    weights: { heading: -3 },
  },
  {
    reason: 'heads-a-list',
    holds: (l) => l.opensList,
    weights: { heading: 6, clause: -2, chapeau: -2, front: -1 },
  },
  {
    // Few words in a cell look like a heading and head nothing.
    reason: 'table-cell',
    holds: (l) => l.hint?.cell === true && l.hint.heading === undefined && isHeadingLike(l),
    weights: { heading: -6, 'heading-more': -6, item: 5 },
  },
  {
    reason: 'before-clause',
    holds: (l) => l.beforeClause && isHeadingLike(l),
    weights: { heading: 1.5 },
  },
  {
    reason: 'place-and-date',
    holds: (l) => l.placeDate === 'whole',
    weights: { ...all(-4, ['front', 'tail', 'passage']), 'place-end': 6, 'place-top': 6, front: -1, tail: -2, passage: -0.5 },
  },
  {
    reason: 'place-or-date',
    holds: (l) => l.placeDate === 'part',
    weights: { 'place-end': 3, 'place-top': 3, clause: -3, chapeau: -3, heading: -3, title: -4, subtitle: -1, item: -4 },
  },
  {
    reason: 'no-place-date',
    holds: (l) => l.placeDate === null,
    weights: { 'place-end': -9, 'place-top': -9 },
  },
  {
    reason: 'signature',
    holds: (l) => l.signature,
    weights: { signature: 5, heading: -2.5, clause: -3 },
  },
  {
    reason: 'no-signature',
    holds: (l) => !l.signature,
    weights: { signature: -5 },
  },
  {
    reason: 'attribution',
    holds: (l) => l.attribution,
    weights: { ...all(-5, ['front', 'tail', 'note', 'passage']), tail: 6, front: 3, note: 1, 'place-end': -8, 'place-top': -8 },
  },
  {
    reason: 'page-furniture',
    holds: (l) => l.furniture,
    weights: { ...all(-6, ['front', 'tail', 'note', 'passage']), front: 3, tail: 3, note: 3, passage: 3 },
  },
  {
    reason: 'editor-note',
    holds: (l) => l.note,
    weights: { ...all(-5, ['front', 'tail', 'note', 'passage']), note: 5, front: 2, tail: 2 },
  },
  {
    reason: 'editor-note',
    holds: (l) => l.announces,
    weights: all(-4, ['front', 'tail', 'note', 'passage']),
  },
  {
    reason: 'no-note',
    holds: (l) => !l.note && !l.furniture,
    weights: { note: -2.5 },
  },
  {
    reason: 'speech',
    holds: (l) => l.speech,
    weights: { passage: 3, front: 1.5, clause: -3, chapeau: -2.5, heading: -3, item: -2, tail: 0.5 },
  },
  {
    reason: 'dateline',
    holds: (l) => l.dateline,
    weights: { passage: 5, front: 2.5, chapeau: -5, clause: -5, heading: -4, 'place-top': -4, 'place-end': -4, title: -4 },
  },
  {
    reason: 'press-words',
    holds: (l) => l.press > 0,
    weights: { passage: 1.2, front: 0.7, clause: -1, chapeau: -0.7 },
  },
  {
    reason: 'press-words',
    holds: (l) => l.press > 1,
    weights: { passage: 1.2, front: 0.7, clause: -1, chapeau: -0.7 },
  },
  {
    reason: 'told-as-news',
    holds: (l) => l.news === true && !l.furniture,
    weights: { passage: 2, clause: -1.5, chapeau: -2, front: 0.5 },
  },
  {
    reason: 'letterhead',
    holds: (l) => l.letterhead,
    weights: { front: 4, tail: 4, title: -3, heading: -3, clause: -3, chapeau: -2, passage: -1 },
  },
  {
    reason: 'annex',
    holds: (l) => l.annex,
    weights: { annex: 6, heading: 1 },
  },
  {
    reason: 'no-annex',
    holds: (l) => !l.annex,
    weights: { annex: -20 },
  },
  {
    reason: 'before-restart',
    holds: (l) => l.beforeRestart,
    weights: { front: 4, heading: -4, item: -2, clause: -2 },
  },
]

/** Standing cost of a state: a paragraph is not put outside the text without a reason. */
const BASE: Partial<Record<State, number>> = { front: -0.3, tail: -0.8, note: -0.5, item: -0.3, annex: -1 }

export interface Evidence {
  /** One weight for each of `STATES`, in that order. */
  weights: Float64Array
  /** Rules that hold, by index. */
  held: number[]
}

/** Weighs every line by every rule; the evidence stands in the order of the lines. */
export function weigh(lines: readonly Line[]): Evidence[] {
  const table = RULES.map((rule) => STATES.map((state) => rule.weights[state] ?? 0))
  const base = STATES.map((state) => BASE[state] ?? 0)
  return lines.map((line, index) => {
    const weights = Float64Array.from(base)
    const held: number[] = []
    RULES.forEach((rule, r) => {
      if (!rule.holds(line, index)) return
      held.push(r)
      table[r]!.forEach((weight, s) => { weights[s]! += weight })
    })
    return { weights, held }
  })
}

/** Reasons that spoke for a state, the strongest first. */
export function reasonsFor(evidence: Evidence, state: State): string[] {
  return evidence.held
    .map((r) => RULES[r]!)
    .filter((rule) => (rule.weights[state] ?? 0) > 0)
    .sort((a, b) => b.weights[state]! - a.weights[state]!)
    .map((rule) => rule.reason)
    .filter((reason, i, reasons) => reasons.indexOf(reason) === i)
}
