// Comments: where they stand, what answers what, which are resolved, in files of Word and of others.
import { describe, expect, it } from 'vitest'
import { listComments } from '../../../electron/core/formats/docx/listed.ts'
import { readDocx } from '../../../electron/core/formats/docx/read.ts'
import { commentSchema } from '../../../shared/model/comment.ts'
import { del, docxOf, ins, p, r } from '../../support/docx.ts'

const comment = (id: number | string, text: string, { author = 'B. Bek (BK)', paraId = '' } = {}) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-01-06T10:00:00Z" w:initials="B">${text.split('|').map((line, index, all) =>
    `<w:p${paraId && index === all.length - 1 ? ` w14:paraId="${paraId}"` : ''}><w:r><w:annotationRef/></w:r>${r(line)}</w:p>`).join('')}</w:comment>`
const extended = (paraId: string, done = '0', parent = '') =>
  `<w15:commentEx w15:paraId="${paraId}" w15:done="${done}"${parent && ` w15:paraIdParent="${parent}"`}/>`
const start = (id: number | string) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number | string) => `<w:commentRangeEnd w:id="${id}"/>`
const sign = (id: number | string) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
const over = (id: number | string, content: string) => start(id) + content + end(id) + sign(id)

const read = (body: string, comments: string, commentsExtended?: string) =>
  readDocx(docxOf(body, { comments, ...(commentsExtended !== undefined && { commentsExtended }) }))
const places = (body: string, comments = comment(0, 'one') + comment(1, 'two')) =>
  listComments(read(body, comments)).map(({ text, paragraph, about }) => `${text} ${paragraph} ${about}`)

describe('a comment', () => {
  it('is what it says, by whom and when', () => {
    expect(read(p(over(0, r('word'))), comment(0, 'Why?|Really.')).comments).toEqual([
      { id: 'c1', author: 'B. Bek', delegation: 'BK', time: '2026-01-06T10:00:00Z', text: 'Why?\nReally.', resolved: false,
        replies: [] },
    ])
  })

  it.each([
    ['over words', p(r('a ') + over(0, r('b')) + r(' c')), ['one 0 b', 'two null ']],
    ['over words, some of them changed', p(over(0, r('a') + ins('b') + del('c'))), ['one 0 abc', 'two null ']],
    ['over paragraphs', p(start(0) + r('a')) + p(r('b') + end(0) + r('c') + sign(0)), ['one 0 ab', 'two null ']],
    ['two that overlap', p(start(0) + r('a') + start(1) + r('b') + end(0) + sign(0) + r('c') + end(1) + sign(1)),
      ['one 0 ab', 'two 0 bc']],
    ['at a point after a word', p(r('one two') + sign(0) + r(' three')), ['one 0 two', 'two null ']],
    ['at a point before any word', p(sign(0) + r('first') + r(' second')), ['one 0 first', 'two null ']],
    ['over an empty range after a word', p(r('word ') + over(0, '')), ['one 0 word ', 'two null ']],
    ['in an empty paragraph', p(sign(0)) + p(r('a')), ['one null ', 'two null ']],
    ['with a range that never ends', p(start(0) + r('a')) + p(r('b')), ['one 0 ab', 'two null ']],
    ['with no range and no sign', p(r('a')), ['one null ', 'two null ']],
    ['that the file does not hold', p(over(7, r('a'))), ['one null ', 'two null ']],
  ])('stands %s', (_, body, expected) => expect(places(body)).toEqual(expected))

  it('of an id that comes twice stands at the range of its own', () => {
    expect(places(p(over(0, r('a')) + r('-') + over(0, r('b'))), comment(0, 'first') +
      comment(0, 'second'))).toEqual(['first 0 a', 'second 0 b'])
  })

  it('that holds no letters still is one', () => {
    const [found] = read(p(over(0, r('a'))),
      '<w:comment w:id="0" w:author="A"><w:p><w:r><w:drawing/></w:r></w:p></w:comment>').comments
    expect(found).toMatchObject({ author: 'A', text: '…', time: '' })
    expect(commentSchema.safeParse(found).success).toBe(true)
  })

  it('is read as its author left it', () => {
    expect(read(p(''), `<w:comment w:id="0"><w:p>${ins('new') + del('old')}</w:p></w:comment>`).comments[0]!.text).toBe('new')
  })
})

describe('threads', () => {
  const three = comment(0, 'Question', { paraId: '0000000A' }) +
    comment(1, 'Answer|at length', { author: 'A', paraId: '0000000B' }) + comment(2, 'Thanks', { paraId: '0000000C' })
  const body = p(over(0, over(1, over(2, r('word')))))
  const shown = (threads: string) => read(body, three, threads).comments.map(({ text, resolved, replies }) =>
    [text, ...(resolved ? ['resolved'] : []), ...replies.map((reply) => `${reply.author}: ${reply.text}`)])

  it('replies stand under their comment, and have no place of their own', () => {
    const threads = extended('0000000A', '1') + extended('0000000B', '1', '0000000A') + extended('0000000C', '1', '0000000A')
    expect(shown(threads)).toEqual([['Question', 'resolved', 'A: Answer\nat length', 'B. Bek: Thanks']])
    expect(read(body, three, threads).paragraphs[0]!.runs).toEqual([{ text: 'word', comments: ['c1'] }])
  })

  it('a reply to a reply stands under the first comment', () => {
    expect(shown(extended('0000000A') + extended('0000000B', '0', '0000000a') + extended('0000000C', '0', '0000000B')))
      .toEqual([['Question', 'A: Answer\nat length', 'B. Bek: Thanks']])
  })

  it.each([
    ['nothing says who answers whom', '', ['Question', 'Answer\nat length', 'Thanks']],
    ['the parent is not there', extended('0000000B', '0', '000000FF'), ['Question', 'Answer\nat length', 'Thanks']],
    ['they answer each other in a circle', extended('0000000B', '0', '0000000C') + extended('0000000C', '0', '0000000B'),
      ['Question', 'Answer\nat length', 'Thanks']],
    ['one answers itself', extended('0000000A', '0', '0000000A'), ['Question', 'Answer\nat length', 'Thanks']],
  ])('each stands alone where %s', (_, threads, expected) => expect(shown(threads).map(([text]) => text)).toEqual(expected))

  it('are counted in the warning once each', () => {
    expect(read(body, three).warnings).toEqual([{ code: 'docx-comments', message: 'comments were left out: 3' }])
  })
})
