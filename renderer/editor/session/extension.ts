// What holds for the whole editor while it is open: whose hand writes, in which mode, in which view. The screen changes it
// at any time; every other extension reads it here.
import { defineExtension, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import type { Revision, RevisionBy, Statement } from '../../../shared/model/index.ts'
import { sameAuthor } from '../../../shared/redline/runs.ts'
import type { Author, DelegationSlot, EditorMode, EditorView, SelectionInfo } from '../types.ts'

/** What is said of changes that letters do not show, and of the grip, in the language of the screen. */
export interface ChangeWords {
  restyled: string
  recast: string
  movedHere: string
  movedAway: string
  move: string
}

export interface Session {
  me: Author
  mode: EditorMode
  view: EditorView
  readOnly: boolean
  delegations: readonly DelegationSlot[]
  language: string
  numbering: Statement['numbering']
  words: ChangeWords
  /** Ids of the comments that are not settled. */
  openComments: ReadonlySet<string>
  now: () => Date
  newId: () => string
  onChange: () => void
  onSelect: (info: SelectionInfo) => void
  onShowMarks: () => void
  onComment: () => void
  onDropClause: ((payload: string, at: { afterBlock: number }) => void) | null
}

/** 12 letters from 72 random bits: unique within any draft. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_')
}

export const defaultSession = (): Session => ({
  me: { author: '', delegation: '' },
  mode: 'suggesting',
  view: 'all',
  readOnly: false,
  delegations: [],
  language: 'en',
  numbering: { sections: 'none', clauses: 'none', items: 'none' },
  words: { restyled: '', recast: '', movedHere: '', movedAway: '', move: '' },
  openComments: new Set(),
  now: () => new Date(),
  newId: randomId,
  onChange: () => {},
  onSelect: () => {},
  onShowMarks: () => {},
  onComment: () => {},
  onDropClause: null,
})

export const SessionExtension = defineExtension({
  name: 'alternat/session',
  config: { session: defaultSession() },
  build: (_editor, config) => config.session,
})

export const sessionOf = (editor: LexicalEditor): Session => getExtensionDependencyFromEditor(editor, SessionExtension).output

/** Changes what holds from now on. */
export const tune = (editor: LexicalEditor, changes: Partial<Session>): void => { Object.assign(sessionOf(editor), changes) }

/** How a hand writes: as tracked changes under its name, or at once. */
export interface Pen {
  tracked: boolean
  revision: (kind: Revision['kind'], group?: string) => Revision
  /** A revision of a format: it is of no kind. */
  act: () => RevisionBy
  /** Whether a revision is by this hand. */
  owns: (revision: RevisionBy) => boolean
  newId: () => string
}

/** The pen of the moment. */
export function penOf(session: Session): Pen {
  const act = (): RevisionBy => ({ id: session.newId(), ...session.me, time: session.now().toISOString() })
  const revision = (kind: Revision['kind'], group?: string): Revision =>
    ({ ...act(), kind, ...(group !== undefined && { group }) })
  const sample: RevisionBy = { id: '', ...session.me, time: '' }
  const owns = (other: RevisionBy) => sameAuthor(sample, other)
  return { tracked: session.mode === 'suggesting', revision, act, owns, newId: session.newId }
}
