// Where an earlier wording stands and, for every party of the draft, whether it stood behind it.
import { useTranslation } from 'react-i18next'
import type { Party } from '../../../shared/model/declaration.ts'
import type { Source } from '../../../shared/model/statement.ts'
import { useFormats } from '../../i18n/format.ts'
import { Check, Minus } from '../../ui/icons.ts'
import { DelegationMark, GradeMark } from '../../ui/Marks.tsx'
import { delegationsOf, wasParty } from './delegations.ts'
import styles from './earlier.module.css'
import { withoutYear } from './earlier.ts'

/** Citation, date, grade, and for every party of the draft whether it stood behind this wording. */
export function Provenance({ source, parties }: { source: Source; parties: readonly Party[] }) {
  const { t } = useTranslation('drafting')
  const { date } = useFormats()
  const cited = [
    ...(source.date ? [withoutYear(source.citation, source.date), date(source.date)] : [source.citation]),
    source.number && t('clauseNumber', { number: source.number }),
  ].filter(Boolean)
  return (
    <>
      <p className={styles.citation}>{cited.join(', ')}</p>
      <Agreed source={source} parties={parties} />
    </>
  )
}

/** Grade, and for every party of the draft whether it stood behind this wording. */
export function Agreed({ source, parties }: { source: Source; parties: readonly Party[] }) {
  const { t } = useTranslation('drafting')
  return (
    <>
      <GradeMark grade={source.grade} label={t(`common:grade.${source.grade}`)} />
      <ul className={styles.agreed}>
        {delegationsOf(parties).map(({ code, slot, letters, name }, index) => {
          const agreed = wasParty(parties[index]!, source.parties) && source.grade === 'official'
          const was = wasParty(parties[index]!, source.parties)
          return (
            <li key={code}>
              <DelegationMark code={letters} slot={slot} name={name} />
              <span>{agreed ? t('earlier.agreed') : was ? t('earlier.notBinding') : t('earlier.notParty')}</span>
              {agreed ? (
                <Check size={14} aria-hidden className={styles.yes} />
              ) : (
                <Minus size={14} aria-hidden className={styles.no} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
