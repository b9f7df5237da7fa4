// What the command line and the browser host say, in the user's language.
import { fill, systemLocale, tongueOf, type Tongue } from '../hosting/language.ts'
import en from './words/en.json' with { type: 'json' }
import ru from './words/ru.json' with { type: 'json' }

export type Word = keyof typeof en

/** Whether there is a sentence of that name. */
export const isWord = (name: string): name is Word => Object.hasOwn(en, name)

export const tongue: Tongue = tongueOf(systemLocale())

/** The sentence of that name in the user's language. */
export const say = (word: Word, values: Record<string, string | number> = {}): string => fill((tongue === 'ru' ? ru : en)[word], values)
