// Changes what is known about a declaration; its text stays as adopted.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { metadataSchema, type Declaration, type Metadata } from '../../../shared/model/declaration.ts'
import { useLibrary, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useMetadataWords } from '../../i18n/metadataWords.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { MetadataForm } from '../../ui/MetadataForm.tsx'
import { notices } from '../../ui/notices.ts'
import { marksOf } from '../../ui/parties.ts'

export const EditDialog = ({
  declaration,
  onClose,
}: {
  declaration: Declaration
  onClose: () => void
}) => {
  const { t } = useTranslation('library')
  const words = useMetadataWords()
  const library = useLibrary()
  const errorText = useErrorText()
  const [changes, setChanges] = useState<Partial<Metadata>>({})
  const [dateWrong, setDateWrong] = useState(false)
  const update = useWrite('declaration.update', { quiet: true })
  const { title, form, language, grade, date, place, parties, definedTerms, numbers, source } = { ...declaration, ...changes }
  const value = { title, form, language, grade, date, place, parties, definedTerms, numbers, source }
  const isValid = !dateWrong && metadataSchema.safeParse(value).success && title.trim() !== ''
  const saved = () => {
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, declaration[key as keyof Metadata]])) as Partial<Metadata>
    if (Object.keys(before).length > 0) {
      notices.add({
        text: t('edited', { title: title.replaceAll('\n', ' ') }),
        undo: () => update.mutate({ id: declaration.id, metadata: before }),
      })
    }
    onClose()
  }
  return (
    <ActDialog
      title={t('editDetails')}
      onClose={onClose}
      closeLabel={t('common:close')}
      cancelLabel={t('common:cancel')}
      act={t('save')}
      isDisabled={!isValid || update.isPending}
      onAct={() => update.mutate({ id: declaration.id, metadata: changes }, { onSuccess: saved })}
    >
      {update.error && <Banner tone="bad">{errorText(update.error)}</Banner>}
      <MetadataForm
        value={value}
        words={words}
        markOf={marksOf([...(library.data?.facets.parties ?? []), ...parties])}
        onWrongDate={setDateWrong}
        onChange={(more) => setChanges({ ...changes, ...more } as Partial<Metadata>)}
      />
    </ActDialog>
  )
}
