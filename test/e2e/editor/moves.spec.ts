// Moving paragraphs, with real keys and the mouse. [<moved away<], [>moved here>].
import type { Block, Run } from '../../../shared/model/index.ts'
import { ME, OTHER, block, deletion, insertion, paragraph as p, statement } from '../../support/editor-harness/texts.ts'
import type { HarnessOptions, LivePlace } from '../../support/editor-harness/page.tsx'
import { expect, test, type EditorPage } from './harness.ts'

const theirs = (text: string): Run => ({ text, revisions: [insertion('t1')] })
const theirDeleted = (text: string): Run => ({ text, revisions: [deletion('t2')] })
const DOWN = 'Alt+Shift+ArrowDown'
const UP = 'Alt+Shift+ArrowUp'

interface Row {
  what: string
  text: Block[]
  at: LivePlace
  to?: LivePlace
  keys: string[]
  drawn: string
  caret?: LivePlace
  how?: HarnessOptions
}

const three = () => [p('one'), p('two'), p('three')]

const rows: Row[] = [
  { what: 'down', text: three(), at: [0, 1], keys: [DOWN], drawn: '[<one<][<¶<]two¶[>one>][>¶>]three', caret: [1, 1] },
  { what: 'up', text: three(), at: [2, 2], keys: [UP], drawn: 'one¶[>three>][>¶>]two¶[<three<][<¶<]', caret: [1, 2] },
  { what: 'to the very end', text: three(), at: [1, 0], keys: [DOWN],
    drawn: 'one¶[<two<][<¶<]three¶[>two>][>¶>]', caret: [2, 0] },
  { what: 'twice is still one move', text: three(), at: [0, 1], keys: [DOWN, DOWN],
    drawn: '[<one<][<¶<]two¶three¶[>one>][>¶>]', caret: [2, 1] },
  { what: 'back where it came from is none', text: three(), at: [0, 1], keys: [DOWN, UP], drawn: 'one¶two¶three', caret: [0, 1] },
  { what: 'further and all the way back', text: three(), at: [0, 3], keys: [DOWN, DOWN, UP, UP],
    drawn: 'one¶two¶three', caret: [0, 3] },
  { what: 'what was done meanwhile comes back with it', text: three(), at: [0, 1], keys: [DOWN, 'x', 'Delete', UP],
    drawn: 'o[+x+][-n-]e¶two¶three' },
  { what: 'no further than the top', text: three(), at: [0, 1], keys: [UP], drawn: 'one¶two¶three', caret: [0, 1] },
  { what: 'no further than the end', text: three(), at: [2, 1], keys: [DOWN], drawn: 'one¶two¶three', caret: [2, 1] },
  { what: 'several paragraphs together', text: three(), at: [0, 1], to: [1, 2], keys: [DOWN],
    drawn: '[<one<][<¶<][<two<][<¶<]three¶[>one>][>¶>][>two>][>¶>]' },
  { what: 'a selection up to the next start takes one', text: three(), at: [0, 0], to: [1, 0], keys: [DOWN],
    drawn: '[<one<][<¶<]two¶[>one>][>¶>]three' },
  { what: 'a new paragraph really moves', text: three(), at: [0, 3], keys: ['Enter', 'x', DOWN, DOWN],
    drawn: 'one¶two¶three¶[+x+][+¶+]', caret: [3, 1] },
  { what: 'over what was moved or deleted', text: three(), at: [1, 0], keys: [DOWN, 'ArrowUp', UP],
    drawn: '[>three>][>¶>]one¶[<two<][<¶<][<three<][<¶<][>two>][>¶>]' },
  { what: 'open changes of others go along', text: [p('a', theirs('b'), theirDeleted('c')), p('d')], at: [0, 1], keys: [DOWN],
    drawn: '[<a<][<[+b+]<][<[-c-]<][<¶<]d¶[>a>][>[+b+]>][>[-c-]>][>¶>]' },
  { what: 'joined paragraphs are one', text: [{ ...p('a'), mark: [deletion('t3')] }, p('b'), p('c')], at: [0, 0], keys: [DOWN],
    drawn: '[<a<][<[-¶-]<][<b<][<¶<]c¶[>a>][>[-¶-]>][>b>][>¶>]' },
  { what: 'another’s new paragraph is moved as a change', text: [{ ...p(theirs('a')), mark: [insertion('t1')] }, p('b')],
    at: [0, 0], keys: [DOWN], drawn: '[<[+a+]<][<[+¶+]<]b¶[>[+a+]>][>[+¶+]>]' },
  { what: 'an empty paragraph', text: [p('a'), p(), p('b')], at: [1, 0], keys: [UP], drawn: '[>¶>]a¶[<¶<]b', caret: [0, 0] },
  { what: 'a heading alone', text: [block('heading', 'H'), p('a'), p('b')], at: [0, 0], keys: [DOWN],
    drawn: '[<H<][<¶<]a¶[>H>][>¶>]b' },
  { what: 'edited at once', text: three(), at: [0, 1], how: { mode: 'editing' }, keys: [DOWN],
    drawn: 'two¶one¶three', caret: [1, 1] },
  { what: 'typing in moved text belongs to the move too', text: three(), at: [0, 1], keys: [DOWN, 'x', 'y'],
    drawn: '[<one<][<¶<]two¶[>o>][+[>xy>]+][>ne>][>¶>]three' },
  { what: 'Backspace in moved text marks, and takes one’s own new letters', text: three(), at: [0, 2],
    keys: [DOWN, 'x', 'Backspace', 'Backspace'], drawn: '[<one<][<¶<]two¶[>o>][-[>n>]-][>e>][>¶>]three' },
  { what: 'Enter in moved text splits it', text: three(), at: [0, 1], keys: [DOWN, 'Enter'],
    drawn: '[<one<][<¶<]two¶[>o>][+[>¶>]+][>ne>][>¶>]three' },
  { what: 'Enter after moved text begins a paragraph of its own', text: three(), at: [0, 3], keys: [DOWN, 'Enter', 'x'],
    drawn: '[<one<][<¶<]two¶[>one>][>¶>][+x+][+¶+]three' },
]

