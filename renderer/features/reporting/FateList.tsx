// Clauses of one fate. Under the dropped ones stands what was dropped in part, and what happened to headings and the chapeau.
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseFate, Fate, Report } from '../../../shared/model/report.ts'
import { useFormats } from '../../i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { usePlaceWords } from './place.ts'
import styles from './report.module.css'
import { Some } from './Some.tsx'
import { Wording } from './Wording.tsx'

export interface FateListProps {
  report: Report
  fate: Fate
  /** The clause to bring into view, by its paragraph. */
  target: number | null
}

export function FateList({ report, fate, target }: FateListProps) {
  const { t } = useTranslation('reporting')
  const list = useRef<HTMLDivElement>(null)
  const { clauses, apart, added, old } = report
  useEffect(() => {
    if (target !== null) list.current?.querySelector(`[data-paragraph="${target}"]`)?.scrollIntoView({ block: 'center' })
  }, [target])
  const isSame = clauses.every((clause) => clause.fate === 'kept') && apart.length === 0 && added.length === 0
  const chosen = clauses.filter((clause) => clause.fate === fate)
  const lost = clauses.filter((clause) => clause.lost.length > 0)
  return (
    <div ref={list} className={styles.list}>
      {isSame && clauses.length > 0 && <p className={styles.lead}>{t('same')}</p>}
      <Group title={t(`list.${fate}`)} count={chosen.length}>
        {chosen.length === 0 && <p className={styles.lead}>{t(`empty.${fate}`)}</p>}
        <Some of={chosen} least={target === null ? 0 : chosen.findIndex(({ place }) => place.paragraph === target) + 1}>
          {(clause) => (
            <Clause key={clause.place.paragraph} clause={clause} lang={old.language} isTarget={clause.place.paragraph === target} />
          )}
        </Some>
      </Group>
      {fate === 'dropped' && lost.length > 0 && (
        <Group title={t('lost')} count={lost.length}>
          <Some of={lost}>{(clause) => <Lost key={clause.place.paragraph} clause={clause} lang={old.language} />}</Some>
        </Group>
      )}
      {fate === 'dropped' && apart.length > 0 && (
        <Group title={t('apart')} count={apart.length}>
          {apart.map((clause) => (
            <Clause key={clause.place.paragraph} clause={clause} lang={old.language} isTarget={false} />
          ))}
        </Group>
      )}
    </div>
  )
}

const Group = ({ title, count, children }: { title: string; count: number; children: ReactNode }) => (
  <section className={styles.group}>
    <h2>
      {title} <span className={styles.quiet}>{useFormats().number(count)}</span>
    </h2>
    {children}
  </section>
)

function Clause({ clause, lang, isTarget }: { clause: ClauseFate; lang: string; isTarget: boolean }) {
  const { t } = useTranslation('reporting')
  const { full } = usePlaceWords()
  const { fate, place, text, now, ops, share, nearest } = clause
  const isDropped = fate === 'dropped'
  const places = now.map(full).join('; ')
  return (
    <article className={cx(styles.clause, isDropped && styles.gone, isTarget && styles.target)} data-paragraph={place.paragraph}>
      <span className={styles.ordinal}>{place.number ?? place.clause ?? ''}</span>
      <div>
        {ops.length > 0 ? (
          <Wording ops={ops} lang={lang} />
        ) : (
          <p className={styles.words} lang={lang}>
            {text}
          </p>
        )}
        <p className={styles.about}>
          <span>{full(place)}</span>
          {!isDropped && place.clause !== null && places !== full(place) && <span>{t('now', { places })}</span>}
          {!isDropped && fate !== 'kept' && <span>{t('share', { share })}</span>}
          {isDropped && place.clause === null && <span>{t('one.dropped')}</span>}
        </p>
        {isDropped && place.clause !== null && (
          <div className={styles.nearest}>
            <p className={styles.about}>
              {nearest ? t('nearest', { place: full(nearest.place), share: nearest.share }) : t('nearestNone')}
            </p>
            {nearest && <Wording ops={nearest.ops} lang={lang} />}
          </div>
        )}
      </div>
    </article>
  )
}

function Lost({ clause: { place, lost }, lang }: { clause: ClauseFate; lang: string }) {
  const { full } = usePlaceWords()
  return (
    <article className={styles.clause}>
      <span className={styles.ordinal}>{place.number ?? place.clause}</span>
      <div>
        {lost.map((phrase) => (
          <p key={phrase} className={styles.words} lang={lang}>
            <del>{phrase}</del>
          </p>
        ))}
        <p className={styles.about}>{full(place)}</p>
      </div>
    </article>
  )
}
