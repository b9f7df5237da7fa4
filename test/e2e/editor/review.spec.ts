// Reviewing, and everything else the drafting screen asks of the editor: undo, views, numbers, formats, search, clauses.
import type { Source } from '../../../shared/model/index.ts'
import { ME, OTHER, block, deletion, insertion, paragraph as p, statement } from '../../support/editor-harness/texts.ts'
import { expect, test, type EditorPage } from './harness.ts'

const theirs = (text: string, id = 't1') => ({ text, revisions: [insertion(id)] })
const theirDeleted = (text: string, id = 't2') => ({ text, revisions: [deletion(id)] })
const labels = (editor: EditorPage) => editor.page.evaluate(() =>
  [...document.querySelectorAll('.paper-text > p')].map((element) => element.getAttribute('data-label')))
const source: Source = {
  clauseId: null, declarationId: 'd1' as Source['declarationId'], citation: 'Oslo 2020', date: '2020-01-01',
  number: '7', grade: 'official', parties: ['KZ'], text: 'The Parties confirm the plan.',
}

test('keys go from change to change, accept and reject', async ({ editor }) => {
  await editor.open(statement(p('a', theirs('b'), 'c', theirDeleted('d'), 'e'), p('f', theirs('g', 't3'), 'h')))
  await editor.select([0, 0])
  await editor.press('Alt+ArrowDown')
  expect(await editor.selection()).toEqual([[0, 1], [0, 2]])
  await editor.press('Alt+ArrowDown', 'Alt+ArrowDown')
  expect(await editor.selection()).toEqual([[1, 1], [1, 2]])
  await editor.press('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+Shift+KeyA')
  expect(await editor.drawn()).toBe('abc[-d-]e¶f[+g+]h')
  await editor.press('Alt+Shift+KeyR')
  expect(await editor.drawn()).toBe('abcde¶f[+g+]h')
  await editor.press('Alt+Shift+KeyR')
  expect(await editor.drawn()).toBe('abcde¶fh')
})

test('accept, undo, reject: across paragraphs too', async ({ editor }) => {
  await editor.open(statement(p('one'), p('two'), p('three')))
  await editor.select([0, 1], [2, 2])
  await editor.press('Delete')
  const marked = await editor.drawn()
  await editor.page.evaluate(() => window.harness.handle.resolve('all', 'accept'))
  expect(await editor.accepted()).toEqual(['oree'])
  expect(await editor.drawn()).toBe('oree')
  await editor.press('Control+z')
  expect(await editor.drawn()).toBe(marked)
  await editor.page.evaluate(() => window.harness.handle.resolve('all', 'reject'))
  expect(await editor.drawn()).toBe('one¶two¶three')
  await editor.press('Control+z', 'Control+z')
  expect(await editor.drawn()).toBe('one¶two¶three')
  await editor.press('Control+y')
  expect(await editor.drawn()).toBe(marked)
})

test('undo goes word by word, and deletions of one row of keys together', async ({ editor }) => {
  await editor.open(statement(p('abcd')))
  await editor.select([0, 4])
  await editor.type('one two')
  await editor.press('Control+z')
  expect(await editor.accepted()).toEqual(['abcdone '])
  await editor.press('Control+z', 'Control+z')
  expect(await editor.drawn()).toBe('abcd')
  await editor.press('Backspace', 'Backspace', 'Control+z')
  expect(await editor.drawn()).toBe('abcd')
})

test('direct editing applies at once, inside others’ changes too', async ({ editor }) => {
  const first = p('a', theirs('bcd'), theirDeleted('xyz'), 'e')
  await editor.open(statement(first, { ...p('f'), mark: [insertion('t4')] }, p('g')), { mode: 'editing' })
  await editor.select([0, 2])
  await editor.type('1')
  expect(await editor.drawn()).toBe('a[+b+]1[+cd+][-xyz-]e¶f[+¶+]g')
  await editor.press('Backspace', 'Delete')
  expect(await editor.drawn()).toBe('a[+bd+][-xyz-]e¶f[+¶+]g')
  await editor.select([0, 1], [0, 4])
  await editor.press('Delete')
  expect(await editor.drawn()).toBe('a¶f[+¶+]g')
  await editor.select([1, 1])
  await editor.press('Enter')
  await editor.type('n')
  expect(await editor.drawn()).toBe('a¶f¶n[+¶+]g')
  await editor.press('Home', 'Backspace')
  expect(await editor.drawn()).toBe('a¶fn[+¶+]g')
})

