// A key that follows a caret movement at once: both happen in one task of the page, before the browser has told of the movement.
import { paragraph as p, statement } from '../../support/editor-harness/texts.ts'
import type { LivePlace } from '../../support/editor-harness/page.tsx'
import { expect, test } from './harness.ts'

interface Row {
  what: string
  /** What is pressed, pasted or written after the movement. */
  key?: Pick<KeyboardEventInit, 'key' | 'code' | 'ctrlKey' | 'shiftKey'>
  input?: Pick<InputEventInit, 'inputType' | 'data'>
  paste?: string
  /** Extends the selection instead of moving the caret. */
  extend?: boolean
  drawn: string
  caret?: LivePlace
}

// The caret stands in "one two three" before "three" and moves a word back, before "two".
const rows: Row[] = [
  { what: 'Backspace', key: { key: 'Backspace' }, drawn: 'one[- -]two three', caret: [0, 3] },
  { what: 'Delete', key: { key: 'Delete' }, drawn: 'one [-t-]wo three' },
  { what: 'Ctrl+Backspace', key: { key: 'Backspace', ctrlKey: true }, drawn: '[-one -]two three', caret: [0, 0] },
  { what: 'Ctrl+Delete', key: { key: 'Delete', ctrlKey: true }, drawn: 'one [-two-] three' },
  { what: 'Enter', key: { key: 'Enter' }, drawn: 'one [+¶+]two three', caret: [1, 0] },
  { what: 'Shift+Enter', key: { key: 'Enter', shiftKey: true }, drawn: 'one [+\n+]two three' },
  { what: 'the no-break space', key: { key: ' ', code: 'Space', ctrlKey: true, shiftKey: true }, drawn: 'one [+\u00a0+]two three' },
  { what: 'a letter', input: { inputType: 'insertText', data: 'x' }, drawn: 'one [+x+]two three', caret: [0, 5] },
  { what: 'deletion to the start of the line', input: { inputType: 'deleteSoftLineBackward' }, drawn: '[-one -]two three' },
  { what: 'a paste', paste: 'zero', drawn: 'one [+zero+]two three' },
  { what: 'Backspace on what was just selected', extend: true, key: { key: 'Backspace' }, drawn: 'one [-two -]three', caret: [0, 4] },
  { what: 'Enter over what was just selected', extend: true, key: { key: 'Enter' }, drawn: 'one [-two -][+¶+]three' },
  { what: 'a letter over it', extend: true, input: { inputType: 'insertText', data: '2' }, drawn: 'one [-two -][+2+]three' },
]

for (const row of rows) {
  test(`acts at the caret’s new place: ${row.what}`, async ({ editor }) => {
    await editor.open(statement(p('one two three')))
    await editor.select([0, 8])
    await editor.page.evaluate(({ key, input, paste, extend }) => {
      const target = document.querySelector('.paper-text')!
      const how = { bubbles: true, cancelable: true, composed: true }
      getSelection()!.modify(extend ? 'extend' : 'move', 'backward', 'word')
      if (key) target.dispatchEvent(new KeyboardEvent('keydown', { ...key, ...how }))
      if (input) target.dispatchEvent(new InputEvent('beforeinput', { ...input, ...how }))
      if (paste) {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', paste)
        target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, ...how }))
      }
    }, row)
    expect(await editor.drawn()).toBe(row.drawn)
    expect(await editor.rejected()).toEqual(['one two three'])
    if (row.caret) expect(await editor.selection()).toEqual([row.caret, row.caret])
    expect(await editor.repairs()).toBe(0)
  })
}

test('a format chosen for the next letter survives a key that moves nothing', async ({ editor }) => {
  await editor.open(statement(p('ab')))
  await editor.select([0, 1])
  await editor.press('Control+b', 'Shift', 'x')
  expect((await editor.statement()).blocks[0]!.runs.find((run) => run.text === 'x')?.marks).toEqual(['bold'])
})
