// Other parties, another date or place in a draft that was begun from a form. Where a paragraph still stands as the form's slots
// were filled, nobody has worked on it, and it is filled anew; any other is its author's and stays.
import type { FormTemplate } from '../model/form.ts'
import { blockText, type Block, type Statement } from '../model/statement.ts'
import { fillSlots, type SlotValues } from './slots.ts'

/** The text with its untouched slots filled anew; null where there is nothing to fill. `forms` are those it may come from. */
export function refilled(statement: Statement, forms: readonly FormTemplate[], before: SlotValues, after: SlotValues): Statement | null {
  const texts = new Map<string, string>()
  for (const form of forms) {
    const paragraphs = form.sections.flatMap((section) => section.paragraphs ?? [])
    for (const text of [form.title, ...form.chapeau, ...paragraphs, ...form.closing, form.placeDate ?? '']) {
      const old = fillSlots(text, before, form.language)
      const next = fillSlots(text, after, form.language)
      if (old !== next) texts.set(old, next)
    }
  }
  let found = false
  const blocks = statement.blocks.map((block) => {
    const next = isBare(block) ? texts.get(blockText(block)) : undefined
    if (next === undefined) return block
    found = true
    return { ...block, runs: [{ text: next }] }
  })
  return found ? { ...statement, blocks } : null
}

/** Whether a block is as a form leaves it: words alone, without a change, a mark or a source. */
const isBare = ({ source, runs }: Block): boolean =>
  source === undefined && runs.length === 1 && Object.keys(runs[0]!).length === 1