test('numbers are shown and never become text', async ({ editor }) => {
  const [one, two] = [block('heading', 'One'), block('heading', 'Two')]
  await editor.open(statement(block('title', 'T'), one, p('first'), p('second'), block('item', 'i'), two, p('third')))
  expect(await labels(editor)).toEqual([null, 'I.', '1.', '2.', '1)', 'II.', '3.'])
  await editor.select([2, 5])
  await editor.press('Enter')
  await editor.type('new')
  expect(await labels(editor)).toEqual([null, 'I.', '1.', '2.', '3.', '1)', 'II.', '4.'])
  await editor.select([4, 0], [5, 0])
  await editor.press('Delete')
  expect(await labels(editor)).toEqual([null, 'I.', '1.', '2.', null, '1)', 'II.', '3.'])
  await editor.press('Control+z')
  await editor.select([3, 3], [4, 0])
  await editor.press('Delete')
  expect(await labels(editor)).toEqual([null, 'I.', '1.', '2.', '1)', 'II.', '3.'])
  await editor.press('Control+a', 'Control+c')
  expect(await editor.page.evaluate(() => navigator.clipboard.readText())).not.toMatch(/\d/)
})

test('views hide what they say and number accordingly', async ({ editor }) => {
  const added = { ...p(theirs('new')), mark: [insertion('t1')] }
  const removed = { ...p(theirDeleted('old')), mark: [deletion('t2')] }
  await editor.open(statement(p('a', theirs('b')), added, removed, p('end')))
  const seen = async () => (await editor.page.locator('.paper-text').innerText()).split('\n').filter((line) => line !== '')
  await editor.page.evaluate(() => window.harness.set({ view: 'final' }))
  await expect.poll(seen).toEqual(['ab', 'new', 'end'])
  await editor.page.evaluate(() => window.harness.set({ view: 'original' }))
  await expect.poll(seen).toEqual(['a', 'old', 'end'])
  expect((await labels(editor)).filter((label) => label !== null)).toEqual(['1.', '2.', '3.'])
  await editor.select([0, 0])
  await editor.type('x')
  expect(await editor.accepted()).toEqual(['ab', 'new', 'end'])
})

test('formats and kinds', async ({ editor }) => {
  await editor.open(statement(p('one two'), p('three')))
  await editor.select([0, 4], [0, 7])
  await editor.press('Control+b', 'Control+u')
  expect(await editor.styled()).toEqual(['paragraph: one {two +b+u}', 'paragraph: three'])
  await editor.select([1, 0])
  await editor.press('Control+Alt+Digit2')
  expect(await editor.styled()).toEqual(['paragraph: one {two +b+u}', 'heading 2 (was paragraph): three'])
  await editor.press('Control+z', 'Control+z', 'Control+z')
  expect((await editor.statement()).blocks.map(({ kind, runs }) => [kind, runs])).toEqual([
    ['paragraph', [{ text: 'one two' }]], ['paragraph', [{ text: 'three' }]]])
})

test('search finds what is read, and replacing is tracked', async ({ editor }) => {
  await editor.open(statement(p('Вода и ', theirDeleted('не '), 'вода'), p('водажелезо, всё')))
  const handle = <T>(ask: (h: typeof window.harness.handle) => T) =>
    editor.page.evaluate(`(${ask.toString()})(window.harness.handle)`) as Promise<T>
  expect(await handle((h) => h.find('вода'))).toBe(3)
  expect(await handle((h) => h.find('вода', { wholeWord: true }))).toBe(2)
  expect(await handle((h) => h.find('вода', { matchCase: true }))).toBe(2)
  expect(await handle((h) => h.find('и вода'))).toBe(1)
  expect(await handle((h) => h.find('все'))).toBe(1)
  await handle((h) => h.find('вода', { wholeWord: true }))
  expect(await handle((h) => h.findNext())).toBe(1)
  expect(await handle((h) => h.findNext())).toBe(2)
  expect(await handle((h) => h.findNext())).toBe(1)
  expect(await handle((h) => h.replace('Река'))).toBe(true)
  expect(await editor.drawn()).toBe('[-Вода-][+Река+] и [-не -]вода¶водажелезо, всё')
  expect(await handle((h) => h.replaceAll('река'))).toBe(1)
  expect(await editor.accepted()).toEqual(['Река и река', 'водажелезо, всё'])
  await editor.press('Control+z')
  expect(await editor.accepted()).toEqual(['Река и вода', 'водажелезо, всё'])
})

