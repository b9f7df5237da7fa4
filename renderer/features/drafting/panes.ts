// F6: the focus goes round the panes of the screen, to the first thing in each that takes it.

const FOCUSABLE = 'input, [role=textbox], [role=tab][tabindex="0"], button:not([disabled]), [tabindex="0"]'

export function nextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + 1) % panes.length]
  const text = next?.querySelector<HTMLElement>('[role=textbox]')
  ;(text ?? next?.querySelector<HTMLElement>(FOCUSABLE))?.focus()
}
