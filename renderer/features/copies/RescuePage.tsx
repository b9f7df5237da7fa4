// The choice where the library is damaged: a snapshot in its place, what can be read of it, or nothing done. The damaged file is kept
// whatever is chosen.
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import type { Salvaged } from '../../../shared/contract/copies.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { links } from '../../api/links.ts'
import { useAppInfo } from '../../api/queries.ts'
import { useAttempt } from '../../api/useAttempt.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Column, Screen, ScreenTitle, ToolBar } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopiesList } from './CopiesList.tsx'
import styles from './copies.module.css'
import { SalvageReport } from './SalvageReport.tsx'
import { Way } from './Way.tsx'

type Done = { kind: 'restored'; taken: string; kept: string | null } | { kind: 'salvaged'; salvaged: Salvaged }

export function RescuePage() {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const { moment } = useFormats()
  const client = useClient()
  const jobs = useJobs()
  const [, go] = useLocation()
  const info = useAppInfo()
  const [done, setDone] = useState<Done | null>(null)
  const { isBusy, attempt, error } = useAttempt()

  const salvage = () =>
    attempt(async () => setDone({ kind: 'salvaged', salvaged: await jobs.run(t('salvaging'), (job) => client.call('copies.salvage', { job })) }))

  if (done) {
    return (
      <Head title={done.kind === 'salvaged' ? t('rescue.salvaged') : t('restored', { taken: moment(done.taken) })}>
        {done.kind === 'salvaged' ? (
          <SalvageReport salvaged={done.salvaged} />
        ) : (
          done.kept !== null && <p className={styles.note}>{t('rescue.keptAs', { file: done.kept })}</p>
        )}
        <div className={styles.acts}>
          <Button variant="primary" onPress={() => go(links.library)}>
            {t('rescue.toLibrary')}
          </Button>
        </div>
      </Head>
    )
  }
  if (!info.data) return null
  if (info.data.refusal !== 'library-damaged') return <Redirect to={links.library} replace />
  return (
    <Head title={t('rescue.title')}>
      <p className={styles.lead}>{t('rescue.note')}</p>
      <p className={styles.path}>{info.data.library}</p>
      <Way title={t('rescue.restore')} note={t('rescue.restoreNote')}>
        <CopiesList isDamaged onRestored={(copy, kept) => setDone({ kind: 'restored', taken: copy.taken, kept })} />
        <div className={styles.acts}>
          <Button onPress={() => go(links.copies)}>{t('backup.open')}</Button>
        </div>
      </Way>
      <Way title={t('rescue.salvage')} note={t('rescue.salvageNote')}>
        {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
        <div className={styles.acts}>
          <Button isDisabled={isBusy} onPress={() => void salvage()}>
            {t('rescue.salvageAct')}
          </Button>
        </div>
      </Way>
      <Way title={t('rescue.leave')} note={t(info.data.readable ? 'rescue.leaveNote' : 'rescue.leaveUnreadable')}>
        <div className={styles.acts}>
          {info.data.readable && <Button onPress={() => go(links.library)}>{t('rescue.read')}</Button>}
          <Button onPress={() => go(links.diagnosis)}>{t('rescue.diagnose')}</Button>
          {info.data.host === 'desktop' && <Button onPress={() => window.close()}>{t('rescue.close')}</Button>}
        </div>
      </Way>
    </Head>
  )
}

const Head = ({ title, children }: { title: string; children: ReactNode }) => (
  <Screen label={title}>
    <ToolBar>
      <ScreenTitle>{title}</ScreenTitle>
    </ToolBar>
    <Column>{children}</Column>
  </Screen>
)
