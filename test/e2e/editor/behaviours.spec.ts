// What people expect of tracked changes, with real keys in a real browser: one line a behaviour.
// [+inserted+], [-deleted-]; ¶ is a paragraph's end. Every line also checks that rejecting everything gives the text back.
import type { Run } from '../../../shared/model/index.ts'
import { ME, block, deletion, insertion, paragraph, statement } from '../../support/editor-harness/texts.ts'
import type { LivePlace } from '../../support/editor-harness/page.tsx'
import { expect, test, type EditorPage } from './harness.ts'

const mine = (text: string): Run => ({ text, revisions: [insertion('m1', ME)] })
const myDeleted = (text: string): Run => ({ text, revisions: [deletion('m2', ME)] })
const theirs = (text: string): Run => ({ text, revisions: [insertion('t1')] })
const theirDeleted = (text: string): Run => ({ text, revisions: [deletion('t2')] })

interface Row {
  what: string
  text: ReturnType<typeof paragraph>[]
  at: LivePlace
  to?: LivePlace
  sides?: [number, number]
  keys: string[]
  drawn: string
  caret?: LivePlace
}

const p = paragraph
const both = (text: string): Run => ({ text, revisions: [insertion('t1'), deletion('d1', ME)] })
const myMark = { mark: [insertion('m3', ME)] }
const theirMark = { mark: [insertion('t3')] }

