// What a salvage saved and what it lost, and where the damaged library lies.
import { useTranslation } from 'react-i18next'
import type { Salvaged, Tally } from '../../../shared/contract/copies.ts'
import styles from './copies.module.css'

const KINDS = ['declarations', 'clauses', 'drafts', 'versions'] as const

export function SalvageReport({ salvaged }: { salvaged: Salvaged }) {
  const { t } = useTranslation('copies')
  const { saved, lost, rebuilt, titles, texts, kept } = salvaged
  const told = (tally: Tally) => KINDS.filter((kind) => tally[kind] > 0).map((kind) => t(kind, { count: tally[kind] })).join(', ')
  return (
    <div className={styles.report}>
      <dl className={styles.facts}>
        <dt>{t('report.saved')}</dt>
        <dd>{told(saved)}</dd>
        <dt>{t('report.lost')}</dt>
        <dd>
          {told(lost) || t('report.nothing')}
          {titles.length > 0 && (
            <ul className={styles.titles}>
              {titles.map((title, index) => (
                // Two texts may bear one title.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>{title.replaceAll('\n', ' ')}</li>
              ))}
            </ul>
          )}
        </dd>
        {rebuilt > 0 && (
          <>
            <dt>{t('report.rebuilt')}</dt>
            <dd>{t('drafts', { count: rebuilt })}</dd>
          </>
        )}
        {texts !== null && (
          <>
            <dt>{t('report.texts')}</dt>
            <dd className={styles.path}>{texts}</dd>
          </>
        )}
        <dt>{t('report.kept')}</dt>
        <dd className={styles.path}>{kept}</dd>
      </dl>
    </div>
  )
}
