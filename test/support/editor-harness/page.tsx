// A page with nothing but the editor, for tests that use real keys, mouse and clipboard.
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { $getSelection, $isRangeSelection, $isTextNode, $setState, CONTROLLED_TEXT_INSERTION_COMMAND, type LexicalEditor } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import './page.css'
import { setupI18n, type Locale } from '../../../renderer/i18n/setup.ts'
import {
  StatementEditor, type EditorHandle, type SelectionInfo, type StatementEditorProps,
} from '../../../renderer/editor/index.ts'
import { $blockNodes, $readBlock } from '../../../renderer/editor/statement/blocks.ts'
import { $facts, $mark, factsState, isDeleted } from '../../../renderer/editor/statement/state.ts'
import { TrackingExtension } from '../../../renderer/editor/tracking/extension.ts'
import { $fromLive, $liveOffset, $liveText } from '../../../renderer/editor/tracking/live.ts'
import { $placeCaret, $rangeOf, $select, type Position } from '../../../renderer/editor/tracking/position.ts'
import { patchBetween, type Statement } from '../../../shared/model/index.ts'
import { look, looksOf, type Look } from './looks.ts'
import { acceptAll, rejectAll } from '../../../shared/redline/index.ts'

/** A place in the text with every deletion accepted: paragraph and offset. */
export type LivePlace = [paragraph: number, offset: number]
export interface HarnessOptions extends Partial<Pick<StatementEditorProps, 'mode' | 'view' | 'me' | 'delegations' | 'readOnly'>> {
  locale?: Locale
  theme?: 'light' | 'dark'
}

const delegations: StatementEditorProps['delegations'] = [
  { code: 'KZ', slot: 1 }, { code: 'UZ', slot: 2 }, { code: 'JP', slot: 3 },
]
const root = createRoot(document.getElementById('root')!)
let documents = 0
let handle: EditorHandle | null = null
let statement: Statement
let options: HarnessOptions = {}
let ready: () => void = () => {}

const editor = (): LexicalEditor => {
  const text = document.querySelector('.paper-text') as (HTMLElement & { __lexicalEditor?: LexicalEditor }) | null
  if (!text?.['__lexicalEditor']) throw new Error('no editor is open')
  return text['__lexicalEditor']
}

function render(): void {
  document.documentElement.dataset['theme'] = options.theme ?? 'light'
  root.render(
    <StatementEditor
      statement={statement} documentKey={`document-${documents}`} mode={options.mode ?? 'suggesting'} view={options.view ?? 'all'}
      me={options.me ?? { author: 'A. Author', delegation: 'KZ' }} delegations={options.delegations ?? delegations}
      readOnly={options.readOnly ?? false}
      onChange={() => harness.changed++} onSelect={(info) => { harness.selected = info }}
      onDropClause={(payload, at) => harness.dropped.push({ payload, at })}
      handle={(given) => {
        handle = given
        if (given) ready()
      }}
    />,
  )
}

const texts = (s: Statement) => s.blocks.map((block) => block.runs.map((run) => run.text).join(''))

/** Live place ↔ position: paragraphs whose end is deleted are one. */
function $toLive(at: Position): LivePlace {
  const nodes = $blockNodes()
  const index = at.block.getIndexWithinParent()
  let paragraph = 0
  let offset = $liveOffset(at)
  let joined = true
  for (let i = index - 1; i >= 0; i--) {
    if (isDeleted($mark(nodes[i]!))) offset += joined ? $liveText(nodes[i]!).length : 0
    else {
      joined = false
      paragraph++
    }
  }
  return [paragraph, offset]
}

/** Every position that shows as this live place; `side` in 0…1 picks one. */
function $fromLivePlace([paragraph, offset]: LivePlace, side: number): Position {
  const found: Position[] = []
  let current = 0
  let left = offset
  for (const block of $blockNodes()) {
    if (current === paragraph) {
      const length = $liveText(block).length
      if (left >= 0 && left <= length) found.push($fromLive(block, left, 'after'), $fromLive(block, left, 'before'))
      left -= length
    }
    if (!isDeleted($mark(block))) current++
    if (current > paragraph) break
  }
  return found[Math.min(found.length - 1, Math.floor(side * found.length))]!
}

/** How a piece of text is set on the page. */
function setting(leaf: Element): string {
  const { fontStyle } = getComputedStyle(leaf)
  const marks = [
    leaf.tagName === 'STRONG' ? 'bold' : '',
    fontStyle === 'italic' && getComputedStyle(leaf.parentElement!).fontStyle !== 'italic' ? 'italic' : '',
    leaf.classList.contains('paper-underlined') ? 'underline' : '',
  ]
  return marks.filter((mark) => mark !== '').join()
}

