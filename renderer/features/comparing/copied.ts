// A comparison as text for other programs: plain, with marks in brackets, and as HTML with the marks of a redline.
import type { Comparison, Row, WordOp } from '../../../shared/model/comparison.ts'
import { bare, inOrder } from './layout.ts'

export interface Copied {
  plain: string
  html: string
}

interface Marks {
  mark: (op: WordOp) => string
  escape: (text: string) => string
}

const PLAIN: Marks = {
  mark: ({ op, text }) => (op === 'equal' ? text : op === 'insert' ? `{+${text}+}` : `[-${text}-]`),
  escape: (text) => text,
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')

const HTML: Marks = {
  mark: ({ op, text }) =>
    op === 'equal' ? escape(text) : op === 'insert' ? `<ins>${escape(text)}</ins>` : `<del>${escape(text)}</del>`,
  escape,
}

/** Both texts in one, every difference marked; a moved paragraph is deleted where it stood. Nothing is folded away. */
export function copied(comparison: Comparison): Copied {
  const paragraphs = (marks: Marks) =>
    inOrder(comparison).map(({ show, row }) => {
      const ops: WordOp[] = show === 'ghost'
        ? [{ op: 'delete', text: comparison.old.paragraphs[row.old[0]!]!.text }]
        : row.kind === 'moved' ? movedHere(row) : row.ops
      return numbers(comparison, row, show === 'ghost', marks) + ops.map(marks.mark).join('')
    })
  const heads = (marks: Marks) => marks.escape(`${comparison.old.name} → ${comparison.new.name}`)
  return {
    plain: `${[heads(PLAIN), ...paragraphs(PLAIN)].join('\n\n')}\n`,
    html: `<h1>${heads(HTML)}</h1>${paragraphs(HTML).map((paragraph) => `<p>${paragraph}</p>`).join('')}`,
  }
}

const movedHere = (row: Row): WordOp[] =>
  [{ op: 'insert', text: row.ops.flatMap(({ op, text }) => (op === 'delete' ? [] : [text])).join('') }]

function numbers(comparison: Comparison, row: Row, ghost: boolean, { mark, escape: put }: Marks): string {
  const label = (side: 'old' | 'new') => {
    const found = comparison[side].paragraphs[row[side][0] ?? -1]?.label
    return found ? `${bare(found)}.` : ''
  }
  const [old, later] = [label('old'), ghost ? '' : label('new')]
  if (old === later || (old && !later)) return old && put(`${old} `)
  return `${old && mark({ op: 'delete', text: old })}${mark({ op: 'insert', text: later })} `
}

/** Puts it on the clipboard in both forms. */
export async function copyOut({ plain, html }: Copied): Promise<void> {
  const as = (text: string, type: string) => new Blob([text], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': as(plain, 'text/plain'), 'text/html': as(html, 'text/html') }),
  ])
}
