// Copies of the library that goes on: its snapshots, and the way back to one of them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { links } from '../../api/links.ts'
import { useAppInfo } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ArrowLeft } from '../../ui/icons.ts'
import { CopiesList } from './CopiesList.tsx'
import { Backups } from './Backups.tsx'
import styles from './copies.module.css'
import { SecondFolder } from './SecondFolder.tsx'

export function CopiesPage() {
  const { t } = useTranslation('copies')
  const { moment } = useFormats()
  const [, go] = useLocation()
  const info = useAppInfo()
  const isDamaged = info.data?.refusal === 'library-damaged'
  /** When the snapshot was taken; empty for a backup. */
  const [restored, setRestored] = useState<string | null>(null)
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <div>
          <Button size="small" variant="ghost" onPress={() => go(links.settings)}>
            <ArrowLeft size={14} aria-hidden />
            {t('toSettings')}
          </Button>
        </div>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{t('note')}</p>
        {restored !== null && (
          <output className={styles.done}>
            {restored === '' ? t('openedBackup') : t('restored', { taken: moment(restored) })} {t('formerAsSnapshot')}
          </output>
        )}
        <SecondFolder />
        <Backups isDamaged={isDamaged} onRestored={() => setRestored('')} />
        <CopiesList isDamaged={isDamaged} onRestored={(copy) => setRestored(copy.taken)} />
      </div>
    </div>
  )
}
