// The tracked changes and comments of a DOCX as lists, for scripts: each change once, however many pieces Word cut it into.
import type { RevisionBy } from '../../../../shared/model/statement.ts'
import { nameOf } from '../attribution.ts'
import type { DocxParagraph, DocxText } from './types.ts'

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
  /** Of a change within a note: "footnote 1"; `paragraph` is then the one that refers to it. */
  note?: string
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

const by = ({ author, delegation, time }: Pick<RevisionBy, 'author' | 'delegation' | 'time'>) => ({
  author: author === '' && delegation === '' ? '' : nameOf({ author, delegation }, 'author'),
  date: time === '' ? null : time,
})

type Half = 'insertion' | 'deletion'

interface Gathered {
  kind: ListedRevision['kind']
  by: Pick<ListedRevision, 'author' | 'date'>
  /** What it put in and took out, and where it began to. A move does both, a format change is told as put in. */
  text: Partial<Record<Half, string>>
  place: Partial<Record<Half, number>>
  letters: boolean
  note?: string | undefined
}

/** Every change, in the order of the text; those of a note with the paragraph that refers to it. */
export function listRevisions(doc: DocxText): ListedRevision[] {
  const found = new Map<string, Gathered>()
  let note: string | undefined
  const add = (
    id: string, kind: ListedRevision['kind'], who: RevisionBy, paragraph: number, text: string, half: Half = 'insertion',
  ) => {
    const change = found.get(id) ?? { kind, by: by(who), text: {}, place: {}, letters: false, note }
    found.set(id, change)
    change.text[half] = (change.text[half] ?? '') + text
    change.place[half] ??= paragraph
    change.letters ||= text !== '\n'
  }
  const addAll = ({ runs, mark = [], former }: DocxParagraph, index: number) => {
    for (const { text, revisions = [], restyled = [] } of [...runs, { text: '\n', revisions: mark }]) {
      for (const revision of revisions) {
        const { id, kind, move } = revision
        add(move ?? id, move === undefined ? kind : 'move', revision, index, text, kind)
      }
      for (const restyling of restyled) add(restyling.id, 'format', restyling, index, text)
    }
    if (former) add(former.id, 'format', former, index, runs.map(({ text }) => text).join(''))
  }
  doc.paragraphs.forEach(addAll)
  for (const format of doc.formats) add(format.id, 'format', format, format.paragraph, format.text)
  const told = new Set<unknown>()
  for (const { kind, number, paragraph, paragraphs } of doc.notes) {
    // A note may be referred to more than once.
    if (told.has(paragraphs)) continue
    told.add(paragraphs)
    note = `${kind} ${number}`
    for (const one of paragraphs) addAll(one, paragraph)
  }
  return [...found.values()].map(listed).sort((a, b) => a.paragraph - b.paragraph)
}

/** A change of nothing but an end is a split or a join; the end of a paragraph that goes with it is not told. */
function listed({ kind, by, text, place, letters, note }: Gathered): ListedRevision {
  const half = text.insertion === undefined ? 'deletion' : 'insertion'
  const change = {
    kind, ...by, text: text[half]!.replace(/\n$/u, ''), paragraph: place[half]!, ...(note !== undefined && { note }),
  }
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
