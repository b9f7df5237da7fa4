// Whose the names in a returned file are: each is given a delegation once, and keeps it for the next file.
import { useTranslation } from 'react-i18next'
import type { ReturnedHand } from '../../../shared/contract/returning.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Delegation } from './delegations.ts'
import styles from './return.module.css'
import { choicesFor, NAMELESS, NOBODY, type Answers } from './returned.ts'

export interface ReturnedHandsProps {
  hands: readonly ReturnedHand[]
  answers: Answers
  delegations: readonly Delegation[]
  onAnswer: (name: string, delegation: string) => void
}

export function ReturnedHands({ hands, answers, delegations, onAnswer }: ReturnedHandsProps) {
  const { t } = useTranslation('returning')
  return (
    <section className={styles.hands} aria-label={t('hands.title')}>
      <h3>{t('hands.title')}</h3>
      <ul>
        {hands.map((hand) => {
          const { name, changes } = hand
          const told = answers[name] ?? hand.delegation
          const shown = name === NAMELESS ? t('hands.nameless') : name
          return (
            <li key={name}>
              <span className={styles.hand}>{shown}</span>
              <span className={styles.quiet}>{name === NAMELESS ? '' : t('hands.count', { count: changes })}</span>
              <Select
                label={t('hands.delegation', { name: shown })}
                value={told === '' ? NOBODY : told}
                placeholder={t('hands.ask')}
                onChange={(code) => onAnswer(name, code === NOBODY ? '' : code)}
                className={told === null ? styles.asked : undefined}
                options={[
                  ...choicesFor(hand, delegations).map((one) => ({
                    id: one.code,
                    label: one.name,
                    mark: <DelegationMark code={one.letters} slot={one.slot} />,
                  })),
                  { id: NOBODY, label: t('hands.none') },
                ]}
              />
            </li>
          )
        })}
      </ul>
      <p className={styles.quiet}>{t(hands.some(({ name }) => name === NAMELESS) ? 'hands.namelessNote' : 'hands.note')}</p>
    </section>
  )
}
