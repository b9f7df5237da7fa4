// Documents that reports name: those whose text is missing, those that were dismissed, and what can be said of each, with a way back.
import { useTranslation } from 'react-i18next'
import type { KnownDocument } from '../../../shared/model/document.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { notices } from '../../ui/notices.ts'

export interface KnownDocuments {
  all: readonly KnownDocument[]
  /** They were read. */
  isKnown: boolean
  /** Why they cannot be; null where they can. */
  error: Error | null
  tie: (document: KnownDocument, declaration: DeclarationId | null) => void
  dismiss: (document: KnownDocument, dismissed: boolean) => void
}

const NONE: never[] = []

export const isMissing = ({ declaration, dismissed }: KnownDocument): boolean => declaration === null && !dismissed
export const isDismissed = ({ declaration, dismissed }: KnownDocument): boolean => declaration === null && dismissed

export function useKnownDocuments(): KnownDocuments {
  const { t } = useTranslation('library')
  const { data, error } = useRead('document.list', {})
  const tie = useWrite('document.tie')
  const dismiss = useWrite('document.dismiss')
  const told = (text: string, undo: () => void) => notices.add({ text, undo })
  return {
    all: data ?? NONE,
    isKnown: data !== undefined,
    error,
    tie: (document, declaration) => {
      const { id, name } = document
      tie.mutate({ document: id, declaration }, {
        onSuccess: () => told(t(declaration ? 'missing.tied' : 'missing.untied', { name }), () => {
          tie.mutate({ document: id, declaration: document.declaration })
          if (document.dismissed) dismiss.mutate({ document: id, dismissed: true })
        }),
      })
    },
    dismiss: ({ id, name }, dismissed) =>
      dismiss.mutate({ document: id, dismissed }, {
        onSuccess: () => told(t(dismissed ? 'missing.dismissed' : 'missing.back', { name }), () => dismiss.mutate({ document: id, dismissed: !dismissed })),
      }),
  }
}
