// The remarks on a file above what is known about it; one that has a place leads there.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-aria-components'
import styles from './check.module.css'
import type { Remark } from './remarks.ts'

export interface RemarksProps {
  remarks: readonly Remark[]
  onGo: (raw: number) => void
}

export const Remarks = ({ remarks, onGo }: RemarksProps) => {
  const { t } = useTranslation('importing')
  if (remarks.length === 0) return null
  const words = ({ code, ...values }: Remark) => t([`warning.${code}`, 'warning.other'], values)
  return (
    <section className={styles.remarks} aria-label={t('warnings')}>
      <h3>{t('warnings')}</h3>
      <ul>
        {remarks.map((remark) => (
          <li key={`${remark.code} ${remark.raw} ${remark.message}`}>
            {remark.raw === null ? words(remark) : <Link onPress={() => onGo(remark.raw!)}>{words(remark)}</Link>}
          </li>
        ))}
      </ul>
    </section>
  )
}