const rows: Row[] = [
  { what: 'typing inserts', text: [p('abcd')], at: [0, 2], keys: ['x', 'y'], drawn: 'ab[+xy+]cd', caret: [0, 4] },
  { what: 'typing at the end of one’s own insertion extends it', text: [p('a', mine('b'), 'c')], at: [0, 2],
    keys: ['x'], drawn: 'a[+bx+]c' },
  { what: 'typing at its start extends it too', text: [p('a', mine('b'), 'c')], at: [0, 1], keys: ['x'], drawn: 'a[+xb+]c' },
  { what: 'typing inside another’s insertion is one’s own', text: [p('a', theirs('bcd'), 'e')], at: [0, 2],
    keys: ['x'], drawn: 'a[+b+][+x+][+cd+]e' },
  { what: 'Backspace marks and moves before', text: [p('abcd')], at: [0, 3],
    keys: ['Backspace', 'Backspace'], drawn: 'a[-bc-]d', caret: [0, 1] },
  { what: 'Delete marks and moves past', text: [p('abcd')], at: [0, 1], keys: ['Delete', 'Delete', 'x'], drawn: 'a[-bc-][+x+]d' },
  { what: 'Backspace on one’s own insertion removes', text: [p('a', mine('bc'), 'd')], at: [0, 3],
    keys: ['Backspace'], drawn: 'a[+b+]d' },
  { what: 'Backspace on another’s insertion marks it', text: [p('a', theirs('bc'), 'd')], at: [0, 3],
    keys: ['Backspace'], drawn: 'a[+b+][-[+c+]-]d' },
  { what: 'Backspace on a deletion moves on', text: [p('ab', theirDeleted('cd'), 'e')], at: [0, 2], sides: [1, 1],
    keys: ['Backspace', 'x'], drawn: 'ab[+x+][-cd-]e' },
  { what: 'Delete on a deletion moves on', text: [p('ab', myDeleted('cd'), 'e')], at: [0, 2],
    keys: ['Delete', 'x'], drawn: 'ab[-cd-][+x+]e' },
  { what: 'by word back', text: [p('one two three')], at: [0, 8],
    keys: ['Control+Backspace'], drawn: 'one [-two -]three', caret: [0, 4] },
  { what: 'by word forward', text: [p('one two three')], at: [0, 3], keys: ['Control+Delete'], drawn: 'one[- two-] three' },
  { what: 'to the start of the line', text: [p('one two')], at: [0, 6], keys: ['Control+Shift+Backspace'], drawn: '[-one tw-]o' },
  { what: 'a whole emoji', text: [p('a👩‍👩‍👧b')], at: [0, 9], keys: ['Backspace'], drawn: 'a[-👩‍👩‍👧-]b' },
  { what: 'typing over a selection', text: [p('one two three')], at: [0, 4], to: [0, 7],
    keys: ['2'], drawn: 'one [-two-][+2+] three', caret: [0, 5] },
  { what: 'typing over a part of one’s own insertion', text: [p('a', mine('bcd'), 'e')], at: [0, 2], to: [0, 3],
    keys: ['x', 'y'], drawn: 'a[+bxyd+]e', caret: [0, 4] },
  { what: 'typing over one’s own insertion and more', text: [p('a', mine('b'), 'cd')], at: [0, 1], to: [0, 3],
    keys: ['x'], drawn: 'a[-c-][+x+]d' },
  { what: 'typing over paragraphs', text: [p('one'), p('two'), p('three')], at: [0, 1], to: [2, 2],
    keys: ['x'], drawn: 'o[-ne-][-¶-][-two-][-¶-][-th-][+x+]ree' },
  { what: 'Enter in the middle', text: [p('abcd')], at: [0, 2], keys: ['Enter', 'x'], drawn: 'ab[+¶+][+x+]cd', caret: [1, 1] },
  { what: 'Enter at the start', text: [p('ab'), p('cd')], at: [1, 0], keys: ['Enter'], drawn: 'ab¶[+¶+]cd', caret: [2, 0] },
  { what: 'Enter at the end keeps the paragraph', text: [p('ab'), p('cd')], at: [0, 2],
    keys: ['Enter', 'x'], drawn: 'ab¶[+x+][+¶+]cd', caret: [1, 1] },
  { what: 'Enter at the end of the text', text: [p('ab')], at: [0, 2],
    keys: ['Enter', 'x'], drawn: 'ab¶[+x+][+¶+]', caret: [1, 1] },
  { what: 'Backspace takes one’s own split back', text: [p('abcd')], at: [0, 2],
    keys: ['Enter', 'Backspace'], drawn: 'abcd', caret: [0, 2] },
  { what: 'Backspace takes one’s own new paragraph back', text: [p('ab'), p('cd')], at: [0, 2],
    keys: ['Enter', 'x', 'ArrowLeft', 'Backspace'], drawn: 'ab[+x+]¶cd', caret: [0, 2] },
  { what: 'Backspace at a start marks the end', text: [p('ab'), p('cd')], at: [1, 0],
    keys: ['Backspace'], drawn: 'ab[-¶-]cd', caret: [0, 2] },
  { what: 'Delete at an end marks it and moves past', text: [p('ab'), p('cd')], at: [0, 2],
    keys: ['Delete', 'x'], drawn: 'ab[-¶-][+x+]cd' },
  { what: 'Backspace on another’s split marks it', text: [{ ...p('ab'), ...theirMark }, p('cd')], at: [1, 0],
    keys: ['Backspace'], drawn: 'ab[-[+¶+]-]cd' },
  { what: 'Delete on one’s own split undoes it', text: [{ ...p('ab'), ...myMark }, p('cd')], at: [0, 2],
    keys: ['Delete'], drawn: 'abcd' },
  { what: 'over an empty paragraph', text: [p('ab'), p(), p('cd')], at: [0, 1], to: [2, 1],
    keys: ['Delete'], drawn: 'a[-b-][-¶-][-¶-][-c-]d' },
  { what: 'over a heading', text: [p('ab'), block('heading', 'Head'), p('cd')], at: [0, 2], to: [2, 0],
    keys: ['Delete'], drawn: 'ab[-¶-][-Head-][-¶-]cd' },
  { what: 'over another’s changes', text: [p('a', theirs('b'), theirDeleted('c'), 'd')], at: [0, 0], to: [0, 3],
    keys: ['Delete'], drawn: '[-a-][-[+b+]-][-c-][-d-]' },
  { what: 'select all and delete', text: [p('ab', theirs('c')), p('d')], at: [0, 0],
    keys: ['Control+a', 'Delete'], drawn: '[-ab-][-[+c+]-][-¶-][-d-]' },
  { what: 'typing before another’s insertion is one’s own', text: [p('a', theirs('b'), 'c')], at: [0, 1],
    keys: ['x'], drawn: 'a[+x+][+b+]c' },
  { what: 'typing after another’s insertion is one’s own', text: [p('a', theirs('b'), 'c')], at: [0, 2],
    keys: ['x'], drawn: 'a[+b+][+x+]c' },
  { what: 'typing after a deletion', text: [p('a', theirDeleted('b'), 'c')], at: [0, 1], sides: [1, 1],
    keys: ['x'], drawn: 'a[-b-][+x+]c' },
  { what: 'typing inside another’s deletion splits it', text: [p('a', theirDeleted('bcd'), 'e')], at: [0, 1], sides: [1, 1],
    keys: ['ArrowLeft', 'x'], drawn: 'a[-bc-][+x+][-d-]e' },
  { what: 'typing inside one’s own deletion splits it', text: [p('a', myDeleted('bcd'), 'e')], at: [0, 1], sides: [0, 0],
    keys: ['ArrowRight', 'x', 'y'], drawn: 'a[-b-][+xy+][-cd-]e' },
  { what: 'what was typed inside a deletion goes for real', text: [p('a', theirDeleted('bc'), 'd')], at: [0, 1], sides: [1, 1],
    keys: ['ArrowLeft', 'x', 'Backspace'], drawn: 'a[-bc-]d' },
  { what: 'by word over another’s insertion', text: [p('one ', theirs('two'), ' three')], at: [0, 7],
    keys: ['Control+Backspace'], drawn: 'one [-[+two+]-] three' },
  { what: 'by word over one’s own insertion and more', text: [p('one t', mine('w'), 'o')], at: [0, 7],
    keys: ['Control+Backspace'], drawn: 'one [-to-]' },
  { what: 'to the end of the line', text: [p('one two three')], at: [0, 3], keys: ['Control+Shift+Delete'],
    drawn: 'one[- two three-]' },
  { what: 'typing over another’s insertion', text: [p('a', theirs('bcd'), 'e')], at: [0, 2], to: [0, 3],
    keys: ['x'], drawn: 'a[+b+][-[+c+]-][+x+][+d+]e' },
  { what: 'typing over another’s deletion and more', text: [p('ab', theirDeleted('c'), 'de')], at: [0, 1], to: [0, 3],
    keys: ['x'], drawn: 'a[-b-][-c-][-d-][+x+]e' },
  { what: 'Enter at the start of a heading', text: [p('ab'), block('heading', 'Head')], at: [1, 0],
    keys: ['Enter'], drawn: 'ab¶[+¶+]Head', caret: [2, 0] },
  { what: 'Enter in the middle of a heading', text: [block('heading', 'Head'), p('ab')], at: [0, 2],
    keys: ['Enter'], drawn: 'He[+¶+]ad¶ab', caret: [1, 0] },
  { what: 'Backspace at the start of a heading', text: [p('ab'), block('heading', 'Head'), p('cd')], at: [1, 0],
    keys: ['Backspace'], drawn: 'ab[-¶-]Head¶cd' },
  { what: 'Enter at the end of a list item', text: [block('item', 'one'), block('item', 'two')], at: [0, 3],
    keys: ['Enter', 'x'], drawn: 'one¶[+x+][+¶+]two' },
  { what: 'Enter in the middle of a list item', text: [block('item', 'one'), block('item', 'two')], at: [0, 1],
    keys: ['Enter'], drawn: 'o[+¶+]ne¶two' },
  { what: 'Enter at the start of a list item', text: [block('item', 'one'), block('item', 'two')], at: [1, 0],
    keys: ['Enter'], drawn: 'one¶[+¶+]two', caret: [2, 0] },
  { what: 'Backspace at the start of a list item', text: [p('one'), block('item', 'two')], at: [1, 0],
    keys: ['Backspace'], drawn: 'one[-¶-]two' },
  { what: 'Delete at the end of a list item', text: [block('item', 'one'), p('two')], at: [0, 3],
    keys: ['Delete'], drawn: 'one[-¶-]two' },
  { what: 'Backspace in an empty paragraph', text: [p('ab'), p(), p('cd')], at: [1, 0],
    keys: ['Backspace'], drawn: 'ab[-¶-]¶cd' },
  { what: 'Delete at the end of all that is left does nothing', at: [0, 2],
    text: [p('ab'), { ...p(theirDeleted('cd')), mark: [deletion('t2')] }], keys: ['Delete', 'Control+Delete'], drawn: 'ab¶[-cd-][-¶-]' },
  { what: 'Shift+Enter breaks the line', text: [p('abcd')], at: [0, 2], keys: ['Shift+Enter', 'x'], drawn: 'ab[+\nx+]cd' },
  { what: 'no-break space and en dash', text: [p('ab')], at: [0, 1],
    keys: ['Control+Shift+Space', 'Control+NumpadSubtract'], drawn: 'a[+\u00a0–+]b' },
]

