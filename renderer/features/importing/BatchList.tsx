// Batches on the import screen: how far each is, what is left to do, and what can be done with it.
import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/batches.ts'
import type { BatchId } from '../../../shared/model/ids.ts'
import { useRead } from '../../api/queries.ts'
import { useFormats } from '../../i18n/format.ts'
import { Flag } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { JobBar } from '../../ui/Progress.tsx'
import { isUnfinished, type Work } from './intake.ts'
import { useIntake, useWorks } from './QueueContext.tsx'
import styles from './batch.module.css'

const LEAST_SECONDS = 1

export const BatchList = ({ onOpen }: { onOpen: (id: BatchId) => void }) => {
  const { t } = useTranslation('importing')
  const batches = useRead('batch.list', {})
  if (!batches.data?.length) return null
  return (
    <section aria-label={t('batch.list')}>
      <h2 className={styles.heading}>{t('batch.list')}</h2>
      <ul className={styles.batches}>
        {batches.data.map((batch) => (
          <BatchRow key={batch.id} batch={batch} onOpen={() => onOpen(batch.id)} />
        ))}
      </ul>
    </section>
  )
}

const BatchRow = ({ batch, onOpen }: { batch: BatchSummary; onOpen: () => void }) => {
  const { t } = useTranslation('importing')
  const format = useFormats()
  return (
    <li className={styles.batch}>
      <span className={styles.name} title={batch.name}>
        {batch.name}
        <small>{format.moment(batch.started)}</small>
      </span>
      <BatchState batch={batch} />
      <span className={styles.acts}>
        <GoOnButton batch={batch} />
        <Button size="small" onPress={onOpen} aria-label={t('batch.openNamed', { name: batch.name })}>
          {t('open')}
        </Button>
      </span>
    </li>
  )
}

/** Pause while it is worked on, go on where it stopped. */
export const GoOnButton = ({ batch }: { batch: BatchSummary }) => {
  const { t } = useTranslation('importing')
  const intake = useIntake()
  const work = useWorks().find((each) => each.batch === batch.id)
  if (work || batch.job) {
    return (
      <Button size="small" onPress={() => intake.pause(batch.id, batch.job)}>
        {t('batch.pause')}
      </Button>
    )
  }
  if (batch.counts.waiting === 0) return null
  return (
    <Button size="small" variant="primary" onPress={() => void intake.goOn(batch.id)}>
      {t('batch.goOn')}
    </Button>
  )
}

/** The progress of one that is worked on, else its sums and what is left to do; the sums stand elsewhere on its own screen. */
export const BatchState = ({ batch, hasSums = true }: { batch: BatchSummary; hasSums?: boolean }) => {
  const { t } = useTranslation('importing')
  const work = useWorks().find((each) => each.batch === batch.id)
  const { counts } = batch
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (work) return <Progress work={work} />
  if (batch.job) {
    return <JobBar label={t('batch.readingElsewhere')} done={total - counts.waiting} total={total} cancelLabel={t('batch.pause')} />
  }
  return (
    <span className={styles.sums}>
      {batch.undone && <Flag>{t('batch.undone')}</Flag>}
      {!batch.sealed && <Flag tone="warn">{t('batch.unsealed', { done: total, count: batch.announced })}</Flag>}
      {hasSums && (
        <>
          {counts.waiting > 0 && <Flag tone="warn">{t('batch.state.waiting', { count: counts.waiting })}</Flag>}
          {counts.look > 0 && <Flag tone="warn">{t('batch.state.look', { count: counts.look })}</Flag>}
          {counts.failed > 0 && <Flag tone="bad">{t('batch.state.failed', { count: counts.failed })}</Flag>}
          {counts.stored > 0 && <Flag tone="ok">{t('batch.state.stored', { count: counts.stored })}</Flag>}
          {counts.duplicate > 0 && <span>{t('batch.state.duplicate', { count: counts.duplicate })}</span>}
        </>
      )}
      {total === 0 && !isUnfinished(batch) && <span>{t('batch.empty')}</span>}
    </span>
  )
}

const Progress = ({ work: { stage, done, total, from, elapsed } }: { work: Work }) => {
  const { t } = useTranslation('importing')
  const format = useFormats()
  const seconds = elapsed / 1000
  const rate = seconds > LEAST_SECONDS && done > from ? (done - from) / seconds : null
  const left = rate === null || total === 0 ? null : Math.ceil((total - done) / rate)
  return (
    <span className={styles.progress}>
      <JobBar label={t(`batch.stage.${stage}`)} done={done} total={total} cancelLabel={t('batch.pause')} />
      <span className={styles.rate}>
        {total > 0 && t('batch.doneOf', { done: format.number(done), total: format.number(total) })}
        {rate !== null && `, ${t('batch.rate', { rate: format.number(Math.round(rate * 10) / 10) })}`}
        {left !== null &&
          left > 0 &&
          `, ${left < 90 ? t('batch.secondsLeft', { count: left }) : t('batch.minutesLeft', { count: Math.ceil(left / 60) })}`}
      </span>
    </span>
  )
}
