// Random keys against an oracle: an array of strings that knows nothing of tracked changes. After every key the accepted text,
// the page and the caret must be what the oracle says, and everything rejected must be the text it began with. Formats and kinds
// the oracle does not know: accepted they must be as the page shows them, rejected as they were.
import { styled } from '../../support/editor-harness/texts.ts'
import type { LivePlace } from '../../support/editor-harness/page.tsx'
import { expect, test, type EditorPage } from './harness.ts'

/** Small seeded generator (mulberry32). */
function generator(seed: number): () => number {
  let s = seed
  return () => {
    s = (s + 0x6d2b79f5) | 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lengths = (text: string) => [...graphemes.segment(text)].map((part) => part.segment.length)
const WORD_BEFORE = /(?:[\p{L}\p{M}\p{N}_]+\s*|[^\p{L}\p{M}\p{N}_\s]+\s*|\s+)$/u
const WORD_AFTER = /^(?:\s*[\p{L}\p{M}\p{N}_]+|\s*[^\p{L}\p{M}\p{N}_\s]+|\s+)/u
const isBefore = (a: LivePlace, b: LivePlace) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

/** What the text should be. */
class Oracle {
  text: string[]
  from: LivePlace = [0, 0]
  to: LivePlace = [0, 0]
  constructor(text: string[]) {
    this.text = text
  }

  get collapsed() { return !isBefore(this.from, this.to) }
  place(p: LivePlace) { this.from = this.to = p }

  clear() {
    const [a, b] = [this.from, this.to]
    const joined = this.text[a[0]]!.slice(0, a[1]) + this.text[b[0]]!.slice(b[1])
    this.text.splice(a[0], b[0] - a[0] + 1, joined)
    this.place(a)
  }

  write(written: string) {
    this.clear()
    const [p, o] = this.from
    this.text[p] = this.text[p]!.slice(0, o) + written + this.text[p]!.slice(o)
    this.place([p, o + written.length])
  }

  split() {
    this.clear()
    const [p, o] = this.from
    this.text.splice(p, 1, this.text[p]!.slice(0, o), this.text[p]!.slice(o))
    this.place([p + 1, 0])
  }

  /** Moves the paragraphs of the selection over their neighbour; one that it only reaches the start of stays. */
  move(down: boolean) {
    const [a, b] = [this.from, this.to]
    const over = b[0] > a[0] && b[1] === 0
    const last = over ? b[0] - 1 : b[0]
    const target = down ? last + 1 : a[0] - 1
    if (target < 0 || target >= this.text.length) return
    const by = down ? 1 : -1
    const moved = this.text.splice(a[0], last - a[0] + 1)
    this.text.splice(a[0] + by, 0, ...moved)
    this.from = [a[0] + by, a[1]]
    this.to = over ? [last + by, this.text[last + by]!.length] : [b[0] + by, b[1]]
  }

  erase(backward: boolean, word: boolean) {
    if (!this.collapsed) return this.clear()
    const [p, o] = this.from
    const text = this.text[p]!
    if (backward && o > 0) {
      const head = text.slice(0, o)
      this.from = [p, o - (word ? WORD_BEFORE.exec(head)![0].length : lengths(head).at(-1)!)]
    } else if (backward && p > 0) this.from = [p - 1, this.text[p - 1]!.length]
    else if (!backward && o < text.length) {
      const tail = text.slice(o)
      this.to = [p, o + (word ? WORD_AFTER.exec(tail)![0].length : lengths(tail)[0]!)]
    } else if (!backward && p < this.text.length - 1) this.to = [p + 1, 0]
    this.clear()
  }
}

const LOOKS = ['Control+b', 'Control+i', 'Control+u', 'Control+Alt+Digit0', 'Control+Alt+Digit1', 'Control+Alt+Digit2']
const MOVES = ['Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowLeft']

class Player {
  private readonly editor: EditorPage
  private readonly random: () => number
  readonly oracle: Oracle
  constructor(editor: EditorPage, random: () => number, oracle: Oracle) {
    this.editor = editor
    this.random = random
    this.oracle = oracle
  }

  private pick<T>(from: readonly T[]): T { return from[Math.floor(this.random() * from.length)]! }

  private anywhere(): LivePlace {
    const paragraph = Math.floor(this.random() * this.oracle.text.length)
    const text = this.oracle.text[paragraph]!
    const bounds = lengths(text).reduce((all, length) => [...all, all.at(-1)! + length], [0])
    return [paragraph, this.pick(bounds)]
  }

  /** One random act; returns what it was. */
  async act(): Promise<string> {
    const { editor, oracle } = this
    const dice = this.random()
    if (dice < 0.2) {
      const at = this.anywhere()
      oracle.place(at)
      // Past all deleted text that stands here: a character key then never merely moves on.
      await editor.select(at, at, [0, 0])
      return `caret ${at}`
    }
    if (dice < 0.3) {
      const [a, b] = [this.anywhere(), this.anywhere()]
      ;[oracle.from, oracle.to] = isBefore(b, a) ? [b, a] : [a, b]
      await editor.select(oracle.from, oracle.to, [1, 0])
      return `select ${oracle.from} – ${oracle.to}`
    }
    if (dice < 0.38) {
      const key = this.pick(LOOKS)
      await editor.press(key)
      return key
    }
    if (dice < 0.45) {
      const down = this.random() < 0.5
      // Past a paragraph that is gone: with the caret in one nothing moves.
      await editor.select(oracle.from, oracle.to, [1, oracle.collapsed ? 1 : 0])
      oracle.move(down)
      const key = `Alt+Shift+Arrow${down ? 'Down' : 'Up'}`
      await editor.press(key)
      return key
    }
    if (dice < 0.6) {
      const written = this.pick(['a', 'bc', 'd e', ' ', 'é', 'Zz.'])
      await editor.type(written)
      for (const letter of written) oracle.write(letter)
      return `type "${written}"`
    }
    if (dice < 0.7) return this.eraseBy('Backspace', true)
    if (dice < 0.77) return this.eraseBy('Delete', false)
    if (dice < 0.83) return this.eraseWord(this.random() < 0.5)
    if (dice < 0.9) {
      await editor.press('Enter')
      oracle.split()
      return 'Enter'
    }
    if (dice < 0.94) return this.move(this.pick(MOVES))
    if (dice < 0.97) return this.paste(this.pick(['one\ntwo', 'P', 'l1\nl2\nl3', '\nlead']))
    return this.move(this.pick(['Control+z', 'Control+y']))
  }

  // On a deletion these keys move on; how often depends on what is marked there, so they are pressed until a letter goes.
  private async eraseBy(key: 'Backspace' | 'Delete', backward: boolean): Promise<string> {
    const before = this.oracle.text.join('\u0000')
    const edge = this.oracle.collapsed
    this.oracle.erase(backward, false)
    const wanted = this.oracle.text.join('\u0000')
    for (let tries = 0; tries < 4; tries++) {
      await this.editor.press(key)
      if (!edge || wanted === before || (await this.editor.accepted()).join('\u0000') !== before) break
    }
    return key
  }

  private async eraseWord(backward: boolean): Promise<string> {
    const key = backward ? 'Control+Backspace' : 'Control+Delete'
    this.oracle.erase(backward, true)
    await this.editor.press(key)
    // A word ends where a deleted paragraph end stands in it: the oracle does not know of one.
    const now = await this.editor.accepted()
    if (now.join('\u0000') !== this.oracle.text.join('\u0000') && now.length === this.oracle.text.length) await this.follow()
    return key
  }

  /** Keys whose outcome the browser or the history decides: the oracle follows. */
  private async move(key: string): Promise<string> {
    await this.editor.press(key)
    await this.editor.page.evaluate(() => new Promise(requestAnimationFrame))
    await this.follow()
    return key
  }

  private async follow(): Promise<void> {
    this.oracle.text = await this.editor.accepted()
    const selection = await this.editor.selection()
    ;[this.oracle.from, this.oracle.to] = selection!
    if (this.oracle.collapsed) await this.editor.select(this.oracle.from)
  }

  private async paste(text: string): Promise<string> {
    await this.editor.paste({ 'text/plain': text })
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.oracle.split()
      else this.oracle.clear()
      if (line !== '') this.oracle.write(line)
    })
    return `paste ${JSON.stringify(text)}`
  }
}

