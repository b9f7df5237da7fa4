// Formats and kinds of paragraph as tracked changes, with real keys: one line a behaviour, then what happens to them in review.
import type { Block, Recasting, Restyling, Run, TextMark } from '../../../shared/model/index.ts'
import { ME, OTHER, block, deletion, insertion, paragraph as p, statement } from '../../support/editor-harness/texts.ts'
import type { HarnessOptions, LivePlace } from '../../support/editor-harness/page.tsx'
import { expect, test } from './harness.ts'

const TIME = '2026-01-02T03:04:05.000Z'
const mine = (text: string): Run => ({ text, revisions: [insertion('m1', ME)] })
const theirs = (text: string): Run => ({ text, revisions: [insertion('t1')] })
const restyling = (id: string, by: typeof ME, ...marks: TextMark[]): Restyling => ({ id, ...by, time: TIME, marks })
const madeBold = (text: string, by = OTHER): Run => ({ text, marks: ['bold'], restyled: [restyling('r1', by, 'bold')] })
const recast = (made: Block, was: Recasting['was'], by = OTHER): Block =>
  ({ ...made, recast: { id: 'k1', ...by, time: TIME, was } })

interface Row {
  what: string
  text: Block[]
  at: LivePlace
  to?: LivePlace
  keys: string[]
  styled: string[]
  how?: HarnessOptions
}

const rows: Row[] = [
  { what: 'a selection made bold is restyled', text: [p('one two')], at: [0, 4], to: [0, 7],
    keys: ['Control+b'], styled: ['paragraph: one {two +b}'] },
  { what: 'a mark switched back is no change', text: [p('one two')], at: [0, 4], to: [0, 7],
    keys: ['Control+b', 'Control+b'], styled: ['paragraph: one two'] },
  { what: 'switched back in part, the rest stays a change', text: [p('one ', madeBold('two'))], at: [0, 5], to: [0, 6],
    keys: ['Control+b'], styled: ['paragraph: one {t +b}w{o +b}'] },
  { what: 'three marks at once', text: [p('one')], at: [0, 0], to: [0, 3],
    keys: ['Control+b', 'Control+i', 'Control+u'], styled: ['paragraph: {one +b+i+u}'] },
  { what: 'off where all of it has the mark', text: [p({ text: 'one', marks: ['italic'] })], at: [0, 0], to: [0, 3],
    keys: ['Control+i'], styled: ['paragraph: {one -i}'] },
  { what: 'on where only a part has it', text: [p({ text: 'one', marks: ['italic'] }, ' two')], at: [0, 0], to: [0, 7],
    keys: ['Control+i'], styled: ['paragraph: {one i}{ two +i}'] },
  { what: 'over paragraphs', text: [p('one'), p(), p('two')], at: [0, 1], to: [2, 1],
    keys: ['Control+b'], styled: ['paragraph: o{ne +b}', 'paragraph: ', 'paragraph: {t +b}wo'] },
  { what: 'one’s own insertion simply looks otherwise', text: [p('a ', mine('b c'))], at: [0, 2], to: [0, 5],
    keys: ['Control+b'], styled: ['paragraph: a {b c b}'] },
  { what: 'another’s insertion is restyled', text: [p('a ', theirs('b c'))], at: [0, 2], to: [0, 5],
    keys: ['Control+b'], styled: ['paragraph: a {b c +b}'] },
  { what: 'without a selection only what is typed next', text: [p('one')], at: [0, 3],
    keys: ['Control+b', 'x', 'y', 'Control+b', 'z'], styled: ['paragraph: one{xy b}z'] },
  { what: 'typing inside restyled text has its look and is no restyling', text: [p('one ', madeBold('two'))], at: [0, 5],
    keys: ['x'], styled: ['paragraph: one {t +b}{x b}{wo +b}'] },
  { what: 'Enter inside restyled text leaves both halves restyled', text: [p(madeBold('onetwo'))], at: [0, 3],
    keys: ['Enter'], styled: ['paragraph: {one +b}', 'paragraph: {two +b}'] },
  { what: 'a join keeps it', text: [p('one'), p(madeBold('two'))], at: [1, 0],
    keys: ['Backspace'], styled: ['paragraph: one', 'paragraph: {two +b}'] },
  { what: 'deleted, it is a deletion of restyled text', text: [p('one ', madeBold('two'))], at: [0, 4], to: [0, 7],
    keys: ['Delete'], styled: ['paragraph: one {two +b}'] },
  { what: 'edited at once nothing is a change', text: [p('one two')], at: [0, 0], to: [0, 3], how: { mode: 'editing' },
    keys: ['Control+b'], styled: ['paragraph: {one b} two'] },
  { what: 'edited at once an open restyling is given up', text: [p(madeBold('one'), ' two')], at: [0, 0], to: [0, 3],
    how: { mode: 'editing' }, keys: ['Control+b'], styled: ['paragraph: one two'] },
  { what: 'edited at once other marks leave it open', text: [p(madeBold('one'), ' two')], at: [0, 0], to: [0, 3],
    how: { mode: 'editing' }, keys: ['Control+i'], styled: ['paragraph: {one +bi} two'] },
  { what: 'a paragraph made a heading is recast', text: [p('one'), p('two')], at: [1, 1],
    keys: ['Control+Alt+Digit2'], styled: ['paragraph: one', 'heading 2 (was paragraph): two'] },
  { what: 'made what it was, it is no change', text: [p('one')], at: [0, 1],
    keys: ['Control+Alt+Digit2', 'Control+Alt+Digit1', 'Control+Alt+Digit0'], styled: ['paragraph: one'] },
  { what: 'a level is a change too', text: [{ ...block('heading', 'one'), level: 1 }], at: [0, 1],
    keys: ['Control+Alt+Digit3'], styled: ['heading 3 (was heading 1): one'] },
  { what: 'what another recast remembers what it was', text: [recast({ ...block('heading', 'one'), level: 1 }, { kind: 'item' })],
    at: [0, 1], keys: ['Control+Alt+Digit2'], styled: ['heading 2 (was item): one'] },
  { what: 'every paragraph of a selection', text: [p('one'), p(), p('two')], at: [0, 1], to: [2, 1],
    keys: ['Control+Alt+Digit1'],
    styled: ['heading 1 (was paragraph): one', 'heading 1 (was paragraph): ', 'heading 1 (was paragraph): two'] },
  { what: 'one’s own new paragraph simply is something else', text: [p('one'), p('two')], at: [0, 3],
    keys: ['Enter', 'x', 'Control+Alt+Digit1'], styled: ['paragraph: one', 'heading 1: x', 'paragraph: two'] },
  { what: 'edited at once it settles', text: [recast({ ...block('heading', 'one'), level: 1 }, { kind: 'item' })],
    at: [0, 1], how: { mode: 'editing' }, keys: ['Control+Alt+Digit0'], styled: ['paragraph: one'] },
]

