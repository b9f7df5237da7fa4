// A form in `templates/`: the skeleton a new draft starts from. Texts may hold slots: {parties} {persons} {place} {date}.
import { z } from './schema.ts'
import { numberingProfileSchema } from './numbering.ts'
import { formKindSchema, languageSchema } from './words.ts'

export const formTemplateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  language: languageSchema,
  form: formKindSchema,
  /** What the officer reads in the list, in the form's own language. */
  name: z.string().min(1).max(200),
  description: z.string().max(500),
  title: z.string().min(1).max(500),
  chapeau: z.array(z.string().min(1).max(5000)).min(1).max(10),
  sections: z.array(z.strictObject({
    heading: z.string().min(1).max(300),
    numbered: z.boolean().optional(),
    paragraphs: z.array(z.string().max(5000)).max(50).optional(),
  })).max(50),
  numbering: numberingProfileSchema,
  /** Clauses that close the statement (thanks to the host, next meeting). */
  closing: z.array(z.string().max(5000)).max(10),
  placeDate: z.string().max(300).nullable(),
  definedTerm: z.string().max(100).nullable(),
})
export type FormTemplate = z.infer<typeof formTemplateSchema>
