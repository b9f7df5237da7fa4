// Asks before texts are deleted for good, and which copies of the library hold them still.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryCopy, RemovedRef } from '../../../shared/contract/removed.ts'
import { useJobs } from '../../api/jobs.tsx'
import { useRead, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { notices } from '../../ui/notices.ts'
import styles from './removed.module.css'

export function DeleteDialog({ texts, onClose }: { texts: RemovedRef[]; onClose: () => void }) {
  const { t } = useTranslation('removed')
  const errorText = useErrorText()
  const jobs = useJobs()
  const copies = useRead('removed.copies', { texts })
  const erase = useWrite('removed.delete', { quiet: true })
  const [withCopies, setWithCopies] = useState(false)
  const held = copies.data?.copies ?? []
  const unreached = copies.data?.unreached ?? null
  const act = () =>
    void jobs
      .run(t('job'), (job) => erase.mutateAsync({ texts, copies: withCopies, job }))
      .then(({ texts: count }) => {
        notices.add({ text: t('deleted', { count }) })
        onClose()
      })
      // The dialog stays and shows why.
      .catch(() => {})
  const failed = erase.error ?? copies.error
  return (
    <ActDialog
      title={t('dialog.title', { count: texts.length })}
      act={t('dialog.act')}
      cancelLabel={t('common:cancel')}
      closeLabel={t('common:close')}
      isDisabled={erase.isPending || copies.isPending}
      onAct={act}
      onClose={onClose}
      width="narrow"
      isFinal
    >
      <p className={styles.said}>{t('dialog.gone')}</p>
      <p className={styles.said}>{t('dialog.language')}</p>
      {held.length > 0 && (
        <>
          <p className={styles.said}>{t('dialog.held', { count: held.length })}</p>
          <ul className={styles.copies}>
            {held.map((copy) => (
              <Copy key={`${copy.place} ${copy.name}`} copy={copy} />
            ))}
          </ul>
        </>
      )}
      {unreached !== null && <p className={styles.said}>{t('dialog.unreached', { folder: unreached })}</p>}
      {(held.length > 0 || unreached !== null) && (
        <Checkbox isSelected={withCopies} onChange={setWithCopies}>
          {held.length > 0 ? t('dialog.copies', { count: held.length }) : t('dialog.copiesThere')}
        </Checkbox>
      )}
      {held.length > 0 && texts.length > 1 && !withCopies && <p className={styles.said}>{t('dialog.snapshot')}</p>}
      {failed && <Banner tone="bad">{errorText(failed)}</Banner>}
    </ActDialog>
  )
}

const MEGABYTE = 1024 * 1024

function Copy({ copy }: { copy: LibraryCopy }) {
  const { t } = useTranslation('removed')
  const { moment, number } = useFormats()
  const size = number(Math.max(0.1, Math.round((copy.size / MEGABYTE) * 10) / 10))
  return <li>{t(`copy.${copy.place === 'second' ? 'second' : copy.kind}`, { taken: moment(copy.taken), size })}</li>
}
