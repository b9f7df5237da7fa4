// What the screen of several versions shows, in order: paragraphs of the base, additions where they were made, folded stretches.
import { BASE_FATES, type Addition, type BaseFate, type CollatedCell, type Collation } from '../../../../shared/model/collation.ts'

export interface BaseRow {
  show: 'base'
  /** Paragraph of the base. */
  index: number
  cells: CollatedCell[]
  /** Place in the list of changes; null where every version keeps the paragraph. */
  change: number | null
}

export interface AddedRow {
  show: 'added'
  /** In front of which paragraph of the base, and which of the additions there. */
  place: number
  nth: number
  addition: Addition
  change: number
}

/** Paragraphs of the base that every version keeps. */
export interface FoldRow {
  show: 'fold'
  from: number
  count: number
}

export type SeveralRow = BaseRow | AddedRow | FoldRow

export interface Folding {
  fold: boolean
  /** First paragraphs of stretches that were unfolded again. */
  opened: ReadonlySet<number>
}

const LEAST_FOLD = 2

export function severalRows({ base, cells, added }: Collation, { fold, opened }: Folding): SeveralRow[] {
  const rows: SeveralRow[] = []
  let changes = 0
  let kept: BaseRow[] = []
  const close = () => {
    const from = kept[0]?.index
    if (fold && from !== undefined && kept.length >= LEAST_FOLD && !opened.has(from)) rows.push({ show: 'fold', from, count: kept.length })
    else rows.push(...kept)
    kept = []
  }
  for (const [place, additions] of added.entries()) {
    if (additions.length > 0) close()
    for (const [nth, addition] of additions.entries()) rows.push({ show: 'added', place, nth, addition, change: changes++ })
    const ofAll = cells[place]
    if (!ofAll) break
    if (ofAll.every(({ fate }) => fate === 'kept')) {
      const row: BaseRow = { show: 'base', index: place, cells: ofAll, change: null }
      // Headings stay in sight: they say where the changes stand.
      if (base.paragraphs[place]!.kind === 'heading') {
        close()
        rows.push(row)
      } else kept.push(row)
      continue
    }
    close()
    rows.push({ show: 'base', index: place, cells: ofAll, change: changes++ })
  }
  close()
  return rows
}

export type Sums = Record<BaseFate | 'added', number>

/** How many paragraphs of the base have each fate in each version, and how many each version added; fates add up to the base. */
export const sumsOf = ({ versions, cells, added }: Collation): Sums[] =>
  versions.map((_, version) => {
    const sums = Object.fromEntries([...BASE_FATES, 'added'].map((name) => [name, 0])) as Sums
    for (const ofAll of cells) sums[ofAll[version]!.fate]++
    sums.added = added.flat().filter(({ by }) => by.some((one) => one.version === version)).length
    return sums
  })

/** Versions that hold an addition. */
export const holdersOf = ({ by }: Addition): number[] => by.map(({ version }) => version)
