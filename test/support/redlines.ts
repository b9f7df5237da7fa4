// Generated redlines: statements of every kind of block, with changes of text, looks, kinds and paragraph ends by several hands;
// `discussed` adds moves, comments and reasons.
import * as fc from 'fast-check'
import type { Comment } from '../../shared/model/comment.ts'
import type { Block, Recasting, Restyling, Revision, Run, Statement, TextMark } from '../../shared/model/statement.ts'

const HANDS = [
  { author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' },
  { author: 'B. Bek', delegation: 'BK', time: '2026-01-06T11:30:00.000Z' },
  { author: 'C. Chen', delegation: '', time: '2026-01-07T09:15:00.000Z' },
] as const

const hand = fc.constantFrom(...HANDS)
const revision = (kind: Revision['kind']) =>
  fc.tuple(hand, fc.nat(999)).map(([by, id]): Revision => ({ id: `${kind}${id}${by.author[0]}`, kind, ...by }))

/** None, one, or a deletion inside an insertion. */
const stack = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Revision[]>([]) },
  { weight: 2, arbitrary: revision('insertion').map((one) => [one]) },
  { weight: 2, arbitrary: revision('deletion').map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(revision('insertion'), revision('deletion')).map((both) => [...both]) },
)

const words = fc
  .array(
    fc.constantFrom(
      'Стороны',
      'подтверждают',
      'region',
      'water',
      '2,5',
      '水',
      '«',
      '»',
      ' ',
      ' ',
      '\u00a0',
      ' – ',
      '&',
      '<b>',
      '"',
      '#',
      '\n',
      '\t',
      '\u2011',
      '😀',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const MARKS = ['bold', 'italic', 'underline'] as const

/** None, one hand's, or those of two, no mark switched twice. */
const restyled: fc.Arbitrary<Restyling[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Restyling[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.subarray([...MARKS], { minLength: 1 }), fc.array(hand, { minLength: 1, maxLength: 2 }), fc.nat(999))
      .map(([marks, hands, id]) => {
        const shares: TextMark[][] = hands.length > 1 && marks.length > 1 ? [marks.slice(0, 1), marks.slice(1)] : [marks]
        return shares.map((share, index) => ({ id: `style${id}-${index}`, ...hands[index]!, marks: share }))
      }),
  },
)

const run = fc
  .record({ text: words, marks: fc.subarray([...MARKS]), revisions: stack, restyled })
  .map(
    ({ text, marks, revisions, restyled: styles }): Run => ({
      text,
      ...(marks.length > 0 ? { marks } : {}),
      ...(revisions.length > 0 ? { revisions } : {}),
      ...(styles.length > 0 ? { restyled: styles } : {}),
    }),
  )

/** What a paragraph may have been before it was made something else. */
const recast: fc.Arbitrary<Recasting | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hand, fc.nat(999), fc.constantFrom('chapeau', 'heading', 'paragraph', 'item'), fc.constantFrom(1, 2, 3))
      .map(([by, id, kind, level]) => ({
        id: `kind${id}`,
        ...by,
        was: { kind, ...(kind === 'heading' || kind === 'item' ? { level } : {}) },
      })),
  },
)

const block = fc.record({
  kind: fc.constantFrom(
    'chapeau',
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
    'item',
    'place-date',
    'signature',
    'passage',
  ),
  runs: fc.oneof(
    { weight: 6, arbitrary: fc.array(run, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant<Run[]>([]) },
  ),
  mark: stack,
  recast,
  whole: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: stack }),
  level: fc.constantFrom(1, 1, 2),
  numbered: fc.constantFrom(undefined, undefined, undefined, false, true),
})

const profile = fc.record({
  sections: fc.constantFrom('roman', 'arabic', 'none'),
  clauses: fc.constantFrom('none', 'continuous', 'by-section'),
  items: fc.constantFrom('none', 'parenthesis', 'letter', 'bullet'),
})

/** A statement of a title and up to nine blocks; a quarter of them inserted or deleted as a whole. */
export const redlined: fc.Arbitrary<Statement> = fc
  .record({ language: fc.constantFrom('ru', 'en'), numbering: profile, blocks: fc.array(block, { maxLength: 9 }) })
  .map(
    ({ language, numbering, blocks }): Statement => ({
      format: 1,
      language,
      numbering,
      blocks: [
        { id: 'b0', kind: 'title', runs: [{ text: 'Statement' }] },
        ...blocks.map((entry, index): Block => {
          const mark = entry.whole ?? entry.mark
          return {
            id: `b${index + 1}`,
            kind: entry.kind,
            ...(entry.kind === 'heading' || entry.kind === 'item' ? { level: entry.level } : {}),
            ...(entry.numbered === undefined ? {} : { numbered: entry.numbered }),
            runs:
              entry.whole === null || entry.whole.length === 0
                ? entry.runs
                : entry.runs.map((one) => ({ ...one, revisions: entry.whole! })),
            ...(mark.length > 0 ? { mark } : {}),
            ...(entry.recast && entry.recast.was.kind !== entry.kind ? { recast: entry.recast } : {}),
          }
        }),
      ],
    }),
  )

