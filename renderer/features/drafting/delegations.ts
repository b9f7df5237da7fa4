// Delegations of a draft: its parties in their order, each with its drawing on the page.
import type { Party } from '../../../shared/model/declaration.ts'
import { partyKey } from '../../../shared/model/partyOrder.ts'
import type { Slot } from '../../ui/Marks.tsx'
import { partyCode } from '../../ui/parties.ts'

export interface Delegation {
  /** As tracked changes carry it. */
  code: string
  slot: Slot
  /** Two or three letters. */
  letters: string
  name: string
}

/** Longer names are cut as revisions store them. */
const revisionCode = (party: Party) => partyKey(party).slice(0, 12)

export const delegationsOf = (parties: readonly Party[]): Delegation[] =>
  parties.map((party, index) => ({
    code: revisionCode(party),
    slot: ((index % 6) + 1) as Slot,
    letters: partyCode(party),
    name: party.state,
  }))

/** Whether a party of the draft stood behind an earlier text, whose parties are codes or names. */
export const wasParty = (party: Party, agreed: readonly string[]): boolean =>
  agreed.some((one) => one === party.code || one.toLocaleLowerCase() === party.state.toLocaleLowerCase())
