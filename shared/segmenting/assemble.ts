// From an approved proposal to the statement that is stored: one block a paragraph, bold and italic kept.
import type { NumberingProfile } from '../model/numbering.ts'
import type { Proposal, ProposedParagraph, RawParagraph, Role } from '../model/proposal.ts'
import type { Block, BlockKind, Run, Statement, TextMark } from '../model/statement.ts'

const KIND: Record<Exclude<Role, 'left-out'>, BlockKind> = {
  title: 'title', chapeau: 'chapeau', heading: 'heading', clause: 'paragraph', item: 'item',
  'place-date': 'place-date', signature: 'signature', footnote: 'footnote', passage: 'passage',
}

/** The statement of a proposal. Paragraphs left out are dropped; block ids are b1, b2 … */
export function assemble(proposal: Pick<Proposal, 'paragraphs' | 'raw' | 'metadata' | 'numbering'>): Statement {
  const used = new Map<number, number>()
  const solidOf = solids(proposal.raw)
  const blocks: Block[] = []
  for (const paragraph of proposal.paragraphs) {
    const runs = markedRuns(paragraph, proposal.raw, solidOf, used)
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

/** Raw text without its spaces, and the marks of every sign of it. */
interface Solid { text: string; marks: (readonly TextMark[])[] }

/** The solid text of raw paragraphs together, made once: parts of one that was split by hand all ask for it. */
function solids(raw: readonly RawParagraph[]): (indexes: readonly number[]) => Solid {
  const made = new Map<string, Solid>()
  return (indexes) => {
    const key = indexes.join()
    const solid = made.get(key) ?? indexes.reduce<Solid>((all, index) => addSolid(all, raw[index]), { text: '', marks: [] })
    made.set(key, solid)
    return solid
  }
}

const MARKS: readonly TextMark[] = ['bold', 'italic', 'underline']

/** One pass over the text, however many marks there are. */
function addSolid({ text, marks }: Solid, source: RawParagraph | undefined): Solid {
  if (!source) return { text, marks }
  const changes = new Map<number, { mark: TextMark; by: number }[]>()
  const change = (at: number, mark: TextMark, by: number) => changes.set(at, [...changes.get(at) ?? [], { mark, by }])
  for (const { from, to, mark } of source.hint?.marks ?? []) {
    change(from, mark, 1)
    change(Math.max(from, to), mark, -1)
  }
  const open: Record<TextMark, number> = { bold: 0, italic: 0, underline: 0 }
  let current: readonly TextMark[] = []
  let solid = text
  for (let i = 0; i < source.text.length; i++) {
    const here = changes.get(i)
    if (here) {
      for (const { mark, by } of here) open[mark] += by
      current = MARKS.filter((mark) => open[mark] > 0)
    }
    if (/\s/u.test(source.text[i]!)) continue
    solid += source.text[i]!
    marks.push(current)
  }
  return { text: solid, marks }
}

/**
 * The text in runs of equal marks. The text is its raw paragraphs but for the spaces and the number, so each letter is
 * found again by order; where an officer rewrote the words, the marks are given up rather than put on the wrong ones.
 */
function markedRuns(
  paragraph: ProposedParagraph, raw: readonly RawParagraph[], solidOf: (indexes: readonly number[]) => Solid, used: Map<number, number>,
): Run[] {
  const { text } = paragraph
  if (text === '') return []
  if (!paragraph.raw.some((index) => raw[index]?.hint?.marks?.length)) return [{ text }]

  const solid = solidOf(paragraph.raw)
  const first = paragraph.raw[0]!
  const wanted = text.replace(/\s+/gu, '')
  // Parts of one paragraph that was split by hand share its raw text: each begins where the last one ended.
  const start = solid.text.indexOf(wanted, used.get(first) ?? 0)
  if (start === -1) return [{ text }]
  used.set(first, start + wanted.length)

  const runs: Run[] = []
  let place = start
  let marks: readonly TextMark[] = []
  for (const character of text) {
    if (!/\s/u.test(character)) {
      marks = solid.marks[place] ?? []
      place += character.length
    }
    const last = runs.at(-1)
    if (last && String(last.marks ?? []) === String(marks)) last.text += character
    else runs.push(marks.length > 0 ? { text: character, marks: [...marks] } : { text: character })
  }
  return runs
}
