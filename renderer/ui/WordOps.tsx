// Words that stayed, went and came, one after another: what went is struck, what came is underlined.
import type { ReactNode } from 'react'

interface Words {
  op: 'equal' | 'delete' | 'insert'
  text: string
}

const MARK = { equal: 'span', delete: 'del', insert: 'ins' } as const

/** `show` draws the words of an operation otherwise than as they are. */
export const WordOps = ({ ops, show = ({ text }) => text }: { ops: readonly Words[]; show?: (words: Words) => ReactNode }) =>
  ops.map((each, index) => {
    const Mark = MARK[each.op]
    return <Mark key={index}>{show(each)}</Mark>
  })
