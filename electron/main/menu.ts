// The menu: the screen's keyboard commands, told and reachable by mouse. The screen handles the keys; a menu item presses them.
import type { MenuItemConstructorOptions } from 'electron'
import type { Tongue } from '../hosting/language.ts'
import { wordsOf, type Words } from './words.ts'

export type Modifier = 'control' | 'shift' | 'alt'

/** A key of the screen's keyboard map. */
export interface Command {
  key: string
  modifiers: Modifier[]
}

type Entry = keyof Words | 'separator'

/** In the order of the menu; `keys` as in the keyboard map of the guide. */
const MENUS: { name: keyof Words; entries: [Entry, string?][] }[] = [
  { name: 'file', entries: [['command-palette', 'control+K'], ['separator'], ['lock', 'control+L'], ['quit']] },
  {
    name: 'edit',
    entries: [
      ['undo', 'control+Z'], ['redo', 'control+shift+Z'], ['separator'], ['cut'], ['copy'], ['paste'], ['select-all'], ['separator'],
      ['find', 'control+F'], ['clause-search', 'control+shift+F'],
    ],
  },
  {
    name: 'changes',
    entries: [
      ['suggesting', 'control+shift+E'], ['separator'], ['next-change', 'alt+Down'], ['previous-change', 'alt+Up'], ['separator'],
      ['accept', 'alt+shift+A'], ['reject', 'alt+shift+R'],
    ],
  },
  { name: 'view', entries: [['zoom-in'], ['zoom-out'], ['actual-size'], ['separator'], ['next-pane', 'F6'], ['full-screen']] },
]

/** What Electron does itself. */
const ROLES: Partial<Record<Entry, NonNullable<MenuItemConstructorOptions['role']>>> = {
  'quit': 'quit', 'cut': 'cut', 'copy': 'copy', 'paste': 'paste', 'select-all': 'selectAll', 'zoom-in': 'zoomIn', 'zoom-out': 'zoomOut',
  'actual-size': 'resetZoom', 'full-screen': 'togglefullscreen',
}

/** `press` is called with the key of the chosen command. */
export function menuTemplate(tongue: Tongue, press: (command: Command) => void): MenuItemConstructorOptions[] {
  const words = wordsOf(tongue)
  return MENUS.map(({ name, entries }) => ({
    id: name,
    label: words[name],
    submenu: entries.map(([entry, keys]): MenuItemConstructorOptions => {
      if (entry === 'separator') return { type: 'separator' }
      const role = ROLES[entry]
      if (role) return { id: entry, label: words[entry], role }
      const command = commandOf(keys!)
      return {
        id: entry,
        label: words[entry],
        accelerator: keys!.replace('control', 'Ctrl').replace('shift', 'Shift').replace('alt', 'Alt'),
        // Shown only: the key itself goes to the screen, which knows whether it applies.
        registerAccelerator: false,
        click: () => press(command),
      }
    }),
  }))
}

function commandOf(keys: string): Command {
  const parts = keys.split('+')
  return { key: parts.at(-1)!, modifiers: parts.slice(0, -1) as Modifier[] }
}
