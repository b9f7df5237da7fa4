// A draft on screen: holds what the parts share (the caret's paragraph, the facts of the text, open bars) and joins them.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import type { Resumed } from '../../../shared/contract/drafts.ts'
import type { ExportSource } from '../../../shared/contract/exporting.ts'
import type { Draft } from '../../../shared/model/draft.ts'
import type { Change } from '../../../shared/redline/index.ts'
import { useSetSettings, useSettings } from '../../api/queries.ts'
import { StatementEditor, type EditorHandle, type EditorView } from '../../editor/index.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { Screen } from '../../ui/Bars.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { notices } from '../../ui/notices.ts'
import type { SaveState } from './autosave.ts'
import { BarredDialog } from './BarredDialog.tsx'
import { ChangesPane } from './ChangesPane.tsx'
import { ChecksPane } from './checks/ChecksPane.tsx'
import { useChecks } from './checks/useChecks.ts'
import { ClauseDock } from './ClauseDock.tsx'
import { CommentsPane } from './CommentsPane.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { delegationsOf, withStrangers } from './delegations.ts'
import { DetailsDialog } from './DetailsDialog.tsx'
import { DraftBar } from './DraftBar.tsx'
import { LeftDock, RightDock, useLeftDock, type RightTab } from './Docks.tsx'
import styles from './draft.module.css'
import { EarlierPane } from './EarlierPane.tsx'
import { EditorBar } from './EditorBar.tsx'
import { FindBar } from './FindBar.tsx'
import { OutlinePane } from './OutlinePane.tsx'
import { PrecedentsPane } from './PrecedentsPane.tsx'
import { MapBar } from './map/MapBar.tsx'
import { usePrecedentMap } from './map/usePrecedentMap.ts'
import { nextPane } from './panes.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { changeAt } from './review.ts'
import { SaveLine } from './SaveLine.tsx'
import type { DraftSession } from './session.ts'
import { useCaret } from './useCaret.ts'
import { useClauseActs } from './useClauseActs.ts'
import { useFacts } from './useFacts.ts'
import { useHandover } from './useHandover.ts'
import { useReturning } from './useReturning.ts'
import { useVersions } from './useVersions.ts'
import { VersionView } from './VersionView.tsx'

export interface OpenDraftProps {
  session: DraftSession
  draft: Draft
  resumed: Resumed | null
  documentKey: string
  save: SaveState
  onExport: (source: ExportSource) => void
}

type FindState = 'closed' | 'find' | 'replace'

const NONE: never[] = []

