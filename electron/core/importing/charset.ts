// Bytes of a text file → characters. In order: a byte order mark, UTF-16 by its pattern of bytes, strict UTF-8, detection.
import { createRequire } from 'node:module'
import { AppError } from '../../../shared/contract/error.ts'

// Loaded when first asked: its tables take longer to load than a whole import, and most texts are UTF-8.
// (Named so: the bundler puts a `require` of its own before code that calls one.)
const load = createRequire(import.meta.url)
const detector = () => load('jschardet') as typeof import('jschardet')

export interface Decoded {
  text: string
  encoding: string
}

/** Detection looks at the beginning only: its time grows with the text, its answer does not. */
const SAMPLE = 64 * 1024

/** Names of detected encodings that the decoder knows by another one. */
const DECODER: Record<string, string> = {
  maccyrillic: 'x-mac-cyrillic', gb2312: 'gb18030', ascii: 'utf-8', 'iso-8859-1': 'windows-1252',
}
/** One-byte encodings of Russian, tried against each other where detection is not sure. */
const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5']

/** Reads a text in the encoding it was written in; throws `file-empty`, `file-binary`, `file-truncated` or `encoding-unknown`. */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const decoded = withMark(bytes, name) ?? utf16(bytes, name) ?? utf8(bytes, name) ?? detected(bytes, name)
  if (decoded.text.trim() === '') throw new AppError('file-empty', 'the file holds no text', { name })
  if (isBinary(decoded.text)) throw new AppError('file-binary', 'the file holds no readable text', { name })
  return decoded
}

/** The encoding that a page declares within its first lines. */
const DECLARED = /<meta[^>]{0,300}?charset\s*=\s*["']?([\w-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})/iu

/**
 * Reads a page. What it declares is believed unless its bytes say otherwise: browsers save pages as UTF-8 and leave the old
 * declaration in them. Throws as `decode` does.
 */
export function decodePage(bytes: Uint8Array, name: string): Decoded {
  const bySigns = withMark(bytes, name) ?? utf16(bytes, name)
  if (bySigns) return bySigns
  const plain = bytes.every((byte) => byte < 0x80)
  const certain = plain ? null : utf8(bytes, name)
  if (certain) return certain
  const head = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
  const declared = decodedAs(bytes, (head?.[1] ?? head?.[2] ?? '').toLowerCase())
  return declared ?? decode(bytes, name)
}

/** The text in a named encoding; null where the name is unknown or the bytes do not fit it. */
function decodedAs(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return null
  }
}

function withMark(bytes: Uint8Array, name: string): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3), name) ?? damaged(name)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes.subarray(2), 'utf-16le', name)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes.subarray(2), 'utf-16be', name)
  return null
}

const damaged = (name: string): never => {
  throw new AppError('file-damaged', 'bytes that are no UTF-8', { name })
}

function wide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', name: string): Decoded {
  if (bytes.length % 2 === 1) throw new AppError('file-truncated', 'half a character at the end', { name })
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/**
 * UTF-16 without a mark: every second byte is the number of a page (0 Latin, 4 Cyrillic). Russian in UTF-16 is also valid
 * UTF-8, so this test comes first.
 */
function utf16(bytes: Uint8Array, name: string): Decoded | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4) return null
  const pages = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0 || bytes[i] === 4) pages[i & 1]!++
  const half = length / 2
  if (pages[1]! > half * 0.7 && pages[0]! < half * 0.3) return wide(bytes, 'utf-16le', name)
  if (pages[0]! > half * 0.7 && pages[1]! < half * 0.3) return wide(bytes, 'utf-16be', name)
  return null
}

function utf8(bytes: Uint8Array, name: string): Decoded | null {
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    return { text: strict.decode(bytes), encoding: 'utf-8' }
  } catch {
    // Whole but for half a character at the end: a file that was cut off. Russian in one byte a letter never passes.
    for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
      try {
        const text = strict.decode(bytes.subarray(0, -cut))
        if (/[\u0080-\uFFFF]/u.test(text)) throw new AppError('file-truncated', 'half a character at the end', { name })
      } catch (error) {
        if (error instanceof AppError) throw error
      }
    }
    return null
  }
}

const unknown = (name: string) => new AppError('encoding-unknown', 'the encoding could not be told', { name })

function detected(bytes: Uint8Array, name: string): Decoded {
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new AppError('file-binary', 'zero bytes in the text', { name })
  const sample = bytes.subarray(0, SAMPLE)
  // A Western text is ASCII but for a few quotes and accents: too little for a detector, and enough for the eye.
  if (sample.filter((byte) => byte < 0x80).length > sample.length * 0.9) {
    const western = new TextDecoder('windows-1252').decode(bytes)
    const sound = !/[\u0080-\u009F]/u.test(western) && /[a-z]{3} [a-z]{2}/u.test(western)
    if (sound) return { text: western, encoding: 'windows-1252' }
  }
  const guess = detector().detect(Buffer.from(sample))
  const named = (guess.encoding ?? '').toLowerCase()
  const encoding = DECODER[named] ?? named
  const russian = CYRILLIC.map((candidate) => ({ candidate, score: readsAsRussian(new TextDecoder(candidate).decode(sample)) }))
    .sort((a, b) => b.score - a.score)[0]!
  // Where most letters read as ordinary Russian there is nothing to guess.
  if (russian.score > 0.8) return { text: new TextDecoder(russian.candidate).decode(bytes), encoding: russian.candidate }
  if (encoding === '' || guess.confidence < 0.4) throw unknown(name)
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw unknown(name)
  }
}

const COMMON_PAIRS = new Set((
  'ст но то на ен ов ни ра во ко ро по пр ре ос ти го ан ор ет ли не та ва ом ер те ри од ла де ин ль ес ат ве ой ия ел ле ии '
  + 'ых ми ог от об со ка ир за ие ам ым ег да ши ит до ак ич ци дн нн ви ся им бо ем ьн ая ск ки'
).split(' '))

/** Share of the letters beyond ASCII that stand in words as Russian writes them: small letters, common pairs. */
function readsAsRussian(text: string): number {
  const letters = text.match(/[\u0080-\uFFFF]/g)?.length ?? 0
  if (letters < 8) return 0
  let good = 0
  let pairs = 0
  let common = 0
  for (const [word] of text.matchAll(/[А-Яа-яЁё]+/gu)) {
    if (/^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]{1,20})$/u.test(word)) good += word.length
    for (let i = 0; i + 1 < word.length; i++) {
      pairs++
      if (COMMON_PAIRS.has(word.slice(i, i + 2).toLowerCase())) common++
    }
  }
  const punctuation = text.match(/[«»—–“”„…№’\u00A0]/gu)?.length ?? 0
  return Math.min(1, (good + punctuation) / letters) * Math.min(1, (pairs === 0 ? 0 : common / pairs) * 2.2)
}

const isControl = (character: string) =>
  (character < ' ' && !/[\t-\r]/u.test(character)) || character === '\u007F' || character === '\uFFFD'

/** Control characters beyond tabs and line ends are no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 200_000)
  let controls = 0
  for (const character of sample) if (isControl(character)) controls++
  return controls > 0 && controls / sample.length > 0.002
}
