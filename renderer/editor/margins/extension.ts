// The paper's margins: provenance at the left, change bars beside the text, delegations at the right. They stand in a layer of
// their own behind the text, since Lexical owns everything inside it. Only what is on screen is measured and drawn, once a frame.
import { $getNodeByKey, $isParagraphNode, ParagraphNode, defineExtension, type LexicalEditor, type NodeKey } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import type { Source } from '../../../shared/model/index.ts'
import { SessionExtension, type Session } from '../session/extension.ts'
import { $facts } from '../statement/state.ts'
import { $liveText } from '../tracking/live.ts'
import { $measure, type Measured } from './measure.ts'
import { provenanceOf, type Provenance } from './provenance.ts'

/** What the margins say, in the language of the screen. */
export interface MarginWords {
  newText: string
  noPrecedent: string
  clause: (number: string) => string
  verbatim: string
  percent: (share: number) => string
}

interface Drawn {
  measured: Measured
  provenance: Provenance | null
}

// Blocks this far (px) off the screen are drawn ahead of scrolling.
const AHEAD = '400px 0px'

export class Margins {
  private layer: HTMLElement | null = null
  private words: MarginWords | null = null
  private readonly drawn = new Map<NodeKey, { element: HTMLElement; look: string; top: number }>()
  private readonly visible = new Set<NodeKey>()
  private readonly keys = new WeakMap<Element, NodeKey>()
  private shown: ReadonlyMap<string, Provenance> | null = null
  private readonly known = new WeakMap<object, Map<string, Provenance>>()
  private readonly editor: LexicalEditor
  private readonly session: Session
  private seen: IntersectionObserver | null = null
  private sized: ResizeObserver | null = null
  private frame = 0

  constructor(editor: LexicalEditor, session: Session) {
    this.editor = editor
    this.session = session
  }

  /** Starts drawing into a layer that lies over the paper. Call before the editor gets its root element. */
  mount(layer: HTMLElement, scroller: HTMLElement, words: MarginWords): () => void {
    this.layer = layer
    this.words = words
    this.sized = new ResizeObserver(this.plan)
    this.sized.observe(layer)
    this.seen = new IntersectionObserver((entries) => this.notice(entries), { root: scroller, rootMargin: AHEAD })
    const stop = this.editor.registerMutationListener(ParagraphNode, (changes) => {
      for (const [key, change] of changes) if (change !== 'updated') this.watch(key, change === 'created')
    }, { skipInitialization: false })
    return () => {
      stop()
      cancelAnimationFrame(this.frame)
      this.seen?.disconnect()
      this.sized?.disconnect()
      layer.replaceChildren()
      this.drawn.clear()
      this.visible.clear()
      this.layer = null
    }
  }

  /** Other words, after the language of the screen changed. */
  speak(words: MarginWords): void {
    this.words = words
    this.plan()
  }

  /** Shows these in place of the sources of their blocks, by block id; null shows the sources again. */
  overlay(blocks: ReadonlyMap<string, Provenance> | null): void {
    this.shown = blocks
    this.plan()
  }

