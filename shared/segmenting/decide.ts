// One decision for every raw paragraph: what it is, how sure that is, what it might be instead, and why.
import type { RawParagraph, Role } from '../model/proposal.ts'
import { notesOf, type Footnote } from './footnotes.ts'
import type { Line } from './line.ts'
import { readLines } from './lines.ts'
import { isNews } from './news.ts'
import { bestWay } from './path.ts'
import { reasonsFor, ROLE_OF, weigh, type State } from './rules.ts'

export interface Decision {
  role: Role
  /** 0…1. */
  confidence: number
  /** What it is likeliest to be if not that; none where the question is not open. */
  rival: Role | null
  reasons: string[]
  /** It carries on the paragraph above. */
  carriesOn: boolean
  /** Null of a note under the text, which stands outside its order. */
  line: Line | null
  note: Footnote | null
}

export interface Decided {
  decisions: Decision[]
  /** No declaration: every paragraph is a passage, or furniture of the page. */
  press: boolean
  /** How far a declaration stands above none, or none above a declaration. */
  margin: number
}

/** Parts of which a declaration has at least one. */
const AGREED: ReadonlySet<Role> = new Set(['chapeau', 'clause', 'item'])

/** Of one that is no declaration, what is left out is told by its shape alone. */
const FURNITURE = 0.9
const NOTE = { told: 0.99, referred: 0.95, unreferred: 0.45 }
export const NOTE_REASONS = { told: 'note-in-file', referred: 'note-referred-to', unreferred: 'note-mark' }
const MOST_REASONS = 20

/** Decides about all paragraphs together; `declaration` forbids the answer "none". */
export function decide(raw: readonly RawParagraph[], declaration = false): Decided {
  const notes = notesOf(raw)
  const inOrder = raw.flatMap((_, index) => (notes.has(index) ? [] : [index]))
  const lines = readLines(inOrder.map((index) => raw[index]!), [...new Set([...notes.values()].flatMap(({ mark }) => (mark === '' ? [] : [mark])))])
  if (!declaration && isNews(lines)) for (const line of lines) line.news = true
  const evidence = weigh(lines)
  const way = bestWay(lines, evidence, declaration)
  // Headings over nothing, as in a bare list of words, make no declaration either.
  const press = !declaration && (way.states[0] === 'passage' || !way.states.some((state) => AGREED.has(ROLE_OF[state])))

  const sureOfPress = 1 - Math.exp(-Math.max(0, way.margin) / 3)
  const decisions: Decision[] = raw.map((_, index) => {
    const note = notes.get(index) ?? null
    const by = note?.told ? 'told' : note?.referred ? 'referred' : 'unreferred'
    const what = press ? { role: 'passage' as const, confidence: rounded(sureOfPress), rival: null } : { role: 'footnote' as const, confidence: NOTE[by], rival: 'clause' as const }
    return { ...what, reasons: [NOTE_REASONS[by]], carriesOn: false, line: null, note }
  })
  inOrder.forEach((index, i) => {
    const line = lines[i]!
    const reasons = (state: State) => [...reasonsFor(evidence[i]!, state), WHERE[state]].slice(0, MOST_REASONS)
    const rest = { carriesOn: false, line, note: null }
    if (press) {
      const isFurniture = line.furniture || line.attribution
      decisions[index] = isFurniture
        ? { ...rest, role: 'left-out', confidence: FURNITURE, rival: null, reasons: reasonsFor(evidence[i]!, 'passage') }
        : { ...rest, role: 'passage', confidence: rounded(sureOfPress), rival: null, reasons: reasons('passage') }
      return
    }
    const state = way.states[i]!
    const rival = way.rivals[i]!
    decisions[index] = {
      ...rest, role: ROLE_OF[state], confidence: rounded(way.confidence[i]!), rival: rival && ROLE_OF[rival], reasons: reasons(state),
      carriesOn: state === 'heading-more',
    }
  })
  return { decisions, press, margin: way.margin }
}

const ROUND = 1000
const rounded = (confidence: number) => Math.round(confidence * ROUND) / ROUND

/** The reason that a paragraph's place alone gives; the last of its reasons, and the only one where no rule speaks for it. */
export const WHERE: Readonly<Record<State, string>> = {
  front: 'before-text', note: 'beside-text', tail: 'after-text', title: 'at-head', subtitle: 'at-head', chapeau: 'before-clauses',
  'place-top': 'at-head', 'place-end': 'at-foot', heading: 'above-clauses', 'heading-more': 'above-clauses', annex: 'above-clauses',
  clause: 'within-text', item: 'within-list', signature: 'at-foot', passage: 'no-declaration-here',
}
