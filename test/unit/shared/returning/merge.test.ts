// A text that was sent out and came back: what they did is in the draft under their name, what we did stays, and nothing that
// both changed is decided by the program.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, RevisionBy, Statement } from '../../../../shared/model/statement.ts'
import { acceptAll, redline, rejectAll, resolve, wordDiff } from '../../../../shared/redline/index.ts'
import { mergeReturned, type Returned } from '../../../../shared/returning/index.ts'
import { parse, print } from '../redline/notation.ts'
import { paragraphs } from '../redline/texts.ts'

const THEM = { author: 'Them', delegation: 'TT', time: '2026-03-01T09:00:00.000Z' }
const US = { author: 'Us', delegation: 'UU', time: '2026-03-02T09:00:00.000Z' }

function merge(sent: Statement, returned: Statement, current: Statement, takeTheirs: string[] = []): Returned {
  let made = 0
  return mergeReturned({
    sent, returned, current, isNew: (revision) => revision.author === 'Them', untracked: THEM, newId: () => `n${++made}`,
    takeTheirs: new Set(takeTheirs),
  })
}

const plain = (texts: readonly string[]): Statement => ({
  format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' },
  blocks: texts.map((text, index): Block => ({ id: `p${index}`, kind: 'paragraph', runs: text === '' ? [] : [{ text }] })),
})
const texts = ({ blocks }: Statement) => blocks.map(({ runs }) => runs.map((run) => run.text).join(''))
const isTheirs = (revision: RevisionBy) => revision.author === 'Them'
const withoutTheirs = (statement: Statement) => resolve(statement, isTheirs, 'reject')

/** Some paragraphs edited, taken out or put in, as a list of changes by paragraph. */
const change = fc.record({ at: fc.nat(), act: fc.constantFrom('word', 'append', 'delete', 'insert', 'split'), word: fc.constantFrom('river', 'dam') })

function changed(list: readonly string[], changes: readonly { at: number; act: string; word: string }[]): string[] {
  return changes.reduce((now, { at, act, word }) => {
    if (now.length === 0) return now
    const index = at % now.length
    const text = now[index]!
    switch (act) {
      case 'word': return now.with(index, `${word} ${text}`)
      case 'append': return now.with(index, `${text} ${word}`)
      case 'delete': return now.toSpliced(index, 1)
      case 'insert': return now.toSpliced(index, 0, `A wholly new paragraph on the ${word} and its banks`)
      default: return now.toSpliced(index, 1, text.slice(0, text.length / 2), text.slice(text.length / 2))
    }
  }, [...list])
}

const sentTexts = paragraphs.map((list) => ['The Parties agree as follows', ...list, 'Done in two copies'])
const returnedTexts = fc.tuple(sentTexts, fc.array(change, { maxLength: 4 })).map(([list, changes]) => {
  const inner = changed(list.slice(1, -1), changes)
  return [list, [list[0]!, ...inner, list.at(-1)!]] as const
})

describe('nobody touched it here', () => {
  test('tracked: accepted it reads as it came back, with theirs rejected as it was sent', () => {
    fc.assert(fc.property(returnedTexts, ([before, after]) => {
      const sent = plain(before)
      const { merged, conflicts } = merge(sent, redline(sent, plain(after), THEM), sent)
      expect(conflicts).toEqual([])
      expect(texts(acceptAll(merged))).toEqual(after)
      expect(texts(withoutTheirs(merged))).toEqual(before)
    }), { numRuns: 500 })
  })

  test('untracked: the same', () => {
    fc.assert(fc.property(returnedTexts, ([before, after]) => {
      const sent = plain(before)
      const { merged, conflicts } = merge(sent, plain(after), sent)
      expect(conflicts).toEqual([])
      expect(texts(acceptAll(merged))).toEqual(after)
      expect(texts(rejectAll(merged))).toEqual(before)
    }), { numRuns: 500 })
  })

  test('returned as it was sent, it leaves the very same blocks', () => {
    const sent = parse('One [+1 two]¶[-2 three]¶(-2)four¶')
    const { merged, conflicts } = merge(sent, structuredClone(sent), sent)
    expect(conflicts).toEqual([])
    merged.blocks.forEach((block, index) => expect(block).toBe(sent.blocks[index]))
  })
})

