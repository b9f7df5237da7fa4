// Quick patterns. A class like \p{L} costs the engine some 5 ms to compile, each time it stands in a pattern, and twice
// that when case is ignored; the letters that statements are written in are few ranges and cost nothing.

const UPPER_LATIN = 'A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢİĪĮĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽƏ'
const LOWER_LATIN = 'a-zß-öø-ÿāăąćčďđēėęěğģıīįķļłńņňōőœŕřśşšţťūůűųźżžə'
const UPPER_CYRILLIC = 'Ѐ-ЯҐҒҖҚҜҠҢҪҮҰҲҶҺӘӢӨӮ'
const LOWER_CYRILLIC = 'а-џґғҗқҝҡңҫүұҳҷһәӣөӯ'

const RANGES: Record<string, string> = {
  L: `${UPPER_LATIN}${LOWER_LATIN}${UPPER_CYRILLIC}${LOWER_CYRILLIC}`,
  Lu: `${UPPER_LATIN}${UPPER_CYRILLIC}`,
  Ll: `${LOWER_LATIN}${LOWER_CYRILLIC}`,
}

const made = new Map<string, RegExp>()

/** The same pattern with \p{L}, \p{Lu} and \p{Ll} written as ranges of Latin and Cyrillic letters. Kept for the next call. */
export function light(pattern: RegExp): RegExp {
  const key = `${pattern.flags}/${pattern.source}`
  let quick = made.get(key)
  if (!quick) {
    // Patterns made of a document's own terms would pile up in a process that lives for days.
    if (made.size > 1000) made.clear()
    quick = new RegExp(spelled(pattern.source), pattern.flags)
    made.set(key, quick)
  }
  return quick
}

function spelled(source: string): string {
  let inClass = false
  let out = ''
  for (let i = 0; i < source.length; i++) {
    const property = /^\\p\{(L|Lu|Ll)\}/u.exec(source.slice(i, i + 6))
    if (property) {
      out += inClass ? RANGES[property[1]!] : `[${RANGES[property[1]!]}]`
      i += property[0].length - 1
      continue
    }
    const character = source[i]!
    if (character === '\\') {
      out += character + (source[++i] ?? '')
      continue
    }
    if (character === '[') inClass = true
    if (character === ']') inClass = false
    out += character
  }
  return out
}
