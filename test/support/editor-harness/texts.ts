// Invented statements for editor tests, written as small tables.
import type { Block, BlockKind, Revision, Run, Statement } from '../../../shared/model/index.ts'

export const OTHER = { author: 'B. Other', delegation: 'UZ' }
export const ME = { author: 'A. Author', delegation: 'KZ' }
const TIME = '2026-01-02T03:04:05.000Z'

export const insertion = (id: string, by = OTHER): Revision => ({ id, kind: 'insertion', ...by, time: TIME })
export const deletion = (id: string, by = OTHER): Revision => ({ id, kind: 'deletion', ...by, time: TIME })

let made = 0
/** A block of plain texts and revised runs. */
export function block(kind: BlockKind, ...parts: (string | Run)[]): Block {
  const runs = parts.filter((part) => part !== '').map((part) => (typeof part === 'string' ? { text: part } : part))
  return { id: `b${++made}`, kind, runs }
}
export const paragraph = (...parts: (string | Run)[]): Block => block('paragraph', ...parts)

export const statement = (...blocks: Block[]): Statement =>
  ({ format: 1, language: 'en', numbering: { sections: 'roman', clauses: 'continuous', items: 'parenthesis' }, blocks })

/** A heading, formats, an empty paragraph, another author's insertion, deletion and split, an emoji of several code points. */
export const mixed = (): Statement => statement(
  block('heading', 'Water here'),
  paragraph('The quick ', { text: 'brown', marks: ['bold'] }, ' fox'),
  paragraph(),
  paragraph('Other ', { text: 'foreign', revisions: [insertion('x1')] }, { text: ' gone', revisions: [deletion('x2')] }, ' end.'),
  { ...paragraph('split by B'), mark: [insertion('x3')] },
  paragraph('tail 👩‍👩‍👧 x'),
)

/** The same with formats and kinds that another hand has changed, and one of its moves. */
export const styled = (): Statement => {
  const restyled = [{ id: 'x4', ...OTHER, time: TIME, marks: ['bold' as const] }]
  const move = (kind: Revision['kind'], id: string): Revision => ({ id, kind, ...OTHER, time: TIME, move: 'x7' })
  const under = (revision: Revision): Block => ({ ...paragraph({ text: 'moved by B', revisions: [revision] }), mark: [revision] })
  const { blocks, ...rest } = mixed()
  return {
    ...rest,
    blocks: [
      under(move('insertion', 'x6')), ...blocks,
      paragraph({ text: 'made bold', marks: ['bold'], restyled }, ' by B, ', { text: 'made plain', restyled }),
      { ...block('heading', 'made a heading'), recast: { id: 'x5', ...OTHER, time: TIME, was: { kind: 'paragraph' } } },
      under(move('deletion', 'x8')), paragraph('end'),
    ],
  }
}
