// The base once, with the changes of all versions in it. Every change is drawn in its version's colour and line and followed by
// its mark; what several versions did alike stands once, with the marks of all of them.
import { memo, type ReactNode } from 'react'
import type { Collation } from '../../../../shared/model/collation.ts'
import { overlay, type Overlaid } from '../../../../shared/redline/index.ts'
import { cx } from '../../../ui/cx.ts'
import sheet from '../compare.module.css'
import { placeOf } from '../place.ts'
import { FoldLine } from './FoldLine.tsx'
import { holdersOf, type BaseRow } from './rows.ts'
import styles from './several.module.css'
import type { ViewProps } from './SeveralSheet.tsx'
import { VersionMark } from './VersionsBar.tsx'
import { Glyph, useFateWords, withEnds } from './words.tsx'

export function OneRedline({ collation, rows, current, onUnfold }: ViewProps) {
  return (
    <ul className={styles.redline} lang={collation.base.language}>
      {rows.map((row) =>
        row.show === 'fold' ? (
          <li key={`fold ${row.from}`}>
            <FoldLine row={row} onUnfold={onUnfold} />
          </li>
        ) : row.show === 'base' ? (
          <BaseLine key={row.index} collation={collation} row={row} isCurrent={row.change !== null && row.change === current} />
        ) : (
          <li
            key={`added ${row.place} ${row.nth}`}
            data-change={row.change}
            className={cx(sheet.row, row.change === current && styles.current)}
          >
            <p>
              <Hands as="ins" hands={holdersOf(row.addition)} collation={collation}>
                {row.addition.text}
                <span className={sheet.pilcrow}>{'¶'}</span>
              </Hands>
            </p>
          </li>
        ),
      )}
    </ul>
  )
}

const BaseLine = memo(function BaseLine({ collation, row, isCurrent }: { collation: Collation; row: BaseRow; isCurrent: boolean }) {
  const { base, versions } = collation
  const { index, cells, change } = row
  const fateWords = useFateWords()
  const { text, kind, label } = base.paragraphs[index]!
  const pieces = overlay(text, cells.map(({ ops }) => ops))
  const joining = cells.flatMap(({ endGone }, version) => (endGone ? [version] : []))
  const told = cells.flatMap((cell, version) => (['moved', 'split', 'merged'].includes(cell.fate) ? [{ cell, version }] : []))
  return (
    <li
      className={cx(sheet.row, (kind === 'title' || kind === 'heading') && styles.strong, isCurrent && styles.current)}
      {...(change !== null && { 'data-change': change })}
      {...(isCurrent && { 'aria-current': true })}
    >
      <p>
        {label && <span className={styles.number}>{placeOf(base, index)}</span>}
        {pieces.map((piece, at) => (
          <Piece key={at} piece={piece} collation={collation} isMarked={!goOn(piece, pieces[at + 1])} />
        ))}
        {joining.length > 0 && (
          <Hands as="del" hands={joining} collation={collation}>
            <span className={sheet.pilcrow}>{'¶'}</span>
          </Hands>
        )}
      </p>
      {told.length > 0 && (
        <ul className={styles.told}>
          {told.map(({ cell, version }) => (
            <li key={version} className={styles.fate}>
              <VersionMark version={version} name={versions[version]!.name} />
              <Glyph fate={cell.fate} />
              {fateWords(cell, versions[version]!)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
})

/** What the same versions put in the place of a deletion is one change with it, and is marked once. */
const goOn = ({ deletedBy }: Overlaid, next: Overlaid | undefined) =>
  next !== undefined && deletedBy.length > 0 && deletedBy.join() === next.insertedBy.join()

interface PieceProps {
  piece: Overlaid
  collation: Collation
  isMarked: boolean
}

function Piece({ piece: { text, insertedBy, deletedBy }, collation, isMarked }: PieceProps) {
  if (insertedBy.length > 0) {
    return (
      <Hands as="ins" hands={insertedBy} collation={collation} isMarked={text.trim() !== ''}>
        {withEnds(text, false)}
      </Hands>
    )
  }
  if (deletedBy.length === 0) return <span>{text}</span>
  return (
    <Hands as="del" hands={deletedBy} collation={collation} isMarked={isMarked}>
      {text}
    </Hands>
  )
}

interface HandsProps {
  as: 'ins' | 'del'
  hands: readonly number[]
  collation: Collation
  /** Its marks follow it. */
  isMarked?: boolean
  children: ReactNode
}

/** A change with the marks of those who made it; of several hands it is drawn in ink. */
const Hands = ({ as: Mark, hands, collation: { versions }, isMarked = true, children }: HandsProps) => (
  <>
    <Mark className={styles.hand} data-hand={hands.length === 1 ? hands[0]! + 1 : 'several'}>
      {children}
    </Mark>
    {isMarked && (
      <span className={styles.hands}>
        {hands.map((version) => (
          <VersionMark key={version} version={version} name={versions[version]!.name} />
        ))}
      </span>
    )}
  </>
)
