// The roles an officer can give a paragraph, with the key that does it.
import type { Role } from '../../../shared/model/proposal.ts'

export interface RoleChoice {
  id: string
  role: Role
  level?: number
  key: string
}

export const ROLE_CHOICES: readonly RoleChoice[] = [
  { id: 'title', role: 'title', key: '1' },
  { id: 'chapeau', role: 'chapeau', key: '2' },
  { id: 'heading', role: 'heading', level: 1, key: '3' },
  { id: 'subheading', role: 'heading', level: 2, key: '4' },
  { id: 'clause', role: 'clause', key: '5' },
  { id: 'item', role: 'item', level: 1, key: '6' },
  { id: 'place-date', role: 'place-date', key: '7' },
  { id: 'signature', role: 'signature', key: '8' },
  { id: 'footnote', role: 'footnote', key: 'N' },
  { id: 'passage', role: 'passage', key: '9' },
  { id: 'left-out', role: 'left-out', key: '0' },
]

/** The choice of a key by its place on the keyboard, whatever letters stand on it. */
export const choiceByKey = (code: string): RoleChoice | undefined =>
  ROLE_CHOICES.find(({ key }) => code === `Digit${key}` || code === `Key${key}`)

/** The choice that names a paragraph's present role. */
export const choiceOf = (role: Role, level: number | undefined): RoleChoice =>
  ROLE_CHOICES.find((choice) => choice.role === role && (choice.level === undefined || choice.level === (level ?? 1))) ??
  ROLE_CHOICES.findLast((choice) => choice.role === role)!
