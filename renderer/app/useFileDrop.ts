// Files and folders dragged from outside may be dropped anywhere in the window.
import { useEffect, useEffectEvent, useState } from 'react'
import { dropped, type Dropped } from '../api/folders.ts'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Calls `onDropped` with what was dropped; answers whether files hover over the window now. */
export function useFileDrop(onDropped: (what: Dropped) => void): boolean {
  const [dropping, setDropping] = useState(false)
  const received = useEffectEvent(onDropped)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setDropping(true)
    }
    const leave = (event: DragEvent) => {
      // Leaving the window names no element that is entered instead.
      if (event.relatedTarget === null) setDropping(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setDropping(false)
      if (event.dataTransfer) void dropped(event.dataTransfer).then(received)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return dropping
}
