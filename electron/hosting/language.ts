// The user's language outside the screen: what the system says, and the sentences of errors in it.
import { AppError, type WireError } from '../../shared/contract/error.ts'
import en from '../../shared/contract/messages/en.json' with { type: 'json' }
import ru from '../../shared/contract/messages/ru.json' with { type: 'json' }

export type Tongue = 'ru' | 'en'

/** BCP 47 language of the system, by the POSIX variables where they are set. */
export function systemLocale(env: NodeJS.ProcessEnv = process.env): string {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const tag = /^([a-z]{2,3})(?:[_-]([A-Za-z]{2}))?/.exec(posix)
  if (tag) return tag[2] ? `${tag[1]}-${tag[2].toUpperCase()}` : tag[1]!
  return posix === '' ? new Intl.DateTimeFormat().resolvedOptions().locale : 'en'
}

/** Alternat speaks Russian and English. */
export const tongueOf = (locale: string): Tongue => (locale.toLowerCase().startsWith('ru') ? 'ru' : 'en')

/** Puts values into a sentence's `{{slots}}`; a slot without a value is left out. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

/** What the user reads of an error; never its English message for scripts. */
export function errorSentence(error: AppError | WireError, tongue: Tongue): string {
  const sentences: Record<string, string> = tongue === 'ru' ? ru : en
  const { reason, ...details } = error.details ?? {}
  // A reason that is a code itself becomes the sentence of it.
  const why = typeof reason === 'string' ? fill(sentences[reason] ?? reason, details) : reason
  return fill(sentences[error.code] ?? sentences['internal'] ?? error.code, { ...details, ...(why !== undefined && { reason: why }) })
}