  /** Draws anew before the next paint. */
  plan = (): void => {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.draw())
  }

  private watch(key: NodeKey, there: boolean): void {
    const dom = there ? this.editor.getElementByKey(key) : null
    if (dom) {
      this.keys.set(dom, key)
      this.seen?.observe(dom)
      this.sized?.observe(dom)
    } else this.drop(key)
  }

  private drop(key: NodeKey): void {
    this.visible.delete(key)
    this.drawn.get(key)?.element.remove()
    this.drawn.delete(key)
  }

  private notice(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const key = this.keys.get(entry.target)
      if (key === undefined) continue
      if (entry.isIntersecting) this.visible.add(key)
      else this.drop(key)
    }
    this.plan()
  }

  private draw(): void {
    const { layer, words } = this
    if (!layer || !words) return
    const all = this.read(layer)
    for (const [key, what] of all) this.write(layer, words, key, what)
  }

  private read(layer: HTMLElement): Map<NodeKey, Drawn> {
    const paperTop = layer.getBoundingClientRect().top
    const all = new Map<NodeKey, Drawn>()
    this.editor.getEditorState().read(() => {
      for (const key of this.visible) {
        const node = $getNodeByKey(key)
        const dom = this.editor.getElementByKey(key)
        if (!$isParagraphNode(node) || !dom) continue
        const measured = $measure(this.editor, this.session, node, dom, paperTop)
        // A paragraph that runs on from another has no margin of its own.
        const runsOn = dom.hasAttribute('data-joined') && !dom.hasAttribute('data-label')
        all.set(key, { measured, provenance: measured.height > 0 && !runsOn ? this.$provenance(node) : null })
      }
    })
    return all
  }

  private $provenance(node: ParagraphNode): Provenance | null {
    const { id, kind, source } = $facts(node)
    const shown = this.shown?.get(id)
    if (shown) return shown
    if (!source && kind !== 'paragraph' && kind !== 'item') return null
    const text = $liveText(node)
    if (text === '') return null
    return source ? this.compared(text, source) : provenanceOf(text, undefined)
  }

  private compared(text: string, source: Source): Provenance {
    const texts = this.known.get(source) ?? new Map<string, Provenance>()
    this.known.set(source, texts)
    const found = texts.get(text) ?? provenanceOf(text, source)
    // One text per source is enough: the next key makes another.
    if (!texts.has(text)) texts.clear()
    texts.set(text, found)
    return found
  }

  private write(layer: HTMLElement, words: MarginWords, key: NodeKey, what: Drawn): void {
    const { top, ...content } = what.measured
    const look = JSON.stringify([content, what.provenance, words.newText])
    let entry = this.drawn.get(key)
    if (entry && entry.top !== top) {
      entry.top = top
      entry.element.style.transform = `translateY(${top}px)`
    }
    if (entry?.look === look) return
    if (!entry) {
      entry = { element: document.createElement('div'), look, top }
      entry.element.className = 'paper-margin'
      entry.element.style.transform = `translateY(${top}px)`
      layer.append(entry.element)
      this.drawn.set(key, entry)
    }
    entry.look = look
    entry.element.replaceChildren(...marginOf(what, words))
  }
}

function element(className: string, text = ''): HTMLElement {
  const made = document.createElement('span')
  made.className = className
  made.textContent = text
  return made
}

function marginOf({ measured, provenance }: Drawn, words: MarginWords): HTMLElement[] {
  const parts: HTMLElement[] = []
  if (provenance) parts.push(citationOf(provenance, words, measured.height < TWO_LINES))
  for (const { top, height } of measured.bars) {
    const bar = element('paper-bar')
    bar.style.top = `${top}px`
    bar.style.height = `${height}px`
    parts.push(bar)
  }
  for (const { top, slot, letters } of measured.tags) {
    const tag = element('paper-tag', letters)
    tag.dataset['slot'] = String(slot)
    tag.style.top = `${top}px`
    parts.push(tag)
  }
  measured.signs.forEach(({ glyph, slot, about }, index) => {
    const sign = element('paper-sign', glyph)
    sign.dataset['slot'] = String(slot)
    sign.title = about
    sign.style.top = `${index * SIGN_HEIGHT}px`
    parts.push(sign)
  })
  return parts
}

const SIGN_HEIGHT = 14
// A paragraph lower than this (px) has room for one line beside it.
const TWO_LINES = 36

function citationOf({ state, citation, number, verbatim }: Provenance, words: MarginWords, low: boolean): HTMLElement {
  const where = element('paper-source')
  where.dataset['state'] = state
  const share = state === 'verbatim' ? words.verbatim : words.percent(verbatim)
  const lines = state === 'new' ? [words.newText, words.noPrecedent]
    : [citation ?? '', number === null ? share : `${words.clause(number)} · ${share}`]
  where.append(element('paper-citation', lines[0]), ...(low ? [] : [element('paper-share', lines[1])]))
  where.title = lines.join(', ')
  return where
}

export const MarginsExtension = defineExtension({
  name: 'alternat/margins',
  dependencies: [SessionExtension],
  build: (editor, _config, state) => new Margins(editor, state.getDependency(SessionExtension).output),
  register: (editor, _config, state) => editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size + dirtyLeaves.size > 0) state.getOutput().plan()
  }),
})

export const marginsOf = (editor: LexicalEditor): Margins => getExtensionDependencyFromEditor(editor, MarginsExtension).output