/** The draft with paragraphs rewritten here as tracked changes; ids stay. */
function revisedHere(sent: Statement, words: ReadonlyMap<number, string>): Statement {
  let made = 0
  const blocks = sent.blocks.map((block, index): Block => {
    const now = words.get(index)
    if (now === undefined) return block
    const was = block.runs.map((run) => run.text).join('')
    return {
      ...block,
      runs: wordDiff(was, now).map(({ op, text }) => (op === 'equal' ? { text } : {
        text, revisions: [{ id: `u${++made}`, kind: op === 'insert' ? 'insertion' : 'deletion', ...US }],
      })),
    }
  })
  return { ...sent, blocks }
}

describe('both changed it', () => {
  test('what was done here is never lost, whatever came back', () => {
    const here = fc.array(fc.tuple(fc.nat(), fc.constantFrom('river ', 'the dam ', '')), { maxLength: 3 })
    fc.assert(fc.property(returnedTexts, here, fc.boolean(), ([before, after], edits, tracked) => {
      const sent = plain(before)
      const ours = new Map(edits.map(([at, word]) => {
        const index = at % before.length
        return [index, word === '' ? '' : `${word}${before[index]}`] as const
      }))
      const current = revisedHere(sent, ours)
      const { merged } = merge(sent, tracked ? redline(sent, plain(after), THEM) : plain(after), current)
      expect(texts(acceptAll(withoutTheirs(merged)))).toEqual(texts(acceptAll(current)))
      expect(texts(rejectAll(withoutTheirs(merged)))).toEqual(before)
    }), { numRuns: 500 })
  })

  test.each([
    // sent, theirs, ours, with every change accepted
    ['in different words', 'The Parties agree to meet', 'The Parties agree to meet soon', 'The Leaders agree to meet', 'The Leaders agree to meet soon'],
    ['alike', 'The Parties agree', 'The Leaders agree', 'The Leaders agree', 'The Leaders agree'],
    ['each took something out', 'a b c d e f g h', 'a c d e f g h', 'a b c d e f h', 'a c d e f h'],
  ])('%s: both stand', (_, before, theirs, ours, wanted) => {
    const sent = plain([before])
    const { merged, conflicts } = merge(sent, redline(sent, plain([theirs]), THEM), revisedHere(sent, new Map([[0, ours]])))
    expect(conflicts).toEqual([])
    expect(texts(acceptAll(merged))).toEqual([wanted])
  })

  test.each([
    ['another word for the same one', 'The Parties agree', 'The Leaders agree', 'The States agree'],
    ['a word inside what was taken out here', 'The Parties firmly agree to meet', 'The Parties firmly agree to convene', ''],
    ['rewritten here what they took out', 'One two three four', 'One four', 'One two 2 three four'],
  ])('%s: told side by side, ours kept until theirs is taken', (_, before, theirs, ours) => {
    const sent = plain(['Above', before])
    const current = revisedHere(sent, new Map([[1, ours]]))
    const returned = redline(sent, plain(['Above', theirs]), THEM)
    const { merged, conflicts } = merge(sent, returned, current)
    expect(conflicts).toEqual([{ id: 'p1', sent: before, ours, theirs }])
    expect(texts(acceptAll(merged))).toEqual(['Above', ours])
    const taken = merge(sent, returned, current, ['p1'])
    expect(texts(acceptAll(taken.merged))).toEqual(['Above', theirs])
    expect(texts(acceptAll(withoutTheirs(taken.merged)))).toEqual(['Above', ours])
  })

  test('a paragraph that is gone here and was edited there is told, and comes back where it stood when theirs is taken', () => {
    const sent = plain(['One', 'Two is here', 'Three'])
    const current: Statement = { ...sent, blocks: sent.blocks.toSpliced(1, 1) }
    const returned = redline(sent, plain(['One', 'Two is there', 'Three']), THEM)
    const { merged, conflicts } = merge(sent, returned, current)
    expect(conflicts).toEqual([{ id: 'p1', sent: 'Two is here', ours: null, theirs: 'Two is there' }])
    expect(texts(acceptAll(merged))).toEqual(['One', 'Three'])
    expect(texts(acceptAll(merge(sent, returned, current, ['p1']).merged))).toEqual(['One', 'Two is there', 'Three'])
  })

  test('a paragraph rewritten here and taken out there is gone once theirs is taken, end and all', () => {
    const sent = plain(['One', 'Two is here', 'Three'])
    const current = revisedHere(sent, new Map([[1, 'Two was here']]))
    const returned = redline(sent, plain(['One', 'Three']), THEM)
    expect(merge(sent, returned, current).conflicts).toEqual([{ id: 'p1', sent: 'Two is here', ours: 'Two was here', theirs: '' }])
    expect(texts(acceptAll(merge(sent, returned, current).merged))).toEqual(['One', 'Two was here', 'Three'])
    expect(texts(acceptAll(merge(sent, returned, current, ['p1']).merged))).toEqual(['One', 'Three'])
  })

  test('a paragraph that is gone here and was only commented on there is no conflict', () => {
    const sent = plain(['One', 'Two', 'Three'])
    const returned = plain(['One', 'Two', 'Three'])
    returned.blocks[1]!.runs = [{ text: 'Two', comments: ['x'] }]
    returned.comments = [{ id: 'x', ...THEM, text: 'Why?', resolved: false, replies: [] }]
    const { merged, conflicts } = merge(sent, returned, { ...sent, blocks: sent.blocks.toSpliced(1, 1) }, ['p1'])
    expect(conflicts).toEqual([])
    expect(texts(merged)).toEqual(['One', 'Three'])
    expect(merged.comments).toMatchObject([{ text: 'Why?' }])
  })
})

