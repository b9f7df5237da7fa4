// The screen of the report: fates above, dropped and new language at the left, verbs and figures at the right; in a narrow window
// each of them under a tab.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { ExportSource } from '../../../shared/contract/exporting.ts'
import type { Fate, Report, ReportedText } from '../../../shared/model/report.ts'
import { links } from '../../api/links.ts'
import { compareAddress, refOfName } from '../../api/textRefs.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { Flag, Grow, Screen, StatusBar, ToolBar } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ArrowRight, Columns2, FileDown } from '../../ui/icons.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { FactTable } from './FactTable.tsx'
import { FateList } from './FateList.tsx'
import { NewLanguage } from './NewLanguage.tsx'
import styles from './report.module.css'
import { Summary } from './Summary.tsx'
import { useReport } from './useReport.ts'
import { VerbTable } from './VerbTable.tsx'

export interface ReportPageProps {
  /** Names of the two texts as in the address. */
  old: string
  later: string
  onExport: (source: ExportSource) => void
}

export function ReportPage({ old: oldName, later: laterName, onExport }: ReportPageProps) {
  const { t } = useTranslation('reporting')
  const [, go] = useLocation()
  const old = useMemo(() => refOfName(oldName), [oldName])
  const later = useMemo(() => refOfName(laterName), [laterName])
  if (old && later) return <Reported old={old} later={later} onExport={onExport} />
  return (
    <div className={styles.ended}>
      <EmptyState title={t('missing')} actions={<Button onPress={() => go(links.compare())}>{t('choose')}</Button>} />
    </div>
  )
}

interface ReportedProps {
  old: TextRef
  later: TextRef
  onExport: (source: ExportSource) => void
}

function Reported({ old, later, onExport }: ReportedProps) {
  const { t, i18n } = useTranslation('reporting')
  const [, go] = useLocation()
  const { data, error, refetch, isFetching } = useReport(old, later)
  const words = i18n.resolvedLanguage === 'ru' ? 'ru' : 'en'
  const exportReport = () => onExport({ report: { old, new: later, words } })
  const compare = () => go(compareAddress(old, later))
  useCommands([
    { id: 'report-compare', label: t('compare'), run: compare },
    { id: 'report-export', label: t('export'), isDisabled: !data, run: exportReport },
  ])
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <Name text={data?.old} />
        <ArrowRight size={14} aria-hidden />
        <Name text={data?.new} />
        <Grow />
        <Tooltip text={t('compare')}>
          <Button aria-label={t('compare')} onPress={compare}>
            <Columns2 size={14} aria-hidden />
            <span className={styles.wide}>{t('compare')}</span>
          </Button>
        </Tooltip>
        <Tooltip text={t('export')}>
          <Button variant="primary" isDisabled={!data} aria-label={t('export')} onPress={exportReport}>
            <FileDown size={14} aria-hidden />
            <span className={styles.wide}>{t('export')}</span>
          </Button>
        </Tooltip>
      </ToolBar>
      {data ? (
        <Parts report={data} />
      ) : (
        <Failed error={error} isFetching={isFetching} onAgain={() => void refetch()} onOther={compare} />
      )}
    </Screen>
  )
}

function Name({ text }: { text: ReportedText | undefined }) {
  const { date } = useFormats()
  return (
    <span className={styles.name}>
      <span>{text?.name ?? '…'}</span>
      {text?.date && <small>{date(text.date)}</small>}
    </span>
  )
}

interface FailedProps {
  error: Error | null
  isFetching: boolean
  onAgain: () => void
  onOther: () => void
}

function Failed({ error, isFetching, onAgain, onOther }: FailedProps) {
  const { t } = useTranslation('reporting')
  const errorText = useErrorText()
  if (!error || isFetching) return <div className={styles.ended} aria-busy="true" />
  const code = error instanceof AppError ? error.code : null
  return (
    <div className={styles.ended}>
      <EmptyState
        title={code === 'cancelled' ? t('cancelled') : errorText(error)}
        note={t('nothingLost')}
        actions={
          code === 'languages-differ' ? (
            <Button variant="primary" onPress={onOther}>
              {t('compare')}
            </Button>
          ) : (
            <Button variant="primary" onPress={onAgain}>
              {t('again')}
            </Button>
          )
        }
      />
    </div>
  )
}

type Part = 'fates' | 'added' | 'verbs' | 'facts'

function Parts({ report }: { report: Report }) {
  const { t } = useTranslation('reporting')
  const { language } = useFormats()
  const narrow = useMedia('(max-width: 1160px)')
  const [part, setPart] = useState<Part>('fates')
  const [fate, setFate] = useState<Fate>('dropped')
  const [target, setTarget] = useState<number | null>(null)
  const choose = (next: Fate, paragraph: number | null) => {
    setFate(next)
    setTarget(paragraph)
    setPart('fates')
  }
  const entries = [
    { id: 'fates' as const, label: t('tabs.fates'), content: <FateList report={report} fate={fate} target={target} /> },
    { id: 'added' as const, label: t('tabs.added'), count: report.added.length, content: <NewLanguage report={report} /> },
    ...(narrow
      ? [
          { id: 'verbs' as const, label: t('tabs.verbs'), count: report.verbs.length, content: <div className={styles.tabbed}><VerbTable report={report} /></div> },
          { id: 'facts' as const, label: t('tabs.facts'), count: report.facts.length, content: <div className={styles.tabbed}><FactTable report={report} /></div> },
        ]
      : []),
  ]
  const shown = entries.some(({ id }) => id === part) ? part : 'fates'
  return (
    <>
      <Summary
        report={report}
        fate={fate}
        onFate={(next) => choose(next, null)}
        onClause={(clause) => choose(clause.fate, clause.place.paragraph)}
      />
      <div className={styles.columns}>
        <Tabs label={t('tabs.label')} value={shown} onChange={setPart} entries={entries} className={styles.left} />
        {!narrow && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys
          <section className={styles.right} tabIndex={0} aria-label={t('tabs.right')}>
            <VerbTable report={report} />
            <FactTable report={report} />
          </section>
        )}
      </div>
      <StatusBar>
        <span>{t('status.clauses', { old: report.old.clauses, new: report.new.clauses })}</span>
        {report.fates.dropped > 0 && <Flag tone="warn">{t('heading', { count: report.fates.dropped, total: report.old.clauses })}</Flag>}
        <Grow />
        <span>{language(report.new.language)}</span>
      </StatusBar>
    </>
  )
}
