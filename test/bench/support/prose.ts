// Statements of any length that read like the samples: a chain of word pairs taken from their texts, so that formulas of the
// trade recur as they do in real statements. Each paragraph has a topic with long words of its own, as real chapters have;
// without that, ninety pages would say the same forty sentences over and over.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chance } from './bench.ts'

export type Language = 'ru' | 'en'

const SAMPLES = resolve(import.meta.dirname, '../../../templates/samples')
const PREFIXES: Record<Language, string> = {
  ru: 'авиа агро аква био ветро внутри водо гео гидро грузо интер кибер меж микро мульти около пере по при само свето со средне супер тепло транс фото электро эко энерго',
  en: 'aero agro aqua auto bio co counter cyber eco electro extra fore geo hydro inter macro micro mid multi non over photo poly pre re semi sub super trans under',
}
const TOPICS = 24
/** Words of a paragraph and of a heading: the least, and how many more there may be. */
const PARAGRAPH = [14, 38] as const
const HEADING = [2, 4] as const
const HEADINGS = 0.06
/** Share of the long words that belong to the topic. */
const OWN = 0.6

const samples = (language: Language): string[] =>
  readdirSync(SAMPLES).filter((file) => file.endsWith(`-${language}.txt`)).sort()
    .flatMap((file) => readFileSync(join(SAMPLES, file), 'utf8').split(/\r?\n/u))
    .map((line) => line.replace(/^\(?[\dIVX]+[.)]\s+/u, '').trim()).filter((line) => line.split(' ').length > 8)

/** Makes paragraphs without end; the same ones for the same seed. */
export function writer(language: Language, seed: number): () => string {
  const random = chance(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const prefixes = PREFIXES[language].split(' ')
  const sentences = samples(language).map((line) => line.split(' '))
  const openings = sentences.map(([word]) => word!)
  const followers = new Map<string, string[]>()
  for (const words of sentences) {
    for (const [index, word] of words.slice(0, -1).entries()) {
      const list = followers.get(word)
      if (list) list.push(words[index + 1]!)
      else followers.set(word, [words[index + 1]!])
    }
  }
  /** The word as this topic has it. */
  const own = (word: string, topic: number) => {
    if (word.length < 7 || /^\P{Ll}/u.test(word) || random() > OWN) return word
    return prefixes[(topic * 7 + word.length) % prefixes.length]! + word
  }
  let topic = 0
  return () => {
    if (random() < 0.2) topic = Math.floor(random() * TOPICS)
    const heading = random() < HEADINGS
    const [least, more] = heading ? HEADING : PARAGRAPH
    const length = least + Math.floor(random() * more)
    const words = [pick(openings)]
    while (words.length < length) words.push(pick(followers.get(words.at(-1)!) ?? openings))
    const text = words.map((word, index) => (index === 0 ? word : own(word, topic))).join(' ').replace(/[.,;:]?$/u, '')
    return heading ? text : `${text}.`
  }
}
