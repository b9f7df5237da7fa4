// The shadow of a paragraph: the same words with the accidents of typing removed, and the way back to the raw text.

export interface Shadow {
  text: string
  /** Raw offset of every character of `text`, and of its end. */
  at: number[]
}

const TO_CYRILLIC: Record<string, string> = {
  a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', i: 'і',
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х',
}
const TO_LATIN = Object.fromEntries(Object.entries(TO_CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]))
const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u

/**
 * Spaces of every kind become one plain space, invisible characters go, and a letter of the other alphabet inside a word
 * ("Cтороны" with a Latin C) becomes the one it looks like. Nothing here is ever stored.
 */
export function shadow(raw: string): Shadow {
  let text = ''
  const at: number[] = []
  let open = false
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i]!
    const kind = kindOf(raw.charCodeAt(i))
    if (kind === 'invisible') continue
    if (kind === 'space') {
      if (!open) continue
      open = false
      text += ' '
    } else {
      open = true
      text += character
    }
    at.push(i)
  }
  if (text.endsWith(' ')) {
    text = text.slice(0, -1)
    at.pop()
  }
  at.push(at.length > 0 ? at.at(-1)! + 1 : raw.length)
  return { text: oneAlphabet(withQuotes(text)), at }
}

const WIDE_SPACES = [0xa0, 0x2028, 0x2029, 0x202f, 0x3000]

/** By code, since this looks at every character of every file. */
function kindOf(code: number): 'letter' | 'space' | 'invisible' {
  if (code > 0x20 && code < 0x7f) return 'letter'
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 'space' : 'invisible'
  if (code < 0xa0 || (code > 0xad && code < 0x2000)) return code === 0x7f ? 'invisible' : 'letter'
  if ((code >= 0x2000 && code <= 0x200a) || WIDE_SPACES.includes(code)) return 'space'
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return 'invisible'
  return 'letter'
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
