// The tool bar of a draft: its title and versions, how edits count, what is shown, whose hand writes, and the way out.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../shared/model/draft.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { Author, EditorMode, EditorView } from '../../editor/index.ts'
import { Grow, ToolBar } from '../../ui/Bars.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { FileDown, Pencil, PenLine, SlidersHorizontal, TriangleAlert } from '../../ui/icons.ts'
import { DelegationMark } from '../../ui/Marks.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Delegation } from './delegations.ts'
import styles from './draft.module.css'
import { NameDialog } from './NameDialog.tsx'
import { VersionsMenu } from './VersionsMenu.tsx'

export interface DraftBarProps {
  draft: Draft
  mode: EditorMode
  view: EditorView
  me: Author
  delegations: readonly Delegation[]
  onMode: (mode: EditorMode) => void
  onView: (view: EditorView) => void
  onMe: (me: Partial<Author>) => void
  onDetails: () => void
  onSaveVersion: (name: string) => Promise<void>
  onOpenVersion: (id: VersionId) => void
  onTakeIn: () => void
  onExport: () => void
}

/** A delegation's code for the list, where the empty word cannot be a choice. */
const NOBODY = '-'

export function DraftBar(props: DraftBarProps) {
  const { draft, mode, view, me, delegations } = props
  const { t } = useTranslation('drafting')
  const [naming, setNaming] = useState(false)
  const acting = delegations.some((one) => one.code === me.delegation) ? me.delegation : NOBODY
  const isAsked = mode === 'suggesting' && acting === NOBODY
  return (
    <ToolBar>
      <h1 className={styles.title} title={draft.title}>
        {draft.title.replaceAll('\n', ' ')}
      </h1>
      <IconButton label={t('details.open')} size="small" onPress={props.onDetails}>
        <SlidersHorizontal size={14} aria-hidden />
      </IconButton>
      <VersionsMenu draft={draft.id} onSave={props.onSaveVersion} onOpen={props.onOpenVersion} onTakeIn={props.onTakeIn} />
      <Grow />
      <Segmented<EditorMode>
        label={t('mode.label')}
        value={mode}
        onChange={props.onMode}
        options={[
          {
            id: 'editing',
            label: (
              <>
                <Pencil size={14} aria-hidden className={styles.narrowOnly} />
                <span className={styles.word}>{t('mode.editing')}</span>
              </>
            ),
            name: t('mode.editing'),
          },
          {
            id: 'suggesting',
            label: (
              <>
                <PenLine size={14} aria-hidden className={styles.narrowOnly} />
                <span className={styles.word}>{t('mode.suggesting')}</span>
              </>
            ),
            name: t('mode.suggesting'),
          },
        ]}
      />
      <Select<EditorView>
        label={t('view.label')}
        value={view}
        onChange={props.onView}
        className={styles.viewSelect}
        options={[
          { id: 'all', label: t('view.all'), note: t('view.allNote') },
          { id: 'simple', label: t('view.simple'), note: t('view.simpleNote') },
          { id: 'final', label: t('view.final'), note: t('view.finalNote') },
          { id: 'original', label: t('view.original'), note: t('view.originalNote') },
        ]}
      />
      <Select
        label={t('me.delegation')}
        value={acting}
        onChange={(code) => props.onMe({ delegation: code === NOBODY ? '' : code })}
        className={cx(styles.actingSelect, isAsked && styles.asked)}
        options={[
          ...delegations.map((one) => ({
            id: one.code,
            label: one.name,
            mark: <DelegationMark code={one.letters} slot={one.slot} />,
          })),
          {
            id: NOBODY,
            label: t(isAsked ? 'me.ask' : 'me.none'),
            ...(isAsked && { mark: <TriangleAlert size={14} aria-hidden />, note: t('me.askNote') }),
          },
        ]}
      />
      <Button
        variant="ghost"
        onPress={() => setNaming(true)}
        aria-label={t('me.authorIs', { name: me.author || t('me.unnamed') })}
        className={styles.author}
      >
        <span>{me.author || t('me.unnamed')}</span>
      </Button>
      <Button onPress={props.onExport} aria-label={t('export')}>
        <FileDown size={14} aria-hidden />
        <span className={styles.word}>{t('export')}</span>
      </Button>
      {naming && (
        <NameDialog
          title={t('me.author')}
          label={t('me.author')}
          note={t('me.authorNote')}
          act={t('me.use')}
          suggestion={me.author}
          isRequired={false}
          onName={(author) => props.onMe({ author })}
          onClose={() => setNaming(false)}
        />
      )}
    </ToolBar>
  )
}
