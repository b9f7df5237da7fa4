// What the export dialog offers and when it may build: a final text with open changes needs an answer first.
import type { ExportOptions, ExportSource } from '../../../shared/contract/exporting.ts'

export interface ExportChoice {
  format: ExportOptions['format']
  mode: ExportOptions['mode']
  /** The answer to "what happens to open changes"; null until it was given. */
  openChanges: 'accept' | 'reject' | null
  lineNumbers: boolean
  attribution: ExportOptions['attribution']
}

/** A comparison leaves as a redline; a text with open changes too, since that is what the other side asks for. */
export function firstChoice(source: ExportSource, openChanges: number): ExportChoice {
  const mode = 'old' in source || openChanges > 0 ? 'redline' : 'final'
  return { format: 'docx', mode, openChanges: null, lineNumbers: false, attribution: 'delegation' }
}

/** Whether the officer still has to say what happens to the open changes. */
export const isAsking = (choice: ExportChoice, openChanges: number): boolean =>
  choice.mode === 'final' && openChanges > 0 && choice.openChanges === null

/** Options for the backend; null while the question is open. */
export function optionsOf(choice: ExportChoice, openChanges: number): ExportOptions | null {
  if (isAsking(choice, openChanges)) return null
  const { format, mode, lineNumbers, attribution } = choice
  return { format, mode, openChanges: mode === 'final' ? (choice.openChanges ?? 'refuse') : 'refuse', lineNumbers, attribution }
}
