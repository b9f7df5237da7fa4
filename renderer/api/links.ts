// Addresses of the screens. Features link to each other by these alone.
import type { TextRef } from '../../shared/contract/comparing.ts'
import type { ClauseId, DeclarationId, DraftId } from '../../shared/model/ids.ts'

type StoredRef = Exclude<TextRef, { kind: 'file' }>

const refPath = (ref: StoredRef) =>
  'changes' in ref && ref.changes ? `${ref.kind}:${ref.id}:${ref.changes}` : `${ref.kind}:${ref.id}`

export const links = {
  library: '/library',
  declaration: (id: DeclarationId) => `/library/${id}`,
  /** A declaration scrolled to one of its clauses. */
  clause: (id: DeclarationId, clause: ClauseId) => `/library/${id}/${clause}`,
  /** What is known to exist and whose text is missing. */
  missing: '/library/missing',
  import: '/import',
  /** The import screen, for the text of a document that is known to exist. */
  importText: (document: number) => `/import/${document}`,
  drafts: '/drafts',
  /** The list of drafts with the dialog for a new one open. */
  draftNew: '/drafts/new',
  draft: (id: DraftId) => `/draft/${id}`,
  /** The versions of a draft, and one paragraph of it through all of them. */
  history: (id: DraftId, paragraph?: number) => (paragraph === undefined ? `/history/${id}` : `/history/${id}/${paragraph}`),
  /** The list of drafts with the dialog for a new one from this declaration open. */
  draftFrom: (id: DeclarationId) => `/drafts/from/${id}`,
  compare: (old?: StoredRef, later?: StoredRef) => (old && later ? `/compare/${refPath(old)}/${refPath(later)}` : '/compare'),
  /** The comparison with its earlier text chosen and the later one still to choose. */
  compareFrom: (old: StoredRef) => `/compare/${refPath(old)}/-`,
  /** A clause through all declarations. */
  lineage: (clause: ClauseId) => `/lineage/${clause}`,
  /** What was taken out of the library and of the drafts. */
  removed: '/removed',
  settings: '/settings',
  /** What to do about a damaged library. */
  rescue: '/rescue',
  copies: '/copies',
  diagnosis: '/diagnosis',
}
