// Where files are dropped or chosen, and what became of each.
import { useEffect } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { doubtsOf } from '../../../shared/segmenting/index.ts'
import type { BatchId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { chosenFolder, sorted } from '../../api/folders.ts'
import { useRead } from '../../api/queries.ts'
import { useRunningJobs } from '../../api/jobs.tsx'
import { useErrorText } from '../../i18n/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Flag, Grow, ScreenTitle, StatusBar, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { cx } from '../../ui/cx.ts'
import { Check, CircleX, FileText, FolderOpen, X } from '../../ui/icons.ts'
import { JobBar } from '../../ui/Progress.tsx'
import { BatchList } from './BatchList.tsx'
import { countRoles } from './checking.ts'
import { Wanted } from './Wanted.tsx'
import styles from './importing.module.css'
import { useDirect, useImportQueue, useIntake, useIntakeError } from './QueueContext.tsx'
import type { QueuedFile } from './queue.ts'

export interface QueueViewProps {
  files: readonly QueuedFile[]
  /** The known document whose text is looked for. */
  wanted: number | null
  onCheck: (id: string) => void
  onAdded: () => void
  onBatch: (id: BatchId) => void
}

const PICK = 'import-pick'
const PICK_FOLDER = 'import-pick-folder'

export const QueueView = ({ files, wanted, onCheck, onAdded, onBatch }: QueueViewProps) => {
  const { t } = useTranslation('importing')
  const queue = useImportQueue()
  const intake = useIntake()
  const direct = useDirect()
  const failure = useIntakeError()
  const errorText = useErrorText()
  const batches = useRead('batch.list', {}).data?.length ?? 0
  const choose = (chosen: FileList | null) => {
    if (!chosen || chosen.length === 0) return
    const { files: single, folders } = sorted([...chosen])
    for (const folder of folders) void intake.begin(folder)
    if (single.length === 0) return
    onAdded()
    queue.add(single, wanted)
  }
  const chooseFolder = (chosen: FileList | null) => {
    const folder = chosenFolder([...(chosen ?? [])])
    if (folder) void intake.begin(folder)
  }
  useCommands([
    { id: 'import-choose', label: t('choose'), keys: 'Ctrl+O', run: () => document.getElementById(PICK)?.click() },
    { id: 'import-folder', label: t('chooseFolder'), keys: 'Ctrl+Shift+O', run: () => document.getElementById(PICK_FOLDER)?.click() },
  ])
  // From the list of missing texts the keyboard goes on to the choice of the file.
  useEffect(() => {
    if (wanted !== null) document.getElementById(PICK)?.focus()
  }, [wanted])
  const count = (state: QueuedFile['state']) => files.filter((file) => file.state === state).length
  return (
    <>
      <ToolBar>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <span className={styles.lead}>{t('lead')}</span>
        <Grow />
        {files.length > 0 && count('stored') + count('failed') + count('cancelled') > 0 && (
          <Button
            onPress={() =>
              files
                .filter((file) => ['stored', 'failed', 'cancelled'].includes(file.state))
                .forEach((file) => queue.remove(file.id))
            }
          >
            {t('tidy')}
          </Button>
        )}
      </ToolBar>
      {wanted !== null && <Wanted document={wanted} />}
      <div className={styles.page}>
        <div className={cx(styles.zone, (files.length > 0 || batches > 0) && styles.small)}>
          <FileText size={28} strokeWidth={1.2} aria-hidden />
          <p className={styles.zoneTitle}>{t('empty.title')}</p>
          <p className={styles.zoneNote}>{t('empty.note')}</p>
          <span className={styles.choosers}>
            <FileTrigger allowsMultiple onSelect={choose}>
              <Button id={PICK} variant="primary">
                <FileText size={16} aria-hidden />
                {t('choose')}
              </Button>
            </FileTrigger>
            <FileTrigger acceptDirectory onSelect={chooseFolder}>
              <Button id={PICK_FOLDER}>
                <FolderOpen size={16} aria-hidden />
                {t('chooseFolder')}
              </Button>
            </FileTrigger>
          </span>
          <Checkbox isSelected={direct} onChange={(next) => intake.setDirect(next)}>
            {t('batch.direct')}
          </Checkbox>
        </div>
        {failure !== null && <Banner tone="bad">{errorText(failure)}</Banner>}
        <BatchList onOpen={onBatch} />
        {files.length > 0 && (
          <ul className={styles.files} aria-label={t('files')}>
            {files.map((file) => (
              <FileRow key={file.id} file={file} onCheck={() => onCheck(file.id)} />
            ))}
          </ul>
        )}
      </div>
      <StatusBar>
        <span>{t('fileCount', { count: files.length })}</span>
        {count('ready') > 0 && <span>{t('readyCount', { count: count('ready') })}</span>}
        {count('stored') > 0 && <Flag tone="ok">{t('storedCount', { count: count('stored') })}</Flag>}
        {count('failed') > 0 && <Flag tone="bad">{t('failedCount', { count: count('failed') })}</Flag>}
      </StatusBar>
    </>
  )
}

const FileRow = ({ file, onCheck }: { file: QueuedFile; onCheck: () => void }) => {
  const { t } = useTranslation('importing')
  const queue = useImportQueue()
  const [, go] = useLocation()
  const remove = (
    <IconButton size="small" label={t('removeFile', { name: file.name })} onPress={() => queue.remove(file.id)}>
      <X size={14} aria-hidden />
    </IconButton>
  )
  return (
    <li className={styles.file} data-state={file.state}>
      <span className={styles.fileName} title={file.name}>
        {file.name}
      </span>
      <div className={styles.fileState}>
        <FileState file={file} />
      </div>
      <div className={styles.fileActions}>
        {file.state === 'ready' && (
          <Button size="small" variant="primary" onPress={onCheck}>
            {t('check')}
          </Button>
        )}
        {(file.state === 'failed' || file.state === 'cancelled') && (
          <Button size="small" onPress={() => queue.retry(file.id)}>
            {t('common:retry')}
          </Button>
        )}
        {file.state === 'stored' && file.stored && (
          <Button size="small" onPress={() => file.stored && go(links.declaration(file.stored.id))}>
            {t('open')}
          </Button>
        )}
        {file.state === 'waiting' || file.state === 'reading' ? (
          <Button size="small" onPress={() => queue.cancel(file.id)}>
            {t('common:cancel')}
          </Button>
        ) : (
          remove
        )}
      </div>
    </li>
  )
}

const FileState = ({ file }: { file: QueuedFile }) => {
  const { t } = useTranslation('importing')
  const errorText = useErrorText()
  const job = useRunningJobs().find((each) => each.id === file.job)
  switch (file.state) {
    case 'waiting':
      return <span className={styles.quiet}>{t('waiting')}</span>
    case 'reading':
      return job?.isSlow ? (
        <JobBar label={t('readingShort')} done={job.done} total={job.total} cancelLabel={t('common:cancel')} />
      ) : (
        <span className={styles.quiet}>{t('readingShort')}</span>
      )
    case 'failed':
      return (
        <span role="alert" className={styles.failed}>
          <CircleX size={14} aria-hidden />
          {errorText(file.error)}
        </span>
      )
    case 'cancelled':
      return <span className={styles.quiet}>{t('cancelled')}</span>
    case 'stored':
      return (
        <span className={styles.stored}>
          <Check size={14} aria-hidden />
          {file.stored && file.stored.clauses === 0
            ? t('passagesInLibrary', { count: file.stored.passages })
            : t('inLibrary', { count: file.stored?.clauses ?? 0 })}
        </span>
      )
    default: {
      const counts = countRoles(file.proposal?.paragraphs ?? [])
      const doubts = doubtsOf(file.proposal?.paragraphs ?? []).length
      const clauses = (counts.clause ?? 0) + (counts.item ?? 0)
      return (
        <span className={styles.ready}>
          {clauses > 0 ? t('clauseCount', { count: clauses }) : t('passageCount', { count: counts.passage ?? 0 })}
          {doubts > 0 && <Flag tone="warn">{t('doubts', { count: doubts })}</Flag>}
          {file.duplicateOf && <Flag tone="warn">{t('duplicateShort')}</Flag>}
          {file.alike && <Flag tone="warn">{t('alikeShort', { share: file.alike.share })}</Flag>}
        </span>
      )
    }
  }
}
