// Names a chosen text and opens the list to choose another.
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { ComparedText } from '../../../shared/model/comparison.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ChevronDown } from '../../ui/icons.ts'
import styles from './bars.module.css'
import { useTextName } from './useTextName.ts'

interface SideButtonProps {
  label: string
  chosen: TextRef
  /** As it was compared; not yet, or not where the comparison failed. */
  compared: ComparedText | undefined
  onPress: () => void
}

/** Titles of one forum begin alike: the date stays in sight where the title is cut. */
export function SideButton({ label, chosen, compared, onPress }: SideButtonProps) {
  const { date } = useFormats()
  const listed = useTextName(compared ? null : chosen)
  const text = compared ?? listed
  const shown = text ? [text.name, ...(text.date ? [date(text.date)] : [])] : []
  return (
    <Button className={styles.pick} aria-label={text ? `${label}: ${shown.join(' ')}` : label} onPress={onPress}>
      <span className={styles.name}>{text?.name ?? '…'}</span>{' '}
      {shown[1] && <span className={styles.date}>{shown[1]}</span>}
      <ChevronDown size={12} aria-hidden />
    </Button>
  )
}
