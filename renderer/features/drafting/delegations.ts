// Delegations of a draft: its parties in their order, each with its drawing on the page.
import type { Party } from '../../../shared/model/declaration.ts'
import { partyKey } from '../../../shared/model/partyOrder.ts'
import type { Slot } from '../../ui/Marks.tsx'
import { marksOf, partyCode, slotAt, type MarkOf, type NamedParty } from '../../ui/parties.ts'

export interface Delegation {
  /** As tracked changes carry it. */
  code: string
  slot: Slot
  /** Two or three letters. */
  letters: string
  name: string
}

/** Longer names are cut as revisions store them. */
const revisionCode = (party: NamedParty) => (party.code || party.state).slice(0, 12)

export function delegationsOf(parties: readonly Party[]): Delegation[] {
  const markOf = marksOf(parties)
  return parties.map((party) => {
    const { code: letters, slot } = markOf(party)
    return { code: revisionCode(party), slot, letters, name: party.state }
  })
}

/** With those who changed the text though they are no parties: drawn apart from the parties and from each other. */
export function withStrangers(delegations: readonly Delegation[], codes: Iterable<string>): readonly Delegation[] {
  const known = new Set(delegations.map(({ code }) => code))
  const strangers = [...new Set(codes)].filter((code) => code !== '' && !known.has(code))
  if (strangers.length === 0) return delegations
  return [
    ...delegations,
    ...strangers.map((code, index) => ({ code, slot: slotAt(delegations.length + index), letters: code, name: code })),
  ]
}

/** Marks of the parties of clauses found: delegations of the draft look as in it, others have their letters only. */
export const marksBeside =
  (delegations: readonly Delegation[]): MarkOf =>
  (party) => {
    const known = delegations.find(({ code }) => code === revisionCode(party))
    return { code: known?.letters ?? partyCode(party), slot: known?.slot ?? 0, name: party.state }
  }

/** The parties of earlier texts in the alphabet of a language, each named as the texts in that language name it, where there are any. */
export function knownParties(texts: readonly { language: string; parties: readonly Party[] }[], language: string): Party[] {
  const known = new Map<string, Party>()
  const native = texts.filter((text) => text.language === language)
  for (const { state, code } of [...native, ...texts].flatMap((text) => text.parties)) {
    const party = { state, ...(code && { code }) }
    if (!known.has(partyKey(party))) known.set(partyKey(party), party)
  }
  const { compare } = new Intl.Collator(language)
  return [...known.values()].sort((a, b) => compare(a.state, b.state))
}

/** Whether a party of the draft stood behind an earlier text, whose parties are codes or names. */
export const wasParty = (party: Party, agreed: readonly string[]): boolean =>
  agreed.some((one) => one === party.code || one.toLocaleLowerCase() === party.state.toLocaleLowerCase())
