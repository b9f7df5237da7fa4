// What was not read, by kind of failure: how many, what to do about them, and only these read again. The list can be saved or copied.
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BatchFile, BatchSummary } from '../../../shared/contract/batches.ts'
import { fromWire } from '../../../shared/contract/error.ts'
import { useClient } from '../../api/context.tsx'
import { download } from '../../api/download.ts'
import { chosenFolder } from '../../api/folders.ts'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Copy, FolderOpen, RotateCcw, Save } from '../../ui/icons.ts'
import { notices } from '../../ui/notices.ts'
import styles from './batch.module.css'
import { byFailure, type Failure } from './failures.ts'
import { useIntake } from './QueueContext.tsx'

export const FailedFiles = ({ batch, files }: { batch: BatchSummary; files: readonly BatchFile[] }) => {
  const { t, i18n } = useTranslation('importing')
  const errorText = useErrorText()
  const client = useClient()
  const groups = byFailure(files)
  const failed = groups.flatMap((group) => group.files)
  const why = ({ error }: BatchFile) => (error ? errorText(fromWire(error)) : '')

  const copy = () => {
    const lines = failed.map((file) => `${file.path}\t${why(file)}`)
    void navigator.clipboard.writeText(`${lines.join('\n')}\n`).then(() => notices.add({ text: t('batch.copied', { count: failed.length }) }))
  }
  const save = async () => {
    const heads = [t('batch.table.file'), t('batch.table.failure'), t('batch.table.why'), t('batch.table.todo')]
    const rows = groups.flatMap((group) =>
      group.files.map((file) => [file.path, t(`batch.failure.${group.failure}.one`), why(file), t(`batch.failure.${group.failure}.todo`)]),
    )
    try {
      const saved = await client.call('table.save', {
        name: t('batch.table.name', { name: batch.name }),
        language: i18n.resolvedLanguage === 'ru' ? 'ru' : 'en',
        rows: [heads, ...rows],
      })
      if (saved.kind === 'cancelled') return
      if (saved.kind === 'download') download(saved)
      notices.add({ text: t('batch.table.saved', { where: saved.kind === 'saved' ? saved.path : saved.fileName }) })
    } catch (error) {
      notices.add({ tone: 'bad', text: errorText(error) })
    }
  }
  return (
    <>
      <span className={styles.acts}>
        <Button size="small" onPress={() => void save()}>
          <Save size={14} aria-hidden />
          {t('batch.table.save')}
        </Button>
        <Button size="small" onPress={copy}>
          <Copy size={14} aria-hidden />
          {t('batch.copy')}
        </Button>
      </span>
      {groups.map((group) => (
        <FailureGroup key={group.failure} batch={batch} {...group} why={why} />
      ))}
    </>
  )
}

interface FailureGroupProps {
  batch: BatchSummary
  failure: Failure
  files: readonly BatchFile[]
  why: (file: BatchFile) => string
}

const FailureGroup = ({ batch, failure, files, why }: FailureGroupProps) => {
  const { t } = useTranslation('importing')
  const errorText = useErrorText()
  const intake = useIntake()
  const retry = useWrite('batch.retry')
  const held = files.filter((file) => file.held)
  const isBusy = batch.job !== null
  const title = t(`batch.failure.${failure}.many`, { count: files.length })
  const readAgain = () =>
    retry.mutate({ batch: batch.id, files: held.map(({ key }) => key) }, { onSuccess: () => void intake.goOn(batch.id) })
  const takeAgain = async (chosen: FileList | null) => {
    const folder = chosenFolder([...(chosen ?? [])])
    if (!folder) return
    try {
      if ((await intake.again(batch, folder, files)) === 0) notices.add({ tone: 'bad', text: t('batch.noneThere', { folder: folder.name }) })
    } catch (error) {
      notices.add({ tone: 'bad', text: errorText(error) })
    }
  }
  return (
    <section className={styles.failure} aria-label={title}>
      <div className={styles.failureHead}>
        <h2>{title}</h2>
        <p className={styles.lead}>{t(`batch.failure.${failure}.todo`)}</p>
        <span className={styles.acts}>
          {held.length > 0 && (
            <Button size="small" isDisabled={isBusy} onPress={readAgain}>
              <RotateCcw size={14} aria-hidden />
              {t('batch.readAgain')}
            </Button>
          )}
          {held.length < files.length && (
            <FileTrigger acceptDirectory onSelect={(chosen) => void takeAgain(chosen)}>
              <Button size="small" isDisabled={isBusy}>
                <FolderOpen size={14} aria-hidden />
                {t('batch.takeAgain')}
              </Button>
            </FileTrigger>
          )}
        </span>
      </div>
      <ul className={styles.failed} aria-label={t('files')}>
        {files.map((file) => (
          <li key={file.key} title={why(file)}>
            <span className={styles.path}>{file.path}</span>
            {failure === 'other' && <span className={styles.why}>{why(file)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
