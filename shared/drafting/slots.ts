// The slots of a form, {parties} {persons} {place} {date}, filled in the language of the form. What is not known yet stands
// in square brackets: it is open, and a final export asks for it.
import type { Party } from '../model/declaration.ts'
import { dateInWords } from './dateInWords.ts'

export interface SlotValues {
  /** In the chosen party order, which the lists keep. */
  parties: readonly Party[]
  date: string | null
  place: string | null
}

const OPEN: Record<'ru' | 'en', Record<string, string>> = {
  ru: { parties: '[участники]', persons: '[представители]', place: '[место]', date: '[дата]' },
  en: { parties: '[participants]', persons: '[representatives]', place: '[place]', date: '[date]' },
}

/** Fills every slot of `text`. Braces around anything else are text and stay. */
export function fillSlots(text: string, values: SlotValues, language: string): string {
  const open = OPEN[language.startsWith('ru') ? 'ru' : 'en']
  return text.replace(/\{(parties|persons|place|date)\}/g, (_, slot: string) => slotText(slot, values, language) || open[slot]!)
}

function slotText(slot: string, { parties, date, place }: SlotValues, language: string): string {
  switch (slot) {
    case 'parties':
      return listInWords(parties.map((party) => party.state), language)
    case 'persons':
      return listInWords(parties.map((party) => personInWords(party, language)), language)
    case 'date':
      return date ? dateInWords(date, language) : ''
    default:
      return place ?? ''
  }
}

/** "A, B и C", "A, B and C": the order is the parties' own, and English goes without the comma before "and". */
export function listInWords(entries: readonly string[], language: string): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(entries)
}

/**
 * Office, person and state. A Russian state name would have to be declined after the office, so unless the office names the
 * state itself it follows in brackets.
 */
export function personInWords({ state, person, title }: Party, language: string): string {
  if (!person && !title) return state
  const named = title !== undefined && namesState(title, state)
  const office = title && language.startsWith('en') && !named ? `${title} of ${state}` : title
  const who = [office, person].filter(Boolean).join(' ')
  return named || office !== title ? who : `${who} (${state})`
}

/** Whether an office ("Министр иностранных дел Республики Казахстан") holds the state's name in some case. */
const namesState = (title: string, state: string) =>
  title.toLowerCase().includes(state.toLowerCase().slice(0, Math.max(4, state.length - 2)))
