// Order of parties in a draft: whose name comes first. A multilateral text lists them alphabetically in a language of the
// text or with the host first; which of them is a choice for each draft, never a rule of the program.
import type { Party } from './declaration.ts'

export type PartyOrder =
  | { kind: 'alphabetical'; language: string }
  /** The host, then the rest alphabetically. */
  | { kind: 'host-first'; host: string; language: string }

/** What tells one party from another: its code, or its name where it has none. */
export const partyKey = (party: Party): string => party.code ?? party.state

/** The state's name in a language, by its code; as written where the code names no region. */
export function stateName(party: Party, language: string): string {
  if (!party.code || party.code.length !== 2) return party.state
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(party.code)
  return name ?? party.state
}

/** A new list in the chosen order; equal names keep theirs. */
export function orderParties(parties: readonly Party[], order: PartyOrder): Party[] {
  const collator = new Intl.Collator(order.language)
  const sorted = parties
    .map((party) => ({ party, name: stateName(party, order.language) }))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ party }) => party)
  if (order.kind === 'alphabetical') return sorted
  return [
    ...sorted.filter((party) => partyKey(party) === order.host),
    ...sorted.filter((party) => partyKey(party) !== order.host),
  ]
}

/** The list with the party at `from` moved to `to`. */
export function moveParty(parties: readonly Party[], from: number, to: number): Party[] {
  const moved = parties[from]
  if (!moved || to < 0 || to >= parties.length) return [...parties]
  const rest = parties.filter((_party, index) => index !== from)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}
