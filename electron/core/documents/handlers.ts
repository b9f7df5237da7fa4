// Operations on documents that are known to exist.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createTurns } from '../turns.ts'

type DocumentOperation = Extract<keyof Handlers, `document.${string}`>

export function documentHandlers({ documents }: Pick<Context, 'documents'>): Pick<Handlers, DocumentOperation> {
  const inTurns = createTurns()
  return {
    'document.list': () => inTurns(documents.list()),
    'document.match': ({ wanted, ...text }) => documents.match(text, wanted),
    'document.tie': ({ document, declaration }) => {
      documents.tie(document, declaration)
      return null
    },
    'document.dismiss': ({ document, dismissed }) => {
      documents.dismiss(document, dismissed)
      return null
    },
  }
}
