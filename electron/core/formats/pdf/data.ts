// A statement as the data that templates/export/statement.typ sets: every label computed, every change as the slot of its
// delegation.
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import { labelBlocks } from '../../../../shared/model/numbering.ts'
import type { Block, Revision, RevisionBy, Run, Statement } from '../../../../shared/model/statement.ts'
import { regionalLanguage, type ExportAbout } from '../about.ts'
import { NOBODY, nameOf } from '../attribution.ts'
import { commonRevisions } from '../labels.ts'
import { remarksOn, type Remark } from '../remarks.ts'
import { sanitized } from '../text.ts'
import { wordsFor, type FileWords } from '../words.ts'

/** Slots of delegations, from 0; null for no change. */
interface Changed {
  inserted: number | null
  deleted: number | null
  /** Moved here, moved away: shown by double lines. */
  moved: boolean
}

/** Something said beside the text. */
interface Said {
  name: string
  slot: number | null
  text: string
}

export interface PageData {
  title: string
  language: string
  region: string | null
  header: string | null
  lineNumbers: boolean
  /** Lines left empty on the page on which the text's last paragraph begins. */
  reserve: number
  words: FileWords
  legend: { name: string; slot: number }[]
  blocks: {
    kind: Block['kind']
    level: number
    label: string | null
    /** Changes that the label shares with all of the text. */
    labelled: Changed
    runs: ({
      text: string
      bold: boolean
      italic: boolean
      underline: boolean
      /** Whose change of look it is. */
      restyled: number | null
      /** Numbers of the comments whose last word this is. */
      notes: number[]
    } & Changed)[]
    /** Whose change of kind it is. */
    recast: number | null
    /** Numbers of comments on a paragraph without words. */
    notes: number[]
    /** Changes of the paragraph's end, shown as a pilcrow. */
    end: Changed | null
    /** The place, date and signatures follow this block. */
    stays: boolean
    /** It is one of those, and more of them follow. */
    sticks: boolean
    /** A title goes on in the next block. */
    goesOn: boolean
  }[]
  /** By their numbers, from 1. */
  comments: (Said & { resolved: boolean; replies: Said[] })[]
}

const SLOTS = 6

/** What the page style needs to set `statement`. */
export function pageData(statement: Statement, about: ExportAbout, options: ExportOptions): PageData {
  const { blocks } = statement
  const labels = labelBlocks(blocks, statement.numbering)
  const revisions = blocks.flatMap((block): RevisionBy[] => [
    ...block.runs.flatMap((run) => [...(run.revisions ?? []), ...(run.restyled ?? [])]),
    ...(block.mark ?? []),
    ...(block.recast ? [block.recast] : []),
  ])
  const slotOf = slots(revisions, about.delegations)
  const changed = (stack: readonly Revision[] = []): Changed => {
    const found = (kind: Revision['kind']) => stack.findLast((entry) => entry.kind === kind)
    const [insertion, deletion] = [found('insertion'), found('deletion')]
    const slot = (revision: Revision | undefined) => (revision ? slotOf(revision) : null)
    return { inserted: slot(insertion), deleted: slot(deletion), moved: (deletion ?? insertion)?.move !== undefined }
  }
  const remarks = options.mode === 'redline' ? remarksOn(statement, options.comments) : []
  const notes = notesOf(remarks, blocks)
  const [language, region] = regionalLanguage(statement.language).split('-')
  const redline = options.mode === 'redline'
  return {
    title: sanitized(about.title),
    language: language!,
    region: region ?? null,
    header: redline && about.header ? sanitized(about.header) : null,
    lineNumbers: options.lineNumbers,
    reserve: 0,
    words: wordsFor(language!),
    legend: legendOf(revisions, slotOf, options.attribution),
    blocks: blocks.map((block, index) => ({
      kind: block.kind,
      level: block.level ?? 1,
      label: labels[index] ?? null,
      labelled: changed(commonRevisions(block)),
      runs: block.runs.map((run, at) => {
        const latest = run.restyled?.at(-1)
        return {
          ...dress(run), ...changed(run.revisions), restyled: latest ? slotOf(latest) : null, notes: notes.get(`${index} ${at}`) ?? [],
        }
      }),
      recast: block.recast ? slotOf(block.recast) : null,
      notes: block.runs.length === 0 ? (notes.get(`${index} 0`) ?? []) : [],
      end: block.mark?.length ? changed(block.mark) : null,
      stays: isEnding(blocks[index + 1]) && !isEnding(block),
      sticks: isEnding(blocks[index + 1]) && isEnding(block),
      goesOn: block.kind === 'title' && blocks[index + 1]?.kind === 'title',
    })),
    comments: remarks.map((remark) => commentOf(remark, options.attribution, about.delegations)),
  }
}

/** Numbers of comments by the block and run that they end with; one on a paragraph's end stands at its last run. */
function notesOf(remarks: readonly Remark[], blocks: readonly Block[]): Map<string, number[]> {
  const notes = new Map<string, number[]>()
  remarks.forEach(({ about: place }, index) => {
    if (!place) return
    const { block, run } = place.last
    const key = `${block} ${Math.max(0, Math.min(run, blocks[block]!.runs.length - 1))}`
    notes.set(key, [...(notes.get(key) ?? []), index + 1])
  })
  return notes
}

function commentOf(
  { replies, resolved, ...said }: Remark, attribution: ExportOptions['attribution'], delegations: readonly string[],
): PageData['comments'][number] {
  const sayOf = ({ text, ...by }: Pick<Remark, 'author' | 'delegation' | 'text'>): Said => {
    const slot = delegations.indexOf(by.delegation)
    return { name: sanitized(nameOf(by, attribution)), slot: slot < 0 ? null : slot % SLOTS, text: sanitized(text) }
  }
  return { ...sayOf(said), resolved, replies: replies.map(sayOf) }
}

const dress = (run: Run) => ({
  text: sanitized(run.text).replaceAll('\t', ' '),
  bold: run.marks?.includes('bold') ?? false,
  italic: run.marks?.includes('italic') ?? false,
  underline: run.marks?.includes('underline') ?? false,
})

const isEnding = (block: Block | undefined) => block?.kind === 'place-date' || block?.kind === 'signature'

/** Each delegation its slot, in the order of the parties; those that are no party after them, and persons without one. */
function slots(revisions: readonly RevisionBy[], delegations: readonly string[]): (revision: RevisionBy) => number {
  const keyOf = (revision: RevisionBy) => revision.delegation || `\n${revision.author}`
  const order = [...new Set([...delegations, ...revisions.map(keyOf)])]
  return (revision) => order.indexOf(keyOf(revision)) % SLOTS
}

function legendOf(
  revisions: readonly RevisionBy[], slotOf: (revision: RevisionBy) => number, attribution: ExportOptions['attribution'],
): PageData['legend'] {
  const names = new Map<string, number>()
  for (const revision of revisions) {
    const name = sanitized(nameOf(revision, attribution))
    // A change of nobody's has no name to explain.
    if (name !== NOBODY && !names.has(name)) names.set(name, slotOf(revision))
  }
  return [...names].map(([name, slot]) => ({ name, slot }))
}
