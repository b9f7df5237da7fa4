// The same comparison as one redline: one column, both texts in it, ends of paragraphs shown where they changed.
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison, Row } from '../../../shared/model/comparison.ts'
import { cx } from '../../ui/cx.ts'
import styles from './compare.module.css'
import { Found } from './Found.tsx'
import { bare, type ShownGhost, type ShownRow } from './layout.ts'
import { placeOf } from './place.ts'
import { paragraphKind, Take, type RowProps } from './Row.tsx'

export const InlineRow = memo(function InlineRow(props: RowProps) {
  const { comparison, shown, current, index, count, measure, typography, found, takeOver, onJump } = props
  const { t } = useTranslation('comparing')
  const { row, at } = shown
  const ghost = shown.show === 'ghost'
  const kind = paragraphKind(row, comparison)
  const change = shown.show === 'row' ? shown.change : null
  const place = row.kind === 'moved' ? placeOf(comparison[ghost ? 'new' : 'old'], row[ghost ? 'new' : 'old'][0]!) : ''
  return (
    <li
      ref={measure}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-at={at}
      data-show={shown.show}
      data-kind={row.kind}
      className={cx(
        styles.inlineRow,
        styles.cell,
        kind === 'heading' && styles.heading,
        kind === 'title' && styles.title,
        row.kind !== 'same' && styles.change,
        current && styles.current,
      )}
      {...(current && { 'aria-current': true })}
      {...(change !== null && { 'data-change': change })}
    >
      <p lang={comparison.new.language}>
        <Labels comparison={comparison} shown={shown} />
        {ghost ? (
          <del className={styles.moved}>
            <Found text={comparison.old.paragraphs[row.old[0]!]!.text} old={0} later={null} found={found} />
          </del>
        ) : (
          <Ops row={row} typography={typography} found={found} />
        )}
        {row.kind === 'moved' && (
          <>
            {' '}
            <button type="button" className={styles.chip} onClick={() => onJump(at, ghost ? 'row' : 'ghost')}>
              {`⇅ ${t(ghost ? 'inline.movedTo' : 'inline.movedFrom', { place })}`}
            </button>
          </>
        )}
        {!ghost && <Take takeOver={takeOver} row={row} at={at} />}
      </p>
    </li>
  )
})

/** The numbers before the text: the earlier one struck where it differs. */
function Labels({ comparison, shown: { row, show } }: { comparison: Comparison; shown: ShownRow | ShownGhost }) {
  const label = (side: 'old' | 'new') => {
    const paragraph = comparison[side].paragraphs[row[side][0] ?? -1]
    return paragraph?.label ? (paragraph.kind === 'heading' ? paragraph.label : bare(paragraph.label)) : null
  }
  const old = label('old')
  const later = show === 'ghost' ? null : label('new')
  if (!old && !later) return null
  return (
    <span className={styles.label}>
      {old && old !== later && <span className={styles.oldLabel}>{old}</span>}
      {later}
    </span>
  )
}

/** Word operations as marks, with the changed ends of paragraphs of a split or merge. */
function Ops({ row, typography, found }: { row: Row } & Pick<RowProps, 'typography' | 'found'>): ReactNode {
  const plain = row.kind === 'moved' ? styles.moved : undefined
  const ends = row.old.length > 1 || row.new.length > 1
  let old = 0
  let later = 0
  return row.ops.map(({ op, text, typographic }, index) => {
    const at = { old: op === 'insert' ? null : old, later: op === 'delete' ? null : later }
    if (op !== 'insert') old += text.length
    if (op !== 'delete') later += text.length
    const isNoise = typographic && !typography
    if (isNoise && op === 'delete') return null
    if (op === 'equal' || isNoise)
      return (
        <span key={index} className={plain}>
          <Found text={text} {...at} found={found} />
        </span>
      )
    const Mark = op === 'insert' ? 'ins' : 'del'
    if (!ends || !text.includes('\n')) {
      return (
        <Mark key={index}>
          <Found text={text} {...at} found={found} />
        </Mark>
      )
    }
    return (
      <Mark key={index}>
        {text.split('\n').map((part, place) => (
          <span key={place}>
            {place > 0 && (
              <>
                <span className={styles.pilcrow}>{'¶'}</span>
                {op === 'insert' && <br />}
              </>
            )}
            {part}
          </span>
        ))}
      </Mark>
    )
  })
}
