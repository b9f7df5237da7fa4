// Word differences of two texts, spelled out so that both texts can be read back from them to the letter, spaces included.
import type { WordOp } from '../model/comparison.ts'
import { cleanUp } from './cleanup.ts'
import { diff, type Stretch } from './diff.ts'
import { Vocabulary, type Words } from './words.ts'

/** Whole words kept, deleted and inserted; at one place deletions come first. */
export function wordDiff(oldText: string, newText: string): WordOp[] {
  const vocabulary = new Vocabulary()
  const old = vocabulary.cut(oldText)
  const now = vocabulary.cut(newText)
  return spell(diffWords(old, now, vocabulary), old, now)
}

/** The stretches of words that stayed and that changed. */
export const diffWords = (old: Words, now: Words, vocabulary: Vocabulary): Stretch[] =>
  cleanUp(diff(old.ids, now.ids), old.ids, now.ids, vocabulary)

/**
 * Puts the spaces back. A gap between two words that stayed is compared by itself, so a no-break space that became a plain
 * one marks that space and no word. A changed stretch takes the gaps on both its sides with it, as far as they differ.
 */
export function spell(stretches: readonly Stretch[], old: Words, now: Words): WordOp[] {
  const ops = new Ops()
  let oldAt = 0
  let newAt = 0
  /** Everything up to the given word of each side, which stays; at the end of the list, up to the end of the text. */
  const changeUpTo = (oldWord: number, newWord: number) => {
    const oldTo = old.from[oldWord] ?? old.text.length
    const newTo = now.from[newWord] ?? now.text.length
    ops.replace(old.text.slice(oldAt, oldTo), now.text.slice(newAt, newTo))
    oldAt = oldTo
    newAt = newTo
  }
  for (const { equal, oldFrom, oldTo, newFrom } of stretches) {
    if (!equal) continue
    for (let k = 0; k < oldTo - oldFrom; k++) {
      changeUpTo(oldFrom + k, newFrom + k)
      ops.add('equal', old.text.slice(oldAt, old.to[oldFrom + k]))
      oldAt = old.to[oldFrom + k]!
      newAt = now.to[newFrom + k]!
    }
  }
  changeUpTo(old.ids.length, now.ids.length)
  return ops.list
}

class Ops {
  readonly list: WordOp[] = []

  add(op: WordOp['op'], text: string): void {
    if (text === '') return
    const last = this.list.at(-1)
    if (last?.op === op) last.text += text
    else this.list.push({ op, text })
  }

  /** What was between two words that stayed against what is there now; only spaces at the edges can be equal. */
  replace(before: string, after: string): void {
    if (before === after) return this.add('equal', before)
    const shortest = Math.min(before.length, after.length)
    let head = 0
    while (head < shortest && before[head] === after[head] && isSpace(before[head]!)) head++
    let tail = 0
    while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail) && isSpace(before.at(-1 - tail)!)) tail++
    this.add('equal', before.slice(0, head))
    this.add('delete', before.slice(head, before.length - tail))
    this.add('insert', after.slice(head, after.length - tail))
    this.add('equal', before.slice(before.length - tail))
  }
}

const isSpace = (sign: string) => /\s/u.test(sign)
