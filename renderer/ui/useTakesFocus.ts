// Gives the keyboard to a field that appears where the work goes on: to what is chosen in it, or to its first place to type.
import { useEffect, useRef, type RefObject } from 'react'

/** Stands on what encloses the field; looked at once, when that appears. */
export function useTakesFocus(takesFocus: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const wanted = useRef(takesFocus)
  useEffect(() => {
    const field = place.current
    if (wanted.current) (field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>('input, textarea'))?.focus()
  }, [])
  return place
}
