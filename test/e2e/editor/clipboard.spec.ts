// Clipboard, drag and drop, input methods and browser edits: the ways into the text that are not plain keys.
import { ME, block, deletion, insertion, paragraph as p, statement } from '../../support/editor-harness/texts.ts'
import { expect, test } from './harness.ts'

const theirDeleted = (text: string) => ({ text, revisions: [deletion('t2')] })
const mine = (text: string) => ({ text, revisions: [insertion('m1', ME)] })

test('copying leaves deleted text out', async ({ editor }) => {
  await editor.open(statement(p('one ', theirDeleted('two '), { text: 'three', marks: ['bold'] }), p('four')))
  await editor.select([0, 0], [1, 2])
  await editor.press('Control+c')
  const copied = await editor.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item!.getType(type)).text()
    return { text: await read('text/plain'), html: await read('text/html') }
  })
  expect(copied.text).toBe('one three\nfo')
  expect(copied.html).toContain('one <b>three</b></p>')
})

test('cut marks, and pasting elsewhere inserts', async ({ editor }) => {
  await editor.open(statement(p('one two three')))
  await editor.select([0, 0], [0, 4])
  await editor.press('Control+x', 'End', 'Control+v')
  expect(await editor.drawn()).toBe('[-one -]two three[+one +]')
})

test('a plain paste of several paragraphs is one change', async ({ editor }) => {
  await editor.open(statement(p('ab'), p('cd')))
  await editor.select([0, 1])
  await editor.paste({ 'text/plain': 'one\r\ntwo\r\n' })
  expect(await editor.drawn()).toBe('a[+one+][+¶+][+two+]b¶cd')
  expect(await editor.page.evaluate(() => window.harness.handle.changes().length)).toBe(1)
  expect(await editor.rejected()).toEqual(['ab', 'cd'])
})

