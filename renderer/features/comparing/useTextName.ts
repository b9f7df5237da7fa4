// What a chosen text is called, whether or not it can be compared.
import { useTranslation } from 'react-i18next'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { ComparedText } from '../../../shared/model/comparison.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import { useLibrary, useRead } from '../../api/queries.ts'

type Named = Pick<ComparedText, 'name' | 'date'>

/** Its name from the lists that the screen has anyway; null while it is not known, or of a text that is gone. */
export function useTextName(ref: TextRef | null): Named | null {
  const { t } = useTranslation('comparing')
  const declarations = useLibrary().data?.declarations
  const drafts = useRead('draft.list', {}, { enabled: ref?.kind === 'draft' }).data
  const version = useRead('version.open', { id: (ref?.kind === 'version' ? ref.id : '') as VersionId }, { enabled: ref?.kind === 'version' }).data
  switch (ref?.kind) {
    case 'declaration': {
      const found = declarations?.find(({ id }) => id === ref.id)
      return found ? { name: found.title.replaceAll('\n', ' '), date: found.date } : null
    }
    case 'draft': {
      const found = drafts?.find(({ id }) => id === ref.id)
      return found ? { name: found.title.replaceAll('\n', ' '), date: found.date } : null
    }
    case 'version':
      return version ? { name: version.version.name, date: null } : null
    case 'file':
      return { name: t('pick.fileTaken'), date: null }
    default:
      return null
  }
}
