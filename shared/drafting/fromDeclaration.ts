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
 * has none although the profile would number it says so. A number that the profile does not count stays as it was written.
 * A title of the officer's own stands in the place of the declaration's, which remains its earlier text.
 */
export function statementFromDeclaration(declaration: Declaration, clauses: readonly Clause[], title?: string): Statement {
  const { language, numbering, blocks } = declaration.statement
  const clauseAt = new Map(clauses.map((clause) => [clause.block, clause]))
  const bare = blocks.map(withoutNumber)
  const labels = labelBlocks(bare, numbering)
  const sourced = bare.map((block, index): Block => {
    const { label } = blocks[index]!
    const unnumbered = label === undefined && labels[index] !== null
    const uncounted = label !== undefined && labels[index] === null
    return {
      ...block,
      ...(unnumbered && { numbered: false }),
      ...(uncounted && { label }),
      source: sourceOf(declaration, clauseAt.get(index) ?? null, blockText(block)),
    }
  })
  return { format: 1, language, numbering, blocks: title === undefined ? sourced : titled(sourced, title) }
}

/** The lines of the earlier title as one, with the new words. */
function titled(blocks: readonly Block[], title: string): Block[] {
  const lines = blocks.filter((block) => block.kind === 'title')
  const first: Block = lines[0] ?? { id: 'title', kind: 'title', runs: [] }
  const earlier = lines.map(blockText).join(' ')
  const line: Block = { ...first, runs: [{ text: title }], ...(first.source && { source: { ...first.source, text: earlier } }) }
  return [line, ...blocks.filter((block) => block.kind !== 'title')]
}

/** The block without its number; a lower heading that had one says that it counts. */
function withoutNumber(written: Block): Block {
  const { label, ...block } = written
  delete block.numbered
  return label !== undefined && block.kind === 'heading' && (block.level ?? 1) > 1 ? { ...block, numbered: true } : block
}
