// From an approved proposal to the statement that is stored: one block a paragraph, bold and italic kept.
import type { NumberingProfile } from '../model/numbering.ts'
import type { Proposal, ProposedParagraph, RawParagraph, Role } from '../model/proposal.ts'
import type { Block, BlockKind, Run, Statement, TextMark } from '../model/statement.ts'

const KIND: Record<Exclude<Role, 'left-out'>, BlockKind> = {
  title: 'title', chapeau: 'chapeau', heading: 'heading', clause: 'paragraph', item: 'item',
  'place-date': 'place-date', signature: 'signature', passage: 'passage',
}

/** The statement of a proposal. Paragraphs left out are dropped; block ids are b1, b2 … */
export function assemble(proposal: Pick<Proposal, 'paragraphs' | 'raw' | 'metadata' | 'numbering'>): Statement {
  const used = new Map<number, number>()
  const blocks: Block[] = []
  for (const paragraph of proposal.paragraphs) {
    const runs = markedRuns(paragraph, proposal.raw, used)
    if (paragraph.role === 'left-out') continue
    blocks.push({
      id: `b${blocks.length + 1}`,
      kind: KIND[paragraph.role],
      ...(paragraph.level !== undefined && { level: paragraph.level }),
      ...(paragraph.label && { label: paragraph.label }),
      ...(!paragraph.label && counted(KIND[paragraph.role], proposal.numbering) && { numbered: false }),
      runs,
    })
  }
  return { format: 1, language: proposal.metadata.language, numbering: proposal.numbering, blocks }
}

/** Whether the profile would give such a block a number: one that stands without must then say so. */
const counted = (kind: BlockKind, profile: NumberingProfile): boolean =>
  (kind === 'heading' && profile.sections !== 'none')
  || (kind === 'paragraph' && profile.clauses !== 'none')
  || (kind === 'item' && profile.items !== 'none')

interface MarkedCharacter { character: string; marks: TextMark[] }

/**
 * The text in runs of equal marks. The text is its raw paragraphs but for the spaces and the number, so each letter is
 * found again by order; where an officer rewrote the words, the marks are given up rather than put on the wrong ones.
 */
function markedRuns(paragraph: ProposedParagraph, raw: readonly RawParagraph[], used: Map<number, number>): Run[] {
  const { text } = paragraph
  if (text === '') return []
  if (!paragraph.raw.some((index) => raw[index]?.hint?.marks?.length)) return [{ text }]

  const solid: MarkedCharacter[] = []
  const first = paragraph.raw[0]!
  for (const index of paragraph.raw) {
    const source = raw[index]
    if (!source) continue
    const spans = source.hint?.marks ?? []
    for (let i = 0; i < source.text.length; i++) {
      if (/\s/u.test(source.text[i]!)) continue
      const marks = spans.filter((span) => i >= span.from && i < span.to).map((span) => span.mark)
      solid.push({ character: source.text[i]!, marks })
    }
  }
  const wanted = text.replace(/\s+/gu, '')
  // Parts of one paragraph that was split by hand share its raw text: each begins where the last one ended.
  const start = solid.map((entry) => entry.character).join('').indexOf(wanted, used.get(first) ?? 0)
  if (start === -1) return [{ text }]
  used.set(first, start + wanted.length)

  const runs: Run[] = []
  let place = start
  let marks: TextMark[] = []
  for (const character of text) {
    if (!/\s/u.test(character)) {
      marks = solid[place]?.marks ?? []
      place += character.length
    }
    const last = runs.at(-1)
    if (last && String(last.marks ?? []) === String(marks)) last.text += character
    else runs.push(marks.length > 0 ? { text: character, marks: [...new Set(marks)] } : { text: character })
  }
  return runs
}
