// What both sheets do with the pointer and with the first focus.
import { useEffect, useEffectEvent, type RefObject } from 'react'

/** A click on a change picks it, unless it was meant for a button. One listener for all rows; the keys walk the same changes. */
export function useClickedChange(sheet: RefObject<HTMLElement | null>, onPick: (change: number) => void): void {
  const pick = useEffectEvent(onPick)
  useEffect(() => {
    const box = sheet.current
    const clicked = (event: MouseEvent) => {
      const target = event.target as Element
      const change = target.closest('button') ? undefined : target.closest<HTMLElement>('[data-change]')?.dataset['change']
      if (change !== undefined) pick(Number(change))
    }
    box?.addEventListener('click', clicked)
    return () => box?.removeEventListener('click', clicked)
  }, [sheet])
}

/** The arrow keys scroll at once, unless the keyboard is somewhere already: on the switch between the views, say. */
export function useFirstFocus(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [scroller])
}