test('a rich paste brings letters and three formats, twice', async ({ editor }) => {
  const html = `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
    <h2>Head</h2><p class="MsoNormal">one <b>two</b>&nbsp;<i>three <u>four</u></i></p>
    <ul><li>five</li><li><span style="font-weight:700">six</span></li></ul>
    <img src="http://127.0.0.1:1/track.png" onerror="window.hacked=1"><script>window.hacked=2</script>
    <a href="javascript:x">link</a><del>gone</del>
    <!--EndFragment--></body></html>`
  await editor.open(statement(p('x')))
  const asked: string[] = []
  editor.page.on('request', (request) => asked.push(request.url()))
  await editor.select([0, 1])
  await editor.paste({ 'text/html': html, 'text/plain': 'fallback' })
  await editor.paste({ 'text/html': '<p>again <b>bold</b></p>' })
  expect(await editor.accepted()).toEqual(['xHead', 'one two\u00a0three four', 'five', 'six', 'linkagain bold'])
  const { blocks } = await editor.statement()
  expect(blocks[1]!.runs.map(({ text, marks }) => [text, marks?.join() ?? ''])).toEqual([
    ['one ', ''], ['two', 'bold'], ['\u00a0', ''], ['three ', 'italic'], ['four', 'italic,underline']])
  expect(blocks[3]!.runs[0]!.marks).toEqual(['bold'])
  expect(blocks.flatMap((b) => b.runs).filter((run) => !run.revisions).map((run) => run.text)).toEqual(['x'])
  expect(await editor.page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined()
  // The page's own fonts aside, nothing was asked for.
  expect(asked.filter((url) => !url.includes('/assets/'))).toEqual([])
})

// As Word puts a heading, a numbered item, tracked changes and an empty paragraph on the clipboard.
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-size:12.0pt;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 align=center style='text-align:center'>Water<o:p></o:p></h1>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-GB
style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EN-GB>The <b style='mso-bidi-font-weight:normal'>Parties</b> <ins cite="mailto:A"
datetime="2026-01-01T00:00">shall </ins><s><del cite="mailto:A" datetime="2026-01-01T00:00">may </del></s>meet<u>.</u><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='font-style:italic'>Done</span>&nbsp;here<br>and there.<o:p></o:p></p>
<!--EndFragment--></body></html>`

// As LibreOffice Writer puts the same there.
const FROM_LIBREOFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/><style type="text/css">p { line-height: 115%; background: transparent }</style>
</head><body lang="en-GB" dir="ltr"><h1 class="western" align="center">Water</h1>
<ol><li><p style="line-height: 100%; margin-bottom: 0cm">The <b>Parties</b>
<ins cite="file:///x" datetime="2026-01-01T00:00:00">shall </ins><del cite="file:///x">may </del>meet<u>.</u></p></li></ol>
<p style="line-height: 100%; margin-bottom: 0cm"><br/>

</p>
<p><i>Done</i>\u00a0here<br/>
and there.</p></body></html>`

for (const [from, html] of [['Word', FROM_WORD], ['LibreOffice', FROM_LIBREOFFICE]] as const) {
  test(`a paste from ${from} brings words and three formats, no numbers and nothing deleted`, async ({ editor }) => {
    await editor.open(statement(p('x')))
    await editor.select([0, 1])
    await editor.paste({ 'text/html': html, 'text/plain': 'fallback' })
    expect(await editor.styled()).toEqual([
      'paragraph: xWater', 'paragraph: The {Parties b} shall meet{. u}', 'paragraph: {Done i}\u00a0here\nand there.'])
    expect(await editor.rejected()).toEqual(['x'])
    expect(await editor.changes()).toHaveLength(1)
  })
}

test('a page nested very deep is pasted without harm', async ({ editor }) => {
  await editor.open(statement(p('x')))
  await editor.select([0, 1])
  await editor.paste({ 'text/html': `${'<div>'.repeat(20_000)}deep` })
  expect(await editor.accepted()).toEqual(['xdeep'])
})

test('a selected word is dragged', async ({ editor }) => {
  await editor.open(statement(p('one two three four')))
  const at = (offset: number) => editor.page.evaluate((o) => {
    const range = document.createRange()
    const text = document.querySelector('[data-lexical-text]')!.firstChild!
    range.setStart(text, o)
    range.setEnd(text, o + 1)
    const box = range.getBoundingClientRect()
    return { x: box.x + 1, y: box.y + box.height / 2 }
  }, offset)
  const [word, target] = [await at(5), await at(14)]
  await editor.page.mouse.dblclick(word.x, word.y)
  await editor.page.mouse.move(word.x, word.y)
  await editor.page.mouse.down()
  await editor.page.mouse.move(word.x + 12, word.y, { steps: 4 })
  await editor.page.mouse.move(target.x, target.y, { steps: 6 })
  await editor.page.mouse.up()
  await expect.poll(() => editor.accepted()).toEqual(['one  three twofour'])
  expect(await editor.rejected()).toEqual(['one two three four'])
})

test('a dropped clause tells its id and the paragraph it goes after', async ({ editor }) => {
  await editor.open(statement(p('first'), p('second')))
  const dropped = await editor.page.evaluate(() => {
    const target = document.querySelectorAll('.paper-text > p')[1]!
    const box = target.getBoundingClientRect()
    const at = { bubbles: true, cancelable: true, clientX: box.x + 60, clientY: box.bottom - 3 }
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('application/x-alternat-clause', 'clause-7')
    target.dispatchEvent(new DragEvent('dragover', { ...at, dataTransfer }))
    target.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer }))
    return window.harness.dropped.splice(0)
  })
  expect(dropped).toEqual([{ payload: 'clause-7', at: { afterBlock: 1 } }])
})

