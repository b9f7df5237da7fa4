// Word differences as what is to be done with the paragraphs of the earlier text.
import type { WordOp } from '../model/comparison.ts'
import { END, type Piece } from './pieces.ts'

/** Word operations over several paragraphs, paragraph by paragraph of the earlier side; ends that were put in stay in the text. */
export function cutAtEnds(ops: readonly WordOp[]): { ops: WordOp[]; joined: boolean }[] {
  const parts: { ops: WordOp[]; joined: boolean }[] = [{ ops: [], joined: false }]
  for (const { op, text } of ops) {
    if (op === 'insert') {
      parts.at(-1)!.ops.push({ op, text })
      continue
    }
    text.split(END).forEach((piece, index) => {
      if (index > 0) {
        parts.at(-1)!.joined = op === 'delete'
        parts.push({ ops: [], joined: false })
      }
      if (piece !== '') parts.at(-1)!.ops.push({ op, text: piece })
    })
  }
  return parts
}

/** Word operations as pieces by one hand; an end inside an insertion splits the paragraph. */
export function opsToPieces(ops: readonly WordOp[], by: NonNullable<Piece['by']>): Piece[] {
  return ops.flatMap(({ op, text }): Piece[] => {
    if (op !== 'insert') return [{ op, text, ...(op === 'delete' && { by }) }]
    return text.split(END).flatMap((piece, index): Piece[] => [
      ...(index > 0 ? [{ op, text: '\n', by, end: { kind: 'paragraph' as const } }] : []),
      ...(piece === '' ? [] : [{ op, text: piece, by }]),
    ])
  })
}
