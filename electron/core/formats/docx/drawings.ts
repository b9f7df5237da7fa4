// What a drawing is: a text box is read, a picture, chart or diagram can only be told of.
import type { Finding } from './findings.ts'

const DRAWINGS = new Set(['drawing', 'pict', 'object', 'control', 'w14:contentPart'])
const HOLDS = new Map<string, 'picture' | 'chart' | 'box'>([
  ['pic:pic', 'picture'], ['v:imagedata', 'picture'], ['o:OLEObject', 'picture'], ['c:chart', 'chart'], ['dgm:relIds', 'chart'],
  ['txbxContent', 'box'],
])

export interface Drawings {
  open(name: string): void
  close(name: string): void
}

/** Follows the elements of a part, and notes the drawings whose content is lost. */
export function openDrawings(note: (finding: Finding) => void): Drawings {
  const open: Set<string>[] = []
  return {
    open(name) {
      if (DRAWINGS.has(name)) open.push(new Set())
      const held = HOLDS.get(name)
      if (held) open.at(-1)?.add(held)
      // Letters drawn along a line are not text to a reader.
      if (name === 'v:textpath') note('unknown')
    },
    close(name) {
      if (!DRAWINGS.has(name)) return
      const holds = open.pop()
      if (holds?.has('chart')) note('charts')
      if (holds?.has('picture') || (holds?.size ?? 0) === 0) note('pictures')
    },
  }
}
