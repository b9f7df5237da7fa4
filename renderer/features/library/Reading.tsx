// The text of a declaration as paper: clauses can be walked through by arrow keys and copied with their citation.
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause, Declaration } from '../../../shared/model/declaration.ts'
import type { ClauseId } from '../../../shared/model/ids.ts'
import { blockText, type Block } from '../../../shared/model/statement.ts'
import { useFormats } from '../../i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { Marked } from '../../ui/Marked.tsx'
import { Noted, type NotedProps } from '../../ui/Noted.tsx'
import { notices } from '../../ui/notices.ts'
import styles from './reading.module.css'

export interface ReadingProps {
  declaration: Declaration
  clauses: readonly Clause[]
  marks: ReadonlyMap<ClauseId, readonly [number, number][]>
  /** What is noted, of the clauses that have notes. */
  noted: ReadonlyMap<ClauseId, NotedProps>
  current: ClauseId | null
  jump: { block: number; count: number } | null
  onCurrent: (id: ClauseId) => void
}

const Words = ({ block, marks }: { block: Block; marks: readonly [number, number][] | undefined }) => {
  if (marks && marks.length > 0) return <Marked text={blockText(block)} marks={marks} />
  return block.runs.map((run, index) => {
    const bold = run.marks?.includes('bold') ?? false
    const italic = run.marks?.includes('italic') ?? false
    const underline = run.marks?.includes('underline') ?? false
    // Runs have no identity of their own and never move in an adopted text.
    // oxlint-disable-next-line react/no-array-index-key
    return bold || italic || underline ? (
      <span key={index} className={cx(bold && styles.bold, italic && styles.italic, underline && styles.underline)}>
        {run.text}
      </span>
    ) : (
      run.text
    )
  })
}

/** Reference of a clause in the margin: its number, or its place in its section where the form has no numbers. */
function references(clauses: readonly Clause[], written: (number: string) => string): Map<number, string> {
  const counts = new Map<string, number>()
  return new Map(
    clauses.map((clause) => {
      const key = clause.section.join('\n')
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      const section = /^([IVXLC\d]+)[.)]/.exec(clause.section.at(-1) ?? '')?.[1]
      return [clause.block, clause.number ? written(clause.number) : section ? `${section}, ${count}` : String(count)]
    }),
  )
}

export const Reading = ({ declaration, clauses, marks, noted, current, jump, onCurrent }: ReadingProps) => {
  const { t } = useTranslation('library')
  const format = useFormats()
  const root = useRef<HTMLDivElement>(null)
  const refs = references(clauses, (number) => t('clauseNumber', { number }))
  const clauseAt = new Map(clauses.map((clause) => [clause.block, clause]))

  useEffect(() => {
    if (!jump) return
    const target = root.current?.querySelector<HTMLElement>(`[data-block="${jump.block}"]`)
    target?.scrollIntoView({ block: 'center' })
    target?.classList.remove(styles.tint!)
    // A reflow between the two makes the tint start again for a second jump to the same place.
    void target?.offsetWidth
    target?.classList.add(styles.tint!)
  }, [jump])

  // A clause opened from a list of hits is where the arrow keys go on from.
  // Later jumps leave the keyboard where it is: in the outline, in the search field.
  const openedAtClause = useRef(jump !== null)
  useEffect(() => {
    if (openedAtClause.current) root.current?.focus({ preventScroll: true })
  }, [])

  const copy = async (clause: Clause) => {
    const from = [
      declaration.title.replaceAll('\n', ' '),
      format.date(declaration.date),
      clause.number && t('clauseNumber', { number: clause.number }),
    ]
    await navigator.clipboard.writeText(`${clause.text}\n(${from.filter(Boolean).join(', ')})`)
    notices.add({ text: t('copied') })
  }
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = clauses.findIndex((clause) => clause.id === current)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = clauses[at === -1 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)]
      if (!next) return
      event.preventDefault()
      onCurrent(next.id)
      root.current?.querySelector<HTMLElement>(`[data-block="${next.block}"]`)?.scrollIntoView({ block: 'nearest' })
    }
    const clause = clauses[at]
    if (clause && event.code === 'KeyC' && (event.ctrlKey || event.metaKey) && document.getSelection()?.isCollapsed !== false) {
      event.preventDefault()
      void copy(clause)
    }
  }

  return (
    // The text is one widget for the keyboard: arrows walk through its clauses, Ctrl+C copies the current one.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <section ref={root} className={styles.desk} aria-label={t('text')} tabIndex={0} onKeyDown={walk}>
      <article className={styles.paper} lang={declaration.language}>
        {declaration.statement.blocks.map((block, index) => {
          const clause = clauseAt.get(index)
          const note = clause && noted.get(clause.id)
          return (
            // A click chooses the clause for copying; the keyboard does the same by arrows on the text.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <div
              key={block.id}
              data-block={index}
              className={cx(styles.block, styles[block.kind], clause && clause.id === current && styles.current, note?.barred && styles.barred)}
              {...(clause && { onClick: () => onCurrent(clause.id) })}
              {...(block.kind === 'item' && { 'data-level': block.level ?? 1 })}
            >
              {clause && <span className={styles.reference}>{refs.get(index)}</span>}
              <Paragraph block={block}>
                {block.label && <span className={styles.label}>{`${block.label} `}</span>}
                <Words block={block} marks={clause ? marks.get(clause.id) : undefined} />
              </Paragraph>
              {note && <Noted {...note} />}
            </div>
          )
        })}
      </article>
    </section>
  )
}

const Paragraph = ({ block, children }: { block: Block; children: React.ReactNode }) => {
  if (block.kind === 'title') return <h2>{children}</h2>
  if (block.kind === 'heading') return (block.level ?? 1) > 1 ? <h4>{children}</h4> : <h3>{children}</h3>
  return <p>{children}</p>
}
