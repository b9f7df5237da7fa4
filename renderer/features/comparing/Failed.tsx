// Stands where a comparison is still made or could not be: why not, what is safe, what to do.
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/contract/error.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './bars.module.css'

interface FailedProps {
  error: Error | null
  isFetching: boolean
  onAgain: () => void
  onAcrossLanguages: () => void
  onChoose: () => void
}

export function Failed({ error, isFetching, onAgain, onAcrossLanguages, onChoose }: FailedProps) {
  const { t } = useTranslation('comparing')
  const { language } = useFormats()
  const errorText = useErrorText()
  if (!error || isFetching) return <div className={styles.ended} aria-busy="true" />
  if (error instanceof AppError && error.code === 'languages-differ') {
    const [before, after] = [error.details['old'], error.details['new']].map((tag) => language(String(tag)))
    return (
      <div className={styles.ended}>
        <EmptyState
          title={t('languages.title')}
          note={t('languages.note', { old: before, new: after })}
          actions={
            <>
              <Button variant="primary" onPress={onChoose}>
                {t('chooseOthers')}
              </Button>
              <Button onPress={onAcrossLanguages}>{t('languages.anyway')}</Button>
            </>
          }
        />
      </div>
    )
  }
  const cancelled = error instanceof AppError && error.code === 'cancelled'
  return (
    <div className={styles.ended}>
      <EmptyState
        title={cancelled ? t('cancelled') : errorText(error)}
        note={t('nothingLost')}
        actions={
          <>
            <Button variant="primary" onPress={onAgain}>
              {t('again')}
            </Button>
            <Button onPress={onChoose}>{t('chooseOthers')}</Button>
          </>
        }
      />
    </div>
  )
}
