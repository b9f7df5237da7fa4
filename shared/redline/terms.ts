// Terms that were replaced throughout ("Стороны" → "Участники"). A short paragraph may hold little else, and a formula of the
// trade is built around its term: so that they find their partners all the same, the earlier text is read with the later terms.
// The replacement itself is shown like any other, but never pulls the words beside it into a longer one.
import { diff, type Stretch } from './diff.ts'
import type { WordList } from './words.ts'

export interface Term {
  old: readonly number[]
  new: readonly number[]
}

/** How many pairs are looked at; in how many of them a replacement must stand, and in what share of those that hold the term. */
const LOOKED_AT = 200
const LEAST_TIMES = 5
const LEAST_SHARE = 0.5
/** Words of the longest term. */
const LONGEST = 3

/** Finds replacements made throughout, by the pairs of paragraphs already found. */
export function replacedTerms(pairs: readonly (readonly [WordList, WordList])[], isWord: readonly boolean[]): Term[] {
  const found = new Map<string, { term: Term; times: number }>()
  const holding = new Map<number, number>()
  const step = Math.max(1, Math.ceil(pairs.length / LOOKED_AT))
  for (let at = 0; at < pairs.length; at += step) {
    const [old, now] = pairs[at]!
    for (const id of new Set(old.ids)) holding.set(id, (holding.get(id) ?? 0) + 1)
    const here = new Map<string, Term>()
    for (const { equal, oldFrom, oldTo, newFrom, newTo } of diff(old.ids, now.ids)) {
      if (equal || oldTo === oldFrom || newTo === newFrom || oldTo - oldFrom > LONGEST || newTo - newFrom > LONGEST) continue
      const term = { old: [...old.ids.subarray(oldFrom, oldTo)], new: [...now.ids.subarray(newFrom, newTo)] }
      if ([...term.old, ...term.new].every((id) => isWord[id])) here.set(`${term.old.join()} ${term.new.join()}`, term)
    }
    for (const [key, term] of here) {
      const known = found.get(key)
      if (known) known.times++
      else found.set(key, { term, times: 1 })
    }
  }
  return [...found.values()]
    .filter(({ term, times }) => times >= LEAST_TIMES && times >= LEAST_SHARE * holding.get(term.old[0]!)!)
    .map(({ term }) => term)
}

/** The paragraph with every term replaced. */
export function withTerms(words: WordList, terms: readonly Term[]): WordList {
  const { ids, number } = words
  const replaced: number[] = []
  for (let at = 0; at < ids.length;) {
    const term = terms.find(({ old }) => old.every((id, k) => ids[at + k] === id))
    if (term) replaced.push(...term.new)
    else replaced.push(ids[at]!)
    at += term?.old.length ?? 1
  }
  return { ids: Int32Array.from(replaced), number }
}

/** Whether a changed stretch is no more than one of the replacements. */
export function isTerm({ oldFrom, oldTo, newFrom, newTo }: Stretch, old: Int32Array, now: Int32Array, terms: readonly Term[]): boolean {
  const spells = (ids: Int32Array, from: number, to: number, words: readonly number[]) =>
    words.length === to - from && words.every((id, k) => ids[from + k] === id)
  return terms.some((term) => spells(old, oldFrom, oldTo, term.old) && spells(now, newFrom, newTo, term.new))
}
