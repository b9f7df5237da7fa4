// What officers note about a declaration or a clause beside its text: labels, a word of their own, and whether it may be reused.
import { z } from './schema.ts'

/** Letter case is kept as written; two labels that differ in nothing else are one. */
export const labelSchema = z.string().trim().min(1).max(60)

/** Length of the name that a search is kept under. */
export const MOST_SEARCH_NAME = 120

/** Whether a declaration is the last word: it stands, a later one took its place, or its text was not checked against the original. */
export const statusSchema = z.enum(['current', 'superseded', 'unverified'])
export type Status = z.infer<typeof statusSchema>

const MOST_LABELS = 50

export const curationSchema = z.strictObject({
  tags: z.array(labelSchema).max(MOST_LABELS),
  /** What it is about, in the ministry's own list ("Water", "Transport"). */
  topics: z.array(labelSchema).max(MOST_LABELS),
  note: z.string().max(4000),
  favourite: z.boolean(),
  /** Why it is not to be reused; null where it may be. */
  barred: z.string().trim().min(1).max(1000).nullable(),
})
export type Curation = z.infer<typeof curationSchema>

/** Nothing noted. */
export const UNCURATED: Curation = { tags: [], topics: [], note: '', favourite: false, barred: null }

/** Labels to add and to take off, and what else becomes another; what is absent stays as it is. */
export const curationChangeSchema = z.strictObject({
  addTags: z.array(labelSchema).max(MOST_LABELS).optional(),
  dropTags: z.array(labelSchema).max(MOST_LABELS).optional(),
  addTopics: z.array(labelSchema).max(MOST_LABELS).optional(),
  dropTopics: z.array(labelSchema).max(MOST_LABELS).optional(),
  note: z.string().max(4000).optional(),
  favourite: z.boolean().optional(),
  barred: z.string().trim().min(1).max(1000).nullable().optional(),
})
export type CurationChange = z.infer<typeof curationChangeSchema>

const sameLabel = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The labels with some added and some taken off; each once, in order. */
export const relabelled = (labels: readonly string[], add: readonly string[] = [], drop: readonly string[] = []): string[] => {
  const kept = labels.filter((label) => !drop.some((dropped) => sameLabel(dropped, label)))
  const added = add.filter((label, at) => ![...kept, ...add.slice(0, at)].some((known) => sameLabel(known, label)))
  return [...kept, ...added].slice(0, MOST_LABELS).sort((a, b) => a.localeCompare(b))
}

/** A curation after a change. */
export const curated = (curation: Curation, change: CurationChange): Curation => ({
  tags: relabelled(curation.tags, change.addTags, change.dropTags),
  topics: relabelled(curation.topics, change.addTopics, change.dropTopics),
  note: change.note ?? curation.note,
  favourite: change.favourite ?? curation.favourite,
  barred: change.barred === undefined ? curation.barred : change.barred,
})

/** Whether a list holds a label, whatever its letter case. */
export const holdsLabel = (labels: readonly string[], label: string): boolean => labels.some((each) => sameLabel(each, label))
