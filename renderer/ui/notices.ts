// The queue of short notices ("Removed. Undo"). A store of its own, so that any code may give notice without a component. What can
// be undone is kept when its notice has gone, so that it is taken back step by step, the latest first.

export interface Notice {
  id: number
  text: string
  tone: 'plain' | 'bad'
  action?: { label: string; run: () => void } | undefined
  /** Takes back what it tells of. */
  undo?: (() => void) | undefined
}

export type NoticeInput = Omit<Notice, 'id' | 'tone'> & { tone?: Notice['tone'] }

export interface Notices {
  add(notice: NoticeInput): number
  close(id: number): void
  /** Takes back what this notice told of, or drops that where it was taken back another way. */
  undo(id: number, isDone?: boolean): void
  /** The latest that can be taken back. */
  undoable(): Notice | null
  read(): readonly Notice[]
  listen(heard: () => void): () => void
}

const MOST_UNDOS = 20

/** A queue that keeps at most three notices; the same words twice are one notice. */
export function createNotices(): Notices {
  let shown: readonly Notice[] = []
  let undos: readonly Notice[] = []
  let last = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly Notice[]) => {
    shown = next
    listeners.forEach((heard) => heard())
  }
  return {
    add: (notice) => {
      last += 1
      const added = { tone: 'plain' as const, ...notice, id: last }
      if (added.undo) undos = [...undos, added].slice(-MOST_UNDOS)
      set([...shown.filter((other) => other.text !== notice.text), added].slice(-3))
      return last
    },
    undo: (id, isDone = false) => {
      const notice = undos.find((other) => other.id === id)
      undos = undos.filter((other) => other !== notice)
      set(shown.filter((other) => other.id !== id))
      if (!isDone) notice?.undo?.()
    },
    undoable: () => undos.at(-1) ?? null,
    close: (id) => set(shown.filter((notice) => notice.id !== id)),
    read: () => shown,
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

/** The notices of this window. */
export const notices = createNotices()
