// How a form counts its sections and clauses, and the labels that follow from it. A profile belongs to one draft.
import { z } from './schema.ts'
import type { Block } from './statement.ts'

export const numberingProfileSchema = z.strictObject({
  sections: z.enum(['roman', 'arabic', 'none']),
  /** `continuous`: 1–n straight through all sections; `by-section`: from 1 in each. */
  clauses: z.enum(['none', 'continuous', 'by-section']),
  items: z.enum(['none', 'parenthesis', 'letter', 'bullet']),
})
export type NumberingProfile = z.infer<typeof numberingProfileSchema>

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'],
  [5, 'V'], [4, 'IV'], [1, 'I'],
]

/** Roman numeral of a count from 1 to 3999; a RangeError outside. */
export function roman(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 3999) throw new RangeError(`no Roman numeral for ${n}`)
  let out = ''
  for (const [value, letters] of ROMAN) for (; n >= value; n -= value) out += letters
  return out
}

/** a, b … z, aa, ab … for 1, 2 … */
export function letters(n: number): string {
  let out = ''
  for (; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(97 + ((n - 1) % 26)) + out
  return out
}

const sectionLabel = { roman: (n: number) => `${roman(n)}.`, arabic: (n: number) => `${n}.`, none: () => null }
const itemLabel = { none: () => null, parenthesis: (n: number) => `${n})`, letter: (n: number) => `${letters(n)})`, bullet: () => '•' }

/**
 * The label each block shows, in order; null where it has none. A label as written wins over a computed one. Counted as if
 * every change were accepted: a block whose whole text and end are deleted does not advance the count and shows none.
 */
export function labelBlocks(blocks: readonly Block[], profile: NumberingProfile): (string | null)[] {
  let section = 0
  let clause = 0
  let item = 0
  return blocks.map((block) => {
    if (block.label !== undefined) return block.label
    if (block.numbered === false || isGone(block)) return null
    switch (block.kind) {
      case 'heading':
        item = 0
        if ((block.level ?? 1) > 1 && block.numbered !== true) return null
        if (profile.clauses === 'by-section') clause = 0
        return sectionLabel[profile.sections](++section)
      case 'paragraph':
        item = 0
        return profile.clauses === 'none' ? null : `${++clause}.`
      case 'item':
        return itemLabel[profile.items](++item)
      default:
        return null
    }
  })
}

const deleted = (revisions: readonly { kind: string }[] | undefined) => revisions?.some((r) => r.kind === 'deletion') ?? false
/** Whether nothing of a block is left once every change is accepted: its whole text and its end are deleted. */
export const isGone = (block: Block): boolean =>
  deleted(block.mark) && block.runs.every((run) => run.text === '' || deleted(run.revisions))
