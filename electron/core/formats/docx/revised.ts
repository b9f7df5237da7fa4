// A DOCX as a statement with its tracked changes still in it, so that a redline that came in can leave again as one. What a
// paragraph is was told by segmentation from the accepted text; its words, numbers included, stay where the file has them.
import type { Proposal, Role } from '../../../../shared/model/proposal.ts'
import type { Block, BlockKind, Revision, Statement } from '../../../../shared/model/statement.ts'
import { labelCounter } from './numbering.ts'
import type { DocxParagraph, DocxText } from './types.ts'
import { isDead } from './view.ts'

const KIND: Record<Role, BlockKind> = {
  'left-out': 'passage', title: 'title', chapeau: 'chapeau', heading: 'heading', clause: 'paragraph', item: 'item',
  'place-date': 'place-date', signature: 'signature', passage: 'passage',
}

type Segmented = Pick<Proposal, 'raw' | 'paragraphs' | 'metadata'>

/** Whether anything in the document is a tracked change. */
export const hasRevisions = (doc: DocxText): boolean => doc.paragraphs.some((paragraph) =>
  revised(paragraph.mark) || revised(paragraph.row) || paragraph.runs.some((run) => revised(run.revisions)))

const revised = (revisions: readonly unknown[] | undefined): boolean => (revisions?.length ?? 0) > 0

/** The statement with every change open. Paragraphs keep their order; none is left out. */
export function revisedStatement(doc: DocxText, proposal: Segmented): Statement {
  const roles = rolesByCount(proposal)
  const label = labelCounter(doc.numbering)
  const blocks = doc.paragraphs.map((paragraph, index): Block => {
    // Numbers are counted as Word counts them, as if every change were accepted.
    const gone = isDead(paragraph.row, 'accepted') || (isDead(paragraph.mark, 'accepted') && paragraph.runs.every((run) => isDead(run.revisions, 'accepted')))
    const number = paragraph.list && !gone ? label(paragraph.list) : null
    return {
      id: `b${index + 1}`,
      ...place(paragraph, roles.get(index + 1)),
      ...(number && number.length <= 20 ? { label: number } : { numbered: false }),
      ...changesOf(paragraph, index),
    }
  })
  return { format: 1, language: proposal.metadata.language, numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks }
}

/** What segmentation said of the paragraphs, by their count in the file from 1. */
function rolesByCount({ raw, paragraphs }: Segmented): Map<number, { kind: BlockKind; level?: number }> {
  const roles = new Map<number, { kind: BlockKind; level?: number }>()
  for (const { role, level, raw: indexes } of paragraphs) {
    for (const index of indexes) {
      const count = raw[index]?.line
      if (count !== undefined) roles.set(count, { kind: KIND[role], ...(level === undefined ? {} : { level }) })
    }
  }
  return roles
}

/** A paragraph that is not in the accepted text is what the file itself says it is. */
function place(paragraph: DocxParagraph, role: { kind: BlockKind; level?: number } | undefined): { kind: BlockKind; level?: number } {
  if (role) return role
  if (paragraph.title) return { kind: 'title' }
  return paragraph.heading ? { kind: 'heading', level: Math.min(paragraph.heading, 6) } : { kind: 'paragraph' }
}

/** Runs and end with their revisions; a table row that came or went takes its paragraphs with it. */
function changesOf({ runs, mark, row = [] }: DocxParagraph, index: number): Pick<Block, 'runs' | 'mark'> {
  const ofRow = row.map((kind, depth): Revision => ({ id: `row-${index}-${depth}`, kind, author: '', delegation: '', time: '1970-01-01T00:00:00Z' }))
  if (ofRow.length === 0) return { runs, ...(mark && { mark }) }
  return { runs: runs.map((run) => ({ ...run, revisions: [...(run.revisions ?? []), ...ofRow] })), mark: [...(mark ?? []), ...ofRow] }
}
