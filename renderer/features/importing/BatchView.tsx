// One batch: its files by what became of them, what failed with what to do, and the way back.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { BatchFile, BatchState as State } from '../../../shared/contract/batches.ts'
import type { BatchId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Grow, StatusBar, ToolBar } from '../../ui/Bars.tsx'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { ArrowLeft } from '../../ui/icons.ts'
import { notices } from '../../ui/notices.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { BatchState, GoOnButton } from './BatchList.tsx'
import styles from './batch.module.css'
import { FailedFiles } from './FailedFiles.tsx'
import { useIntake } from './QueueContext.tsx'

export interface BatchViewProps {
  id: BatchId
  onBack: () => void
  onCheck: (file: number) => void
}

/** What asks for the officer comes first. */
const ORDER: readonly State[] = ['look', 'failed', 'waiting', 'stored', 'duplicate', 'skipped', 'left-out']

export const BatchView = ({ id, onBack, onCheck }: BatchViewProps) => {
  const { t } = useTranslation('importing')
  const errorText = useErrorText()
  const intake = useIntake()
  const opened = useRead('batch.open', { batch: id })
  const decide = useWrite('batch.decide')
  const undo = useWrite('batch.undo')
  const redo = useWrite('batch.redo')
  const remove = useWrite('batch.remove')
  const [chosen, setChosen] = useState<State | null>(null)
  const [isForgetting, setForgetting] = useState(false)
  const { batch, files = [] } = opened.data ?? {}
  const shown = ORDER.filter((state) => batch && batch.counts[state] > 0)
  const state = chosen && shown.includes(chosen) ? chosen : shown[0]
  const rows = files.filter((file) => file.state === state)
  const near = rows.filter((file) => file.state === 'look' && file.reasons.join() === 'near')
  const act = (keys: readonly BatchFile[], as: 'skip' | 'keep' | 'look') =>
    decide.mutate(
      { batch: id, files: keys.map(({ key }) => key), as },
      { onSuccess: () => void (as === 'keep' && intake.goOn(id)) },
    )
  const takeBack = (edited: boolean) =>
    undo.mutate(
      { batch: id, edited },
      {
        onSuccess: ({ taken, kept }) =>
          notices.add({
            text: [t('batch.taken', { count: taken }), ...(kept > 0 ? [t('batch.keptEdited', { count: kept })] : [])].join(' '),
            undo: () => redo.mutate({ batch: id }),
            ...(kept > 0 && { action: { label: t('batch.takeEdited'), run: () => takeBack(true) } }),
          }),
      },
    )
  const firstLook = files.find((file) => file.state === 'look')
  useCommands([
    { id: 'batch-back', label: t('toList'), keys: 'Alt+←', run: onBack },
    {
      id: 'batch-check',
      label: t('batch.checkInTurn'),
      keys: 'F8',
      isDisabled: !firstLook,
      run: () => firstLook && onCheck(firstLook.key),
    },
  ])
  if (!batch) return opened.error ? <p className={styles.heading}>{errorText(opened.error)}</p> : null
  const busy = batch.job !== null
  return (
    <>
      <ToolBar>
        <IconButton label={t('toList')} keys={t('listKeys')} onPress={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className={styles.title} title={batch.name}>
          {batch.name}
        </h1>
        <Grow />
        <GoOnButton batch={batch} />
        {firstLook && (
          <Button variant="primary" onPress={() => onCheck(firstLook.key)}>
            {t('batch.checkInTurn')}
          </Button>
        )}
        {batch.undone ? (
          <Button isDisabled={busy} onPress={() => redo.mutate({ batch: id })}>
            {t('batch.redo')}
          </Button>
        ) : (
          batch.counts.stored > 0 && (
            <Button isDisabled={busy} onPress={() => takeBack(false)}>
              {t('batch.undo')}
            </Button>
          )
        )}
        <Button isDisabled={busy} onPress={() => setForgetting(true)}>
          {t('batch.forget')}
        </Button>
      </ToolBar>
      <div className={styles.page}>
        <BatchState batch={batch} hasSums={false} />
        {state && (
          <Segmented
            label={t('batch.show')}
            value={state}
            options={shown.map((each) => ({ id: each, label: t(`batch.state.${each}`, { count: batch.counts[each] }) }))}
            onChange={setChosen}
          />
        )}
        {state && <p className={styles.lead}>{t(`batch.lead.${state}`)}</p>}
        {near.length > 1 && (
          <span className={styles.acts}>
            <Button size="small" onPress={() => act(near, 'skip')}>
              {t('batch.skipNear', { count: near.length })}
            </Button>
            <Button size="small" onPress={() => act(near, 'keep')}>
              {t('batch.keepNear', { count: near.length })}
            </Button>
          </span>
        )}
        {state === 'failed' ? (
          <FailedFiles batch={batch} files={rows} />
        ) : (
          <ul className={styles.files} aria-label={t('files')}>
            {rows.map((file) => (
              <FileRow key={file.key} file={file} onCheck={() => onCheck(file.key)} onDecide={(as) => act([file], as)} />
            ))}
          </ul>
        )}
      </div>
      <StatusBar>
        <span>{t('fileCount', { count: files.length })}</span>
      </StatusBar>
      {isForgetting && (
        <ActDialog
          title={t('batch.forgetTitle')}
          act={t('batch.forget')}
          cancelLabel={t('common:cancel')}
          closeLabel={t('common:close')}
          onClose={() => setForgetting(false)}
          onAct={() => remove.mutate({ batch: id }, { onSuccess: onBack })}
        >
          <p>{t('batch.forgetNote')}</p>
        </ActDialog>
      )}
    </>
  )
}

interface FileRowProps {
  file: BatchFile
  onCheck: () => void
  onDecide: (as: 'skip' | 'keep' | 'look') => void
}

const FileRow = ({ file, onCheck, onDecide }: FileRowProps) => {
  const { t } = useTranslation('importing')
  const [, go] = useLocation()
  const { path, state, reasons, alike, declaration } = file
  const like = alike && t('batch.like', { share: alike.share, title: alike.title.replaceAll('\n', ' ') })
  return (
    <li className={styles.file}>
      <span className={styles.path} title={path}>
        {path}
      </span>
      <span className={styles.why}>
        {[...(like ? [like] : []), ...reasons.filter((reason) => reason !== 'near').map((reason) => t(`look.${reason}`))].join('; ')}
      </span>
      <span className={styles.acts}>
        {state === 'look' && (
          <>
            <Button size="small" variant="primary" onPress={onCheck}>
              {t('check')}
            </Button>
            {alike && (
              <Button size="small" onPress={() => onDecide('keep')}>
                {t('batch.keep')}
              </Button>
            )}
            <Button size="small" onPress={() => onDecide('skip')}>
              {t('batch.skip')}
            </Button>
          </>
        )}
        {state === 'skipped' && (
          <Button size="small" onPress={() => onDecide('look')}>
            {t('batch.lookAfterAll')}
          </Button>
        )}
        {(declaration ?? (state === 'duplicate' && alike)) && (
          <Button size="small" onPress={() => go(links.declaration(declaration ?? alike!.id))}>
            {t('open')}
          </Button>
        )}
      </span>
    </li>
  )
}
