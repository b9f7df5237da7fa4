// The editor of statements: its component, its handle, and what it speaks of.
export { StatementEditor } from './StatementEditor.tsx'
export type { PlacedComment } from './comments/anchors.ts'
export type { CommentActs } from './comments/extension.ts'
export { CLAUSE_TYPE } from './clipboard/transfer.ts'
export type {
  Author, DelegationSlot, Doubt, DoubtActs, EditorHandle, EditorMode, EditorView, InsertPlace, OutlineEntry, Precedented, SearchOptions,
  SelectionInfo, StatementEditorProps,
} from './types.ts'
