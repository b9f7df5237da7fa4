// The headings of the draft; a press goes there.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineEntry } from '../../editor/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useArrowWalk } from '../../ui/useArrowWalk.ts'
import styles from './draft.module.css'

export interface OutlinePaneProps {
  outline: readonly OutlineEntry[]
  /** Block at the caret: its section is marked. */
  at: number
  onGo: (block: number) => void
}

export function OutlinePane({ outline, at, onGo }: OutlinePaneProps) {
  const { t } = useTranslation('drafting')
  const list = useRef<HTMLUListElement>(null)
  useArrowWalk(list)
  const here = outline.findLast((entry) => entry.blockIndex <= at)
  if (outline.length === 0) return <EmptyState title={t('outline.none')} note={t('outline.noneNote')} />
  return (
    <ul ref={list} className={styles.outline} aria-label={t('outline.title')}>
      {outline.map((entry) => (
        <li key={entry.blockIndex}>
          <button
            type="button"
            data-walk
            data-level={entry.level}
            onClick={() => onGo(entry.blockIndex)}
            {...(entry === here && { 'aria-current': 'location' as const })}
          >
            {entry.label && <span>{entry.label}</span>} {entry.text || t('outline.untitled')}
          </button>
        </li>
      ))}
    </ul>
  )
}
