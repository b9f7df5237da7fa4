// By what a text is known again on another machine: its words, whatever ids it was given there.
import { createHash } from 'node:crypto'
import type { DraftDetails } from '../../../shared/model/draft.ts'
import { blockText, type Block, type Statement } from '../../../shared/model/statement.ts'

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(ordered(value))).digest('base64url')

/** The same value with its keys in order, so that two writers of it agree. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)]))
}

/** Of a declaration: its language, and what stands in its blocks. */
export const declarationKey = ({ language, blocks }: Statement): string =>
  digest([language, blocks.map((block) => [block.kind, block.level ?? 0, block.label ?? '', blockText(block)])])

/** The ids of the library that a paragraph was taken from say nothing about its words. */
const withoutIds = ({ source, ...block }: Block) =>
  ({ ...block, ...(source && { source: { text: source.text, citation: source.citation, date: source.date, number: source.number } }) })

/** Of a draft's or a version's text, changes and comments and all. */
export const textKey = ({ blocks, ...statement }: Statement): string => digest({ ...statement, blocks: blocks.map(withoutIds) })

/** Of a draft as it stands: its text and what is known about it. */
export const draftKey = ({ title, form, language, date, place, parties }: DraftDetails, statement: Statement): string =>
  digest([title, form, language, date, place, parties, textKey(statement)])

export const versionKey = (name: string, created: string, statement: Statement): string => digest([name, created, textKey(statement)])
