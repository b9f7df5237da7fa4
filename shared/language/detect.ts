// Which language a text is written in: by letters only it has, then by its commonest short words.
import type { Language } from '../model/words.ts'
import { fold, tokens } from './tokens.ts'

/** Short words that fill any page of the language, and hardly one of its neighbours. */
const COMMON: Record<string, string> = {
  ru: 'и в на с по для о об от из что как также их его при между или не за этом были быть является',
  uk: 'і та у на з що для від про як також їх щодо між або не цього було є',
  bg: 'и на за да от се в с по като със ще към са които',
  kk: 'және мен үшін бұл бойынша туралы деп осы арасындағы жылғы',
  ky: 'жана менен үчүн бул боюнча жөнүндө деп ушул ортосундагы жылдын',
  tg: 'ва дар бо аз ба барои ки ин дигар соли мебошад',
  mn: 'ба нь болон байна энэ бөгөөд тухай улсын',
  en: 'the of and to in for on with that their as by is are be this from its at',
  fr: 'le la les des et de du en pour dans que sur avec au aux une est leur',
  de: 'der die das und in den von zu mit für auf des im dem sich eine',
  es: 'el la los las de y en que del para con por una se su como',
  uz: 'va bilan uchun ham bu yil bo‘yicha tomonlar o‘zaro hamda',
  tk: 'we bilen üçin bu boýunça ýyl hem arasynda taraplar',
  tr: 've bir bu için ile olarak da arasında bakanlar',
  az: 'və bu ilə üçün olan də bir da etmək tərəflər',
}

/** The languages in which each of them is common. */
const languagesBy = new Map<string, string[]>()
for (const [language, list] of Object.entries(COMMON)) {
  for (const word of new Set(list.split(' ').map(fold))) languagesBy.set(word, [...(languagesBy.get(word) ?? []), language])
}

const SAMPLE = 20_000

/** The likeliest language of a text; `und` where it has too few words to tell. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const count = (runs: RegExp) => (sample.match(runs) ?? []).reduce((sum, run) => sum + run.length, 0)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]+/gu)
  const han = count(/\p{Script=Han}+/gu)
  const letters = count(/\p{L}+/gu)
  if (letters === 0) return 'und'
  if (kana > letters / 20) return 'ja'
  if (han > letters / 5) return 'zh'
  if (count(/\p{Script=Arabic}+/gu) > letters / 2) return 'ar'
  if (count(/\p{Script=Hangul}+/gu) > letters / 2) return 'ko'

  const score = new Map<string, number>()
  for (const { text: word } of tokens(sample)) {
    for (const language of languagesBy.get(fold(word)) ?? []) score.set(language, (score.get(language) ?? 0) + 1)
  }
  const best = [...score].sort((a, b) => b[1] - a[1])[0]
  if (best) return best[0]
  // Too short for any common word: a heading or a name.
  if (count(/[а-яё]+/giu) > letters / 2) return 'ru'
  return count(/[a-z]+/giu) > letters / 2 ? 'en' : 'und'
}
