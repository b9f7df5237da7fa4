// One declaration opened for reading: outline left, the text as paper, what is known about it right; in a narrow window the
// outline is a tab beside what is known.
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { OpenedDeclaration } from '../../../shared/contract/library.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import { useClient } from '../../api/context.tsx'
import { links } from '../../api/links.ts'
import { useRead, useSetSettings, useSettings, useWrite } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/errors.ts'
import { useFormats } from '../../i18n/format.ts'
import { useNotedWords } from '../../i18n/noted.ts'
import { Grow, StatusBar, SubBar, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { Dock } from '../../ui/Dock.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { ArrowLeft, ChevronDown, ChevronUp, Columns2, FilePlus2, Languages, Pencil, Trash2, Waypoints } from '../../ui/icons.ts'
import { notices } from '../../ui/notices.ts'
import type { MarkOf } from '../../ui/parties.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import { Details } from './Details.tsx'
import { EditDialog } from './EditDialog.tsx'
import { OneDocument } from './OneDocument.tsx'
import { Outline } from './Outline.tsx'
import { Reading } from './Reading.tsx'
import styles from './reading.module.css'
import { useLanguageVersions } from './useLanguageVersions.ts'

export interface DeclarationPageProps {
  id: DeclarationId
  /** The clause to show first. */
  clause: ClauseId | null
  /** Words of the search that led here; they stay highlighted. */
  query: string
  markOf: MarkOf
  onBack: () => void
}

export const DeclarationPage = (props: DeclarationPageProps) => {
  const { t } = useTranslation('library')
  const errorText = useErrorText()
  const opened = useRead('declaration.open', { id: props.id })
  if (opened.error) {
    return (
      <EmptyState
        title={errorText(opened.error)}
        actions={
          <Button onPress={props.onBack}>
            <ArrowLeft size={16} aria-hidden />
            {t('toLibrary')}
          </Button>
        }
      />
    )
  }
  return opened.data ? <Opened {...props} opened={opened.data} /> : null
}

const Opened = ({
  opened,
  clause,
  query: firstQuery,
  markOf,
  onBack,
}: DeclarationPageProps & { opened: OpenedDeclaration }) => {
  const { declaration, clauses, sections, status, curation, noted } = opened
  const { t } = useTranslation('library')
  const format = useFormats()
  const client = useClient()
  const [, go] = useLocation()
  const settings = useSettings()
  const setSettings = useSetSettings()
  const narrow = useMedia('(max-width: 1100px)')
  const search = useRef<HTMLInputElement>(null)
  const [editing, setEditing] = useState(false)
  const [side, setSide] = useState<'details' | 'outline'>('details')
  const [query, setQuery] = useState(firstQuery)
  const [current, setCurrent] = useState<ClauseId | null>(clause)
  // A hit opened from the list jumps to its clause; each jump counts, so that the same clause can be jumped to again.
  const [jump, setJump] = useState(() => {
    const first = clauses.find((each) => each.id === clause)
    return first ? { block: first.block, count: 0 } : null
  })
  const remove = useWrite('declaration.remove')

  const words = query.trim()
  const found = useRead(
    'clause.search',
    { query: words, filter: { declarations: [declaration.id] }, limit: 500, offset: 0 },
    { enabled: words !== '', keepPrevious: true },
  )
  const marks = useMemo(
    () => new Map(words === '' ? [] : found.data?.hits.map((hit) => [hit.clauseId, hit.marks])),
    [found.data, words],
  )
  const hits = clauses.filter((each) => marks.has(each.id))
  const notedWords = useNotedWords()
  const notes = new Map(noted.map(({ clause: id, curation: own }) => [id, notedWords(own, own.barred, 'current')]))

  const goTo = (id: ClauseId) => {
    const target = clauses.find((each) => each.id === id)
    if (!target) return
    setCurrent(id)
    setJump((last) => ({ block: target.block, count: (last?.count ?? 0) + 1 }))
  }
  const step = (by: 1 | -1) => {
    const from = hits.findIndex((each) => each.id === current)
    const next = hits[from === -1 ? (by === 1 ? 0 : hits.length - 1) : (from + by + hits.length) % hits.length]
    if (next) goTo(next.id)
  }

  // The page may hear that the text is gone, and close, before the answer is here.
  const takeOut = async () => {
    try {
      await remove.mutateAsync({ id: declaration.id })
    } catch {
      // Told by the notice that every failed write gives.
      return
    }
    notices.add({
      text: t('removed', { title: declaration.title.replaceAll('\n', ' ') }),
      undo: () => void client.call('declaration.restore', { id: declaration.id }),
    })
    onBack()
  }
  const hasLineage = clauses.some((each) => each.id === current && each.kind === 'clause')
  const openLineage = () => {
    if (!current) return
    // The way back leads to this clause.
    go(links.clause(declaration.id, current), { replace: true })
    go(links.lineage(current))
  }
  const versions = useLanguageVersions()
  const others = versions.of(declaration.id)
  /** At the clause that stands for the chosen one; at its beginning where none can be told. */
  const openVersion = async (version: DeclarationId) => {
    const same = current && (await client.call('language.clause', { clause: current, declaration: version })).clause
    if (current) go(links.clause(declaration.id, current), { replace: true })
    if (current && !same) notices.add({ text: t('languages.noClause') })
    go(same ? links.clause(version, same) : links.declaration(version))
  }
  useCommands([
    { id: 'reading-back', label: t('toLibrary'), keys: 'Alt+←', run: onBack },
    { id: 'reading-search', label: t('command.searchHere'), keys: 'Ctrl+F', run: () => search.current?.select() },
    { id: 'reading-next', label: t('nextHit'), keys: 'F3', isDisabled: hits.length === 0, run: () => step(1) },
    { id: 'reading-previous', label: t('previousHit'), keys: 'Shift+F3', isDisabled: hits.length === 0, run: () => step(-1) },
    { id: 'reading-lineage', label: t('lineage'), keys: 'Alt+L', isDisabled: !hasLineage, run: openLineage },
    ...others.map(({ id, language }, index) => ({
      id: `reading-version-${id}`, label: t('languages.open', { language: format.language(language) }), keys: index === 0 ? 'Alt+V' : undefined, run: () => void openVersion(id),
    })),
    { id: 'reading-draft', label: t('startDraft'), run: () => go(links.draftFrom(declaration.id)) },
    { id: 'reading-edit', label: t('editDetails'), run: () => setEditing(true) },
    { id: 'reading-remove', label: t('remove'), run: () => void takeOut() },
  ])

  const at = hits.findIndex((each) => each.id === current)
  const outline = (
    <Outline
      sections={sections}
      statement={declaration.statement}
      onGo={(block) => setJump((last) => ({ block, count: (last?.count ?? 0) + 1 }))}
    />
  )
  const details = (
    <Details
      declaration={declaration}
      noted={notedWords(curation, curation.barred, status)}
      markOf={markOf}
      kin={<OneDocument id={declaration.id} versions={versions} onVersion={(id) => void openVersion(id)} />}
      actions={
        <>
          <Button size="small" onPress={() => setEditing(true)}>
            <Pencil size={14} aria-hidden />
            {t('editDetails')}
          </Button>
          <Button size="small" variant="danger" isDisabled={remove.isPending} onPress={() => void takeOut()}>
            <Trash2 size={14} aria-hidden />
            {t('remove')}
          </Button>
        </>
      }
    />
  )
  return (
    <>
      <ToolBar>
        <IconButton label={t('toLibrary')} keys={t('backKeys')} onPress={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className={styles.docTitle} title={declaration.title}>
          {declaration.title.replaceAll('\n', ' ')}
        </h1>
        <Grow />
        <SearchField
          label={t('searchHere')}
          placeholder={t('searchHere')}
          keys={narrow ? undefined : t('searchKeys')}
          clearLabel={t('common:clear')}
          value={query}
          onChange={setQuery}
          onSubmit={() => step(1)}
          inputRef={search}
          className={styles.find}
        />
        {words !== '' && (
          <span className={styles.steps}>
            <IconButton
              size="small"
              label={t('previousHit')}
              keys={t('previousKeys')}
              isDisabled={hits.length === 0}
              onPress={() => step(-1)}
            >
              <ChevronUp size={16} aria-hidden />
            </IconButton>
            <output>{hits.length === 0 ? t('noHits') : t('hitOf', { at: at === -1 ? '–' : at + 1, of: hits.length })}</output>
            <IconButton
              size="small"
              label={t('nextHit')}
              keys={t('nextKeys')}
              isDisabled={hits.length === 0}
              onPress={() => step(1)}
            >
              <ChevronDown size={16} aria-hidden />
            </IconButton>
          </span>
        )}
        {others.map(({ id, language }, index) => (
          <IconButton
            key={id}
            variant="plain"
            className={styles.version}
            label={t('languages.open', { language: format.language(language) })}
            keys={index === 0 ? 'Alt+V' : undefined}
            onPress={() => void openVersion(id)}
          >
            <Languages size={16} aria-hidden />
            {language.slice(0, 2).toUpperCase()}
          </IconButton>
        ))}
        {narrow ? (
          <IconButton variant="plain" label={t('lineage')} keys="Alt+L" isDisabled={!hasLineage} onPress={openLineage}>
            <Waypoints size={16} aria-hidden />
          </IconButton>
        ) : (
          <Button isDisabled={!hasLineage} onPress={openLineage}>
            <Waypoints size={16} aria-hidden />
            {t('lineage')}
          </Button>
        )}
        {narrow ? (
          <IconButton
            variant="plain"
            label={t('compareWith')}
            onPress={() => go(links.compareFrom({ kind: 'declaration', id: declaration.id }))}
          >
            <Columns2 size={16} aria-hidden />
          </IconButton>
        ) : (
          <Button onPress={() => go(links.compareFrom({ kind: 'declaration', id: declaration.id }))}>
            <Columns2 size={16} aria-hidden />
            {t('compareWith')}
          </Button>
        )}
        <Button variant="primary" onPress={() => go(links.draftFrom(declaration.id))}>
          <FilePlus2 size={16} aria-hidden />
          {t('startDraft')}
        </Button>
      </ToolBar>
      <div className={styles.body}>
        {!narrow && (
          <Dock
            side="left"
            label={t('outline')}
            resizeLabel={t('common:resize')}
            width={settings.data?.docks['outline'] ?? null}
            onResize={(width) => setSettings({ docks: { ...settings.data?.docks, outline: width } })}
          >
            <SubBar>
              <h2>{t('outline')}</h2>
            </SubBar>
            {outline}
          </Dock>
        )}
        <Reading
          declaration={declaration}
          clauses={clauses}
          marks={marks}
          noted={notes}
          current={current}
          jump={jump}
          onCurrent={setCurrent}
        />
        <Dock
          side="right"
          label={t('details')}
          resizeLabel={t('common:resize')}
          width={settings.data?.docks['details'] ?? null}
          onResize={(width) => setSettings({ docks: { ...settings.data?.docks, details: width } })}
        >
          {narrow ? (
            <Tabs
              label={t('details')}
              value={side}
              onChange={setSide}
              entries={[
                { id: 'details', label: t('details'), content: details },
                { id: 'outline', label: t('outline'), count: sections.length, content: outline },
              ]}
            />
          ) : (
            <>
              <SubBar>
                <h2>{t('details')}</h2>
              </SubBar>
              {details}
            </>
          )}
        </Dock>
      </div>
      <StatusBar>
        <span>{t('sections', { count: sections.length })}</span>
        <span>
          {declaration.grade === 'press-report'
            ? t('importing:paragraphs', { count: clauses.length })
            : t('clauses', { count: clauses.length, shown: format.number(clauses.length) })}
        </span>
        <Grow />
        <span>{t('added', { when: format.moment(declaration.added) })}</span>
      </StatusBar>
      {editing && <EditDialog declaration={declaration} onClose={() => setEditing(false)} />}
    </>
  )
}
