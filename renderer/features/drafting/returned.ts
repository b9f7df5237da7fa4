// What the screen keeps of a returned file while it is looked at: whose each name is, and what is taken. Pure.
import type { ReturnedFile, ReturnedHand, Taking } from '../../../shared/contract/returning.ts'
import type { DraftId, FileHandle, VersionId } from '../../../shared/model/ids.ts'
import type { Delegation } from './delegations.ts'

/** Stands in a list of choices where the empty word cannot: speaks for no delegation. */
export const NOBODY = '-'
/** The name of what carries no name. */
export const NAMELESS = ''

/** What a file says it is, as far as this draft is concerned. */
export type Origin = { kind: 'version'; id: VersionId } | { kind: 'other'; draft: DraftId } | { kind: 'unknown' }

export function originOf({ draft, version }: Pick<ReturnedFile, 'draft' | 'version'>, here: DraftId): Origin {
  if (draft !== null && draft !== here) return { kind: 'other', draft }
  return version === null ? { kind: 'unknown' } : { kind: 'version', id: version }
}

/** The names to be asked about: where a file names nobody, whose all of it is. */
export const askedHands = ({ hands }: Pick<ReturnedFile, 'hands'>): readonly ReturnedHand[] =>
  hands.length > 0 ? hands : [{ name: NAMELESS, changes: 0, delegation: null }]

/** Delegations as the officer answered, else as they were known before. */
export type Answers = Readonly<Record<string, string>>

export const handsAnswered = (hands: readonly ReturnedHand[], answers: Answers): Record<string, string> =>
  Object.fromEntries(hands.flatMap(({ name, delegation }) => {
    const told = answers[name] ?? delegation
    return told === null ? [] : [[name, told]]
  }))

/** Whether a delegation, or none, is told of every name. */
export const isAnswered = (hands: readonly ReturnedHand[], answers: Answers): boolean =>
  hands.every(({ name, delegation }) => (answers[name] ?? delegation) !== null)

/** What a name may speak for: the parties of the draft, and what it was known to speak for elsewhere. */
export function choicesFor({ delegation }: ReturnedHand, delegations: readonly Delegation[]): readonly Delegation[] {
  if (!delegation || delegations.some(({ code }) => code === delegation)) return delegations
  return [...delegations, { code: delegation, slot: 0, letters: delegation, name: delegation }]
}

/** The part of a taking that the dialog knows. */
export function takingOf(
  file: FileHandle, version: VersionId | null, hands: Record<string, string>, takeTheirs: readonly string[],
): Omit<Taking, 'draft'> {
  return { file, version, hands, takeTheirs: [...takeTheirs] }
}