const harness = {
  changed: 0,
  selected: null as SelectionInfo | null,
  dropped: [] as { payload: string; at: { afterBlock: number } }[],
  async open(given: Statement, how: HarnessOptions = {}): Promise<void> {
    statement = given
    options = how
    documents++
    setupI18n(how.locale ?? 'en')
    const opened = new Promise<void>((resolve) => { ready = resolve })
    render()
    await opened
    await new Promise(requestAnimationFrame)
    editor().getRootElement()!.focus()
  },
  set(how: HarnessOptions): void {
    options = { ...options, ...how }
    // Effects too: what is set holds for the next key.
    flushSync(render)
  },
  get handle(): EditorHandle { return handle! },
  editor,
  statement: (): Statement => handle!.getStatement(),
  accepted: () => texts(acceptAll(handle!.getStatement())),
  rejected: () => texts(rejectAll(handle!.getStatement())),
  rejectedLooks: () => looksOf(rejectAll(handle!.getStatement())),
  acceptedLooks: () => looksOf(acceptAll(handle!.getStatement())),
  /** The same as a reader sees it, taken from the page alone: kinds, and how letters are set. */
  seenLooks(): Look[] {
    const looks: Look[] = []
    let pieces: [string, string][] = []
    const elements = [...editor().getRootElement()!.children] as HTMLElement[]
    elements.forEach((element, index) => {
      for (const leaf of element.querySelectorAll('[data-lexical-text], br:not([data-lexical-managed-linebreak])')) {
        if (leaf.hasAttribute('data-del')) continue
        pieces.push(leaf.tagName === 'BR' ? ['\n', ''] : [leaf.textContent ?? '', setting(leaf)])
      }
      if (element.hasAttribute('data-end-del') && (index < elements.length - 1 || pieces.length === 0)) return
      const { kind = '', level } = element.dataset
      looks.push(look(kind, level === undefined ? undefined : Number(level), pieces))
      pieces = []
    })
    return looks
  },
  /** What one save takes on the page's thread, in ms, and hands over, in characters: of what became another since the last one, and of all. */
  saving(since: Statement): { now: Statement; change: [ms: number, length: number]; whole: [ms: number, length: number] } {
    const timed = (text: () => string): [number, number] => {
      const start = performance.now()
      const { length } = text()
      return [performance.now() - start, length]
    }
    const now = handle!.getStatement()
    return {
      now,
      change: timed(() => JSON.stringify(patchBetween(since, handle!.getStatement()))),
      whole: timed(() => JSON.stringify({ ...now, blocks: editor().read(() => $blockNodes().map($readBlock)) })),
    }
  },
  repairs: () => getExtensionDependencyFromEditor(editor(), TrackingExtension).output.repairs,
  /** What a reader sees without deletions, taken from the page alone. */
  seen(): string[] {
    const paragraphs: string[] = []
    let text = ''
    const elements = [...editor().getRootElement()!.children] as HTMLElement[]
    elements.forEach((element, index) => {
      for (const leaf of element.querySelectorAll('[data-lexical-text], br:not([data-lexical-managed-linebreak])')) {
        if (!leaf.hasAttribute('data-del')) text += leaf.tagName === 'BR' ? '\n' : leaf.textContent
      }
      // The last paragraph goes with the last of its text.
      if (element.hasAttribute('data-end-del') && (index < elements.length - 1 || text === '')) return
      paragraphs.push(text)
      text = ''
    })
    return paragraphs
  },
  /** Edits past every command, as a careless plugin would. */
  bare(): void {
    editor().update(() => {
      const [first, second] = $blockNodes()
      const text = first!.getFirstChild()
      if ($isTextNode(text)) text.setTextContent('Hello brave world')
      second!.remove()
    }, { discrete: true })
  },
  /** Formats and kinds past every command. */
  bareLooks(): void {
    editor().update(() => {
      const [first, second] = $blockNodes()
      const text = first!.getFirstChild()
      if ($isTextNode(text)) text.setFormat('italic')
      $setState(second!, factsState, { ...$facts(second!), kind: 'heading', level: 1 })
    }, { discrete: true })
  },
  /** A letter, without a key. */
  type: (text: string): void => editor().update(() => { editor().dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text) }, { discrete: true }),
  selection: (): [LivePlace, LivePlace] | null => editor().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return null
    const { from, to } = $rangeOf(selection)
    return [$toLive(from), $toLive(to)]
  }),
  select(from: LivePlace, to: LivePlace = from, sideFrom = 0, sideTo = 0): void {
    editor().update(() => {
      const a = $fromLivePlace(from, sideFrom)
      if (from[0] === to[0] && from[1] === to[1]) $placeCaret(a)
      else $select({ from: a, to: $fromLivePlace(to, sideTo) })
    }, { discrete: true })
  },
}

export type Harness = typeof harness
declare global {
  interface Window { harness: Harness }
}
window.harness = harness
