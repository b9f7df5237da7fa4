// The compare screen: two texts of any sort, side by side or as one redline, with every change to be walked through.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import type { ExportSource } from '../../../shared/contract/exporting.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { links } from '../../api/links.ts'
import { compareAddress, nameOfRef, refOfName, reportAddress, severalAddress } from '../../api/textRefs.ts'
import { Grow, Screen, ScreenTitle, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ArrowLeftRight, Columns3, FileDown, ListTree } from '../../ui/icons.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './bars.module.css'
import { Changes } from './Changes.tsx'
import { Failed } from './Failed.tsx'
import type { CompareView } from './Sheet.tsx'
import { SideButton } from './SideButton.tsx'
import { useTakeOver } from './useTakeOver.ts'
import { TextPicker } from './TextPicker.tsx'

const VIEWS: readonly CompareView[] = ['side-by-side', 'inline', 'changes']

export interface ComparePageProps {
  /** Names of the two texts as in the address (`declaration:ID`), so that going back shows the former pair. */
  old?: string | undefined
  later?: string | undefined
  onExport: (source: ExportSource) => void
}

export function ComparePage({ old: oldName, later: laterName, onExport }: ComparePageProps) {
  const [, go] = useLocation()
  const old = useMemo(() => refOfName(oldName), [oldName])
  const later = useMemo(() => refOfName(laterName), [laterName])
  const choose = (side: 'old' | 'new', ref: TextRef) => go(side === 'old' ? compareAddress(ref, later) : compareAddress(old, ref))
  if (!old || !later) return <Choosing old={old} later={later} onChoose={choose} />
  return (
    <Compared
      key={`${oldName} ${laterName}`}
      old={old}
      later={later}
      onChoose={choose}
      onExport={onExport}
      onSwap={() => go(compareAddress(later, old))}
      onReport={() => go(reportAddress(nameOfRef(old), nameOfRef(later)))}
      onSeveral={() => go(severalAddress(old, [later]))}
    />
  )
}

interface SidesProps {
  old: TextRef | null
  later: TextRef | null
  onChoose: (side: 'old' | 'new', ref: TextRef) => void
}

/** Nothing to compare yet: both lists are open. */
function Choosing({ old, later, onChoose }: SidesProps) {
  const { t } = useTranslation('comparing')
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <ScreenTitle>{t('choose')}</ScreenTitle>
      </ToolBar>
      <div className={styles.pickers}>
        <div className={styles.chooser}>
          <TextPicker label={t('side.old')} chosen={old} onChoose={(ref) => onChoose('old', ref)} takesFocus={!old} />
        </div>
        <div className={styles.chooser}>
          <TextPicker label={t('side.new')} chosen={later} onChoose={(ref) => onChoose('new', ref)} takesFocus={old !== null} />
        </div>
      </div>
    </Screen>
  )
}

interface ComparedProps extends SidesProps {
  old: TextRef
  later: TextRef
  onSwap: () => void
  onReport: () => void
  onSeveral: () => void
  onExport: (source: ExportSource) => void
}

function Compared({ old, later, onChoose, onSwap, onReport, onSeveral, onExport }: ComparedProps) {
  const { t } = useTranslation('comparing')
  const client = useClient()
  const jobs = useJobs()
  const [, go] = useLocation()
  const [acrossLanguages, setAcrossLanguages] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['compare.run', old, later, acrossLanguages],
    queryFn: ({ signal }) =>
      jobs.run(t('job'), (job) => {
        signal.addEventListener('abort', () => jobs.cancel(job), { once: true })
        return client.call('compare.run', { old, new: later, acrossLanguages, job })
      }),
    retry: false,
    refetchOnMount: 'always',
  })
  const takeOver = useTakeOver(old, later, data)
  const [view, setView] = useState<CompareView>('side-by-side')
  const [picking, setPicking] = useState<'old' | 'new' | null>(null)

  useEffect(
    () =>
      client.on('draft.changed', ({ id }) => {
        if ([old, later].some((ref) => ref.kind === 'draft' && ref.id === id)) void refetch()
      }),
    [client, old, later, refetch],
  )

  const pick = (ref: TextRef) => {
    setPicking(null)
    onChoose(picking!, ref)
  }
  const exportRedline = () => onExport({ old, new: later })
  useCommands([
    { id: 'compare-swap', label: t('swap'), run: onSwap },
    { id: 'compare-view', label: t('view.toggle'), run: () => setView(VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!) },
    { id: 'compare-several', label: t('several'), run: onSeveral },
    { id: 'compare-report', label: t('report'), isDisabled: !data, run: onReport },
    { id: 'compare-export', label: t('export'), isDisabled: !data, run: exportRedline },
  ])
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <span className={styles.side}>{t('side.old')}</span>
        <SideButton label={t('side.old')} chosen={old} compared={data?.old} onPress={() => setPicking('old')} />
        <IconButton label={t('swap')} onPress={onSwap}>
          <ArrowLeftRight size={16} aria-hidden />
        </IconButton>
        <span className={styles.side}>{t('side.new')}</span>
        <SideButton label={t('side.new')} chosen={later} compared={data?.new} onPress={() => setPicking('new')} />
        <Grow />
        <Segmented
          label={t('view.label')}
          value={view}
          onChange={setView}
          options={[
            { id: 'side-by-side', label: t('view.side-by-side') },
            { id: 'inline', label: t('view.inline') },
            { id: 'changes', label: t('view.changes') },
          ]}
        />
        <IconButton label={t('several')} onPress={onSeveral}>
          <Columns3 size={16} aria-hidden />
        </IconButton>
        <Tooltip text={t('report')}>
          <Button isDisabled={!data} aria-label={t('report')} onPress={onReport}>
            <ListTree size={14} aria-hidden />
            <span className={styles.roomy}>{t('report')}</span>
          </Button>
        </Tooltip>
        <Tooltip text={t('export')}>
          <Button isDisabled={!data} aria-label={t('export')} onPress={exportRedline}>
            <FileDown size={14} aria-hidden />
            <span className={styles.roomy}>{t('export')}</span>
          </Button>
        </Tooltip>
      </ToolBar>
      {data ? (
        <Changes comparison={data} view={view} takeOver={takeOver} />
      ) : (
        <Failed
          error={error}
          isFetching={isFetching}
          onAgain={() => void refetch()}
          onAcrossLanguages={() => setAcrossLanguages(true)}
          onChoose={() => go(links.compare())}
        />
      )}
      <Dialog
        title={t(picking === 'new' ? 'side.new' : 'side.old')}
        isOpen={picking !== null}
        onClose={() => setPicking(null)}
        closeLabel={t('close')}
      >
        {picking && <TextPicker label={t('pick.choose')} chosen={picking === 'old' ? old : later} onChoose={pick} takesFocus />}
      </Dialog>
    </Screen>
  )
}
