// The screen of the diagnostic bundle; where the library is damaged it leads back to the choice.
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { links } from '../../api/links.ts'
import { useAppInfo } from '../../api/queries.ts'
import { BackBar, Column, Screen } from '../../ui/Bars.tsx'
import { Bundle } from './Bundle.tsx'

export function DiagnosisPage() {
  const { t } = useTranslation('diagnosing')
  const client = useClient()
  const jobs = useJobs()
  const [, go] = useLocation()
  const isDamaged = useAppInfo().data?.refusal === 'library-damaged'
  return (
    <Screen label={t('title')}>
      <BackBar
        title={t('title')}
        back={t(isDamaged ? 'common:wayBack.rescue' : 'common:wayBack.settings')}
        onBack={() => go(isDamaged ? links.rescue : links.settings)}
      />
      <Column>
        <Bundle build={() => jobs.run(t('gathering'), (job) => client.call('diagnosis.build', { job }))} />
      </Column>
    </Screen>
  )
}
