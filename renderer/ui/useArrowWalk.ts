// Up and down walk the elements marked `data-walk` inside an area; from anything else in it, down goes to the first.
import { useEffect, type RefObject } from 'react'

export function useArrowWalk(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = area.current
    const walk = (event: KeyboardEvent) => {
      if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey || event.defaultPrevented) return
      const stops = [...box!.querySelectorAll<HTMLElement>('[data-walk]')]
      const at = stops.indexOf(document.activeElement as HTMLElement)
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    box?.addEventListener('keydown', walk)
    return () => box?.removeEventListener('keydown', walk)
  }, [area])
}
