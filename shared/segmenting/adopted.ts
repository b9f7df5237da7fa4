// Documents that a press report says were adopted: under "подписали следующие документы:", or named in a sentence.
import { findDates } from '../language/dates.ts'
import type { Line } from './lines.ts'

export interface NamedDocument {
  name: string
  /** Index of the paragraph that names it. */
  paragraph: number
}

const LIST_OPENS = /(?:следующие\s+документы|документы|the\s+following\s+documents|following\s+documents)[^.]{0,80}:$/iu
const NAMES = /^(?:\d{1,2}[.)]\s*)?(?:совместн|декларац|заявлен|коммюнике|обращен|решен|концепц|каталог|соглашен|меморандум|протокол|договор|план|программ|дорожн|резолюц|конвенц|стратеги|joint|declaration|statement|communiq|agreement|memorandum|protocol|plan|programme|roadmap|resolution|decision|concept|convention)/iu

const VERB = String.raw`(?:прин(?:ят|ял|ять)\p{Ll}*|подпис\p{Ll}+|одобр\p{Ll}+|утвержд\p{Ll}+|принят\p{Ll}+|adopt\p{Ll}+|sign\p{Ll}+|approv\p{Ll}+|endors\p{Ll}+)`
const KIND = String.raw`(?:резолюци\p{Ll}+|деклараци\p{Ll}+|коммюнике|заявлени\p{Ll}+|концепци\p{Ll}+|каталог\p{Ll}*|договор\p{Ll}*|конвенци\p{Ll}+|resolution|declaration|communiqué?|statement)`
const NEAR = new RegExp(String.raw`(?<!\p{L})${VERB}[^.;:]{0,160}?\s((?:\p{L}+\s+){0,1}${KIND}(?!\p{L})[^.;,]{0,200})`, 'iu')

/** Documents in the order of the text, each once. */
export function adoptedDocuments(lines: readonly Line[]): NamedDocument[] {
  const found: NamedDocument[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const inList = above && (LIST_OPENS.test(above.text) || (/;$/u.test(above.text) && found.at(-1)?.paragraph === i - 1))
    if (inList && NAMES.test(line.text)) {
      for (const part of line.body.split(/;\s+/u)) {
        const name = clean(part)
        if (name) found.push({ name, paragraph: i })
      }
      return
    }
    const named = sentencesWithDocument(line)
    if (named) found.push({ name: named, paragraph: i })
  })
  const seen = new Set<string>()
  return found.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()))
}

const clean = (text: string) => text.replace(/\s+/gu, ' ').replace(/[\s.;,]+$/u, '').trim()

/** A sentence that says a document was adopted, with its date: the document's name and what dates it. */
function sentencesWithDocument(line: Line): string | null {
  if (line.speech) return null
  const match = NEAR.exec(line.text)
  if (!match) return null
  const name = clean(match[1]!)
  const sentence = sentenceAround(line.text, match.index)
  const dates = findDates(sentence).filter((date) => date.iso !== null)
  if (/[«“"]/u.test(name) && !/[»”"]/u.test(name)) return withDate(clean(name.replace(/[«“"][^»”"]*$/u, '')), sentence, dates)
  return withDate(name, sentence, dates)
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('. ', at) + 1, 0)
  const end = text.indexOf('. ', at + 1)
  return text.slice(start, end === -1 ? text.length : end)
}

function withDate(name: string, sentence: string, dates: readonly { from: number; to: number }[]): string {
  const quoted = /[«“][^»”]{10,300}[»”]/u.exec(sentence)
  const full = quoted && !name.includes(quoted[0]) && /резолюц|resolution/iu.test(name) ? `${name} ${quoted[0]}` : name
  const date = dates[0]
  const written = date ? sentence.slice(date.from, date.to).trim() : null
  return written && !full.includes(written) ? `${full} (${written})` : full
}
