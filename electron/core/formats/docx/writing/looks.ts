// Properties of each paragraph: its style, its place in a list, its indent; as it is now, and as it was before it was made
// something else.
import type { IParagraphOptions } from 'docx'
import { labelBlocks } from '../../../../../shared/model/numbering.ts'
import type { Block, Revision, Run, Statement } from '../../../../../shared/model/statement.ts'
import { commonRevisions } from '../../labels.ts'
import { placesIn } from '../lists.ts'
import { INDENT, styleOf } from '../look.ts'

export type Look = Pick<IParagraphOptions, 'style' | 'numbering' | 'indent' | 'keepNext'>

export const sameLook = (a: Look, b: Look) => JSON.stringify(a) === JSON.stringify(b)

export interface Looks {
  now: Look[]
  former: Look[]
}

export const looksOf = (statement: Statement): Looks => ({ now: looks(statement), former: looks(formerly(statement)) })

function looks({ blocks, numbering }: Statement): Look[] {
  const places = placesIn(blocks, numbering)
  return blocks.map((block, index) => {
    const place = places[index]
    const deep = block.kind === 'item' ? (block.level ?? 1) - 1 : 0
    return {
      style: styleOf(block),
      // The place, date and signatures never stand alone on a page.
      ...(isEnding(blocks[index + 1]) ? { keepNext: true } : {}),
      ...(place ? { numbering: place } : {}),
      ...(deep > 0 ? { indent: { left: deep * INDENT, firstLine: INDENT } } : {}),
    }
  })
}

const isEnding = (block: Block | undefined) => block?.kind === 'place-date' || block?.kind === 'signature'

/** Every paragraph as it was before it was made something else. */
const formerly = (statement: Statement): Statement => ({
  ...statement,
  blocks: statement.blocks.map((block) => {
    if (!block.recast) return block
    const { level: _, recast: { was }, ...rest } = block
    return { ...rest, ...was }
  }),
})

/**
 * The statement with the numbers that no list of Word's gives as text before their paragraphs. Such a number goes where all of
 * the text goes; one that came or went as the paragraph was made something else is itself a change.
 */
export function lettered(statement: Statement): Statement {
  const now = textLabels(statement)
  const former = textLabels(formerly(statement))
  return { ...statement, blocks: statement.blocks.map((block, index) => withNumber(block, now[index]!, former[index]!)) }
}

/** The labels that are no list's; null for a block without a number or with one of a list. */
function textLabels({ blocks, numbering }: Statement): (string | null)[] {
  const places = placesIn(blocks, numbering)
  return labelBlocks(blocks, numbering).map((label, index) => (places[index] ? null : label))
}

function withNumber(block: Block, now: string | null, former: string | null): Block {
  const common = commonRevisions(block)
  const number = (label: string | null, own: Revision[]): Run[] => {
    const revisions = [...common, ...own]
    return label === null ? [] : [{ text: `${label} `, ...(revisions.length > 0 ? { revisions } : {}) }]
  }
  const { recast } = block
  if (!recast || now === former) return now === null ? block : { ...block, runs: [...number(now, []), ...block.runs] }
  const { was: _, ...by } = recast
  const change = (kind: Revision['kind']): Revision => ({ ...by, id: `${by.id} ${kind}`, kind })
  return { ...block, runs: [...number(former, [change('deletion')]), ...number(now, [change('insertion')]), ...block.runs] }
}