for (const row of rows) {
  test(row.what, async ({ editor }) => {
    await editor.open(statement(...row.text), row.how)
    const looks = () => editor.page.evaluate(() => window.harness.rejectedLooks())
    const original = await looks()
    await editor.select(row.at, row.to)
    await editor.press(...row.keys)
    expect(await editor.styled()).toEqual(row.styled)
    if (row.how?.mode !== 'editing') expect(await looks()).toEqual(original)
    expect(await editor.seen()).toEqual(await editor.accepted())
    expect(await editor.repairs()).toBe(0)
  })
}

test('an act over several paragraphs is one change, and one undo step', async ({ editor }) => {
  await editor.open(statement(p('one'), p('two')))
  await editor.select([0, 1], [1, 2])
  await editor.press('Control+b')
  expect(await editor.changes()).toMatchObject([
    { kind: 'format', new: 'netw', block: 0, lastBlock: 1, format: { on: ['bold'] } }])
  expect(await editor.selection()).toEqual([[0, 1], [1, 2]])
  await editor.press('Control+z')
  expect(await editor.styled()).toEqual(['paragraph: one', 'paragraph: two'])
})

test('buttons do what the keys do', async ({ editor }) => {
  await editor.open(statement(p('one two'), p('three')))
  await editor.select([0, 0], [0, 3])
  await editor.page.evaluate(() => {
    const { handle } = window.harness
    handle.format('underline')
    handle.setBlockKind('item', 1)
    handle.move('down')
  })
  expect(await editor.styled()).toEqual([
    'item 1 (was paragraph): {one +u} two', 'paragraph: three', 'item 1 (was paragraph): {one +u} two'])
  expect(await editor.drawn()).toBe('[<one<][< two<][<¶<]three¶[>one>][> two>][>¶>]')
  expect((await editor.changes()).map(({ kind }) => kind).toSorted()).toEqual(['format', 'format', 'move'])
  await editor.press('Control+z', 'Control+z', 'Control+z')
  expect(await editor.styled()).toEqual(['paragraph: one two', 'paragraph: three'])
})

