// A report as plain lines, for the command line: wordings marked as the comparison there marks them.
import type { Look, Part, Piece, ReportDocument } from './document.ts'

const MARKS: Partial<Record<Look, readonly [string, string]>> = { inserted: ['{+', '+}'], deleted: ['[-', '-]'] }

const line = (pieces: readonly Piece[]) => pieces.map(({ text, look }) => {
  const [before, after] = MARKS[look] ?? ['', '']
  return `${before}${text}${after}`
}).join('')

/** Lines of the report, from its title on. */
export const reportLines = ({ title, pair, parts }: ReportDocument): string[] => [title, pair, ...parts.flatMap(linesOf)]

function linesOf(part: Part): string[] {
  switch (part.kind) {
    case 'heading':
      return ['', part.count === null ? part.text : `${part.text}: ${part.count}`]
    case 'bar':
      return []
    case 'text':
      return [line(part.pieces)]
    case 'clause':
      return [`  ${part.place}: ${line(part.lines[0] ?? [])}`, ...part.lines.slice(1).map((one) => `    ${line(one)}`)]
    case 'table':
      return part.rows.map((cells) => `  ${cells.map(line).join(' | ')}`)
  }
}
