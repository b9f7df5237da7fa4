// What the export dialog offers and when it may build: a final text with open changes needs an answer first.
import type { ExportOptions, ExportSource } from '../../../shared/contract/exporting.ts'
import type { RevisionBy, Statement } from '../../../shared/model/index.ts'
import { countChanges } from '../../../shared/redline/index.ts'

export interface ExportChoice {
  format: ExportOptions['format']
  mode: ExportOptions['mode']
  /** The answer to "what happens to open changes"; null until it was given. */
  openChanges: 'accept' | 'reject' | null
  lineNumbers: boolean
  attribution: ExportOptions['attribution']
  /** Delegations that are not named; the others are. */
  unnamed: readonly string[]
  comments: NonNullable<ExportOptions['comments']>
  movesApart: boolean
  traceable: boolean
}

/** What there is in a text that an option is about. */
export interface ExportContents {
  openChanges: number
  moves: boolean
  reasons: boolean
  comments: boolean
  /** Codes of the delegations that changed or said something, in the order of the text. */
  delegations: readonly string[]
}

export function contentsOf(statement: Statement): ExportContents {
  const { blocks, comments = [] } = statement
  const revisions = blocks.flatMap(({ runs, mark = [] }) => [...runs.flatMap((run) => run.revisions ?? []), ...mark])
  const changes: RevisionBy[] = [...revisions, ...blocks.flatMap(({ runs, recast }) =>
    [...runs.flatMap((run) => run.restyled ?? []), ...(recast ? [recast] : [])])]
  return {
    openChanges: countChanges(statement),
    moves: revisions.some(({ move }) => move !== undefined),
    reasons: changes.some(({ reason }) => reason),
    comments: comments.length > 0,
    delegations: [...new Set([...changes, ...comments.flatMap((comment) => [comment, ...comment.replies])].map(({ delegation }) => delegation))]
      .filter((code) => code !== ''),
  }
}

/** A comparison's redline is made when it is built: it may hold moves. */
export const contentsUnread = (source: ExportSource): ExportContents =>
  ({ openChanges: 0, moves: 'old' in source, reasons: false, comments: false, delegations: [] })

/** Whether a redline of this can come back to a draft of ours. */
export const canReturn = (source: ExportSource): boolean =>
  'text' in source && (source.text.kind === 'draft' || source.text.kind === 'version') && source.text.changes === undefined

/** A comparison leaves as a redline; a text with open changes too, since that is what the other side asks for. */
export function firstChoice(source: ExportSource, openChanges: number): ExportChoice {
  const mode = 'old' in source || openChanges > 0 ? 'redline' : 'final'
  return {
    format: 'docx', mode, openChanges: null, lineNumbers: false, attribution: 'delegation', unnamed: [],
    // Reasons are given for the other side to read; comments may be among ourselves.
    comments: 'reasons', movesApart: false, traceable: canReturn(source),
  }
}

/** Whether the officer still has to say what happens to the open changes. */
export const isAsking = (choice: ExportChoice, openChanges: number): boolean =>
  choice.mode === 'final' && openChanges > 0 && choice.openChanges === null

/** Options for the backend; null while the question is open. */
export function optionsOf(choice: ExportChoice, { openChanges, delegations }: Pick<ExportContents, 'openChanges' | 'delegations'>): ExportOptions | null {
  if (isAsking(choice, openChanges)) return null
  const { format, mode, lineNumbers, attribution, unnamed, comments, movesApart, traceable } = choice
  const whole = { format, mode, lineNumbers, attribution }
  if (mode === 'final') return { ...whole, openChanges: choice.openChanges ?? 'refuse' }
  const named = unnamed.length > 0 ? { named: delegations.filter((code) => !unnamed.includes(code)) } : {}
  return { ...whole, ...named, openChanges: 'refuse', comments, ...(format === 'docx' && { movesApart, traceable }) }
}
