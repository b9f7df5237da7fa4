// The second folder of snapshots: chosen, told how it stands, brought up to date, given up.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecondFolder as Second } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { useRead, useWrite } from '../../api/queries.ts'
import { useAttempt } from '../../api/useAttempt.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Flag } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './copies.module.css'
import { TypedPath } from './TypedPath.tsx'
import { Way } from './Way.tsx'

export function SecondFolder({ isHeld }: { isHeld: boolean }) {
  const { t } = useTranslation('copies')
  const second = useRead('copies.second', {})
  return (
    <Way title={t('second.title')} note={t('second.note')}>
      {second.data && <Chosen isHeld={isHeld} second={second.data} />}
    </Way>
  )
}

function Chosen({ isHeld, second }: { isHeld: boolean; second: Second }) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const client = useClient()
  const jobs = useJobs()
  const choose = useWrite('copies.chooseSecond', { quiet: true })
  const [isTyping, setTyping] = useState(false)
  const { isBusy: isUnderWay, attempt, error } = useAttempt()
  const isBusy = isUnderWay || isHeld

  const write = () => jobs.run(t('second.writing'), (job) => client.call('copies.catchUp', { job }))
  const chosen = (path?: string) =>
    attempt(async () => {
      const { folder } = await choose.mutateAsync(path === undefined ? {} : { path })
      setTyping(false)
      if (folder !== null) await write()
    })
  return (
    <>
      {second.folder !== null && <State second={second} folder={second.folder} />}
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
      {isTyping && <TypedPath label={t('second.path')} note={t('second.pathNote')} act={t('second.use')} isBusy={isBusy} onChosen={(path) => void chosen(path)} />}
      <div className={styles.acts}>
        {second.folder !== null && (
          <Button size="small" isDisabled={isBusy || !second.isReached} onPress={() => void attempt(write)}>
            {t('second.write')}
          </Button>
        )}
        {!isTyping && (
          <Button size="small" isDisabled={isBusy} onPress={() => (second.byDialog ? void chosen() : setTyping(true))}>
            {t(second.folder === null ? 'second.choose' : 'second.chooseOther')}
          </Button>
        )}
        {second.folder !== null && (
          <Button size="small" variant="ghost" isDisabled={isBusy} onPress={() => void attempt(() => choose.mutateAsync({ path: null }))}>
            {t('second.leave')}
          </Button>
        )}
      </div>
    </>
  )
}

function State({ second, folder }: { second: Second; folder: string }) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const state = !second.isReached ? 'away' : second.missing > 0 ? 'behind' : 'whole'
  return (
    <>
      <p className={styles.second}>
        <span className={styles.path}>{folder}</span>
        <Flag tone={state === 'whole' ? 'ok' : 'bad'}>{t(`second.state.${state}`, { count: second.missing })}</Flag>
      </p>
      {state === 'away' && <p className={styles.note}>{t('second.awayNote')}</p>}
      {second.failure !== null && state !== 'whole' && <p className={styles.note}>{errorText(new AppError(second.failure, '', { name: folder }))}</p>}
      {second.isOnSameDisk && <p className={styles.note}>{t('second.sameDisk')}</p>}
    </>
  )
}
