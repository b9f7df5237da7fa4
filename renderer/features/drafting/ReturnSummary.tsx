// How much a returned file brings, and the line that is there while it is read.
import { useTranslation } from 'react-i18next'
import type { ReturnedFile, ReturnPreview } from '../../../shared/contract/returning.ts'
import { useJobs, useRunningJobs } from '../../api/jobs.tsx'
import { Flag } from '../../ui/Bars.tsx'
import { JobBar } from '../../ui/Progress.tsx'
import styles from './return.module.css'

export function ReadingLine({ name, job }: { name: string; job: string | null }) {
  const { t } = useTranslation('returning')
  const jobs = useJobs()
  const running = useRunningJobs().find(({ id }) => id === job)
  return (
    <JobBar
      label={t('reading', { name })}
      done={running?.done ?? 0}
      total={running?.total ?? 0}
      cancelLabel={t('common:cancel')}
      {...(job !== null && { onCancel: () => jobs.cancel(job) })}
    />
  )
}

/** Remarks on a file count at their end. */
const countIn = (message: string) => Number(/\d+$/.exec(message)?.[0] ?? 0)

export function ReturnSummary({ found, warnings }: { found: ReturnPreview; warnings: ReturnedFile['warnings'] }) {
  const { t } = useTranslation('returning')
  const { changes, comments, conflicts } = found
  const isEmpty = changes + comments + conflicts.length === 0
  return (
    <section className={styles.summary} aria-label={t('summary.title')}>
      <output>
        {isEmpty ? (
          t('summary.nothing')
        ) : (
          <>
            <b>{t('summary.changes', { count: changes })}</b>
            <b>{t('summary.comments', { count: comments })}</b>
            {conflicts.length > 0 ? (
              <Flag tone="warn">{t('summary.conflicts', { count: conflicts.length })}</Flag>
            ) : (
              <Flag tone="ok">{t('summary.noConflicts')}</Flag>
            )}
          </>
        )}
      </output>
      {warnings.length > 0 && (
        <ul className={styles.quiet}>
          {warnings.map(({ code, message }, index) => (
            <li key={`${code} ${index}`}>
              {t([`importing:warning.${code}`, 'importing:warning.other'], { message, count: countIn(message) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
