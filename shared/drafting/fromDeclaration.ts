// The first text of a draft that starts from an earlier declaration: every block remembers where it came from.
import type { Clause, Declaration } from '../model/declaration.ts'
import { labelBlocks } from '../model/numbering.ts'
import { blockText, type Block, type Source, type Statement } from '../model/statement.ts'
import { citationOf } from './citation.ts'

/** As the schema of a source allows; no number of a real text comes near it. */
const LONGEST_NUMBER = 20

/** What a clause of a declaration leaves behind in a draft. `clause` is null for a heading, the title or the chapeau. */
export function sourceOf(declaration: Omit<Declaration, 'statement' | 'added'>, clause: Clause | null, text: string): Source {
  return {
    clauseId: clause?.id ?? null,
    declarationId: declaration.id,
    citation: citationOf(declaration),
    date: declaration.date,
    number: clause?.number?.slice(0, LONGEST_NUMBER) ?? null,
    grade: declaration.grade,
    parties: declaration.parties.map((party) => (party.code ?? party.state).slice(0, 100)),
    text,
  }
}

/**
 * The declaration's text as a draft: numbers are computed from now on, so those that stand in the text go, and a block that
 * has none although the profile would number it says so.
 */
export function statementFromDeclaration(declaration: Declaration, clauses: readonly Clause[]): Statement {
  const { language, numbering, blocks } = declaration.statement
  const clauseAt = new Map(clauses.map((clause) => [clause.block, clause]))
  const counted = labelBlocks(blocks.map(withoutNumber), numbering)
  return {
    format: 1,
    language,
    numbering,
    blocks: blocks.map((block, index): Block => ({
      ...withoutNumber(block),
      ...(block.label === undefined && counted[index] !== null && { numbered: false }),
      source: sourceOf(declaration, clauseAt.get(index) ?? null, blockText(block)),
    })),
  }
}

function withoutNumber(block: Block): Block {
  const bare = { ...block }
  delete bare.label
  delete bare.numbered
  return bare
}
