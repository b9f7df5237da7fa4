// Several versions against one base: as columns, as one redline in which every change says whose it is, and as a table of what
// each version did to each paragraph.
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TextRef } from '../../../../shared/contract/comparing.ts'
import { MOST_VERSIONS, type Collation } from '../../../../shared/model/collation.ts'
import { nameOfRef, refOfName, refsOfNames, severalAddress } from '../../../api/textRefs.ts'
import { Flag, Grow, Screen, ScreenTitle, StatusBar, ToolBar } from '../../../ui/Bars.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useCommands } from '../../../ui/commands.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Plus } from '../../../ui/icons.ts'
import { Segmented } from '../../../ui/Segmented.tsx'
import bars from '../bars.module.css'
import { Failed } from '../Failed.tsx'
import { stepChange } from '../layout.ts'
import { SideButton } from '../SideButton.tsx'
import { TextPicker } from '../TextPicker.tsx'
import { SeveralSheet, type SeveralView } from './SeveralSheet.tsx'
import { severalRows } from './rows.ts'
import { useCollation } from './useCollation.ts'
import { VersionsBar } from './VersionsBar.tsx'

export interface SeveralPageProps {
  /** Names of the texts as in the address; the versions joined by commas. */
  base?: string | undefined
  versions?: string | undefined
}

const VIEWS: readonly SeveralView[] = ['columns', 'redline', 'table']

export function SeveralPage({ base: baseName, versions: versionNames }: SeveralPageProps) {
  const [, go] = useLocation()
  const base = useMemo(() => refOfName(baseName), [baseName])
  const versions = useMemo(() => refsOfNames(versionNames).slice(0, MOST_VERSIONS), [versionNames])
  const show = (nextBase: TextRef | null, next: readonly TextRef[]) => go(severalAddress(nextBase, next))
  if (!base || versions.length === 0) return <Choosing base={base} versions={versions} onShow={show} />
  return <Several key={`${baseName} ${versionNames}`} base={base} versions={versions} onShow={show} />
}

interface TextsProps {
  versions: readonly TextRef[]
  onShow: (base: TextRef | null, versions: readonly TextRef[]) => void
}

/** Nothing to compare yet: both lists are open. */
function Choosing({ base, versions, onShow }: TextsProps & { base: TextRef | null }) {
  const { t } = useTranslation('several')
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <ScreenTitle>{t('choose')}</ScreenTitle>
      </ToolBar>
      <div className={bars.pickers}>
        <div className={bars.chooser}>
          <TextPicker label={t('base')} chosen={base} onChoose={(ref) => onShow(ref, versions)} takesFocus={!base} />
        </div>
        <div className={bars.chooser}>
          <TextPicker label={t('first')} chosen={null} onChoose={(ref) => onShow(base, [ref])} takesFocus={base !== null} />
        </div>
      </div>
    </Screen>
  )
}

function Several({ base, versions, onShow }: TextsProps & { base: TextRef }) {
  const { t } = useTranslation('several')
  const { data, error, isFetching, again, goAcross } = useCollation(base, versions)
  const [view, setView] = useState<SeveralView>('columns')
  const [picking, setPicking] = useState<'base' | 'version' | null>(null)
  const pick = (ref: TextRef) => {
    setPicking(null)
    if (picking === 'base') return onShow(ref, versions)
    if (!versions.some((known) => nameOfRef(known) === nameOfRef(ref))) onShow(base, [...versions, ref])
  }
  const isFull = versions.length >= MOST_VERSIONS
  const nextView = VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!
  useCommands([
    { id: 'several-add', label: t('add'), isDisabled: isFull, run: () => setPicking('version') },
    { id: 'several-view', label: t('view.toggle'), run: () => setView(nextView) },
  ])
  return (
    <Screen label={t('title')}>
      <ToolBar>
        <span className={bars.side}>{t('base')}</span>
        <SideButton label={t('base')} chosen={base} compared={data?.base} onPress={() => setPicking('base')} />
        <Button isDisabled={isFull} onPress={() => setPicking('version')}>
          <Plus size={14} aria-hidden />
          {t('add')}
        </Button>
        {isFull && <span className={bars.wide}>{t('full', { count: MOST_VERSIONS })}</span>}
        <Grow />
        <Segmented
          label={t('view.label')}
          value={view}
          onChange={setView}
          options={VIEWS.map((id) => ({ id, label: t(`view.${id}`) }))}
        />
      </ToolBar>
      {data ? (
        <Collated
          collation={data}
          view={view}
          onShowColumns={() => setView('columns')}
          onRemove={(version) => onShow(base, versions.toSpliced(version, 1))}
        />
      ) : (
        <Failed error={error} isFetching={isFetching} onAgain={again} onAcrossLanguages={goAcross} onChoose={() => onShow(null, [])} />
      )}
      <Dialog
        title={t(picking === 'base' ? 'base' : 'add')}
        isOpen={picking !== null}
        onClose={() => setPicking(null)}
        closeLabel={t('common:close')}
      >
        {picking && <TextPicker label={t('comparing:pick.choose')} chosen={picking === 'base' ? base : null} onChoose={pick} takesFocus />}
      </Dialog>
    </Screen>
  )
}

interface CollatedProps {
  collation: Collation
  view: SeveralView
  onShowColumns: () => void
  onRemove: (version: number) => void
}

function Collated({ collation, view, onShowColumns, onRemove }: CollatedProps) {
  const { t } = useTranslation('several')
  const [fold, setFold] = useState(true)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState<number | null>(null)
  // The table is a register of the whole base: it leaves nothing out.
  const rows = useMemo(() => severalRows(collation, { fold: fold && view !== 'table', opened }), [collation, fold, view, opened])
  const total = useMemo(() => rows.filter((row) => row.show !== 'fold' && row.change !== null).length, [rows])
  const step = useCallback((by: 1 | -1) => setCurrent((from) => stepChange(total, from, by)), [total])
  useCommands([
    { id: 'several-next', label: t('comparing:step.next'), keys: 'Alt+↓', isDisabled: total === 0, run: () => step(1) },
    { id: 'several-previous', label: t('comparing:step.previous'), keys: 'Alt+↑', isDisabled: total === 0, run: () => step(-1) },
  ])
  return (
    <>
      <VersionsBar
        collation={collation}
        onRemove={onRemove}
        {...(view !== 'table' && {
          folding: {
            fold,
            onFold: (next: boolean) => {
              setFold(next)
              setOpened(new Set())
            },
          },
        })}
        current={current}
        total={total}
        onStep={step}
      />
      <SeveralSheet
        key={view}
        collation={collation}
        rows={rows}
        view={view}
        current={current}
        onPick={setCurrent}
        onShow={(change) => {
          setCurrent(change)
          onShowColumns()
        }}
        onUnfold={(from) => setOpened(new Set([...opened, from]))}
      />
      <StatusBar>
        <span>{t('status', { count: collation.base.paragraphs.length, versions: collation.versions.length })}</span>
        {total === 0 && <Flag tone="ok">{t('equal')}</Flag>}
      </StatusBar>
    </>
  )
}
