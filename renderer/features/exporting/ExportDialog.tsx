// The export dialog: what leaves, how it looks page by page, then one button that saves exactly what is shown.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/contract/error.ts'
import type { ExportOptions, ExportSource } from '../../../shared/contract/exporting.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { useClient } from '../../api/context.tsx'
import { download } from '../../api/download.ts'
import { useJobs } from '../../api/jobs.tsx'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Label } from '../../ui/Field.tsx'
import { Download } from '../../ui/icons.ts'
import { notices } from '../../ui/notices.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './export.module.css'
import {
  canReturn, contentsOf, contentsUnread, firstChoice, isAsking, optionsOf, type ExportChoice, type ExportContents,
} from './options.ts'
import { Preview } from './Preview.tsx'

export interface ExportDialogProps {
  source: ExportSource
  onClose: () => void
}

/** Opens as soon as it is known what the text holds. */
export function ExportDialog({ source, onClose }: ExportDialogProps) {
  const client = useClient()
  const read = useQuery({
    queryKey: ['export.contents', source],
    queryFn: () => readContents(client, source),
    staleTime: 0,
    gcTime: 0,
  })
  if (read.isPending) return null
  return <Exporting source={source} contents={read.data ?? contentsUnread(source)} onClose={onClose} />
}

/** A comparison's final text is its later one. */
async function readContents(client: Client, source: ExportSource): Promise<ExportContents> {
  if ('report' in source) return contentsUnread(source)
  const text = 'text' in source ? source.text : source.new
  if ('changes' in text && text.changes) return contentsUnread(source)
  if (text.kind !== 'draft' && text.kind !== 'version') return contentsUnread(source)
  const { statement } =
    text.kind === 'draft' ? await client.call('draft.open', { id: text.id }) : await client.call('version.open', { id: text.id })
  const contents = contentsOf(statement)
  // A comparison takes both texts with their changes accepted, and no comments.
  return 'text' in source ? contents : { ...contentsUnread(source), openChanges: contents.openChanges }
}

function Exporting({ source, contents, onClose }: ExportDialogProps & { contents: ExportContents }) {
  const { openChanges } = contents
  const { t } = useTranslation('exporting')
  const { number, date } = useFormats()
  const errorText = useErrorText()
  const [choice, setChoice] = useState(() => firstChoice(source, openChanges))
  const built = useBuilt(source, optionsOf(choice, contents))
  const save = useWrite('export.save', { quiet: true })

  const saveIt = () =>
    save.mutate(
      { id: built.data!.id, sentAs: t('sentAs', { date: date(new Date().toISOString()) }) },
      {
        onSuccess: (saved) => {
          if (saved.kind === 'cancelled') return
          if (saved.kind === 'download') download(saved)
          notices.add({
            text: saved.kind === 'saved' ? t('saved', { path: saved.path }) : t('downloaded', { name: saved.fileName }),
          })
          onClose()
        },
      },
    )
  const failed = save.error ?? built.error
  return (
    <Dialog
      title={t('report' in source ? 'reportTitle' : 'title')}
      isOpen
      onClose={onClose}
      closeLabel={t('close')}
      width="wide"
      footer={
        <>
          <Button variant="primary" isDisabled={!built.data || save.isPending} onPress={saveIt}>
            <Download size={14} aria-hidden />
            {t(choice.format === 'docx' ? 'save.docx' : 'save.pdf')}
          </Button>
          <Button onPress={onClose}>{t('close')}</Button>
          {built.data && (
            <output className={styles.file}>
              {t('file', { name: built.data.fileName, size: number(Math.max(1, Math.round(built.data.bytes / 1024))) })}
            </output>
          )}
        </>
      }
    >
      {failed && !(failed instanceof AppError && failed.code === 'cancelled') && (
        <Banner
          tone="bad"
          actions={
            <Button size="small" onPress={() => (save.error ? saveIt() : void built.refetch())}>
              {t('again')}
            </Button>
          }
        >
          {errorText(failed)}
        </Banner>
      )}
      <div className={styles.columns}>
        <Options
          choice={choice}
          contents={contents}
          mayReturn={canReturn(source)}
          isReport={'report' in source}
          onChange={(change) => {
            save.reset()
            setChoice({ ...choice, ...change })
          }}
        />
        <Preview
          built={isAsking(choice, openChanges) ? null : (built.data ?? null)}
          isAsking={isAsking(choice, openChanges)}
          isBuilding={built.isFetching}
        />
      </div>
    </Dialog>
  )
}

