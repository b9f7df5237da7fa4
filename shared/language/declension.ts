// Cases of Russian nouns, by rule: names of cities, states and organisations, and the terms that statements give their parties.
// What no rule covers has no forms, and nobody guesses them.
import { fold } from './tokens.ts'

export const CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre'] as const
export type Case = (typeof CASES)[number]
/** In the order of `CASES`. */
export type Forms = readonly [nom: string, gen: string, dat: string, acc: string, ins: string, pre: string]

const with6 = (stem: string, endings: string): Forms => endings.split(' ').map((ending) => stem + (ending === '-' ? '' : ending)) as unknown as Forms

/** A noun in the singular. Names in -ь may be of either gender and those in -ец lose a vowel: no rule. */
function noun(word: string): Forms | null {
  if (!/^[А-ЯЁа-яё][а-яё’]*(?:-[А-ЯЁа-яё][а-яё’]*)*$/u.test(word)) return /^[А-ЯЁ]{2,}$/u.test(word) ? fixed(word) : null
  const cut = (letters: number) => word.slice(0, -letters)
  if (/(?:ь|ец)$/u.test(word)) return null
  if (/[оуюиэеыё]$/u.test(word)) return fixed(word)
  if (word.endsWith('ия')) return with6(cut(1), 'я и и ю ей и')
  if (word.endsWith('я')) return with6(cut(1), 'я и е ю ей е')
  if (/[жшчщ]а$/u.test(word)) return with6(cut(1), 'а и е у ей е')
  if (word.endsWith('ца')) return with6(cut(1), 'а ы е у ей е')
  if (/[гкх]а$/u.test(word)) return with6(cut(1), 'а и е у ой е')
  if (word.endsWith('а')) return with6(cut(1), 'а ы е у ой е')
  if (word.endsWith('й')) return with6(cut(1), 'й я ю й ем е')
  return with6(word, /[жшчщц]$/u.test(word) ? '- а у - ем е' : '- а у - ом е')
}

const fixed = (word: string): Forms => [word, word, word, word, word, word]

function adjective(word: string): Forms | null {
  const stem = word.slice(0, -2)
  if (/[гкх]ий$/u.test(word)) return with6(stem, 'ий ого ому ий им ом')
  if (/(?:ый|ой)$/u.test(word)) return with6(stem, `${word.slice(-2)} ого ому ${word.slice(-2)} ым ом`)
  if (word.endsWith('ая')) return with6(stem, 'ая ой ой ую ой ой')
  return null
}

/** "Северная Македония", "Совет сотрудничества …": adjectives at the head agree with the first noun, and what follows it stays. */
export function nameForms(name: string): Forms | null {
  const words = name.split(' ')
  const parts: Forms[] = []
  let isHead = true
  for (const [index, word] of words.entries()) {
    const forms = isHead && index < words.length - 1 ? adjective(word) : null
    if (forms) parts.push(forms)
    else if (isHead) {
      const own = noun(word)
      if (!own) return null
      parts.push(own)
      isHead = false
    } else parts.push(fixed(word))
  }
  return CASES.map((_, index) => parts.map((forms) => forms[index]).join(' ')) as unknown as Forms
}

/** Nominative and genitive of words for those who speak; whether they are persons, whose accusative is the genitive. */
const SPEAKERS = `Стороны Сторон|Лидеры Лидеров *|Министры Министров *|Участники Участников *|Президенты Президентов *|Главы Глав *
Правительства Правительств|Государства Государств|Страны Стран|Делегации Делегаций|Представители Представителей *|Руководители Руководителей *
Государства-участники Государств-участников|Государства-члены Государств-членов|Партнеры Партнеров *|Партнёры Партнёров *`
const speakers = new Map(SPEAKERS.split(/[|\n]/u).map((entry) => {
  const [nominative, genitive, isPerson] = entry.split(' ')
  return [fold(nominative!), { genitive: genitive!, isPerson: isPerson !== undefined }]
}))

/** A defined term in the plural ("Стороны", "Главы государств"): its head declines, what follows stays. */
export function termForms(term: string): Forms | null {
  const [head, ...rest] = term.split(' ')
  const known = speakers.get(fold(head!))
  if (!known) return null
  const { genitive, isPerson } = known
  const both = head!.split('-')
  const ending = (letter: 'м' | 'ми' | 'х') => both.map((part) => (/(?:и)$/u.test(part) && !/[гкхжшчщ]и$/u.test(part) ? `${part.slice(0, -1)}я${letter}` : `${part.slice(0, -1)}а${letter}`)).join('-')
  const forms = [head!, genitive, ending('м'), isPerson ? genitive : head!, ending('ми'), ending('х')]
  return forms.map((form) => [form, ...rest].join(' ')) as unknown as Forms
}

/** Before a form of several cases: prepositions of one case each. */
const GOVERNED: Record<Exclude<Case, 'nom'>, RegExp> = {
  gen: /(?:^|\s)(?:от|из|до|для|без|у|около|вокруг|против|после|кроме|среди|вместо)\s$/iu,
  dat: /(?:^|\s)(?:к|ко|благодаря|согласно)\s$/iu,
  acc: /(?:^|\s)(?:через|про|сквозь)\s$/iu,
  ins: /(?:^|\s)(?:с|со|между|над|перед|под)\s$/iu,
  pre: /(?:^|\s)(?:о|об|при)\s$/iu,
}
/** After it a place stands still or is gone to. */
const IN = /(?:^|\s)(?:в|во|на)\s$/iu

/**
 * `found`, a form of one word or name, in the same case of another; `before` is the text in front of it. `sure` is false where
 * the form may be of several cases that the other tells apart.
 */
export function inSameCase(found: string, from: Forms, to: Forms, before: string): { text: string; sure: boolean } | null {
  const folded = fold(found).replaceAll(/\s+/gu, ' ')
  const possible = CASES.filter((_, index) => fold(from[index]!) === folded)
  if (possible.length === 0) return null
  const spaced = before.replaceAll(/[\s\u00a0]/gu, ' ')
  const governed = possible.filter((one) => one !== 'nom' && (GOVERNED[one].test(spaced) || ((one === 'acc' || one === 'pre') && IN.test(spaced))))
  const fitting = governed.length > 0 ? governed : possible
  const texts = new Set(fitting.map((one) => to[CASES.indexOf(one)]!))
  // Whoever is in a place is met more often than whoever goes there.
  const likely = fitting.length > 1 && fitting.includes('pre') ? to[5] : [...texts][0]!
  // Without a preposition a form that may be the nominative opens a sentence, or follows "город" and "г.".
  const isFree = governed.length === 0 && possible.includes('nom') && /(?:^|[.:;(«“]\s*|(?:^|\s)(?:г\.|город\p{Ll}*)\s*)$/iu.test(spaced)
  return { text: cased(isFree ? to[0] : likely, found), sure: isFree || texts.size === 1 }
}

/** A proposal for a name in capitals stands in capitals. */
const cased = (text: string, found: string): string =>
  (found.length > 3 && found === found.toUpperCase() && found !== found.toLowerCase() ? text.toUpperCase() : text)