async function check(editor: EditorPage, row: Row): Promise<void> {
  await editor.open(statement(...row.text))
  const original = await editor.rejected()
  await editor.select(row.at, row.to, row.sides)
  await editor.press(...row.keys)
  expect(await editor.drawn()).toBe(row.drawn)
  expect(await editor.rejected()).toEqual(original)
  expect(await editor.seen()).toEqual(await editor.accepted())
  if (row.caret) expect(await editor.selection()).toEqual([row.caret, row.caret])
  expect(await editor.repairs()).toBe(0)
}

for (const row of rows) test(row.what, ({ editor }) => check(editor, row))

test('Home and End write where the caret is shown', async ({ editor }) => {
  await editor.open(statement(p(theirDeleted('x'), 'ab', mine('c'))))
  await editor.select([0, 1])
  await editor.press('Home', 'y', 'End', 'z')
  expect(await editor.accepted()).toEqual(['yabcz'])
})

/** What is left of two hands on the same words. */
const OVERLAPS: [what: string, run: Run, choose: string, how: 'accept' | 'reject', left: string][] = [
  ['an insertion rejected takes the deletion inside along', both('b'), 't1', 'reject', 'ac'],
  ['an insertion accepted leaves the deletion open', both('b'), 't1', 'accept', 'a[-b-]c'],
  ['a deletion inside an insertion rejected leaves the insertion open', both('b'), 'd1', 'reject', 'a[+b+]c'],
  ['a deletion inside an insertion accepted takes the text', both('b'), 'd1', 'accept', 'ac'],
]
for (const [what, run, choose, how, left] of OVERLAPS) {
  test(what, async ({ editor }) => {
    await editor.open(statement(p('a', run, 'c')))
    await editor.resolve([choose], how)
    expect(await editor.drawn()).toBe(left)
    await editor.press('Control+z')
    expect(await editor.drawn()).toBe('a[-[+b+]-]c')
  })
}

