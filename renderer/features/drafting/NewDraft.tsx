// Starting a draft: from a form or from an earlier declaration, with place, date and parties in their order.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftStart } from '../../../shared/contract/drafts.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { FormTemplate } from '../../../shared/model/form.ts'
import type { DeclarationId, DraftId } from '../../../shared/model/ids.ts'
import { useLibrary, useRead, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Finder } from '../../ui/Finder.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { DetailsFields, type DraftFields } from './DetailsFields.tsx'
import styles from './drafts.module.css'

export interface NewDraftProps {
  /** The declaration to start from, as in the address. */
  from?: string | undefined
  onStarted: (id: DraftId) => void
  onClose: () => void
}

/** Waits for the lists it offers. */
export function NewDraft(props: NewDraftProps) {
  const { i18n } = useTranslation('drafting')
  const forms = useRead('form.list', {}).data
  const declarations = useLibrary().data?.declarations
  if (!forms || !declarations) return null
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'ru'
  return <Starting key={props.from ?? ''} {...props} forms={forms} declarations={declarations} firstLanguage={language} />
}

interface StartingProps extends NewDraftProps {
  forms: readonly FormTemplate[]
  declarations: readonly DeclarationSummary[]
  firstLanguage: string
}

/** The forms in the order in which they are wanted most often. */
const KINDS: readonly string[] = ['joint-statement', 'declaration', 'communique']
const byUse = (a: FormTemplate, b: FormTemplate) => KINDS.indexOf(a.form) - KINDS.indexOf(b.form)

const fieldsFrom = (base: DeclarationSummary | undefined): DraftFields => ({
  title: '',
  place: '',
  date: null,
  parties: base ? [...base.parties] : [],
})

function Starting({ from, forms, declarations, firstLanguage, onStarted, onClose }: StartingProps) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const asked = declarations.find((one) => one.id === from)
  const [kind, setKind] = useState<'form' | 'declaration'>(asked ? 'declaration' : 'form')
  const [language, setLanguage] = useState(firstLanguage)
  const offered = forms.filter((form) => form.language === language).sort(byUse)
  const [formId, setFormId] = useState<string | null>(null)
  const [base, setBase] = useState(asked)
  const [fields, setFields] = useState<DraftFields>(() => fieldsFrom(asked))
  const [dateWrong, setDateWrong] = useState(false)
  const start = useWrite('draft.start', { quiet: true })

  const form = offered.find((one) => one.id === formId) ?? offered[0]
  const source: DraftStart['from'] | null =
    kind === 'form' ? (form ? { kind, form: form.id } : null) : base ? { kind, id: base.id } : null
  const begin = () => {
    if (!source) return
    start.mutate(
      {
        from: source,
        parties: fields.parties,
        date: fields.date,
        place: fields.place.trim() || null,
        ...(fields.title.trim() !== '' && { title: fields.title.trim() }),
      },
      { onSuccess: (draft) => onStarted(draft.id) },
    )
  }
  const chooseBase = (id: DeclarationId) => {
    const chosen = declarations.find((one) => one.id === id)
    setBase(chosen)
    // The parties of the declaration chosen before give way; parties named by hand stay.
    const isUntouched = fields.parties.every((party, index) => party === base?.parties[index])
    if (chosen && isUntouched) setFields({ ...fields, parties: [...chosen.parties] })
  }

  return (
    <ActDialog
      title={t('new.title')}
      onClose={onClose}
      closeLabel={t('common:close')}
      width="wide"
      cancelLabel={t('common:cancel')}
      act={t('new.start')}
      isDisabled={!source || dateWrong || start.isPending}
      onAct={begin}
    >
      {start.error && <Banner tone="bad">{errorText(start.error)}</Banner>}
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Segmented
            label={t('new.from')}
            value={kind}
            onChange={setKind}
            options={[
              { id: 'form', label: t('new.form') },
              { id: 'declaration', label: t('new.declaration') },
            ]}
          />
          {kind === 'form' ? (
            <>
              <FormLanguages forms={forms} value={language} onChange={setLanguage} />
              <RadioGroup
                label={t('new.formLabel')}
                value={form?.id ?? ''}
                onChange={setFormId}
                options={offered.map((one) => ({ id: one.id, label: one.name, note: one.description }))}
              />
            </>
          ) : (
            <BaseSelect declarations={declarations} value={base?.id ?? null} onChange={chooseBase} />
          )}
        </div>
        <DetailsFields
          value={fields}
          language={kind === 'form' ? language : (base?.language ?? language)}
          titleHint={kind === 'form' ? form?.title : base?.title.replaceAll('\n', ' ')}
          onChange={(change) => setFields({ ...fields, ...change })}
          onWrongDate={setDateWrong}
        />
      </div>
    </ActDialog>
  )
}

function FormLanguages({
  forms,
  value,
  onChange,
}: {
  forms: readonly FormTemplate[]
  value: string
  onChange: (language: string) => void
}) {
  const { t } = useTranslation('drafting')
  const formats = useFormats()
  const languages = [...new Set(forms.map((form) => form.language))]
  return (
    <Select
      labelled
      label={t('new.language')}
      value={value}
      onChange={onChange}
      options={languages.map((id) => ({ id, label: formats.language(id) }))}
    />
  )
}

interface BaseSelectProps {
  declarations: readonly DeclarationSummary[]
  value: DeclarationId | null
  onChange: (id: DeclarationId) => void
}

/** As many can be read down; more are found by typing. */
const FEW = 60

function BaseSelect({ declarations, value, onChange }: BaseSelectProps) {
  const { t } = useTranslation('drafting')
  const { date } = useFormats()
  const options = useMemo(
    () =>
      declarations.map((one) => ({
        id: one.id,
        label: one.title.replaceAll('\n', ' '),
        note: [one.place, one.date && date(one.date)].filter(Boolean).join(', '),
      })),
    [declarations, date],
  )
  const chosen = options.find(({ id }) => id === value)
  return (
    <>
      {options.length > FEW ? (
        <>
          <Finder label={t('new.base')} placeholder={t('filter.findDeclaration')} options={options} onChoose={onChange} />
          {chosen && (
            <output className={styles.base}>
              {chosen.label} <small>{chosen.note}</small>
            </output>
          )}
        </>
      ) : (
        <Select labelled label={t('new.base')} value={value} onChange={onChange} placeholder={t('new.choose')} options={options} />
      )}
      <p className={styles.quiet}>{t('new.baseNote')}</p>
    </>
  )
}
