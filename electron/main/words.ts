// What the desktop itself says: its menu and its question before closing.
import type { Tongue } from '../hosting/language.ts'
import en from './words/en.json' with { type: 'json' }
import ru from './words/ru.json' with { type: 'json' }

export type Words = typeof en

/** The desktop's words in one language. */
export const wordsOf = (tongue: Tongue): Words => (tongue === 'ru' ? ru : en)
