// The words of the metadata form in the language on screen.
import { useTranslation } from 'react-i18next'
import type { FormKind, Grade } from '../../shared/model/words.ts'
import type { MetadataWords } from '../ui/MetadataForm.tsx'
import { useFormats } from './format.ts'

const FORMS: readonly FormKind[] = ['joint-statement', 'declaration', 'communique', 'resolution', 'other']
const GRADES: readonly Grade[] = ['official', 'unofficial-translation', 'press-report']
/** Languages offered; a text in another keeps its own. */
const LANGUAGES = ['ru', 'en', 'zh', 'fr', 'es', 'ar', 'ja', 'de', 'kk', 'ky', 'tg', 'tk', 'uz']

export function useMetadataWords(): MetadataWords<FormKind> {
  const { t } = useTranslation()
  const format = useFormats()
  return {
    title: t('metadata.title'),
    titleMissing: t('metadata.titleMissing'),
    form: t('metadata.form'),
    forms: FORMS.map((id) => ({ id, label: t(`form.${id}`) })),
    language: t('metadata.language'),
    languages: LANGUAGES.map((id) => ({ id, label: format.language(id) })),
    date: t('metadata.date'),
    datePattern: t('metadata.datePattern'),
    dateWrong: t('metadata.dateWrong'),
    showDate: format.date,
    place: t('metadata.place'),
    terms: t('metadata.terms'),
    termsNote: t('metadata.termsNote'),
    numbers: t('metadata.numbers'),
    numbersNote: t('metadata.numbersNote'),
    source: t('metadata.source'),
    grade: t('metadata.grade'),
    grades: GRADES.map((id) => ({ id, label: t(`grade.${id}`), note: t(`metadata.gradeNote.${id}`) })),
    parties: t('metadata.parties'),
    addParty: t('metadata.addParty'),
    editParty: t('metadata.editParty'),
    partyState: t('metadata.partyState'),
    partyStateMissing: t('metadata.partyStateMissing'),
    partyCode: t('metadata.partyCode'),
    partyCodeNote: t('metadata.partyCodeNote'),
    partyCodeWrong: t('metadata.partyCodeWrong'),
    partyPerson: t('metadata.partyPerson'),
    partyTitle: t('metadata.partyTitle'),
    moveUp: t('metadata.moveUp'),
    moveDown: t('metadata.moveDown'),
    removeParty: t('metadata.removeParty'),
    partyMenu: (state) => t('metadata.partyMenu', { state }),
    done: t('metadata.done'),
    cancel: t('cancel'),
    close: t('close'),
  }
}
