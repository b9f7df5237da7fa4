// Where the caret is. The panels hear of it at once when it comes to another place, and after a pause while it types on in one.
import { useCallback, useRef, useState } from 'react'
import type { SelectionInfo } from '../../editor/index.ts'

const PAUSE = 150

const samePlace = (a: SelectionInfo, b: SelectionInfo) =>
  a.blockId === b.blockId &&
  a.blockIndex === b.blockIndex &&
  a.kind === b.kind &&
  a.level === b.level &&
  a.changeId === b.changeId &&
  a.revisionIds.join() === b.revisionIds.join() &&
  a.commentIds.join() === b.commentIds.join() &&
  a.marks.join() === b.marks.join()

export interface Caret {
  /** As the panels draw it. */
  info: SelectionInfo | null
  onSelect: (selected: SelectionInfo) => void
}

/** `moved` hears of it too. */
export function useCaret(moved: () => void): Caret {
  const [info, setInfo] = useState<SelectionInfo | null>(null)
  const last = useRef<SelectionInfo | null>(null)
  const later = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const onSelect = useCallback((selected: SelectionInfo) => {
    const before = last.current
    last.current = selected
    moved()
    clearTimeout(later.current)
    if (before && samePlace(before, selected)) later.current = setTimeout(() => setInfo(selected), PAUSE)
    else setInfo(selected)
  }, [moved])
  return { info, onSelect }
}