const COMPOSED: [what: string, from: [number, number], to: [number, number], drawn: string][] = [
  ['inside plain text', [0, 6], [0, 6], 'Hello [+日本+]world¶aa[-X-]bb¶mine:[+ins+]¶¶'],
  ['at the end of plain text', [0, 11], [0, 11], 'Hello world[+日本+]¶aa[-X-]bb¶mine:[+ins+]¶¶'],
  ['before a deletion', [1, 2], [1, 2], 'Hello world¶aa[+日本+][-X-]bb¶mine:[+ins+]¶¶'],
  ['inside one’s own insertion', [2, 6], [2, 6], 'Hello world¶aa[-X-]bb¶mine:[+i日本ns+]¶¶'],
  ['in an empty paragraph', [3, 0], [3, 0], 'Hello world¶aa[-X-]bb¶mine:[+ins+]¶[+日本+]¶'],
  ['over a selection', [0, 0], [0, 5], '[-Hello-][+日本+] world¶aa[-X-]bb¶mine:[+ins+]¶¶'],
]
for (const [what, from, to, drawn] of COMPOSED) {
  test(`an input method writes ${what}`, async ({ editor }) => {
    await editor.open(statement(p('Hello world'), p('aa', theirDeleted('X'), 'bb'), p('mine:', mine('ins')), p(), p()))
    const original = await editor.rejected()
    await editor.select(from, to)
    const session = await editor.page.context().newCDPSession(editor.page)
    for (const text of ['n', 'に', 'にほ', '日本']) {
      const key = { windowsVirtualKeyCode: 229, key: 'Process', code: 'KeyN' }
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: '日本' })
    await session.detach()
    await expect.poll(() => editor.drawn()).toBe(drawn)
    expect(await editor.rejected()).toEqual(original)
    expect(await editor.seen()).toEqual(await editor.accepted())
  })
}

test('a dead key and its letter are one insertion', async ({ editor }) => {
  await editor.open(statement(p('cafe'), p('a', theirDeleted('X'), 'b')))
  const session = await editor.page.context().newCDPSession(editor.page)
  const write = async (accent: string, letter: string) => {
    const key = { windowsVirtualKeyCode: 0, key: 'Dead', code: 'Quote' }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await session.send('Input.imeSetComposition', { text: accent, selectionStart: 1, selectionEnd: 1 })
    await session.send('Input.insertText', { text: letter })
  }
  await editor.select([0, 3], [0, 4])
  await write('´', 'é')
  await expect.poll(() => editor.drawn()).toBe('caf[-e-][+é+]¶a[-X-]b')
  await editor.select([1, 1])
  await write('¨', 'ü')
  await session.detach()
  await expect.poll(() => editor.drawn()).toBe('caf[-e-][+é+]¶a[+ü+][-X-]b')
  expect(await editor.rejected()).toEqual(['cafe', 'aXb'])
  expect(await editor.seen()).toEqual(await editor.accepted())
})

test('a cancelled composition leaves nothing', async ({ editor }) => {
  await editor.open(statement(p('Hello')))
  await editor.select([0, 2])
  const session = await editor.page.context().newCDPSession(editor.page)
  await session.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await session.detach()
  await expect.poll(() => editor.accepted()).toEqual(['Hello'])
  await editor.type('ok')
  expect(await editor.drawn()).toBe('He[+ok+]llo')
})

test('a spelling suggestion is a replacement', async ({ editor }) => {
  await editor.open(statement(p('Hello world')))
  await editor.select([0, 3])
  await editor.page.evaluate(() => {
    const text = document.querySelector('[data-lexical-text]')!.firstChild!
    const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 5 })
    const how = { inputType: 'insertReplacementText', data: 'Hullo', bubbles: true, cancelable: true, targetRanges: [range] }
    text.parentElement!.dispatchEvent(new InputEvent('beforeinput', how))
  })
  expect(await editor.drawn()).toBe('[-Hello-][+Hullo+] world')
})

test('an edit that slips by is caught and tracked', async ({ editor }) => {
  await editor.open(statement(p('Hello world'), block('heading', 'Head'), p('end')))
  await editor.page.evaluate(() => window.harness.bare())
  expect(await editor.drawn()).toBe('Hello [+brave +]world¶[-Head-][-¶-]end')
  expect(await editor.rejected()).toEqual(['Hello world', 'Head', 'end'])
  expect(await editor.repairs()).toBe(1)
})