test('clauses go in as one change each, keep their source, and leave nothing when rejected', async ({ editor }) => {
  await editor.open(statement(block('heading', 'One'), p('a'), block('heading', 'Two'), p()))
  await editor.page.evaluate((from) => {
    const { handle } = window.harness
    const clause = (text: string) => ({ id: 'x', kind: 'paragraph' as const, label: '7.', runs: [{ text }], source: from })
    handle.insertBlocks([clause('first'), clause('second')], { section: 0 })
    handle.insertBlocks([clause('last')], { afterBlock: 5 })
    window.harness.select([5, 0])
    handle.insertBlocks([clause('filled')], 'caret')
  }, source)
  expect(await editor.accepted()).toEqual(['One', 'a', 'first', 'second', 'Two', 'filled', 'last'])
  const { blocks } = await editor.statement()
  expect(new Set(blocks.map((b) => b.id)).size).toBe(blocks.length)
  expect(blocks.map((b) => b.source?.citation ?? '')).toEqual(['', '', 'Oslo 2020', 'Oslo 2020', '', 'Oslo 2020', 'Oslo 2020'])
  expect(await labels(editor)).toEqual(['I.', '1.', '2.', '3.', 'II.', '4.', '5.'])
  expect(await editor.rejected()).toEqual(['One', 'a', 'Two', ''])
})

test('an agreed wording is given back word by word', async ({ editor }) => {
  await editor.open(statement({ ...p('The Parties welcome the new plan.'), source }))
  const agreed = { id: 'x', kind: 'paragraph' as const, runs: [{ text: source.text }], source }
  await editor.page.evaluate((wording) => window.harness.handle.replaceBlock(0, wording), agreed)
  expect(await editor.accepted()).toEqual(['The Parties confirm the plan.'])
  expect(await editor.drawn()).toBe('The Parties [-welcome the new-][+confirm the+] plan.')
  await expect(editor.page.locator('.paper-source')).toHaveAttribute('data-state', 'verbatim')
})

test('a paragraph given another wording twice stays one change, and one’s own insertion an insertion', async ({ editor }) => {
  const reword = (index: number, text: string) => editor.page.evaluate(([at, wording]) =>
    window.harness.handle.replaceBlock(at, { id: 'x', kind: 'paragraph', runs: [{ text: wording }] }), [index, text] as const)
  const changes = () => editor.page.evaluate(() => window.harness.handle.changes())
  await editor.open(statement(p('before'), p('after')))
  await editor.page.evaluate(() => window.harness.handle.insertBlocks(
    [{ id: 'x', kind: 'paragraph', runs: [{ text: 'The Parties confirm the plan.' }] }], { afterBlock: 0 }))
  for (const wording of ['Ministers meet every year.', '', 'Experts meet.']) {
    await reword(1, wording)
    expect(await changes()).toMatchObject([{ old: '', new: `${wording}\n` }])
  }
  expect(await editor.rejected()).toEqual(['before', 'after'])

  await editor.open(statement(p('The Parties welcome the new plan.')))
  for (const wording of ['The Parties confirm the plan.', 'Ministers meet every year.']) {
    await reword(0, wording)
    expect(await changes()).toHaveLength(1)
    expect(await editor.accepted()).toEqual([wording])
  }
  expect(await editor.rejected()).toEqual(['The Parties welcome the new plan.'])
})

test('the margins tell source, share and delegation', async ({ editor }) => {
  await editor.open(statement({ ...p('The Parties ', theirs('strongly '), 'confirm the plan.'), source }, p('new words')))
  await expect(editor.page.locator('.paper-source').first()).toHaveAttribute('title', 'Oslo 2020, para. 7 · 83%')
  await expect(editor.page.locator('.paper-source').last()).toHaveAttribute('data-state', 'new')
  await expect(editor.page.locator('.paper-tag')).toHaveText(['UZ'])
  await expect(editor.page.locator('.paper-tag')).toHaveAttribute('data-slot', '2')
})

