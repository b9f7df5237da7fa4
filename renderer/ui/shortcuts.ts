// Keyboard shortcuts by the key's place on the board, so that Ctrl+K works in the Russian layout too.
import { useEffect, useEffectEvent } from 'react'

const CODES: Record<string, string> = {
  '↓': 'ArrowDown', '↑': 'ArrowUp', '←': 'ArrowLeft', '→': 'ArrowRight', Ins: 'Insert', '[': 'BracketLeft', ']': 'BracketRight',
  ',': 'Comma', '.': 'Period', '/': 'Slash', 'Num−': 'NumpadSubtract',
}

const codeOf = (key: string) =>
  CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)

/** Whether an event is the shortcut written as "Ctrl+Shift+F", "F8" or "Alt+↓". Ctrl is Command on a Mac. */
export function isShortcut(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  return event.code === codeOf(key) && (event.ctrlKey || event.metaKey) === parts.includes('Ctrl')
    && event.altKey === parts.includes('Alt') && event.shiftKey === parts.includes('Shift')
}

/** Runs `act` when the keys are pressed anywhere in the window, unless a dialog has the focus. */
export function useShortcut(keys: string | undefined, act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!keys || event.defaultPrevented || !isShortcut(event, keys)) return
    if (event.target instanceof Element && event.target.closest('[role=dialog],[role=alertdialog]')) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
