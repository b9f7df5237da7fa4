// One open draft: its text as loaded, its autosave, and what happens when another window stores it. Knows no React; the
// editor lends it a way to read the text as it stands.
import { AppError } from '../../../shared/contract/error.ts'
import type { Resumed } from '../../../shared/contract/drafts.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { WindowPlace } from '../../../shared/model/trail.ts'
import type { Taking } from '../../../shared/contract/returning.ts'
import type { Draft, DraftDetails } from '../../../shared/model/draft.ts'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import { isEmptyPatch, patchBetween } from '../../../shared/model/patch.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { EditorHandle } from '../../editor/index.ts'
import { Autosave, systemClock, type Clock, type SaveState } from './autosave.ts'
import { KeptTrail } from './keptTrail.ts'

export type SessionState =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | {
      kind: 'open'
      /** As loaded; its statement is what the editor starts from, not what it holds now. */
      draft: Draft
      /** Of the window before, where it left off with this very text. */
      resumed: Resumed | null
      /** Changes whenever the editor has to read the statement anew. */
      documentKey: string
      save: SaveState
    }

export interface DraftSession {
  read(): SessionState
  listen(heard: () => void): () => void
  /** Loads the draft and watches it; the returned function leaves it, saving what is unsaved. */
  start(): () => void
  reload(): Promise<void>
  /** The editor lends its text, and what can be undone in it. */
  lend(statement: (() => Statement) | null, trail?: () => ToldTrail): void
  /** Where the window is now, for one that is opened after a crash. Nobody is told where it cannot be kept: it is no text. */
  placed(place: WindowPlace): void
  changed(): void
  /** True once everything is on disk. */
  flush(): Promise<boolean>
  readonly unsaved: boolean
  describe(details: Partial<DraftDetails>): Promise<void>
  restoreVersion(id: VersionId, keptAs: string): Promise<void>
  /** Puts what was done to a returned file into the draft; the text as it stands is kept as a version. */
  takeIn(taking: Omit<Taking, 'draft'>, keptAs: string): Promise<void>
  /** Conflict: the stored text is loaded here, this window's text becomes a draft of its own. */
  keepMineAsCopy(title: string): Promise<Draft>
  /** Conflict: this window's text is stored, the other one stays as a version. */
  keepMineHere(keptAs: string): Promise<void>
}

type ToldTrail = ReturnType<EditorHandle['trail']>

