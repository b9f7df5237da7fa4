// What the drafting screen may know of the editor: its props, what it tells on selection, and its handle.
import type { Ref } from 'react'
import type { CommentActs } from './comments/extension.ts'
import type { Change } from '../../shared/redline/index.ts'
import type { Block, BlockKind, Caret, WindowPlace, Source, Statement, Step, TextMark, Trail } from '../../shared/model/index.ts'

/** Whose hand writes. */
export interface Author {
  author: string
  /** Code of the delegation ("KZ"); empty where the author speaks for none. */
  delegation: string
}

/** A delegation's drawing: six colours and lines, each with a full shape (1–6) and a hollow one (7–12); 0 has letters only. */
export interface DelegationSlot {
  code: string
  slot: number
  /** Two or three of them; absent takes the first ones of the code. */
  letters?: string
}

/** `suggesting`: every edit is a tracked change. `editing`: edits apply at once. */
export type EditorMode = 'suggesting' | 'editing'

/**
 * `all`: every change is drawn; `simple`: as if all were accepted, with bars where something changed, and comments; `final`: the
 * same without them; `original`: as if all were rejected, and read-only.
 */
export type EditorView = 'all' | 'simple' | 'final' | 'original'

export interface SelectionInfo {
  /** −1 where nothing is selected. */
  blockIndex: number
  blockId: string | null
  /** The paragraph's earlier text, if it has one. */
  source: Source | null
  /** The paragraph as it reads with every change accepted. */
  text: string
  /** The selected words, read so too; empty where the selection is a caret. */
  selected: string
  kind: BlockKind | null
  level: number | null
  /** Character formats at the caret, for pressed buttons. */
  marks: TextMark[]
  /** `Change.id` of the change that was gone to, while it is selected. */
  changeId: string | null
  /** Ids of the revisions that touch the caret or stand in the selection. */
  revisionIds: string[]
  /** Ids of the comments on the words at the caret. */
  commentIds: string[]
}

/** Where whole blocks go. `section` is the block index of its heading (see `outline`): they go to the end of the section. */
export type InsertPlace = 'caret' | { afterBlock: number } | { section: number }

export interface OutlineEntry {
  blockIndex: number
  label: string | null
  text: string
  level: number
}

export interface SearchOptions {
  matchCase?: boolean
  wholeWord?: boolean
}

/** Words that may not fit, as the screen found them in the live text of a block. */
export interface Doubt {
  blockId: string
  /** Live offsets. */
  from: number
  to: number
  found: string
}

export interface DoubtActs {
  /** Highlights these, and one of them more; words that do not stand there any more are passed over. */
  mark(doubts: readonly Doubt[], current: Doubt | null): void
  /** Selects one and brings it into view; false where its words are gone. */
  go(doubt: Doubt): boolean
  /** Gives each other words, all as one undo step; returns how many were still there. */
  replace(all: readonly { doubt: Doubt; text: string }[]): number
  /** Where the selection ends; null where nothing is selected. */
  caret(): { block: number; offset: number } | null
}

/** How a block stands to the closest wording of the library, as its margin shows it. */
export interface Precedented {
  state: 'verbatim' | 'edited' | 'new'
  citation: string | null
  number: string | null
  /** 0…1. */
  verbatim: number
}

export interface NoveltyActs {
  /** By block id, and the words without precedent; words that do not stand there any more are passed over. */
  show(blocks: ReadonlyMap<string, Precedented>, novel: readonly Doubt[]): void
  hide(): void
}

export interface EditorHandle {
  /** The text as it stands now, revisions and all. */
  getStatement(): Statement
  /** Where the caret is this moment; `onSelect` tells it only after a pause. */
  selection(): SelectionInfo
  /** Whole blocks, tracked as one insertion while suggesting; the caret goes to their end. */
  insertBlocks(blocks: Block[], where: InsertPlace): void
  /** Gives a block another wording (and source), word by word, as tracked changes while suggesting. */
  replaceBlock(blockIndex: number, block: Block): void
  /** Accepts or rejects these revisions, or all, in one undo step. */
  resolve(revisionIds: readonly string[] | 'all', decision: 'accept' | 'reject'): void
  /** Selects the next or previous change from the caret, or the one with this `Change.id`; null where there is none. */
  goToChange(which: 'next' | 'previous' | { id: string }): Change | null
  /** Accepts or rejects the change at the caret (or every one in the selection) and goes on to the next; false where none is. */
  resolveCurrent(decision: 'accept' | 'reject'): boolean
  /** Gives these revisions a reason, or takes it away with an empty one. */
  explain(revisionIds: readonly string[], reason: string): void
  readonly comments: CommentActs
  readonly doubts: DoubtActs
  readonly novelty: NoveltyActs
  format(mark: TextMark): void
  /** Moves the selected paragraphs over their neighbour, tracked as one move while suggesting. */
  move(direction: 'up' | 'down'): void
  /** Kind of every selected block. */
  setBlockKind(kind: BlockKind, level?: number): void
  /** Marks all hits and returns how many there are; an empty query clears them. */
  find(query: string, options?: SearchOptions): number
  /** Each returns the hit's number from 1, or 0 where there is none. */
  findNext(): number
  findPrevious(): number
  /** Replaces the current hit and goes to the next; false where there is none. */
  replace(replacement: string): boolean
  /** Returns how many were replaced. */
  replaceAll(replacement: string): number
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
  /** What can be undone and redone, step by step, the first `done` of them done; and the caret. */
  trail(): { steps: Step[]; done: number; caret: Caret | null }
  /** Where the window is. */
  place(): WindowPlace
  goToPlace(place: WindowPlace): void
  /** Scrolls to a block and puts the caret at its start. */
  goToBlock(index: number): void
  wordCount(): number
  outline(): OutlineEntry[]
  /** The number each block shows; null where it has none. */
  labels(): (string | null)[]
  changes(): Change[]
  focus(): void
}

export interface StatementEditorProps {
  /** Read once for every `documentKey`. */
  statement: Statement
  /** Another key opens another document: its statement is read and the undo history starts anew. */
  documentKey: string
  /** What could be undone in a window before this one; read with the statement. */
  trail?: Trail | null
  mode: EditorMode
  readOnly?: boolean
  view: EditorView
  me: Author
  delegations: readonly DelegationSlot[]
  /** Marks of paragraph ends, spaces and line breaks (Ctrl+Shift+8 toggles through `onShowMarks`). */
  showMarks?: boolean
  onShowMarks?: (shown: boolean) => void
  /** Ctrl+Alt+M: a comment on the selection is wanted. */
  onComment?: () => void
  /** After every change of the text; not debounced. */
  onChange: () => void
  onSelect: (info: SelectionInfo) => void
  /** A clause (`application/x-alternat-clause`) was dropped: answer with `insertBlocks(…, at)`. */
  onDropClause?: (payload: string, at: { afterBlock: number }) => void
  handle?: Ref<EditorHandle | null>
}
