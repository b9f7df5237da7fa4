// How a text is cited in the margin: "Ташкент 2024", or a short title where place or date is not known.

const LONGEST = 40

/** Short citation of a declaration; the place without "г." and the year, else what there is. */
export function citationOf(text: { title: string; date: string | null; place: string | null }): string {
  const place = text.place?.replace(/^(г\.|город|city of)\s*/iu, '').split(',')[0]!.trim()
  const year = text.date?.slice(0, 4)
  if (place && year) return `${place} ${year}`
  const title = shorten(text.title.replace(/\s+/gu, ' ').trim())
  return year ? `${title}, ${year}` : title
}

/** Cut at a word, with an ellipsis. */
function shorten(title: string): string {
  if (title.length <= LONGEST) return title
  const cut = title.slice(0, LONGEST)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > LONGEST / 2 ? space : LONGEST).replace(/[\s,;:–-]+$/u, '')}…`
}