test('the screen hears of the caret, and of nothing else’s text', async ({ editor }) => {
  await editor.open(statement(p('a', theirs('b'), 'c'), { ...p('d'), source }))
  await editor.select([1, 1])
  await expect.poll(() => editor.page.evaluate(() => window.harness.selected)).toMatchObject({
    blockIndex: 1, text: 'd', source: { citation: 'Oslo 2020' }, revisionIds: [] })
  await editor.select([0, 2])
  await expect.poll(() => editor.page.evaluate(() => window.harness.selected?.revisionIds)).toEqual(['t1'])
})

test('a read-only text stays as it is', async ({ editor }) => {
  await editor.open(statement(p('a', theirs('b')), p('c')), { readOnly: true })
  await editor.select([0, 1])
  await editor.press('x', 'Backspace', 'Enter', 'Control+x', 'Control+b', 'Alt+Shift+KeyA', 'Control+Alt+Digit1')
  await editor.paste({ 'text/plain': 'p' })
  await editor.page.evaluate(() => window.harness.handle.resolve('all', 'accept'))
  expect(await editor.drawn()).toBe('a[+b+]¶c')
})

test('outline and words follow the accepted text', async ({ editor }) => {
  const clause = p('water-energy ', theirDeleted('not '), 'nexus, 2.5')
  await editor.open(statement(block('title', 'Title of it'), block('heading', 'One'), clause))
  const told = await editor.page.evaluate(() => {
    const { handle } = window.harness
    return { words: handle.wordCount(), outline: handle.outline() }
  })
  expect(told.words).toBe(7)
  expect(told.outline).toEqual([
    { blockIndex: 0, label: null, text: 'Title of it', level: 0 }, { blockIndex: 1, label: 'I.', text: 'One', level: 1 }])
})

test('another delegation’s pen draws in its own slot', async ({ editor }) => {
  await editor.open(statement(p('ab')), { me: OTHER })
  await editor.select([0, 1])
  await editor.type('x')
  await editor.page.evaluate((me) => window.harness.set({ me }), ME)
  await editor.type('y')
  const inserted = await editor.page.locator('[data-ins]').evaluateAll((all) =>
    all.map((e) => [e.textContent, e.getAttribute('data-ins'), e.getAttribute('role')]))
  expect(inserted).toEqual([
    ['x', '2', 'insertion'], ['y', '1', 'insertion']])
})

test('keys are told by their place on a Russian keyboard', async ({ editor }) => {
  await editor.open(statement(p('слово')))
  await editor.select([0, 0], [0, 5])
  const session = await editor.page.context().newCDPSession(editor.page)
  const press = async (key: string, code: string, modifiers: number, windowsVirtualKeyCode: number) => {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, modifiers, windowsVirtualKeyCode })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers, windowsVirtualKeyCode })
  }
  const CTRL = 2
  await press('и', 'KeyB', CTRL, 66)
  expect(await editor.styled()).toEqual(['paragraph: {слово +b}'])
  await press('я', 'KeyZ', CTRL, 90)
  expect(await editor.styled()).toEqual(['paragraph: слово'])
  await press('н', 'KeyY', CTRL, 89)
  expect(await editor.styled()).toEqual(['paragraph: {слово +b}'])
  await session.detach()
})

test('a search field keeps the keyboard while hits are gone through', async ({ editor }) => {
  await editor.open(statement(p('one two one')))
  const focused = await editor.page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    window.harness.handle.find('one')
    window.harness.handle.findNext()
    window.harness.handle.findNext()
    const kept = document.activeElement === field
    field.remove()
    window.harness.handle.focus()
    return kept
  })
  expect(focused).toBe(true)
  await editor.type('1')
  expect(await editor.accepted()).toEqual(['one two 1'])
})

test('the paragraph of the caret is tinted', async ({ editor }) => {
  await editor.open(statement(p('one'), p('two')))
  await editor.select([1, 1])
  await expect(editor.page.locator('.paper-text > p[data-current]')).toHaveText('two')
})

test('a change that takes a paragraph’s end along is looked at in that paragraph, not in the next', async ({ editor }) => {
  await editor.open(statement(p('one'), { ...p(theirs('two')), mark: [insertion('t1')] }, p('three')))
  await editor.select([0, 0])
  await editor.press('Alt+ArrowDown')
  await expect(editor.page.locator('.paper-text > p[data-current]')).toHaveText('two')
  await expect.poll(() => editor.page.evaluate(() => window.harness.selected?.blockIndex)).toBe(1)
})
