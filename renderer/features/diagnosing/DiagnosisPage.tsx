// The diagnostic bundle, shown whole before it is written anywhere.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Diagnosis } from '../../../shared/contract/diagnosing.ts'
import { useClient } from '../../api/context.tsx'
import { download } from '../../api/download.ts'
import { useJobs } from '../../api/jobs.tsx'
import { links } from '../../api/links.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ArrowLeft, Download } from '../../ui/icons.ts'
import styles from './diagnosis.module.css'

export function DiagnosisPage() {
  const { t } = useTranslation('diagnosing')
  const errorText = useErrorText()
  const client = useClient()
  const jobs = useJobs()
  const [, go] = useLocation()
  const [bundle, setBundle] = useState<Diagnosis | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const begun = useRef(false)

  useEffect(() => {
    if (begun.current) return
    begun.current = true
    jobs.run(t('gathering'), (job) => client.call('diagnosis.build', { job })).then(setBundle, setError)
  }, [client, jobs, t])

  const save = async ({ id, fileName }: Diagnosis) => {
    setError(null)
    try {
      const done = await client.call('diagnosis.save', { id })
      if (done.kind === 'download') download(done)
      if (done.kind !== 'cancelled') setSaved(done.kind === 'saved' ? done.path : fileName)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <div>
          <Button size="small" variant="ghost" onPress={() => go(links.settings)}>
            <ArrowLeft size={14} aria-hidden />
            {t('toSettings')}
          </Button>
        </div>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{t('note')}</p>
        {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
        {saved !== null && <output>{t('saved', { file: saved })}</output>}
        {bundle === null && error === null && <p className={styles.lead}>{t('gathering')}</p>}
        {bundle && (
          <>
            <div>
              <Button variant="primary" onPress={() => void save(bundle)}>
                <Download size={14} aria-hidden />
                {t('save')}
              </Button>
            </div>
            {bundle.entries.map(({ name, text }) => (
              <section key={name} className={styles.entry} aria-label={name}>
                <h2 className={styles.name}>{name}</h2>
                <pre className={styles.text}>{text === '' ? t('empty') : text}</pre>
              </section>
            ))}
          </>
        )}
      </div>
    </div>
  )
}
