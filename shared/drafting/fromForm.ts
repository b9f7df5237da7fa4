// The first text of a draft that starts from a form.
import type { FormTemplate } from '../model/form.ts'
import type { Block, BlockKind, Statement } from '../model/statement.ts'
import { fillSlots, type SlotValues } from './slots.ts'

/** The form's title (or the officer's), chapeau, sections, closing clauses, place and date, with its slots filled. */
export function statementFromForm(form: FormTemplate, values: SlotValues, title: string = form.title): Statement {
  const blocks: Block[] = []
  const add = (kind: BlockKind, text: string, more: Partial<Block> = {}) => {
    const filled = fillSlots(text, values, form.language)
    blocks.push({ id: `b${blocks.length + 1}`, kind, ...more, runs: filled === '' ? [] : [{ text: filled }] })
  }
  add('title', title)
  for (const paragraph of form.chapeau) add('chapeau', paragraph)
  for (const { heading, numbered, paragraphs } of form.sections) {
    add('heading', heading, { level: 1, ...(numbered === false && { numbered }) })
    for (const paragraph of paragraphs ?? []) add('paragraph', paragraph)
  }
  for (const paragraph of form.closing) add('paragraph', paragraph)
  if (form.placeDate) add('place-date', form.placeDate)
  return { format: 1, language: form.language, numbering: form.numbering, blocks }
}

/** The form's title in one line, for the list of drafts. */
export const titleFromForm = (form: FormTemplate, values: SlotValues): string =>
  fillSlots(form.title, values, form.language).replace(/\s+/gu, ' ').trim()
