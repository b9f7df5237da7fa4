// What a paragraph looks like, whatever sets its runs apart: kind, level, letters and their formats.
import type { Statement } from '../../../shared/model/index.ts'

export interface Look {
  kind: string
  /** Stretches of one format, with its marks. */
  text: [text: string, marks: string][]
}

/** A line break has no format. */
export function look(kind: string, level: number | undefined, pieces: readonly (readonly [string, string])[]): Look {
  const text: [string, string][] = []
  for (const [piece, marks] of pieces) {
    for (const part of piece.split(/(\n)/)) {
      const how = part === '\n' ? '' : marks
      const last = text.at(-1)
      if (part === '') continue
      if (last && last[1] === how) last[0] += part
      else text.push([part, how])
    }
  }
  return { kind: `${kind} ${level ?? 1}`, text }
}

export const looksOf = ({ blocks }: Statement): Look[] =>
  blocks.map(({ kind, level, runs }) => look(kind, level, runs.map(({ text, marks = [] }) => [text, marks.toSorted().join()])))
