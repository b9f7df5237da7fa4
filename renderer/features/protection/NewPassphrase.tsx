// A new passphrase, typed twice: long enough, and the same both times.
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSPHRASE } from '../../../shared/contract/protection.ts'
import { TextField } from '../../ui/Field.tsx'

export interface Chosen {
  first: string
  again: string
}

export const NOTHING_CHOSEN: Chosen = { first: '', again: '' }

export const isChosen = ({ first, again }: Chosen): boolean => first.length >= SHORTEST_PASSPHRASE && first === again

export const NewPassphrase = ({ label, value, onChange }: { label: string; value: Chosen; onChange: (value: Chosen) => void }) => {
  const { t } = useTranslation('protection')
  const differs = value.again !== '' && !value.first.startsWith(value.again)
  return (
    <>
      <TextField
        label={label}
        note={t('field.short', { count: SHORTEST_PASSPHRASE })}
        type="password"
        autoComplete="new-password"
        maxLength={1000}
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
      />
      <TextField
        label={t('field.again')}
        type="password"
        autoComplete="new-password"
        maxLength={1000}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={differs ? t('field.differs') : undefined}
      />
    </>
  )
}
