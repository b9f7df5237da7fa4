// Which declaration of the library is the text of a known document: the likely ones with why, or any other by its name.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { KnownDocument } from '../../../shared/model/document.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import { useEvidenceWords } from '../../i18n/evidence.ts'
import { useFormats } from '../../i18n/format.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Finder } from '../../ui/Finder.tsx'
import styles from './missing.module.css'

export interface TieDialogProps {
  document: KnownDocument
  declarations: readonly DeclarationSummary[]
  onTie: (declaration: DeclarationId) => void
  onClose: () => void
}

export const TieDialog = ({ document, declarations, onTie, onClose }: TieDialogProps) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const words = useEvidenceWords()
  const [chosen, setChosen] = useState<DeclarationId | null>(document.candidates[0]?.declaration ?? null)
  const texts = declarations.filter(({ grade }) => grade !== 'press-report')
  const titleOf = ({ title }: DeclarationSummary) => title.replaceAll('\n', ' ')
  const aboutOf = ({ date, place, language }: DeclarationSummary) => [date && format.date(date), place, format.language(language)].filter(Boolean).join(', ')
  const reasons = new Map(document.candidates.map((candidate) => [candidate.declaration, words.document(candidate.reasons)]))
  const offered = texts.filter(({ id }) => reasons.has(id) || id === chosen)
  return (
    <ActDialog
      title={t('missing.dialog.title')}
      act={t('missing.thisOne')}
      cancelLabel={t('common:cancel')}
      closeLabel={t('common:close')}
      isDisabled={chosen === null}
      onAct={() => chosen && onTie(chosen)}
      onClose={onClose}
      isForm
    >
      <p className={styles.dialogName}>{document.name}</p>
      {chosen === null ? (
        <Finder
          label={t('missing.dialog.find')}
          placeholder={t('missing.dialog.findHint')}
          options={texts.map((text) => ({ id: text.id, label: titleOf(text), note: aboutOf(text) }))}
          onChoose={setChosen}
          takesFocus
        />
      ) : (
        <>
          <RadioGroup
            label={t('missing.dialog.offered')}
            value={chosen}
            options={offered.map((text) => ({ id: text.id, label: titleOf(text), note: [aboutOf(text), reasons.get(text.id)].filter(Boolean).join('. ') }))}
            onChange={setChosen}
            takesFocus
          />
          <Button size="small" variant="ghost" onPress={() => setChosen(null)}>
            {t('missing.dialog.another')}
          </Button>
        </>
      )}
    </ActDialog>
  )
}
