// Copies of the library: the second folder, backups, and its snapshots with the way back to one of them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { links } from '../../api/links.ts'
import { useAppInfo } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { BackBar, Column, Screen } from '../../ui/Bars.tsx'
import { Backups } from './Backups.tsx'
import { CopiesList } from './CopiesList.tsx'
import styles from './copies.module.css'
import { SecondFolder } from './SecondFolder.tsx'
import { Way } from './Way.tsx'

interface Restored {
  /** When the snapshot was taken; null for a backup. */
  taken: string | null
  /** Where the damaged library is kept; null where it was whole. */
  damaged: string | null
}

export function CopiesPage() {
  const { t } = useTranslation('copies')
  const { moment } = useFormats()
  const [, go] = useLocation()
  const refusal = useAppInfo().data?.refusal ?? null
  const isDamaged = refusal === 'library-damaged'
  // Another window or program has it, or the disk is full: nothing takes its place then.
  const isHeld = refusal !== null && !isDamaged
  const [restored, setRestored] = useState<Restored | null>(null)
  const told = (taken: string | null) => (kept: string | null) => setRestored({ taken, damaged: isDamaged ? kept : null })
  return (
    <Screen label={t('title')}>
      <BackBar
        title={t('title')}
        back={t(isDamaged ? 'common:wayBack.rescue' : 'common:wayBack.settings')}
        onBack={() => go(isDamaged ? links.rescue : links.settings)}
      />
      <Column>
        {restored !== null && (
          <output className={styles.done}>
            {restored.taken === null ? t('openedBackup') : t('restored', { taken: moment(restored.taken) })}{' '}
            {restored.damaged === null ? t('formerAsSnapshot') : t('rescue.keptAs', { file: restored.damaged })}
          </output>
        )}
        <SecondFolder isHeld={isHeld} />
        <Backups isHeld={isHeld} isDamaged={isDamaged} onRestored={told(null)} />
        <Way title={t('list')} note={t('note')}>
          <CopiesList isHeld={isHeld} isDamaged={isDamaged} onRestored={(copy, kept) => told(copy.taken)(kept)} />
        </Way>
      </Column>
    </Screen>
  )
}
