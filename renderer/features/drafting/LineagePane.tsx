// The lineage of the paragraph at the caret in short: each text that carried its substance, how the verb changed, and the wording
// agreed last, to be put in at once. The whole of it stands on a screen of its own.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import type { Appearance } from '../../../shared/contract/lineage.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useRead } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Check, Waypoints } from '../../ui/icons.ts'
import styles from './precedents.module.css'

export interface LineagePaneProps {
  /** The clause the paragraph came from, or the precedent closest to it. */
  clause: ClauseId
  language: string
  readOnly: boolean
  /** Whether it is asked for a selection within the paragraph, which is not replaced as a whole. */
  ofSelection: boolean
  onReplace: (hit: ClauseHit) => void
  onInsert: (hit: ClauseHit) => void
}

export function LineagePane({ clause, language, readOnly, ofSelection, onReplace, onInsert }: LineagePaneProps) {
  const { t } = useTranslation('drafting')
  const { date, number } = useFormats()
  const [, go] = useLocation()
  const lineage = useRead('lineage.open', { clause }).data
  if (!lineage || lineage.appearances.length < 2) return null
  const last = lineage.lastAgreed === null ? null : lineage.appearances[lineage.lastAgreed]!.hit
  return (
    <section className={styles.lineage} aria-label={t('lineage.title')}>
      <h3 className={styles.title}>
        {t('lineage.title')}
        <span className={styles.count}>{number(lineage.appearances.length)}</span>
      </h3>
      <ol className={styles.line}>
        {lineage.appearances.map((appearance, index) => (
          <li key={appearance.hit.clauseId}>
            <span className={styles.quiet}>{date(appearance.hit.date)}</span>
            <span>
              {appearance.hit.citation}
              {appearance.hit === last && (
                <span title={t('lineage.lastAgreed')}>
                  {' '}
                  <Check size={12} aria-label={t('lineage.lastAgreed')} />
                </span>
              )}
            </span>
            <span lang={language} className={styles.verb}>
              {appearance.verb?.text ?? '–'}
              {index > 0 && <Shift from={lineage.appearances[index - 1]!} to={appearance} />}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        {last && !readOnly && !ofSelection && (
          <Button size="small" onPress={() => onReplace(last)}>
            {t('lineage.replace')}
          </Button>
        )}
        {last && !readOnly && (
          <Button size="small" variant="ghost" onPress={() => onInsert(last)}>
            {t('lineage.insert')}
          </Button>
        )}
        <Button size="small" variant="ghost" onPress={() => go(links.lineage(clause))}>
          <Waypoints size={14} aria-hidden />
          {t('lineage.whole')}
        </Button>
      </div>
    </section>
  )
}

/** Steps on the ladder between two wordings. */
function Shift({ from, to }: { from: Appearance; to: Appearance }) {
  const { t } = useTranslation('drafting')
  const [was, is] = [from.verb?.rank ?? null, to.verb?.rank ?? null]
  if (was === null || is === null || was === is) return null
  const count = is - was
  return (
    <small className={cx(count > 0 ? styles.stronger : styles.weaker)}>
      {t(count > 0 ? 'lineage.stronger' : 'lineage.weaker', { count: Math.abs(count) })}
    </small>
  )
}
