// Find and replace. Hits are marked by the browser's own highlights, so that the document stays as it is; a replacement is an
// edit like any other, tracked while suggesting.
import { $addUpdateTag, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, defineExtension, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { reveal } from '../review/reveal.ts'
import { SessionExtension, penOf, type Session } from '../session/extension.ts'
import { $select } from '../tracking/position.ts'
import { $replace } from '../tracking/replace.ts'
import type { SearchOptions } from '../types.ts'
import { $find, type Hit } from './find.ts'
import { $domRange, $formatAt, $stretchOf } from './stretch.ts'

const HITS = 'alternat-hits'
const CURRENT = 'alternat-hit'

export class Search {
  private query = ''
  private options: SearchOptions = {}
  private hits: Hit[] = []
  private current = -1
  private readonly editor: LexicalEditor
  private readonly session: Session

  constructor(editor: LexicalEditor, session: Session) {
    this.editor = editor
    this.session = session
  }

  /** Looks for a query and marks its hits; the first one after the caret is the next. */
  find(query: string, options: SearchOptions): number {
    this.query = query
    this.options = options
    this.current = -1
    this.refresh()
    return this.hits.length
  }

  /** Goes `by` hits on, round at the ends; returns the number of the hit from 1, or 0. */
  go(by: 1 | -1): number {
    if (this.hits.length === 0) return 0
    const count = this.hits.length
    this.current = this.current < 0 ? (by > 0 ? 0 : count - 1) : (this.current + by + count) % count
    const hit = this.hits[this.current]!
    // Whoever types in a search field keeps the keyboard: the hit is marked, not selected on the page.
    const elsewhere = document.activeElement !== this.editor.getRootElement()
    this.editor.update(() => {
      if (elsewhere) $addUpdateTag(SKIP_DOM_SELECTION_TAG)
      const stretch = $stretchOf(hit)
      if (stretch) $select(stretch)
    }, { discrete: true })
    this.mark()
    reveal(this.editor)
    return this.current + 1
  }

  /** Replaces the current hit and goes to the one after it. */
  replace(replacement: string): boolean {
    const hit = this.hits[this.current]
    if (!hit) return this.go(1) > 0 && this.replace(replacement)
    this.replaceHits([hit], replacement)
    this.refresh()
    const index = this.hits.findIndex((other) => other.block === hit.block && other.from >= hit.from + replacement.length)
    this.current = (index >= 0 ? index : this.current) - 1
    this.go(1)
    return true
  }

  replaceAll(replacement: string): number {
    const count = this.hits.length
    this.replaceHits(this.hits, replacement)
    this.current = -1
    this.refresh()
    return count
  }

  private replaceHits(hits: readonly Hit[], replacement: string): void {
    this.editor.update(() => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      const pen = penOf(this.session)
      // From the end to the start: earlier hits keep their offsets.
      for (const hit of hits.toReversed()) {
        const stretch = $stretchOf(hit)
        if (stretch) $replace(stretch, replacement, $formatAt(stretch), pen)
      }
    }, { discrete: true })
  }

  /** Finds anew after the text changed. */
  refresh(): void {
    if (this.query === '' && this.hits.length === 0) return
    this.hits = this.editor.read(() => $find(this.query, this.options))
    this.current = Math.min(this.current, this.hits.length - 1)
    this.mark()
  }

  private mark(): void {
    if (!('highlights' in CSS)) return
    const ranges = this.editor.read(() => this.hits.map((hit) => $domRange(this.editor, hit)))
    const all = ranges.filter((range) => range !== null)
    const now = ranges[this.current]
    CSS.highlights.set(HITS, new Highlight(...all))
    CSS.highlights.set(CURRENT, new Highlight(...(now ? [now] : [])))
  }

  clear(): void {
    CSS.highlights?.delete(HITS)
    CSS.highlights?.delete(CURRENT)
  }
}

export const SearchExtension = defineExtension({
  name: 'alternat/search',
  dependencies: [SessionExtension],
  build: (editor, _config, state) => new Search(editor, state.getDependency(SessionExtension).output),
  register: (editor, _config, state) => {
    const search = state.getOutput()
    let frame = 0
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size === 0) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => search.refresh())
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
      search.clear()
    }
  },
})

export const searchOf = (editor: LexicalEditor): Search => getExtensionDependencyFromEditor(editor, SearchExtension).output
