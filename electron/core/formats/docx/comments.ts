// Comments of a DOCX. Their texts stand in a part of their own; which is a reply to which, and which are resolved, in another
// that knows them by the id of their last paragraph.
import type { Comment, Reply } from '../../../../shared/model/comment.ts'
import { whoIs } from '../attribution.ts'
import { commentKey } from './anchors.ts'
import { readPart } from './body.ts'
import type { Entry, WrittenParagraph } from './written.ts'
import { parseXml } from './xml.ts'

const LIMITS = { comments: 5000, replies: 500, characters: 20_000 }

export interface Comments {
  comments: Comment[]
  /** The id of a comment by the key of its anchor; undefined for a reply: it stands where its comment does. */
  idOf(key: string): string | undefined
}

export const noComments = (): Comments => ({ comments: [], idOf: () => undefined })

interface Thread {
  parent?: string
  resolved: boolean
}

/** Reads comments.xml and, where there is one, commentsExtended.xml. */
export function readComments(xml: Uint8Array, extended: Uint8Array | undefined): Comments {
  const { entries, paragraphs } = readPart(xml, () => [])
  const threads = extended ? readThreads(extended) : new Map<string, Thread>()
  const texts = entries.map(({ from, to }) => paragraphs.slice(from, to))
  const owner = new Map(texts.flatMap((text, index) =>
    text.flatMap(({ paraId }) => (paraId ? [[paraId.toUpperCase(), index] as const] : []))))
  const threadOf = (index: number) => threads.get(texts[index]!.at(-1)?.paraId?.toUpperCase() ?? '')

  const roots = rootsOf(entries.map((_, index) => owner.get(threadOf(index)?.parent ?? '')))
  const comments = new Map<number, Comment>()
  const keys = new Map<string, string>()
  const seen = new Map<string, number>()
  entries.forEach((entry, index) => {
    const count = (seen.get(entry.id) ?? 0) + 1
    seen.set(entry.id, count)
    if (roots[index] !== index || comments.size >= LIMITS.comments) return
    comments.set(index, { ...said(entry, index, texts[index]!), resolved: threadOf(index)?.resolved ?? false, replies: [] })
    keys.set(commentKey(entry.id, count), idAt(index))
  })
  entries.forEach((entry, index) => {
    const replies = roots[index] === index ? undefined : comments.get(roots[index]!)?.replies
    if (replies && replies.length < LIMITS.replies) replies.push(said(entry, index, texts[index]!))
  })
  return { comments: [...comments.values()], idOf: (key) => keys.get(key) }
}

/** The first of each one's thread, by whom each answers. Replies in a circle have no first one: each stands alone. */
function rootsOf(parents: readonly (number | undefined)[]): number[] {
  const roots = new Map<number, number>()
  return parents.map((_, index) => {
    const path: number[] = []
    let at = index
    while (!roots.has(at)) {
      // -1: on the way up.
      roots.set(at, -1)
      path.push(at)
      at = parents[at] ?? at
    }
    const found = roots.get(at)!
    const isTop = parents[at] === undefined
    for (const step of path) roots.set(step, found >= 0 ? found : isTop ? at : step)
    return roots.get(index)!
  })
}

const idAt = (index: number) => `c${index + 1}`

/** A comment that holds no text (a picture, say) still is one. */
function said({ by: { name, time } }: Entry, index: number, paragraphs: readonly WrittenParagraph[]): Reply {
  const text = paragraphs.map(textOf).join('\n').trim().slice(0, LIMITS.characters)
  return { id: idAt(index), ...whoIs(name), time, text: text === '' ? '…' : text }
}

const textOf = ({ pieces }: WrittenParagraph) => pieces
  .filter(({ code, revisions }) => (!code || code.broken) && !revisions.some(({ kind }) => kind === 'deletion'))
  .map(({ text }) => text).join('')

function readThreads(xml: Uint8Array): Map<string, Thread> {
  const threads = new Map<string, Thread>()
  parseXml(xml, {
    open(name, attribute) {
      const id = attribute('paraId')
      if (name !== 'w15:commentEx' || id === undefined) return
      const parent = attribute('paraIdParent')
      threads.set(id.toUpperCase(), {
        resolved: ['1', 'true', 'on'].includes(attribute('done') ?? ''),
        ...(parent !== undefined && { parent: parent.toUpperCase() }),
      })
    },
    close() {},
    text() {},
  })
  return threads
}
