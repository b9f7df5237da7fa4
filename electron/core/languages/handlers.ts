// Operations on language versions.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createTurns } from '../turns.ts'

type LanguageOperation = Extract<keyof Handlers, `language.${string}`>

export function languageHandlers({ languages }: Pick<Context, 'languages'>): Pick<Handlers, LanguageOperation> {
  const inTurns = createTurns()
  return {
    'language.list': () => inTurns(languages.list()),
    'language.match': (text) => languages.match(text),
    'language.join': ({ one, other }) => languages.join(one, other),
    'language.part': ({ one, other }) => languages.part(one, other),
    'language.undo': ({ act }) => {
      languages.undo(act)
      return null
    },
    'language.clause': ({ clause, declaration }) => ({ clause: languages.clause(clause, declaration) }),
  }
}
