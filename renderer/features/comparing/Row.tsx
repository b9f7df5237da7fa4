// One row of the side-by-side view: the earlier paragraph, what became of it, the later paragraph.
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison, Row } from '../../../shared/model/comparison.ts'
import { cx } from '../../ui/cx.ts'
import { ArrowLeft, ArrowRight } from '../../ui/icons.ts'
import styles from './compare.module.css'
import type { RowHits } from './find.ts'
import { Found } from './Found.tsx'
import type { TakeOver } from './useTakeOver.ts'
import { bare, percentSame, sideOf, type ShownGhost, type ShownRow } from './layout.ts'
import { placeOf } from './place.ts'

export interface RowProps {
  comparison: Comparison
  shown: ShownRow | ShownGhost
  current: boolean
  /** Place among what is shown, and how many there are: the rest may not be on the page. */
  index: number
  count: number
  /** Hears of the row's element, to measure it. */
  measure: (element: Element | null) => void
  /** Whether differences of typography are marked. */
  typography: boolean
  found: RowHits | undefined
  /** Takes the other side's wording into the draft; null where neither side is one. */
  takeOver: TakeOver | null
  /** Scrolls to the other end of a move. */
  onJump: (at: number, to: 'row' | 'ghost') => void
}

/** What kind of paragraph a row is: the later one, or the earlier where there is no other. */
export const paragraphKind = ({ old, new: later }: Row, comparison: Comparison) =>
  (later.length > 0 ? comparison.new.paragraphs[later[0]!]! : comparison.old.paragraphs[old[0]!]!).kind

export const RowView = memo(function RowView(props: RowProps) {
  const { comparison, shown, current, index, measure, typography, found, takeOver, onJump } = props
  const { row, at } = shown
  const ghost = shown.show === 'ghost'
  const kind = paragraphKind(row, comparison)
  const change = shown.show === 'row' ? shown.change : null
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-at={at}
      data-show={shown.show}
      data-kind={row.kind}
      className={cx(
        styles.row,
        kind === 'heading' && styles.heading,
        kind === 'title' && styles.title,
        ghost && styles.ghost,
        current && styles.current,
        change !== null && styles.change,
      )}
      {...(current && { 'aria-current': true })}
      {...(change !== null && { 'data-change': change })}
    >
      <td className={styles.cell}>
        {row.old.length === 0 || (row.kind === 'moved' && !ghost) ? (
          <Gap comparison={comparison} shown={shown} side="old" />
        ) : (
          <Side comparison={comparison} row={row} side="old" typography={typography} found={found} />
        )}
      </td>
      <td className={styles.mid}>
        {row.kind === 'moved' ? <Jump comparison={comparison} shown={shown} onJump={onJump} /> : <Fate row={row} typography={typography} />}
        {!ghost && <Take takeOver={takeOver} row={row} at={at} />}
      </td>
      <td className={styles.cell}>
        {row.new.length === 0 || ghost ? (
          <Gap comparison={comparison} shown={shown} side="new" />
        ) : (
          <Side comparison={comparison} row={row} side="new" typography={typography} found={found} />
        )}
      </td>
    </tr>
  )
})

/** The side on which a paragraph does not stand, and why. */
function Gap({ comparison, shown: { row, above }, side }: Pick<RowProps, 'comparison' | 'shown'> & { side: 'old' | 'new' }) {
  const { t } = useTranslation('comparing')
  if (row.kind !== 'moved') return <p className={styles.gap}>{t(side === 'old' ? 'gap.added' : 'gap.dropped')}</p>
  const place = placeOf(comparison[side], row[side][0]!)
  const key = side === 'old' ? (above ? 'gap.wasAbove' : 'gap.wasBelow') : above ? 'gap.nowBelow' : 'gap.nowAbove'
  return <p className={styles.gap}>{t(key, { place })}</p>
}

function Jump({ comparison, shown, onJump }: Pick<RowProps, 'comparison' | 'shown' | 'onJump'>) {
  const { t } = useTranslation('comparing')
  const { row, at } = shown
  const ghost = shown.show === 'ghost'
  const from = placeOf(comparison['old'], row.old[0]!)
  const to = placeOf(comparison['new'], row.new[0]!)
  const percent = percentSame(row.ops)
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        aria-label={t(ghost ? 'jump.toNew' : 'jump.toOld', { from, to })}
        onClick={() => onJump(at, ghost ? 'row' : 'ghost')}
      >
        {`⇅ ${from} → ${to}`}
      </button>
      {!ghost && percent < 100 && <span className={styles.note}>{t('percent', { percent })}</span>}
    </>
  )
}

