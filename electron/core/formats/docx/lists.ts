// Numbers of a draft as Word's own lists, so that they go on counting when the other side edits. Each list is a separate one
// of Word's, begun anew where the profile begins anew.
import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions } from 'docx'
import type { NumberingProfile } from '../../../../shared/model/numbering.ts'
import type { Block } from '../../../../shared/model/statement.ts'

/** Word's letters go z, aa, bb; the profile's z, aa, ab. Longer lists get their labels as text. */
const MAX_LETTERS = 26

export interface ListPlace {
  reference: 'sections' | 'clauses' | 'items'
  level: 0
  /** Paragraphs of one instance count together. */
  instance: number
}

/** The list each block counts in, in order; null for a block without a number or with one of its own. */
export function placesIn(blocks: readonly Block[], profile: NumberingProfile): (ListPlace | null)[] {
  let section = 0
  let group = 0
  return blocks.map((block) => {
    if (block.kind === 'heading' || block.kind === 'paragraph') group++
    if (block.label !== undefined || block.numbered === false) return null
    switch (block.kind) {
      case 'heading':
        if ((block.level ?? 1) > 1) return null
        section++
        return profile.sections === 'none' ? null : { reference: 'sections', level: 0, instance: 0 }
      case 'paragraph':
        if (profile.clauses === 'none') return null
        return { reference: 'clauses', level: 0, instance: profile.clauses === 'by-section' ? section : 0 }
      case 'item':
        return profile.items === 'none' ? null : { reference: 'items', level: 0, instance: group }
      default:
        return null
    }
  })
}

/** Whether a list of lettered items is too long to be counted by Word as the profile counts. */
export const isTooLong = (places: readonly (ListPlace | null)[], place: ListPlace, profile: NumberingProfile): boolean =>
  place.reference === 'items' && profile.items === 'letter'
  && places.filter((other) => other?.reference === 'items' && other.instance === place.instance).length > MAX_LETTERS

const SECTION = { roman: LevelFormat.UPPER_ROMAN, arabic: LevelFormat.DECIMAL, none: LevelFormat.NONE }
const ITEM = { parenthesis: LevelFormat.DECIMAL, letter: LevelFormat.LOWER_LETTER, bullet: LevelFormat.BULLET, none: LevelFormat.NONE }

/** Word's definitions of the three lists. */
export function listsFor(profile: NumberingProfile): { reference: ListPlace['reference']; levels: ILevelsOptions[] }[] {
  const list = (reference: ListPlace['reference'], format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) =>
    ({ reference, levels: [{ level: 0, format, text, alignment: AlignmentType.START, suffix: LevelSuffix.SPACE }] })
  return [
    list('sections', SECTION[profile.sections], '%1.'),
    list('clauses', LevelFormat.DECIMAL, '%1.'),
    list('items', ITEM[profile.items], profile.items === 'bullet' ? '•' : '%1)'),
  ]
}
