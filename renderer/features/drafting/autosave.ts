// Saves a draft as it is typed: 300 ms after the last key and at least every 2 s while typing. One save is under way at a
// time; "saved" is said only after the backend's reply, which comes after the write is on disk. A failed save is tried again,
// a conflict stops saving until the officer has chosen.
import { AppError, type WireError } from '../../../shared/contract/error.ts'

export type SaveState =
  | { kind: 'saved'; at: string }
  /** Typed but not yet sent. */
  | { kind: 'pending'; since: number }
  | { kind: 'saving'; since: number }
  | { kind: 'failed'; since: number; error: Pick<WireError, 'code' | 'details'>; retryAt: number }
  /** Another window stored this draft meanwhile. */
  | { kind: 'conflict'; since: number; rev: number }

/** Time as the autosave sees it, so that tests need not wait. */
export interface Clock {
  now(): number
  /** Calls `run` after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export interface AutosaveOptions<Text> {
  rev: number
  saved: string
  /** The text as it stands now; asked only at the moment of saving. */
  read(): Text
  save(text: Text, baseRev: number): Promise<{ rev: number; saved: string }>
  onState(state: SaveState): void
  clock?: Clock
}

export const AFTER_LAST_KEY = 300
export const AT_LEAST_EVERY = 2000
const RETRIES = [1000, 2000, 5000, 10_000, 30_000]

export class Autosave<Text> {
  #options: AutosaveOptions<Text>
  #clock: Clock
  #state: SaveState
  #rev: number
  /** When the oldest change that is not on disk was made; null where everything is. */
  #unsavedSince: number | null = null
  /** The same for changes made while a save is under way. */
  #changedDuringSave: number | null = null
  #flight: Promise<void> | null = null
  #failures = 0
  #cancelTimer: (() => void) | null = null
  #closed = false

  constructor(options: AutosaveOptions<Text>) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#rev = options.rev
    this.#state = { kind: 'saved', at: options.saved }
  }

  get state(): SaveState {
    return this.#state
  }
  /** The stored rev that the next save is based on. */
  get rev(): number {
    return this.#rev
  }
  get unsaved(): boolean {
    return this.#unsavedSince !== null
  }

  /** The text was changed. */
  changed(): void {
    if (this.#closed) return
    const now = this.#clock.now()
    if (this.#flight) {
      this.#changedDuringSave ??= now
      return
    }
    this.#unsavedSince ??= now
    if (this.#state.kind === 'conflict') return
    // Said once: a screen that draws itself anew at every key would slow the typing.
    if (this.#state.kind === 'saved') this.#set({ kind: 'pending', since: this.#unsavedSince })
    this.#schedule(now)
  }

  /** Saves at once what is not saved; resolves when nothing is under way any more. True where everything is on disk. */
  async flush(): Promise<boolean> {
    while (this.#flight) await this.#flight
    if (this.#unsavedSince !== null && this.#state.kind !== 'conflict') await this.#save()
    return this.#unsavedSince === null
  }

  /** The stored rev went up by a write of our own that left the text alone. */
  advance(rev: number): void {
    this.#rev = Math.max(this.#rev, rev)
  }

  /** After a conflict was settled in favour of this window's text (see `advance`). */
  goOn(): void {
    if (this.#state.kind !== 'conflict') return
    const { since } = this.#state
    this.#set({ kind: 'pending', since })
    this.#schedule(this.#clock.now())
  }

  /**
   * Rev `rev` was announced as stored. Whose it is shows once the save under way has ended. With nothing unsaved here
   * another window's rev is no conflict: the caller loads it.
   */
  async storedElsewhere(rev: number): Promise<'ours' | 'load' | 'conflict'> {
    while (this.#flight) await this.#flight
    if (rev <= this.#rev || this.#closed) return 'ours'
    if (this.#unsavedSince === null) return 'load'
    this.#stopTimer()
    this.#set({ kind: 'conflict', since: this.#unsavedSince, rev })
    return 'conflict'
  }

  close(): void {
    this.#closed = true
    this.#stopTimer()
  }

  #schedule(now: number): void {
    this.#stopTimer()
    const latest = this.#unsavedSince! + AT_LEAST_EVERY
    // After a failure the retry time stands: typing on must not hammer a full disk.
    const at = this.#state.kind === 'failed' ? this.#state.retryAt : Math.min(now + AFTER_LAST_KEY, latest)
    this.#cancelTimer = this.#clock.after(Math.max(0, at - now), () => {
      void this.#save()
    })
  }

  #save(): Promise<void> {
    this.#stopTimer()
    const since = this.#unsavedSince
    if (this.#flight || since === null) return this.#flight ?? Promise.resolve()
    this.#set({ kind: 'saving', since })
    this.#flight = this.#send(since).finally(() => {
      this.#flight = null
      this.#changedDuringSave = null
      if (this.#state.kind === 'pending' && !this.#closed) this.#schedule(this.#clock.now())
    })
    return this.#flight
  }

  async #send(since: number): Promise<void> {
    try {
      const { rev, saved } = await this.#options.save(this.#options.read(), this.#rev)
      this.#rev = rev
      this.#failures = 0
      this.#unsavedSince = this.#changedDuringSave
      this.#set(this.#unsavedSince === null ? { kind: 'saved', at: saved } : { kind: 'pending', since: this.#unsavedSince })
    } catch (failure) {
      const error = failure instanceof AppError ? failure : new AppError('internal', String(failure))
      if (error.code === 'conflict') {
        this.#set({ kind: 'conflict', since, rev: Number(error.details['rev'] ?? this.#rev + 1) })
        return
      }
      const wait = RETRIES[Math.min(this.#failures++, RETRIES.length - 1)]!
      const now = this.#clock.now()
      this.#set({ kind: 'failed', since, error: { code: error.code, details: error.details }, retryAt: now + wait })
      if (!this.#closed) this.#schedule(now)
    }
  }

  #stopTimer(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  #set(state: SaveState): void {
    this.#state = state
    if (!this.#closed) this.#options.onState(state)
  }
}