test('an insertion inside a deletion stands alone when the deletion is decided', async ({ editor }) => {
  for (const [how, left] of [['accept', 'a[+x+]d'], ['reject', 'ab[+x+]cd']] as const) {
    await editor.open(statement(p('a', theirDeleted('bc'), 'd')))
    await editor.select([0, 1], [0, 1], [1, 1])
    await editor.press('ArrowLeft', 'x')
    await editor.resolve(['t2'], how)
    expect(await editor.drawn()).toBe(left)
  }
})

test('a malformed change holds nothing up', async ({ editor }) => {
  const broken = { id: 'same', author: '', delegation: '', time: 'never' }
  const twice = { ...broken, marks: ['bold' as const, 'bold' as const] }
  await editor.open(statement(
    p('a', { text: 'b', revisions: [{ ...broken, kind: 'deletion', move: 'half' }] }, 'c'),
    { ...p({ text: 'd', revisions: [{ ...broken, kind: 'insertion' }, { ...broken, kind: 'insertion' }] }), mark: [deletion('t2')] },
    { ...p({ text: 'e', marks: ['bold'], restyled: [twice, { ...twice, id: 'other' }] }),
      recast: { ...broken, was: { kind: 'paragraph' } } },
    p('end', theirs('!')),
  ))
  await editor.resolve('all', 'accept')
  expect(await editor.drawn()).toBe('ac¶de¶end!')
  expect(await editor.changes()).toEqual([])
  await editor.press('Control+z')
  await editor.resolve('all', 'reject')
  expect(await editor.rejected()).toEqual(await editor.accepted())
  expect(await editor.changes()).toEqual([])
})

