// Keyboard shortcuts by the key's place on the board, so that Ctrl+K works in the Russian layout too.

const CODES: Record<string, string> = {
  '↓': 'ArrowDown',
  '↑': 'ArrowUp',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Ins: 'Insert',
  Del: 'Delete',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  'Num−': 'NumpadSubtract',
}

const codeOf = (key: string) => CODES[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)

/** Whether an event is the shortcut written as "Ctrl+Shift+F", "F8" or "Alt+↓". Ctrl is Command on a Mac. */
export function isShortcut(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  keys: string,
): boolean {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  return (
    event.code === codeOf(key) &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift')
  )
}
