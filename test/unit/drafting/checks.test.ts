// The checks of a draft as the screen holds them: made once for each wording, let be until the words change, walked in order.
import { expect, test } from 'vitest'
import type { CheckGround } from '../../../shared/model/finding.ts'
import type { DraftDetails } from '../../../shared/model/draft.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Block, Source, Statement } from '../../../shared/model/statement.ts'
import { byBlock, countKinds, createChecker, dismissalOf, nextCheck, sorted, sourcesOf, takeable, type Check, type Checker } from '../../../renderer/features/drafting/checks/checks.ts'
import { facts, successors } from '../../support/planted.ts'

const SOURCE = 'd1' as DeclarationId
const source = (text: string): Source =>
  ({ clauseId: null, declarationId: SOURCE, citation: 'Terven 2022', date: '2022-06-08', number: null, grade: 'official', parties: [], text })
const clause = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text }], source: source(text) })
const statementOf = (blocks: Block[]): Statement => ({ format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks })
const details: DraftDetails = {
  title: 'Fifth Meeting of Ministers', form: 'joint-statement', language: 'en', date: '2026-05-20', place: 'Selta', parties: [...facts.en.draft.parties], base: null,
}
const ground: CheckGround = { sources: { [SOURCE]: facts.en.source }, successors: [...successors], readable: true }

const BLOCKS = [
  { id: 'c', kind: 'chapeau' as const, runs: [{ text: 'The ministers (hereinafter referred to as “the Participants”) state:' }] },
  clause('a', 'The Parties met on 8 June 2022 in Nur-Sultan.'),
  clause('b', 'A forum will be held in 2023.'),
]

/** All checks, and how many paragraphs were read for them. */
function run(check: Checker, blocks: Block[], about = details): { checks: Check[]; read: number } {
  const steps = check(statementOf(blocks), about, ground, '2026-01-10')
  for (let read = 0; ; read++) {
    const step = steps.next()
    if (step.done) return { checks: step.value, read }
  }
}

const found = (checks: readonly Check[]) => checks.map(({ finding }) => finding.found)

test('every paragraph is read once for each wording, and anew when the draft is another', () => {
  const check = createChecker()
  expect(run(check, BLOCKS)).toMatchObject({ read: 3 })
  expect(found(run(check, BLOCKS).checks)).toEqual(['Parties', '8 June 2022', 'Nur-Sultan', '2023'])
  expect(run(check, BLOCKS).read).toBe(0)
  expect(run(check, [BLOCKS[0]!, BLOCKS[1]!, clause('b', 'A forum was held.')]).read).toBe(1)
  expect(run(check, BLOCKS, { ...details, date: '2022-06-08' }).read).toBe(3)
})

test('a paragraph whose declaration is gone is checked by what it remembers', () => {
  const steps = createChecker()(statementOf(BLOCKS), details, { ...ground, sources: {} }, '2026-01-10')
  let step = steps.next()
  while (!step.done) step = steps.next()
  expect(found(step.value)).toContain('8 June 2022')
})

test('what was let be comes back when the words beside it change, and stays while others do', () => {
  const check = createChecker()
  const { checks } = run(check, BLOCKS)
  const let1 = [dismissalOf(checks[2]!)]
  const open = (text: string) => found(sorted(run(check, [BLOCKS[0]!, clause('a', text), BLOCKS[2]!]).checks, let1).open)
  expect(open('The Parties met on 8 June 2022 in Nur-Sultan.')).not.toContain('Nur-Sultan')
  expect(open('With thanks, the Parties met on 8 June 2022 in Nur-Sultan.')).not.toContain('Nur-Sultan')
  expect(open('The Parties met on 8 June 2022 near Nur-Sultan.')).toContain('Nur-Sultan')
  expect(found(sorted(checks, let1).settled)).toEqual(['Nur-Sultan'])
})

test('they are counted by kind, grouped by paragraph and walked round', () => {
  const { checks } = run(createChecker(), BLOCKS)
  expect(countKinds(checks)).toEqual([{ kind: 'date', count: 1 }, { kind: 'announced', count: 1 }, { kind: 'renamed', count: 1 }, { kind: 'term', count: 1 }])
  expect(byBlock(checks).map(({ block, checks: all }) => [block, all.length])).toEqual([[1, 3], [2, 1]])
  const at = (block: number, offset: number, backward = false) => nextCheck(checks, { block, offset }, backward)?.finding.found
  expect([at(0, 0), at(1, 11), at(1, 30), at(2, 29), at(1, 11, true), at(2, 0, true)]).toEqual(['Parties', '8 June 2022', 'Nur-Sultan', 'Parties', '2023', 'Nur-Sultan'])
  expect([nextCheck(checks, null, false)?.finding.found, nextCheck([], null, false)]).toEqual(['Parties', null])
})

test('only proposals that need no second look are taken together', () => {
  expect(takeable(run(createChecker(), BLOCKS).checks).map(({ text }) => text)).toEqual(['Participants', '20 May 2026', 'Astana'])
})

test('the declarations of a text are told once, in one order', () => expect(sourcesOf(statementOf(BLOCKS))).toEqual([SOURCE]))
