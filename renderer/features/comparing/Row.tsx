// One row of the side-by-side view: the earlier paragraph, what became of it, the later paragraph.
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison, Row } from '../../../shared/model/comparison.ts'
import { cx } from '../../ui/cx.ts'
import styles from './compare.module.css'
import { bare, percentSame, sideOf, type ShownGhost, type ShownRow } from './layout.ts'
import { placeOf } from './place.ts'

export interface RowProps {
  comparison: Comparison
  shown: ShownRow | ShownGhost
  current: boolean
  /** Scrolls to the other end of a move. */
  onJump: (at: number, to: 'row' | 'ghost') => void
}

/** What kind of paragraph a row is: the later one, or the earlier where there is no other. */
export const paragraphKind = ({ old, new: later }: Row, comparison: Comparison) =>
  (later.length > 0 ? comparison.new.paragraphs[later[0]!]! : comparison.old.paragraphs[old[0]!]!).kind

export const RowView = memo(function RowView({ comparison, shown, current, onJump }: RowProps) {
  const { row, at } = shown
  const ghost = shown.show === 'ghost'
  const kind = paragraphKind(row, comparison)
  const change = shown.show === 'row' ? shown.change : null
  return (
    <tr
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
          <Side comparison={comparison} row={row} side="old" />
        )}
      </td>
      <td className={styles.mid}>
        {row.kind === 'moved' ? <Jump comparison={comparison} shown={shown} onJump={onJump} /> : <Fate row={row} />}
      </td>
      <td className={styles.cell}>
        {row.new.length === 0 || ghost ? (
          <Gap comparison={comparison} shown={shown} side="new" />
        ) : (
          <Side comparison={comparison} row={row} side="new" />
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

/** What became of the paragraph: a glyph, a word, and for splits and merges a bracket on the side of the many. */
function Fate({ row }: { row: Row }) {
  const { t } = useTranslation('comparing')
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
      return (
        <>
          {t('fate.split', { count: row.new.length })}
          <i className={cx(styles.bracket, styles.bracketSplit)} aria-hidden="true" />
        </>
      )
    case 'merged':
      return (
        <>
          <i className={cx(styles.bracket, styles.bracketMerged)} aria-hidden="true" />
          {t('fate.merged', { count: row.old.length })}
        </>
      )
    default:
      return null
  }
}

function Side({ comparison, row, side }: { comparison: Comparison; row: Row; side: 'old' | 'new' }) {
  const plain = row.kind === 'moved' ? styles.moved : undefined
  const Changed = side === 'old' ? 'del' : 'ins'
  return sideOf(row, side, comparison).map((pieces, place) => {
    const index = row[side][place]!
    const { label } = comparison[side].paragraphs[index]!
    return (
      <p key={index} lang={comparison[side].language}>
        {label && <span className={styles.label}>{paragraphKind(row, comparison) === 'heading' ? label : bare(label)}</span>}
        {pieces.map(({ text, changed }, piece) =>
          changed ? (
            <Changed key={piece}>{text}</Changed>
          ) : (
            <span key={piece} className={plain}>
              {text}
            </span>
          ),
        )}
      </p>
    )
  })
}
