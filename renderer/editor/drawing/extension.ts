// How revisions and kinds of paragraph look: attributes on Lexical's own elements, drawn by `paper.css`. Colour, line and letters
// follow the delegation's slot; slot 0 is an author without one. Roles say the same to a screen reader.
import {
  $isTextNode, LineBreakNode, ParagraphNode, TextNode, configExtension, defineExtension, type LexicalEditor, type LexicalNode,
} from 'lexical'
import { DOMRenderExtension, domOverride } from '@lexical/html'
import type { BlockKind, Revision, RevisionBy } from '../../../shared/model/index.ts'
import { switchMarks } from '../../../shared/redline/runs.ts'
import { SessionExtension, sessionOf, type Session } from '../session/extension.ts'
import { $blockNodes, marksOf } from '../statement/blocks.ts'
import { $comments, $facts, $mark, $restyled, $revisions } from '../statement/state.ts'

export const DrawingExtension = defineExtension({
  name: 'alternat/drawing',
  dependencies: [
    SessionExtension,
    configExtension(DOMRenderExtension, {
      overrides: [
        domOverride([TextNode], { $decorateDOM: (node, _was, dom, editor) => $drawRun(node, dom, sessionOf(editor)) }),
        domOverride([LineBreakNode], { $decorateDOM: (node, _was, dom, editor) => $drawRun(node, dom, sessionOf(editor)) }),
        domOverride([ParagraphNode], { $decorateDOM: (node, _was, dom, editor) => $drawBlock(node, dom, sessionOf(editor)) }),
      ],
    }),
  ],
})

/** Draws everything anew, after the delegations got other slots. */
export function redraw(editor: LexicalEditor): void {
  const session = sessionOf(editor)
  editor.getEditorState().read(() => {
    for (const block of $blockNodes()) {
      draw(editor, block, (dom) => $drawBlock(block, dom, session))
      for (const leaf of block.getChildren()) draw(editor, leaf, (dom) => $drawRun(leaf, dom, session))
    }
  })
}

function draw(editor: LexicalEditor, node: LexicalNode, onto: (dom: HTMLElement) => void): void {
  const dom = editor.getElementByKey(node.getKey())
  if (dom) onto(dom)
}

/** Colours and lines are six: the seventh delegation is told from the first by its mark in the margin. */
const LINES = 6

/** Slot of the hand that made a revision. */
export const slotOf = (revision: RevisionBy, session: Session): number =>
  session.delegations.find((delegation) => delegation.code === revision.delegation)?.slot ?? 0

function drawingOf(revision: RevisionBy | undefined, session: Session): string | null {
  if (!revision) return null
  const slot = slotOf(revision, session)
  return String(slot > LINES ? slot - LINES : slot)
}

const lastOf = (stack: readonly Revision[], kind: Revision['kind']) => stack.findLast((candidate) => candidate.kind === kind)
const moves = (revision: Revision | undefined): string | null => (revision?.move === undefined ? null : '')

function $drawRun(node: LexicalNode, dom: HTMLElement, session: Session): void {
  const stack = $revisions(node)
  const inserted = lastOf(stack, 'insertion')
  const deleted = lastOf(stack, 'deletion')
  const restyled = $restyled(node)
  set(dom, 'data-ins', drawingOf(inserted, session))
  set(dom, 'data-del', drawingOf(deleted, session))
  set(dom, 'data-to', moves(inserted))
  set(dom, 'data-from', moves(deleted))
  set(dom, 'data-fmt', drawingOf(restyled.at(-1), session))
  set(dom, 'data-look', session.view === 'original' ? $earlierLook(node) : null)
  const commented = $comments(node).some((id) => session.openComments.has(id))
  set(dom, 'data-comment', commented ? '' : null)
  set(dom, 'role', deleted ? 'deletion' : inserted ? 'insertion' : commented || restyled.length > 0 ? 'mark' : null)
  set(dom, 'aria-description', restyled.length > 0 ? session.words.restyled : null)
}

/** The marks that a restyled text had before; null where it was not restyled. */
function $earlierLook(node: LexicalNode): string | null {
  const restyled = $restyled(node)
  if (restyled.length === 0 || !$isTextNode(node)) return null
  return switchMarks(marksOf(node.getFormat()), restyled.flatMap((one) => one.marks)).join(' ')
}

function $drawBlock(node: ParagraphNode, dom: HTMLElement, session: Session): void {
  const { recast, ...facts } = $facts(node)
  const { kind, level } = recast && session.view === 'original' ? recast.was : facts
  const mark = $mark(node)
  const inserted = lastOf(mark, 'insertion')
  const deleted = lastOf(mark, 'deletion')
  const heading = headingLevel(kind, level)
  set(dom, 'data-kind', kind)
  set(dom, 'data-level', level === undefined ? null : String(level))
  set(dom, 'data-end-ins', drawingOf(inserted, session))
  set(dom, 'data-end-del', drawingOf(deleted, session))
  set(dom, 'data-to', moves(inserted))
  set(dom, 'data-from', moves(deleted))
  set(dom, 'data-recast', drawingOf(recast, session))
  set(dom, 'role', heading === null ? null : 'heading')
  set(dom, 'aria-level', heading === null ? null : String(heading))
  set(dom, 'aria-description', said(session, recast !== undefined, inserted, deleted))
}

/** What a screen reader is told of a paragraph: where it was moved, or that it was something else. */
function said({ words }: Session, recast: boolean, inserted: Revision | undefined, deleted: Revision | undefined): string | null {
  if (moves(deleted) !== null) return words.movedAway
  const told = [moves(inserted) === null ? '' : words.movedHere, recast ? words.recast : ''].filter((one) => one !== '')
  return told.length > 0 ? told.join('. ') : null
}

const headingLevel = (kind: BlockKind, level: number | undefined): number | null =>
  kind === 'title' ? 1 : kind === 'heading' ? (level ?? 1) + 1 : null

/** Sets or drops an attribute, and leaves it alone where it says so already. */
export function set(dom: HTMLElement, name: string, value: string | null): void {
  if (dom.getAttribute(name) === value) return
  if (value === null) dom.removeAttribute(name)
  else dom.setAttribute(name, value)
}
