// What a lineage says of itself: how an appearance is cited, how a change of its act is told, and the whole of it as plain text.
import type { TFunction } from 'i18next'
import type { Appearance } from '../../../shared/contract/lineage.ts'
import type { ClauseHit } from '../../../shared/contract/library.ts'

type Say = TFunction<'lineage'>
type Change = Appearance['changes'][number]

/** "Olmin 2021, 14 May 2021, para. 6". */
export const citeOf = (t: Say, date: (iso: string | null) => string, hit: ClauseHit): string =>
  [hit.declaration.replaceAll('\n', ' '), hit.date && date(hit.date), hit.number && t('clauseNumber', { number: hit.number })].filter(Boolean).join(', ')

/** What came of a verb, a subject, a hedge: "stronger by 2". */
export function shiftOf(t: Say, { kind, old, new: later, shift, subject }: Change): string {
  if (subject) return t(`change.${subject}`)
  if (kind !== 'verb') return t(`change.${kind}`)
  if (old === null || later === null) return t(later === null ? 'change.gone' : 'change.came')
  if (shift === null) return t('change.unranked')
  if (shift === 0) return t('change.sameStep')
  return t(shift > 0 ? 'change.stronger' : 'change.weaker', { count: Math.abs(shift) })
}

/** Every appearance in full, with its citation and who agreed. */
export const plainText = (t: Say, date: (iso: string | null) => string, appearances: readonly Appearance[]): string =>
  appearances.map(({ hit }) => {
    const parties = hit.parties.map(({ state }) => state).join(', ')
    return `${citeOf(t, date, hit)}${parties && ` (${parties})`}\n${hit.text}`
  }).join('\n\n')

/** Whole years between the first and the last dated appearance. */
export function yearsOf(appearances: readonly Appearance[]): number {
  const dates = appearances.flatMap(({ hit }) => hit.date ?? [])
  if (dates.length < 2) return 0
  return Math.round((Date.parse(dates.at(-1)!) - Date.parse(dates[0]!)) / (365.25 * 86_400_000))
}
