// What a paragraph was before an open change of its style or list, in the words of the model.
import type { Block, Recasting } from '../../../../shared/model/statement.ts'
import type { DocxParagraph } from './types.ts'

type Place = Pick<Block, 'kind' | 'level'>

const ENDING_STYLES = new Map<string, Place>([
  ['date', { kind: 'place-date' }], ['signature', { kind: 'signature' }], ['footnotetext', { kind: 'footnote' }],
])

/** The open change of kind or level of a block that was made of a paragraph; undefined where there is none. */
export function recastOf(paragraph: DocxParagraph, now: Place): Recasting | undefined {
  if (!paragraph.former) return undefined
  const was = formerPlace(paragraph, paragraph.former, now)
  if (was.kind === now.kind && was.level === now.level) return undefined
  const { id, author, delegation, time } = paragraph.former
  return { id, author, delegation, time, was }
}

function formerPlace(paragraph: DocxParagraph, former: NonNullable<DocxParagraph['former']>, now: Place): Place {
  if (former.title) return { kind: 'title' }
  if (former.heading) return { kind: 'heading', level: Math.min(former.heading, 6) }
  const ending = ENDING_STYLES.get(former.style ?? '')
  if (ending) return ending
  const depth = former.list?.level
  if (now.kind === 'item') {
    if (depth === undefined) return former.style === paragraph.style ? now : { kind: 'paragraph' }
    const level = (now.level ?? 1) + depth - (paragraph.list?.level ?? depth)
    return level < 1 ? { kind: 'paragraph' } : { kind: 'item', level: Math.min(level, 6) }
  }
  if (depth !== undefined && depth > (paragraph.list?.level ?? 0)) return { kind: 'item', level: Math.min(depth, 6) }
  // A plain paragraph that was plain: whatever else its style meant, it is what it is.
  const stoodOut = paragraph.heading !== undefined || paragraph.title || ENDING_STYLES.has(paragraph.style ?? '')
  return stoodOut ? { kind: 'paragraph' } : now
}