/** The file for these options, built anew whenever they change; null options build nothing. */
function useBuilt(source: ExportSource, options: ExportOptions | null) {
  const { t } = useTranslation('exporting')
  const client = useClient()
  const jobs = useJobs()
  return useQuery({
    queryKey: ['export.build', source, options],
    // Another choice makes the file under way useless: it is cancelled.
    queryFn: ({ signal }) =>
      jobs.run(t('job'), (job) => {
        signal.addEventListener('abort', () => jobs.cancel(job), { once: true })
        return client.call('export.build', { source, options: options!, job })
      }),
    enabled: options !== null,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
}

interface OptionsProps {
  choice: ExportChoice
  contents: ExportContents
  mayReturn: boolean
  /** A report has no changes to settle: only its format is chosen. */
  isReport: boolean
  onChange: (change: Partial<ExportChoice>) => void
}

function Options({ choice, contents, mayReturn, isReport, onChange }: OptionsProps) {
  const { t } = useTranslation('exporting')
  const { openChanges } = contents
  const isRedlineDocx = choice.mode === 'redline' && choice.format === 'docx'
  const format = (
    <div>
      <Label>{t('format')}</Label>
      <Segmented
        label={t('format')}
        value={choice.format}
        onChange={(format) => onChange({ format })}
        options={[
          { id: 'docx', label: t('docx') },
          { id: 'pdf', label: t('pdf') },
        ]}
      />
    </div>
  )
  if (isReport) return <div className={styles.options}>{format}</div>
  return (
    <div className={styles.options}>
      {format}
      <RadioGroup
        label={t('mode.label')}
        value={choice.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          { id: 'redline', label: t('mode.redline'), note: t(`mode.redlineNote.${choice.format}`) },
          { id: 'final', label: t('mode.final'), note: t('mode.finalNote') },
        ]}
      />
      {choice.mode === 'final' && openChanges > 0 && (
        <RadioGroup
          label={t('open.question', { count: openChanges })}
          value={choice.openChanges ?? ''}
          onChange={(answer) => onChange({ openChanges: answer === 'accept' ? 'accept' : 'reject' })}
          options={[
            { id: 'accept', label: t('open.accept'), note: t('open.acceptNote') },
            { id: 'reject', label: t('open.reject'), note: t('open.rejectNote') },
          ]}
        />
      )}
      {choice.mode === 'redline' && (
        <RadioGroup
          label={t('names.label')}
          value={choice.attribution}
          onChange={(attribution) => onChange({ attribution })}
          options={[
            { id: 'delegation', label: t('names.delegation') },
            { id: 'author', label: t('names.author'), note: t('names.authorNote') },
          ]}
        />
      )}
      {choice.mode === 'redline' && contents.delegations.length > 0 && (
        <CheckboxGroup
          label={t('named.label')}
          value={contents.delegations.filter((code) => !choice.unnamed.includes(code))}
          options={contents.delegations}
          note={choice.unnamed.length > 0 ? t('named.note') : undefined}
          onChange={(named) => onChange({ unnamed: contents.delegations.filter((code) => !named.includes(code)) })}
        />
      )}
      {choice.mode === 'redline' && (contents.comments || contents.reasons) && (
        <Select
          label={t('comments.label')}
          labelled
          value={choice.comments}
          onChange={(comments) => onChange({ comments })}
          options={[
            { id: 'none', label: t('comments.none') },
            { id: 'reasons', label: t('comments.reasons') },
            ...(contents.comments ? [{ id: 'all' as const, label: t('comments.all'), note: t('comments.allNote') }] : []),
          ]}
        />
      )}
      <div>
        {isRedlineDocx && mayReturn && (
          <Checkbox
            isSelected={choice.traceable}
            onChange={(traceable) => onChange({ traceable })}
            className={styles.explained}
          >
            <span>
              {t('traceable')}
              <small>{t('traceableNote')}</small>
            </span>
          </Checkbox>
        )}
        {isRedlineDocx && contents.moves && (
          <Checkbox isSelected={choice.movesApart} onChange={(movesApart) => onChange({ movesApart })}>
            {t('movesApart')}
          </Checkbox>
        )}
        <Checkbox isSelected={choice.lineNumbers} onChange={(lineNumbers) => onChange({ lineNumbers })}>
          {t('lineNumbers')}
        </Checkbox>
      </div>
    </div>
  )
}
