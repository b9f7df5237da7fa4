// Numbers of a draft as Word's own lists, so that they go on counting rightly when the other side edits, accepts and rejects.
// Where the profile begins anew after a section or a clause, the numbers are levels of one list, and Word begins anew by
// itself. Items under unnumbered paragraphs have nothing to begin anew after: each group is a list of its own.
import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions } from 'docx'
import type { NumberingProfile } from '../../../../shared/model/numbering.ts'
import type { Block } from '../../../../shared/model/statement.ts'

/** Word's letters go z, aa, bb; the profile's z, aa, ab. Longer lists get their labels as text. */
const MAX_LETTERS = 26

export interface ListPlace {
  /** `statement`: sections, clauses and items as levels of one list. */
  reference: 'statement' | 'sections' | 'clauses' | 'items'
  level: number
  /** Paragraphs of one instance count together. */
  instance: number
}

/** The list each block counts in, in order; null for a block without a number, or whose number is written as text. */
export function placesIn(blocks: readonly Block[], profile: NumberingProfile): (ListPlace | null)[] {
  const groups = itemGroups(blocks)
  return blocks.map((block, index) => {
    if (block.label !== undefined || block.numbered === false) return null
    switch (block.kind) {
      case 'heading':
        return (block.level ?? 1) > 1 && block.numbered !== true ? null : placeOfSection(profile)
      case 'paragraph':
        return placeOfClause(profile)
      case 'item':
        return placeOfItem(profile, groups[index]!)
      default:
        return null
    }
  })
}

function placeOfSection({ clauses, sections }: NumberingProfile): ListPlace | null {
  // An unnumbered section still makes its clauses begin anew.
  if (clauses === 'by-section') return { reference: 'statement', level: 0, instance: 0 }
  return sections === 'none' ? null : { reference: 'sections', level: 0, instance: 0 }
}

function placeOfClause({ clauses }: NumberingProfile): ListPlace | null {
  if (clauses === 'none') return null
  if (clauses === 'by-section') return { reference: 'statement', level: 1, instance: 0 }
  return { reference: 'clauses', level: 0, instance: 0 }
}

function placeOfItem({ clauses, items }: NumberingProfile, group: Group): ListPlace | null {
  if (items === 'none' || (items === 'letter' && group.size > MAX_LETTERS)) return null
  // An item deep in a list takes the number of the clause it should stand under; without one, it stands in a list of its own.
  if (clauses === 'by-section' && group.underClause) return { reference: 'statement', level: 2, instance: 0 }
  if (clauses === 'continuous' && group.underClause) return { reference: 'clauses', level: 1, instance: 0 }
  return { reference: 'items', level: 0, instance: group.number }
}

/** Items that count together: those that follow one clause or heading. */
interface Group {
  number: number
  size: number
  underClause: boolean
}

function itemGroups(blocks: readonly Block[]): Group[] {
  let group: Group = { number: 0, size: 0, underClause: false }
  return blocks.map((block) => {
    const counted = block.label === undefined && block.numbered !== false
    if (counted && (block.kind === 'heading' || block.kind === 'paragraph')) {
      group = { number: group.number + 1, size: 0, underClause: block.kind === 'paragraph' }
    }
    if (counted && block.kind === 'item') group.size++
    return group
  })
}

const SECTION = { roman: LevelFormat.UPPER_ROMAN, arabic: LevelFormat.DECIMAL, none: LevelFormat.NONE }
const ITEM = {
  parenthesis: LevelFormat.DECIMAL, letter: LevelFormat.LOWER_LETTER, bullet: LevelFormat.BULLET, none: LevelFormat.NONE,
}

/** Word's definitions of these lists. */
export function listsFor(profile: NumberingProfile): { reference: ListPlace['reference']; levels: ILevelsOptions[] }[] {
  type Level = (at: number) => Pick<ILevelsOptions, 'format' | 'text'>
  const section: Level = (at) => ({ format: SECTION[profile.sections], text: profile.sections === 'none' ? '' : `%${at + 1}.` })
  const clause: Level = (at) => ({ format: LevelFormat.DECIMAL, text: `%${at + 1}.` })
  const item: Level = (at) => ({ format: ITEM[profile.items], text: profile.items === 'bullet' ? '•' : `%${at + 1})` })
  const list = (reference: ListPlace['reference'], ...levels: Level[]) => ({
    reference,
    levels: levels.map((level, at) => ({ level: at, ...level(at), alignment: AlignmentType.START, suffix: LevelSuffix.SPACE })),
  })
  return [list('statement', section, clause, item), list('sections', section), list('clauses', clause, item), list('items', item)]
}
