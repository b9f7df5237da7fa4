// Operations on the checks of a draft. The checking itself is the screen's: it follows the text as it is typed.
import { sourceFacts } from '../../../shared/checking/index.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { CheckGround } from '../../../shared/model/finding.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { dismiss, dismissed, recall } from './dismissals.ts'
import { readSuccessors } from './successors.ts'

type CheckOperation = 'check.ground' | 'check.dismissed' | 'check.dismiss' | 'check.recall'

export const checkingHandlers = ({ db, library, templates, log }: Pick<Context, 'db' | 'library' | 'templates' | 'log'>): Pick<Handlers, CheckOperation> => ({
  'check.ground': ({ sources }) => {
    const successors = readSuccessors(templates, log)
    return { sources: factsOf(library, sources), successors: successors ?? [], readable: successors !== null }
  },
  'check.dismissed': ({ draft }) => dismissed(db, draft),
  'check.dismiss': ({ draft, dismissal }) => {
    dismiss(db, draft, dismissal)
    return null
  },
  'check.recall': ({ draft, dismissal }) => {
    recall(db, draft, dismissal)
    return null
  },
})

/** A declaration that was taken out of the library is left out: the paragraph remembers its date. */
function factsOf(library: Context['library'], ids: readonly DeclarationId[]): CheckGround['sources'] {
  return Object.fromEntries(ids.flatMap((id) => {
    try {
      const { declaration } = library.open(id)
      return [[id, sourceFacts(declaration, declaration.statement)]]
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return []
      throw error
    }
  }))
}
