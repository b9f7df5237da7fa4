// The filters, the sheet and the status bar over one comparison, and what is done with all of it: finding, copying, printing.
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { useFormats } from '../../i18n/format.ts'
import { Flag, Grow, StatusBar } from '../../ui/Bars.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { notices } from '../../ui/notices.ts'
import styles from './bars.module.css'
import { copied, copyOut } from './copied.ts'
import { FilterBar } from './FilterBar.tsx'
import { FindBar } from './FindBar.tsx'
import { changesOnly, countChanges, layout, stepChange, type ChangeKind } from './layout.ts'
import { Sheet, type CompareView } from './Sheet.tsx'
import { isTakeable } from './Row.tsx'
import type { TakeOver } from './useTakeOver.ts'
import { useFind } from './useFind.ts'

export interface ChangesProps {
  comparison: Comparison
  view: CompareView
  takeOver: TakeOver | null
}

export function Changes({ comparison, view, takeOver }: ChangesProps) {
  const { t } = useTranslation('comparing')
  const { date, language } = useFormats()
  const [kinds, setKinds] = useState<ReadonlySet<ChangeKind>>(new Set())
  // Two texts that are the same would fold away to nothing.
  const [fold, setFold] = useState(() => comparison.rows.some((row) => row.kind !== 'same' && !row.typographic))
  const [typography, setTypography] = useState(false)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState<number | null>(null)
  const shown = useMemo(() => {
    const all = layout(comparison, { kinds, fold: fold || view === 'changes', typography, opened })
    return view === 'changes' ? changesOnly(all, comparison) : all
  }, [comparison, kinds, fold, typography, opened, view])
  const counts = useMemo(() => countChanges(comparison.rows), [comparison])
  const unfold = useCallback((from: number) => setOpened((known) => new Set([...known, from])), [])
  const find = useFind(comparison, shown, unfold)
  const total = useMemo(() => shown.filter((one) => one.show === 'row' && one.change !== null).length, [shown])
  const step = useCallback((by: 1 | -1) => setCurrent((from) => stepChange(total, from, by)), [total])

  const copy = () =>
    copyOut(copied(comparison)).then(
      () => notices.add({ text: t('copy.done') }),
      () => notices.add({ tone: 'bad', text: t('copy.failed') }),
    )
  const chosen = shown.find((one) => one.show === 'row' && one.change !== null && one.change === current)
  const taking = takeOver && chosen?.show === 'row' && isTakeable(chosen.row) ? chosen.at : null
  useCommands([
    {
      id: 'compare-take',
      label: t('take.label'),
      keys: 'Alt+Ins',
      isDisabled: taking === null,
      run: () => taking !== null && takeOver?.take(taking),
    },
    { id: 'compare-find', label: t('find.title'), keys: 'Ctrl+F', run: find.open },
    { id: 'compare-copy', label: t('copy.label'), run: () => void copy() },
    { id: 'compare-print', label: t('print'), keys: 'Ctrl+P', run: () => window.print() },
    { id: 'compare-next', label: t('step.next'), keys: 'Alt+↓', isDisabled: total === 0, run: () => step(1) },
    { id: 'compare-previous', label: t('step.previous'), keys: 'Alt+↑', isDisabled: total === 0, run: () => step(-1) },
  ])

  const about = (side: 'old' | 'new') =>
    [date(comparison[side].date), t('paragraphs', { count: comparison[side].paragraphs.length })]
      .filter((word) => word !== '–')
      .join(', ')
  const other = comparison.old.language !== comparison.new.language
  return (
    <>
      <FilterBar
        comparison={comparison}
        kinds={kinds}
        fold={fold}
        typography={typography}
        onTypography={(next) => {
          setTypography(next)
          setKinds(new Set())
          setCurrent(null)
          setOpened(new Set())
        }}
        onFind={find.open}
        onCopy={() => void copy()}
        current={current}
        total={total}
        onStep={step}
        onFold={(next) => {
          setFold(next)
          setOpened(new Set())
        }}
        onKinds={(next) => {
          setKinds(next)
          setCurrent(null)
          setOpened(new Set())
        }}
      />
      {find.bar && <FindBar key={find.asked} {...find.bar} />}
      <Sheet
        key={view}
        comparison={comparison}
        shown={shown}
        view={view}
        current={current}
        onPick={setCurrent}
        typography={typography}
        onUnfold={unfold}
        found={find.found}
        hit={find.hit}
        takeOver={takeOver}
        about={{ old: about('old'), new: about('new') }}
      />
      <StatusBar>
        <span>{t('status.paragraphs', { old: comparison.old.paragraphs.length, new: comparison.new.paragraphs.length })}</span>
        {total === 0 && kinds.size === 0 && (
          <Flag tone="ok">{t(counts.typographic > 0 && !typography ? 'status.equalWords' : 'status.equal')}</Flag>
        )}
        {comparison.counts.deleted > 0 && <Flag tone="bad">{t('status.dropped', { count: comparison.counts.deleted })}</Flag>}
        {other && (
          <Flag tone="warn">
            {t('status.languages', { old: language(comparison.old.language), new: language(comparison.new.language) })}
          </Flag>
        )}
        <Grow />
        <span className={styles.wide}>
          {counts.typographic > 0 && !typography ? t('status.typographic', { count: counts.typographic }) : t('status.exact')}
        </span>
        {!other && <span>{language(comparison.new.language)}</span>}
      </StatusBar>
    </>
  )
}
