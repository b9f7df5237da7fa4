// The versions by their marks, each to be taken away again; folding, and the way through the changes.
import { useTranslation } from 'react-i18next'
import type { Collation } from '../../../../shared/model/collation.ts'
import { Grow, Separator } from '../../../ui/Bars.tsx'
import { IconButton, ToggleIconButton } from '../../../ui/Button.tsx'
import { ChevronsDownUp, X } from '../../../ui/icons.ts'
import { DelegationMark } from '../../../ui/Marks.tsx'
import { slotAt } from '../../../ui/parties.ts'
import bars from '../bars.module.css'
import { Steps, type StepsProps } from '../Steps.tsx'
import styles from './several.module.css'

export interface VersionsBarProps extends StepsProps {
  collation: Collation
  onRemove: (version: number) => void
  /** Absent where nothing is folded. */
  folding?: { fold: boolean; onFold: (fold: boolean) => void }
}

/** Shape, colour and number of a version. */
export const VersionMark = ({ version, name }: { version: number; name: string }) => (
  <DelegationMark code={String(version + 1)} slot={slotAt(version)} name={name} />
)

export function VersionsBar({ collation, onRemove, folding, current, total, onStep }: VersionsBarProps) {
  const { t } = useTranslation('several')
  return (
    <div className={bars.filters}>
      <ul className={styles.versions} aria-label={t('versions')}>
        {collation.versions.map((text, version) => (
          <li key={version}>
            <VersionMark version={version} name={text.name} />
            <span className={styles.versionName}>{text.name}</span>
            <IconButton label={t('remove', { name: text.name })} size="small" variant="ghost" onPress={() => onRemove(version)}>
              <X size={12} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Grow />
      {folding && (
        <ToggleIconButton label={t('comparing:fold.toggle')} size="small" isSelected={folding.fold} onChange={folding.onFold}>
          <ChevronsDownUp size={14} aria-hidden />
        </ToggleIconButton>
      )}
      <Separator />
      <Steps current={current} total={total} onStep={onStep} />
    </div>
  )
}
