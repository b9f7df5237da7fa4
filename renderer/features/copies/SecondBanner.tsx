// Says across the window that the second folder of snapshots is not there, or took no snapshot; put off until that changes.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { AppError } from '../../../shared/contract/error.ts'
import { links } from '../../api/links.ts'
import { useRead } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export function SecondBanner() {
  const { t } = useTranslation('common')
  const errorText = useErrorText()
  const [location, go] = useLocation()
  const [putOff, setPutOff] = useState<string | null>(null)
  const second = useRead('copies.second', {}).data
  if (!second || second.folder === null || location.startsWith(links.copies)) return null
  const { folder, isReached, failure, missing } = second
  const what = !isReached ? 'away' : failure !== null && missing > 0 ? failure : null
  if (what === null || what === putOff) return null
  return (
    <Banner
      actions={
        <>
          <Button size="small" onPress={() => go(links.copies)}>
            {t('second.show')}
          </Button>
          <Button size="small" onPress={() => setPutOff(what)}>
            {t('second.later')}
          </Button>
        </>
      }
    >
      {what === 'away' ? t('second.away') : t('second.failed', { reason: errorText(new AppError(what, '', { name: folder })) })}
    </Banner>
  )
}
