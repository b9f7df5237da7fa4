// What is known about a declaration, to be read.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Declaration } from '../../../shared/model/declaration.ts'
import { useFormats } from '../../i18n/format.ts'
import { DelegationMark, GradeMark } from '../../ui/Marks.tsx'
import { Noted, type NotedProps } from '../../ui/Noted.tsx'
import type { MarkOf } from '../../ui/parties.ts'
import { Fact } from './Fact.tsx'
import { partyKey } from './filters.ts'
import styles from './reading.module.css'

export const Details = ({
  declaration,
  noted,
  markOf,
  kin,
  actions,
}: {
  declaration: Declaration
  noted: NotedProps
  markOf: MarkOf
  /** What it is one with, as facts. */
  kin: ReactNode
  actions: ReactNode
}) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  return (
    <div className={styles.details}>
      <dl>
        <Fact name={t('common:metadata.form')}>{t(`common:form.${declaration.form}`)}</Fact>
        <Fact name={t('common:metadata.grade')}>
          <GradeMark grade={declaration.grade} label={t(`common:grade.${declaration.grade}`)} />
          <span className={styles.note}>{t(`common:metadata.gradeNote.${declaration.grade}`)}</span>
        </Fact>
        <Fact name={t('common:metadata.date')}>{format.date(declaration.date)}</Fact>
        <Fact name={t('common:metadata.place')}>{declaration.place ?? '–'}</Fact>
        <Fact name={t('common:metadata.language')}>{format.language(declaration.language)}</Fact>
        <Fact name={t('common:metadata.parties')}>
          {declaration.parties.length === 0 ? (
            '–'
          ) : (
            <ol className={styles.parties}>
              {declaration.parties.map((party) => (
                <li key={`${partyKey(party)}${party.person ?? ''}`}>
                  <DelegationMark {...markOf(party)} />
                  <span>
                    {party.state}
                    {(party.person || party.title) && (
                      <span className={styles.note}>{[party.person, party.title].filter(Boolean).join(', ')}</span>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Fact>
        {declaration.definedTerms.length > 0 && (
          <Fact name={t('common:metadata.terms')}>
            <span className={styles.quoted}>{declaration.definedTerms.join(', ')}</span>
          </Fact>
        )}
        {declaration.numbers && (
          <Fact name={t('common:metadata.numbers')}>
            <span className={styles.quoted}>{declaration.numbers.join(', ')}</span>
          </Fact>
        )}
        <Fact name={t('common:metadata.source')}>
          <span className={styles.source}>{declaration.source || '–'}</span>
        </Fact>
        {kin}
      </dl>
      <Noted {...noted} />
      <div className={styles.detailActions}>{actions}</div>
    </div>
  )
}
