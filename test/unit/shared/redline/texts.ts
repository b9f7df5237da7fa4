// Generated texts for laws: paragraphs of invented sentences, and an edited copy of them, as an officer would edit.
import * as fc from 'fast-check'
import type { ComparedText } from '../../../../shared/model/comparison.ts'
import type { Block, Statement } from '../../../../shared/model/statement.ts'

export const text = (paragraphs: readonly string[], name = ''): ComparedText =>
  ({ name, language: 'ru', date: null, paragraphs: paragraphs.map((text) => ({ text, label: null, kind: 'paragraph' })) })

const word = fc.constantFrom('Стороны', 'Лидеры', 'подтверждают', 'приветствуют', 'воды', 'энергии', 'в', 'и', 'ещё', 'еще',
  'сотрудничество', 'region', 'water', '2,5', '2030', 'границ', 'O’zbekiston', '水', '議')
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\u00a0', '\n', ' – ', '-', ' «')
const sentence = fc.array(fc.tuple(word, gap), { maxLength: 12 }).map((words) =>
  words.map(([word, gap]) => word + gap).join('').trim())

/** Any paragraphs, with repetitions and empty ones. */
export const paragraphs = fc.array(fc.oneof({ weight: 8, arbitrary: sentence }, { weight: 1, arbitrary: fc.string() }),
  { maxLength: 8 })

type Edit = (paragraphs: string[], at: number, other: number) => string[]

/** Parted at a space near the middle, or whole where there is none. */
function halves(text: string): string[] {
  const middle = text.indexOf(' ', text.length / 2)
  return middle < 0 ? [text] : [text.slice(0, middle), text.slice(middle + 1)]
}

const edits: Record<string, Edit> = {
  delete: (list, at) => list.toSpliced(at, 1),
  insert: (list, at) => list.toSpliced(at, 0, 'Совершенно новый пункт о космосе и спутниках'),
  move: (list, at, to) => list.toSpliced(at, 1).toSpliced(to, 0, list[at]!),
  split: (list, at) => list.toSpliced(at, 1, ...halves(list[at]!)),
  merge: (list, at) => list.toSpliced(at, 2, list.slice(at, at + 2).join(' ')),
  word: (list, at) => list.with(at, list[at]!.replace('Стороны', 'Участники').replace('воды', 'водных ресурсов')),
}

/** Two texts: unrelated ones, or one and an edited copy. */
export const twoTexts = fc.oneof(
  fc.tuple(paragraphs, paragraphs),
  fc.tuple(paragraphs, fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(), fc.nat()), { maxLength: 5 })).map(
    ([list, steps]): [string[], string[]] => [list, steps.reduce((now, [name, at, to]) =>
      now.length === 0 ? now : edits[name]!(now, at % now.length, to % now.length), list)]),
)

const kinds = ['paragraph', 'paragraph', 'paragraph', 'heading', 'item', 'signature'] as const

/** A statement of these paragraphs whose kinds, levels and numbers vary by `seed`. */
export function statement(paragraphs: readonly string[], seed: number): Statement {
  const blocks = paragraphs.map((text, index): Block => {
    const kind = kinds[(seed + index * index) % kinds.length]!
    return {
      id: `p${index}`, kind, runs: text === '' ? [] : [{ text: text.slice(0, 4) }, { text: text.slice(4), marks: ['bold'] }],
      ...(kind === 'heading' && { level: 1 + (seed % 2) }),
      ...((seed + index) % 5 === 0 && { label: `${index}.` }),
    }
  })
  return { format: 1, language: 'ru', numbering: { sections: 'roman', clauses: 'continuous', items: 'letter' }, blocks }
}
