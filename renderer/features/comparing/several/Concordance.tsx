// The concordance: for every paragraph of the base what each version did to it, and the sums, which add up to the base.
import { useTranslation } from 'react-i18next'
import { BASE_FATES } from '../../../../shared/model/collation.ts'
import { Button } from '../../../ui/Button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Copy } from '../../../ui/icons.ts'
import { notices } from '../../../ui/notices.ts'
import { placeOf } from '../place.ts'
import { concordanceText } from './concordanceText.ts'
import { holdersOf, sumsOf } from './rows.ts'
import styles from './several.module.css'
import type { ViewProps } from './SeveralSheet.tsx'
import { VersionMark } from './VersionsBar.tsx'
import { Glyph, useFateWords } from './words.tsx'

export function Concordance({ collation, rows, current, onShow }: ViewProps) {
  const { t } = useTranslation('several')
  const fateWords = useFateWords()
  const { base, versions } = collation
  const sums = sumsOf(collation)
  const copy = async () => {
    await navigator.clipboard.writeText(concordanceText(collation, { fate: fateWords, added: t('fate.added'), base: t('base') }))
    notices.add({ text: t('copied') })
  }
  return (
    <div className={styles.register}>
      <div className={styles.registerHead}>
        <h2>{t('view.table')}</h2>
        <Button size="small" onPress={() => void copy()}>
          <Copy size={14} aria-hidden />
          {t('copy')}
        </Button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('place')}</th>
            <th>{t('base')}</th>
            {versions.map((text, version) => (
              <th key={version}>
                <VersionMark version={version} name={text.name} /> <span className={styles.short}>{text.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            if (row.show === 'fold') return null
            const { change } = row
            const isBase = row.show === 'base'
            const excerpt = isBase ? base.paragraphs[row.index]!.text : row.addition.text
            const holders = isBase ? [] : holdersOf(row.addition)
            return (
              <tr
                key={isBase ? row.index : `added ${row.place} ${row.nth}`}
                className={cx(change !== null && change === current && styles.current)}
                {...(change !== null && { 'data-change': change })}
              >
                <td className={styles.place}>{isBase ? placeOf(base, row.index) : '+'}</td>
                <th scope="row">
                  {change === null ? (
                    <span className={styles.excerpt}>{excerpt}</span>
                  ) : (
                    <button type="button" className={styles.excerpt} onClick={() => onShow(change)}>
                      {excerpt}
                    </button>
                  )}
                </th>
                {versions.map((version, at) => (
                  <td key={at} className={styles.fate} {...(isBase && { 'data-fate': row.cells[at]!.fate })}>
                    {isBase ? (
                      <>
                        <Glyph fate={row.cells[at]!.fate} /> {fateWords(row.cells[at]!, version)}
                      </>
                    ) : (
                      holders.includes(at) && (
                        <>
                          <Glyph fate="added" /> {t('fate.added')}
                        </>
                      )
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>{t('sum', { count: base.paragraphs.length })}</th>
            {sums.map((sum, version) => (
              <td key={version}>
                <ul className={styles.sums}>
                  {BASE_FATES.filter((fate) => sum[fate] > 0).map((fate) => (
                    <li key={fate}>{t(`sums.${fate}`, { count: sum[fate] })}</li>
                  ))}
                  {sum.added > 0 && <li>{t('sums.added', { count: sum.added })}</li>}
                </ul>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
