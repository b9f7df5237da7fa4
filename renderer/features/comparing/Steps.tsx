// The way through the changes: previous, where one is, next.
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { ChevronDown, ChevronUp } from '../../ui/icons.ts'
import { Keys } from '../../ui/Marks.tsx'
import styles from './bars.module.css'

export interface StepsProps {
  current: number | null
  total: number
  onStep: (step: 1 | -1) => void
}

export function Steps({ current, total, onStep }: StepsProps) {
  const { t } = useTranslation('comparing')
  return (
    <>
      <IconButton label={t('step.previous')} keys="Alt+↑" size="small" isDisabled={total === 0} onPress={() => onStep(-1)}>
        <ChevronUp size={14} aria-hidden />
      </IconButton>
      <output className={styles.position}>
        {total === 0
          ? t('step.none')
          : current === null
            ? t('step.count', { count: total })
            : t('step.position', { current: current + 1, total })}
      </output>
      <IconButton label={t('step.next')} keys="Alt+↓" size="small" isDisabled={total === 0} onPress={() => onStep(1)}>
        <ChevronDown size={14} aria-hidden />
      </IconButton>
      <span className={styles.keysHint}>
        <Keys>{'Alt+↑ ↓'}</Keys>
      </span>
    </>
  )
}
