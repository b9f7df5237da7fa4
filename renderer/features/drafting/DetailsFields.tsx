// Title, place, date and parties of a draft: the same fields when it is started and later.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../../shared/model/declaration.ts'
import { useFormats } from '../../i18n/format.ts'
import { TextField } from '../../ui/Field.tsx'
import { parseDate } from '../../ui/parties.ts'
import styles from './drafts.module.css'
import { Parties } from './Parties.tsx'

export interface DraftFields {
  title: string
  place: string
  date: string | null
  parties: Party[]
}

export interface DetailsFieldsProps {
  value: DraftFields
  language: string
  /** What the title will be where none is written. */
  titleHint?: string | undefined
  onChange: (change: Partial<DraftFields>) => void
  /** Told whether what stands in the date field is no date: nothing should be stored then, it would be the date before. */
  onWrongDate: (isWrong: boolean) => void
}

export function DetailsFields({ value, language, titleHint, onChange, onWrongDate }: DetailsFieldsProps) {
  const { t } = useTranslation('drafting')
  const formats = useFormats()
  const [date, setDate] = useState<string | null>(null)
  const wrong = date !== null && parseDate(date) === undefined
  return (
    <div className={styles.fields}>
      <TextField
        label={t('common:metadata.title')}
        value={value.title}
        onChange={(title) => onChange({ title })}
        placeholder={titleHint}
        multiline
        quoted
        maxLength={2000}
      />
      <div className={styles.two}>
        <TextField
          label={t('common:metadata.place')}
          value={value.place}
          onChange={(place) => onChange({ place })}
          maxLength={200}
        />
        <TextField
          label={t('common:metadata.date')}
          value={date ?? (value.date ? formats.date(value.date) : '')}
          placeholder={t('common:metadata.datePattern')}
          error={wrong ? t('common:metadata.dateWrong') : undefined}
          onChange={(written) => {
            setDate(written)
            const parsed = parseDate(written)
            onWrongDate(parsed === undefined)
            if (parsed !== undefined) onChange({ date: parsed })
          }}
          onBlur={() => {
            if (!wrong) setDate(null)
          }}
        />
      </div>
      <Parties value={value.parties} language={language} onChange={(parties) => onChange({ parties })} />
    </div>
  )
}