/** What became of the paragraph: a glyph, a word, and for splits and merges a fork that opens to the side of the many. */
function Fate({ row, typography }: { row: Row; typography: boolean }) {
  const { t } = useTranslation('comparing')
  if (row.typographic) {
    if (!typography) return null
    return (
      <>
        <b className={cx(styles.glyph, styles.edited)} aria-hidden="true">
          {'Aa'}
        </b>
        {t(row.kind === 'same' ? 'fate.renumbered' : 'fate.typographic')}
      </>
    )
  }
  switch (row.kind) {
    case 'inserted':
      return (
        <>
          <b className={cx(styles.glyph, styles.inserted)} aria-hidden="true">
            {'+'}
          </b>
          {t('fate.inserted')}
        </>
      )
    case 'deleted':
      return (
        <>
          <b className={cx(styles.glyph, styles.deleted)} aria-hidden="true">
            {'∅'}
          </b>
          {t('fate.deleted')}
        </>
      )
    case 'edited':
      return (
        <>
          <b className={cx(styles.glyph, styles.edited)} aria-hidden="true">
            {'≈'}
          </b>
          {t('percent', { percent: percentSame(row.ops) })}
        </>
      )
    case 'split':
    case 'merged':
      return (
        <>
          <Fork kind={row.kind} />
          {t(row.kind === 'split' ? 'fate.split' : 'fate.merged', { count: row.kind === 'split' ? row.new.length : row.old.length })}
        </>
      )
    default:
      return null
  }
}

/** Whether the other side says something that the draft could take over. */
export const isTakeable = (row: Row) => row.ops.some(({ op }) => op !== 'equal')

/** The button points to the side of the draft. */
export function Take({ takeOver, row, at }: { takeOver: TakeOver | null; row: Row; at: number }) {
  const { t } = useTranslation('comparing')
  if (!takeOver || !isTakeable(row)) return null
  const Arrow = takeOver.draft === 'old' ? ArrowLeft : ArrowRight
  const gone = row[takeOver.draft === 'old' ? 'new' : 'old'].length === 0
  const label = t(gone ? 'take.remove' : takeOver.draft === 'old' ? 'take.later' : 'take.earlier')
  return (
    <button type="button" className={styles.take} aria-label={label} title={label} onClick={() => takeOver.take(at)}>
      <Arrow size={14} aria-hidden />
    </button>
  )
}

/** Narrow at the one paragraph, as high as the row at the many: the two kinds open to opposite sides. */
const Fork = ({ kind }: { kind: 'split' | 'merged' }) => (
  <svg className={styles.fork} data-fork={kind} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    <path d={kind === 'split' ? 'M0 50 100 0V100Z' : 'M100 50 0 0V100Z'} className={styles.forkFill} />
    <path d={kind === 'split' ? 'M100 0 0 50 100 100' : 'M0 0 100 50 0 100'} className={styles.forkLine} />
  </svg>
)

interface SideProps extends Pick<RowProps, 'comparison' | 'typography' | 'found'> {
  row: Row
  side: 'old' | 'new'
}

function Side({ comparison, row, side, typography, found }: SideProps) {
  const plain = row.kind === 'moved' ? styles.moved : undefined
  const Changed = side === 'old' ? 'del' : 'ins'
  return sideOf(row, side, comparison, typography).map((pieces, place) => {
    const index = row[side][place]!
    const { label } = comparison[side].paragraphs[index]!
    const renumbered = typography && row.typographic && row.kind === 'same'
    return (
      <p key={index} lang={comparison[side].language}>
        {label && (
          <span className={cx(styles.label, renumbered && styles.renumbered)}>
            {paragraphKind(row, comparison) === 'heading' ? label : bare(label)}
          </span>
        )}
        {pieces.map(({ text, changed, from }, piece) => {
          const words = <Found text={text} old={side === 'old' ? from : null} later={side === 'new' ? from : null} found={found} />
          return changed ? (
            <Changed key={piece}>{words}</Changed>
          ) : (
            <span key={piece} className={plain}>
              {words}
            </span>
          )
        })}
      </p>
    )
  })
}