test('formats and kinds are accepted and rejected, and both can be undone', async ({ editor }) => {
  await editor.open(statement(p('one two'), p('three')))
  await editor.select([0, 0], [0, 3])
  await editor.press('Control+b')
  await editor.select([1, 0])
  await editor.press('Control+Alt+Digit1')
  await editor.resolve('all', 'accept')
  expect(await editor.styled()).toEqual(['paragraph: {one b} two', 'heading 1: three'])
  await editor.press('Control+z')
  await editor.resolve('all', 'reject')
  expect(await editor.styled()).toEqual(['paragraph: one two', 'paragraph: three'])
  await editor.press('Control+z')
  expect(await editor.styled()).toEqual(['paragraph: {one +b} two', 'heading 1 (was paragraph): three'])
})

test('keys go to them one by one, and decide on the one gone to', async ({ editor }) => {
  const heading = recast({ ...block('heading', theirs('one'), ' ', madeBold('two')), level: 1 }, { kind: 'paragraph' })
  await editor.open(statement(p('zero'), heading, p('end')))
  await editor.select([0, 0])
  const current = () => editor.page.evaluate(() => window.harness.selected?.changeId)
  await editor.press('Alt+ArrowDown')
  await expect.poll(current).toBe('k1')
  await editor.press('Alt+ArrowDown')
  await expect.poll(current).toBe('t1')
  await editor.press('Alt+ArrowDown')
  await expect.poll(current).toBe('r1')
  expect(await editor.selection()).toEqual([[1, 4], [1, 7]])
  await editor.press('Alt+Shift+KeyR')
  expect(await editor.styled()).toEqual(['paragraph: zero', 'heading 1 (was paragraph): one two', 'paragraph: end'])
  await expect.poll(current).toBe('k1')
  await editor.press('Alt+Shift+KeyR')
  expect(await editor.styled()).toEqual(['paragraph: zero', 'paragraph: one two', 'paragraph: end'])
  expect(await editor.drawn()).toBe('zero¶[+one+] two¶end')
})

test('a selection accepts every kind of change in it', async ({ editor }) => {
  const gone = { text: ' gone', revisions: [deletion('t2')] }
  await editor.open(statement(p(madeBold('one'), theirs(' new'), gone), p('end')))
  await editor.press('Control+a', 'Alt+Shift+KeyA')
  expect(await editor.styled()).toEqual(['paragraph: {one b} new', 'paragraph: end'])
  expect(await editor.changes()).toEqual([])
})

test('a format that slips by is caught and tracked', async ({ editor }) => {
  await editor.open(statement(p('one two'), p('three')))
  await editor.page.evaluate(() => window.harness.bareLooks())
  expect(await editor.styled()).toEqual(['paragraph: {one two +i}', 'heading 1 (was paragraph): three'])
  expect(await editor.repairs()).toBe(1)
})

test('the original view shows old formats and kinds, the others the new ones', async ({ editor }) => {
  await editor.open(statement(
    recast({ ...block('heading', 'Head'), level: 1 }, { kind: 'paragraph' }), p(madeBold('one'), ' two')))
  const look = () => editor.page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLElement>('.paper-text > p')
    const word = getComputedStyle(second!.querySelector('[data-lexical-text]')!)
    return [first!.dataset['kind'], first!.getAttribute('role'), first!.dataset['label'] ?? null, word.fontWeight]
  })
  expect(await look()).toEqual(['heading', 'heading', 'I.', '600'])
  await editor.page.evaluate(() => window.harness.set({ view: 'original' }))
  await expect.poll(look).toEqual(['paragraph', null, '1.', '400'])
  await editor.page.evaluate(() => window.harness.set({ view: 'final' }))
  await expect.poll(look).toEqual(['heading', 'heading', 'I.', '600'])
})

test('formats and kinds are told without colour', async ({ editor }) => {
  await editor.open(statement(
    recast({ ...block('heading', 'Head'), level: 1 }, { kind: 'paragraph' }), p('say ', madeBold('one'))))
  const word = editor.page.locator('[data-fmt]')
  await expect(word).toHaveText('one')
  await expect(word).toHaveAttribute('role', 'mark')
  await expect(word).toHaveAttribute('aria-description', 'Format changed')
  await expect(editor.page.locator('[data-recast]')).toHaveAttribute('aria-description', 'Kind of paragraph changed')
  await expect(editor.page.locator('.paper-tag')).toHaveText(['UZ', 'UZ'])
  await expect(editor.page.locator('.paper-sign')).toHaveText(['¶'])
})
