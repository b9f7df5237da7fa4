// Says how many paragraphs every version keeps, and opens them.
import { useTranslation } from 'react-i18next'
import { ChevronsUpDown } from '../../../ui/icons.ts'
import type { FoldRow } from './rows.ts'
import styles from './several.module.css'

export function FoldLine({ row: { from, count }, onUnfold }: { row: FoldRow; onUnfold: (from: number) => void }) {
  const { t } = useTranslation('several')
  const says = t('kept', { count })
  return (
    <span className={styles.fold}>
      <ChevronsUpDown size={14} aria-hidden />
      {says}
      <button type="button" onClick={() => onUnfold(from)} aria-label={`${t('comparing:fold.show')}: ${says}`}>
        {t('comparing:fold.show')}
      </button>
    </span>
  )
}
