// Reads from the page where the changes of a block stand: the lines they touch, and the line each hand's change begins on.
import type { LexicalEditor, ParagraphNode } from 'lexical'
import type { RevisionBy } from '../../../shared/model/index.ts'
import { slotOf } from '../drawing/extension.ts'
import type { Session } from '../session/extension.ts'
import { $facts, $mark, $restyled, $revisions, isMovedAway } from '../statement/state.ts'

/** Vertical stretch in px from the block's top. */
export interface Bar {
  top: number
  height: number
}

export interface Tag {
  top: number
  slot: number
  letters: string
}

/** What is said of a whole paragraph: it was moved (↕), or made something else (¶). */
export interface Sign {
  glyph: '↕' | '¶'
  slot: number
  about: string
}

export interface Measured {
  /** From the paper's top, in px. */
  top: number
  height: number
  bars: Bar[]
  tags: Tag[]
  signs: Sign[]
}

/** Measures one block. Only reads: the caller writes afterwards, so that the page is laid out once. */
export function $measure(
  editor: LexicalEditor, session: Session, node: ParagraphNode, dom: HTMLElement, paperTop: number,
): Measured {
  const box = dom.getBoundingClientRect()
  const measured: Measured = { top: box.top - paperTop, height: box.height, bars: [], tags: [], signs: [] }
  if (session.view !== 'all' && session.view !== 'simple') return measured
  const line = Number.parseFloat(getComputedStyle(dom).lineHeight)
  const lines = new Set<number>()
  const seen = new Set<string>()
  const tag = (stack: readonly RevisionBy[], top: number) => {
    for (const revision of stack) {
      const act = revision.group ?? revision.id
      if (seen.has(act)) continue
      seen.add(act)
      const letters = lettersOf(revision, session)
      if (letters !== '' && !measured.tags.some((other) => other.letters === letters && other.top === top)) {
        measured.tags.push({ top, slot: slotOf(revision, session), letters })
      }
    }
  }
  const { recast } = $facts(node)
  if (recast) {
    for (let top = 0; top + line / 2 < box.height; top += line) lines.add(Math.round(top))
    tag([recast], 0)
  }
  for (const leaf of node.getChildren()) {
    const stack = [...$revisions(leaf), ...$restyled(leaf)]
    const element = stack.length > 0 ? editor.getElementByKey(leaf.getKey()) : null
    if (!element) continue
    const tops = topsOf(element, box.top, line)
    if (tops.length === 0 && session.view === 'simple') lines.add(topsOf(element.previousElementSibling, box.top, line).at(-1) ?? 0)
    for (const top of tops) lines.add(top)
    if (tops.length > 0) tag(stack, tops[0]!)
  }
  const mark = $mark(node)
  if (mark.length > 0) {
    const last = Math.round(box.height - line - Number.parseFloat(getComputedStyle(dom).paddingBottom))
    lines.add(last)
    tag(mark, last)
  }
  measured.bars = joined([...lines].toSorted((a, b) => a - b), Math.ceil(line))
  // Whose change it is belongs to the view that shows the change.
  measured.tags = session.view === 'simple' ? [] : spread(measured.tags)
  measured.signs = session.view === 'simple' || box.height === 0 ? [] : $signsOf(node, session)
  return measured
}

function $signsOf(node: ParagraphNode, session: Session): Sign[] {
  const { words } = session
  const mark = $mark(node)
  const move = mark.findLast((revision) => revision.move !== undefined)
  const { recast } = $facts(node)
  const signs: Sign[] = []
  if (move) signs.push({ glyph: '↕', slot: slotOf(move, session), about: isMovedAway(mark) ? words.movedAway : words.movedHere })
  if (recast && !isMovedAway(mark)) signs.push({ glyph: '¶', slot: slotOf(recast, session), about: words.recast })
  return signs
}

/** The lines that a piece of text touches, by their tops; none where the view hides it. */
function topsOf(element: Element | null, from: number, line: number): number[] {
  const rects = [...element?.getClientRects() ?? []].filter((rect) => rect.height > 0)
  return rects.map((rect) => Math.round(rect.top + rect.height / 2 - line / 2 - from))
}

/** Letters for the margin: the delegation's, else the author's initials; none for a hand without a name. */
export function lettersOf({ delegation, author }: RevisionBy, session: Session): string {
  const known = session.delegations.find(({ code }) => code === delegation)
  if (delegation !== '') return known?.letters ?? delegation.slice(0, 3).toUpperCase()
  return author.split(/\s+/u).map((name) => name[0] ?? '').join('').slice(0, 2).toUpperCase()
}

/** Touching lines make one bar. */
function joined(lines: readonly number[], height: number): Bar[] {
  const bars: Bar[] = []
  for (const top of lines) {
    const last = bars.at(-1)
    if (last && top <= last.top + last.height + 3) last.height = top + height - last.top
    else bars.push({ top, height })
  }
  return bars
}

const TAG_HEIGHT = 15

/** Tags of one line go below each other. */
function spread(tags: readonly Tag[]): Tag[] {
  let free = -Infinity
  return tags.toSorted((a, b) => a.top - b.top).map((tag) => {
    const top = Math.max(tag.top, free)
    free = top + TAG_HEIGHT
    return { ...tag, top }
  })
}
