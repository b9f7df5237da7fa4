// Where files dropped on the window go: to the screen that asked for them, else where the shell sends them. A store of its own,
// so that a screen need not know the shell.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

export interface FileTarget {
  /** Says over the window what dropping does. */
  label: string
  /** Answers whether it took them. */
  take: (files: readonly File[]) => boolean
}

let targets: readonly FileTarget[] = []
const listeners = new Set<() => void>()

const set = (next: readonly FileTarget[]) => {
  targets = next
  listeners.forEach((heard) => heard())
}

/** Asks for dropped files while the calling component is on screen. */
export function useFileTarget(label: string, take: (files: readonly File[]) => boolean): void {
  const taken = useEffectEvent(take)
  useEffect(() => {
    const mine: FileTarget = { label, take: (files) => taken(files) }
    set([...targets, mine])
    return () => set(targets.filter((other) => other !== mine))
  }, [label])
}

const listen = (heard: () => void) => {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

/** The one that asked last; undefined where nobody did. */
export const useLastFileTarget = (): FileTarget | undefined => useSyncExternalStore(listen, () => targets.at(-1))
