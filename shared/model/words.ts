// The trade's closed lists: grade, form, language.
import { z } from './schema.ts'

export const gradeSchema = z.enum(['official', 'unofficial-translation', 'press-report'])
/** How far a text may be cited as agreed. */
export type Grade = z.infer<typeof gradeSchema>

export const formKindSchema = z.enum(['joint-statement', 'declaration', 'communique', 'resolution', 'other'])
export type FormKind = z.infer<typeof formKindSchema>

/** BCP 47 language of a text, well-formed: `Intl` throws at any other. */
export const languageSchema = z.string().max(35).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/).refine(isWellFormed)
export type Language = z.infer<typeof languageSchema>

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
