// Keeps the facts of the text, a quarter of a second behind the last key, so that typing never waits for a panel.
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import { factsOf, type Facts } from './facts.ts'

const BEHIND = 250

/** `plan` is to be called after every change of the text. */
export function useFacts(editor: EditorHandle | null): { facts: Facts | null; plan: () => void } {
  const [facts, setFacts] = useState<Facts | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const plan = useCallback(() => {
    clearTimeout(timer.current)
    if (!editor) return
    timer.current = setTimeout(() => startTransition(() => setFacts(factsOf(editor))), BEHIND)
  }, [editor])
  useEffect(() => {
    if (!editor) return undefined
    const first = setTimeout(() => setFacts(factsOf(editor)))
    return () => {
      clearTimeout(first)
      clearTimeout(timer.current)
    }
  }, [editor])
  return { facts, plan }
}
