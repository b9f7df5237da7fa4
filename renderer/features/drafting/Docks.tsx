// The two docks of the drafting screen. In a narrow window the left one is a rail whose dock opens over the paper.
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSetSettings, useSettings } from '../../api/queries.ts'
import type { EditorHandle } from '../../editor/index.ts'
import { ToggleIconButton } from '../../ui/Button.tsx'
import { Dock } from '../../ui/Dock.tsx'
import { CircleAlert, ListTree, MessageSquare, PenLine, Search, TextQuote } from '../../ui/icons.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useMedia } from '../../ui/useMedia.ts'
import styles from './draft.module.css'

type LeftTab = 'clauses' | 'outline'

export interface LeftDockProps {
  tab: LeftTab
  onTab: (tab: LeftTab) => void
  /** Narrow windows only. */
  isOpen: boolean
  onOpen: (open: boolean) => void
  /** Closes it and gives the keyboard back to the paper. */
  onLeave: () => void
  clauses: ReactNode
  outline: ReactNode
}

/** Whether the window is so narrow that the left dock is a rail. */
const useRail = () => useMedia('(max-width: 1160px)')

/**
 * Where the left dock stands and what is looked for in it. In a narrow window it lies over the paper: `uncover` makes it give way and
 * the paper take the keyboard. `searchClauses` brings the keyboard into its search at once: the next key is typed there already.
 */
export function useLeftDock(editor: EditorHandle | null) {
  const [tab, onTab] = useState<LeftTab>('clauses')
  const [isOpen, onOpen] = useState(false)
  const [query, onQuery] = useState('')
  const searchRef = useRef<HTMLInputElement>(null)
  const covered = useRail() && isOpen
  const uncover = useCallback(() => {
    if (!covered) return
    onOpen(false)
    editor?.focus()
  }, [covered, editor])
  const searchClauses = (words?: string) => {
    flushSync(() => {
      onTab('clauses')
      onOpen(true)
      if (words !== undefined) onQuery(words)
    })
    searchRef.current?.focus()
  }
  return { dock: { tab, onTab, isOpen, onOpen, onLeave: uncover }, search: { query, onQuery, searchRef }, uncover, searchClauses }
}

/** Width of a dock as the officer left it. */
function useDockWidth(name: string): [number | null, (width: number) => void] {
  const docks = useSettings().data?.docks
  const set = useSetSettings()
  return [docks?.[name] ?? null, (width) => set({ docks: { ...docks, [name]: width } })]
}

export function LeftDock({ tab, onTab, isOpen, onOpen, onLeave, clauses, outline }: LeftDockProps) {
  const { t } = useTranslation('drafting')
  const narrow = useRail()
  const [width, setWidth] = useDockWidth('draft-left')
  const dock = (
    <Dock
      side="left"
      label={t('dock.left')}
      resizeLabel={t('common:resize')}
      width={narrow ? 320 : width}
      onResize={setWidth}
      className={narrow ? styles.over : undefined}
    >
      <Tabs
        label={t('dock.left')}
        value={tab}
        onChange={onTab}
        entries={[
          { id: 'clauses', label: t('clauses.title'), content: clauses },
          { id: 'outline', label: t('outline.title'), content: outline },
        ]}
      />
    </Dock>
  )
  if (!narrow)
    return (
      <div className={styles.side} data-pane="left">
        {dock}
      </div>
    )
  const toggle = (which: LeftTab) => (on: boolean) => {
    onTab(which)
    onOpen(on)
  }
  return (
    <div className={styles.railed} data-pane="left">
      <div className={styles.rail}>
        <ToggleIconButton
          label={t('clauses.title')}
          keys="Ctrl+Shift+F"
          isSelected={isOpen && tab === 'clauses'}
          onChange={toggle('clauses')}
        >
          <Search size={16} aria-hidden />
        </ToggleIconButton>
        <ToggleIconButton label={t('outline.title')} isSelected={isOpen && tab === 'outline'} onChange={toggle('outline')}>
          <ListTree size={16} aria-hidden />
        </ToggleIconButton>
      </div>
      {isOpen && (
        <Overlay onEscape={onLeave} onPaper={() => onOpen(false)}>
          {dock}
        </Overlay>
      )}
    </div>
  )
}

interface OverlayProps {
  onEscape: () => void
  /** The pointer went down on the paper beside it. */
  onPaper: () => void
  children: ReactNode
}

/** Escape closes it, unless something inside took the key, and so does a click on the paper. */
function Overlay({ onEscape, onPaper, children }: OverlayProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape()
    }
    const pointed = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-pane="text"]')) onPaper()
    }
    element?.addEventListener('keydown', pressed)
    document.addEventListener('pointerdown', pointed)
    return () => {
      element?.removeEventListener('keydown', pressed)
      document.removeEventListener('pointerdown', pointed)
    }
  }, [onEscape, onPaper])
  return (
    <div ref={box} className={styles.overlay}>
      {children}
    </div>
  )
}

export type RightTab = 'earlier' | 'changes' | 'comments' | 'checks'

export interface RightDockProps {
  tab: RightTab
  onTab: (tab: RightTab) => void
  changes: number
  /** Those that are not settled. */
  comments: number
  /** Facts in doubt. */
  checks: number
  earlier: ReactNode
  list: ReactNode
  discussion: ReactNode
  doubts: ReactNode
}

export function RightDock({ tab, onTab, changes, comments, checks, earlier, list, discussion, doubts }: RightDockProps) {
  const { t } = useTranslation('drafting')
  const narrow = useRail()
  const [width, setWidth] = useDockWidth('draft-right')
  return (
    <div className={styles.side} data-pane="right">
      <Dock
        side="right"
        label={t('dock.right')}
        resizeLabel={t('common:resize')}
        width={narrow ? null : width}
        onResize={setWidth}
      >
        <Tabs
          label={t('dock.right')}
          value={tab}
          onChange={onTab}
          entries={[
            { id: 'earlier', label: t('earlier.title'), icon: <TextQuote size={15} aria-hidden />, content: earlier },
            { id: 'changes', label: t('changes.title'), count: changes, icon: <PenLine size={15} aria-hidden />, content: list },
            { id: 'comments', label: t('comments.title'), count: comments, icon: <MessageSquare size={15} aria-hidden />, content: discussion },
            { id: 'checks', label: t('checks.title'), count: checks, icon: <CircleAlert size={15} aria-hidden />, content: doubts },
          ]}
        />
      </Dock>
    </div>
  )
}