const STEPS = 90

// Other seeds with ALTERNAT_SEEDS=11,12.
for (const seed of (process.env['ALTERNAT_SEEDS'] ?? '1,2,3,4').split(',').map(Number)) {
  test(`${STEPS} random keys, seed ${seed}`, async ({ editor }) => {
    await editor.open(styled())
    const { rejected: original, rejectedLooks } = await editor.all()
    const player = new Player(editor, generator(seed), new Oracle(await editor.accepted()))
    await editor.select([0, 0])
    const log: string[] = []
    for (let step = 0; step < STEPS; step++) {
      log.push(await player.act())
      const now = await editor.all()
      const story = log.slice(-6).join(' | ')
      expect(now.rejected, story).toEqual(original)
      expect(now.rejectedLooks, story).toEqual(rejectedLooks)
      expect(now.seenLooks, story).toEqual(now.acceptedLooks)
      expect(now.accepted, story).toEqual(player.oracle.text)
      expect(now.seen, story).toEqual(now.accepted)
      expect(now.selection, story).toEqual([player.oracle.from, player.oracle.to])
      expect(now.repairs, story).toBe(0)
    }
    const ends = await editor.page.evaluate(() => {
      const { handle } = window.harness
      while (handle.canRedo()) handle.redo()
      const end = handle.getStatement()
      let steps = 0
      while (handle.canUndo() && steps++ < 1000) handle.undo()
      const base = handle.getStatement()
      while (handle.canRedo()) handle.redo()
      return { base, end, again: handle.getStatement() }
    })
    expect(ends.base.blocks.map((b) => b.runs)).toEqual(styled().blocks.map((b) => b.runs))
    expect(ends.again).toEqual(ends.end)
  })
}
