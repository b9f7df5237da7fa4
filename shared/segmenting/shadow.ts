// The shadow of a paragraph: the same words with the accidents of typing removed, and the way back to the raw text.

export interface Shadow {
  text: string
  /** Raw offset of every character of `text`, and of its end. */
  at: number[]
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/u
const isInvisible = (character: string) => INVISIBLE.test(character) || (character < ' ' && !/\s/u.test(character))
const TO_CYRILLIC: Record<string, string> = {
  a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', i: 'і', A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х',
}
const TO_LATIN = Object.fromEntries(Object.entries(TO_CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]))
const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u

/**
 * Spaces of every kind become one plain space, invisible characters go, and a letter of the other alphabet inside a word
 * ("Cтороны" with a Latin C) becomes the one it looks like. Nothing here is ever stored.
 */
export function shadow(raw: string): Shadow {
  const letters: string[] = []
  const at: number[] = []
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i]!
    if (isInvisible(character)) continue
    const plain = /\s/u.test(character) ? ' ' : character
    if (plain === ' ' && (letters.length === 0 || letters.at(-1) === ' ')) continue
    letters.push(plain)
    at.push(i)
  }
  if (letters.at(-1) === ' ') {
    letters.pop()
    at.pop()
  }
  at.push(at.length > 0 ? at.at(-1)! + 1 : raw.length)
  return { text: oneAlphabet(withQuotes(letters.join(''))), at }
}

/** Quotes that an encoding could not hold were saved as question marks: "?лес?". One before a word is none. */
const withQuotes = (text: string): string => (/(?:^|[\s(])\?[^\s?]/u.test(text) ? text.replaceAll('?', '"') : text)

const oneAlphabet = (text: string): string => {
  if (!CYRILLIC.test(text) || !LATIN.test(text)) return text
  return text.replace(/\p{L}+/gu, (word) => {
    if (!CYRILLIC.test(word) || !LATIN.test(word)) return word
    const cyrillic = [...word].filter((letter) => CYRILLIC.test(letter)).length
    const table = cyrillic * 2 >= word.length ? TO_CYRILLIC : TO_LATIN
    return [...word].map((letter) => table[letter] ?? letter).join('')
  })
}