const looks = (editor: EditorPage) => editor.page.evaluate(() => window.harness.rejectedLooks())

for (const row of rows) {
  test(row.what, async ({ editor }) => {
    await editor.open(statement(...row.text), row.how)
    const original = await looks(editor)
    await editor.select(row.at, row.to)
    await editor.press(...row.keys)
    expect(await editor.drawn()).toBe(row.drawn)
    if (row.how?.mode !== 'editing') expect(await looks(editor)).toEqual(original)
    expect(await editor.seen()).toEqual(await editor.accepted())
    if (row.caret) expect(await editor.selection()).toEqual([row.caret, row.caret])
    expect(await editor.repairs()).toBe(0)
    const { blocks } = await editor.statement()
    expect(new Set(blocks.map((b) => b.id)).size).toBe(blocks.length)
  })
}

test('a move is one change, resolved at both places, and one undo step', async ({ editor }) => {
  await editor.open(statement(...three()))
  await editor.select([0, 0])
  await editor.press(DOWN)
  const [change, ...others] = await editor.changes()
  expect(others).toEqual([])
  expect(change).toMatchObject({ kind: 'move', movedFrom: 0, block: 2 })
  await editor.resolve(change!.revisions, 'accept')
  expect(await editor.drawn()).toBe('two¶one¶three')
  await editor.press('Control+z')
  await editor.resolve(change!.revisions, 'reject')
  expect(await editor.drawn()).toBe('one¶two¶three')
  await editor.press('Control+z', 'Control+z')
  expect(await editor.drawn()).toBe('one¶two¶three')
  expect(await editor.changes()).toEqual([])
})

test('keys go to where a moved paragraph stands, and decide on it from both places', async ({ editor }) => {
  for (const place of ['gone to', 'at its old place']) {
    await editor.open(statement(...three()))
    await editor.select([0, 0])
    await editor.press(DOWN)
    await editor.select([0, 0])
    if (place === 'gone to') {
      await editor.press('Alt+ArrowDown')
      expect(await editor.selection()).toEqual([[1, 0], [2, 0]])
    } else await editor.press('ArrowUp', 'Home', 'ArrowRight')
    await editor.press('Alt+Shift+KeyR')
    expect(await editor.drawn(), place).toBe('one¶two¶three')
  }
})

test('what is changed inside moved text is decided apart from the move', async ({ editor }) => {
  await editor.open(statement(...three()))
  await editor.select([0, 3])
  await editor.press(DOWN)
  await editor.type('ly')
  const changes = await editor.changes()
  expect(changes.map(({ kind }) => kind)).toEqual(['move', 'insertion'])
  await editor.resolve(changes[1]!.revisions, 'accept')
  expect(await editor.drawn()).toBe('[<one<][<¶<]two¶[>onely>][>¶>]three')
  await editor.resolve(changes[0]!.revisions, 'accept')
  expect(await editor.drawn()).toBe('two¶onely¶three')
})

