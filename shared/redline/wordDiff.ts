// Word differences of two texts, spelled out so that both texts can be read back from them to the letter, spaces included.
import type { WordOp } from '../model/comparison.ts'
import { cleanUp, isInNumber } from './cleanup.ts'
import { diff, type Stretch } from './diff.ts'
import type { Term } from './terms.ts'
import { PARAGRAPH_END, Vocabulary, type WordList, type Words } from './words.ts'

/** Whole words kept, deleted and inserted; at one place deletions come first. */
export function wordDiff(oldText: string, newText: string): WordOp[] {
  const vocabulary = new Vocabulary()
  const old = vocabulary.cut(oldText)
  const now = vocabulary.cut(newText)
  return spell(diffWords(old, now, vocabulary), old, now)
}

/** The stretches of words that stayed and that changed. */
export const diffWords = (old: WordList, now: WordList, vocabulary: Vocabulary, terms: readonly Term[] = []): Stretch[] =>
  cleanUp(diff(old.ids, now.ids), old, now, vocabulary, terms)

/**
 * Puts the letters and spaces back. A gap between two words that stayed is compared by itself, so a no-break space that became
 * a plain one marks that space and no word; so is the spelling of a word that stayed. A changed stretch takes the gaps on both
 * its sides with it, as far as they differ.
 */
export function spell(stretches: readonly Stretch[], old: Words, now: Words): WordOp[] {
  const ops = new Ops()
  let oldAt = 0
  let newAt = 0
  /** Up to these places, where the next word begins or the text ends. */
  const gap = (oldTo: number, newTo: number, isNumber = false) => {
    ops.replace(old.text.slice(oldAt, oldTo), now.text.slice(newAt, newTo), isNumber)
    oldAt = oldTo
    newAt = newTo
  }
  /** Up to these places, with the same letters or other spellings of the same word. */
  const keep = (oldTo: number, newTo: number) => {
    const before = old.text.slice(oldAt, oldTo)
    const after = now.text.slice(newAt, newTo)
    if (before === after) ops.equal(before)
    else ops.change(before, after, true)
    oldAt = oldTo
    newAt = newTo
  }
  /** What changed last was no more than the number written out in front. */
  let isNumber = false
  for (const stretch of stretches) {
    const { equal, oldFrom, oldTo, newFrom, newTo } = stretch
    if (!equal) {
      isNumber = isInNumber(stretch, old, now)
      continue
    }
    gap(old.from[oldFrom]!, now.from[newFrom]!, isNumber)
    isNumber = false
    const oldEnd = old.to[oldTo - 1]!
    const newEnd = now.to[newTo - 1]!
    if (old.text.slice(oldAt, oldEnd) === now.text.slice(newAt, newEnd)) {
      keep(oldEnd, newEnd)
      continue
    }
    for (let k = 0; k < oldTo - oldFrom; k++) {
      gap(old.from[oldFrom + k]!, now.from[newFrom + k]!)
      keep(old.to[oldFrom + k]!, now.to[newFrom + k]!)
    }
  }
  gap(old.text.length, now.text.length)
  return ops.list
}

/**
 * Operations in the making. What touches is one change, and typographic only if all of it is; but where a space or the end of
 * a paragraph lies between them, what is typographic stays a change of its own.
 */
class Ops {
  private readonly done: WordOp[] = []
  private deleted = ''
  private inserted = ''
  private typographic = true

  get list(): WordOp[] {
    this.closeChange()
    return this.done
  }

  equal(text: string): void {
    if (text === '') return
    this.closeChange()
    const last = this.done.at(-1)
    if (last?.op === 'equal') last.text += text
    else this.done.push({ op: 'equal', text })
  }

  change(before: string, after: string, typographic: boolean): void {
    if (before === '' && after === '') return
    if (typographic !== this.typographic && (EDGE_AFTER.test(this.deleted + this.inserted) || EDGE_BEFORE.test(after || before))) this.closeChange()
    this.deleted += before
    this.inserted += after
    this.typographic &&= typographic
  }

  /** What was between two words that stayed against what is there now, typographic or told by its spaces; only spaces at the edges can be equal. */
  replace(before: string, after: string, typographic: boolean): void {
    if (before === after) return this.equal(before)
    const shortest = Math.min(before.length, after.length)
    let head = 0
    while (head < shortest && before[head] === after[head] && isSpace(before[head]!)) head++
    let tail = 0
    while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail) && isSpace(before.at(-1 - tail)!)) tail++
    this.equal(before.slice(0, head))
    this.change(before.slice(head, before.length - tail), after.slice(head, after.length - tail), typographic || isSpace(before + after))
    this.equal(before.slice(before.length - tail))
  }

  private closeChange(): void {
    let { deleted, inserted } = this
    // A change of typography that became one of words is one with the change of words in front of it.
    for (let last = this.done.at(-1); deleted + inserted !== '' && last && last.op !== 'equal' && !last.typographic && !this.typographic; last = this.done.at(-1)) {
      if (last.op === 'delete') deleted = last.text + deleted
      else inserted = last.text + inserted
      this.done.pop()
    }
    const how = this.typographic ? { typographic: true as const } : {}
    if (deleted !== '') this.done.push({ op: 'delete', text: deleted, ...how })
    if (inserted !== '') this.done.push({ op: 'insert', text: inserted, ...how })
    this.deleted = this.inserted = ''
    this.typographic = true
  }
}

const EDGE_AFTER = new RegExp(`[\\s${PARAGRAPH_END}]$`, 'u')
const EDGE_BEFORE = new RegExp(`^[\\s${PARAGRAPH_END}]`, 'u')
const isSpace = (text: string) => /^\s*$/u.test(text)
