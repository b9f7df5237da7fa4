// How a party is drawn and named where there is room for a shape and a few letters only.
import type { DelegationMarkProps, Slot } from './Marks.tsx'

export interface NamedParty {
  code?: string | undefined
  state: string
}

/** Its code, or the first letters of its name where it has none. */
export const partyCode = (party: NamedParty): string =>
  party.code ||
  party.state
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 3)
    .toLocaleUpperCase()

/** The mark of a party, as `DelegationMark` draws it. */
export type MarkOf = (party: NamedParty) => DelegationMarkProps

const SHAPES = 12

/** The drawing of the party at this place in their order. */
export const slotAt = (index: number): Slot => (index < SHAPES ? index + 1 : 0) as Slot

/** What tells one party from another. */
const keyOf = (party: NamedParty) => party.code || party.state

/** The first three letters of a name, or others of it where these are taken. */
function freeLetters(party: NamedParty, taken: ReadonlySet<string>): string {
  const wanted = partyCode(party)
  const name = party.state.replace(/[^\p{L}]/gu, '').toLocaleUpperCase()
  const others = Array.from(name.slice(3), (letter) => name.slice(0, 2) + letter)
  const numbered = Array.from(taken, (_one, index) => `${wanted}${index + 2}`)
  return [wanted, ...others, ...numbered].find((letters) => !taken.has(letters)) ?? wanted
}

/**
 * Marks of the parties that stand on one screen: no two carry the same letters, and the first ones, by their order, take the
 * drawings that are told apart most easily. A party that is none of them has its letters only.
 */
export function marksOf(parties: readonly NamedParty[]): MarkOf {
  const taken = new Set(parties.flatMap((party) => party.code || []))
  const marks = new Map<string, Pick<DelegationMarkProps, 'code' | 'slot'>>()
  for (const party of parties) {
    if (marks.has(keyOf(party))) continue
    const code = party.code || freeLetters(party, taken)
    taken.add(code)
    marks.set(keyOf(party), { code, slot: slotAt(marks.size) })
  }
  return (party) => ({ ...(marks.get(keyOf(party)) ?? { code: partyCode(party), slot: 0 }), name: party.state })
}

/** Swaps the entry at `index` with its neighbour; the same list where there is none. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by
  const copy = [...list]
  if (to < 0 || to >= copy.length || index < 0 || index >= copy.length) return copy
  const [taken] = copy.splice(index, 1)
  copy.splice(to, 0, taken!)
  return copy
}

const MONTHS = [
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
]
const monthOf = (letters: string) => Math.max(...MONTHS.map((names) => names.indexOf(letters.toLowerCase()))) + 1

/**
 * Reads "30.06.2019", "30/6/2019", "30 June 2019", "30 июня 2019 года" or "2019-06-30" as an ISO date; null for nothing written,
 * undefined for what is no date.
 */
export function parseDate(text: string): string | null | undefined {
  const written = text.trim()
  if (written === '') return null
  const european = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(written)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  const named = /^(\d{1,2})\s+(\p{L}{3})\p{L}*\.?\s+(\d{4})(?:\s*(?:г\.?|года))?$/iu.exec(written)
  const parts = () => {
    if (european) return [european[3], european[2], european[1]]
    if (named) return [named[3], String(monthOf(named[2]!)), named[1]]
    return iso ? [iso[1], iso[2], iso[3]] : []
  }
  const [year, month, day] = parts()
  if (!year || !month || !day) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? undefined : date
}
