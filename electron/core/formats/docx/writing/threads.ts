// Comments of a file: the threads as `docx` takes them, and their places in the text.
import { Paragraph, TextRun, type ICommentOptions } from 'docx'
import type { Block } from '../../../../../shared/model/statement.ts'
import type { Remark } from '../../remarks.ts'
import { sanitized } from '../../text.ts'
import type { Anchors } from './anchors.ts'
import type { Place } from './moves.ts'
import { changed, element, type Anchor } from '../elements.ts'
import type { Pen } from '../pen.ts'

/** Half-points. */
const SIZE = 20
/** Of no comment: it makes `docx` write which threads are settled even where none has a reply. */
const NO_PARENT = -1

/** The comments of the file, each thread's replies after it. */
export function commentsFor(
  remarks: readonly Remark[], blocks: readonly Block[], anchors: Anchors, pen: Pen,
): ICommentOptions[] {
  return remarks.flatMap(({ replies, resolved, about, ...said }) => {
    const root = commentOf(said, pen)
    const thread = [
      { ...root, resolved, parentId: NO_PARENT },
      ...replies.map((reply) => ({ ...commentOf(reply, pen), resolved, parentId: root.id })),
    ]
    anchor(thread.map((comment) => comment.id), about, blocks, anchors)
    return thread
  })
}

function commentOf({ text, ...by }: Pick<Remark, 'author' | 'delegation' | 'time' | 'text'>, pen: Pen): ICommentOptions {
  const { id, author, date } = pen.apart({ id: '', ...by })
  return {
    id,
    author,
    initials: initialsOf(author),
    date: new Date(date),
    children: sanitized(text).split('\n').map((line) =>
      new Paragraph({ indent: { firstLine: 0 }, spacing: { after: 0 }, children: [new TextRun({ text: line, size: SIZE })] })),
  }
}

/** "A. Karimov (KZ)" → "AK". */
const initialsOf = (name: string) => name.replace(/\(.*\)$/u, '').match(/\p{Lu}/gu)?.join('').slice(0, 3) ?? ''

/** Every comment of a thread stands at the place of the first. */
function anchor(ids: readonly number[], about: Remark['about'], blocks: readonly Block[], anchors: Anchors): void {
  if (about === null) return anchors.before({ block: 0, run: 0 }, () => ids.map(referTo))
  const first = wordAt(blocks, about.first)
  const last = wordAt(blocks, about.last)
  anchors.before(first, () => ids.map((id) => element('w:commentRangeStart', { 'w:id': id })))
  const word = blocks[last.block]!.runs[last.run]
  // Under the changes of the last word spoken of: where the words go, what was said of them goes too.
  const reference = (pen: Pen, id: number) => (word ? changed(word.revisions ?? [], pen, () => [referTo(id)]) : [referTo(id)])
  const end: Anchor = (pen) => ids.flatMap((id) => [element('w:commentRangeEnd', { 'w:id': id }), ...reference(pen, id)])
  if (word) anchors.after(last, end)
  else anchors.before(last, end)
}

/** A paragraph's end is spoken of at its last word: after the end is the next paragraph. */
const wordAt = (blocks: readonly Block[], { block, run }: Place): Place =>
  ({ block, run: Math.max(0, Math.min(run, blocks[block]!.runs.length - 1)) })

const referTo = (id: number) => element('w:r', {}, [element('w:commentReference', { 'w:id': id })])
