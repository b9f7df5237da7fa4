// Corrections by hand to a proposed structure. Each returns a new list; no raw paragraph is ever lost by one.
import type { ProposedParagraph, RawParagraph, Role } from '../model/proposal.ts'
import { guessRoles } from './guess.ts'
import { cutLabel } from './labels.ts'

const NUMBERED: readonly Role[] = ['heading', 'clause', 'item', 'footnote']

/** The text with its number put back in front of it. */
const written = (paragraph: ProposedParagraph): string => [paragraph.label, paragraph.text].filter(Boolean).join(' ')

function at(paragraphs: readonly ProposedParagraph[], index: number): ProposedParagraph {
  const found = paragraphs[index]
  if (!found) throw new RangeError(`no paragraph ${index}`)
  return found
}

/** The paragraph in another role: a number is cut off where the role has one, and put back where it has none. */
function inRole(paragraph: ProposedParagraph, role: Role, level?: number): ProposedParagraph {
  const { label: _label, level: _level, rival: _rival, ...rest } = paragraph
  const deep = role === 'heading' || role === 'item' ? { level: level ?? paragraph.level ?? 1 } : {}
  const cut = !NUMBERED.includes(role)
    ? { text: written(paragraph) }
    : paragraph.label === undefined ? cutLabel(paragraph.text) : { label: paragraph.label, text: paragraph.text }
  return { ...rest, role, ...deep, ...cut, confidence: 1, reasons: ['by-hand'] }
}

const replace = (paragraphs: readonly ProposedParagraph[], index: number, removed: number, ...put: ProposedParagraph[]) =>
  [...paragraphs.slice(0, index), ...put, ...paragraphs.slice(index + removed)]

/** Gives one paragraph another role. */
export function relabel(
  paragraphs: readonly ProposedParagraph[], index: number, role: Role, level?: number,
): ProposedParagraph[] {
  return replace(paragraphs, index, 1, inRole(at(paragraphs, index), role, level))
}

/** Joins a paragraph with the one after it; the first one's role stands. */
export function mergeWithNext(paragraphs: readonly ProposedParagraph[], index: number): ProposedParagraph[] {
  const first = at(paragraphs, index)
  const next = at(paragraphs, index + 1)
  return replace(paragraphs, index, 2, {
    ...first,
    text: [first.text, written(next)].filter(Boolean).join(' '),
    raw: [...new Set([...first.raw, ...next.raw])].sort((a, b) => a - b),
    confidence: 1,
    reasons: ['by-hand'],
  })
}

/**
 * Cuts a paragraph in two at a place of its text. Given the raw paragraphs, each part keeps those it is made of; without
 * them both keep all.
 */
export function splitAt(
  paragraphs: readonly ProposedParagraph[], index: number, offset: number, raw?: readonly RawParagraph[],
): ProposedParagraph[] {
  const whole = at(paragraphs, index)
  const before = whole.text.slice(0, offset).trim()
  const after = whole.text.slice(offset).trim()
  if (before === '' || after === '') return [...paragraphs]
  const [firstRaw, nextRaw] = raw ? shareRaw(whole, before, raw) : [whole.raw, whole.raw]
  const { label: _label, ...unlabelled } = whole
  const next: ProposedParagraph = { ...unlabelled, text: after, raw: nextRaw, confidence: 1, reasons: ['by-hand'] }
  return replace(paragraphs, index, 1,
    { ...whole, text: before, raw: firstRaw, confidence: 1, reasons: ['by-hand'] },
    NUMBERED.includes(whole.role) ? { ...next, ...cutLabel(after) } : next)
}

/** Raw paragraphs before the cut, and after it; the one that the cut runs through is in both. */
function shareRaw(whole: ProposedParagraph, before: string, raw: readonly RawParagraph[]): [number[], number[]] {
  const solid = (text: string) => text.replace(/\s+/gu, '').length
  let left = solid(whole.label ?? '') + solid(before)
  const first: number[] = []
  const next: number[] = []
  for (const index of whole.raw) {
    const length = solid(raw[index]?.text ?? '')
    if (left > 0) first.push(index)
    if (left < length) next.push(index)
    left -= length
  }
  return first.length > 0 && next.length > 0 ? [first, next] : [whole.raw, whole.raw]
}

/** Makes a paragraph the first of the declaration: what stands before is left out, what was left out after it is read. */
export function setStart(paragraphs: readonly ProposedParagraph[], index: number): ProposedParagraph[] {
  at(paragraphs, index)
  const last = paragraphs.findLastIndex((paragraph) => paragraph.role !== 'left-out')
  return setWindow(paragraphs, index, Math.max(index, last))
}

/** Makes a paragraph the last of the declaration. */
export function setEnd(paragraphs: readonly ProposedParagraph[], index: number): ProposedParagraph[] {
  at(paragraphs, index)
  const first = paragraphs.findIndex((paragraph) => paragraph.role !== 'left-out')
  return setWindow(paragraphs, first === -1 ? index : Math.min(index, first), index)
}

/** Inside, only what was no part of a declaration is read anew: corrections made before stay. */
function setWindow(paragraphs: readonly ProposedParagraph[], from: number, to: number): ProposedParagraph[] {
  const guessed = guessRoles(paragraphs.slice(from, to + 1).map(written))
  return paragraphs.map((paragraph, index) => {
    if (index < from || index > to) return paragraph.role === 'left-out' ? paragraph : inRole(paragraph, 'left-out')
    if (paragraph.role !== 'left-out' && paragraph.role !== 'passage') return paragraph
    const guess = guessed[index - from]!
    return inRole(paragraph, guess.role, guess.level)
  })
}
