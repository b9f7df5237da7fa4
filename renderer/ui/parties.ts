// How a party is named where there is room for a few letters only.

/** Its code, or the first letters of its name where it has none. */
export const partyCode = (party: { code?: string | undefined; state: string }): string =>
  party.code ||
  party.state
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 3)
    .toLocaleUpperCase()

/** Swaps the entry at `index` with its neighbour; the same list where there is none. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by
  const copy = [...list]
  if (to < 0 || to >= copy.length || index < 0 || index >= copy.length) return copy
  const [taken] = copy.splice(index, 1)
  copy.splice(to, 0, taken!)
  return copy
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads "30.06.2019", "30/6/2019", "30 June 2019" or "2019-06-30" as an ISO date; null for nothing written, undefined for what is no date. */
export function parseDate(text: string): string | null | undefined {
  const written = text.trim()
  if (written === '') return null
  const european = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(written)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  const named = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})$/i.exec(written)
  const parts = () => {
    if (european) return [european[3], european[2], european[1]]
    if (named) return [named[3], String(MONTHS.indexOf(named[2]!.toLowerCase()) + 1), named[1]]
    return iso ? [iso[1], iso[2], iso[3]] : []
  }
  const [year, month, day] = parts()
  if (!year || !month || !day) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? undefined : date
}
