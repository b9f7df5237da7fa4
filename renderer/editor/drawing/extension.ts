// How revisions and kinds of paragraph look: attributes on Lexical's own elements, drawn by `paper.css`. Colour, line and letters
// follow the delegation's slot; slot 0 is an author without one. Roles say the same to a screen reader.
import {
  LineBreakNode, ParagraphNode, TextNode, configExtension, defineExtension, type LexicalEditor, type LexicalNode,
} from 'lexical'
import { DOMRenderExtension, domOverride } from '@lexical/html'
import type { BlockKind, Revision } from '../../../shared/model/index.ts'
import { SessionExtension, sessionOf, type Session } from '../session/extension.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $comments, $facts, $mark, $revisions } from '../statement/state.ts'

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
export const slotOf = (revision: Revision, session: Session): number =>
  session.delegations.find((delegation) => delegation.code === revision.delegation)?.slot ?? 0

const slotOfKind = (stack: readonly Revision[], kind: Revision['kind'], session: Session): string | null => {
  const revision = stack.findLast((candidate) => candidate.kind === kind)
  if (!revision) return null
  const slot = slotOf(revision, session)
  return String(slot > LINES ? slot - LINES : slot)
}

function $drawRun(node: LexicalNode, dom: HTMLElement, session: Session): void {
  const stack = $revisions(node)
  const inserted = slotOfKind(stack, 'insertion', session)
  const deleted = slotOfKind(stack, 'deletion', session)
  set(dom, 'data-ins', inserted)
  set(dom, 'data-del', deleted)
  const commented = $comments(node).some((id) => session.openComments.has(id))
  set(dom, 'data-comment', commented ? '' : null)
  set(dom, 'role', deleted !== null ? 'deletion' : inserted !== null ? 'insertion' : commented ? 'mark' : null)
}

function $drawBlock(node: ParagraphNode, dom: HTMLElement, session: Session): void {
  const { kind, level } = $facts(node)
  const mark = $mark(node)
  const heading = headingLevel(kind, level)
  set(dom, 'data-kind', kind)
  set(dom, 'data-level', level === undefined ? null : String(level))
  set(dom, 'data-end-ins', slotOfKind(mark, 'insertion', session))
  set(dom, 'data-end-del', slotOfKind(mark, 'deletion', session))
  set(dom, 'role', heading === null ? null : 'heading')
  set(dom, 'aria-level', heading === null ? null : String(heading))
}

const headingLevel = (kind: BlockKind, level: number | undefined): number | null =>
  kind === 'title' ? 1 : kind === 'heading' ? (level ?? 1) + 1 : null

/** Sets or drops an attribute, and leaves it alone where it says so already. */
export function set(dom: HTMLElement, name: string, value: string | null): void {
  if (dom.getAttribute(name) === value) return
  if (value === null) dom.removeAttribute(name)
  else dom.setAttribute(name, value)
}
