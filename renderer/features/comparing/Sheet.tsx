// The sheet: two texts in columns that scroll as one, or the same as one redline, with the map of changes beside it.
import { useCallback, useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { ChevronsUpDown } from '../../ui/icons.ts'
import { ChangeMap } from './ChangeMap.tsx'
import styles from './compare.module.css'
import type { Hit, RowHits } from './find.ts'
import { InlineRow } from './Inline.tsx'
import { foldNumbers, type Shown, type ShownFold } from './layout.ts'
import { MoveLines } from './MoveLines.tsx'
import { RowView } from './Row.tsx'
import { useClickedChange, useFirstFocus } from './usePicking.ts'
import { useRows } from './useRows.ts'
import type { TakeOver } from './useTakeOver.ts'

export type CompareView = 'side-by-side' | 'inline' | 'changes'

export interface SheetProps {
  comparison: Comparison
  shown: Shown[]
  view: CompareView
  typography: boolean
  /** Place in the list of changes. */
  current: number | null
  onPick: (change: number) => void
  onUnfold: (from: number) => void
  /** What was found, by row, and where the reader is in it. */
  found: ReadonlyMap<number, RowHits>
  hit: Hit | null
  takeOver: TakeOver | null
  /** Words under the names: grade, number of paragraphs. */
  about: { old: string; new: string }
}

export function Sheet(props: SheetProps) {
  const { comparison, shown, view, typography, current, onPick, onUnfold, found, hit, takeOver, about } = props
  const { t } = useTranslation('comparing')
  const scroller = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLElement>(null)
  const { virtualizer, starts, goTo } = useRows({ comparison, shown, scroller, body })
  const at = shown.find((one) => one.show === 'row' && one.change !== null && one.change === current)
  const currentAt = at?.show === 'row' ? at.at : null

  const jump = useCallback(
    (row: number, show: 'row' | 'ghost') => {
      const index = shown.findIndex((one) => one.show === show && one.at === row)
      if (index >= 0) goTo(index)
    },
    [shown, goTo],
  )
  const goToRow = useEffectEvent(jump)
  useEffect(() => {
    if (currentAt !== null) goToRow(currentAt, 'row')
  }, [currentAt])
  useEffect(() => {
    if (hit) goToRow(hit.at, hit.side === 'old' && comparison.rows[hit.at]!.kind === 'moved' ? 'ghost' : 'row')
  }, [hit, comparison])

  useFirstFocus(scroller)
  useClickedChange(sheet, onPick)

  const isTable = view === 'side-by-side'
  const RowOf = isTable ? RowView : InlineRow
  const items = virtualizer.getVirtualItems()
  const margin = virtualizer.options.scrollMargin
  const [first, last] = [items[0], items.at(-1)]
  const rows = items.map(({ index }) => {
    const one = shown[index]!
    const isCurrent = one.show === 'row' ? one.change !== null && one.change === current : one.show === 'ghost' && one.at === currentAt
    return one.show === 'fold' ? (
      <Fold
        key={`fold ${one.from}`}
        fold={one}
        index={index}
        measure={virtualizer.measureElement}
        comparison={comparison}
        view={view}
        onUnfold={onUnfold}
      />
    ) : (
      <RowOf
        key={`${one.show} ${one.at}`}
        comparison={comparison}
        shown={one}
        index={index}
        count={shown.length}
        measure={virtualizer.measureElement}
        typography={typography}
        found={found.get(one.at)}
        takeOver={takeOver}
        onJump={jump}
        current={isCurrent}
      />
    )
  })
  const before = first ? first.start - margin : 0
  const behind = last ? virtualizer.getTotalSize() - (last.end - margin) : 0

  return (
    <div className={styles.wrap} data-print="page">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys */}
      <section ref={scroller} className={styles.scroll} tabIndex={0} aria-label={t('sheet')}>
        <div ref={sheet} className={styles.sheet}>
          {isTable ? (
            <>
              <table className={styles.table} aria-rowcount={shown.length + 1}>
                <thead>
                  <tr className={styles.head} aria-rowindex={1}>
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
                <tbody ref={body as RefObject<HTMLTableSectionElement>} style={{ paddingTop: before, paddingBottom: behind }}>
                  {rows}
                </tbody>
              </table>
              <div className={styles.rest} aria-hidden="true">
                <i />
                <i />
                <i />
              </div>
            </>
          ) : (
            <div className={styles.inline}>
              <ul ref={body as RefObject<HTMLUListElement>} style={{ paddingTop: before, paddingBottom: behind }}>
                {rows}
              </ul>
            </div>
          )}
          {isTable && (
            <MoveLines
              sheet={sheet}
              shown={shown}
              starts={starts}
              first={first?.index ?? 0}
              last={last?.index ?? 0}
              current={currentAt}
            />
          )}
        </div>
      </section>
      <ChangeMap scroller={scroller} shown={shown} starts={starts} />
    </div>
  )
}

interface FoldProps {
  index: number
  measure: (element: Element | null) => void
  fold: ShownFold
  comparison: Comparison
  view: CompareView
  onUnfold: (from: number) => void
}

/** Says what it hides; the button opens it. */
function Fold({ fold, index, measure, comparison, view, onUnfold }: FoldProps) {
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
        {fold.typographic > 0 && t('fold.typographic', { count: fold.typographic })}
      </span>
      <button type="button" onClick={() => onUnfold(fold.hides[0]!.at)} aria-label={`${t('fold.show')}: ${says}`}>
        {t('fold.show')}
      </button>
    </>
  )
  return view !== 'side-by-side' ? (
    <li ref={measure} data-index={index} className={styles.fold}>{content}</li>
  ) : (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td colSpan={3} className={styles.fold}>
        {content}
      </td>
    </tr>
  )
}
