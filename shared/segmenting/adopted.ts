// Documents that a press report says were adopted: under "подписали следующие документы:", or named in a sentence.
import { light } from '../language/light.ts'
import { findDates } from '../language/dates.ts'
import { blockText, type Block } from '../model/statement.ts'
import type { Line } from './line.ts'
import { readLines } from './lines.ts'

export interface NamedDocument {
  name: string
  /** Index of the paragraph that names it. */
  paragraph: number
}

const LIST_OPENS = /(?:следующие\s+документы|документы|the\s+following\s+documents|following\s+documents)[^.]{0,80}:$/iu
const DOCUMENTS = [
  'совместн', 'декларац', 'заявлен', 'коммюнике', 'обращен', 'решен', 'концепц', 'каталог', 'соглашен', 'меморандум', 'протокол',
  'договор', 'план', 'программ', 'дорожн', 'резолюц', 'конвенц', 'стратеги', 'joint', 'declaration', 'statement', 'communiq',
  'agreement', 'memorandum',
  'protocol', 'plan', 'programme', 'roadmap', 'resolution', 'decision', 'concept', 'convention',
].join('|')
const NAMES = new RegExp(`^(?:${DOCUMENTS})`, 'iu')

/** Somebody did adopt it; a plan to adopt ("принять резолюцию") counts only where the sentence dates it. */
const DONE = String.raw`(?:${[
  'принят[аоы]?', 'принял[аои]?', 'принятая', 'подписан[аоы]?', 'подписал[аи]?', 'одобрен[аоы]?', 'одобрил[аи]?', 
  'утвержден[аоы]?', 'утвердил[аи]?', 'adopted', 'signed', 'approved', 'endorsed',
].join('|')})`
const SPOKEN_OF = String.raw`(?:принят\p{Ll}+|подписа\p{Ll}+|одобр\p{Ll}+|утвержд\p{Ll}+|adopt\p{Ll}*|sign\p{Ll}*|approv\p{Ll}+)`
const KIND = String.raw`(?:(?:резолюци|деклараци|заявлени|концепци|каталог|договор|конвенци)\p{Ll}*|коммюнике|`
  + 'resolution|declaration|communiqu[ée]|statement)'
const named = (verb: string) =>
  light(new RegExp(String.raw`(?<!\p{L})${verb}(?!\p{L})(?:[^.;:]|г\.){0,160}?`
    + String.raw`\s((?:\p{L}+\s+)?${KIND}(?!\p{L})(?:[^.;:]|(?<=\sг)\.){0,240})`, 'iu'))
const DONE_NEAR = named(DONE)
const SPOKEN_NEAR = named(SPOKEN_OF)

/** Documents in the order of the text, each once. A list of them is the whole answer; else sentences are read. */
export function adoptedDocuments(lines: readonly (Line | null)[]): NamedDocument[] {
  const listed: NamedDocument[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const inList = above && (LIST_OPENS.test(above.text) || (above.text.endsWith(';') && listed.at(-1)?.paragraph === i - 1))
    if (!line || !inList || !NAMES.test(line.body)) return
    for (const part of line.body.split(/;\s+/u)) {
      const name = clean(part)
      if (name) listed.push({ name, paragraph: i })
    }
  })
  const found = listed.length > 0 ? listed : lines.flatMap((line, paragraph) => {
    const name = line && namedInSentence(line)
    return name ? [{ name, paragraph }] : []
  })
  const seen = new Set<string>()
  return found.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()))
}

export interface NamedInText {
  name: string
  /** Index of the block that names it. */
  block: number
}

/** Documents named in the passages of a stored report. */
export function documentsNamed(blocks: readonly Block[]): NamedInText[] {
  const passages = blocks.flatMap((block, index) => (block.kind === 'passage' ? [index] : []))
  if (passages.length === 0) return []
  const lines = readLines(passages.map((block, at) => ({ text: blockText(blocks[block]!), line: at + 1 })))
  return adoptedDocuments(lines).map(({ name, paragraph }) => ({ name: name.slice(0, 1000), block: passages[paragraph]! }))
}

const clean = (text: string) => text.replace(/\s+/gu, ' ').replace(/(?:[\s;,]|(?<!гг?)\.)+$/u, '').trim()

/** The document that a sentence says was adopted, with the title and the date the sentence gives it. */
function namedInSentence(line: Line): string | null {
  if (line.speech) return null
  const done = DONE_NEAR.exec(line.text)
  const match = done ?? SPOKEN_NEAR.exec(line.text)
  if (!match) return null
  const sentence = sentenceAround(line.text, match.index)
  const date = findDates(sentence).find((mention) => mention.iso !== null)
  if (!done && !date) return null
  let name = clean(match[1]!.replace(light(/,\s+(?:котор|что|в\s+(?:рамках|связи|которо)|which|that)\p{L}*.*$/iu), ''))
  if (/[«“"]/u.test(name) && !/[»”"]/u.test(name)) name = clean(name.replace(/[«“"][^»”"]*$/u, ''))
  const written = date ? sentence.slice(date.from, date.to).trim() : null
  return written && !name.includes(written) ? `${name} (${written})` : name
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('. ', at) + 1, 0)
  const end = text.indexOf('. ', at + 1)
  return text.slice(start, end === -1 ? text.length : end)
}
