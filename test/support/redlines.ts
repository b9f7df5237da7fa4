// Generated redlines: statements of every kind of block, with changes of text and of paragraph ends by several hands.
import * as fc from 'fast-check'
import type { Block, Revision, Run, Statement } from '../../shared/model/statement.ts'

const HANDS = [
  { author: 'A. Aliyev', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' },
  { author: 'B. Bek', delegation: 'BK', time: '2026-01-06T11:30:00.000Z' },
  { author: 'C. Chen', delegation: '', time: '2026-01-07T09:15:00.000Z' },
] as const

const hand = fc.constantFrom(...HANDS)
const revision = (kind: Revision['kind']) =>
  fc.tuple(hand, fc.nat(999)).map(([by, id]): Revision => ({ id: `${kind}${id}`, kind, ...by }))

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

const run = fc
  .record({ text: words, marks: fc.subarray(['bold', 'italic', 'underline'] as const), revisions: stack })
  .map(
    ({ text, marks, revisions }): Run => ({
      text,
      ...(marks.length > 0 ? { marks } : {}),
      ...(revisions.length > 0 ? { revisions } : {}),
    }),
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
          }
        }),
      ],
    }),
  )
