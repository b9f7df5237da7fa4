// The snapshots of the library: when each was taken, how large it is, what it holds, and whether it is whole.
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Copy } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { useRead, useWrite } from '../../api/queries.ts'
import { useAttempt } from '../../api/useAttempt.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Flag } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './copies.module.css'
import { useSize } from './size.ts'

export interface CopiesListProps {
  /** The library may not be written, so that nothing can take its place. */
  isHeld?: boolean
  isDamaged: boolean
  /** Told under which name the former library is kept. */
  onRestored: (copy: Copy, kept: string | null) => void
}

export function CopiesList({ isHeld = false, isDamaged, onRestored }: CopiesListProps) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const { moment } = useFormats()
  const client = useClient()
  const jobs = useJobs()
  const copies = useRead('copies.list', {})
  const [chosen, setChosen] = useState<Copy | null>(null)
  const { isBusy, attempt, error } = useAttempt()

  const restore = (copy: Copy) =>
    attempt(async () => {
      setChosen(null)
      const { kept } = await jobs.run(t('restoring'), (job) => client.call('copies.restore', { name: copy.name, job }))
      onRestored(copy, kept)
    })

  if (copies.error) return <Banner tone="bad">{errorText(copies.error)}</Banner>
  if (!copies.data) return null
  if (copies.data.length === 0) return <p className={styles.note}>{t('none')}</p>
  return (
    <>
      {error !== null && <Banner tone="bad">{errorText(error)}</Banner>}
      <Sealed newest={copies.data[0]!.name} />
      <ul className={styles.list} aria-label={t('list')}>
        {copies.data.map((copy) => (
          <CopyLine key={copy.name} copy={copy} isBusy={isBusy || isHeld} onRestore={() => setChosen(copy)} />
        ))}
      </ul>
      {chosen && (
        <ActDialog
          title={t('confirm.title', { taken: moment(chosen.taken) })}
          act={t('confirm.act')}
          cancelLabel={t('common:cancel')}
          closeLabel={t('common:close')}
          width="narrow"
          onAct={() => void restore(chosen)}
          onClose={() => setChosen(null)}
        >
          <p>{t(isDamaged ? 'confirm.damaged' : 'confirm.note')}</p>
        </ActDialog>
      )}
    </>
  )
}

const isSealed = (error: unknown) => error instanceof AppError && error.code === 'passphrase-needed'

/** Asks for the passphrase of encrypted snapshots where the library is too damaged to have been unlocked. */
function Sealed({ newest }: { newest: string }) {
  const { t } = useTranslation('copies')
  const errorText = useErrorText()
  const looked = useRead('copies.look', { name: newest })
  const unlock = useWrite('copies.unlock', { quiet: true })
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    unlock.mutate({ passphrase })
  }
  if (!isSealed(looked.error)) return null
  return (
    <form className={styles.sealed} onSubmit={submit}>
      <p className={styles.note}>{t('sealed.note')}</p>
      <TextField
        label={t('protection:field.passphrase')}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        error={unlock.error ? errorText(unlock.error) : undefined}
      />
      <div className={styles.acts}>
        <Button type="submit" isDisabled={unlock.isPending || passphrase === ''}>
          {t('sealed.act')}
        </Button>
      </div>
    </form>
  )
}

/** Looked into when it comes on screen: a large one takes a while. */
function CopyLine({ copy, isBusy, onRestore }: { copy: Copy; isBusy: boolean; onRestore: () => void }) {
  const { t } = useTranslation('copies')
  const { moment } = useFormats()
  const size = useSize()
  const looked = useRead('copies.look', { name: copy.name })
  const contents = looked.data
  return (
    <li className={styles.line}>
      <span className={styles.taken}>{moment(copy.taken)}</span>
      <span className={styles.size}>{size(copy.size)}</span>
      <span className={styles.holds}>
        {contents && (
          <>
            <span>
              {[
                t('declarations', { count: contents.declarations }),
                t('drafts', { count: contents.drafts }),
                t('versions', { count: contents.versions }),
              ].join(', ')}
            </span>
            {contents.latest && (
              <span className={styles.latest}>
                {t('latest', { title: contents.latest.title.replaceAll('\n', ' '), saved: moment(contents.latest.saved) })}
              </span>
            )}
          </>
        )}
        {copy.bulk !== null && <span className={styles.latest}>{t(`before.${copy.bulk.act}`, { count: copy.bulk.count })}</span>}
        {copy.before !== null && <span className={styles.latest}>{t('beforeSchema')}</span>}
      </span>
      <span className={styles.state}>
        {looked.isLoading ? t('looking') : isSealed(looked.error) ? t('sealed.state') : contents ? <Flag tone="ok">{t('whole')}</Flag> : <Flag tone="bad">{t('damaged')}</Flag>}
        {copy.places.includes('second') && (
          <span className={styles.latest}>
            {t(copy.places.length === 1 ? 'place.second' : contents?.place === 'second' ? 'place.onlySecond' : 'place.both')}
          </span>
        )}
      </span>
      <Button
        size="small"
        isDisabled={isBusy || !contents}
        aria-label={t('restoreNamed', { taken: moment(copy.taken) })}
        onPress={onRestore}
      >
        {t('restore')}
      </Button>
    </li>
  )
}
