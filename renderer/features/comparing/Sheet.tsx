// The sheet: two texts in columns that scroll as one, or the same as one redline, with the map of changes beside it.
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { cx } from '../../ui/cx.ts'
import { ChevronsUpDown } from '../../ui/icons.ts'
import { ChangeMap } from './ChangeMap.tsx'
import styles from './compare.module.css'
import { InlineRow } from './Inline.tsx'
import { foldNumbers, type Shown, type ShownFold } from './layout.ts'
import { MoveLines } from './MoveLines.tsx'
import { RowView } from './Row.tsx'

export type CompareView = 'side-by-side' | 'inline'

export interface SheetProps {
  comparison: Comparison
  shown: Shown[]
  view: CompareView
  /** Place in the list of changes. */
  current: number | null
  onPick: (change: number) => void
  onUnfold: (from: number) => void
  /** Words under the names: grade, number of paragraphs. */
  about: { old: string; new: string }
}

/** More rows than this are drawn only as they come into view, and moves are then not joined by lines. */
const MANY = 400

export function Sheet({ comparison, shown, view, current, onPick, onUnfold, about }: SheetProps) {
  const { t } = useTranslation('comparing')
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const many = shown.length > MANY
  const currentAt = shown.find((one) => one.show === 'row' && one.change !== null && one.change === current)

  const scrollTo = useCallback((at: number, show: 'row' | 'ghost') => {
    const row = sheet.current?.querySelector(`[data-show="${show}"][data-at="${at}"]`)
    row?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  }, [])

  const at = currentAt?.show === 'row' ? currentAt.at : null
  useEffect(() => {
    if (at !== null) scrollTo(at, 'row')
  }, [at, scrollTo])

  // The arrow keys scroll at once, unless the keyboard is somewhere already: on the switch between the views, say.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [])

  // One listener for all rows: a pointer's short cut, the keys walk the same changes.
  const pick = useEffectEvent(onPick)
  useEffect(() => {
    const box = sheet.current
    const clicked = (event: MouseEvent) => {
      const target = event.target as Element
      const change = target.closest('button') ? undefined : target.closest<HTMLElement>('[data-change]')?.dataset['change']
      if (change !== undefined) pick(Number(change))
    }
    box?.addEventListener('click', clicked)
    return () => box?.removeEventListener('click', clicked)
  }, [])

  const RowOf = view === 'inline' ? InlineRow : RowView
  const rows = shown.map((one) =>
    one.show === 'fold' ? (
      <Fold key={`fold ${one.from}`} fold={one} comparison={comparison} view={view} onUnfold={onUnfold} />
    ) : (
      <RowOf
        key={`${one.show} ${one.at}`}
        comparison={comparison}
        shown={one}
        onJump={scrollTo}
        current={one.show === 'row' ? one.change !== null && one.change === current : one.at === at}
      />
    ),
  )

  return (
    <div className={styles.wrap}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys */}
      <section ref={scroller} className={styles.scroll} tabIndex={0} aria-label={t('sheet')}>
        <div ref={sheet} className={cx(styles.sheet, many && styles.many)}>
          {view === 'inline' ? (
            <ul className={styles.inline}>{rows}</ul>
          ) : (
            <>
              <table className={styles.table}>
                <thead>
                  <tr className={styles.head}>
                    <th>
                      <span className={styles.name}>{comparison.old.name}</span>
                      <span className={styles.quiet}>{about.old}</span>
                    </th>
                    <th className={styles.headMid}>
                      <span className={styles.quiet}>{t('byParagraph')}</span>
                    </th>
                    <th>
                      <span className={styles.name}>{comparison.new.name}</span>
                      <span className={styles.quiet}>{about.new}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>{rows}</tbody>
              </table>
              <div className={styles.rest} aria-hidden="true">
                <i />
                <i />
                <i />
              </div>
            </>
          )}
          {view === 'side-by-side' && !many && <MoveLines sheet={sheet} shown={shown} current={at} />}
        </div>
      </section>
      <ChangeMap scroller={scroller} shown={shown} />
    </div>
  )
}

interface FoldProps {
  fold: ShownFold
  comparison: Comparison
  view: CompareView
  onUnfold: (from: number) => void
}

/** Says what it hides; the button opens it. */
function Fold({ fold, comparison, view, onUnfold }: FoldProps) {
  const { t } = useTranslation('comparing')
  const numbers = foldNumbers(fold, comparison)
  const rows = fold.hides.filter((one) => one.show === 'row').length
  const says = fold.changes > 0 ? t('fold.filtered', { count: rows }) : t('fold.unchanged', { count: rows })
  const renumbered =
    numbers.old && numbers.new && fold.changes === 0
      ? t(numbers.old === numbers.new ? 'fold.sameNumbers' : 'fold.renumbered', { old: numbers.old, new: numbers.new })
      : ''
  const content = (
    <>
      <ChevronsUpDown size={14} aria-hidden />
      <span>
        {says}
        {renumbered}
      </span>
      <button type="button" onClick={() => onUnfold(fold.hides[0]!.at)} aria-label={`${t('fold.show')}: ${says}`}>
        {t('fold.show')}
      </button>
    </>
  )
  return view === 'inline' ? (
    <li className={styles.fold}>{content}</li>
  ) : (
    <tr>
      <td colSpan={3} className={styles.fold}>
        {content}
      </td>
    </tr>
  )
}
