// Asks the library about one paragraph after another while the map is on; only what changed is asked again. What is under way ends
// when the text changes, the filter is another or the map is closed.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Precedent } from '../../../../shared/contract/precedents.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { useClient } from '../../../api/context.tsx'
import type { EditorHandle } from '../../../editor/index.ts'
import { clausesIn, drawn, mappedOf, type Mapped } from './precedentMap.ts'

/** Longer ones are cut for the question. */
const LONGEST = 20_000

export interface PrecedentMap {
  all: Mapped[]
  /** Paragraphs that were not asked about yet. */
  waiting: number
  error: unknown
}

export function usePrecedentMap(
  editor: EditorHandle | null, statement: Statement | null, language: string, parties: readonly string[] | null, isOn: boolean,
): PrecedentMap {
  const client = useClient()
  const answers = useRef(new Map<string, Precedent | null>())
  const [turn, setTurn] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const asked = `${language}\n${parties?.join('\n') ?? ''}`
  const clauses = useMemo(() => (isOn && statement ? clausesIn(statement) : []), [isOn, statement])
  const keyOf = useMemo(() => (text: string) => `${asked}\n\n${text}`, [asked])

  useEffect(() => client.on('library.changed', () => {
    answers.current.clear()
    setTurn((before) => before + 1)
  }), [client])

  useEffect(() => {
    let isStopped = false
    const work = async () => {
      setError(null)
      for (const { text } of clauses) {
        if (answers.current.has(keyOf(text))) continue
        const [best = null] = await client.call('clause.precedents', { text: text.slice(0, LONGEST), language, limit: 1, ...(parties && { parties: [...parties] }) })
        answers.current.set(keyOf(text), best)
        if (isStopped) return
        setTurn((before) => before + 1)
      }
    }
    work().catch((failed: unknown) => {
      if (!isStopped) setError(failed)
    })
    return () => {
      isStopped = true
    }
    // The parties are told apart by `keyOf`; a new array of the same ones is nothing new.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, clauses, keyOf])

  const all = useMemo(
    () => clauses.flatMap((clause) => {
      const answer = answers.current.get(keyOf(clause.text))
      return answer === undefined ? [] : [mappedOf(clause, answer)]
    }),
    // `turn` counts the answers.
    // oxlint-disable-next-line react/exhaustive-deps
    [clauses, keyOf, turn],
  )
  useEffect(() => {
    if (!isOn || !editor) return undefined
    const { blocks, novel } = drawn(all)
    editor.novelty.show(blocks, novel)
    return () => editor.novelty.hide()
  }, [editor, isOn, all])
  return { all, waiting: clauses.length - all.length, error }
}