interface MoveOf {
  /** Which paragraphs, and between which they now stand; counted round. */
  from: number
  count: number
  to: number
  by: (typeof HANDS)[number]
  reason: string | undefined
}

/** The statement with some paragraphs moved: deleted where they stood, inserted where they stand. */
function withMove(statement: Statement, { from, count, to, by, reason }: MoveOf, index: number): Statement {
  const { blocks } = statement
  const first = 1 + (from % Math.max(1, blocks.length - 1))
  const moved = blocks.slice(first, first + count)
  if (moved.length === 0) return statement
  const target = to % 2 === 0 ? 1 + (to % first) : first + moved.length + (to % (blocks.length - first - moved.length + 1))
  const half = (kind: Revision['kind']): Revision =>
    ({ id: `${kind}-${index}`, kind, ...by, move: `move-${index}`, ...(reason !== undefined ? { reason } : {}) })
  const under = (block: Block, kind: Revision['kind']): Block => ({
    ...block,
    id: kind === 'insertion' ? `${block.id}-${index}` : block.id,
    runs: block.runs.map((one) => ({ ...one, revisions: [...(one.revisions ?? []), half(kind)] })),
    mark: [...(block.mark ?? []), half(kind)],
  })
  // What is moved was settled, or carries changes that its mover met there; an insertion stays one at its new place too.
  const away = moved.map((block) => under(block, 'deletion'))
  const here = moved.map((block) => under(block, 'insertion'))
  const rest = (a: number, b: number) => blocks.slice(a, b)
  const next =
    target < first
      ? [...rest(0, target), ...here, ...rest(target, first), ...away, ...rest(first + moved.length, blocks.length)]
      : [...rest(0, first), ...away, ...rest(first + moved.length, target), ...here, ...rest(target, blocks.length)]
  return { ...statement, blocks: next }
}

const said = fc.record({
  by: hand,
  text: fc.constantFrom('Why?', 'Согласовано\nв Ташкенте', '<b> & "so"', '水'),
})

const reason = fc.option(fc.constantFrom('As agreed', 'По просьбе хозяев'), { nil: undefined })

/** `redlined` with up to two moves, with comments and with reasons for changes. */
export const discussed: fc.Arbitrary<Statement> = fc
  .record({
    statement: redlined,
    moves: fc.array(fc.record({ from: fc.nat(20), count: fc.constantFrom(1, 1, 2), to: fc.nat(20), by: hand, reason }), {
      maxLength: 2,
    }),
    comments: fc.array(
      fc.record({ said, from: fc.nat(40), count: fc.nat(4), resolved: fc.boolean(), replies: fc.array(said, { maxLength: 2 }) }),
      { maxLength: 3 },
    ),
    reasons: fc.array(reason, { minLength: 5, maxLength: 5 }),
  })
  .map(({ statement, moves, comments, reasons }): Statement => {
    const moved = moves.reduce(withMove, withReasons(statement, reasons))
    let at = 0
    const idsAt = (place: number) =>
      comments.flatMap(({ from, count }, index) => (place >= from && place <= from + count ? [`c${index}`] : []))
    const blocks = moved.blocks.map((entry) => ({
      ...entry,
      runs: entry.runs.map((one) => {
        const ids = idsAt(at++)
        return ids.length > 0 ? { ...one, comments: ids } : one
      }),
    }))
    return {
      ...moved,
      blocks,
      comments: comments.map(
        ({ said: { by, text }, resolved, replies }, index): Comment => ({
          id: `c${index}`,
          ...by,
          text,
          resolved,
          replies: replies.map((reply, count) => ({ id: `c${index}-${count}`, ...reply.by, text: reply.text })),
        }),
      ),
    }
  })

/** Reasons by turns for the revisions of runs and ends. */
function withReasons(statement: Statement, reasons: readonly (string | undefined)[]): Statement {
  let turn = 0
  const give = (stack: readonly Revision[]): Revision[] =>
    stack.map((one) => {
      const given = reasons[turn++ % reasons.length]
      return given === undefined ? one : { ...one, reason: given }
    })
  return {
    ...statement,
    blocks: statement.blocks.map((entry) => ({
      ...entry,
      runs: entry.runs.map((one) => (one.revisions ? { ...one, revisions: give(one.revisions) } : one)),
      ...(entry.mark ? { mark: give(entry.mark) } : {}),
    })),
  }
}
