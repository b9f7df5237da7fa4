// Statements as one line of text, for tables: `Plain [+1 inserted][-2B deleted by B]¶ Next [+1-2B both]¶(+3)`.
// `¶` ends a block and may carry revisions of its own; `#` at a block's start makes it a heading.
import type { Block, Revision, Run, Statement } from '../../../../shared/model/statement.ts'

const PIECE = /\[((?:[+-]\d+[A-Z]?)+) ([^\]]*)\]|¶(?:\(((?:[+-]\d+[A-Z]?)+)\))?|([^[¶]+)/gu

const stack = (signs: string): Revision[] => [...signs.matchAll(/([+-])(\d+)([A-Z]?)/g)].map(([, sign, id, author]) => ({
  id: `r${id}`, kind: sign === '+' ? 'insertion' : 'deletion', author: author || 'A', delegation: '',
    time: '2026-01-01T00:00:00Z',
}))

export function parse(line: string): Statement {
  const blocks: Block[] = []
  let runs: Run[] = []
  for (const [piece, signs, revised, mark, plain] of line.matchAll(PIECE)) {
    if (signs !== undefined) runs.push({ text: revised!, revisions: stack(signs) })
    else if (plain !== undefined) runs.push({ text: plain })
    else if (piece.startsWith('¶')) {
      const heading = runs[0]?.text.startsWith('#') ?? false
      if (heading) runs[0] = { ...runs[0]!, text: runs[0]!.text.slice(1) }
      blocks.push({ id: `b${blocks.length + 1}`, kind: heading ? 'heading' : 'paragraph', runs,
        ...(mark && { mark: stack(mark) }) })
      runs = []
    }
  }
  if (runs.length > 0) throw new RangeError(`no ¶ at the end of ${line}`)
  return { format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks }
}

const signsOf = (revisions: readonly Revision[] = []) =>
  revisions.map(({ id, kind, author }) =>
    `${kind === 'insertion' ? '+' : '-'}${id.slice(1)}${author === 'A' ? '' : author}`).join('')

export const print = (statement: Statement): string => statement.blocks.map(({ kind, runs, mark }) => {
  const text = runs.map((run) => (run.revisions?.length ? `[${signsOf(run.revisions)} ${run.text}]` : run.text)).join('')
  return `${kind === 'heading' ? '#' : ''}${text}¶${mark?.length ? `(${signsOf(mark)})` : ''}`
}).join('')
