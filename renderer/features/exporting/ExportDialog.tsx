// The export dialog: what leaves, how it looks page by page, then one button that saves exactly what is shown.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/contract/error.ts'
import type { ExportOptions, ExportSource } from '../../../shared/contract/exporting.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { countChanges } from '../../../shared/redline/index.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Label } from '../../ui/Field.tsx'
import { Download } from '../../ui/icons.ts'
import { notices } from '../../ui/notices.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { download } from './download.ts'
import styles from './export.module.css'
import { firstChoice, isAsking, optionsOf, type ExportChoice } from './options.ts'
import { Preview } from './Preview.tsx'

export interface ExportDialogProps {
  source: ExportSource
  onClose: () => void
}

/** Opens as soon as it is known whether changes are still open. */
export function ExportDialog({ source, onClose }: ExportDialogProps) {
  const client = useClient()
  const open = useQuery({
    queryKey: ['export.openChanges', source],
    queryFn: () => openChangesOf(client, source),
    staleTime: 0,
    gcTime: 0,
  })
  if (open.isPending) return null
  return <Exporting source={source} openChanges={open.data ?? 0} onClose={onClose} />
}

/** A comparison's final text is its later one. */
async function openChangesOf(client: Client, source: ExportSource): Promise<number> {
  const text = 'text' in source ? source.text : source.new
  if ('changes' in text && text.changes) return 0
  if (text.kind === 'draft') return countChanges((await client.call('draft.open', { id: text.id })).statement)
  if (text.kind === 'version') return countChanges((await client.call('version.open', { id: text.id })).statement)
  return 0
}

function Exporting({ source, openChanges, onClose }: ExportDialogProps & { openChanges: number }) {
  const { t } = useTranslation('exporting')
  const { number } = useFormats()
  const errorText = useErrorText()
  const [choice, setChoice] = useState(() => firstChoice(source, openChanges))
  const built = useBuilt(source, optionsOf(choice, openChanges))
  const save = useWrite('export.save', { quiet: true })

  const saveIt = () =>
    save.mutate(
      { id: built.data!.id },
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
      title={t('title')}
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
          openChanges={openChanges}
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
  openChanges: number
  onChange: (change: Partial<ExportChoice>) => void
}

function Options({ choice, openChanges, onChange }: OptionsProps) {
  const { t } = useTranslation('exporting')
  return (
    <div className={styles.options}>
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
      <Checkbox isSelected={choice.lineNumbers} onChange={(lineNumbers) => onChange({ lineNumbers })}>
        {t('lineNumbers')}
      </Checkbox>
    </div>
  )
}
