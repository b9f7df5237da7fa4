// Figures and names that changed, came or went.
import { useTranslation } from 'react-i18next'
import type { FactChange, Report } from '../../../shared/model/report.ts'
import { useFormats } from '../../i18n/format.ts'
import { usePlaceWords } from './place.ts'
import styles from './report.module.css'
import { Some } from './Some.tsx'

export function FactTable({ report: { facts, old } }: { report: Report }) {
  const { t } = useTranslation('reporting')
  const { number } = useFormats()
  return (
    <section className={styles.group}>
      <h2>
        {t('facts.title')} {facts.length > 0 && <span className={styles.quiet}>{number(facts.length)}</span>}
      </h2>
      {facts.length === 0 ? (
        <p className={styles.lead}>{t('facts.none')}</p>
      ) : (
        <table className={styles.table} aria-label={t('facts.title')}>
          <thead>
            <tr>
              <th scope="col">{t('verbs.place')}</th>
              <th scope="col">{t('facts.was')}</th>
              <th scope="col">{t('facts.is')}</th>
              <th scope="col">{t('facts.kind')}</th>
            </tr>
          </thead>
          <tbody>
            <Some of={facts} row={4}>
              {(fact, index) => <Fact key={index} fact={fact} lang={old.language} />}
            </Some>
          </tbody>
        </table>
      )}
    </section>
  )
}

function Fact({ fact: { kind, old, new: later, at, elsewhere }, lang }: { fact: FactChange; lang: string }) {
  const { t } = useTranslation('reporting')
  const { full, short } = usePlaceWords()
  const place = (at.old ?? at.new)!
  return (
    <tr>
      <td title={full(place)}>{short(place)}</td>
      <td className={styles.quoted} lang={lang}>
        {old ?? t('verbs.off')}
      </td>
      <td className={styles.quoted} lang={lang}>
        {later ?? t('verbs.off')}
      </td>
      <td>
        {t(`facts.${kind}`)}
        {elsewhere && <small>{t('facts.elsewhere')}</small>}
      </td>
    </tr>
  )
}
