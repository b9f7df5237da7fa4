// The scrolled sheet of several versions: the rows in one of three views, the current change kept in sight.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Collation } from '../../../../shared/model/collation.ts'
import { cx } from '../../../ui/cx.ts'
import sheet from '../compare.module.css'
import { useClickedChange, useFirstFocus } from '../usePicking.ts'
import { Columns } from './Columns.tsx'
import { Concordance } from './Concordance.tsx'
import { OneRedline } from './OneRedline.tsx'
import type { SeveralRow } from './rows.ts'
import styles from './several.module.css'

export type SeveralView = 'columns' | 'redline' | 'table'

/** What each view gets. */
export interface ViewProps {
  collation: Collation
  rows: readonly SeveralRow[]
  current: number | null
  onUnfold: (from: number) => void
  /** Shows a change in the columns. */
  onShow: (change: number) => void
}

export interface SeveralSheetProps extends ViewProps {
  view: SeveralView
  onPick: (change: number) => void
}

/** More rows than this are drawn only as they come into view. */
const MANY = 200

const VIEW = { columns: Columns, redline: OneRedline, table: Concordance }

export function SeveralSheet({ view, onPick, ...props }: SeveralSheetProps) {
  const { t } = useTranslation('several')
  const scroller = useRef<HTMLElement>(null)
  const { current } = props

  useEffect(() => {
    if (current === null) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    scroller.current?.querySelector(`[data-change="${current}"]`)?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }, [current])

  useFirstFocus(scroller)
  useClickedChange(scroller, onPick)

  const View = VIEW[view]
  return (
    <section
      ref={scroller}
      className={cx(styles.scroll, props.rows.length > MANY && sheet.many)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys
      tabIndex={0}
      aria-label={t('sheet')}
    >
      <View {...props} />
    </section>
  )
}
