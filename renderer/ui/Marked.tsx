// Text with highlighted ranges.
import type { ReactNode } from 'react'

function pieces(text: string, marks: readonly (readonly [number, number])[]): ReactNode[] {
  const out: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    if (from < at || to <= from) continue
    out.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  out.push(text.slice(at))
  return out
}

/** `marks` are ranges [from, to) of `text`, ascending; one that overlaps the one before is left out. */
export const Marked = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) => (
  <>{pieces(text, marks)}</>
)
