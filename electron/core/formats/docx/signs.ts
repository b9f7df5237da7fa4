// Elements of a run that stand for a character, and those whose text is not for readers.
import { signOf } from './symbols.ts'
import type { Attribute } from './xml.ts'

/** The character an element stands for; empty for none, null for one that is not known. */
export function characterOf(name: string, attribute: Attribute, atStart: boolean): string | null {
  switch (name) {
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return atStart && ['page', 'column'].includes(attribute('type') ?? '') ? '' : '\n'
    case 'noBreakHyphen':
      return '\u2011'
    case 'softHyphen':
      return '\u00ad'
    case 'sym': {
      const code = Number.parseInt(attribute('char') ?? '', 16)
      return code > 0 ? signOf(attribute('font') ?? '', code) : ''
    }
    default:
      return ''
  }
}

const SILENT = new Set(['instrText', 'delInstrText', 'fldData', 'binData'])

/** Whether the text of an element is for programs: a field's instruction, the place of a drawing. */
export const isSilent = (name: string): boolean => SILENT.has(name) || /^(?:wp|wp14|o):/u.test(name)