describe('what else comes back', () => {
  test('changes that were sent stay ours; those inside them are theirs', () => {
    const sent = parse('The [-1U Parties][+2U Leaders of States] agree¶')
    const returned = parse('The [-1U Parties][+2U Leaders][+2U-9T  of States] agree [+8T again]¶')
    for (const run of returned.blocks[0]!.runs) for (const one of run.revisions ?? []) if (one.author === 'T') one.author = 'Them'
    const { merged } = merge(sent, returned, sent)
    expect(print(withoutTheirs(merged))).toBe(print(sent))
    expect(texts(acceptAll(merged))).toEqual(['The Leaders agree again'])
  })

  test('new comments, replies and settlings', () => {
    const by = { author: 'Us', delegation: '', time: '2026-03-01T08:00:00.000Z' }
    const question = { id: 'c1', ...by, text: 'Agreed?', resolved: false, replies: [] }
    const sent: Statement = { ...plain(['One two']), comments: [question] }
    sent.blocks[0]!.runs = [{ text: 'One ' }, { text: 'two', comments: ['c1'] }]
    const returned: Statement = {
      ...sent,
      blocks: [{ ...sent.blocks[0]!, runs: [{ text: 'One', comments: ['x'] }, { text: ' ' }, { text: 'two', comments: ['y'] }] }],
      comments: [
        { id: 'x', ...THEM, text: 'Which one?', resolved: false, replies: [] },
        { ...question, id: 'y', time: '2026-03-01T08:00:30.000Z', resolved: true, replies: [{ id: 'z', ...THEM, text: 'Yes' }] },
      ],
    }
    const { merged } = merge(sent, returned, sent)
    expect(merged.comments).toMatchObject([
      { id: 'c1', resolved: true, replies: [{ text: 'Yes' }] }, { text: 'Which one?' },
    ])
    expect(merged.blocks[0]!.runs.map(({ text, comments }) => [text, comments])).toEqual([
      ['One', [merged.comments![1]!.id]], [' ', undefined], ['two', ['c1']],
    ])
  })

  test('formats and kinds, unless they were changed here too', () => {
    const sent = plain(['Water and energy', 'Two'])
    const returned = plain(['Water and energy', 'Two'])
    returned.blocks[0] = {
      ...returned.blocks[0]!, kind: 'heading', level: 1, recast: { id: 'k', ...THEM, was: { kind: 'paragraph' } },
      runs: [{ text: 'Water', marks: ['bold'], restyled: [{ id: 'f', ...THEM, marks: ['bold'] }] }, { text: ' and energy' }],
    }
    const { merged } = merge(sent, returned, sent)
    expect(merged.blocks[0]).toMatchObject({ kind: 'heading', level: 1, runs: [{ text: 'Water', marks: ['bold'] }, { text: ' and energy' }] })
    expect(rejectAll(merged)).toEqual(sent)
    const titled: Statement = { ...sent, blocks: [{ ...sent.blocks[0]!, kind: 'title' }, sent.blocks[1]!] }
    expect(merge(sent, returned, titled).merged.blocks[0]!.kind).toBe('title')
  })

  test('a paragraph carried elsewhere without tracking is one move', () => {
    const [moved, ...others] = ['Energy is shared', 'Water is life for all of the region', 'The Parties will develop the corridor']
    const sent = plain([moved!, ...others])
    const { merged } = merge(sent, plain([...others, moved!]), sent)
    const moves = new Set(merged.blocks.flatMap(({ mark }) => mark ?? []).map((revision) => revision.move))
    expect(moves.size).toBe(1)
    expect(moves.has(undefined)).toBe(false)
  })
})
