// The register of commands. A screen announces what can be done on it; the palette lists it and the keys run it.
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { isShortcut } from './shortcuts.ts'

export interface Command {
  id: string
  label: string
  /** "Ctrl+Shift+E": shown in the palette, and bound while the screen is there. */
  keys?: string | undefined
  /** Heading it stands under in the palette. */
  group?: string | undefined
  isDisabled?: boolean
  /** Its keys hold in an open dialog too, and before any field sees them. */
  anywhere?: boolean
  /** In a field its keys do what they do there. */
  outsideFields?: boolean
  run: () => void
}

interface Register {
  put(owner: symbol, commands: readonly Command[]): void
  drop(owner: symbol): void
  read(): readonly Command[]
  listen(heard: () => void): () => void
}

function createRegister(): Register {
  const owned = new Map<symbol, readonly Command[]>()
  const listeners = new Set<() => void>()
  let all: readonly Command[] = []
  const changed = () => {
    all = [...owned.values()].flat()
    listeners.forEach((heard) => heard())
  }
  return {
    put: (owner, commands) => {
      owned.set(owner, commands)
      changed()
    },
    drop: (owner) => {
      if (owned.delete(owner)) changed()
    },
    read: () => all,
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

/** A box that is ticked is none: it has nothing of its own to undo. */
const TYPED_INTO = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]'

const RegisterContext = createContext<Register>(createRegister())

/** Holds the register and binds the keys of every command in it. */
export const CommandProvider = ({ children }: { children: ReactNode }) => {
  const [register] = useState(createRegister)
  useEffect(() => {
    const runAmong = (event: KeyboardEvent, commands: readonly Command[]) => {
      // The screen opened last wins over the shell for the same keys.
      const inField = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null
      const command = commands.findLast((each) => each.keys && !each.isDisabled && !(inField && each.outsideFields) && isShortcut(event, each.keys))
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      command.run()
    }
    const run = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('[role=dialog],[role=alertdialog]')) return
      runAmong(event, register.read())
    }
    const runAnywhere = (event: KeyboardEvent) => runAmong(event, register.read().filter((each) => each.anywhere))
    // A focused button takes every Enter for itself, Ctrl+Enter too, and lets it go no further.
    const runOverButton = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey
      if (held && event.code === 'Enter' && event.target instanceof Element && event.target.closest('button')) run(event)
    }
    window.addEventListener('keydown', runAnywhere, true)
    window.addEventListener('keydown', runOverButton, true)
    window.addEventListener('keydown', run)
    return () => {
      window.removeEventListener('keydown', runAnywhere, true)
      window.removeEventListener('keydown', runOverButton, true)
      window.removeEventListener('keydown', run)
    }
  }, [register])
  return <RegisterContext value={register}>{children}</RegisterContext>
}

/** Announces commands while the calling component is on screen. Pass a fresh array; only changes of its words count. */
export function useCommands(commands: readonly Command[]): void {
  const register = useContext(RegisterContext)
  const owner = useRef(Symbol('commands'))
  const run = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run())
  const shape = commands.map((each) => [each.id, each.label, each.keys, each.group, each.isDisabled].join('\t')).join('\n')
  const announced = useRef('')
  useEffect(() => {
    if (announced.current === shape) return
    announced.current = shape
    register.put(
      owner.current,
      commands.map((command) => ({ ...command, run: () => run(command.id) })),
    )
  })
  useEffect(() => {
    const mine = owner.current
    return () => register.drop(mine)
  }, [register])
}

/** Every command that can be run now. */
export function useCommandList(): readonly Command[] {
  const register = useContext(RegisterContext)
  return useSyncExternalStore(register.listen, register.read)
}
