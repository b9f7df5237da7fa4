// One base against several versions of it: what each of them did to every paragraph of the base, and what it added where.
import type { ComparedText, WordOp } from './comparison.ts'

/** Versions put beside one base at once. */
export const MOST_VERSIONS = 6

export const BASE_FATES = ['kept', 'edited', 'moved', 'split', 'merged', 'dropped'] as const
export type BaseFate = (typeof BASE_FATES)[number]

/** What one version did to one paragraph of the base. */
export interface CollatedCell {
  fate: BaseFate
  /** Its paragraphs that this one became: none where it was dropped; several paragraphs that were merged share one. */
  now: number[]
  /**
   * equal + delete spell the paragraph of the base, equal + insert what the version has of it; "\n" stands at the ends of
   * paragraphs that a split inserted.
   */
  ops: WordOp[]
  /** The version deleted the paragraph's end: the next paragraph of the base goes on where it ends. */
  endGone: boolean
}

/** A paragraph that the base has not; versions that add the same words at the same place share one. */
export interface Addition {
  text: string
  by: { version: number; paragraph: number }[]
}

export interface Collation {
  base: ComparedText
  versions: ComparedText[]
  /** By paragraph of the base, then by version. */
  cells: CollatedCell[][]
  /** What stands in front of each paragraph of the base, and in one more place after the last. */
  added: Addition[][]
}
