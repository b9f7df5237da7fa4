// Terms that a text defines for its parties: "(далее – Стороны)", "(hereinafter referred to as “the Sides”)".
import { light } from './light.ts'

const OPEN = String.raw`[«“”"„‘'(]?`
const NAMED_RU = 'именуемые|именуемая|именуемый|именуемое|именуются|упоминаемые|по тексту'
const RUSSIAN = new RegExp(String.raw`(?:далее|в дальнейшем|далі)(?:\s+(?:совместно|вместе))?(?:\s+(?:${NAMED_RU}))?`
  + String.raw`(?:\s+(?:как|также))?\s*[-–—:,]*\s*([^()/]{2,120}?)\s*[)/]`, 'giu')
const ENGLISH = new RegExp(String.raw`(?:hereinafter|hereafter)(?:\s+(?:collectively|jointly))?`
  + String.raw`(?:\s+(?:referred\s+to\s+as|called|known\s+as))?\s*[-–—:,]*\s*([^()]{2,120}?)\s*\)`, 'giu')
const QUOTED_ENGLISH = light(/\(\s*(?:the\s+)?[“‘"']\s*(?:the\s+)?(\p{Lu}[\p{L}\s-]{2,60}?)[”’"']\s*\)/gu)
const UNQUOTED = /(?:именуемые\s+в\s+дальнейшем)\s*[-–—:]*\s*[«“"]([^»”"]{2,80})[»”"]/giu
const CHINESE = /以下(?:簡称|简称|「)?[“「]?([^”」）)]{1,20})[”」）)]/gu
const KAZAKH = /бұдан әрі\s*[-–—]*\s*[«“"]?([^»”")]{2,60})[»”"]?\s*(?:деп аталатын)?\)/giu

const EDGE = light(new RegExp(String.raw`^(?:the\s+)?${OPEN}(?:the\s+)?|[»”"“’',.;\s]+$`, 'giu'))

/** Terms in order of the text, without quotes and article; "А или Б" gives both. */
export function definedTerms(text: string): string[] {
  // Every shape ends so.
  if (!/[)）/»”"」]/u.test(text)) return []
  const found: { at: number; term: string }[] = []
  for (const shape of [RUSSIAN, UNQUOTED, ENGLISH, QUOTED_ENGLISH, CHINESE, KAZAKH]) {
    for (const match of text.matchAll(shape)) {
      for (const part of match[1]!.split(/\s+(?:или|либо|or)\s+/u)) {
        const term = part.replace(/\s+/gu, ' ').trim().replace(EDGE, '').replace(EDGE, '').trim()
        if (term.length > 1 && term.length <= 80 && light(/\p{L}/u).test(term)) found.push({ at: match.index, term })
      }
    }
  }
  found.sort((a, b) => a.at - b.at)
  return [...new Set(found.map((entry) => entry.term))]
}
