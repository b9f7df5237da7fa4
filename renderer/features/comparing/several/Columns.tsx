// The base and up to six versions as columns. A version that keeps a paragraph says so in a word, so that the eye finds what
// differs; where it differs, its own text stands with the changes against the base.
import { memo, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Collation } from '../../../../shared/model/collation.ts'
import { useFormats } from '../../../i18n/format.ts'
import { cx } from '../../../ui/cx.ts'
import sheet from '../compare.module.css'
import { placeOf } from '../place.ts'
import { FoldLine } from './FoldLine.tsx'
import { holdersOf, type AddedRow, type BaseRow } from './rows.ts'
import styles from './several.module.css'
import type { ViewProps } from './SeveralSheet.tsx'
import { VersionMark } from './VersionsBar.tsx'
import { Glyph, Ops, useFateWords } from './words.tsx'

export function Columns({ collation, rows, current, onUnfold }: ViewProps) {
  const { t } = useTranslation('several')
  const { date } = useFormats()
  const { base, versions } = collation
  return (
    <table className={styles.columns} style={{ '--versions': versions.length } as CSSProperties}>
      <thead>
        <tr>
          <th className={styles.baseHead}>
            <span className={sheet.name}>{base.name}</span>
            <span className={styles.quiet}>{base.date ? date(base.date) : t('base')}</span>
          </th>
          {versions.map((text, version) => (
            <th key={version}>
              <VersionMark version={version} name={text.name} />
              <span className={sheet.name}>{text.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.show === 'fold' ? (
            <tr key={`fold ${row.from}`} className={styles.foldRow}>
              <td colSpan={versions.length + 1}>
                <FoldLine row={row} onUnfold={onUnfold} />
              </td>
            </tr>
          ) : row.show === 'base' ? (
            <BaseLine key={row.index} collation={collation} row={row} isCurrent={row.change !== null && row.change === current} />
          ) : (
            <AddedLine key={`added ${row.place} ${row.nth}`} collation={collation} row={row} isCurrent={row.change === current} />
          ),
        )}
      </tbody>
    </table>
  )
}

interface LineProps<Row> {
  collation: Collation
  row: Row
  isCurrent: boolean
}

const BaseLine = memo(function BaseLine({ collation: { base, versions }, row: { index, cells, change }, isCurrent }: LineProps<BaseRow>) {
  const fateWords = useFateWords()
  const { text, kind, label } = base.paragraphs[index]!
  return (
    <tr
      className={cx(sheet.row, (kind === 'title' || kind === 'heading') && styles.strong, isCurrent && styles.current)}
      {...(change !== null && { 'data-change': change })}
      {...(isCurrent && { 'aria-current': true })}
    >
      <th scope="row" lang={base.language}>
        {label && <span className={styles.number}>{placeOf(base, index)}</span>}
        {text}
      </th>
      {cells.map((cell, version) => (
        <td key={version} lang={versions[version]!.language} data-fate={cell.fate}>
          <span className={styles.fate}>
            <Glyph fate={cell.fate} />
            {fateWords(cell, versions[version]!)}
          </span>
          {cell.fate !== 'kept' && cell.fate !== 'dropped' && (
            <p>
              <Ops ops={cell.ops} />
            </p>
          )}
        </td>
      ))}
    </tr>
  )
})

const AddedLine = memo(function AddedLine({ collation: { versions }, row: { addition, change }, isCurrent }: LineProps<AddedRow>) {
  const { t } = useTranslation('several')
  const holders = holdersOf(addition)
  return (
    <tr className={cx(sheet.row, isCurrent && styles.current)} data-change={change} {...(isCurrent && { 'aria-current': true })}>
      <th scope="row" className={styles.nothing}>
        {t('notInBase')}
      </th>
      {versions.map((text, version) => (
        <td key={version} lang={text.language}>
          {holders.includes(version) && (
            <>
              <span className={styles.fate}>
                <Glyph fate="added" />
                {t('fate.added')}
              </span>
              <p>
                <ins>{addition.text}</ins>
              </p>
            </>
          )}
        </td>
      ))}
    </tr>
  )
})
