// What passes between an editor and its session: the text with what can be undone in it, and where the window is, a moment after the
// caret or the page was moved. A window that comes after another one is taken back to where that one was.
import { useCallback, useEffect, useRef } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import type { WindowPlace } from '../../../shared/model/trail.ts'
import type { DraftSession } from './session.ts'

const PAUSE = 700

/** To be called whenever the caret or the page was moved. */
export function useHandover(session: DraftSession, editor: EditorHandle | null, was: WindowPlace | null): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    session.lend(editor && (() => editor.getStatement()), editor?.trail)
  }, [session, editor])
  useEffect(() => {
    if (editor && was) editor.goToPlace(was)
    return () => clearTimeout(timer.current)
  }, [editor, was])
  return useCallback(() => {
    clearTimeout(timer.current)
    if (editor) timer.current = setTimeout(() => session.placed(editor.place()), PAUSE)
  }, [session, editor])
}