test('replace all goes through others’ changes and formats, and is one undo step', async ({ editor }) => {
  const bold: Run = { text: 'water', marks: ['bold'] }
  await editor.open(statement(p('water, ', theirs('water'), ', wa', theirDeleted('r'), 'ter'), p('', bold)))
  const before = await editor.drawn()
  const replaced = await editor.page.evaluate(() => {
    window.harness.handle.find('water')
    return window.harness.handle.replaceAll('river')
  })
  expect(replaced).toBe(4)
  expect(await editor.accepted()).toEqual(['river, river, river', 'river'])
  expect(await editor.rejected()).toEqual(['water, , warter', 'water'])
  expect((await editor.styled())[1]).toBe('paragraph: {water b}{river b}')
  await editor.press('Control+z')
  expect(await editor.drawn()).toBe(before)
})

test('a replacement is one change, and its halves resolve alone too', async ({ editor }) => {
  await editor.open(statement(p('one two')))
  await editor.select([0, 4], [0, 7])
  await editor.type('2nd')
  const changes = await editor.page.evaluate(() => window.harness.handle.changes())
  expect(changes).toMatchObject([{ kind: 'replacement', old: 'two', new: '2nd' }])
  await editor.page.evaluate(([id]) => window.harness.handle.resolve([id!], 'accept'), changes[0]!.revisions.slice(0, 1))
  expect(await editor.drawn()).toBe('one [+2nd+]')
})

test('an Enter after a heading begins a clause', async ({ editor }) => {
  await editor.open(statement(block('heading', 'Head'), p('ab')))
  await editor.select([0, 4])
  await editor.press('Enter', 'x')
  expect((await editor.statement()).blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph', 'paragraph'])
})

test('keys pressed quickly all arrive', async ({ editor }) => {
  await editor.open(statement(p('ab')))
  await editor.select([0, 1])
  await editor.type('the quick brown fox jumps over the lazy dog')
  expect(await editor.drawn()).toBe('a[+the quick brown fox jumps over the lazy dog+]b')
})

test('undone and made again by keys, the numbers and the text are those of the step', async ({ editor }) => {
  await editor.open(statement(...['one', 'two', 'three'].map((text) => block('item', text))))
  const labels = () => editor.page.locator('[data-label]').evaluateAll((all) => all.map((one) => one.getAttribute('data-label')))
  const before = { labels: await labels(), drawn: await editor.drawn() }
  await editor.select([0, 1], [1, 1])
  await editor.press('Delete')
  const after = { labels: await labels(), drawn: await editor.drawn() }
  expect(after).not.toEqual(before)
  await editor.press('Control+z')
  expect({ labels: await labels(), drawn: await editor.drawn() }).toEqual(before)
  await editor.press('Control+y')
  expect({ labels: await labels(), drawn: await editor.drawn() }).toEqual(after)
})
