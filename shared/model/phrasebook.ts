// A phrasebook in `templates/phrasebooks/`: the ladder on which operative verbs are ranked, hedges, modal verbs, negations.
// An editor of the file writes forms as they stand in statements; other endings of the same word are found by its stem.
import { z } from './schema.ts'
import { languageSchema } from './words.ts'

const phrase = z.string().min(1).max(100)
const phrases = z.array(phrase).max(500)

export const phrasebookSchema = z.strictObject({
  $schema: z.string().optional(),
  language: languageSchema,
  /** From the weakest step to the strongest. Each verb is a list of its forms, the first one its name. */
  ladder: z.array(z.strictObject({
    name: z.string().min(1).max(100),
    verbs: z.array(z.array(phrase).min(1).max(20)).max(200),
  })).min(2).max(9),
  /** Phrases that make an act less certain or put it off ("изучат возможность", "as appropriate"). */
  hedges: phrases,
  /** Modal verbs, those of one meaning together ("shall", "should"). */
  modals: z.array(z.array(phrase).min(1).max(20)).max(50),
  negations: phrases,
  /** Phrases with a negation that deny nothing ("не позднее", "no fewer than"). */
  notNegations: phrases,
})
export type Phrasebook = z.infer<typeof phrasebookSchema>
