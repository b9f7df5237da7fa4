// The bar above the paper: what the paragraph is, how its letters look, and the way through the changes.
import { useTranslation } from 'react-i18next'
import type { BlockKind, TextMark } from '../../../shared/model/statement.ts'
import type { EditorHandle, SelectionInfo } from '../../editor/index.ts'
import { Grow, Separator, SubBar } from '../../ui/Bars.tsx'
import { Button, IconButton, ToggleIconButton } from '../../ui/Button.tsx'
import {
  Bold,
  Check,
  ChevronDown,
  ChevronUp,
  Ellipsis,
  Italic,
  Pilcrow,
  Redo2,
  Search,
  Underline,
  Undo2,
  X,
} from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './draft.module.css'
import { kindName } from './review.ts'

export interface EditorBarProps {
  editor: EditorHandle | null
  info: SelectionInfo | null
  /** Number of the current change from 1, and how many there are. */
  position: number
  changes: number
  readOnly: boolean
  showMarks: boolean
  isMapped: boolean
  onMapped: (on: boolean) => void
  onShowMarks: (shown: boolean) => void
  onFind: () => void
  onResolveAll: (decision: 'accept' | 'reject') => void
}

/** What a block can be, as the list names it: a heading and an item with their level. */
const KINDS = [
  'title',
  'chapeau',
  'heading-1',
  'heading-2',
  'heading-3',
  'paragraph',
  'item-1',
  'item-2',
  'place-date',
  'signature',
  'footnote',
] as const
type KindName = (typeof KINDS)[number]

const nameOfKind = ({ kind, level }: SelectionInfo): KindName | null => {
  const listed = kind && kindName({ kind, level: level ?? undefined })
  return KINDS.find((name) => name === listed) ?? null
}

export function EditorBar(props: EditorBarProps) {
  const { editor, info, position, changes, readOnly } = props
  const { t } = useTranslation('drafting')
  const act = (run: (editor: EditorHandle) => void) => () => {
    if (!editor) return
    run(editor)
    editor.focus()
  }
  // A list or menu holds the keyboard until it is gone from the page.
  const backToText = () => requestAnimationFrame(() => editor?.focus())
  const format = (mark: TextMark) => ({
    size: 'small' as const,
    isDisabled: readOnly,
    isSelected: info?.marks.includes(mark) ?? false,
    onChange: act((on) => on.format(mark)),
  })
  const setKind = (name: KindName) => {
    const [kind, level] = /^(heading|item)-(\d)$/.exec(name)?.slice(1) ?? [name]
    editor?.setBlockKind(kind as BlockKind, level ? Number(level) : undefined)
    backToText()
  }
  return (
    <SubBar className={styles.editorBar}>
      <Select<KindName>
        label={t('bar.kind')}
        value={info && info.blockIndex >= 0 ? nameOfKind(info) : null}
        placeholder={t('bar.kind')}
        isDisabled={readOnly}
        options={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
        onChange={setKind}
        className={styles.kind}
      />
      <ToggleIconButton label={t('bar.bold')} keys="Ctrl+B" {...format('bold')}>
        <Bold size={14} aria-hidden />
      </ToggleIconButton>
      <ToggleIconButton label={t('bar.italic')} keys="Ctrl+I" {...format('italic')}>
        <Italic size={14} aria-hidden />
      </ToggleIconButton>
      <span className={styles.roomy}>
        <ToggleIconButton label={t('bar.underline')} keys="Ctrl+U" {...format('underline')}>
          <Underline size={14} aria-hidden />
        </ToggleIconButton>
      </span>
      <Separator />
      <IconButton
        label={t('bar.undo')}
        keys="Ctrl+Z"
        size="small"
        isDisabled={readOnly || !editor?.canUndo()}
        onPress={act((on) => on.undo())}
      >
        <Undo2 size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={t('bar.redo')}
        keys="Ctrl+Shift+Z"
        size="small"
        isDisabled={readOnly || !editor?.canRedo()}
        onPress={act((on) => on.redo())}
      >
        <Redo2 size={14} aria-hidden />
      </IconButton>
      <IconButton label={t('bar.find')} keys="Ctrl+F" size="small" onPress={props.onFind}>
        <Search size={14} aria-hidden />
      </IconButton>
      <span className={styles.wideOnly}>
        <ToggleIconButton
          label={t('bar.marks')}
          keys="Ctrl+Shift+8"
          size="small"
          isSelected={props.showMarks}
          onChange={props.onShowMarks}
        >
          <Pilcrow size={14} aria-hidden />
        </ToggleIconButton>
      </span>
      <Grow />
      <IconButton
        label={t('bar.previous')}
        keys="Alt+↑"
        size="small"
        isDisabled={changes === 0}
        onPress={act((on) => on.goToChange('previous'))}
      >
        <ChevronUp size={14} aria-hidden />
      </IconButton>
      <output className={styles.position}>
        {changes === 0
          ? t('bar.noChanges')
          : position > 0
            ? t('bar.position', { position, count: changes })
            : t('bar.count', { count: changes })}
      </output>
      <IconButton
        label={t('bar.next')}
        keys="Alt+↓"
        size="small"
        isDisabled={changes === 0}
        onPress={act((on) => on.goToChange('next'))}
      >
        <ChevronDown size={14} aria-hidden />
      </IconButton>
      <Separator />
      <Button
        size="small"
        isDisabled={readOnly || changes === 0}
        onPress={act((on) => on.resolveCurrent('accept'))}
        aria-label={t('changes.accept')}
      >
        <Check size={14} aria-hidden />
        <span className={styles.word}>{t('changes.accept')}</span>
      </Button>
      <Button
        size="small"
        isDisabled={readOnly || changes === 0}
        onPress={act((on) => on.resolveCurrent('reject'))}
        aria-label={t('changes.reject')}
      >
        <X size={14} aria-hidden />
        <span className={styles.word}>{t('changes.reject')}</span>
      </Button>
      <Menu
        label={t('bar.more')}
        trigger={
          <IconButton label={t('bar.more')} size="small">
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
        entries={[
          {
            id: 'accept-all',
            label: t('bar.acceptAll', { count: changes }),
            isDisabled: readOnly || changes === 0,
            onAction: () => {
              props.onResolveAll('accept')
              backToText()
            },
          },
          {
            id: 'reject-all',
            label: t('bar.rejectAll', { count: changes }),
            isDisabled: readOnly || changes === 0,
            onAction: () => {
              props.onResolveAll('reject')
              backToText()
            },
          },
          {
            id: 'map',
            label: t('map.title'),
            keys: 'Alt+M',
            isChecked: props.isMapped,
            separated: true,
            onAction: () => props.onMapped(!props.isMapped),
          },
          {
            id: 'marks',
            label: t('bar.marks'),
            keys: 'Ctrl+Shift+8',
            isChecked: props.showMarks,
            onAction: () => props.onShowMarks(!props.showMarks),
          },
        ]}
      />
    </SubBar>
  )
}
