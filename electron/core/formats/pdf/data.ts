// A statement as the data that templates/export/statement.typ sets: every label computed, every change as the slot of its
// delegation.
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import { labelBlocks } from '../../../../shared/model/numbering.ts'
import type { Block, Revision, Run, Statement } from '../../../../shared/model/statement.ts'
import { regionalLanguage, type ExportAbout } from '../about.ts'
import { NOBODY, nameOf } from '../attribution.ts'
import { commonRevisions } from '../labels.ts'
import { sanitized } from '../text.ts'

/** Slots of delegations, from 0; null for no change. */
interface Changed {
  inserted: number | null
  deleted: number | null
}

export interface PageData {
  title: string
  language: string
  region: string | null
  header: string | null
  lineNumbers: boolean
  /** Lines left empty on the page on which the text's last paragraph begins. */
  reserve: number
  words: { changes: string }
  legend: { name: string; slot: number }[]
  blocks: {
    kind: Block['kind']
    level: number
    label: string | null
    /** Changes that the label shares with all of the text. */
    labelled: Changed
    runs: ({ text: string; bold: boolean; italic: boolean; underline: boolean } & Changed)[]
    /** Changes of the paragraph's end, shown as a pilcrow. */
    end: Changed | null
    /** The place, date and signatures follow this block. */
    stays: boolean
    /** It is one of those, and more of them follow. */
    sticks: boolean
    /** A title goes on in the next block. */
    goesOn: boolean
  }[]
}

const SLOTS = 6
const WORDS: Record<string, PageData['words']> = { ru: { changes: 'Правки' }, en: { changes: 'Changes' } }

/** What the page style needs to set `statement`. */
export function pageData(statement: Statement, about: ExportAbout, options: ExportOptions): PageData {
  const { blocks } = statement
  const labels = labelBlocks(blocks, statement.numbering)
  const revisions = blocks.flatMap((block) => [...block.runs.flatMap((run) => run.revisions ?? []), ...(block.mark ?? [])])
  const slotOf = slots(revisions, about.delegations)
  const changed = (stack: readonly Revision[] = []): Changed => {
    const slot = (kind: Revision['kind']) => {
      const revision = stack.findLast((entry) => entry.kind === kind)
      return revision ? slotOf(revision) : null
    }
    return { inserted: slot('insertion'), deleted: slot('deletion') }
  }
  const [language, region] = regionalLanguage(statement.language).split('-')
  const redline = options.mode === 'redline'
  return {
    title: sanitized(about.title),
    language: language!,
    region: region ?? null,
    header: redline && about.header ? sanitized(about.header) : null,
    lineNumbers: options.lineNumbers,
    reserve: 0,
    words: WORDS[language!] ?? WORDS['en']!,
    legend: legendOf(revisions, slotOf, options.attribution),
    blocks: blocks.map((block, index) => ({
      kind: block.kind,
      level: block.level ?? 1,
      label: labels[index] ?? null,
      labelled: changed(commonRevisions(block)),
      runs: block.runs.map((run) => ({ ...dress(run), ...changed(run.revisions) })),
      end: block.mark?.length ? changed(block.mark) : null,
      stays: isEnding(blocks[index + 1]) && !isEnding(block),
      sticks: isEnding(blocks[index + 1]) && isEnding(block),
      goesOn: block.kind === 'title' && blocks[index + 1]?.kind === 'title',
    })),
  }
}

const dress = (run: Run) => ({
  text: sanitized(run.text).replaceAll('\t', ' '),
  bold: run.marks?.includes('bold') ?? false,
  italic: run.marks?.includes('italic') ?? false,
  underline: run.marks?.includes('underline') ?? false,
})

const isEnding = (block: Block | undefined) => block?.kind === 'place-date' || block?.kind === 'signature'

/** Each delegation its slot, in the order of the parties; those that are no party after them, and persons without one. */
function slots(revisions: readonly Revision[], delegations: readonly string[]): (revision: Revision) => number {
  const keyOf = (revision: Revision) => revision.delegation || `\n${revision.author}`
  const order = [...new Set([...delegations, ...revisions.map(keyOf)])]
  return (revision) => order.indexOf(keyOf(revision)) % SLOTS
}

function legendOf(
  revisions: readonly Revision[], slotOf: (revision: Revision) => number, attribution: ExportOptions['attribution'],
): PageData['legend'] {
  const names = new Map<string, number>()
  for (const revision of revisions) {
    const name = sanitized(nameOf(revision, attribution))
    // A change of nobody's has no name to explain.
    if (name !== NOBODY && !names.has(name)) names.set(name, slotOf(revision))
  }
  return [...names].map(([name, slot]) => ({ name, slot }))
}
