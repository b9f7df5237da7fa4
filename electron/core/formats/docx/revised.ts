// A DOCX as a statement with its tracked changes and comments still in it, so that a redline that came in can leave again as
// one. What a paragraph is was told by segmentation from the accepted text; its words, numbers included, stay where the file has
// them.
import type { Proposal, Role } from '../../../../shared/model/proposal.ts'
import type { Block, BlockKind, Revision, Statement } from '../../../../shared/model/statement.ts'
import { commonRevisions } from '../labels.ts'
import { recastOf } from './recasts.ts'
import type { DocxParagraph, DocxText, View } from './types.ts'
import { isDead, LONGEST_LABEL, show } from './view.ts'

const KIND: Record<Role, BlockKind> = {
  'left-out': 'passage', title: 'title', chapeau: 'chapeau', heading: 'heading', clause: 'paragraph', item: 'item',
  'place-date': 'place-date', signature: 'signature', footnote: 'footnote', passage: 'passage',
}

type Place = Pick<Block, 'kind' | 'level'>
type Segmented = Pick<Proposal, 'raw' | 'paragraphs' | 'metadata'>

/** Whether anything in the document is a tracked change or a comment. */
export const isReviewed = ({ paragraphs, comments }: DocxText): boolean => comments.length > 0
  || paragraphs.some(({ mark, former, runs }) => mark || former || runs.some(({ revisions, restyled }) => revisions || restyled))

/** The statement with every change open. Paragraphs keep their order; none is left out. */
export function revisedStatement(doc: DocxText, proposal: Segmented): Statement {
  const roles = rolesByCount(proposal)
  const labels = labelsOf(doc)
  const blocks = doc.paragraphs.map((paragraph, index): Block => {
    const place = placeOf(paragraph, roles.get(index + 1))
    const recast = recastOf(paragraph, place)
    const block: Block = { id: `b${index + 1}`, ...place, runs: paragraph.runs, ...(recast && { recast }) }
    return numbered(block, labels.get(paragraph) ?? null)
  })
  return {
    format: 1,
    language: proposal.metadata.language,
    numbering: { sections: 'none', clauses: 'none', items: 'none' },
    blocks: withEnds(doc.paragraphs, blocks),
    ...(doc.comments.length > 0 && { comments: doc.comments }),
  }
}

/** Numbers as Word counts them, as if every change were accepted; of paragraphs that are not in that text, as if none were. */
function labelsOf(doc: DocxText): Map<DocxParagraph, string | null> {
  const labels = new Map<DocxParagraph, string | null>()
  for (const view of ['rejected', 'accepted'] as const) {
    for (const { paragraph, label } of show(doc, view)) labels.set(paragraph, label)
  }
  return labels
}

/** The block with its number; one too long for a label is text, and goes where all of the text goes. */
function numbered(block: Block, label: string | null): Block {
  if (label === null) return { ...block, numbered: false }
  if (label.length <= LONGEST_LABEL) return { ...block, label }
  const revisions = [...commonRevisions(block)]
  return { ...block, numbered: false, runs: [{ text: `${label} `, ...(revisions.length > 0 && { revisions }) }, ...block.runs] }
}

/** What segmentation said of the paragraphs, by their count in the file from 1. */
function rolesByCount({ raw, paragraphs }: Segmented): Map<number, Place> {
  const roles = new Map<number, Place>()
  for (const { role, level, raw: indexes } of paragraphs) {
    for (const index of indexes) {
      const count = raw[index]?.line
      if (count !== undefined) roles.set(count, { kind: KIND[role], ...(level === undefined ? {} : { level }) })
    }
  }
  return roles
}

/** A paragraph that is not in the accepted text is what the file itself says it is. */
function placeOf(paragraph: DocxParagraph, role: Place | undefined): Place {
  if (role) return role
  if (paragraph.title) return { kind: 'title' }
  return paragraph.heading ? { kind: 'heading', level: Math.min(paragraph.heading, 6) } : { kind: 'paragraph' }
}

/**
 * The blocks with the changes of their ends. A last paragraph of a cell joins with nothing: a change of its end counts only where
 * the paragraph goes with all of its text, and text that runs on into it.
 */
function withEnds(paragraphs: readonly DocxParagraph[], blocks: readonly Block[]): Block[] {
  const stays: Record<View, boolean> = { accepted: false, rejected: false }
  return paragraphs.map(({ runs, mark = [], last }, index) => {
    const effective = mark.filter((revision) => {
      const view = VIEW_WITHOUT[revision.kind]
      return !last || (!stays[view] && runs.every((run) => isDead(run.revisions, view)))
    })
    for (const view of ['accepted', 'rejected'] as const) {
      const runsOn = isDead(mark, view) && !last
      stays[view] = runsOn && (stays[view] || runs.some((run) => !isDead(run.revisions, view)))
    }
    return { ...blocks[index]!, ...(effective.length > 0 && { mark: effective }) }
  })
}

/** The view in which what carries a revision is gone. */
const VIEW_WITHOUT: Record<Revision['kind'], View> = { deletion: 'accepted', insertion: 'rejected' }