test('a move whose text was edited at once stays one when it comes back', async ({ editor }) => {
  await editor.open(statement(...three()))
  await editor.select([0, 3])
  await editor.press(DOWN)
  await editor.page.evaluate(() => window.harness.set({ mode: 'editing' }))
  await editor.type('ly')
  await editor.page.evaluate(() => window.harness.set({ mode: 'suggesting' }))
  const original = await looks(editor)
  await editor.press(UP)
  expect(await editor.accepted()).toEqual(['onely', 'two', 'three'])
  expect(await looks(editor)).toEqual(original)
})

test('two hands move the same paragraph', async ({ editor }) => {
  await editor.open(statement(...three()), { me: OTHER })
  await editor.select([0, 0])
  await editor.press(DOWN)
  await editor.page.evaluate((me) => window.harness.set({ me }), ME)
  await editor.press(DOWN)
  expect(await editor.drawn()).toBe('[<one<][<¶<]two¶[<[>one>]<][<[>¶>]<]three¶[>[>one>]>][>[>¶>]>]')
  const [theirMove, myMove] = (await editor.changes()).toSorted((a, b) => b.author.localeCompare(a.author))
  expect([theirMove!.kind, myMove!.kind]).toEqual(['move', 'move'])
  await editor.resolve(myMove!.revisions, 'reject')
  expect(await editor.drawn()).toBe('[<one<][<¶<]two¶[>one>][>¶>]three')
  await editor.press('Control+z')
  await editor.resolve(theirMove!.revisions, 'reject')
  expect(await editor.accepted()).toEqual(['one', 'two', 'three'])
})

test('moved text is told at both places without colour', async ({ editor }) => {
  await editor.open(statement(...three()))
  await editor.select([0, 0])
  await editor.press(DOWN)
  const paragraphs = editor.page.locator('.paper-text > p')
  await expect(paragraphs.nth(0)).toHaveAttribute('aria-description', 'Moved away')
  await expect(paragraphs.nth(2)).toHaveAttribute('aria-description', 'Moved here')
  await expect(editor.page.locator('.paper-sign')).toHaveText(['↕', '↕'])
  const lines = await editor.page.evaluate(() => ['[data-del]', '[data-ins]'].map((which) => {
    const style = getComputedStyle(document.querySelector(`.paper-text ${which}`)!)
    return `${style.textDecorationLine} ${style.textDecorationStyle}`
  }))
  expect(lines).toEqual(['line-through double', 'underline double'])
})

/** The middle of a paragraph, and its lower and upper parts. */
async function boxOf(editor: EditorPage, index: number) {
  const box = (await editor.page.locator('.paper-text > p').nth(index).boundingBox())!
  return { x: box.x + 60, middle: box.y + box.height / 2, upper: box.y + 3, lower: box.y + box.height - 3 }
}

test('a paragraph is dragged by its grip', async ({ editor }) => {
  await editor.open(statement(...three()))
  const [first, last] = [await boxOf(editor, 0), await boxOf(editor, 2)]
  const { mouse } = editor.page
  await mouse.move(first.x, first.middle)
  await editor.page.locator('.paper-grip').hover()
  await mouse.down()
  await mouse.move(last.x, last.middle, { steps: 5 })
  await mouse.move(last.x, last.lower, { steps: 3 })
  await expect(editor.page.locator('.paper-text > p').nth(2)).toHaveAttribute('data-gap', 'after')
  await mouse.up()
  await expect.poll(() => editor.drawn()).toBe('[<one<][<¶<]two¶three¶[>one>][>¶>]')
  await editor.press('Control+z')
  expect(await editor.drawn()).toBe('one¶two¶three')
})

test('whole paragraphs are dragged as a move', async ({ editor }) => {
  await editor.open(statement(...three()))
  const [second, first] = [await boxOf(editor, 1), await boxOf(editor, 0)]
  const { mouse } = editor.page
  await mouse.click(second.x, second.middle, { clickCount: 3 })
  await mouse.move(second.x - 20, second.middle)
  await mouse.down()
  await mouse.move(second.x, second.middle - 8, { steps: 4 })
  await mouse.move(first.x, first.upper, { steps: 5 })
  await mouse.up()
  await expect.poll(() => editor.drawn()).toBe('[>two>][>¶>]one¶[<two<][<¶<]three')
})

test('a text that may not be edited has no grip', async ({ editor }) => {
  await editor.open(statement(...three()), { readOnly: true })
  const first = await boxOf(editor, 0)
  await editor.page.mouse.move(first.x, first.middle)
  await expect(editor.page.locator('.paper-grip')).toBeHidden()
  await editor.select([0, 0])
  await editor.press(DOWN)
  expect(await editor.drawn()).toBe('one¶two¶three')
})
