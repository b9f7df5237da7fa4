// The diagnostic bundle, shown whole before it is written anywhere.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diagnosis } from '../../../shared/contract/diagnosing.ts'
import { useClient } from '../../api/context.tsx'
import { download } from '../../api/download.ts'
import { useAttempt } from '../../api/useAttempt.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Download } from '../../ui/icons.ts'
import styles from './diagnosis.module.css'

/** `build` gathers it, once. */
export function Bundle({ build }: { build: () => Promise<Diagnosis> }) {
  const { t } = useTranslation('diagnosing')
  const errorText = useErrorText()
  const client = useClient()
  const [bundle, setBundle] = useState<Diagnosis | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const { isBusy, attempt, error } = useAttempt()
  const begun = useRef(false)

  const gather = () => attempt(async () => setBundle(await build()))
  const begin = useEffectEvent(() => void gather())
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    begin()
  }, [])

  const save = ({ id, fileName }: Diagnosis) =>
    attempt(async () => {
      const done = await client.call('diagnosis.save', { id })
      if (done.kind === 'download') download(done)
      if (done.kind !== 'cancelled') setSaved(done.kind === 'saved' ? done.path : fileName)
    })
  return (
    <>
      <p className={styles.lead}>{t('note')}</p>
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
      {saved !== null && <output className={styles.saved}>{t('saved', { file: saved })}</output>}
      {!bundle && isBusy && <p className={styles.lead}>{t('gathering')}</p>}
      {!bundle && !isBusy && (
        <div>
          <Button onPress={() => void gather()}>{t('common:retry')}</Button>
        </div>
      )}
      {bundle && (
        <>
          <div>
            <Button variant="primary" isDisabled={isBusy} onPress={() => void save(bundle)}>
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
    </>
  )
}
