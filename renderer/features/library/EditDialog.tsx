// Changes what is known about a declaration; its text stays as adopted.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { metadataSchema, type Declaration, type Metadata } from '../../../shared/model/declaration.ts'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useMetadataWords } from '../../i18n/metadataWords.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { MetadataForm } from '../../ui/MetadataForm.tsx'
import type { MarkOf } from '../../ui/parties.ts'

export const EditDialog = ({
  declaration,
  markOf,
  onClose,
}: {
  declaration: Declaration
  markOf: MarkOf
  onClose: () => void
}) => {
  const { t } = useTranslation('library')
  const words = useMetadataWords()
  const errorText = useErrorText()
  const [changes, setChanges] = useState<Partial<Metadata>>({})
  const [dateWrong, setDateWrong] = useState(false)
  const update = useWrite('declaration.update', { quiet: true })
  const { title, form, language, grade, date, place, parties, definedTerms, source } = { ...declaration, ...changes }
  const value = { title, form, language, grade, date, place, parties, definedTerms, source }
  const isValid = !dateWrong && metadataSchema.safeParse(value).success && title.trim() !== ''
  return (
    <Dialog
      title={t('editDetails')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      footer={
        <>
          <Button
            variant="primary"
            isDisabled={!isValid || update.isPending}
            onPress={() => update.mutate({ id: declaration.id, metadata: changes }, { onSuccess: onClose })}
          >
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      {update.error && <Banner tone="bad">{errorText(update.error)}</Banner>}
      <MetadataForm
        value={value}
        words={words}
        markOf={markOf}
        onWrongDate={setDateWrong}
        onChange={(more) => setChanges({ ...changes, ...more } as Partial<Metadata>)}
      />
    </Dialog>
  )
}
