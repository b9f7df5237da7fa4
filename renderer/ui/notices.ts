// The queue of short notices ("Removed. Undo"). A store of its own, so that any code may give notice without a component.

export interface Notice {
  id: number
  text: string
  tone: 'plain' | 'bad'
  action?: { label: string; run: () => void } | undefined
}

export type NoticeInput = Omit<Notice, 'id' | 'tone'> & { tone?: Notice['tone'] }

export interface Notices {
  add(notice: NoticeInput): number
  close(id: number): void
  read(): readonly Notice[]
  listen(heard: () => void): () => void
}

/** A queue that keeps at most three notices; the same words twice are one notice. */
export function createNotices(): Notices {
  let shown: readonly Notice[] = []
  let last = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly Notice[]) => {
    shown = next
    listeners.forEach((heard) => heard())
  }
  return {
    add: (notice) => {
      last += 1
      set([...shown.filter((other) => other.text !== notice.text), { tone: 'plain' as const, ...notice, id: last }].slice(-3))
      return last
    },
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
