// A draft from a declaration computes the numbers that stood in the text, and every block knows its earlier wording.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { propose } from '../../../../electron/core/importing/propose.ts'
import { sourceOf, statementFromDeclaration } from '../../../../shared/drafting/index.ts'
import { clausesOf, type Declaration } from '../../../../shared/model/declaration.ts'
import type { ClauseId, DeclarationId } from '../../../../shared/model/ids.ts'
import { labelBlocks } from '../../../../shared/model/numbering.ts'
import { blockText, sourceSchema, type Statement } from '../../../../shared/model/statement.ts'
import { assemble } from '../../../../shared/segmenting/index.ts'
import { corpus, corpusFile } from '../../../support/corpus.ts'
import { proposalOf } from '../../../support/proposals.ts'

const declarationOf = (statement: Statement): Declaration =>
  ({ ...proposalOf([]).metadata, id: 'd' as DeclarationId, added: '2026-01-01T00:00:00Z', statement })

const clausesIn = (statement: Statement) => clausesOf(statement, (block) => `d-${block.id}` as ClauseId)

describe.skipIf(!corpus)('of the corpus', () => {
  for (const name of ['000', '004']) {
    test(`${name}: the numbers come out as they were written`, () => {
      const statement = assemble(propose(readFileSync(corpusFile(name)), name))
      const clauses = clausesIn(statement)
      const draft = statementFromDeclaration(declarationOf(statement), clauses)
      expect(draft.blocks.some((block) => block.label !== undefined)).toBe(false)
      expect(labelBlocks(draft.blocks, draft.numbering)).toEqual(statement.blocks.map((block) => block.label ?? null))
      expect(draft.blocks.map((block) => block.source?.text)).toEqual(statement.blocks.map(blockText))
      expect(draft.blocks.flatMap((block) => block.source?.clauseId ?? [])).toEqual(clauses.map((clause) => clause.id))
    })
  }
})

test('a paragraph of an unnumbered form is free to be numbered later, and a number the profile does not know stays as text', () => {
  const statement = assemble(proposalOf([['heading', 'Вода', 'I.'], ['clause', 'Стороны решили.'], ['clause', 'Стороны отметили.', '7.']]))
  const { blocks } = statementFromDeclaration(declarationOf(statement), clausesIn(statement))
  expect(blocks.map(({ label, numbered }) => [label, numbered])).toEqual([[undefined, undefined], [undefined, undefined], ['7.', undefined]])
})

test("a title of the officer's own takes the place of the title's lines, which stay its earlier text", () => {
  const statement = assemble(proposalOf([['title', 'Совместное заявление'], ['title', 'по итогам встречи'], ['clause', 'Стороны решили.']]))
  const { blocks } = statementFromDeclaration(declarationOf(statement), clausesIn(statement), 'Заявление о лесах')
  expect(blocks.map((block) => [block.kind, blockText(block)])).toEqual([['title', 'Заявление о лесах'], ['paragraph', 'Стороны решили.']])
  expect(blocks[0]!.source?.text).toBe('Совместное заявление по итогам встречи')
})

test('the source of a clause fits its schema whatever the text holds', () => {
  const long = 'д'.repeat(200)
  const statement = assemble(proposalOf([['clause', 'a', '12345678901234567.'], ['item', 'b', '12345678901234567)']]))
  const declaration = { ...declarationOf(statement), title: 'т'.repeat(2000), place: long, parties: [{ state: long }] }
  for (const clause of clausesIn(statement)) expect(sourceSchema.safeParse(sourceOf(declaration, clause, clause.text)).success).toBe(true)
})
