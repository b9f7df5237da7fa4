// Clauses of the later text without a source in the earlier one, each with its precedent in the library: who agreed it, when, and
// how much of it is verbatim.
import { useTranslation } from 'react-i18next'
import type { NewClause, Report } from '../../../shared/model/report.ts'
import { links } from '../../api/links.ts'
import { useFormats } from '../../i18n/format.ts'
import { TextLink } from '../../ui/Button.tsx'
import { GradeMark } from '../../ui/Marks.tsx'
import { usePlaceWords } from './place.ts'
import styles from './report.module.css'
import { Some } from './Some.tsx'
import { Wording } from './Wording.tsx'

export function NewLanguage({ report: { added, new: later } }: { report: Report }) {
  const { t } = useTranslation('reporting')
  if (added.length === 0) {
    return (
      <div className={styles.list}>
        <p className={styles.lead}>{t('added.none')}</p>
      </div>
    )
  }
  return (
    <div className={styles.list}>
      <p className={styles.lead}>{t('added.sum', { total: later.clauses, added: added.length })}</p>
      <Some of={added}>{(clause) => <Added key={clause.place.paragraph} clause={clause} lang={later.language} />}</Some>
    </div>
  )
}

function Added({ clause: { place, text, precedent }, lang }: { clause: NewClause; lang: string }) {
  const { t } = useTranslation('reporting')
  const { t: common } = useTranslation()
  const { date } = useFormats()
  const { full } = usePlaceWords()
  return (
    <article className={styles.clause}>
      <span className={styles.ordinal}>{place.number ?? place.clause}</span>
      <div>
        <p className={styles.words} lang={lang}>
          {text}
        </p>
        <p className={styles.about}>{full(place)}</p>
        {precedent ? (
          <div className={styles.nearest}>
            <p className={styles.about}>
              <TextLink href={`#${links.clause(precedent.declarationId, precedent.clauseId)}`}>
                {t('added.precedent', {
                  citation: [precedent.citation, ...(precedent.number ? [t('at.number', { number: precedent.number })] : [])].join(', '),
                })}
              </TextLink>
              <span>{date(precedent.date)}</span>
              <GradeMark grade={precedent.grade} label={common(`grade.${precedent.grade}`)} />
              <span>{t('added.verbatim', { share: precedent.share })}</span>
            </p>
            {precedent.parties.length > 0 && (
              <p className={styles.about}>{`${t('added.agreed')}: ${precedent.parties.map(({ state }) => state).join(', ')}`}</p>
            )}
            <Wording ops={precedent.ops} lang={lang} />
          </div>
        ) : (
          <p className={styles.about}>{t(precedent === null ? 'added.noPrecedent' : 'added.unasked')}</p>
        )}
      </div>
    </article>
  )
}