export function OpenDraft({ session, draft, resumed, documentKey, save, onExport }: OpenDraftProps) {
  const { t } = useTranslation('drafting')
  const errorText = useErrorText()
  const settings = useSettings().data
  const setSettings = useSetSettings()
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const [view, setView] = useState<EditorView>('all')
  const [showMarks, setShowMarks] = useState(true)
  const [find, setFind] = useState<FindState>('closed')
  const [right, setRight] = useState<RightTab>('earlier')
  const [writing, setWriting] = useState(false)
  const [details, setDetails] = useState(false)
  const [picked, setPicked] = useState<ClauseHit | null>(null)
  const [isMapped, setMapped] = useState(false)
  const [ofAll, setOfAll] = useState(false)
  const { facts, plan } = useFacts(editor)
  const checks = useChecks(editor, facts?.statement ?? null, draft)
  const present = useMemo(() => draft.parties.map(({ code, state }) => code ?? state), [draft.parties])
  const map = usePrecedentMap(editor, facts?.statement ?? null, draft.language, ofAll ? present : null, isMapped)
  const moved = useHandover(session, editor, resumed?.place ?? null)
  const { info, onSelect } = useCaret(moved)
  const { dock, search, uncover, searchClauses } = useLeftDock(editor)
  const acts = useClauseActs(editor, uncover)
  const { version, setVersion, ...versions } = useVersions(session, draft.id)
  const returning = useReturning(session, draft.id, setVersion)

  const delegations = useMemo(() => delegationsOf(draft.parties), [draft.parties])
  const strangers = (facts?.changes ?? NONE).map((change: Change) => change.delegation).join('\n')
  const drawn = useMemo(() => withStrangers(delegations, strangers.split('\n')), [delegations, strangers])
  const delegation = delegations.some(({ code }) => code === settings?.delegation) ? settings!.delegation : ''
  const me = useMemo(() => ({ author: settings?.author ?? '', delegation }), [settings?.author, delegation])
  const mode = settings?.trackChanges === false ? 'editing' : 'suggesting'
  const readOnly = view === 'original' || version !== null

  // Whoever opens a draft writes next, unless the keyboard is somewhere already.
  useEffect(() => {
    if (document.activeElement === document.body) editor?.focus()
  }, [editor])
  const onChange = useCallback(() => {
    session.changed()
    plan()
  }, [session, plan])
  const goToChange = useCallback((id: string) => void editor?.goToChange({ id }), [editor])
  const resolve = useCallback(
    (revisions: readonly string[] | 'all', decision: 'accept' | 'reject') => editor?.resolve(revisions, decision),
    [editor],
  )
  const explain = useCallback((revisions: readonly string[], reason: string) => editor?.explain(revisions, reason), [editor])
  const write = useCallback(
    (on: boolean) => {
      setWriting(on)
      if (on) setRight('comments')
      else editor?.focus()
    },
    [editor],
  )
  const closeFind = useCallback(() => {
    setFind('closed')
    editor?.focus()
  }, [editor])

  const failed = (error: unknown) => notices.add({ tone: 'bad', text: errorText(error) })
  const exportIt = async () => {
    if (await session.flush()) onExport({ text: { kind: 'draft', id: draft.id } })
    else notices.add({ tone: 'bad', text: t('exportUnsaved') })
  }
  const keepMineAsCopy = async () => {
    const copy = await session.keepMineAsCopy(t('conflict.copyTitle', { title: draft.title }))
    notices.add({ text: t('conflict.copied', { title: copy.title.replaceAll('\n', ' ') }) })
  }

  const changes = facts?.changes ?? NONE
  const comments = facts?.comments ?? NONE
  const current = useMemo(() => changeAt(changes, info), [changes, info])
  const position = current ? changes.indexOf(current) + 1 : 0
  const noChanges = changes.length === 0
  const noDoubts = checks.open.length === 0
  const step = (backward: boolean) => {
    setRight('checks')
    checks.step(backward)
  }
  useCommands([
    {
      id: 'draft-mode',
      label: t('command.mode'),
      keys: 'Ctrl+Shift+E',
      run: () => setSettings({ trackChanges: mode === 'editing' }),
    },
    { id: 'draft-search', label: t('command.search'), keys: 'Ctrl+Shift+F', run: () => searchClauses() },
    {
      id: 'draft-insert',
      label: t('command.insert'),
      keys: 'Alt+Ins',
      isDisabled: !picked || readOnly,
      run: () => picked && acts.insert(picked),
    },
    { id: 'draft-find', label: t('bar.find'), keys: 'Ctrl+F', run: () => setFind('find') },
    { id: 'draft-replace', label: t('find.replaceMore'), keys: 'Ctrl+H', isDisabled: readOnly, run: () => setFind('replace') },
    {
      id: 'draft-move-up',
      label: t('command.moveUp'),
      keys: 'Alt+Shift+↑',
      isDisabled: readOnly,
      run: () => editor?.move('up'),
    },
    {
      id: 'draft-move-down',
      label: t('command.moveDown'),
      keys: 'Alt+Shift+↓',
      isDisabled: readOnly,
      run: () => editor?.move('down'),
    },
    { id: 'draft-next', label: t('bar.next'), keys: 'Alt+↓', isDisabled: noChanges, run: () => void editor?.goToChange('next') },
    {
      id: 'draft-previous',
      label: t('bar.previous'),
      keys: 'Alt+↑',
      isDisabled: noChanges,
      run: () => void editor?.goToChange('previous'),
    },
    {
      id: 'draft-accept',
      label: t('changes.accept'),
      keys: 'Alt+Shift+A',
      isDisabled: noChanges || readOnly,
      run: () => void editor?.resolveCurrent('accept'),
    },
    {
      id: 'draft-reject',
      label: t('changes.reject'),
      keys: 'Alt+Shift+R',
      isDisabled: noChanges || readOnly,
      run: () => void editor?.resolveCurrent('reject'),
    },
    {
      id: 'draft-accept-all',
      label: t('bar.acceptAll', { count: changes.length }),
      isDisabled: noChanges || readOnly,
      run: () => resolve('all', 'accept'),
    },
    {
      id: 'draft-reject-all',
      label: t('bar.rejectAll', { count: changes.length }),
      isDisabled: noChanges || readOnly,
      run: () => resolve('all', 'reject'),
    },
    { id: 'draft-comment', label: t('comments.add'), keys: 'Ctrl+Alt+M', isDisabled: readOnly, run: () => write(true) },
    { id: 'draft-checks', label: t('checks.show'), keys: 'F7', run: () => setRight('checks') },
    { id: 'draft-next-doubt', label: t('checks.next'), keys: 'F8', isDisabled: noDoubts, run: () => step(false) },
    { id: 'draft-previous-doubt', label: t('checks.previous'), keys: 'Shift+F8', isDisabled: noDoubts, run: () => step(true) },
    { id: 'draft-map', label: t(isMapped ? 'map.close' : 'map.open'), keys: 'Alt+M', run: () => setMapped(!isMapped) },
    { id: 'draft-pane', label: t('command.pane'), keys: 'F6', run: nextPane },
    { id: 'draft-details', label: t('details.open'), run: () => setDetails(true) },
    { id: 'draft-take-in', label: t('returning:command'), run: returning.start },
    { id: 'draft-export', label: t('export'), keys: 'Ctrl+E', run: () => void exportIt() },
    { id: 'draft-save', label: t('command.save'), keys: 'Ctrl+S', run: () => void session.flush() },
  ])

  const block = info?.blockIndex ?? -1
  // The facts come a moment behind the caret: a number is shown only of the very paragraph it was counted for.
  const place = facts?.statement.blocks[block]?.id === info?.blockId ? facts?.places[block] : undefined
  return (
    <Screen label={t('title')}>
      <DraftBar
        draft={draft}
        mode={mode}
        view={view}
        me={me}
        delegations={delegations}
        onView={setView}
        onMode={(chosen) => setSettings({ trackChanges: chosen === 'suggesting' })}
        onMe={setSettings}
        onDetails={() => setDetails(true)}
        onSaveVersion={versions.save}
        onTakeIn={returning.start}
        onOpenVersion={setVersion}
        onExport={() => void exportIt()}
      />
      <div className={styles.main}>
        <LeftDock
          {...dock}
          clauses={
            <ClauseDock
              {...search}
              language={draft.language}
              delegations={delegations}
              outline={facts?.outline ?? NONE}
              present={present}
              readOnly={readOnly}
              onPick={setPicked}
              onInsert={acts.insert}
              onReplace={acts.replace}
            />
          }
          outline={
            <OutlinePane
              outline={facts?.outline ?? NONE}
              at={block}
              onGo={(index) => {
                editor?.goToBlock(index)
                uncover()
              }}
            />
          }
        />
        <div className={styles.centre} data-pane="text">
          {version && (
            <VersionView
              key={version}
              draft={draft.id}
              version={version}
              me={me}
              delegations={delegations}
              onRestore={versions.restore}
              onClose={() => setVersion(null)}
            />
          )}
          <div className={styles.editor} hidden={version !== null}>
            <EditorBar
              editor={editor}
              info={info}
              position={position}
              changes={changes.length}
              readOnly={readOnly}
              showMarks={showMarks}
              onShowMarks={setShowMarks}
              isMapped={isMapped}
              onMapped={setMapped}
              onFind={() => setFind(find === 'closed' ? 'find' : 'closed')}
              onResolveAll={(decision) => resolve('all', decision)}
            />
            {find !== 'closed' && editor && (
              <FindBar
                editor={editor}
                replacing={find === 'replace'}
                readOnly={readOnly}
                onClose={closeFind}
                onReplacing={(on) => setFind(on ? 'replace' : 'find')}
              />
            )}
            {isMapped && (
              <MapBar
                map={map}
                places={facts?.places ?? NONE}
                ofAll={ofAll}
                onOfAll={setOfAll}
                onGo={(index) => editor?.goToBlock(index)}
                onClose={() => setMapped(false)}
              />
            )}
            <div className={styles.desk} onScrollCapture={moved}>
              <StatementEditor
                handle={setEditor}
                statement={draft.statement}
                documentKey={documentKey}
                trail={resumed?.trail ?? null}
                mode={mode}
                view={view}
                me={me}
                delegations={drawn}
                showMarks={showMarks}
                onShowMarks={setShowMarks}
                onComment={() => write(true)}
                onChange={onChange}
                onSelect={onSelect}
                onDropClause={acts.drop}
              />
            </div>
          </div>
        </div>
        <RightDock
          tab={right}
          onTab={setRight}
          changes={changes.length}
          comments={comments.filter((comment) => !comment.resolved).length}
          checks={checks.open.length}
          earlier={
            <>
              <EarlierPane
                draft={draft.id}
                info={info}
                place={place}
                parties={draft.parties}
                language={draft.language}
                readOnly={readOnly}
                onRestore={acts.restore}
                onSearch={searchClauses}
              />
              {info && info.blockIndex >= 0 && (
                <PrecedentsPane
                  key={info.blockId}
                  info={info}
                  parties={draft.parties}
                  language={draft.language}
                  ofAll={ofAll}
                  onOfAll={setOfAll}
                  present={present}
                  readOnly={readOnly}
                  onReplace={acts.replace}
                  onAdopt={acts.adopt}
                  onInsert={acts.insert}
                />
              )}
            </>
          }
          list={
            <ChangesPane
              changes={changes}
              places={facts?.places ?? NONE}
              delegations={drawn}
              current={current?.id ?? null}
              readOnly={readOnly}
              onGo={goToChange}
              onResolve={resolve}
              onExplain={explain}
            />
          }
          discussion={
            <CommentsPane
              comments={comments}
              acts={editor?.comments ?? null}
              places={facts?.places ?? NONE}
              delegations={drawn}
              current={info?.commentIds ?? NONE}
              readOnly={readOnly}
              isWriting={writing}
              onWriting={write}
            />
          }
          doubts={<ChecksPane checks={checks} places={facts?.places ?? NONE} readOnly={readOnly} />}
        />
      </div>
      <SaveLine
        facts={facts}
        language={draft.language}
        profile={draft.statement.numbering}
        save={save}
        onSaveNow={() => void session.flush()}
      />
      {details && (
        <DetailsDialog
          draft={draft}
          onSave={(change) =>
            session
              .describe(change)
              .catch(failed)
              .then(() => {})
          }
          onClose={() => setDetails(false)}
        />
      )}
      <BarredDialog asked={acts.asked} answer={acts.answer} />
      {returning.isOpen && (
        <ReturnDialog
          key={returning.turn}
          draft={draft}
          documentKey={documentKey}
          delegations={delegations}
          file={returning.file}
          takeIn={returning.takeIn}
          onPassOn={returning.passOn}
          onClose={returning.close}
        />
      )}
      {save.kind === 'conflict' && (
        <ConflictDialog
          onCopy={keepMineAsCopy}
          onKeepMine={() => session.keepMineHere(t('conflict.keptAs'))}
        />
      )}
    </Screen>
  )
}
