// Dates as statements write them, in the languages of the region and its partners → ISO dates.
import { eastAsianNumber } from './eastAsian.ts'
import { light } from './light.ts'

export interface DateMention {
  /** Null where the text gives no year, or no real day. Of a span ("10–11 ноября") it is the last day. */
  iso: string | null
  from: number
  to: number
}

const MONTHS: Record<string, readonly string[]> = {
  ru: ['январ', 'феврал', 'март', 'апрел', 'ма[йяе]', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  uk: ['січ', 'лют', 'берез', 'квіт', 'трав', 'черв', 'лип', 'серп', 'верес', 'жовт', 'листоп', 'груд'],
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  uz: ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avgust', 'sent[ay]+br', 'okt[ay]+br', 'noyabr', 'dekabr'],
  tk: ['ýanwar', 'fewral', 'mart', 'aprel', 'maý', 'iýun', 'iýul', 'awgust', 'sentýabr', 'oktýabr', 'noýabr', 'dekabr'],
}

const month = (language: string) => `(?<month_${language}>${MONTHS[language]!.map((name) => `(?:${name})`).join('|')})`
const DAY = String.raw`(?:\d{1,2}\s*(?:${month('ru')}[а-я]*)?\s*[-–—]\s*)?`
const days = String.raw`(?:\d{1,2}\s*[-–—]\s*)?(?<day>\d{1,2})`

const SHAPES: readonly RegExp[] = [
  // 8 июня 2022 года, 10-11 ноября 2017 г., 30 августа – 3 сентября 2025 года, 3 мая; also tg "D июни соли YYYY"
  light(new RegExp(String.raw`(?<!\d)${DAY.replace('month_ru', 'first')}(?<day>\d{1,2})(?:-?го)?\s+`
    + String.raw`${month('ru')}[а-яё]*(?![а-яё])(?:\s+соли)?(?:,?\s+(?<year>\d{4}))?`, 'giu')),
  // 8 June 2022, 3rd of May 2030
  light(new RegExp(String.raw`(?<!\d)${days}(?:st|nd|rd|th)?\s+(?:of\s+|day of\s+)?`
    + String.raw`${month('en')}\b(?:,?\s+(?<year>\d{4}))?`, 'giu')),
  // June 8, 2022; May 2–3, 2030
  light(new RegExp(String.raw`\b${month('en')}\s+${days}(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`, 'giu')),
  light(new RegExp(String.raw`(?<!\d)${days}(?:er)?\s+${month('fr')}(?!\p{L})\s+(?<year>\d{4})`, 'giu')),
  // uk 8 червня 2022 року
  light(new RegExp(String.raw`(?<!\d)${days}\s+${month('uk')}(?:ня|ого|пня|ада)\s+(?<year>\d{4})`, 'giu')),
  // kk 2022 жылғы 8 маусым
  light(new RegExp(String.raw`(?<year>\d{4})\s+жыл(?:ғы|дың)\s+${days}\s+${month('kk')}`, 'giu')),
  // ky 2022-жылдын 8-июнунда
  light(new RegExp(String.raw`(?<year>\d{4})-жылдын\s+${days}-?\s*${month('ru')}`, 'giu')),
  // uz 2022 йил 8 июнда (Cyrillic), 2022-yil 8-iyunda (Latin)
  light(new RegExp(String.raw`(?<year>\d{4})\s*-?\s*йил\s+${days}-?\s*${month('ru')}`, 'giu')),
  light(new RegExp(String.raw`(?<year>\d{4})\s*-?\s*yil(?:ning)?\s+${days}-?\s*${month('uz')}`, 'giu')),
  // tk 2022-nji ýylyň 8-nji iýunynda
  light(new RegExp(String.raw`(?<year>\d{4})-\p{L}+\s+ýylyň\s+${days}-\p{L}+\s+${month('tk')}`, 'giu')),
  // zh, ja 2022年6月8日, 二〇二二年六月八日, 令和4年6月8日
  /(?<year>[\d０-９]{4}|[〇零一二三四五六七八九]{4}|令和\s*(?:[\d０-９]{1,2}|元))\s*年\s*(?<number>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:[\d０-９]{1,2}\s*日?\s*[-–—～至]\s*)?(?<day>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日/gu,
  // 2022-06-08, 08.06.2022
  /(?<!\d)(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/gu,
  /(?<!\d)(?<day>\d{2})\.(?<number>\d{2})\.(?<year>\d{4})(?!\d)/gu,
]

const finders = Object.fromEntries(Object.entries(MONTHS).map(([language, list]) =>
  [language, list.map((name) => light(new RegExp(`^(?:${name})`, 'iu')))]))

function monthOf(groups: Record<string, string | undefined>): number {
  if (groups['number']) return eastAsianNumber(groups['number'])
  for (const [language, list] of Object.entries(finders)) {
    const written = groups[`month_${language}`]
    if (written) return list.findIndex((name) => name.test(written)) + 1
  }
  return 0
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

/** Dates of a text in order; where two shapes overlap the longer one stands. */
export function findDates(text: string): DateMention[] {
  // Most paragraphs of a statement hold none, and every shape has a figure.
  if (!/\d|[０-９〇零一二三四五六七八九元]年/u.test(text)) return []
  const found: DateMention[] = []
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const groups = match.groups ?? {}
      const day = eastAsianNumber(groups['day'] ?? '')
      const month = monthOf(groups)
      if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) continue
      found.push({
        iso: groups['year'] ? isoDate(eastAsianNumber(groups['year']), month, day) : null,
        from: match.index,
        to: match.index + match[0].length,
      })
    }
  }
  // In this order a date that lies within another one comes after it.
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return found.filter(({ to }) => {
    if (to <= end) return false
    end = to
    return true
  })
}
