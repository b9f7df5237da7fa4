// Keeps the checks a moment behind the text: they are made in slices while nothing else is to be done, so that no key waits.
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import type { Dismissal } from '../../../../shared/model/finding.ts'
import type { Draft } from '../../../../shared/model/draft.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { useRead, useWrite } from '../../../api/queries.ts'
import type { EditorHandle } from '../../../editor/index.ts'
import { createChecker, dismissalOf, nextCheck, sorted, sourcesOf, takeable, type Check } from './checks.ts'

/** Milliseconds of one slice. */
const SLICE = 6

export interface Checks {
  open: Check[]
  /** Let be by the officer. */
  settled: Check[]
  /** Id of the one gone to. */
  current: string | null
  /** false where the table of successors cannot be read. */
  readable: boolean
  go: (check: Check) => void
  step: (backward: boolean) => void
  accept: (check: Check, text: string) => void
  acceptAll: (checks: readonly Check[]) => void
  dismiss: (check: Check) => void
  recall: (check: Check) => void
}

const NONE: never[] = []
const today = () => new Date().toISOString().slice(0, 10)

export function useChecks(editor: EditorHandle | null, statement: Statement | null, draft: Draft): Checks {
  const sources = statement ? sourcesOf(statement) : NONE
  const { data: ground } = useRead('check.ground', { sources }, { enabled: statement !== null, keepPrevious: true })
  const dismissed: Dismissal[] = useRead('check.dismissed', { draft: draft.id }).data ?? NONE
  const letBe = useWrite('check.dismiss').mutate
  const takeBack = useWrite('check.recall').mutate
  const [checks, setChecks] = useState<Check[]>(NONE)
  const [current, setCurrent] = useState<string | null>(null)
  const [check] = useState(createChecker)

  const { id, title, form, language, date, place, parties, base } = draft
  const details = useMemo(
    () => ({ title, form, language, date, place, parties, base }),
    [title, form, language, date, place, parties, base],
  )
  useEffect(() => {
    if (!statement || !ground) return undefined
    return inSlices(check(statement, details, ground, today()), (found) => startTransition(() => setChecks(found)))
  }, [check, statement, details, ground])

  const { open, settled } = useMemo(() => sorted(checks, dismissed), [checks, dismissed])
  useEffect(() => {
    editor?.doubts.mark(open.map(({ doubt }) => doubt), open.find((check) => check.id === current)?.doubt ?? null)
  }, [editor, open, current])

  const go = useCallback(
    (check: Check) => {
      if (editor?.doubts.go(check.doubt)) setCurrent(check.id)
    },
    [editor],
  )
  return {
    open,
    settled,
    current,
    readable: ground?.readable ?? true,
    go,
    step: useCallback(
      (backward: boolean) => {
        const next = nextCheck(open, editor?.doubts.caret() ?? null, backward)
        if (next) go(next)
      },
      [open, editor, go],
    ),
    accept: useCallback((check: Check, text: string) => void editor?.doubts.replace([{ doubt: check.doubt, text }]), [editor]),
    acceptAll: useCallback((all: readonly Check[]) => void editor?.doubts.replace(takeable(all)), [editor]),
    dismiss: useCallback((check: Check) => letBe({ draft: id, dismissal: dismissalOf(check) }), [letBe, id]),
    recall: useCallback((check: Check) => takeBack({ draft: id, dismissal: dismissalOf(check) }), [takeBack, id]),
  }
}

/** Runs steps in slices of idle time; the returned function ends it. */
function inSlices<T>(steps: Generator<void, T>, done: (value: T) => void): () => void {
  let idle = 0
  const slice = () => {
    const end = performance.now() + SLICE
    for (;;) {
      const step = steps.next()
      if (step.done) return done(step.value)
      if (performance.now() >= end) break
    }
    idle = requestIdleCallback(slice, { timeout: 200 })
  }
  idle = requestIdleCallback(slice, { timeout: 200 })
  return () => cancelIdleCallback(idle)
}
