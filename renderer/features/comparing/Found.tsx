// Words of a row with what was found in them marked.
import styles from './compare.module.css'
import { cutAtHits, type RowHits } from './find.ts'

export interface FoundProps {
  text: string
  /** Where the text begins on each side of the row; null where it is not on that side. */
  old: number | null
  later: number | null
  found: RowHits | undefined
}

export function Found({ text, old, later, found }: FoundProps) {
  if (!found) return text
  const hits = (side: 'old' | 'new') => found.hits.filter((hit) => hit.side === side)
  const on = later === null ? { from: old ?? 0, hits: hits('old') } : { from: later, hits: hits('new') }
  return cutAtHits(text, on.from, on.hits).map(({ text: part, hit }, index) =>
    hit ? (
      <mark key={index} className={styles.hit} {...(hit === found.current && { 'data-current': '' })}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
