// Dialogs and the menu. A dialog that no test answers is a mistake of the test, or of the code under it.

interface Item {
  id?: string
  label?: string
  accelerator?: string
  click?: (item: Item) => void
  submenu?: Item[] | Menu
}

const unanswered = (kind: string) => () => { throw new Error(`double: nobody answers ${kind}`) }

/** Tests put their own functions in these places, in the real Electron as well. */
export const dialog: Record<'showSaveDialog' | 'showOpenDialog' | 'showMessageBoxSync' | 'showErrorBox', (...values: unknown[]) => unknown> = {
  showSaveDialog: unanswered('showSaveDialog'),
  showOpenDialog: unanswered('showOpenDialog'),
  showMessageBoxSync: unanswered('showMessageBoxSync'),
  showErrorBox: (...values) => { console.error('double: showErrorBox', ...values) },
}

export class Menu {
  static #shown: Menu | null = null
  static buildFromTemplate(template: Item[]): Menu {
    return new Menu(template.map((item) => (Array.isArray(item.submenu) ? { ...item, submenu: Menu.buildFromTemplate(item.submenu) } : item)))
  }

  static setApplicationMenu(menu: Menu): void { Menu.#shown = menu }
  static getApplicationMenu(): Menu | null { return Menu.#shown }

  readonly items: Item[]
  constructor(items: Item[]) { this.items = items }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const inside = item.submenu instanceof Menu ? item.submenu.getMenuItemById(id) : null
      if (inside) return inside
    }
    return null
  }
}
