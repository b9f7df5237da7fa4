// The tracked changes and comments of a DOCX as lists, for scripts: each change once, however many pieces Word cut it into.
import type { RevisionBy } from '../../../../shared/model/statement.ts'
import { nameOf } from '../attribution.ts'
import type { DocxText } from './types.ts'

export interface ListedRevision {
  kind: 'insertion' | 'deletion' | 'split' | 'join' | 'move' | 'format'
  /** As the file writes it. */
  author: string
  /** ISO 8601, UTC; null where the file tells none. */
  date: string | null
  /** The text it is about; ends of paragraphs within it are `\n`. */
  text: string
  /** Index of its (first) paragraph in the file; of a move, where the text now stands. */
  paragraph: number
  /** Of a move: index of the paragraph in which the text stood. */
  from?: number
}

export interface ListedComment {
  author: string
  date: string | null
  text: string
  resolved: boolean
  /** Index of the paragraph it stands at; null where its words are gone. */
  paragraph: number | null
  /** The words it is about. */
  about: string
  replies: { author: string; date: string | null; text: string }[]
}

const by = ({ author, delegation, time }: Pick<RevisionBy, 'author' | 'delegation' | 'time'>) =>
  ({ author: author === '' && delegation === '' ? '' : nameOf({ author, delegation }, 'author'), date: time === '' ? null : time })

type Half = 'insertion' | 'deletion'

interface Gathered {
  kind: ListedRevision['kind']
  by: Pick<ListedRevision, 'author' | 'date'>
  /** What it put in and took out, and where it began to. A move does both, a format change is told as put in. */
  text: Partial<Record<Half, string>>
  place: Partial<Record<Half, number>>
  letters: boolean
}

/** Every change of the body, in the order of the text. */
export function listRevisions(doc: DocxText): ListedRevision[] {
  const found = new Map<string, Gathered>()
  const add = (id: string, kind: ListedRevision['kind'], who: RevisionBy, paragraph: number, text: string, half: Half = 'insertion') => {
    const change = found.get(id) ?? { kind, by: by(who), text: {}, place: {}, letters: false }
    found.set(id, change)
    change.text[half] = (change.text[half] ?? '') + text
    change.place[half] ??= paragraph
    change.letters ||= text !== '\n'
  }
  doc.paragraphs.forEach((paragraph, index) => {
    const { runs, mark = [], former } = paragraph
    for (const { text, revisions = [], restyled = [] } of [...runs, { text: '\n', revisions: mark }]) {
      for (const revision of revisions) {
        const { id, kind, move } = revision
        add(move ?? id, move === undefined ? kind : 'move', revision, index, text, kind)
      }
      for (const restyling of restyled) add(restyling.id, 'format', restyling, index, text)
    }
    if (former) add(former.id, 'format', former, index, runs.map(({ text }) => text).join(''))
  })
  for (const format of doc.formats) add(format.id, 'format', format, format.paragraph, format.text)
  return [...found.values()].map(listed).sort((a, b) => a.paragraph - b.paragraph)
}

/** A change of nothing but an end is a split or a join; the end of a paragraph that goes with it is not told. */
function listed({ kind, by, text, place, letters }: Gathered): ListedRevision {
  const half = text.insertion === undefined ? 'deletion' : 'insertion'
  const change = { kind, ...by, text: text[half]!.replace(/\n$/u, ''), paragraph: place[half]! }
  if (kind === 'move') return { ...change, ...(place.deletion !== undefined && { from: place.deletion }) }
  if (kind === 'format' || letters) return change
  return { ...change, kind: kind === 'insertion' ? 'split' : 'join' }
}

export function listComments(doc: DocxText): ListedComment[] {
  const places = new Map<string, { paragraph: number; about: string }>()
  doc.paragraphs.forEach(({ runs }, paragraph) => {
    for (const { text, comments = [] } of runs) {
      for (const id of comments) {
        const place = places.get(id)
        if (place) place.about += text
        else places.set(id, { paragraph, about: text })
      }
    }
  })
  return doc.comments.map((comment) => ({
    ...by(comment),
    text: comment.text,
    resolved: comment.resolved,
    paragraph: places.get(comment.id)?.paragraph ?? null,
    about: places.get(comment.id)?.about ?? '',
    replies: comment.replies.map((reply) => ({ ...by(reply), text: reply.text })),
  }))
}
