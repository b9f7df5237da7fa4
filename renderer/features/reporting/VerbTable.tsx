// What the clauses do, before and after: verbs on their ladder, subjects, hedges, modal verbs, negations. Stronger is blue, weaker
// rust: a shift is no verdict.
import { useTranslation } from 'react-i18next'
import type { Report, VerbChange } from '../../../shared/model/report.ts'
import { cx } from '../../ui/cx.ts'
import { usePlaceWords } from './place.ts'
import styles from './report.module.css'
import { Some } from './Some.tsx'

export function VerbTable({ report: { verbs, tenses, phrasebook, ladder, old } }: { report: Report }) {
  const { t } = useTranslation('reporting')
  const { full, short } = usePlaceWords()
  const stronger = verbs.filter(({ shift }) => (shift ?? 0) > 0).length
  const weaker = verbs.filter(({ shift }) => (shift ?? 0) < 0).length
  const none = phrasebook === 'none' ? 'verbs.noBook' : phrasebook === 'unreadable' ? 'verbs.badBook' : 'verbs.none'
  return (
    <section className={styles.group}>
      <h2>
        {t('verbs.title')}{' '}
        {verbs.length > 0 && (
          <span className={styles.quiet}>{t('verbs.sum', { stronger, weaker, other: verbs.length - stronger - weaker })}</span>
        )}
      </h2>
      {verbs.length === 0 ? (
        <p className={styles.lead}>{t(none)}</p>
      ) : (
        <table className={styles.table} aria-label={t('verbs.title')}>
          <thead>
            <tr>
              <th scope="col">{t('verbs.place')}</th>
              <th scope="col">{t('verbs.was')}</th>
              <th scope="col">{t('verbs.is')}</th>
              <th scope="col">{t('verbs.scale', { steps: ladder.length })}</th>
              <th scope="col">{t('verbs.shift')}</th>
            </tr>
          </thead>
          <tbody>
            <Some of={verbs} row={5}>
              {(verb, index) => (
                <tr key={index}>
                  <td title={full(verb.at.old)}>{short(verb.at.old)}</td>
                  <td className={styles.quoted} lang={old.language}>
                    {verb.old ?? t('verbs.off')}
                  </td>
                  <td className={styles.quoted} lang={old.language}>
                    {verb.new ?? t('verbs.off')}
                  </td>
                  <td>{verb.kind === 'verb' && <Ladder verb={verb} steps={ladder} />}</td>
                  <td className={cx(styles.shift, (verb.shift ?? 0) > 0 && styles.stronger, (verb.shift ?? 0) < 0 && styles.weaker)}>
                    {t(...shiftWords(verb))}
                  </td>
                </tr>
              )}
            </Some>
          </tbody>
        </table>
      )}
      {tenses > 0 && <p className={styles.lead}>{t('verbs.tenses', { count: tenses })}</p>}
    </section>
  )
}

function shiftWords({ kind, old, new: later, shift, subject }: VerbChange): [string, { steps: number }] {
  const steps = { steps: Math.abs(shift ?? 0) }
  if (subject) return [`verbs.${subject}`, steps]
  if (kind !== 'verb') return [`verbs.${kind}`, steps]
  if (old === null || later === null) return [later === null ? 'verbs.gone' : 'verbs.came', steps]
  if (shift === null) return ['verbs.unranked', steps]
  return [shift === 0 ? 'verbs.sameStep' : shift > 0 ? 'verbs.stronger' : 'verbs.weaker', steps]
}

const EDGE = 6
const STEP = 18

/** The ladder with the earlier rank hollow and the later one full. */
function Ladder({ verb: { rank, shift }, steps }: { verb: VerbChange; steps: readonly string[] }) {
  const { t } = useTranslation('reporting')
  if (rank.old === null && rank.new === null) return null
  const width = 2 * EDGE + STEP * (steps.length - 1)
  const at = (step: number) => EDGE + STEP * (step - 1)
  const names = [rank.old, rank.new].map((step) => (step === null ? t('verbs.off') : t('verbs.step', { step, name: steps[step - 1] })))
  const tone = shift === null || shift === 0 ? 'var(--ink-2)' : shift > 0 ? 'var(--k-add)' : 'var(--k-del)'
  return (
    <>
      <span className="sr-only">{names.join(' → ')}</span>
      <svg className={styles.ladder} width={width} height={14} aria-hidden>
        <title>{names.join(' → ')}</title>
        <path d={`M${EDGE} 7H${width - EDGE}`} stroke="var(--line-2)" />
        {steps.map((_, index) => (
          <path key={index} d={`M${at(index + 1)} 4v6`} stroke="var(--line-2)" />
        ))}
        {rank.old !== null && rank.new !== null && <path d={`M${at(rank.old)} 7H${at(rank.new)}`} stroke={tone} strokeWidth={2} />}
        {rank.old !== null && <circle cx={at(rank.old)} cy={7} r={3.5} fill="var(--dock)" stroke="var(--ink-2)" strokeWidth={1.5} />}
        {rank.new !== null && <circle cx={at(rank.new)} cy={7} r={4} fill={tone} />}
      </svg>
    </>
  )
}