export function createSession(client: Client, id: DraftId, clock: Clock = systemClock): DraftSession {
  let state: SessionState = { kind: 'loading' }
  let autosave: Autosave<Statement> | null = null
  let text: (() => Statement) | null = null
  /** What is on disk, as far as this window knows. */
  let stored: { rev: number; saved: string; statement: Statement } | null = null
  let trail: (() => ToldTrail) | null = null
  const kept = new KeptTrail()
  let loads = 0
  /** Own writes beside saving push "changed" too; they are not another window. */
  let ownWrites = 0
  const listeners = new Set<() => void>()

  const set = (next: SessionState) => {
    state = next
    listeners.forEach((heard) => heard())
  }
  const statement = () => {
    if (text) return text()
    if (state.kind === 'open') return state.draft.statement
    throw new Error('no text to save')
  }
  /** Hands over what became another; all of it where that cannot be told, or does not fit what is stored. */
  const store = async (statement: Statement, baseRev: number) => {
    const patch = stored?.rev === baseRev ? patchBetween(stored.statement, statement) : null
    if (patch && isEmptyPatch(patch)) return stored!
    const told = trail && kept.changeTo(trail())
    const save = { id, baseRev, ...(patch ? { patch } : { statement }), ...(told && { trail: told.change }) }
    const answer = await client.call('draft.save', save).then((done) => {
      told?.keep()
      return done
    }, (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'invalid') throw error
      // The text matters more than what can be undone.
      kept.clear()
      return client.call('draft.save', { id, baseRev, statement })
    })
    stored = { ...answer, statement }
    return stored
  }
  const open = (draft: Draft, resumed: Resumed | null = null) => {
    autosave?.close()
    stored = draft
    kept.resume(resumed?.trail ?? null)
    const mine = new Autosave<Statement>({
      rev: draft.rev,
      saved: draft.saved,
      clock,
      read: statement,
      save: store,
      onState: (save) => {
        if (state.kind === 'open' && autosave === mine) set({ ...state, save })
      },
    })
    autosave = mine
    loads += 1
    set({ kind: 'open', draft, resumed, documentKey: `${id} ${draft.rev} ${loads}`, save: mine.state })
  }
  const load = async () => {
    const asked = ++loads
    try {
      const draft = await client.call('draft.open', { id })
      // Of a text that another window stored nothing was done here.
      const resumed = state.kind === 'open' ? null : await client.call('draft.resume', { id }).catch(() => null)
      if (asked === loads) open(draft, resumed)
    } catch (error) {
      if (asked === loads) set({ kind: 'failed', error })
    }
  }
  const ownWrite = async <T>(write: () => Promise<T>): Promise<T> => {
    ownWrites += 1
    try {
      return await write()
    } finally {
      ownWrites -= 1
    }
  }
  /** Everything on disk, or no base to build on. */
  const settled = async (): Promise<Autosave<Statement>> => {
    if (!autosave || !(await autosave.flush())) throw new AppError('conflict', 'the draft has unsaved changes')
    return autosave
  }
  /** The draft as the backend makes it. Where that fails the editor's text is still the one to save. */
  const replace = async (make: (baseRev: number) => Promise<Draft>) => {
    const { rev } = await settled()
    const made = await ownWrite(() => make(rev))
    text = trail = null
    open(made)
  }

  return {
    read: () => state,
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    start() {
      const stop = client.on('draft.changed', ({ id: changed, rev }) => {
        if (changed !== id || ownWrites > 0 || !autosave) return
        const asked = autosave
        void asked.storedElsewhere(rev).then((whose) => {
          if (whose === 'load' && asked === autosave) void load()
        })
      })
      void load()
      return () => {
        stop()
        const leaving = autosave
        if (!leaving) return
        // The editor goes now; what it holds is still to be saved, after as many tries as it takes.
        if (leaving.unsaved && text) {
          const last = text()
          const lastTrail = trail?.()
          text = () => last
          trail = lastTrail ? () => lastTrail : null
          if (leaving.state.kind === 'conflict' && state.kind === 'open') {
            void client.call('draft.copy', { id, title: state.draft.title, statement: last }).catch(() => {})
          }
          void leaving.flush()
        } else leaving.close()
      }
    },
    reload: load,
    lend(lent, lentTrail) {
      // A text lent once stays readable until another is lent: the last save may come after the editor went.
      if (!lent) return
      text = lent
      trail = lentTrail ?? null
    },
    placed: (place) => void client.call('draft.place', { id, place }).catch(() => {}),
    changed: () => autosave?.changed(),
    flush: async () => (autosave ? autosave.flush() : true),
    get unsaved() {
      return autosave?.unsaved ?? false
    },
    async describe(details) {
      await autosave?.flush()
      const before = autosave?.rev
      const draft = await ownWrite(() => client.call('draft.describe', { id, details }))
      if (state.kind !== 'open' || !autosave) return
      // Other parties, another date: they now stand in the text where the form had left room for them.
      if (draft.rev !== before && !autosave.unsaved) {
        text = trail = null
        open(draft)
        return
      }
      set({ ...state, draft: { ...draft, statement: state.draft.statement } })
    },
    async restoreVersion(version, keptAs) {
      await replace((baseRev) => client.call('version.restore', { id: version, baseRev, keptAs }))
    },
    async takeIn(taking, keptAs) {
      await replace((baseRev) => client.call('return.take', { ...taking, draft: id, baseRev, keptAs }))
    },
    async keepMineAsCopy(title) {
      const copy = await client.call('draft.copy', { id, title, statement: statement() })
      text = trail = null
      await load()
      return copy
    },
    async keepMineHere(keptAs) {
      await ownWrite(async () => {
        await client.call('version.create', { draft: id, name: keptAs })
        const stored = await client.call('draft.open', { id })
        autosave?.advance(stored.rev)
        autosave?.goOn()
        await autosave?.flush()
      })
    },
  }
}
