// Looks of runs and paragraphs as their properties say them, the former ones of an open change too.
import type { TextMark } from '../../../../shared/model/statement.ts'
import type { ParagraphLook } from './written.ts'

/** What a run's properties say of its marks. Unsaid ones are its character style's. */
export interface RunLook {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  styleId?: string
  font?: string
}

/** Marks that a character style gives. */
export type StyleMarks = (styleId: string) => readonly TextMark[]

const MARKS = new Map<string, TextMark>([['b', 'bold'], ['i', 'italic'], ['u', 'underline']])
const ALL: readonly TextMark[] = ['bold', 'italic', 'underline']

export const isOff = (value: string | undefined): boolean => value !== undefined && ['0', 'false', 'off', 'none'].includes(value)

export function readRunProperty(look: RunLook, name: string, attribute: (local: string) => string | undefined): void {
  const mark = MARKS.get(name)
  if (mark) look[mark] = !isOff(attribute('val'))
  else if (name === 'rStyle') setDefined(look, 'styleId', attribute('val'))
  else if (name === 'rFonts') setDefined(look, 'font', attribute('ascii') ?? attribute('hAnsi'))
}

export function readParagraphProperty(look: ParagraphLook, name: string, value: string | undefined): void {
  if (name === 'pStyle') setDefined(look, 'styleId', value)
  else if (name === 'numId') setDefined(look, 'listId', value)
  else if (name === 'ilvl') look.listLevel = Number(value) || 0
  else if (name === 'outlineLvl') look.outline = Number(value)
  else if (name === 'jc' && value !== undefined) look.centered = value === 'center'
}

function setDefined<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value
}

export function marksOf(look: RunLook, styleMarks: StyleMarks): readonly TextMark[] {
  const ofStyle = look.styleId === undefined ? [] : styleMarks(look.styleId)
  return ALL.filter((mark) => look[mark] ?? ofStyle.includes(mark))
}

/** Marks that stand in one list only. */
export const switched = (a: readonly TextMark[], b: readonly TextMark[]): readonly TextMark[] =>
  ALL.filter((mark) => a.includes(mark) !== b.includes(mark))
