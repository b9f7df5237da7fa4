// Dates as a statement writes them: "8 июня 2022 года", "8 June 2022".

/** Month in the genitive where the language declines it; other languages follow Intl. */
const RUSSIAN_MONTHS = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']

/** An ISO date in the words of the language. Throws a RangeError for what is no date. */
export function dateInWords(iso: string, language: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  const date = new Date(`${iso}T00:00:00Z`)
  if (!match || Number.isNaN(date.getTime())) throw new RangeError(`no date: ${iso}`)
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (language.startsWith('ru')) return `${day} ${RUSSIAN_MONTHS[month - 1]} ${year} года`
  // British order ("8 June 2022") is the one of diplomatic English.
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date)
}
