// Finding in the live text: what a person reads is searched, deleted text is not.
import type { ParagraphNode } from 'lexical'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts } from '../statement/state.ts'
import { $liveText } from '../tracking/live.ts'
import type { SearchOptions } from '../types.ts'

export interface Hit {
  /** Key of the block's node. */
  block: string
  blockId: string
  /** Live offsets. */
  from: number
  to: number
}

// Folding keeps the length: an offset in the folded text is one in the text. A no-break space is found by a space.
const fold = (text: string, matchCase: boolean): string => {
  const spaced = text.replaceAll(/[\u00a0\u202f]/g, ' ')
  if (matchCase) return spaced
  const lower = (letter: string) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)
  return spaced.replaceAll(/\p{Lu}/gu, lower).replaceAll('ё', 'е')
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u

/** Every hit in the order of the text; none for an empty query. */
export function $find(query: string, { matchCase = false, wholeWord = false }: SearchOptions): Hit[] {
  const wanted = fold(query, matchCase)
  return wanted === '' ? [] : $blockNodes().flatMap((node) => $findIn(node, wanted, matchCase, wholeWord))
}

function $findIn(node: ParagraphNode, wanted: string, matchCase: boolean, wholeWord: boolean): Hit[] {
  const text = fold($liveText(node), matchCase)
  const hits: Hit[] = []
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
    const to = from + wanted.length
    const free = (index: number) => !LETTER.test(text[index] ?? '')
    if (!wholeWord || (free(from - 1) && free(to))) hits.push({ block: node.getKey(), blockId: $facts(node).id, from, to })
  }
  return hits
}
