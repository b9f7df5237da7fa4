// The check of one file: raw text, proposed structure, what is known about the document. Nothing is stored before it.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { metadataSchema, type Metadata } from '../../../shared/model/declaration.ts'
import type { Proposal, ProposedParagraph } from '../../../shared/model/proposal.ts'
import { doubtsOf } from '../../../shared/segmenting/index.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { BatchId } from '../../../shared/model/ids.ts'
import { links } from '../../api/links.ts'
import { useSetSettings, useSettings, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { useMetadataWords } from '../../i18n/metadataWords.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Flag, Grow, StatusBar, SubBar, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { Dock } from '../../ui/Dock.tsx'
import { ArrowLeft, ChevronDown, ChevronUp, Undo2 } from '../../ui/icons.ts'
import { Keys } from '../../ui/Marks.tsx'
import { MetadataForm } from '../../ui/MetadataForm.tsx'
import { notices } from '../../ui/notices.ts'
import { marksOf } from '../../ui/parties.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { countRoles, coverage } from './checking.ts'
import styles from './check.module.css'
import { useKnown } from './known.ts'
import { KnownAs } from './KnownAs.tsx'
import type { QueuedFile, StoredFile } from './queue.ts'
import { RawColumn } from './RawColumn.tsx'
import { Remarks } from './Remarks.tsx'
import { stillStands } from './remarks.ts'
import { StructureColumn } from './StructureColumn.tsx'

export interface CheckScreenProps {
  file: Pick<QueuedFile, 'name' | 'remarks' | 'duplicateOf' | 'alike' | 'wanted' | 'took'>
  /** Where it stands, if in a batch. */
  held?: { batch: BatchId; file: number }
  proposal: Proposal
  /** How many more files wait for their check. */
  others: number
  onCorrect: (change: (before: Proposal) => Proposal) => void
  onStored: (result: StoredFile) => void
  onList: () => void
  /** Stored or put aside: go on with the next. */
  onDone: () => void
}

export const CheckScreen = ({ file, held, proposal, others, onCorrect, onStored, onList, onDone }: CheckScreenProps) => {
  const { t } = useTranslation('importing')
  const format = useFormats()
  const errorText = useErrorText()
  const words = useMetadataWords()
  const settings = useSettings()
  const setSettings = useSetSettings()
  const [, go] = useLocation()
  const narrow = useMedia('(max-width: 1180px)')
  const [tab, setTab] = useState<'structure' | 'raw'>('structure')
  const { raw, paragraphs, metadata } = proposal
  const doubts = doubtsOf(paragraphs)
  const [current, setCurrent] = useState(
    () =>
      doubts[0]?.index ??
      Math.max(
        0,
        paragraphs.findIndex((each) => each.role !== 'left-out'),
      ),
  )
  const [past, setPast] = useState<readonly (readonly ProposedParagraph[])[]>([])
  const [dateWrong, setDateWrong] = useState(false)
  const [again, setAgain] = useState(false)
  const store = useWrite('import.store', { quiet: true })
  const storeHeld = useWrite('batch.store', { quiet: true })
  const failure = store.error ?? storeHeld.error
  const isStoring = store.isPending || storeHeld.isPending
  const list = useRef<HTMLDivElement>(null)
  const known = useKnown(proposal, file.wanted)

  const change = (next: ProposedParagraph[]) => {
    setPast([...past, paragraphs])
    onCorrect((before) => {
      // A title found by hand is the title of the document, too, where none was found before.
      const title = before.metadata.title.trim() === '' ? next.find((each) => each.role === 'title')?.text : undefined
      return { ...before, paragraphs: next, ...(title && { metadata: { ...before.metadata, title } }) }
    })
    setCurrent(Math.min(current, next.length - 1))
    // The button that was pressed may be gone; the keys of the list go on from here.
    list.current?.focus({ preventScroll: true })
  }
  const undo = () => {
    const last = past.at(-1)
    if (!last) return
    setPast(past.slice(0, -1))
    onCorrect((before) => ({ ...before, paragraphs: [...last] }))
    setCurrent(Math.min(current, last.length - 1))
    list.current?.focus({ preventScroll: true })
  }
  const describe = (changes: Partial<Metadata>) =>
    onCorrect((before) => ({ ...before, metadata: { ...before.metadata, ...changes } }))

  const jump = (by: 1 | -1) => {
    const target =
      by === 1
        ? (doubts.find((doubt) => doubt.index > current) ?? doubts[0])
        : (doubts.findLast((doubt) => doubt.index < current) ?? doubts.at(-1))
    if (!target) return
    setTab('structure')
    setCurrent(target.index)
    list.current?.focus()
  }

  const counts = countRoles(paragraphs)
  const pieces = (counts.clause ?? 0) + (counts.item ?? 0) + (counts.passage ?? 0)
  const isValid = !dateWrong && metadata.title.trim() !== '' && metadataSchema.safeParse(metadata).success
  const isDuplicate = file.duplicateOf !== null || (failure instanceof AppError && failure.code === 'already-imported')
  const isBlocked = isDuplicate && !again
  const submit = () => {
    if (!isValid || pieces === 0 || isBlocked || isStoring) return
    const onSuccess = (stored: StoredFile) => {
      onStored(stored)
      notices.add({
        text: t(stored.clauses > 0 ? 'storedNotice' : 'storedPassages', {
          title: metadata.title.replaceAll('\n', ' '),
          count: stored.clauses || stored.passages,
        }),
        action: { label: t('open'), run: () => go(links.declaration(stored.id)) },
      })
      onDone()
    }
    const approved = { proposal, ...(known.chosen && { known: known.chosen }) }
    if (held) storeHeld.mutate({ ...held, ...approved }, { onSuccess })
    else store.mutate({ ...approved, ...(again && { again }) }, { onSuccess })
  }
  useCommands([
    { id: 'import-next-doubt', label: t('nextDoubt'), keys: 'F8', isDisabled: doubts.length === 0, run: () => jump(1) },
    {
      id: 'import-previous-doubt',
      label: t('previousDoubt'),
      keys: 'Shift+F8',
      isDisabled: doubts.length === 0,
      run: () => jump(-1),
    },
    { id: 'import-store', label: t('store'), keys: 'Ctrl+Enter', run: submit },
    { id: 'import-undo', label: t('undoCorrection'), isDisabled: past.length === 0, run: undo },
    { id: 'import-list', label: t('toList'), keys: 'Alt+←', run: onList },
  ])
  useEffect(() => list.current?.focus(), [])

  const goToLine = (line: number) => {
    const index = paragraphs.findIndex((paragraph) => paragraph.raw.includes(line))
    if (index < 0) return
    setTab('structure')
    setCurrent(index)
    list.current?.focus()
  }

  const lines = coverage(raw, paragraphs)
  const structure = (
    <StructureColumn
      ref={list}
      proposal={proposal}
      doubts={doubts}
      current={current}
      onCurrent={setCurrent}
      onChange={change}
      onUndo={undo}
      canUndo={past.length > 0}
    />
  )
  const source = <RawColumn raw={raw} paragraphs={paragraphs} current={current} onCurrent={setCurrent} />
  return (
    <>
      <ToolBar>
        <IconButton label={t('toList')} keys={t('listKeys')} onPress={onList}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className={styles.name} title={file.name}>
          {file.name}
        </h1>
        <span className={styles.facts}>
          {t('paragraphs', { count: raw.length })}
          {proposal.encoding && `, ${proposal.encoding.toUpperCase()}`}
          {file.took > 0 && `, ${t('took', { seconds: format.number(Math.max(0.1, Math.round(file.took / 100) / 10)) })}`}
        </span>
        <Grow />
        <IconButton label={t('undoCorrection')} keys={t('undoKeys')} isDisabled={past.length === 0} onPress={undo}>
          <Undo2 size={16} aria-hidden />
        </IconButton>
        {doubts.length > 0 ? (
          <Flag tone="warn">{t('doubts', { count: doubts.length })}</Flag>
        ) : (
          <Flag tone="ok">{t('noDoubts')}</Flag>
        )}
        <Button size="small" isDisabled={doubts.length === 0} onPress={() => jump(-1)}>
          <ChevronUp size={14} aria-hidden />
          {t('common:back')}
        </Button>
        <Button size="small" isDisabled={doubts.length === 0} onPress={() => jump(1)}>
          {t('forward')}
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Keys>{t('doubtKeys')}</Keys>
      </ToolBar>
      {isDuplicate && (
        <Banner
          actions={
            <>
              {file.duplicateOf && (
                <Button size="small" onPress={() => file.duplicateOf && go(links.declaration(file.duplicateOf.id))}>
                  {t('open')}
                </Button>
              )}
              {!again && (
                <Button size="small" onPress={() => setAgain(true)}>
                  {t('importAgain')}
                </Button>
              )}
            </>
          }
        >
          {t(again ? 'duplicateAgain' : 'duplicate', {
            title: file.duplicateOf?.title.replaceAll('\n', ' ') ?? metadata.title.replaceAll('\n', ' '),
          })}
        </Banner>
      )}
      {file.alike && !isDuplicate && (
        <Banner
          actions={
            <Button size="small" onPress={() => file.alike && go(links.declaration(file.alike.id))}>
              {t('open')}
            </Button>
          }
        >
          {t('alike', { share: file.alike.share, title: file.alike.title.replaceAll('\n', ' ') })}
        </Banner>
      )}
      {failure && !isDuplicate && <Banner tone="bad">{errorText(failure)}</Banner>}
      <div className={styles.columns}>
        {narrow ? (
          <div className={styles.structure}>
            <Tabs
              label={t('views')}
              value={tab}
              onChange={setTab}
              entries={[
                { id: 'structure', label: t('structure'), content: structure },
                { id: 'raw', label: t('source'), content: source },
              ]}
            />
          </div>
        ) : (
          <>
            <section className={styles.raw} aria-label={t('source')}>
              <SubBar>
                <h2>{t('source')}</h2>
                <span className={styles.subNote}>{t('asRead')}</span>
              </SubBar>
              {source}
            </section>
            <section className={styles.structure} aria-label={t('structure')}>
              <SubBar>
                <h2>{t('structure')}</h2>
                {(counts.clause ?? 0) > 0 && <span className={styles.subNote}>{profileText(t, proposal)}</span>}
              </SubBar>
              {structure}
            </section>
          </>
        )}
        <Dock
          side="right"
          label={t('about')}
          resizeLabel={t('common:resize')}
          width={settings.data?.docks['metadata'] ?? 332}
          onResize={(width) => setSettings({ docks: { ...settings.data?.docks, metadata: width } })}
        >
          <SubBar>
            <h2>{t('about')}</h2>
          </SubBar>
          <KnownAs {...known} />
          <Remarks remarks={file.remarks.filter((remark) => stillStands(remark, metadata))} onGo={goToLine} />
          <div className={styles.form}>
            <MetadataForm
              value={metadata}
              words={words}
              markOf={marksOf(metadata.parties)}
              onWrongDate={setDateWrong}
              onChange={(changes) => describe(changes as Partial<Metadata>)}
            />
          </div>
          <div className={styles.foot}>
            {pieces === 0 && <span className={styles.blocked}>{t('nothingToStore')}</span>}
            <Button variant="primary" isDisabled={!isValid || pieces === 0 || isBlocked || isStoring} onPress={submit}>
              {t(again ? 'storeAgain' : 'store')}
            </Button>
            <Button onPress={others > 0 ? onDone : onList}>{t('later')}</Button>
            <Keys>{t('storeKeys')}</Keys>
          </div>
        </Dock>
      </div>
      <StatusBar>
        <span>{summary(t, counts)}</span>
        <Flag tone={lines.kept === lines.of ? 'ok' : 'bad'}>
          {t(lines.kept === lines.of ? 'noneLost' : 'someLost', { kept: lines.kept, of: lines.of })}
        </Flag>
        <Grow />
        {others > 0 && <span>{t('moreFiles', { count: others })}</span>}
        <span>{format.language(metadata.language)}</span>
      </StatusBar>
    </>
  )
}

type Translate = ReturnType<typeof useTranslation<'importing'>>['t']

const COUNTED = ['title', 'chapeau', 'heading', 'clause', 'item', 'footnote', 'passage', 'left-out'] as const

/** "1 title, 2 sections, 6 clauses, 4 lines left out". */
const summary = (t: Translate, counts: ReturnType<typeof countRoles>) =>
  COUNTED.filter((role) => counts[role])
    .map((role) => t(`count.${role}`, { count: counts[role] ?? 0 }))
    .join(', ')

const profileText = (t: Translate, { numbering }: Proposal) =>
  t('profile.label', {
    sections: t(`profile.sections.${numbering.sections}`),
    clauses: t(`profile.clauses.${numbering.clauses}`),
  })
